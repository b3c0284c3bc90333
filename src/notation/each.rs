//! Values of several parts, of which each faulty one is told: comma lists, ladders, tests joined by `and`.

use crate::notation::closed_on::{CLOSED_ON, ClosedOn, days};
use crate::notation::condition::{Condition, condition};
use crate::notation::condition_misread::tests;
use crate::notation::hours::{DAY_HOURS, DaySpan, HOURS, WeeklyPhrase};
use crate::notation::misread::Misread;
use crate::notation::passage::Passage;
use crate::notation::promise::{PROMISE, Promise};
use crate::notation::slips::pieces;
use crate::notation::vocabulary::Vocabulary;
use crate::source::{Excerpt, Spanned};

/// How many parts of one value are looked at by themselves; bounds the work that a hostile value can cause.
const MOST_PARTS: usize = 64;

/// A part of a value that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MisreadPart {
    /// The part; the whole value where what is wrong is no matter of one part.
    pub part: Passage,
    /// What is wrong with it; suggestions rewrite the part alone.
    pub misread: Misread,
}

/// Reads the hours of a week, and says of each of its openings what is wrong with it.
///
/// # Errors
/// As `hours`, for each opening.
pub fn hours_each(excerpt: Excerpt<'_>) -> Result<WeeklyPhrase, Vec<MisreadPart>> {
    HOURS.read(excerpt).map_err(|whole| parts(excerpt, whole, openings, |part| HOURS.read(part).err()))
}

/// Reads the hours of a special day, and says of each span what is wrong with it.
///
/// # Errors
/// As `day_hours`, for each span.
pub fn day_hours_each(excerpt: Excerpt<'_>) -> Result<Vec<Spanned<DaySpan>>, Vec<MisreadPart>> {
    DAY_HOURS.read(excerpt).map_err(|whole| parts(excerpt, whole, items, |part| DAY_HOURS.read(part).err()))
}

/// Reads the days on which a desk is closed, and says of each what is wrong with it.
///
/// # Errors
/// As `closed_on`, for each day.
pub fn closed_on_each(excerpt: Excerpt<'_>) -> Result<Vec<Spanned<ClosedOn>>, Vec<MisreadPart>> {
    CLOSED_ON.read(excerpt).map_err(|whole| parts(excerpt, whole, days, |part| CLOSED_ON.read(part).err()))
}

/// Reads a promise, and says of each of its clauses what is wrong with it.
///
/// # Errors
/// As `promise`, for each clause.
pub fn promise_each(excerpt: Excerpt<'_>) -> Result<Spanned<Promise>, Vec<MisreadPart>> {
    PROMISE.read(excerpt).map_err(|whole| parts(excerpt, whole, items, |part| PROMISE.read(part).err()))
}

/// Reads the tests of a condition that can be read, and says of each other one what is wrong with it. The condition as
/// a whole reads only where nothing is wrong with any.
pub fn condition_each(excerpt: Excerpt<'_>, words: &dyn Vocabulary) -> (Condition, Vec<MisreadPart>) {
    let whole = match condition(excerpt, words) {
        Ok(condition) => return (condition, Vec::new()),
        Err(misread) => misread,
    };
    let mut good = Condition { tests: Vec::new() };
    // Brackets reach over several tests.
    let cut = |text: &str| if text.contains(['(', '[', '{']) { Vec::new() } else { tests(text) };
    let faults = parts(excerpt, whole, cut, |part| match condition(part, words) {
        Ok(condition) => {
            good.tests.extend(condition.tests);
            None
        }
        Err(misread) => Some(misread),
    });
    if faults.iter().all(|fault| fault.part.span == excerpt.span) {
        good.tests.clear();
    }
    (good, faults)
}

