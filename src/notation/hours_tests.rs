//! Right forms and near misses of hours.

use crate::calendar::{Days, TimeOfDay, Weekday, WeeklyHours};
use crate::notation::checks::{at, exact, misread};
use crate::notation::hours::{day_hours, hours};
use crate::notation::misread_kind::MisreadKind;
use crate::notation::phrase::Phrase;

#[test]
fn right_forms_print_as_they_were_written() {
    for text in [
        "Mon-Fri 08:00-20:00, Sat 09:00-17:00",
        "every day 08:00-22:00",
        "always",
        "never",
        "Mon-Thu 22:00-06:00 next day",
        "Mon, Wed, Fri 10:00-15:00",
        "Mon-Fri 08:00-12:00, 13:00-17:00, Sat 09:00-12:00",
        "every day 00:00-23:59",
        "every day 00:00-24:00",
        "Mon 08:00-08:00 next day",
        "Mon 08:00:30-09:00",
    ] {
        let read = hours(exact(text)).unwrap_or_else(|misread| panic!("{text}: {misread:?}"));
        assert_eq!(read.to_string(), text);
    }
    assert_eq!(hours(exact("Sat-Mon 10:00-12:00")).unwrap().to_string(), "Mon, Sat, Sun 10:00-12:00");
    assert_eq!(hours(exact("Mon-Wed, Sat 10:00-12:00")).unwrap().to_string(), "Mon, Tue, Wed, Sat 10:00-12:00");
}

#[test]
fn spans_keep_their_days_and_their_places() {
    let text = "Mon-Fri 08:00-12:00, 13:00-17:00, Sat 22:00-02:00 next day";
    let read = hours(exact(text)).unwrap();
    let WeeklyHours::Spans(spans) = &read.hours else { panic!("{read:?}") };
    assert_eq!(spans.len(), 3);
    assert_eq!(spans[1].days, Days::range(Weekday::Monday, Weekday::Friday));
    assert!(spans[2].next_day);
    let places: Vec<_> = read.spans.iter().map(|span| at(text, span.span)).collect();
    assert_eq!(places, ["Mon-Fri 08:00-12:00", "13:00-17:00", "Sat 22:00-02:00 next day"]);
}

#[test]
fn hours_of_a_special_day() {
    assert_eq!(day_hours(exact("closed")).unwrap(), []);
    let spans = day_hours(exact("10:00-14:00, 22:00-02:00 next day")).unwrap();
    let printed: Vec<_> = spans.iter().map(|span| span.value.to_string()).collect();
    assert_eq!(printed, ["10:00-14:00", "22:00-02:00 next day"]);
    assert_eq!(spans[1].span.range(), 13..33);
    let form = |found: &str| MisreadKind::TimeForm { found: found.into() };
    misread(day_hours, "9:00-14:00", &form("9:00"), Some("09:00-14:00"));
    misread(day_hours, "10am-2pm", &form("10am"), Some("10:00-14:00"));
    misread(day_hours, "10:00", &MisreadKind::NoEnd { from: "10:00".into() }, None);
    misread(day_hours, "24/7", &MisreadKind::RoundTheClock { found: "24/7".into() }, Some("00:00-24:00"));
    let word = MisreadKind::WrongWord { found: "never".into(), write: "closed".into() };
    misread(day_hours, "never", &word, Some("closed"));
    misread(day_hours, "morning", &MisreadKind::Unreadable { wanted: Phrase::DayHours }, None);
}

#[test]
fn the_half_of_the_day_holds_for_both_times_where_only_that_is_likely() {
    let form = |found: &str| MisreadKind::TimeForm { found: found.into() };
    misread(hours, "Mon 2-6.30pm, Sat 07:00-14:00", &form("2-6.30pm"), Some("Mon 14:00-18:30, Sat 07:00-14:00"));
    misread(hours, "Mon 02:00-06:30 pm", &form("02:00-06:30 pm"), Some("Mon 14:00-18:30"));
    misread(hours, "Mon 9-5pm", &form("9"), Some("Mon 09:00-17:00"));
    misread(hours, "Mon 11-12pm", &form("11"), Some("Mon 11:00-12:00"));
    misread(hours, "Mon 2am-6pm", &form("2am"), Some("Mon 02:00-18:00"));
    misread(hours, "Mon 8-11pm", &form("8-11pm"), None);
    assert_eq!(hours(exact("Mon 8-11pm")).unwrap_err().choices, ["Mon 08:00-23:00", "Mon 20:00-23:00"]);
}

