//! Times of day: `08:30`.

use crate::calendar::TimeOfDay;
use crate::notation::grammar::{Found, Rule, parse};
use crate::notation::misread::Misread;
use crate::notation::misread_kind::MisreadKind;
use crate::notation::miss::Miss;
use crate::notation::phrase::Phrase;
use crate::notation::reader::{Attempt, Fault, Reader};
use crate::source::{Excerpt, Spanned};

pub(crate) const TIME_OF_DAY: Reader<'static, Spanned<TimeOfDay>> =
    Reader { wanted: Phrase::TimeOfDay, parse: &parse_time, look: &look };

/// Reads `08:30`, from `00:00` to `24:00`.
///
/// # Errors
/// Says what is wrong with any other text.
pub fn time_of_day(excerpt: Excerpt<'_>) -> Result<Spanned<TimeOfDay>, Misread> {
    TIME_OF_DAY.read(excerpt)
}

fn parse_time(excerpt: Excerpt<'_>) -> Attempt<Spanned<TimeOfDay>> {
    build_time(&parse(Rule::time_phrase, excerpt)?.need(Rule::time)?)
}

/// The time that the rule `time` matched.
pub(crate) fn build_time(found: &Found<'_>) -> Attempt<Spanned<TimeOfDay>> {
    if let Some(time) = TimeOfDay::parse(found.text()) {
        return Ok(found.with(time));
    }
    let kind = past_the_clock(found.text()).ok_or(Fault::Stuck(found.start()))?;
    Err(Miss::new(found.start(), found.end(), kind).into())
}

/// What is wrong with a time of the right form that no clock shows.
fn past_the_clock(text: &str) -> Option<MisreadKind> {
    let mut numbers = text.split(':').map(|part| part.parse::<u32>().ok());
    let (hour, minute) = (numbers.next()??, numbers.next()??);
    let second = numbers.next().flatten().unwrap_or(0);
    if hour >= 24 {
        return Some(MisreadKind::HourPastMidnight { hour, minute });
    }
    Some(MisreadKind::MinutePastHour { minute: if minute > 59 { minute } else { second } })
}

fn look(text: &str) -> Option<Miss> {
    if let Some((hour, minute)) = clock_reading(text)
        && hour > 24
        && minute < 60
    {
        return Some(Miss::new(0, text.len(), MisreadKind::HourPastMidnight { hour, minute }));
    }
    let miss = Miss::new(0, text.len(), MisreadKind::TimeForm { found: text.to_owned() });
    Some(miss.becomes(other_form(text)?))
}

/// A time of day in another form, written right: `9:00`, `0900`, `9am`, `5 p.m.`, `08.30`, `17h30`, `noon`, `9`.
pub(crate) fn other_form(text: &str) -> Option<String> {
    match text.to_ascii_lowercase().as_str() {
        "noon" | "midday" => return Some("12:00".into()),
        "midnight" => return Some("24:00".into()),
        _ => {}
    }
    let (hour, minute) = clock_reading(text)?;
    TimeOfDay::new(hour, minute).map(|time| time.to_string())
}

/// The hour and minute that a text in any common form says; the hour may be past 24.
fn clock_reading(text: &str) -> Option<(u32, u32)> {
    let lower = text.to_ascii_lowercase().replace("o'clock", "");
    let tight: String = lower.chars().filter(|found| !matches!(found, ' ')).collect();
    let (digits, half) = match tight.replace('.', "").as_str() {
        day if day.ends_with("am") => (strip_half(&tight), Some(0)),
        day if day.ends_with("pm") => (strip_half(&tight), Some(12)),
        _ => (tight.as_str(), None),
    };
    let mut parts = digits.split([':', '.', 'h']);
    let (first, second) = (parts.next()?, parts.next().filter(|part| !part.is_empty()));
    if parts.next().is_some() || !(first.bytes().chain(second.unwrap_or("").bytes())).all(|b| b.is_ascii_digit()) {
        return None;
    }
    let (hour, minute): (u32, u32) = match (first.len(), second) {
        (1 | 2, None) => (first.parse().ok()?, 0),
        (3 | 4, None) => (first.get(..first.len() - 2)?.parse().ok()?, first.get(first.len() - 2..)?.parse().ok()?),
        (1 | 2, Some(minute)) if minute.len() == 2 => (first.parse().ok()?, minute.parse().ok()?),
        _ => return None,
    };
    match half {
        None => Some((hour, minute)),
        Some(_) if !(1..=12).contains(&hour) => None,
        Some(half) => Some((hour % 12 + half, minute)),
    }
}

/// Without `am`, `pm`, `a.m.` or `p.m.` at the end.
fn strip_half(text: &str) -> &str {
    text.trim_end_matches(['.', 'm', 'a', 'p'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notation::checks::{misread, read_all};

    #[test]
    fn right_forms_print_as_they_were_written() {
        read_all(time_of_day, &["00:00", "08:30", "23:59", "24:00", "07:00:15"]);
    }

    #[test]
    fn near_misses() {
        let form = |found: &str| MisreadKind::TimeForm { found: found.into() };
        let past = |hour, minute| MisreadKind::HourPastMidnight { hour, minute };
        let cases: Vec<(&str, MisreadKind, Option<&str>)> = vec![
            ("9:00", form("9:00"), Some("09:00")),
            ("0900", form("0900"), Some("09:00")),
            ("900", form("900"), Some("09:00")),
            ("9", form("9"), Some("09:00")),
            ("9am", form("9am"), Some("09:00")),
            ("9 a.m.", form("9 a.m."), Some("09:00")),
            ("5pm", form("5pm"), Some("17:00")),
            ("5:30 pm", form("5:30 pm"), Some("17:30")),
            ("12am", form("12am"), Some("00:00")),
            ("12pm", form("12pm"), Some("12:00")),
            ("08.30", form("08.30"), Some("08:30")),
            ("17h30", form("17h30"), Some("17:30")),
            ("noon", form("noon"), Some("12:00")),
            ("25:00", past(25, 0), None),
            ("24:30", past(24, 30), None),
            ("2500", past(25, 0), None),
            ("08:75", MisreadKind::MinutePastHour { minute: 75 }, None),
            ("13pm", MisreadKind::Unreadable { wanted: Phrase::TimeOfDay }, None),
            ("early", MisreadKind::Unreadable { wanted: Phrase::TimeOfDay }, None),
        ];
        for (text, kind, suggestion) in cases {
            misread(time_of_day, text, &kind, suggestion);
        }
    }
}
