//! Days on which a desk is closed: `public holidays in England, 2027-06-18, 2026-12-24 to 2026-12-27`.

use std::fmt;

use crate::calendar::{Date, HolidayList};
use crate::notation::date::{DATE, DATE_RANGE, build_date, build_range};
use crate::notation::dates_misread::{listed, stretch};
use crate::notation::grammar::{Found, Rule, parse};
use crate::notation::hours_misread::day_of;
use crate::notation::list::empty_item;
use crate::notation::misread::Misread;
use crate::notation::misread_kind::MisreadKind;
use crate::notation::miss::Miss;
use crate::notation::phrase::Phrase;
use crate::notation::reader::{Attempt, Reader};
use crate::notation::slips::{leading_words, pieces, telling, wrong_separator, wrong_word};
use crate::source::{Excerpt, Spanned};

/// Days on which a desk is closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClosedOn {
    /// The public holidays of a country or region.
    PublicHolidays {
        /// Its name as written.
        region: Spanned<String>,
    },
    /// One day.
    Date(Date),
    /// From the first day to the second, both included.
    Range(Date, Date),
}

pub(crate) const CLOSED_ON: Reader<'static, Vec<Spanned<ClosedOn>>> =
    Reader { wanted: Phrase::ClosedOn, parse: &parse_closed_on, look: &look };

/// Reads days between `, `.
///
/// # Errors
/// Says what is wrong with any other text.
pub fn closed_on(excerpt: Excerpt<'_>) -> Result<Vec<Spanned<ClosedOn>>, Misread> {
    CLOSED_ON.read(excerpt)
}

fn parse_closed_on(excerpt: Excerpt<'_>) -> Attempt<Vec<Spanned<ClosedOn>>> {
    let phrase = parse(Rule::closed_on_phrase, excerpt)?;
    phrase.all(Rule::closed_on).map(|found| Ok(found.with(build(&found)?))).collect()
}

fn build(found: &Found<'_>) -> Attempt<ClosedOn> {
    let form = found.first()?;
    Ok(if form.rule() == Rule::public_holidays {
        ClosedOn::PublicHolidays { region: form.need(Rule::piece)?.words() }
    } else if form.rule() == Rule::date_range {
        let (from, to) = build_range(&form)?;
        ClosedOn::Range(from, to)
    } else {
        ClosedOn::Date(build_date(&form)?.value)
    })
}

/// Where the days between commas stand. `24, 25 December 2026` and `December 24, 2026` are each of one piece.
pub(crate) fn days(text: &str) -> Vec<(usize, usize)> {
    let mut days: Vec<(usize, usize)> = Vec::new();
    let mut open = false;
    for (start, piece) in pieces(text) {
        let end = start + piece.len();
        let figures = piece.bytes().take_while(u8::is_ascii_digit).count();
        let ending = piece.get(figures..).unwrap_or("");
        let year = figures == 4 && ending.is_empty();
        let words_before = days.last().and_then(|(from, to)| text.get(*from..*to)).is_some_and(in_words);
        match days.last_mut() {
            Some(last) if open || (year && words_before) => last.1 = end,
            Some(_) | None => days.push((start, end)),
        }
        open = matches!(figures, 1 | 2) && matches!(ending, "" | "." | "st" | "nd" | "rd" | "th");
    }
    days
}

/// Whether a date names its month in words.
fn in_words(text: &str) -> bool {
    text.contains(|letter: char| letter.is_ascii_digit()) && text.contains(|letter: char| letter.is_alphabetic())
}

fn look(text: &str) -> Option<Miss> {
    let each = || {
        days(text)
            .into_iter()
            .find_map(|(start, end)| look_one(text.get(start..end)?).map(|miss| miss.within(text, start, end)))
    };
    empty_item(text).or_else(each).or_else(|| wrong_separator(text, &["; ", ";", " and "], ", "))
}

fn look_one(text: &str) -> Option<Miss> {
    if CLOSED_ON.reads(text) {
        return None;
    }
    none(text).or_else(|| holidays(text)).or_else(|| by_name(text)).or_else(|| {
        if let Some(miss) = listed(text).or_else(|| stretch(text)) {
            return Some(miss);
        }
        let range = text.contains(" to ") || text.contains(" - ") || text.contains(" until ");
        if range && let Some(miss) = DATE_RANGE.miss(text).and_then(telling) {
            return Some(miss);
        }
        // `2026-12-24 and 2026-12-25` is for the separators to say.
        let alone = !text.contains(" and ") && !text.contains(';');
        DATE.miss(text)
            .and_then(telling)
            .filter(|_| alone)
            .or_else(|| DATE_RANGE.miss(text).and_then(telling).filter(|_| alone))
    })
}

/// `none`: a desk without such days has no such line.
fn none(text: &str) -> Option<Miss> {
    let words = ["none", "nothing", "no", "never", "no days", "no day", "no holidays", "no public holidays", "nil"];
    let more = ["n/a", "na", "not applicable", "not closed", "always open", "open all year", "no closures", "nowhere"];
    let found = words.into_iter().chain(more).any(|word| text.eq_ignore_ascii_case(word));
    found.then(|| Miss::new(0, text.len(), MisreadKind::NoDates(text.to_owned())))
}

/// Holidays that managers write by name.
const HOLIDAY_NAMES: [&str; 20] = [
    "ascension day",
    "boxing day",
    "christmas",
    "christmas day",
    "christmas eve",
    "easter",
    "easter monday",
    "easter sunday",
    "good friday",
    "independence day",
    "labor day",
    "labour day",
    "may day",
    "memorial day",
    "new year",
    "new year's day",
    "new year's eve",
    "thanksgiving",
    "whit monday",
    "xmas",
];

