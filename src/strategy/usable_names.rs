//! Which names can be told from everything else in a sentence, a list or a condition.

use crate::policy::{ChannelKind, Family};
use crate::source::{Sink, Span, Spanned};
use crate::strategy::errors;
use crate::strategy::name_kind::NameKind;

/// Reports a name that a reader, or a phrase of the language, could not tell from something else.
pub(super) fn check_name(kind: NameKind, name: &str, span: Span, sink: &mut Sink) {
    if let Some(reason) = why_unusable(kind, name) {
        let several = several_languages(name).filter(|_| kind == NameKind::Language);
        sink.push(errors::unusable_name(&Spanned::new(name.to_owned(), span), reason, several));
    }
}

/// The languages of `English and Welsh` and `English/Welsh`, with commas between them.
fn several_languages(name: &str) -> Option<String> {
    let joint = [" and ", " & ", " / ", "/", " + ", " or "].into_iter().find(|joint| name.contains(joint))?;
    Some(name.replace(joint, ", "))
}

/// Why a name cannot be one.
fn why_unusable(kind: NameKind, name: &str) -> Option<&'static str> {
    let word = ChannelKind::from_word(name).is_some() && kind != NameKind::Channel;
    if name.contains(", ") {
        return Some("A comma separates names, so it would be read as two names.");
    }
    if kind == NameKind::Language && several_languages(name).is_some() {
        return Some("Several languages stand on one line with commas between them.");
    }
    // A contact type stands alone in its row of promises, so there an "and" is no harm; the worked example has one.
    if name.contains(" and ") && kind != NameKind::ContactType {
        return Some(if kind.is_tested() {
            "The word and joins two tests, so no condition could name it."
        } else {
            "In a sentence and joins two names, so it would be read as two."
        });
    }
    if word || Family::from_word(name).is_some() {
        return Some("This word stands for every channel of that kind, so nobody could tell which is meant.");
    }
    if name == "other" {
        return Some("This word stands for everything that has no name of its own.");
    }
    if kind.is_tested() && (name.starts_with("not ") || name == "known") {
        return Some("A condition would read it as part of the test: is not, is known.");
    }
    let axis = matches!(name, "customer" | "contact type" | "channel" | "language" | "day" | "contact");
    if kind == NameKind::Field && (axis || name.starts_with("desk ")) {
        return Some("Conditions already give this word a meaning of its own.");
    }
    None
}
