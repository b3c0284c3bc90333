//! The marks of an overlay: `added: yes`, `removed: yes`, `before: NAME`.

use crate::source::{Sink, Span, Spanned};
use crate::strategy::errors;
use crate::strategy::field::Key;
use crate::strategy::overlay::kind::Kind;
use crate::yaml::{Entry, Value};

/// What an overlay says of a whole entry.
#[derive(Debug, Clone, Default)]
pub(super) struct Marks {
    /// It is new, on purpose.
    pub(super) added: Option<Span>,
    /// It is gone, on purpose.
    pub(super) removed: Option<Span>,
    /// It stands before the entry of this name.
    pub(super) before: Option<Spanned<String>>,
    /// Whether a mark was written that has no meaning, which has been reported.
    pub(super) unclear: bool,
}

/// The marks that may stand below an entry.
const MARKS: [&str; 3] = ["added", "removed", "before"];

/// Takes the marks out of an entry and reports those that have no meaning. `ordered` says whether `before` may stand here.
pub(super) fn take(entry: &mut Entry, kind: Kind, ordered: bool, sink: &mut Sink) -> Marks {
    let mut marks = Marks::default();
    if kind.one_value() && !kind.table {
        return take_with_value(entry, sink);
    }
    // Where the author's own names stand below, one may be called like a mark.
    let names_below = kind.inner.iter().any(|field| matches!(field.key, Key::Name(_)));
    let Value::Mapping(below) = &mut entry.value.value else { return marks };
    let is_mark = |entry: &Entry| {
        let word = entry.key.text.as_str();
        let yes = entry.value.scalar().is_some_and(|scalar| scalar.text == "yes");
        MARKS.contains(&word) && (word != "before" || ordered) && (yes || !names_below)
    };
    let (found, rest): (Vec<Entry>, Vec<Entry>) = std::mem::take(below).into_iter().partition(is_mark);
    let others = rest.iter().find(|entry| !matches!(entry.key.text.as_str(), "why" | "source")).map(|it| it.key.span);
    *below = rest;
    for mark in &found {
        read(mark, &mut marks, sink);
    }
    contradiction(&entry.key.text, &mut marks, others, sink);
    marks
}

/// An entry of one value has no line for a mark, so the new value itself stands after `added`.
fn take_with_value(entry: &mut Entry, sink: &mut Sink) -> Marks {
    let mut marks = Marks::default();
    let Value::Mapping(below) = &entry.value.value else { return marks };
    let [only] = below.as_slice() else { return marks };
    match only.key.text.as_str() {
        "added" => {
            marks.added = Some(only.key.span);
            let value = only.value.clone();
            entry.value = value;
        }
        "removed" => read(&only.clone(), &mut marks, sink),
        _ => {}
    }
    marks
}

fn read(mark: &Entry, marks: &mut Marks, sink: &mut Sink) {
    let word = mark.key.text.as_str();
    let scalar = mark.value.scalar();
    let said = match word {
        "before" => {
            marks.before = scalar.map(|scalar| Spanned::new(scalar.text.clone(), scalar.span));
            marks.before.is_some()
        }
        "added" => {
            marks.added = Some(mark.key.span);
            scalar.is_some_and(|scalar| scalar.text == "yes")
        }
        _ => {
            let yes = scalar.is_some_and(|scalar| scalar.text == "yes");
            marks.removed = yes.then_some(mark.key.span);
            yes
        }
    };
    if !said {
        marks.unclear = true;
        sink.push(errors::unclear_mark(word, mark.key.span, scalar.map(|scalar| (scalar.text.as_str(), scalar.span))));
    }
}

/// An entry is added, changed or taken away, and only one of these.
fn contradiction(name: &str, marks: &mut Marks, others: Option<Span>, sink: &mut Sink) {
    let Some(removed) = marks.removed else { return };
    let finding = match (marks.added, marks.before.as_ref().map(|before| before.span).or(others)) {
        (Some(added), _) => errors::added_and_removed(name, removed, added),
        (None, Some(change)) => errors::changed_and_removed(name, removed, change),
        (None, None) => return,
    };
    sink.push(finding);
    (marks.added, marks.removed) = (None, None);
    marks.unclear = true;
}
