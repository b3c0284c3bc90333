//! Contact types whose names say the same.

use std::collections::BTreeMap;

use crate::lints::lint::{Lint, Subject};
use crate::source::{Confidence, Diagnostic, Sink, Spanned, quoted};

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("similar-type-names", "T306", Confidence::Likely, include_str!("similar_type_names.md"), check);

/// Words that tell no two reasons apart.
const FILLERS: [&str; 20] = [
    "a", "about", "an", "and", "any", "enquiry", "for", "in", "inquiry", "issue", "my", "of", "on", "our", "query",
    "question", "the", "to", "with", "your",
];

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let mut alike: BTreeMap<Vec<String>, Vec<Spanned<&str>>> = BTreeMap::new();
    for one in &subject.strategy.components.contact_types.content.types {
        let sense = sense(&one.head.name);
        if !sense.is_empty() {
            alike.entry(sense).or_default().push(Spanned::new(&one.head.name, one.head.span));
        }
    }
    for names in alike.into_values() {
        let [first, second, ..] = names.as_slice() else { continue };
        let (one, other) = (quoted(first.value), quoted(second.value));
        sink.push(
            Diagnostic::new(&LINT.finding, second.span, format!("{one} and {other} sound like the same contact type."))
                .why("Agents pick one or the other, so routing and reports split what belongs together.")
                .advise("make one of the two, or say in their names how they differ")
                .see(first.span, "the other one"),
        );
    }
}

/// The words that carry the meaning: small letters, without endings of the plural, without fillers, sorted.
fn sense(name: &str) -> Vec<String> {
    let lower = name.to_lowercase();
    let words = lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut words: Vec<String> = words.map(singular).filter(|word| !FILLERS.contains(&word.as_str())).collect();
    words.sort_unstable();
    words.dedup();
    words
}

fn singular(word: &str) -> String {
    let ies = word.strip_suffix("ies").filter(|stem| stem.chars().count() > 2).map(|stem| format!("{stem}y"));
    let s = word.strip_suffix('s').filter(|stem| stem.chars().count() > 2 && !stem.ends_with('s'));
    ies.unwrap_or_else(|| s.unwrap_or(word).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_plural_and_fillers_do_not_tell_names_apart() {
        assert_eq!(sense("Help with orders"), sense("Order help"));
        assert_eq!(sense("Billing queries"), sense("Question about billing"));
        assert_ne!(sense("Address change"), sense("Address"));
        assert_eq!(sense("Bus pass"), ["bus", "pass"]);
        assert!(sense("Questions").is_empty());
    }
}
