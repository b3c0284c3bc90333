//! What is said of lengths of time, dates, times of day and hours that cannot be read.

use crate::calendar::HolidayList;
use crate::notation::MisreadKind;
use crate::source::quoted;
use crate::strategy::errors::finding::{
    ENDS_BEFORE_START, IMPOSSIBLE_DATE, IMPOSSIBLE_TIME, NO_UNIT, OTHER_SPELLING, UNCLEAR_HOURS, UNCLEAR_NUMBER,
};
use crate::strategy::errors::said::{Said, said};

/// The words for a near miss about time.
pub(crate) fn words(kind: &MisreadKind) -> Option<Said> {
    lengths(kind).or_else(|| dates(kind)).or_else(|| hours(kind))
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the next of these functions takes the other kinds")]
#[expect(clippy::too_many_lines, reason = "a table: one arm for each near miss")]
fn lengths(kind: &MisreadKind) -> Option<Said> {
    let words = match kind {
        MisreadKind::AmbiguousUnit { number, found } if found == "m" => said(
            &NO_UNIT,
            format!("{} could mean minutes or months.", quoted(found)),
            "Nobody should have to guess which.",
            format!("{number} min, or {number} months"),
        ),
        MisreadKind::AmbiguousUnit { number, found } => said(
            &NO_UNIT,
            format!("{} could mean days or working days.", quoted(found)),
            "Over a weekend the two differ by two days.",
            format!("{number} working days, or {number} days"),
        ),
        MisreadKind::UnitForm { found, unit } => said(
            &OTHER_SPELLING,
            format!("{} is another spelling of a unit.", quoted(found)),
            if found == unit.written(2) {
                format!("One of them is {}.", unit.written(1))
            } else {
                format!("One thing has one spelling: {}.", unit.written(2))
            },
            format!("write {}", unit.written(2)),
        ),
        MisreadKind::UnknownUnit { found } => said(
            &NO_UNIT,
            format!("{} is not a unit of time.", quoted(found)),
            "The units are s, min, h, days, working days, weeks and months.",
            "write it in one of these units",
        ),
        MisreadKind::NoBlankBeforeUnit { number, unit } => said(
            &OTHER_SPELLING,
            format!("There is no blank between {number} and {unit}."),
            "One thing has one spelling.",
            format!("{number} {unit}"),
        ),
        MisreadKind::FractionOfUnit { number, unit } => said(
            &OTHER_SPELLING,
            format!("{number} {} is not a whole number.", unit.written(2)),
            "Lengths of time are whole numbers of one unit.",
            "write a whole number of a smaller unit, such as 90 min for one and a half hours",
        ),
        MisreadKind::TwoLengths { found } => said(
            &OTHER_SPELLING,
            format!("{} are two lengths of time.", quoted(found)),
            "Only one can stand here.",
            "write one of them here, and give the other a line of its own",
        ),
        MisreadKind::TwoUnits => said(
            &OTHER_SPELLING,
            "This length of time has two units.",
            "Lengths of time are whole numbers of one unit.",
            "write it in one of them, such as 90 min for one and a half hours",
        ),
        MisreadKind::Rings { number } => said(
            &NO_UNIT,
            format!("{} is not a length of time.", quoted(&format!("{number} rings"))),
            "A ring lasts from 3 to 6 seconds, which differs from country to country.",
            rings(number),
        ),
        MisreadKind::BusinessDays { number } => said(
            &OTHER_SPELLING,
            "Business days are called working days here.",
            "They are the dates on which the desk is open.",
            format!("{number} working days"),
        ),
        MisreadKind::IsoDuration => said(
            &OTHER_SPELLING,
            "This length of time is written as computers write it.",
            "Managers and reviewers must be able to read it aloud.",
            "write a number and a unit, such as 4 h",
        ),
        MisreadKind::ReportedLength(found) => said(
            &OTHER_SPELLING,
            format!("{} is another way to write a length of time.", quoted(found)),
            "A length of time is a whole number and one unit, so that nobody has to count colons.",
            "write it with s, min or h",
        ),
        MisreadKind::ClockLength { found } => said(
            &NO_UNIT,
            format!("{} could be hours and minutes, or minutes and seconds.", quoted(found)),
            "Nobody should have to guess.",
            "write it with s, min or h",
        ),
        MisreadKind::ZeroDuration => said(
            &UNCLEAR_NUMBER,
            "A length of time of 0 is no time at all.",
            "",
            "write how long it is, or remove the line",
        ),
        _ => return None,
    };
    Some(words)
}

/// How long so many rings may last.
fn rings(number: &str) -> String {
    match number.parse::<u32>().ok().and_then(|number| Some((number.checked_mul(3)?, number.checked_mul(6)?))) {
        Some((least, most)) => format!("write the time in seconds, from {least} s to {most} s"),
        None => "write the time in seconds".to_owned(),
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the next of these functions takes the other kinds")]
#[expect(clippy::too_many_lines, reason = "a table: one arm for each near miss")]
fn dates(kind: &MisreadKind) -> Option<Said> {
    let words = match kind {
        MisreadKind::NoSuchDate { year, month, day, days_in_month } => {
            let why = match days_in_month {
                Some(days) => format!("Month {month} of {year} has {days} days."),
                None => format!("A year has 12 months, and {month} is past the last one."),
            };
            let headline = format!("There is no day {year:04}-{month:02}-{day:02} in the calendar.");
            said(&IMPOSSIBLE_DATE, headline, why, "write year, month and day, such as 2026-02-28")
        }
        MisreadKind::DateForm { found } => said(
            &IMPOSSIBLE_DATE,
            format!("{} is another way to write a date.", quoted(found)),
            "Year, month, day reads the same in every country.",
            "write it like this: 2026-12-31",
        ),
        MisreadKind::DateEitherWay { found } => said(
            &IMPOSSIBLE_DATE,
            format!("{} could be two different days.", quoted(found)),
            "Day and month are swapped between countries.",
            "write year, month and day, such as 2026-12-31",
        ),
        MisreadKind::DateWithoutYear { found, month, day } => said(
            &IMPOSSIBLE_DATE,
            format!("{} does not say its year.", quoted(found)),
            "A date holds once, so that nothing holds by accident next year.",
            format!("write the year before month and day, such as 2026-{month:02}-{day:02}"),
        ),
        MisreadKind::SeveralDates { found } => said(
            &IMPOSSIBLE_DATE,
            format!("{} is a stretch of dates, and one date belongs here.", quoted(found)),
            "",
            "write each date on a line of its own, or name the stretch under closed on or seasons",
        ),
        MisreadKind::DatesForm(found) => said(
            &IMPOSSIBLE_DATE,
            format!("{} is another way to write dates.", quoted(found)),
            "Year, month, day reads the same in every country.",
            "",
        ),
        MisreadKind::DatesEitherWay(found) => said(
            &IMPOSSIBLE_DATE,
            format!("{} could be different days.", quoted(found)),
            "Day and month are swapped between countries.",
            "",
        ),
        MisreadKind::DatesWithoutYear { found, example } => said(
            &IMPOSSIBLE_DATE,
            format!("{} does not say its year.", quoted(found)),
            "A date holds once, so that nothing holds by accident next year.",
            format!("write the year before month and day, such as {example}"),
        ),
        MisreadKind::NoDates(found) => said(
            &UNCLEAR_HOURS,
            format!("{} is no day on which a desk is closed.", quoted(found)),
            "Without this line the desk keeps its weekly hours all year, on public holidays too.",
            "remove this line",
        ),
        MisreadKind::RangeBackwards { from, to } => said(
            &ENDS_BEFORE_START,
            format!("{to} comes before {from}."),
            "A stretch of dates ends on or after the day on which it begins.",
            format!("{to} to {from}"),
        ),
        MisreadKind::TimeForm { found } => said(
            &IMPOSSIBLE_TIME,
            format!("{} is another way to write a time.", quoted(found)),
            "Times have two digits, a colon and two digits, on a clock of 24 hours.",
            "write it like this: 09:00",
        ),
        MisreadKind::HourPastMidnight { hour, minute } => said(
            &IMPOSSIBLE_TIME,
            format!("{hour:02}:{minute:02} is past midnight. The latest hour on a day is 24:00."),
            "Hours after midnight belong to the next day.",
            "write an hour from 00:00 to 24:00",
        ),
        MisreadKind::MinutePastHour { minute } => said(
            &IMPOSSIBLE_TIME,
            format!("An hour has no minute {minute}. The last one is 59."),
            "",
            "write minutes from 00 to 59",
        ),
        _ => return None,
    };
    Some(words)
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the next of these functions takes the other kinds")]
#[expect(clippy::too_many_lines, reason = "a table: one arm for each near miss")]
fn hours(kind: &MisreadKind) -> Option<Said> {
    let words = match kind {
        MisreadKind::DayName { found, day } => said(
            &OTHER_SPELLING,
            format!("{} is another spelling of a day.", quoted(found)),
            "Days have three letters: Mon, Tue, Wed, Thu, Fri, Sat, Sun.",
            format!("write {}", day.short()),
        ),
        MisreadKind::DayWord { found, write } => said(
            &OTHER_SPELLING,
            format!("{} is said in another way here.", quoted(found)),
            format!("One thing has one spelling: {write}."),
            format!("write {write}"),
        ),
        MisreadKind::RoundTheClock { found } => said(
            &OTHER_SPELLING,
            format!("{} is said in another way here.", quoted(found)),
            "Round the clock, every day, is one word: always.",
            "always",
        ),
        MisreadKind::EndsBeforeStart { from, to } => said(
            &UNCLEAR_HOURS,
            format!("{from}-{to} ends before it begins."),
            "Either the two times are swapped, or it runs past midnight and does not say so.",
            "swap the times, or add next day",
        ),
        MisreadKind::ShiftOrder { before, from } => said(
            &UNCLEAR_HOURS,
            format!("{from} stands after {before}, where a later time is needed."),
            "The numbers of people follow each other through one day, and each time stands once.",
            "write the times in the order of the day",
        ),
        MisreadKind::NoLength { time } => said(
            &UNCLEAR_HOURS,
            format!("{time}-{time} begins and ends at the same time."),
            "It could mean never, or round the clock.",
            "write 00:00-24:00 if it is open all day, or leave the day out",
        ),
        MisreadKind::BeginsAtDayEnd => said(
            &UNCLEAR_HOURS,
            "24:00 is the end of a day, so nothing can begin there.",
            "",
            "begin at 00:00 of the next day",
        ),
        MisreadKind::NoDays => said(
            &UNCLEAR_HOURS,
            "These hours do not say on which days.",
            "",
            "write the days before the times, such as Mon-Fri or every day",
        ),
        MisreadKind::NoTimes { found } => said(
            &UNCLEAR_HOURS,
            format!("{} has no times after it.", quoted(found)),
            "",
            "write the times after the days, such as 08:00-20:00",
        ),
        MisreadKind::NoEnd { from } => said(
            &UNCLEAR_HOURS,
            format!("The hours from {from} have no end."),
            "",
            "write both times, such as 08:00-20:00",
        ),
        MisreadKind::BareHours { found } => said(
            &UNCLEAR_HOURS,
            format!("{} could be morning or evening.", quoted(found)),
            "Times have two digits, a colon and two digits, on a clock of 24 hours.",
            "write both times in full, such as 09:00-17:00",
        ),
        MisreadKind::DaysLast { days } => {
            let headline = format!("The times come before {}.", quoted(days));
            said(&OTHER_SPELLING, headline, "The days come first, then the times.", "write the days first")
        }
        MisreadKind::HolidayByName { found } => said(
            &IMPOSSIBLE_DATE,
            format!("{} does not say its date.", quoted(found)),
            "Holidays of one name fall on other dates in other years and countries.",
            "write public holidays in, and the country or region, or each date, such as 2026-12-25",
        ),
        MisreadKind::ClosedDay { found } => said(
            &UNCLEAR_HOURS,
            format!("{} need not be said.", quoted(found)),
            "Days that are not listed are closed.",
            "leave it out",
        ),
        MisreadKind::ColonAfterDays => {
            said(&OTHER_SPELLING, "No colon is needed after the days.", "", "leave the colon out")
        }
        MisreadKind::ZoneInHours { found } => said(
            &UNCLEAR_HOURS,
            format!("{} cannot stand among the hours.", quoted(found)),
            "Hours are those of the line time zone, of the desk or of the whole strategy.",
            "leave it out, and write the place under time zone",
        ),
        MisreadKind::BankHolidays => said(
            &OTHER_SPELLING,
            "Bank holidays are called public holidays here.",
            "The same days have other names in other countries.",
            "write the country or region after it, such as public holidays in England",
        ),
        MisreadKind::HolidaysWithoutRegion => said(
            &UNCLEAR_HOURS,
            "These public holidays do not say where.",
            "Even the parts of one country have different ones.",
            "add the country or region, such as public holidays in England",
        ),
        MisreadKind::RegionBeforeHolidays { region } => said(
            &OTHER_SPELLING,
            "The region comes after the words public holidays in.",
            "",
            match HolidayList::parts_of(region).as_slice() {
                [] => "write public holidays in, and the country or region, such as England".to_owned(),
                parts => format!("write public holidays in, and one of {}", parts.join(", ")),
            },
        ),
        _ => return None,
    };
    Some(words)
}
