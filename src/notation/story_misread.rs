//! Near misses of contact lines and of days with times.

use crate::notation::date::DATE;
use crate::notation::hours_misread::day_of;
use crate::notation::misread_kind::MisreadKind;
use crate::notation::miss::{Miss, splice};
use crate::notation::slips::{leading_words, pieces, telling};
use crate::notation::time_of_day::TIME_OF_DAY;

/// The near miss of a text that does not read as a contact line.
pub(crate) fn look(text: &str) -> Option<Miss> {
    let mut parts = pieces(text);
    let (_, matter) = parts.next()?;
    let Some((start, piece)) = parts.next() else {
        return moment_inside(text)
            .or_else(|| Some(Miss::new(0, text.len(), MisreadKind::NoMoment { found: String::new() })));
    };
    let end = start + piece.len();
    // `Tue, 12:00`: the day and its time in two pieces.
    let next = parts.next();
    if let Some((next_start, time)) = next
        && (day_of(piece).is_some() || DATE.reads(piece))
        && (TIME_OF_DAY.reads(time) || TIME_OF_DAY.miss(time).and_then(telling).is_some())
    {
        let kind = MisreadKind::WrongSeparator { found: ", ".into(), write: " " };
        return Some(Miss::put(text, end, next_start, kind, " "));
    }
    if let Some(miss) = moment(piece) {
        return Some(miss.within(text, start, end));
    }
    if matter.is_empty() {
        return Some(Miss::new(0, 1.min(text.len()), MisreadKind::EmptyItem));
    }
    // `Order help, phone, Tue 12:00`
    let is_moment = |(_, when): (usize, &str)| {
        let (day, time) = when.split_once(' ').unwrap_or((when, ""));
        (day_of(day).is_some() || DATE.reads(day)) && TIME_OF_DAY.reads(time)
    };
    if next.is_some_and(is_moment) && !matter.contains(" on ") {
        let kind = MisreadKind::WrongSeparator { found: ", ".into(), write: " on " };
        return Some(Miss::put(text, matter.len(), start, kind, " on "));
    }
    Some(Miss::new(start, end, MisreadKind::NoMoment { found: piece.to_owned() }))
}

/// `Order help on phone at Tue 12:00`: the moment without its comma.
fn moment_inside(text: &str) -> Option<Miss> {
    let (before, time) = text.rsplit_once(' ')?;
    let (before, day) = before.rsplit_once(' ')?;
    let right = TIME_OF_DAY.reads(time) && (DATE.reads(day) || day_of(day).is_some());
    let matter = before.strip_suffix(" at").or_else(|| before.strip_suffix(" on")).unwrap_or(before);
    let start = text.len() - day.len() - 1 - time.len();
    right.then(|| {
        let found = text.get(matter.len()..start).unwrap_or(" ").to_owned();
        let kind = MisreadKind::WrongSeparator { found, write: ", " };
        Miss::put(text, matter.len(), start, kind, ", ")
    })
}

/// The near miss of a day with a time: `Tuesday 12:00`, `Tue 9am`, `Tue at 12:00`, `2026-12-01T12:00`, `12:00`.
pub(crate) fn moment(text: &str) -> Option<Miss> {
    let leads = [("on", ""), ("at", ""), ("next", ""), ("this", "")];
    if let Some(miss) = leading_words(text, &leads) {
        return Some(miss);
    }
    if let Some((day, time)) = text.split_once('T').filter(|(day, _)| DATE.reads(day)) {
        let kind = MisreadKind::WrongSeparator { found: "T".into(), write: " " };
        let time = time.get(..5).unwrap_or(time);
        return Some(Miss::new(day.len(), day.len() + 1, kind).becomes(format!("{day} {time}")));
    }
    if TIME_OF_DAY.reads(text) || (DATE.reads(text) || day_of(text).is_some()) {
        return Some(Miss::new(0, text.len(), MisreadKind::NoMoment { found: text.to_owned() }));
    }
    let (day, time) = text.split_once(' ')?;
    if let Some(rest) = time.strip_prefix("at ") {
        let kind = MisreadKind::ExtraWords { found: "at".into() };
        let at = day.len() + 1;
        return Some(Miss::new(at, at + 2, kind).becomes(format!("{day} {rest}")));
    }
    if let Some(weekday) = day_of(day) {
        if day != weekday.short() {
            let kind = MisreadKind::DayName { found: day.to_owned(), day: weekday };
            return Some(Miss::new(0, day.len(), kind).becomes(splice(text, 0, day.len(), weekday.short())));
        }
        return TIME_OF_DAY.miss_in(text, day.len() + 1, text.len()).and_then(telling);
    }
    if DATE.reads(day) {
        return TIME_OF_DAY.miss_in(text, day.len() + 1, text.len()).and_then(telling);
    }
    let (date, time) = text.rsplit_once(' ')?;
    TIME_OF_DAY.reads(time).then(|| DATE.miss_in(text, 0, date.len()).and_then(telling)).flatten()
}
