//! Near misses of hours: other names of days, other forms of times, other words for always and never.

use crate::calendar::{TimeOfDay, Weekday};
use crate::notation::misread_kind::MisreadKind;
use crate::notation::miss::{Miss, splice};
use crate::notation::slips::pieces;
use crate::notation::time_of_day::other_form;

/// Words for several days, and what to write.
const DAY_WORDS: [(&str, &str); 14] = [
    ("daily", "every day"),
    ("everyday", "every day"),
    ("each day", "every day"),
    ("all days", "every day"),
    ("all week", "every day"),
    ("7 days a week", "every day"),
    ("seven days a week", "every day"),
    ("weekdays", "Mon-Fri"),
    ("weekday", "Mon-Fri"),
    ("workdays", "Mon-Fri"),
    ("working days", "Mon-Fri"),
    ("weekends", "Sat-Sun"),
    ("weekend", "Sat-Sun"),
    ("every day:", "every day"),
];

/// Words for always.
const ROUND_THE_CLOCK: [&str; 14] = [
    "24/7",
    "24x7",
    "24 x 7",
    "24-7",
    "24h",
    "24 h",
    "24 hours",
    "24 hours a day",
    "24 hours a day, 7 days a week",
    "round the clock",
    "around the clock",
    "all day",
    "all day every day",
    "any time",
];

/// The near miss of a text that does not read as the hours of a week.
pub(crate) fn look(text: &str) -> Option<Miss> {
    if let Some(miss) = whole_word(text) {
        return Some(miss);
    }
    word_alone(text)
        .or_else(|| empty_piece(text))
        .or_else(|| zone(text))
        .or_else(|| round_the_clock(text))
        .or_else(|| days_last(text))
        .or_else(|| from_to(text))
        .or_else(|| separators(text))
        .or_else(|| colon_after_days(text))
        .or_else(|| closed_day(text))
        .or_else(|| day_words(text))
        .or_else(|| spans(text))
        .or_else(|| missing_half(text))
}

/// One word for all hours, in other words than the language has.
fn whole_word(text: &str) -> Option<Miss> {
    let lower = text.to_ascii_lowercase();
    if ROUND_THE_CLOCK.contains(&lower.trim_end_matches(" every day")) {
        let kind = MisreadKind::RoundTheClock { found: text.to_owned() };
        return Some(Miss::new(0, text.len(), kind).becomes("always"));
    }
    if lower == "closed" || lower == "none" {
        let kind = MisreadKind::WrongWord { found: text.to_owned(), write: "never".into() };
        return Some(Miss::new(0, text.len(), kind).becomes("never"));
    }
    if (lower == "always" || lower == "never") && lower != text {
        let kind = MisreadKind::WrongWord { found: text.to_owned(), write: lower.clone() };
        return Some(Miss::new(0, text.len(), kind).becomes(lower));
    }
    None
}

/// The near miss of a text that does not read as the hours of a special day.
pub(crate) fn look_day(text: &str) -> Option<Miss> {
    let lower = text.to_ascii_lowercase();
    let put = |write: &str| {
        let kind = MisreadKind::WrongWord { found: text.to_owned(), write: write.to_owned() };
        Some(Miss::new(0, text.len(), kind).becomes(write))
    };
    match lower.as_str() {
        "closed" | "never" | "none" | "not open" | "shut" => return put("closed"),
        "always" => return put("00:00-24:00"),
        _ => {}
    }
    if ROUND_THE_CLOCK.contains(&lower.as_str()) {
        let kind = MisreadKind::RoundTheClock { found: text.to_owned() };
        return Some(Miss::new(0, text.len(), kind).becomes("00:00-24:00"));
    }
    empty_piece(text).or_else(|| separators(text)).or_else(|| spans(text)).or_else(|| no_end(text))
}

/// A comma with nothing after it, or two in a row.
fn empty_piece(text: &str) -> Option<Miss> {
    if let Some(kept) = text.strip_suffix(',') {
        return Some(Miss::new(kept.len(), text.len(), MisreadKind::EmptyItem).becomes(kept.trim_end()));
    }
    let at = text.find(", , ")?;
    Some(Miss::put(text, at, at + ", , ".len(), MisreadKind::EmptyItem, ", "))
}

/// `Mon-Fri 08:00-20:00 GMT`
fn zone(text: &str) -> Option<Miss> {
    let (kept, found) = text.rsplit_once(' ')?;
    let known =
        ["GMT", "UTC", "BST", "CET", "CEST", "EST", "EDT", "ET", "CST", "CDT", "MST", "PST", "PDT", "PT", "IST"];
    let bare = found.trim_matches(|mark| matches!(mark, '(' | ')'));
    known.contains(&bare).then(|| {
        let kind = MisreadKind::ZoneInHours { found: bare.to_owned() };
        Miss::new(text.len() - found.len(), text.len(), kind).becomes(kept)
    })
}