/// The parts of a value that cannot be read by themselves; the whole value where each of them can, or where there is
/// only one.
fn parts(
    excerpt: Excerpt<'_>,
    whole: Misread,
    cut: impl Fn(&str) -> Vec<(usize, usize)>,
    mut read: impl FnMut(Excerpt<'_>) -> Option<Misread>,
) -> Vec<MisreadPart> {
    let places = cut(excerpt.text);
    let mut faults = Vec::new();
    if (2..=MOST_PARTS).contains(&places.len()) {
        for (start, end) in places {
            let part = excerpt.piece(start, end);
            if part.text.is_empty() {
                faults.clear();
                break;
            }
            faults.extend(read(part).map(|misread| MisreadPart { part: Passage::keep(part), misread }));
        }
    }
    // What is wrong with one part alone may be put right by leaving it out.
    let fixed = |misread: &Misread| misread.suggestion.is_some() || !misread.choices.is_empty();
    let by_whole = faults.len() == 1 && fixed(&whole) && !faults.iter().any(|fault| fixed(&fault.misread));
    if faults.is_empty() || by_whole {
        faults.clear();
        faults.push(MisreadPart { part: Passage::keep(excerpt), misread: whole });
    }
    faults
}

/// Where the parts between commas stand.
fn items(text: &str) -> Vec<(usize, usize)> {
    pieces(text).map(|(start, piece)| (start, start + piece.len())).collect()
}

/// Where the openings of a week stand: days, and the times after them up to the next days.
fn openings(text: &str) -> Vec<(usize, usize)> {
    let mut openings: Vec<(usize, usize)> = Vec::new();
    for (start, end) in items(text) {
        let days = text.get(start..end).is_some_and(|piece| piece.starts_with(char::is_alphabetic));
        let complete = |(from, to): (usize, usize)| {
            text.get(from..to).is_some_and(|piece| piece.contains(|letter: char| letter.is_ascii_digit()))
        };
        match openings.last_mut() {
            Some(last) if !(days && complete(*last)) => last.1 = end,
            Some(_) | None => openings.push((start, end)),
        }
    }
    openings
}

#[cfg(test)]
mod tests_of_parts {
    use super::*;
    use crate::notation::checks::exact;
    use crate::notation::vocabulary::{AnyWords, KnownWords};

    fn told(faults: &[MisreadPart]) -> Vec<(&str, Option<&str>)> {
        faults.iter().map(|fault| (fault.part.text.as_str(), fault.misread.suggestion.as_deref())).collect()
    }

    #[test]
    fn each_faulty_part_is_told_with_its_own_repair() {
        let faults = hours_each(exact("Monday 08:00-12:00, 13:00-17:00, Tue 08:00-17:00, Wed 9:00-17:00")).unwrap_err();
        let wanted = [
            ("Monday 08:00-12:00, 13:00-17:00", Some("Mon 08:00-12:00, 13:00-17:00")),
            ("Wed 9:00-17:00", Some("Wed 09:00-17:00")),
        ];
        assert_eq!(told(&faults), wanted);
        let faults = closed_on_each(exact("UK holidays, 2027-06-18, 18/06/2027")).unwrap_err();
        assert_eq!(told(&faults), [("UK holidays", None), ("18/06/2027", Some("2027-06-18"))]);
        let faults = promise_each(exact("80% within 20 s, 95% in 1min")).unwrap_err();
        assert_eq!(told(&faults), [("80% within 20 s", Some("80% in 20 s")), ("95% in 1min", Some("95% in 1 min"))]);
        let faults = day_hours_each(exact("9:00-12:00, 13:00-25:00")).unwrap_err();
        assert_eq!(faults.len(), 2);
    }

    #[test]
    fn a_fault_of_the_whole_is_told_of_the_whole() {
        let faults = promise_each(exact("always, no promise")).unwrap_err();
        assert_eq!(told(&faults), [("always, no promise", None)]);
        let faults = closed_on_each(exact("2027-06-18, , 2027-06-19")).unwrap_err();
        assert_eq!(told(&faults), [("2027-06-18, , 2027-06-19", Some("2027-06-18, 2027-06-19"))]);
    }

    #[test]
    fn the_tests_that_read_are_kept() {
        let text = "channel is phone and sentiment < -0.3 and waiting between 1 and 5 and customer == Club";
        let (good, faults) = condition_each(exact(text), &AnyWords);
        assert_eq!(
            told(&faults),
            [("sentiment < -0.3", Some("sentiment below -0.3")), ("customer == Club", Some("customer is Club"))]
        );
        assert_eq!(good.to_string(), "channel is phone and waiting between 1 and 5");
        let (good, faults) = condition_each(exact("(channel is phone and day is Mon)"), &KnownWords::default());
        assert_eq!((good.tests.len(), faults.len()), (0, 1));
    }
}