/// `Good Friday`, whose date changes, and `Sundays`, which are not dates.
fn by_name(text: &str) -> Option<Miss> {
    let lower = text.to_ascii_lowercase();
    let found = text.to_owned();
    if HOLIDAY_NAMES.contains(&lower.as_str()) {
        return Some(Miss::new(0, text.len(), MisreadKind::HolidayByName { found }));
    }
    let days = day_of(text).is_some() || matches!(lower.as_str(), "weekends" | "weekend" | "saturdays and sundays");
    days.then(|| Miss::new(0, text.len(), MisreadKind::ClosedDay { found }))
}

fn holidays(text: &str) -> Option<Miss> {
    let lower = text.to_ascii_lowercase();
    let names = [
        "bank and public holidays",
        "public and bank holidays",
        "bank holidays",
        "national holidays",
        "federal holidays",
        "legal holidays",
        "statutory holidays",
    ];
    for name in names {
        if let Some(at) = lower.find(name) {
            let kind = MisreadKind::BankHolidays;
            return Some(Miss::put(text, at, at + name.len(), kind, "public holidays"));
        }
    }
    if matches!(lower.as_str(), "public holidays" | "holidays" | "all public holidays" | "public holidays in") {
        return Some(Miss::new(0, text.len(), MisreadKind::HolidaysWithoutRegion));
    }
    let joints = [
        ("public holidays of", "public holidays in"),
        ("public holidays for", "public holidays in"),
        ("Public holidays in", "public holidays in"),
        ("holidays in", "public holidays in"),
        ("the public holidays in", "public holidays in"),
        ("all public holidays in", "public holidays in"),
    ];
    if let Some(miss) = leading_words(text, &joints) {
        return Some(miss);
    }
    if lower.starts_with("public holidays (") {
        let start = "public holidays".len();
        let region = text.get(start..)?.trim_matches([' ', '(', ')']);
        return Some(wrong_word(text, 0, text.len(), &format!("public holidays in {region}")));
    }
    let region = [" public holidays", " holidays"].into_iter().find_map(|ending| text.strip_suffix(ending))?;
    let kind = MisreadKind::RegionBeforeHolidays { region: region.to_owned() };
    let miss = Miss::new(0, text.len(), kind);
    Some(match HolidayList::find(region) {
        Some(_) => miss.becomes(format!("public holidays in {region}")),
        None => miss,
    })
}

impl fmt::Display for ClosedOn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::PublicHolidays { region } => write!(f, "public holidays in {}", region.value),
            Self::Date(date) => date.fmt(f),
            Self::Range(from, to) => write!(f, "{from} to {to}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notation::checks::{at, exact, misread};

    #[test]
    fn right_forms_print_as_they_were_written() {
        for text in [
            "public holidays in England, 2027-06-18, 2026-12-24 to 2026-12-27",
            "public holidays in the United States",
            "public holidays in England and Wales",
            "2027-06-18",
        ] {
            let read = closed_on(exact(text)).unwrap_or_else(|misread| panic!("{text}: {misread:?}"));
            let printed: Vec<_> = read.iter().map(|one| one.value.to_string()).collect();
            assert_eq!(printed.join(", "), text);
        }
        let text = "2027-06-18, public holidays in England";
        let read = closed_on(exact(text)).unwrap();
        let ClosedOn::PublicHolidays { region } = &read[1].value else { panic!("{read:?}") };
        assert_eq!(at(text, region.span), "England");
    }

    #[test]
    fn near_misses() {
        let right = Some("public holidays in England");
        misread(closed_on, "bank holidays in England", &MisreadKind::BankHolidays, right);
        misread(closed_on, "bank holidays", &MisreadKind::BankHolidays, None);
        misread(closed_on, "public holidays", &MisreadKind::HolidaysWithoutRegion, None);
        let region = |region: &str| MisreadKind::RegionBeforeHolidays { region: region.into() };
        misread(closed_on, "UK holidays", &region("UK"), None);
        misread(closed_on, "England public holidays", &region("England"), right);
        let of = MisreadKind::WrongWord { found: "public holidays of".into(), write: "public holidays in".into() };
        misread(closed_on, "public holidays of England", &of, right);
        let form = MisreadKind::DateForm { found: "18/06/2027".into() };
        misread(
            closed_on,
            "public holidays in England, 18/06/2027",
            &form,
            Some("public holidays in England, 2027-06-18"),
        );
        let year = MisreadKind::DateWithoutYear { found: "25 December".into(), month: 12, day: 25 };
        misread(closed_on, "25 December", &year, None);
        misread(closed_on, "2027-06-18,", &MisreadKind::EmptyItem, Some("2027-06-18"));
        let and = MisreadKind::WrongSeparator { found: " and ".into(), write: ", " };
        misread(closed_on, "2026-12-24 and 2026-12-25", &and, Some("2026-12-24, 2026-12-25"));
        let dash = MisreadKind::WrongSeparator { found: " - ".into(), write: " to " };
        misread(closed_on, "2026-12-24 - 2026-12-27", &dash, Some("2026-12-24 to 2026-12-27"));
        misread(closed_on, "Sundays", &MisreadKind::ClosedDay { found: "Sundays".into() }, None);
        misread(closed_on, "Good Friday", &MisreadKind::HolidayByName { found: "Good Friday".into() }, None);
        misread(closed_on, "when it rains", &MisreadKind::Unreadable { wanted: Phrase::ClosedOn }, None);
    }
}