#[test]
fn near_misses_of_days() {
    let name = |found: &str, day| MisreadKind::DayName { found: found.into(), day };
    let word = |found: &str, write| MisreadKind::DayWord { found: found.into(), write };
    let right = Some("Mon-Fri 08:00-20:00");
    misread(hours, "Monday-Friday 08:00-20:00", &name("Monday", Weekday::Monday), right);
    misread(hours, "Monday to Friday 08:00-20:00", &separator(" to ", "-"), right);
    misread(hours, "mon-fri 08:00-20:00", &name("mon", Weekday::Monday), right);
    misread(hours, "MON-FRI 08:00-20:00", &name("MON", Weekday::Monday), right);
    misread(hours, "Mon-Fri: 08:00-20:00", &MisreadKind::ColonAfterDays, right);
    misread(hours, "Mo-Fr 08:00-20:00", &name("Mo", Weekday::Monday), right);
    misread(hours, "weekdays 08:00-20:00", &word("weekdays", "Mon-Fri"), right);
    misread(hours, "Tues 08:00-20:00", &name("Tues", Weekday::Tuesday), Some("Tue 08:00-20:00"));
    misread(hours, "Mon. 08:00-20:00", &name("Mon", Weekday::Monday), Some("Mon 08:00-20:00"));
    misread(hours, "daily 08:00-20:00", &word("daily", "every day"), Some("every day 08:00-20:00"));
    misread(hours, "Every day 08:00-20:00", &word("Every day", "every day"), Some("every day 08:00-20:00"));
    misread(hours, "weekends 10:00-16:00", &word("weekends", "Sat-Sun"), Some("Sat-Sun 10:00-16:00"));
    misread(hours, "Mon and Wed 10:00-16:00", &separator(" and ", ", "), Some("Mon, Wed 10:00-16:00"));
    misread(hours, "Mon/Wed 10:00-16:00", &separator("/", ", "), Some("Mon, Wed 10:00-16:00"));
    misread(
        hours,
        "Mon 08:00-20:00; Tue 08:00-20:00",
        &separator("; ", ", "),
        Some("Mon 08:00-20:00, Tue 08:00-20:00"),
    );
    misread(hours, "08:00-20:00", &MisreadKind::NoDays, None);
    assert_eq!(hours(exact("08:00-20:00")).unwrap_err().choices, ["every day 08:00-20:00", "Mon-Fri 08:00-20:00"]);
    misread(hours, "Mon-Fri", &MisreadKind::NoTimes { found: "Mon-Fri".into() }, None);
    misread(hours, "Mon 08:00-09:00, Tue", &MisreadKind::NoTimes { found: "Tue".into() }, None);
    let closed = MisreadKind::ClosedDay { found: "Sun closed".into() };
    misread(hours, "Mon-Sat 08:00-20:00, Sun closed", &closed, Some("Mon-Sat 08:00-20:00"));
    let never = MisreadKind::WrongWord { found: "closed".into(), write: "never".into() };
    misread(hours, "closed", &never, Some("never"));
    let clock = |found: &str| MisreadKind::RoundTheClock { found: found.into() };
    misread(hours, "24/7", &clock("24/7"), Some("always"));
    misread(hours, "Sat 24h", &clock("24h"), Some("Sat 00:00-24:00"));
    misread(hours, "24 hours a day", &clock("24 hours a day"), Some("always"));
    misread(hours, "always, Mon 08:00-09:00", &MisreadKind::OnlyAlone { word: "always".into() }, None);
    misread(hours, "office hours", &MisreadKind::Unreadable { wanted: Phrase::Hours }, None);
}

fn separator(found: &str, write: &'static str) -> MisreadKind {
    MisreadKind::WrongSeparator { found: found.into(), write }
}

