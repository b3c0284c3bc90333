//! The state of a channel: `live since 2026-10-12`, `planned`, `pilot until 2027-03-01`, `retired`.

use crate::calendar::ChannelStatus;
use crate::notation::date::{DATE, build_date};
use crate::notation::grammar::{Rule, parse};
use crate::notation::misread::Misread;
use crate::notation::misread_kind::MisreadKind;
use crate::notation::miss::Miss;
use crate::notation::phrase::Phrase;
use crate::notation::reader::{Attempt, Reader};
use crate::notation::slips::{leading_words, whole_words, wrong_word};
use crate::source::{Excerpt, Spanned};

pub(crate) const STATUS: Reader<'static, Spanned<ChannelStatus>> =
    Reader { wanted: Phrase::Status, parse: &parse_status, look: &look };

/// Reads the state of a channel.
///
/// # Errors
/// Says what is wrong with any other text.
pub fn status(excerpt: Excerpt<'_>) -> Result<Spanned<ChannelStatus>, Misread> {
    STATUS.read(excerpt)
}

/// The state that the first word of a text names, without a date: what is sure where the rest cannot be read.
#[must_use]
pub fn bare_status(text: &str) -> Option<ChannelStatus> {
    match text.split([' ', ',']).next()?.to_lowercase().as_str() {
        "live" => Some(ChannelStatus::Live { since: None }),
        "planned" => Some(ChannelStatus::Planned { from: None }),
        "pilot" => Some(ChannelStatus::Pilot { until: None }),
        "retired" | "closed" | "discontinued" => Some(ChannelStatus::Retired { on: None }),
        _ => None,
    }
}

fn parse_status(excerpt: Excerpt<'_>) -> Attempt<Spanned<ChannelStatus>> {
    let found = parse(Rule::status_phrase, excerpt)?.need(Rule::status)?;
    let state = found.first()?;
    let date = state.part(Rule::date).map(|date| build_date(&date)).transpose()?.map(|date| date.value);
    let rule = state.rule();
    Ok(found.with(if rule == Rule::live {
        ChannelStatus::Live { since: date }
    } else if rule == Rule::planned {
        ChannelStatus::Planned { from: date }
    } else if rule == Rule::pilot {
        ChannelStatus::Pilot { until: date }
    } else {
        ChannelStatus::Retired { on: date }
    }))
}

/// Each state with the word that stands before its date.
const STATES: [(&str, &str); 4] = [("live", "since"), ("planned", "for"), ("pilot", "until"), ("retired", "on")];

fn look(text: &str) -> Option<Miss> {
    let words = [
        ("active", "live"),
        ("open", "live"),
        ("in use", "live"),
        ("in production", "live"),
        ("launched", "live"),
        ("live", "live"),
        ("planning", "planned"),
        ("planned", "planned"),
        ("coming soon", "planned"),
        ("on trial", "pilot"),
        ("piloting", "pilot"),
        ("in pilot", "pilot"),
        ("trial", "pilot"),
        ("beta", "pilot"),
        ("test", "pilot"),
        ("pilot", "pilot"),
        ("closed", "retired"),
        ("discontinued", "retired"),
        ("switched off", "retired"),
        ("retired", "retired"),
    ];
    if let Some(miss) = whole_words(text, &words).or_else(|| leading_words(text, &words)) {
        return Some(miss);
    }
    let (state, word) = STATES.into_iter().find(|(state, _)| text.starts_with(state))?;
    let rest = text.get(state.len()..)?.strip_prefix(' ')?;
    let start = text.len() - rest.len();
    if let Some(date) = rest.strip_prefix(word) {
        if date.trim().is_empty() {
            return Some(Miss::new(start, text.len(), MisreadKind::MissingPart { wanted: Phrase::Date }));
        }
        return DATE.miss_in(text, text.len() - date.trim_start().len(), text.len());
    }
    for found in ["since", "from", "for", "until", "till", "on", "in", "as of", "to", "by"] {
        if rest.strip_prefix(found).is_some_and(|date| date.starts_with(' ')) {
            return Some(wrong_word(text, start, start + found.len(), word));
        }
    }
    let dated = DATE.reads(rest) || rest.starts_with(|found: char| found.is_ascii_digit());
    dated.then(|| {
        let kind = MisreadKind::WrongWord { found: rest.to_owned(), write: format!("{word} {rest}") };
        Miss::new(start, text.len(), kind).becomes(format!("{state} {word} {rest}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notation::checks::{misread, read_all};

    #[test]
    fn right_forms_print_as_they_were_written() {
        read_all(
            status,
            &[
                "live",
                "live since 2026-10-12",
                "planned",
                "planned for 2027-01-04",
                "pilot",
                "pilot until 2027-03-01",
                "retired",
                "retired on 2026-06-30",
            ],
        );
    }

    #[test]
    fn near_misses() {
        let word = |found: &str, write: &str| MisreadKind::WrongWord { found: found.into(), write: write.into() };
        misread(status, "Live", &word("Live", "live"), Some("live"));
        misread(status, "active", &word("active", "live"), Some("live"));
        misread(status, "beta until 2027-03-01", &word("beta", "pilot"), Some("pilot until 2027-03-01"));
        misread(status, "live from 2026-10-12", &word("from", "since"), Some("live since 2026-10-12"));
        let dated = word("2027-01-04", "for 2027-01-04");
        misread(status, "planned 2027-01-04", &dated, Some("planned for 2027-01-04"));
        let form = MisreadKind::DateForm { found: "4 Jan 2027".into() };
        misread(status, "planned for 4 Jan 2027", &form, Some("planned for 2027-01-04"));
        misread(status, "pilot until", &MisreadKind::MissingPart { wanted: Phrase::Date }, None);
        misread(status, "somewhere", &MisreadKind::Unreadable { wanted: Phrase::Status }, None);
    }
}
