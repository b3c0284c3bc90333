//! Words that other programs do not read as the text that they are.

use crate::source::Sink;
use crate::strategy::errors;
use crate::strategy::field::{Field, Key, Shape, row};
use crate::strategy::tables::tables;
use crate::yaml::{Entry, Node, Scalar, Style, Value};

/// Tells the author's names and texts that other programs read as something else.
pub(in crate::strategy) fn tell(entries: &[Entry], sink: &mut Sink) {
    for entry in entries {
        if let Some(table) = tables().find(|table| table.key == entry.key.text) {
            below(&entry.value, table.fields, sink);
        }
    }
}

/// INVARIANT: tables of keys are no deeper than a strategy, so this may recurse.
fn below(node: &Node, fields: &'static [Field], sink: &mut Sink) {
    let Value::Mapping(entries) = &node.value else { return };
    for entry in entries {
        let Some(field) = row(fields, &entry.key.text) else { continue };
        if matches!(field.key, Key::Name(_)) {
            check(&entry.key, sink);
        }
        match field.shape {
            Shape::KeysOr(fields, Shape::Text | Shape::List) => {
                value(&entry.value, sink);
                below(&entry.value, fields, sink);
            }
            Shape::Keys(fields) | Shape::KeysOrNothing(fields) | Shape::KeysOr(fields, _) => {
                below(&entry.value, fields, sink);
            }
            Shape::Text | Shape::List => value(&entry.value, sink),
            Shape::Phrase(_) | Shape::Word(_) | Shape::Table => {}
        }
    }
}

/// A text. As an answer, yes and no are words of the language.
fn value(node: &Node, sink: &mut Sink) {
    let answer = |scalar: &&Scalar| matches!(scalar.text.as_str(), "yes" | "no");
    if let Some(scalar) = node.scalar().filter(|scalar| !answer(scalar)) {
        check(scalar, sink);
    }
}

fn check(scalar: &Scalar, sink: &mut Sink) {
    if scalar.style == Style::Plain
        && let Some(what) = taken_for(&scalar.text)
    {
        sink.push(errors::read_otherwise(&scalar.text, what, scalar.span));
    }
}

/// What other programs take a text for.
fn taken_for(text: &str) -> Option<&'static str> {
    let lower = text.to_lowercase();
    let in_one_case = text == lower || text == text.to_uppercase() || text.chars().skip(1).all(char::is_lowercase);
    match lower.as_str() {
        "yes" | "no" | "on" | "off" | "true" | "false" if in_one_case => return Some("yes or no"),
        "null" | "~" if in_one_case => return Some("nothing at all"),
        _ => {}
    }
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let octal = text.len() > 1 && text.starts_with('0') && text.bytes().all(|byte| matches!(byte, b'0'..=b'7'));
    let in_sixties = || {
        let mut parts = text.split(':');
        let first = parts.next().is_some_and(|first| digits(first) && !first.starts_with('0'));
        let rest: Vec<&str> = parts.collect();
        first && !rest.is_empty() && rest.iter().all(|part| digits(part) && part.len() <= 2)
    };
    let power = || lower.split_once('e').is_some_and(|(number, power)| digits(number) && digits(power));
    let grouped = || text.contains('_') && text.split('_').all(digits);
    (octal || in_sixties() || power() || grouped()).then_some("another number")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_other_programs_change_is_known() {
        for (text, what) in [
            ("no", Some("yes or no")),
            ("Off", Some("yes or no")),
            ("~", Some("nothing at all")),
            ("17:30", Some("another number")),
            ("012", Some("another number")),
            ("1e3", Some("another number")),
            ("1_000", Some("another number")),
            ("09:00", None),
            ("nO", None),
            ("0900", None),
            ("none", None),
            ("12", None),
            ("e", None),
        ] {
            assert_eq!(taken_for(text), what, "{text}");
        }
    }
}
