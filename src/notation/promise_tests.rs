//! Right forms and near misses of promises.

use crate::calendar::{Deadline, Duration, TimeOfDay, Unit};
use crate::measure::{Decimal, Share};
use crate::notation::checks::{at, exact, misread, read_all};
use crate::notation::misread_kind::MisreadKind;
use crate::notation::phrase::Phrase;
use crate::notation::promise::{Clause, promise};

fn percent(number: i32) -> Share {
    Share::percent(Decimal::whole(number)).unwrap()
}

#[test]
fn right_forms_print_as_they_were_written() {
    read_all(
        promise,
        &[
            "80% in 20 s",
            "99.5% in 4 h",
            "90% in 15 s, 95% in 20 s",
            "more than 85% in 10 min",
            "average 2 min",
            "at most 5% abandoned after 10 s",
            "at most 5% abandoned",
            "at most 3% busy",
            "fewer than 15% over 10 min",
            "80% in 4 clock hours",
            "80% in 2 days",
            "100% in 2 working days",
            "100% in 2 working days at the same time",
            "100% in 1 working day at the same time",
            "100% by 12:00 on working day 3",
            "80% in 20 s, at most 5% abandoned",
            "average 10 s, 90% in 30 s",
            "always",
            "no promise",
            "-",
        ],
    );
}

#[test]
fn other_spellings_of_working_days_print_in_one() {
    for (written, printed) in [
        ("by close of working day 3", "100% in 3 working days"),
        ("80% by close of working day 3", "80% in 3 working days"),
        ("by 12:00 on working day 3", "100% by 12:00 on working day 3"),
        ("2 working days at the same time", "100% in 2 working days at the same time"),
        ("next working day", "100% in 1 working day"),
    ] {
        assert_eq!(promise(exact(written)).unwrap().value.to_string(), printed);
    }
}

#[test]
fn clauses_say_what_is_meant_and_where() {
    let text = "90% in 15 s, by 12:00 on working day 3";
    let read = promise(exact(text)).unwrap().value;
    let deadline = Deadline::Within(Duration::new(15, Unit::Second));
    assert_eq!(read.clauses[0].value, Clause::Point { share: percent(90), strict: false, deadline });
    let deadline = Deadline::AtTime { working_day: 3, time: TimeOfDay::new(12, 0).unwrap() };
    assert_eq!(read.clauses[1].value, Clause::Point { share: Share::all(), strict: false, deadline });
    assert_eq!(at(text, read.clauses[1].span), "by 12:00 on working day 3");
    let tail = promise(exact("fewer than 15% over 10 min")).unwrap().value;
    let over = Duration::new(10, Unit::Minute);
    assert_eq!(tail.clauses[0].value, Clause::Over { fewer_than: percent(15), over });
}

fn word(found: &str, write: &str) -> MisreadKind {
    MisreadKind::WrongWord { found: found.into(), write: write.into() }
}

