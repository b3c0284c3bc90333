//! Keys in other words: which key of the language was probably meant.

use crate::strategy::field::{Field, Key, Shape};
use crate::strategy::guess;

/// Without the number of a heading, in small letters, with blanks between words.
pub(in crate::strategy) fn plain(written: &str) -> String {
    let bare = written.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let bare = if bare.len() < written.len() { bare.trim_start_matches(['.', ')']).trim_start() } else { bare };
    bare.to_lowercase().replace(['_', '-'], " ")
}

/// The key of a row, where it is fixed words.
pub(in crate::strategy) fn word(field: &Field) -> Option<&'static str> {
    match field.key {
        Key::Word(word) => Some(word),
        Key::Phrase { .. } | Key::Name(_) => None,
    }
}

/// Other words for keys below a section; a word counts where the key that it stands for may stand.
const KEY_WORDS: [(&str, &str); 80] = [
    ("if", "when"),
    ("condition", "when"),
    ("conditions", "when"),
    ("criteria", "when"),
    ("send", "send to"),
    ("sent to", "send to"),
    ("goto", "send to"),
    ("go to", "send to"),
    ("goes to", "send to"),
    ("assign to", "send to"),
    ("route to", "send to"),
    ("group", "send to"),
    ("team", "send to"),
    ("skill", "needs"),
    ("skills", "needs"),
    ("required skill", "needs"),
    ("skills needed", "needs"),
    ("share", "share of contacts"),
    ("percentage", "share of contacts"),
    ("proportion", "share of contacts"),
    ("same agent for", "same person for"),
    ("same agent", "same person for"),
    ("last agent for", "same person for"),
    ("last agent", "same person for"),
    ("same person", "same person for"),
    ("send contacts to", "send to"),
    ("answered by", "send to"),
    ("handled by", "send to"),
    ("required skills", "needs"),
    ("needs skills", "needs"),
    ("url", "address"),
    ("link", "address"),
    ("website", "address"),
    ("handle", "address"),
    ("account", "address"),
    ("number", "address"),
    ("phone number", "address"),
    ("email address", "address"),
    ("type", "kind"),
    ("category", "kind"),
    ("opening hours", "open"),
    ("opening times", "open"),
    ("open hours", "open"),
    ("opens", "open"),
    ("times", "open"),
    ("closed", "closed on"),
    ("closed days", "closed on"),
    ("holidays", "closed on"),
    ("public holidays", "closed on"),
    ("tz", "time zone"),
    ("timezone", "time zone"),
    ("recognized by", "recognised by"),
    ("identified by", "recognised by"),
    ("example", "examples"),
    ("severity", "gravity"),
    ("urgency", "gravity"),
    ("headcount", "people"),
    ("agents", "people"),
    ("hours", "open"),
    ("opening", "open"),
    ("until", "to"),
    ("till", "to"),
    ("end", "to"),
    ("ends", "to"),
    ("end date", "to"),
    ("last day", "to"),
    ("start", "from"),
    ("starts", "from"),
    ("start date", "from"),
    ("begin", "from"),
    ("begins", "from"),
    ("first day", "from"),
    ("result", "expect"),
    ("outcome", "expect"),
    ("expected", "expect"),
    ("when", "contact"),
    ("given", "contact"),
    ("measure", "kind"),
    ("measures", "kind"),
    ("metric", "kind"),
];

/// Words for a later step that do not say when it is taken.
const STEPS_WITHOUT_TIME: [&str; 7] =
    ["then", "and then", "next", "after that", "overflow", "overflow to", "then send to"];

/// Words for somebody who is told, that do not say when.
const TOLD_WITHOUT_TIME: [&str; 9] =
    ["escalate to", "escalate", "escalation", "escalates to", "alert", "notify", "tell", "inform", "if not answered"];

/// The line to write for somebody who is told, where the time is not written.
pub(in crate::strategy) fn told_with_time(fields: &[Field], written: &str, value: &str) -> Option<String> {
    let words = fields.iter().find_map(|field| match field.key {
        Key::Phrase { words: words @ "if not answered in", .. } => Some(words),
        Key::Phrase { .. } | Key::Word(_) | Key::Name(_) => None,
    })?;
    let who = value.strip_prefix("tell ").unwrap_or(value);
    TOLD_WITHOUT_TIME.contains(&plain(written).as_str()).then(|| format!("{words} 10 min: tell {who}"))
}

