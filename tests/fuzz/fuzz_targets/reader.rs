//! Any text is read as a tree: no panic, every place inside the text and at the borders of characters.
#![no_main]

use frontdesk::source::{Excerpt, SourceId, Span};
use frontdesk::yaml::{Node, Scalar, Tree, Value, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| sound(text, &read(SourceId(0), text)));

fn at(text: &str, span: Span) -> &str {
    assert_eq!(span.source, SourceId(0));
    text.get(span.range()).unwrap_or_else(|| panic!("{span:?} is no place of the text"))
}

fn excerpt_sound(text: &str, excerpt: Excerpt<'_>) {
    let written = at(text, excerpt.span);
    assert!(!excerpt.exact || written == excerpt.text, "{excerpt:?} is written {written:?}");
}

fn scalar_sound(text: &str, scalar: &Scalar) {
    at(text, scalar.span);
    excerpt_sound(text, scalar.excerpt());
    for line in scalar.lines() {
        excerpt_sound(text, line);
    }
}

fn sound(text: &str, tree: &Tree) {
    let mut open: Vec<&Node> = tree.root.iter().collect();
    while let Some(node) = open.pop() {
        at(text, node.span);
        match &node.value {
            Value::Empty => {}
            Value::Scalar(scalar) => scalar_sound(text, scalar),
            Value::Sequence(items) => open.extend(items),
            Value::Mapping(entries) => {
                for entry in entries {
                    scalar_sound(text, &entry.key);
                    open.push(&entry.value);
                }
            }
        }
    }
    for fault in &tree.faults {
        at(text, fault.span);
        for edit in &fault.edits {
            at(text, edit.span);
        }
        assert!(tree.path_at(fault.span).len() <= 64, "{fault:?}");
    }
    for comment in &tree.comments {
        assert!(at(text, comment.span).starts_with('#'), "{comment:?}");
    }
}