#[test]
fn near_misses_of_points() {
    let in_place_of_slash = MisreadKind::WrongSeparator { found: "/".into(), write: " in " };
    let no_unit = MisreadKind::NoUnit { number: "30".into() };
    let right = Some("80% in 20 s");
    misread(promise, "80/20", &MisreadKind::SpokenPromise("80/20".into()), right);
    misread(promise, "80/20 sec", &in_place_of_slash, right);
    misread(promise, "80% / 20s", &in_place_of_slash, right);
    misread(promise, "80:20", &MisreadKind::SpokenPromise("80:20".into()), right);
    misread(promise, "20/80", &MisreadKind::SpokenEitherWay("20/80".into()), None);
    assert_eq!(promise(exact("20/80")).unwrap_err().choices, ["80% in 20 s", "20% in 80 s"]);
    misread(promise, "80% 20s", &word("", "in"), right);
    misread(promise, "20 s in 80%", &MisreadKind::SwappedPromise, right);
    misread(promise, "20s in 80%", &MisreadKind::SwappedPromise, right);
    misread(promise, "20s within 80%", &MisreadKind::SwappedPromise, right);
    misread(promise, "80% within 20 s", &word("within", "in"), right);
    misread(promise, "80% of calls within 20 seconds", &MisreadKind::ExtraWords { found: "of calls".into() }, right);
    misread(promise, "80% answered in 20 s", &MisreadKind::ExtraWords { found: "answered".into() }, right);
    misread(promise, "80% in 20s", &MisreadKind::NoBlankBeforeUnit { number: "20".into(), unit: "s".into() }, right);
    misread(promise, "80% in 30", &no_unit, None);
    misread(promise, "80% within 30", &no_unit, None);
    for text in ["80% in 30", "80% within 30"] {
        let wrong = promise(exact(text)).unwrap_err();
        assert_eq!(wrong.choices, ["80% in 30 s", "80% in 30 min"], "{text}");
        assert_eq!(at(text, wrong.span), "30");
    }
    misread(promise, "0.8 in 20 s", &MisreadKind::ShareAsFraction { number: "0.8".into() }, right);
    misread(promise, "80 in 20 s", &MisreadKind::ShareWithoutSign { number: "80".into() }, right);
    misread(promise, "80 % in 20 s", &MisreadKind::ShareForm { found: "80 %".into() }, right);
    misread(promise, "120% in 20 s", &MisreadKind::ShareOverWhole { number: "120".into() }, None);
    misread(promise, ">= 80% in 20 s", &MisreadKind::ExtraWords { found: ">=".into() }, right);
    misread(promise, "at least 80% in 20 s", &MisreadKind::ExtraWords { found: "at least".into() }, right);
    misread(promise, "> 80% in 20 s", &word(">", "more than"), Some("more than 80% in 20 s"));
    misread(promise, "80% IN 20 s", &word("80% IN 20 s", "80% in 20 s"), right);
    misread(promise, "80% in 5 m", &MisreadKind::AmbiguousUnit { number: "5".into(), found: "m".into() }, None);
    misread(promise, "5 rings", &MisreadKind::Rings { number: "5".into() }, None);
    misread(promise, "80% in 5 rings", &MisreadKind::Rings { number: "5".into() }, None);
    misread(promise, "80%", &MisreadKind::MissingPart { wanted: Phrase::Duration }, None);
    let jiffy = MisreadKind::NoTimeOfShare { found: "a jiffy".into(), before: "80% in ".into() };
    misread(promise, "80% in a jiffy", &jiffy, None);
    misread(promise, "90% in 15 s and 95% in 20 s", &separator(" and "), Some("90% in 15 s, 95% in 20 s"));
    misread(promise, "90% in 15 s; 95% in 20s", &separator("; "), Some("90% in 15 s, 95% in 20 s"));
    misread(promise, "80% in 20 s, no promise", &MisreadKind::OnlyAlone { word: "no promise".into() }, None);
}

fn separator(found: &str) -> MisreadKind {
    MisreadKind::WrongSeparator { found: found.into(), write: ", " }
}

#[test]
fn near_misses_of_working_days() {
    let business = |number: &str| MisreadKind::BusinessDays { number: number.into() };
    misread(promise, "100% in 2 business days", &business("2"), Some("100% in 2 working days"));
    misread(promise, "by close of business day 3", &business("3"), Some("by close of working day 3"));
    misread(promise, "30", &MisreadKind::BareNumber { number: "30".into() }, None);
    misread(promise, "next business day", &word("next business day", "next working day"), Some("next working day"));
    misread(
        promise,
        "90% next working day",
        &word("next working day", "in 1 working day"),
        Some("90% in 1 working day"),
    );
    let noon = MisreadKind::TimeForm { found: "noon".into() };
    misread(promise, "by noon on working day 3", &noon, Some("by 12:00 on working day 3"));
    misread(promise, "by close of working day 0", &MisreadKind::ZeroDuration, None);
}

#[test]
fn a_time_without_a_share_is_offered_to_all() {
    for (text, deadline) in [
        ("max 2 min", "2 min"),
        ("maximum of 5 min", "5 min"),
        ("up to 5 min", "5 min"),
        ("at most 2 min", "2 min"),
        ("no more than 2 minutes", "2 min"),
        ("<30s", "30 s"),
        ("within 4h", "4 h"),
        ("reply within 4h", "4 h"),
        ("within 24 hours of receipt", "24 h"),
        ("2 h or less", "2 h"),
        ("within an hour", "1 h"),
        ("2 business days", "2 working days"),
        ("1 business day", "1 working day"),
    ] {
        let kind = MisreadKind::NoShare { found: text.into(), deadline: deadline.into() };
        misread(promise, text, &kind, Some(&format!("100% in {deadline}")));
    }
    for (text, deadline) in [("4 h", "4 h"), ("24h", "24 h"), ("00:02:00", "2 min")] {
        misread(promise, text, &MisreadKind::NoShare { found: text.into(), deadline: deadline.into() }, None);
        let choices = promise(exact(text)).unwrap_err().choices;
        assert_eq!(choices, [format!("100% in {deadline}"), format!("average {deadline}")], "{text}");
    }
    for (text, first, second) in
        [("max 5", "5 s", "5 min"), ("2 d", "2 days", "2 working days"), ("24-48 h", "24 h", "48 h")]
    {
        let choices = promise(exact(text)).unwrap_err().choices;
        assert_eq!(choices, [format!("100% in {first}"), format!("100% in {second}")], "{text}");
    }
}