#[test]
fn near_misses_of_times() {
    let form = |found: &str| MisreadKind::TimeForm { found: found.into() };
    let bare = |found: &str| MisreadKind::BareHours { found: found.into() };
    let clear = |found: &str| MisreadKind::TimeForm { found: found.into() };
    let zone = MisreadKind::ZoneInHours { found: "GMT".into() };
    misread(hours, "Mon-Fri 08:00-20:00 (GMT)", &zone, Some("Mon-Fri 08:00-20:00"));
    let from = MisreadKind::ExtraWords { found: "from".into() };
    misread(hours, "Mon-Fri from 08:00 to 20:00", &from, Some("Mon-Fri 08:00-20:00"));
    misread(hours, "Mon-Fri 08:00-20:00,", &MisreadKind::EmptyItem, Some("Mon-Fri 08:00-20:00"));
    let dash = MisreadKind::OddCharacter { found: '\u{2013}', write: "-" };
    let right = Some("Mon-Fri 08:00-20:00");
    misread(hours, "Mon-Fri 8:00-20:00", &form("8:00"), right);
    misread(hours, "Mon-Fri 8am-8pm", &form("8am"), right);
    misread(hours, "Mon-Fri 0800-2000", &form("0800"), right);
    misread(hours, "Mon-Fri 08.00-20.00", &form("08.00"), right);
    misread(hours, "Mon-Fri 08:00 - 20:00", &MisreadKind::Blanks, right);
    misread(hours, "Mon-Fri 08:00 to 20:00", &separator(" to ", "-"), right);
    misread(hours, "Mon-Fri 08:00\u{2013}20:00", &dash, right);
    misread(hours, "Monday \u{2013} Friday 8am \u{2013} 8pm", &dash, right);
    misread(hours, "Mon-Fri 9-5", &bare("9-5"), Some("Mon-Fri 09:00-17:00"));
    misread(hours, "9-5", &bare("9-5"), None);
    assert_eq!(hours(exact("9-5")).unwrap_err().choices, ["every day 09:00-17:00", "Mon-Fri 09:00-17:00"]);
    misread(hours, "Mon 8-20", &clear("8-20"), Some("Mon 08:00-20:00"));
    misread(hours, "Mon 1-5", &bare("1-5"), None);
    misread(hours, "Mon-Fri 08:00", &MisreadKind::NoEnd { from: "08:00".into() }, None);
    let past = |hour, minute| MisreadKind::HourPastMidnight { hour, minute };
    let text = "Mon-Fri 09:00-17:00, Sat 10:00-25:00";
    misread(hours, text, &past(25, 0), Some("Mon-Fri 09:00-17:00, Sat 10:00-01:00 next day"));
    misread(hours, "Sat 10:00-24:30", &past(24, 30), Some("Sat 10:00-00:30 next day"));
    misread(hours, "Sat 1000-2500", &form("1000"), Some("Sat 10:00-01:00 next day"));
    misread(hours, "Sat 10:00-75:00", &past(75, 0), None);
    misread(hours, "Sat 10:70-12:00", &MisreadKind::MinutePastHour { minute: 70 }, None);
    misread(hours, "Sat 24:00-06:00 next day", &MisreadKind::BeginsAtDayEnd, None);
}

#[test]
fn a_span_that_ends_before_it_begins_is_offered_both_ways() {
    let time = |text| TimeOfDay::parse(text).unwrap();
    let kind = MisreadKind::EndsBeforeStart { from: time("22:00"), to: time("06:00") };
    misread(hours, "Mon-Thu 22:00-06:00", &kind, None);
    let wrong = hours(exact("Mon-Thu 22:00-06:00")).unwrap_err();
    assert_eq!(wrong.choices, ["Mon-Thu 22:00-06:00 next day", "Mon-Thu 06:00-22:00"]);
    assert_eq!(wrong.span.range(), 8..19);
    let midnight = MisreadKind::EndsBeforeStart { from: time("18:00"), to: time("00:00") };
    misread(hours, "Mon 18:00-00:00", &midnight, Some("Mon 18:00-24:00"));
    misread(hours, "Mon 08:00-08:00", &MisreadKind::NoLength { time: time("08:00") }, None);
    misread(hours, "Mon 00:00-00:00", &MisreadKind::NoLength { time: time("00:00") }, Some("Mon 00:00-24:00"));
}