/// `Mon-Fri from 08:00 to 20:00`
fn from_to(text: &str) -> Option<Miss> {
    let at = text.find(" from ")?;
    let kind = MisreadKind::ExtraWords { found: "from".into() };
    Some(Miss::new(at + 1, at + 5, kind).becomes(splice(text, at, at + " from".len(), "")))
}

/// `always` or `never` beside other hours.
fn word_alone(text: &str) -> Option<Miss> {
    let (at, word) = pieces(text).find(|(_, piece)| matches!(*piece, "always" | "never"))?;
    let rest: Vec<&str> = pieces(text).filter(|(start, _)| *start != at).map(|(_, piece)| piece).collect();
    let miss = Miss::new(at, at + word.len(), MisreadKind::OnlyAlone { word: word.to_owned() });
    Some(miss.or_either([word.to_owned(), rest.join(", ")]))
}

/// `Mon-Fri 24/7`
fn round_the_clock(text: &str) -> Option<Miss> {
    for (at, piece) in pieces(text) {
        for words in ROUND_THE_CLOCK {
            let Some(days) = piece.strip_suffix(words).filter(|days| days.ends_with(' ')) else { continue };
            let (start, end) = (at + days.len(), at + piece.len());
            let kind = MisreadKind::RoundTheClock { found: words.to_owned() };
            return Some(Miss::put(text, start, end, kind, "00:00-24:00"));
        }
    }
    None
}

/// `8am to 10pm daily`, `9-5 on weekdays`: the times before the days.
fn days_last(text: &str) -> Option<Miss> {
    if !text.starts_with(|first: char| first.is_ascii_digit()) || text.contains(',') {
        return None;
    }
    let is_day = |word: &str| {
        day_of(word).is_some() || matches!(word, "daily" | "every" | "day" | "weekdays" | "weekends" | "to" | "on")
    };
    let (at, _) = text.match_indices(' ').find(|(at, _)| {
        text.get(at + 1..).is_some_and(|days| days.split([' ', '-']).all(is_day) && !days.starts_with("to "))
    })?;
    let days = text.get(at + 1..)?.trim_start_matches("on ");
    let kind = MisreadKind::DaysLast { days: days.to_owned() };
    Some(Miss::new(text.len() - days.len(), text.len(), kind).becomes(format!("{days} {}", text.get(..at)?)))
}

/// Semicolons and `and` between hours, `to` between times or days, blanks around the dash.
fn separators(text: &str) -> Option<Miss> {
    let put = |at: usize, found: &str, write: &'static str| {
        let kind = MisreadKind::WrongSeparator { found: found.to_owned(), write };
        Some(Miss::put(text, at, at + found.len(), kind, write))
    };
    for found in ["; ", ";", " and ", " & ", " + ", "/"] {
        if let Some(at) = text.find(found) {
            return put(at, found, ", ");
        }
    }
    for found in [" to ", " till ", " until ", " through ", "~"] {
        if let Some(at) = text.find(found) {
            return put(at, found, "-");
        }
    }
    for found in [" - ", "- ", " -"] {
        if let Some(at) = text.find(found) {
            return Some(Miss::put(text, at, at + found.len(), MisreadKind::Blanks, "-"));
        }
    }
    None
}

/// `Mon-Fri: 08:00-20:00`
fn colon_after_days(text: &str) -> Option<Miss> {
    let (at, _) = text.match_indices(':').find(|(at, _)| {
        text.get(..*at).and_then(|before| before.chars().next_back()).is_some_and(char::is_alphabetic)
    })?;
    let blank = if text.get(at + 1..).is_some_and(|rest| rest.starts_with(' ')) { "" } else { " " };
    Some(Miss::put(text, at, at + 1, MisreadKind::ColonAfterDays, blank))
}

/// Words of letters only, with their places.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive(|found: char| !found.is_alphabetic())
        .map(move |part| {
            let start = at;
            at += part.len();
            (start, part.trim_end_matches(|found: char| !found.is_alphabetic()))
        })
        .filter(|(_, word)| !word.is_empty())
}