#[test]
fn clauses_may_be_joined_in_many_ways() {
    let ladder = Some("80% in 20 s, 95% in 60 s");
    for (text, found) in [
        ("80% in 20 s / 95% in 60 s", " / "),
        ("80% in 20s/95% in 60s", "/"),
        ("80/20 / 95/60", " / "),
        ("80% in 20 s, and 95% in 60 s", ", and "),
        ("80% in 20 s - 95% in 60 s", " - "),
        ("80% in 20 s (95% in 60 s)", "("),
    ] {
        misread(promise, text, &separator(found), ladder);
    }
    misread(promise, "80% in 20 s (average 10 s)", &separator("("), Some("80% in 20 s, average 10 s"));
    misread(promise, "80% in 20 s (max 2 min)", &separator("("), Some("80% in 20 s, 100% in 2 min"));
}

#[test]
fn near_misses_of_other_measures() {
    let abandoned = Some("at most 5% abandoned");
    misread(promise, "<5% abandoned", &word("<", "at most"), abandoned);
    misread(promise, "< 5% abandoned", &word("<", "at most"), abandoned);
    misread(promise, "max 5% abandoned", &word("max", "at most"), abandoned);
    misread(promise, "no more than 5% abandoned", &word("no more than", "at most"), abandoned);
    misread(promise, "less than 5% abandoned", &word("less than", "at most"), abandoned);
    misread(promise, "5% abandoned", &word("", "at most"), abandoned);
    misread(promise, "at most 5% abandonment", &word("abandonment", "abandoned"), abandoned);
    misread(promise, "at most 5 abandoned", &MisreadKind::ShareWithoutSign { number: "5".into() }, abandoned);
    let tight = MisreadKind::NoBlankBeforeUnit { number: "10".into(), unit: "s".into() };
    misread(promise, "at most 5% abandoned after 10s", &tight, Some("at most 5% abandoned after 10 s"));
    misread(
        promise,
        "at most 5% abandoned within 10 s",
        &word("within", "after"),
        Some("at most 5% abandoned after 10 s"),
    );
    let tail = Some("fewer than 20% over 5 min");
    misread(promise, "less than 20% over 5 min", &word("less than", "fewer than"), tail);
    misread(promise, "fewer than 20% wait over 5 min", &word("wait over", "over"), tail);
    misread(promise, "ASA 30 s", &word("ASA", "average"), Some("average 30 s"));
    misread(promise, "ASA <= 30s", &word("ASA", "average"), Some("average 30 s"));
    misread(promise, "average 30", &MisreadKind::NoUnit { number: "30".into() }, None);
}

#[test]
fn words_for_a_whole_cell() {
    let not_offered = |found: &str| MisreadKind::NotOfferedWord { found: found.into() };
    for text in ["n/a", "none", "N/A"] {
        misread(promise, text, &not_offered(text), None);
        assert_eq!(promise(exact(text)).unwrap_err().choices, ["-", "no promise"]);
    }
    misread(promise, "TBD", &MisreadKind::Undecided { found: "TBD".into() }, None);
    misread(promise, "24/7", &MisreadKind::RoundTheClock { found: "24/7".into() }, Some("always"));
    misread(promise, "Always", &word("Always", "always"), Some("always"));
    misread(promise, "\u{2013}", &MisreadKind::OddCharacter { found: '\u{2013}', write: "-" }, Some("-"));
    misread(promise, "quickly", &MisreadKind::Unreadable { wanted: Phrase::Promise }, None);
    misread(promise, "", &MisreadKind::Empty { wanted: Phrase::Promise }, None);
}

#[test]
fn promises_that_cannot_be_meant() {
    let no_time = MisreadKind::InNoTime { found: "0 s".into() };
    misread(promise, "80% in 0 s", &no_time, None);
    misread(promise, "average 0 s", &no_time, None);
    for (text, kept) in [
        ("0% in 30 s", true),
        ("at most 100% busy", true),
        ("at most 100% abandoned after 10 s", true),
        ("more than 100% in 20 s", false),
        ("fewer than 0% over 10 min", false),
    ] {
        misread(promise, text, &MisreadKind::ToNobody { found: text.into(), kept }, None);
        let choices: &[&str] = if kept { &["no promise", "-"] } else { &[] };
        assert_eq!(promise(exact(text)).unwrap_err().choices, choices, "{text}");
    }
    assert!(promise(exact("at most 0% busy")).is_ok(), "nobody turned away is a promise");
}
