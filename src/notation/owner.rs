//! Who keeps a part current, and where a statement comes from.

use std::fmt;

use crate::calendar::{Date, Duration};
use crate::notation::date::{DATE, build_date};
use crate::notation::duration::{DURATION, build_duration};
use crate::notation::grammar::{Found, Rule, parse};
use crate::notation::misread::Misread;
use crate::notation::misread_kind::MisreadKind;
use crate::notation::miss::{Miss, splice};
use crate::notation::phrase::Phrase;
use crate::notation::reader::{Attempt, Reader};
use crate::notation::slips::{in_pieces, leading_words, pieces, telling, whole_words, wrong_word};
use crate::source::{Excerpt, Spanned};

/// One person or role, and what is known about the upkeep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    /// The person or role.
    pub person: Spanned<String>,
    /// The function: marketing, compliance, …
    pub function: Option<Spanned<String>>,
    /// When the part was last brought up to date.
    pub updated: Option<Spanned<Date>>,
    /// How often it is to be looked at again.
    pub review_every: Option<Spanned<Duration>>,
}

/// Where a statement comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceNote {
    /// The title of the source.
    pub title: Spanned<String>,
    /// Its address.
    pub address: Spanned<String>,
    /// When it was read.
    pub as_of: Spanned<Date>,
}

pub(crate) const OWNER: Reader<'static, Owner> =
    Reader { wanted: Phrase::Owner, parse: &parse_owner, look: &look_owner };

pub(crate) const SOURCE: Reader<'static, SourceNote> =
    Reader { wanted: Phrase::SourceNote, parse: &parse_source, look: &look_source };

/// Reads `Dana Okafor, Marketing, updated 2026-10-12, review every 6 months`; all but the person may be left out.
///
/// # Errors
/// Says what is wrong with any other text.
pub fn owner(excerpt: Excerpt<'_>) -> Result<Owner, Misread> {
    OWNER.read(excerpt)
}

/// Reads `TITLE, ADDRESS, as of DATE`. The title may hold commas.
///
/// # Errors
/// Says which of the three is missing or misread.
pub fn source(excerpt: Excerpt<'_>) -> Result<SourceNote, Misread> {
    SOURCE.read(excerpt)
}

fn parse_owner(excerpt: Excerpt<'_>) -> Attempt<Owner> {
    let phrase = parse(Rule::owner_phrase, excerpt)?;
    if let Some(at) = excerpt.text.find(';') {
        let kind = MisreadKind::WrongSeparator { found: ";".into(), write: ", " };
        let blank = usize::from(excerpt.text.get(at + 1..).is_some_and(|rest| rest.starts_with(' ')));
        let miss = Miss::new(at, at + 1, kind);
        return Err(miss.becomes(splice(excerpt.text, at, at + 1 + blank, ", ")).into());
    }
    let updated = phrase.part(Rule::updated).map(|part| build_date(&part.need(Rule::date)?)).transpose()?;
    let review = phrase.part(Rule::review_every);
    Ok(Owner {
        person: phrase.need(Rule::person)?.words(),
        function: phrase.part(Rule::function).as_ref().map(Found::words),
        updated,
        review_every: review.map(|part| build_duration(&part.need(Rule::duration)?)).transpose()?,
    })
}

fn parse_source(excerpt: Excerpt<'_>) -> Attempt<SourceNote> {
    let phrase = parse(Rule::source_phrase, excerpt)?;
    Ok(SourceNote {
        title: phrase.need(Rule::title)?.words(),
        address: phrase.need(Rule::address)?.words(),
        as_of: build_date(&phrase.need(Rule::date)?)?,
    })
}

fn look_owner(text: &str) -> Option<Miss> {
    in_pieces(text, upkeep).or_else(|| {
        // The order is fixed: who, when updated, when to look again.
        let (review, _) = pieces(text).find(|(_, piece)| piece.starts_with("review every "))?;
        let (updated, last) = pieces(text).find(|(start, piece)| *start > review && piece.starts_with("updated "))?;
        let before = text.get(..review)?;
        let between = text.get(review..updated)?.trim_end_matches(", ");
        let end = updated + last.len();
        let kind = MisreadKind::WrongSeparator { found: text.get(review..end)?.to_owned(), write: ", " };
        Some(Miss::new(review, end, kind).becomes(format!("{before}{last}, {between}{}", text.get(end..)?)))
    })
}

