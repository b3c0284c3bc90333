//! How many people a group has: `12`, `4 from 08:00, 9 from 12:00`, `as many as the promises need`.

use std::fmt;

use crate::calendar::TimeOfDay;
use crate::notation::amount::COUNT;
use crate::notation::duration::build_amount;
use crate::notation::grammar::{Found, Rule, parse};
use crate::notation::misread::Misread;
use crate::notation::misread_kind::MisreadKind;
use crate::notation::miss::Miss;
use crate::notation::phrase::Phrase;
use crate::notation::reader::{Attempt, Reader};
use crate::notation::slips::{in_pieces, leading_words, telling, whole_words, wrong_separator};
use crate::notation::time_of_day::{TIME_OF_DAY, build_time};
use crate::source::{Excerpt, Spanned};

/// How many people a group has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum People {
    /// So many.
    Count(u32),
    /// As many as the promises need: to be worked out.
    AsNeeded,
    /// So many from a time of day on; the last number holds until the first time of the next day.
    ByTime(Vec<Spanned<Shift>>),
}

/// A number of people from a time of day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shift {
    /// How many.
    pub count: u32,
    /// From when on.
    pub from: TimeOfDay,
}

pub(crate) const PEOPLE: Reader<'static, Spanned<People>> =
    Reader { wanted: Phrase::People, parse: &parse_people, look: &look };

/// Reads a number of people. Times come in their order, each once; those after midnight may come last.
///
/// # Errors
/// Says what is wrong with any other text.
pub fn people(excerpt: Excerpt<'_>) -> Result<Spanned<People>, Misread> {
    PEOPLE.read(excerpt)
}

fn parse_people(excerpt: Excerpt<'_>) -> Attempt<Spanned<People>> {
    let phrase = parse(Rule::people_phrase, excerpt)?;
    let found = phrase.first()?;
    if found.rule() == Rule::as_needed {
        return Ok(found.with(People::AsNeeded));
    }
    if found.rule() == Rule::number {
        return Ok(found.with(People::Count(build_amount(found.text(), found.start())?)));
    }
    let mut shifts: Vec<Spanned<Shift>> = Vec::new();
    let mut next_day = false;
    for part in found.all(Rule::shift) {
        let shift = build_shift(&part)?;
        if let (Some(first), Some(before)) = (shifts.first(), shifts.last()) {
            // A day may begin in the afternoon: `9 from 14:00, 4 from 22:00, 6 from 06:00`.
            next_day |= shift.from < before.value.from;
            let in_order = if next_day { shift.from < first.value.from } else { shift.from > before.value.from };
            if !in_order || (next_day && shift.from == before.value.from) {
                let (before, from) = (before.value.from, shift.from);
                return Err(Miss::new(part.start(), part.end(), MisreadKind::ShiftOrder { before, from }).into());
            }
        }
        shifts.push(part.with(shift));
    }
    Ok(found.with(People::ByTime(shifts)))
}

fn build_shift(part: &Found<'_>) -> Attempt<Shift> {
    let (number, time) = (part.need(Rule::number)?, part.need(Rule::time)?);
    let from = build_time(&time)?.value;
    if from == TimeOfDay::END {
        return Err(Miss::new(time.start(), time.end(), MisreadKind::BeginsAtDayEnd).into());
    }
    Ok(Shift { count: build_amount(number.text(), number.start())?, from })
}

fn look(text: &str) -> Option<Miss> {
    let needed = "as many as the promises need";
    let words = [
        (needed, needed),
        ("as many as needed", needed),
        ("as needed", needed),
        ("as many as required", needed),
        ("as required", needed),
        ("enough", needed),
        ("whatever the promises need", needed),
        ("as many as the promises require", needed),
    ];
    let about =
        [("about", ""), ("around", ""), ("some", ""), ("approximately", ""), ("approx.", ""), ("~", ""), ("ca.", "")];
    if let Some(miss) = whole_words(text, &words).or_else(|| leading_words(text, &about)) {
        return Some(miss);
    }
    if let Some(miss) = range(text) {
        return Some(miss);
    }
    if !text.contains(" from ") && !text.contains(" at ") {
        // Words with more numbers in them say more than one number.
        let numbers = text.split(|letter: char| !letter.is_ascii_digit()).filter(|part| !part.is_empty()).count();
        return COUNT
            .miss(text)
            .and_then(telling)
            .filter(|miss| numbers < 2 || !matches!(miss.kind, MisreadKind::ExtraWords { .. }));
    }
    in_pieces(text, shift).or_else(|| wrong_separator(text, &["; ", " and ", " then "], ", "))
}

