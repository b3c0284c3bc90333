//! How many contacts come: `400 per day, plus or minus 20%`.

use std::fmt;

use crate::measure::{Decimal, Share};
use crate::notation::amount::{Per, RATE, Rate, build_rate};
use crate::notation::grammar::{Found, Rule, parse};
use crate::notation::misread::Misread;
use crate::notation::misread_kind::MisreadKind;
use crate::notation::miss::Miss;
use crate::notation::phrase::Phrase;
use crate::notation::reader::{Attempt, Reader};
use crate::notation::share::{SHARE, build_share};
use crate::notation::slips::{in_pieces, leading_words, telling};
use crate::source::{Excerpt, Spanned};

/// How many contacts come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Volume {
    /// How many.
    pub amount: Decimal,
    /// In what stretch of time.
    pub per: Per,
    /// How far it may be off, to either side.
    pub uncertainty: Option<Share>,
    /// When they come, in the author's words.
    pub pattern: Option<Spanned<String>>,
}

pub(crate) const VOLUME: Reader<'static, Spanned<Volume>> =
    Reader { wanted: Phrase::Volume, parse: &parse_volume, look: &look_volume };

/// Reads `400 per day`, perhaps with `, plus or minus 20%` and words on when they come.
///
/// # Errors
/// Says what is wrong with any other text.
pub fn volume(excerpt: Excerpt<'_>) -> Result<Spanned<Volume>, Misread> {
    VOLUME.read(excerpt)
}

fn parse_volume(excerpt: Excerpt<'_>) -> Attempt<Spanned<Volume>> {
    let phrase = parse(Rule::volume_phrase, excerpt)?;
    let Rate { amount, per } = build_rate(&phrase.need(Rule::rate)?)?.value;
    let uncertainty = phrase.part(Rule::share).map(|share| build_share(&share)).transpose()?;
    let pattern = phrase.part(Rule::course).as_ref().map(Found::words);
    Ok(phrase.with(Volume { amount, per, uncertainty: uncertainty.map(|share| share.value), pattern }))
}

/// The near miss of a text that does not read as a volume.
fn look_volume(text: &str) -> Option<Miss> {
    // `400 per week +/- 20%` lacks the comma.
    if let Some(at) = [" +/-", " +-", " \u{b1}", " plus or minus "].into_iter().find_map(|sign| text.find(sign))
        && !text.get(..at)?.ends_with(',')
    {
        return Some(Miss::put(text, at, at + 1, MisreadKind::Blanks, ", "));
    }
    let (first, rest) = text.split_once(", ").unwrap_or((text, ""));
    if let Some(miss) = RATE.miss_in(text, 0, first.len()) {
        return Some(miss);
    }
    let words = [
        ("+/-", "plus or minus"),
        ("+-", "plus or minus"),
        ("\u{b1}", "plus or minus"),
        ("plus/minus", "plus or minus"),
        ("give or take", "plus or minus"),
        ("plus minus", "plus or minus"),
    ];
    let start = text.len() - rest.len();
    let look = |piece: &str| {
        leading_words(piece, &words).or_else(|| {
            let share = piece.strip_prefix("plus or minus ")?;
            SHARE.miss_in(piece, piece.len() - share.len(), piece.len())
        })
    };
    let miss = in_pieces(rest, look).map(|miss| miss.within(text, start, text.len()));
    miss.or_else(|| {
        // `+/-20%` without a blank.
        let tight = rest.strip_prefix("+/-").or_else(|| rest.strip_prefix('\u{b1}'))?;
        let end = text.len() - tight.len();
        let whole = format!("{first}, plus or minus {}", tight.trim_start());
        let found = text.get(start..end)?.to_owned();
        let kind = MisreadKind::WrongWord { found, write: "plus or minus".into() };
        Some(Miss::new(start, end, kind).becomes(whole)).filter(|miss| {
            miss.rewrite.as_deref().is_some_and(|text| VOLUME.miss(text).is_none_or(|next| telling(next).is_some()))
        })
    })
}

impl fmt::Display for Volume {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Rate { amount: self.amount, per: self.per }.fmt(f)?;
        if let Some(share) = self.uncertainty {
            write!(f, ", plus or minus {share}")?;
        }
        self.pattern.as_ref().map_or(Ok(()), |pattern| write!(f, ", {}", pattern.value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notation::checks::{misread, read_all};

    #[test]
    fn right_forms_print_as_they_were_written() {
        read_all(
            volume,
            &[
                "400 per day",
                "1200 per week, plus or minus 20%",
                "400 per day, plus or minus 20%, twice as many on Mondays, none on Sundays",
                "400 per day, mornings",
            ],
        );
    }

    #[test]
    fn near_misses() {
        let word = |found: &str, write: &str| MisreadKind::WrongWord { found: found.into(), write: write.into() };
        let right = Some("400 per day, plus or minus 20%");
        misread(volume, "400 per day, +/- 20%", &word("+/-", "plus or minus"), right);
        misread(volume, "400 per day, +/-20%", &word("+/-", "plus or minus"), right);
        misread(volume, "400 per day, plus or minus 20", &MisreadKind::ShareWithoutSign { number: "20".into() }, right);
        misread(volume, "400 a day, plus or minus 20%", &word("a", "per"), right);
        misread(volume, "400 a day +/- 20%", &MisreadKind::Blanks, right);
        misread(volume, "400", &MisreadKind::NoRateUnit { number: "400".into() }, None);
    }
}
