//! Sections in other words: which section of the language was probably meant.

use crate::strategy::guess;
use crate::strategy::header;
use crate::strategy::meant::{plain, word};
use crate::strategy::tables::tables;

/// Other names that the field, and other programs, have for what stands at the top of a file.
const SECTION_WORDS: [(&str, &str); 78] = [
    ("access alternatives", "channels"),
    ("access channels", "channels"),
    ("contact channels", "channels"),
    ("touchpoints", "channels"),
    ("hours of operation", "hours"),
    ("hours of response", "hours"),
    ("opening hours", "hours"),
    ("opening times", "hours"),
    ("business hours", "hours"),
    ("office hours", "hours"),
    ("service hours", "hours"),
    ("working hours", "hours"),
    ("desks", "hours"),
    ("service level objectives", "service levels"),
    ("service level", "service levels"),
    ("service targets", "service levels"),
    ("response times", "service levels"),
    ("answer times", "service levels"),
    ("slas", "service levels"),
    ("sla", "service levels"),
    ("promises", "service levels"),
    ("rules", "routing"),
    ("routing rules", "routing"),
    ("call routing", "routing"),
    ("routes", "routing"),
    ("agents required", "agent groups"),
    ("agents", "agent groups"),
    ("agent teams", "agent groups"),
    ("groups", "agent groups"),
    ("teams", "agent groups"),
    ("team", "agent groups"),
    ("queues", "agent groups"),
    ("staff", "agent groups"),
    ("staffing", "agent groups"),
    ("information required", "information"),
    ("analysis and collaboration", "collaboration"),
    ("tracking and analysis", "collaboration"),
    ("feedback loops", "collaboration"),
    ("feedback", "collaboration"),
    ("guidelines for deploying new services", "deployment"),
    ("rollout", "deployment"),
    ("roll out", "deployment"),
    ("segments", "customers"),
    ("segment", "customers"),
    ("customer segments", "customers"),
    ("customer groups", "customers"),
    ("customer types", "customers"),
    ("clients", "customers"),
    ("contact reasons", "contact types"),
    ("reasons", "contact types"),
    ("topics", "contact types"),
    ("types", "contact types"),
    ("types of contact", "contact types"),
    ("enquiries", "contact types"),
    ("inquiries", "contact types"),
    ("issues", "contact types"),
    ("glossary", "terms"),
    ("definitions", "terms"),
    ("contact fields", "fields"),
    ("custom fields", "fields"),
    ("selfcheck", "self-check"),
    ("self check", "self-check"),
    ("scenarios", "stories"),
    ("story", "stories"),
    ("test cases", "stories"),
    ("tests", "stories"),
    ("timezone", "time zone"),
    ("tz", "time zone"),
    ("zone", "time zone"),
    ("name", "strategy"),
    ("title", "strategy"),
    ("strategy name", "strategy"),
    ("owner", "plan owner"),
    ("strategy owner", "plan owner"),
    ("valid from", "applies from"),
    ("valid until", "applies until"),
    ("files", "include"),
    ("extends", "based on"),
];

/// The section or key at the top that was probably meant: other names for it, and near misses. `lines` says whether
/// lines stand below it.
#[must_use]
pub(in crate::strategy) fn section(written: &str, lines: bool) -> Option<String> {
    let plain = plain(written);
    if plain == "owner" && lines {
        return Some("owners".to_owned());
    }
    if let Some((_, key)) = SECTION_WORDS.iter().find(|(word, _)| *word == plain) {
        return Some((*key).to_owned());
    }
    let known: Vec<&str> = tables().map(|table| table.key).chain(header::FIELDS.iter().filter_map(word)).collect();
    guess::nearest(&plain, &known)
}

/// Whether the key of a file that names other files is this one in other words.
#[must_use]
pub(in crate::strategy) fn is_file_key(written: &str, key: &str) -> bool {
    let plain = plain(written);
    let said = SECTION_WORDS.iter().any(|(word, meant)| *word == plain && *meant == key);
    said || guess::nearest(&plain, &[key]).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_under_other_names_are_known() {
        for (written, lines, meant) in [
            ("teams", true, Some("agent groups")),
            ("Contact-Types", true, Some("contact types")),
            ("contact_types", true, Some("contact types")),
            ("3. Channels", true, Some("channels")),
            ("hors", true, Some("hours")),
            ("owner", true, Some("owners")),
            ("owner", false, Some("plan owner")),
            ("timezone", false, Some("time zone")),
            ("Öffnungszeiten", true, None),
        ] {
            assert_eq!(section(written, lines).as_deref(), meant, "{written}");
        }
    }

    #[test]
    fn files_are_named_under_other_words_too() {
        assert!(is_file_key("includes", "include"));
        assert!(is_file_key("based-on", "based on"));
        assert!(!is_file_key("hours", "include"));
    }
}