/// What is wrong with a piece about the upkeep.
fn upkeep(piece: &str) -> Option<Miss> {
    let words = [
        ("last updated on", "updated"),
        ("last updated", "updated"),
        ("last reviewed on", "updated"),
        ("last reviewed", "updated"),
        ("updated on", "updated"),
        ("updated:", "updated"),
        ("update", "updated"),
        ("as of", "updated"),
        ("Updated", "updated"),
        ("reviewed every", "review every"),
        ("reviewed each", "review every"),
        ("review each", "review every"),
        ("Review every", "review every"),
        ("reviewed", "updated"),
    ];
    let often = [
        ("review every month", "review every 1 month"),
        ("review every week", "review every 1 week"),
        ("review every quarter", "review every 3 months"),
        ("review every year", "review every 12 months"),
        ("review monthly", "review every 1 month"),
        ("review quarterly", "review every 3 months"),
        ("review yearly", "review every 12 months"),
        ("review annually", "review every 12 months"),
    ];
    if let Some(miss) = leading_words(piece, &words).or_else(|| whole_words(piece, &often)) {
        return Some(miss);
    }
    let missing = |wanted| Some(Miss::new(0, piece.len(), MisreadKind::MissingPart { wanted }));
    match piece {
        "updated" => return missing(Phrase::Date),
        "review" | "review every" => return missing(Phrase::Duration),
        _ => {}
    }
    if let Some(rest) = piece.strip_prefix("updated ") {
        return DATE.miss_in(piece, piece.len() - rest.len(), piece.len());
    }
    if let Some(rest) = piece.strip_prefix("review every ") {
        return DURATION.miss_in(piece, piece.len() - rest.len(), piece.len()).map(in_months);
    }
    if let Some(rest) = piece.strip_prefix("review ").filter(|rest| DURATION.reads(rest)) {
        let start = piece.len() - rest.len();
        let kind = MisreadKind::WrongWord { found: "review".into(), write: "review every".into() };
        return Some(Miss::new(0, "review".len(), kind).becomes(splice(piece, 0, start, "review every ")));
    }
    let date = DATE.reads(piece) || DATE.miss(piece).and_then(telling).is_some();
    date.then(|| {
        let kind = MisreadKind::WrongWord { found: piece.to_owned(), write: format!("updated {piece}") };
        Miss::new(0, piece.len(), kind).becomes(format!("updated {piece}"))
    })
}

/// `6 m`: nobody looks at a strategy every few minutes.
fn in_months(miss: Miss) -> Miss {
    let months = miss.choices.iter().find(|choice| choice.contains(" month")).cloned();
    match (&miss.kind, months) {
        (MisreadKind::AmbiguousUnit { .. }, Some(months)) => Miss { choices: Vec::new(), ..miss }.becomes(months),
        (_, _) => miss,
    }
}

fn look_source(text: &str) -> Option<Miss> {
    let words = [
        ("accessed on", "as of"),
        ("accessed", "as of"),
        ("retrieved on", "as of"),
        ("retrieved", "as of"),
        ("read on", "as of"),
        ("read", "as of"),
        ("seen", "as of"),
        ("at", "as of"),
        ("of", "as of"),
        ("on", "as of"),
        ("dated", "as of"),
    ];
    let (last, piece) = pieces(text).last()?;
    let end = text.len();
    if let Some(rest) = piece.strip_prefix("as of ") {
        if let Some(miss) = DATE.miss_in(text, end - rest.len(), end) {
            return Some(miss);
        }
        // The date is right, so the address is missing, or has a blank.
        let before = text.get(..last)?;
        let (address, found) = pieces(before).filter(|(_, piece)| !piece.is_empty()).last()?;
        let missing = MisreadKind::MissingPart { wanted: Phrase::SourceNote };
        return Some(Miss::new(address, address + found.len(), missing));
    }
    let dated = leading_words(piece, &words).filter(|miss| {
        let rewritten = miss.rewrite.as_deref().and_then(|text| text.strip_prefix("as of ")).unwrap_or("");
        DATE.miss(rewritten).and_then(telling).is_some() || DATE.reads(rewritten)
    });
    if let Some(miss) = dated {
        return Some(miss.within(text, last, end));
    }
    if DATE.reads(piece) {
        let miss = wrong_word(text, last, end, &format!("as of {piece}"));
        return Some(miss);
    }
    Some(Miss::new(last, end, MisreadKind::MissingPart { wanted: Phrase::Date }))
}

