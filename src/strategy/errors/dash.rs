//! What is said of a dash outside a table: the word that its key allows.

use crate::source::{Diagnostic, Span, quoted};
use crate::strategy::errors::finding::LONE_DASH;

/// `key: -` in a section, which is empty where nobody knows it. `plain_text` says whether any text may stand there.
pub fn lone_dash(key: &str, section: &str, plain_text: bool, span: Span) -> Diagnostic {
    let finding = Diagnostic::new(&LONE_DASH, span, format!("The dash after {} can mean several things.", quoted(key)))
        .why("A dash is a decision in a table. Elsewhere the word says what was decided.");
    match (section, key) {
        (_, "private messages") => finding.replace(span, "not possible"),
        ("contact types", "reply") => finding.replace(span, "never"),
        ("routing", "reply") => finding.replace(span, "none needed"),
        ("routing", "send to") => finding.advise("name an agent group, or write reply: none needed in its place"),
        ("routing", "when") => finding.advise("remove the line, if every contact that is left fits this rule"),
        ("hours", "open" | "staffed") => finding.replace(span, "never"),
        (_, _) if plain_text => finding.replace(span, "none"),
        (_, _) => finding.advise("remove the line, if there is nothing to say"),
    }
}