/// The line to write for a later step without its time, where such a step may stand.
pub(in crate::strategy) fn step_with_time(fields: &[Field], written: &str, value: &str) -> Option<String> {
    let words = fields.iter().find_map(|field| match field.key {
        Key::Phrase { words: words @ "then after", .. } => Some(words),
        Key::Phrase { .. } | Key::Word(_) | Key::Name(_) => None,
    })?;
    STEPS_WITHOUT_TIME.contains(&plain(written).as_str()).then(|| format!("{words} 20 min: {value}"))
}

/// The key that was probably meant; none that is `taken`, because it stands there already.
#[must_use]
pub(in crate::strategy) fn key(fields: &[Field], written: &str, taken: &dyn Fn(&str) -> bool) -> Option<String> {
    if step_with_time(fields, written, "").or_else(|| told_with_time(fields, written, "")).is_some() {
        return None;
    }
    let mut words: Vec<&str> = vec!["why", "source"];
    words.extend(fields.iter().filter_map(word));
    words.retain(|word| !taken(word));
    let plain = plain(written);
    guess::nearest(&plain, &words)
        .or_else(|| guess::nearest(written, &words))
        .or_else(|| {
            let said = KEY_WORDS.iter().find(|(other, meant)| *other == plain && words.contains(meant));
            said.map(|(_, meant)| (*meant).to_owned())
        })
        .or_else(|| phrase(fields, written).filter(|key| !taken(key)))
}

/// The one required key that is missing, where the others are there: a single unknown key then has its place.
pub(in crate::strategy) fn only_missing(fields: &[Field], taken: &dyn Fn(&str) -> bool) -> Option<&'static str> {
    let required = fields.iter().filter(|field| field.required).filter_map(|field| Some((word(field)?, field)));
    let (there, missing): (Vec<_>, Vec<_>) = required.partition(|(word, _)| taken(word));
    match missing.as_slice() {
        [(word, field)] if !there.is_empty() && !matches!(field.shape, Shape::Keys(_)) => Some(word),
        _ => None,
    }
}

/// The key of fixed words and a time that was probably meant: `if not answered within 10 min`, `after 20 min`.
fn phrase(fields: &[Field], written: &str) -> Option<String> {
    const OTHER_WORDS: [(&str, &str); 20] = [
        ("escalate after ", "if not answered in"),
        ("escalate in ", "if not answered in"),
        ("escalation after ", "if not answered in"),
        ("alert after ", "if not answered in"),
        ("notify after ", "if not answered in"),
        ("tell after ", "if not answered in"),
        ("if not answered within ", "if not answered in"),
        ("if not answered after ", "if not answered in"),
        ("if not answered for ", "if not answered in"),
        ("if not answered ", "if not answered in"),
        ("if unanswered after ", "if not answered in"),
        ("if unanswered for ", "if not answered in"),
        ("if no answer in ", "if not answered in"),
        ("if no answer after ", "if not answered in"),
        ("after ", "then after"),
        ("then in ", "then after"),
        ("then ", "then after"),
        ("and after ", "then after"),
        ("and then after ", "then after"),
        ("overflow after ", "then after"),
    ];
    fields.iter().find_map(|field| {
        let Key::Phrase { words, .. } = field.key else { return None };
        let figure = |rest: &str| rest.starts_with(|first: char| first.is_ascii_digit());
        let said = OTHER_WORDS.iter().filter(|(_, meant)| *meant == words);
        let rest = said.filter_map(|(other, _)| written.strip_prefix(*other)).find(|rest| figure(rest));
        let rest = rest.map(str::to_owned).or_else(|| {
            let count = words.split(' ').count();
            let lead: Vec<&str> = written.split(' ').take(count).collect();
            let near = guess::nearest(&lead.join(" "), &[words]).is_some();
            near.then(|| written.split(' ').skip(count).collect::<Vec<_>>().join(" "))
        })?;
        figure(&rest).then(|| format!("{words} {rest}"))
    })
}