impl fmt::Display for Owner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.person.value)?;
        if let Some(function) = &self.function {
            write!(f, ", {}", function.value)?;
        }
        if let Some(updated) = self.updated {
            write!(f, ", updated {}", updated.value)?;
        }
        self.review_every.map_or(Ok(()), |every| write!(f, ", review every {}", every.value))
    }
}

impl fmt::Display for SourceNote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {}, as of {}", self.title.value, self.address.value, self.as_of.value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notation::checks::{at, exact, misread, print_all};

    #[test]
    fn right_forms_print_as_they_were_written() {
        print_all(
            owner,
            &[
                "Dana Okafor, Marketing, updated 2026-10-12, review every 6 months",
                "Dana Okafor, Marketing, updated 2026-10-12",
                "Priya Shah, Head of Customer Care",
                "Duty manager",
                "1st line lead",
                "Dana Okafor, updated 2026-10-12",
                "Dana Okafor, Marketing, review every 1 month",
            ],
        );
        print_all(
            source,
            &[
                "Customer Care Standards, https://council.example/standards, as of 2026-11-24",
                "Standards, rules, and more, of 2020, https://a.example/Access,-and-more/, as of 2026-11-24",
            ],
        );
        let text = "Standards, and more, https://a.example/x, as of 2026-11-24";
        let note = source(exact(text)).unwrap();
        assert_eq!(at(text, note.title.span), "Standards, and more");
        assert_eq!(at(text, note.address.span), "https://a.example/x");
    }

    #[test]
    fn near_misses_of_owners() {
        let right = Some("Dana, Marketing, updated 2026-10-12");
        let word = |found: &str, write: &str| MisreadKind::WrongWord { found: found.into(), write: write.into() };
        misread(owner, "Dana, Marketing, updated on 2026-10-12", &word("updated on", "updated"), right);
        misread(owner, "Dana, Marketing, last updated 2026-10-12", &word("last updated", "updated"), right);
        misread(owner, "Dana, Marketing, 2026-10-12", &word("2026-10-12", "updated 2026-10-12"), right);
        misread(
            owner,
            "Dana, Marketing, updated 12 Oct 2026",
            &MisreadKind::DateForm { found: "12 Oct 2026".into() },
            right,
        );
        let none = MisreadKind::NoSuchDate { year: 2026, month: 31, day: 2, days_in_month: None };
        let text = "Dana Okafor, Marketing, updated 2026-31-02";
        misread(owner, text, &none, None);
        assert_eq!(at(text, owner(exact(text)).unwrap_err().span), "2026-31-02");
        misread(owner, "Dana, Marketing, updated", &MisreadKind::MissingPart { wanted: Phrase::Date }, None);
        let every = Some("Dana, Marketing, review every 6 months");
        misread(owner, "Dana, Marketing, reviewed every 6 months", &word("reviewed every", "review every"), every);
        misread(owner, "Dana, Marketing, review 6 months", &word("review", "review every"), every);
        misread(
            owner,
            "Dana, Marketing, review yearly",
            &word("review yearly", "review every 12 months"),
            Some("Dana, Marketing, review every 12 months"),
        );
        let swapped = "review every 6 months, updated 2026-10-12";
        let kind = MisreadKind::WrongSeparator { found: swapped.into(), write: ", " };
        misread(
            owner,
            "Dana, review every 6 months, updated 2026-10-12",
            &kind,
            Some("Dana, updated 2026-10-12, review every 6 months"),
        );
        misread(owner, "Dana, Marketing, Leeds", &MisreadKind::Unreadable { wanted: Phrase::Owner }, None);
    }

    #[test]
    fn near_misses_of_sources() {
        let right = Some("Charter, a.example/x, as of 2026-11-24");
        let word = |found: &str, write: &str| MisreadKind::WrongWord { found: found.into(), write: write.into() };
        misread(source, "Charter, a.example/x, accessed 2026-11-24", &word("accessed", "as of"), right);
        misread(source, "Charter, a.example/x, 2026-11-24", &word("2026-11-24", "as of 2026-11-24"), right);
        let form = MisreadKind::DateForm { found: "24/11/2026".into() };
        misread(source, "Charter, a.example/x, as of 24/11/2026", &form, right);
        misread(source, "Charter, a.example/x", &MisreadKind::MissingPart { wanted: Phrase::Date }, None);
        let missing = MisreadKind::MissingPart { wanted: Phrase::SourceNote };
        misread(source, "Our charter, as of 2026-11-24", &missing, None);
    }
}