/// `Monday`, `mon`, `Tues`, `daily`, `weekdays`.
fn day_words(text: &str) -> Option<Miss> {
    let lower = text.to_ascii_lowercase();
    for (found, write) in DAY_WORDS {
        for (at, _) in lower.match_indices(found) {
            let after = lower.get(at + found.len()..)?;
            let alone = !after.starts_with(|next: char| next.is_alphabetic())
                && !lower.get(..at)?.ends_with(|before: char| before.is_alphanumeric());
            if alone {
                let written = text.get(at..at + found.len())?;
                let kind = MisreadKind::DayWord { found: written.to_owned(), write };
                return Some(Miss::put(text, at, at + found.len(), kind, write));
            }
        }
    }
    for (at, word) in words(text) {
        let Some(day) = day_of(word) else { continue };
        let dot = usize::from(text.get(at + word.len()..)?.starts_with('.'));
        if word == day.short() && dot == 0 {
            continue;
        }
        let kind = MisreadKind::DayName { found: word.to_owned(), day };
        return Some(Miss::put(text, at, at + word.len() + dot, kind, day.short()));
    }
    let at = lower.find("every day").filter(|at| text.get(*at..at + 9) != Some("every day"))?;
    let written = text.get(at..at + 9)?;
    let kind = MisreadKind::DayWord { found: written.to_owned(), write: "every day" };
    Some(Miss::put(text, at, at + 9, kind, "every day"))
}

/// The weekday that a word of any common spelling names.
pub(crate) fn day_of(word: &str) -> Option<Weekday> {
    let lower = word.to_ascii_lowercase();
    let singular = lower.strip_suffix('s').filter(|day| day.ends_with("day")).unwrap_or(&lower);
    Weekday::ALL.into_iter().find(|day| {
        let name = day.name().to_ascii_lowercase();
        let other = match day {
            Weekday::Tuesday => "tues",
            Weekday::Wednesday => "weds",
            Weekday::Thursday => "thurs",
            Weekday::Monday | Weekday::Friday | Weekday::Saturday | Weekday::Sunday => "",
        };
        singular == other || (singular.len() >= 2 && name.starts_with(singular))
    })
}

/// `Sun closed`: days that are not listed are closed.
fn closed_day(text: &str) -> Option<Miss> {
    let (at, piece) = pieces(text).find(|(_, piece)| {
        piece.split(' ').next_back().is_some_and(|last| last.eq_ignore_ascii_case("closed") || last == "-")
    })?;
    let kept: Vec<&str> = pieces(text).filter(|(start, _)| *start != at).map(|(_, piece)| piece).collect();
    let kind = MisreadKind::ClosedDay { found: piece.to_owned() };
    let miss = Miss::new(at, at + piece.len(), kind);
    // That one day is closed does not say that the others are.
    Some(if kept.is_empty() { miss } else { miss.becomes(kept.join(", ")) })
}

/// Spans whose times have another form: `9-5`, `8am-8pm`, `9:00-17:00`, `0900-1700`.
fn spans(text: &str) -> Option<Miss> {
    for (at, piece) in pieces(text) {
        let days = piece.bytes().position(|byte| byte.is_ascii_digit()).unwrap_or(piece.len());
        let times = piece.get(days..)?;
        let times = times.strip_suffix(" next day").unwrap_or(times);
        let Some((from, to)) = times.split_once('-') else { continue };
        let start = at + days;
        let bare = |time: &str| time.len() <= 2 && !time.is_empty() && time.bytes().all(|byte| byte.is_ascii_digit());
        if bare(from) && bare(to) {
            let clear = to.parse::<u32>().is_ok_and(|to| to > 12);
            let found = times.to_owned();
            let kind = if clear { MisreadKind::TimeForm { found } } else { MisreadKind::BareHours { found } };
            let miss = Miss::new(start, start + times.len(), kind);
            return Some(match office_hours(from, to) {
                Some(right) => miss.becomes(splice(text, start, start + times.len(), &right)),
                None => miss,
            });
        }
        if let Some(miss) = afternoon(text, start, from, to) {
            return Some(miss);
        }
        for (place, time) in [(start, from), (start + from.len() + 1, to)] {
            let right = other_form(time);
            if right.as_deref() == Some(time) {
                continue;
            }
            let end = place + time.len();
            if let Some(right) = right {
                // `9-5pm`: the first hour has no half of the day of its own, and only a morning comes before the end.
                let kind = MisreadKind::TimeForm { found: time.to_owned() };
                return Some(Miss::put(text, place, end, kind, &right));
            }
            if let Some(right) = past_midnight(time) {
                let (hour, kind) = right;
                let miss = Miss::new(place, end, kind);
                return Some(match hour {
                    Some(whole) => miss.becomes(splice(text, place, end, &whole)),
                    None => miss,
                });
            }
        }
    }
    None
}

