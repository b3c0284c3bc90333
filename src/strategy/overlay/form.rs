//! Two ways to write the same section, brought to one before they are laid upon each other.

use crate::source::{Severity, Sink, Span};
use crate::strategy::components::routing;
use crate::yaml::{Entry, Node, Scalar, Style, Value};

/// Whether both can now be laid upon each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// They can.
    Same,
    /// A table could not be read; what is wrong with it has been reported, or will be by whoever reads the section.
    Unreadable,
}

/// A table alone is the table `promises`; a table of rules is rules.
pub(super) fn same(known: &mut Entry, over: &mut Entry, sink: &mut Sink) -> Form {
    match known.key.text.as_str() {
        "service levels" => {
            let keys = |entry: &Entry| matches!(entry.value.value, Value::Mapping(_));
            if keys(over) || keys(known) {
                below_key(known, "promises");
                below_key(over, "promises");
            }
            Form::Same
        }
        "routing" if routing::holds_table(known) || routing::holds_table(over) => {
            let mut silent = Sink::new();
            let base = routing::as_rules(known, &mut silent);
            if silent.so_far().iter().any(|found| found.severity == Severity::Must) {
                return Form::Unreadable;
            }
            let before = sink.len();
            let rules = routing::as_rules(over, sink);
            let read = sink.so_far().get(before..).unwrap_or(&[]);
            if read.iter().any(|found| found.severity == Severity::Must) {
                return Form::Unreadable;
            }
            (*known, *over) = (base, rules);
            Form::Same
        }
        _ => Form::Same,
    }
}

/// Puts a table that stands alone below a key.
fn below_key(entry: &mut Entry, key: &str) {
    let Value::Scalar(scalar) = &entry.value.value else { return };
    if !is_table(scalar) {
        return;
    }
    let place: Span = entry.key.span;
    let value = Node { span: entry.value.span, value: entry.value.value.clone() };
    let inner = Entry { key: Scalar::new(key, place, Style::Plain), value, merged: false };
    entry.value.value = Value::Mapping(vec![inner]);
}

/// Whether a text has the lines of a table.
pub(super) fn is_table(scalar: &Scalar) -> bool {
    scalar.style == Style::Literal && scalar.text.contains('|')
}