/// `4-6`, `4 to 6`: somebody has to say which.
fn range(text: &str) -> Option<Miss> {
    let (lower, upper) = ["-", " to ", " or "].into_iter().find_map(|joint| text.split_once(joint))?;
    let numbers = [lower.trim(), upper.trim()];
    let digits = |number: &&str| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    let kind = MisreadKind::TwoNumbers { found: text.to_owned() };
    numbers.iter().all(digits).then(|| Miss::new(0, text.len(), kind).or_either(numbers.map(str::to_owned)))
}

/// What is wrong with one `4 from 08:00`.
fn shift(piece: &str) -> Option<Miss> {
    let joint = [" from ", " at ", " since "].into_iter().find(|joint| piece.contains(joint))?;
    let at = piece.find(joint)?;
    let time = at + joint.len();
    if let Some(kept) = piece.strip_suffix(" next day") {
        let kind = MisreadKind::ExtraWords { found: "next day".into() };
        return Some(Miss::new(kept.len() + 1, piece.len(), kind).becomes(kept));
    }
    COUNT
        .miss_in(piece, 0, at)
        .and_then(telling)
        .or_else(|| (joint != " from ").then(|| crate::notation::slips::wrong_word(piece, at + 1, time - 1, "from")))
        .or_else(|| TIME_OF_DAY.miss_in(piece, time, piece.len()).and_then(telling))
}

impl fmt::Display for People {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count(count) => count.fmt(f),
            Self::AsNeeded => f.write_str("as many as the promises need"),
            Self::ByTime(shifts) => {
                let shifts: Vec<String> =
                    shifts.iter().map(|shift| format!("{} from {}", shift.value.count, shift.value.from)).collect();
                f.write_str(&shifts.join(", "))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notation::checks::{exact, misread, read_all};

    #[test]
    fn right_forms_print_as_they_were_written() {
        read_all(
            people,
            &[
                "12",
                "0",
                "as many as the promises need",
                "4 from 08:00, 9 from 12:00, 2 from 18:00",
                "9 from 14:00, 4 from 22:00, 6 from 06:00",
            ],
        );
    }

    #[test]
    fn near_misses() {
        let word = |found: &str, write: &str| MisreadKind::WrongWord { found: found.into(), write: write.into() };
        let extra = |found: &str| MisreadKind::ExtraWords { found: found.into() };
        let needed = "as many as the promises need";
        misread(people, "as many as needed", &word("as many as needed", needed), Some(needed));
        misread(people, "12 people", &extra("people"), Some("12"));
        misread(people, "about 12", &extra("about"), Some("12"));
        misread(people, "012", &MisreadKind::NumberForm { found: "012".into() }, Some("12"));
        let time = MisreadKind::TimeForm { found: "8:00".into() };
        misread(people, "4 from 8:00, 9 from 12:00", &time, Some("4 from 08:00, 9 from 12:00"));
        misread(people, "4 people from 08:00", &extra("people"), Some("4 from 08:00"));
        misread(people, "4 at 08:00", &word("at", "from"), Some("4 from 08:00"));
        let at = |text| TimeOfDay::parse(text).unwrap();
        let order = |before, from| MisreadKind::ShiftOrder { before: at(before), from: at(from) };
        misread(people, "4 from 08:00, 9 from 12:00, 2 from 10:00", &order("12:00", "10:00"), None);
        misread(people, "4 from 08:00, 9 from 08:00", &order("08:00", "08:00"), None);
        misread(people, "4 from 14:00, 9 from 06:00, 2 from 16:00", &order("06:00", "16:00"), None);
        let next_day = "9 from 14:00, 6 from 06:00 next day";
        misread(people, next_day, &extra("next day"), Some("9 from 14:00, 6 from 06:00"));
        misread(people, "4-6", &MisreadKind::TwoNumbers { found: "4-6".into() }, None);
        assert_eq!(people(exact("4 to 6")).unwrap_err().choices, ["4", "6"]);
        let mornings = "4 in the morning, 6 in the afternoon";
        misread(people, mornings, &MisreadKind::Unreadable { wanted: Phrase::People }, None);
        misread(people, "plenty", &MisreadKind::NotANumber { found: "plenty".into() }, None);
    }
}