/// `2-6.30pm`: the half of the day stands once and holds for both times. Where the desk may as well open in the morning,
/// as in `8-11pm`, somebody has to say which.
fn afternoon(text: &str, start: usize, from: &str, to: &str) -> Option<Miss> {
    let half = to.to_ascii_lowercase().replace(['.', ' '], "");
    let (end, morning) = (other_form(to).filter(|_| half.ends_with("pm"))?, other_form(from)?);
    if from.ends_with(|last: char| last.is_alphabetic() || last == '.') {
        // `2am-6pm` says both halves; with one of them put right, the other would hold for both.
        let miss = Miss::new(start, start + from.len(), MisreadKind::TimeForm { found: from.to_owned() });
        return Some(miss.becomes(splice(text, start, start + from.len() + 1 + to.len(), &format!("{morning}-{end}"))));
    }
    let hour: u32 = morning.get(..2)?.parse().ok().filter(|hour| (1..12).contains(hour))?;
    let begin = format!("{:02}{}", hour + 12, morning.get(2..)?);
    if begin >= end {
        return None;
    }
    let (found, length) = (format!("{from}-{to}"), from.len() + 1 + to.len());
    let write = |begin: &str| splice(text, start, start + length, &format!("{begin}-{end}"));
    let miss = Miss::new(start, start + length, MisreadKind::TimeForm { found });
    Some(if hour < EARLIEST { miss.becomes(write(&begin)) } else { miss.or_either([write(&morning), write(&begin)]) })
}

/// The hour before which nobody means the morning where an afternoon could be meant.
const EARLIEST: u32 = 6;

/// `9-5` as the hours of an office, where that is the only sensible reading.
fn office_hours(from: &str, to: &str) -> Option<String> {
    let (from, to): (u32, u32) = (from.parse().ok()?, to.parse().ok()?);
    let afternoon = if to <= from && to <= 11 { to + 12 } else { to };
    let sensible = (6..=24).contains(&from) && from < afternoon && afternoon <= 24;
    sensible.then(|| format!("{from:02}:00-{afternoon:02}:00"))
}

/// `2500` and its like: an hour past midnight in another form, and the same in the right form.
fn past_midnight(time: &str) -> Option<(Option<String>, MisreadKind)> {
    let digits: String = time.chars().filter(char::is_ascii_digit).collect();
    let fits =
        digits.len() == 4 && time.chars().all(|found| found.is_ascii_digit() || matches!(found, '.' | ':' | 'h'));
    let number: u32 = digits.parse().ok().filter(|_| fits)?;
    let (hour, minute) = (number / 100, number % 100);
    (minute < 60 && hour >= 24)
        .then(|| (Some(format!("{hour:02}:{minute:02}")), MisreadKind::HourPastMidnight { hour, minute }))
}

/// Times without days, days without times, a beginning without an end.
fn missing_half(text: &str) -> Option<Miss> {
    let (first, piece) = pieces(text).next()?;
    let is_span = |piece: &str| piece.contains(':') && piece.contains('-') && !piece.contains(char::is_alphabetic);
    if piece.starts_with(|found: char| found.is_ascii_digit()) && is_span(piece) {
        let miss = Miss::new(first, first + piece.len(), MisreadKind::NoDays);
        return Some(miss.or_either(["every day", "Mon-Fri"].map(|days| format!("{days} {text}"))));
    }
    let mut without_times = None;
    for (at, piece) in pieces(text) {
        let has_times = piece.contains(|found: char| found.is_ascii_digit());
        match (has_times, without_times) {
            (false, None)
                if words(piece).all(|(_, word)| day_of(word).is_some() || matches!(word, "every" | "day")) =>
            {
                without_times = Some(at);
            }
            (false, None) => return None,
            (false, Some(_)) => {}
            (true, _) => without_times = None,
        }
    }
    if let Some(at) = without_times {
        let found = text.get(at..)?.to_owned();
        return Some(Miss::new(at, text.len(), MisreadKind::NoTimes { found }));
    }
    no_end(text)
}

/// `Mon-Fri 08:00`
fn no_end(text: &str) -> Option<Miss> {
    for (at, piece) in pieces(text) {
        let last = piece.split(' ').next_back()?;
        let starts_well = last.len() == 5 && TimeOfDay::parse(last).is_some();
        if starts_well {
            let end = at + piece.len();
            let from = last.to_owned();
            return Some(Miss::new(end - last.len(), end, MisreadKind::NoEnd { from }));
        }
    }
    None
}
