//! Short forms of trees and faults, for comparing.

use crate::source::{SourceId, Span};
use crate::yaml::{Fault, FaultKind, Node, Tree, Value, read};

/// The tree on one line: `{key: text, key: [text, _]}`; `_` is an empty value.
pub(super) fn short(node: &Node) -> String {
    match &node.value {
        Value::Empty => "_".to_owned(),
        Value::Scalar(scalar) => scalar.text.replace('\n', "/"),
        Value::Sequence(items) => format!("[{}]", items.iter().map(short).collect::<Vec<_>>().join(", ")),
        Value::Mapping(entries) => {
            let entry = |entry: &crate::yaml::Entry| {
                let merged = if entry.merged { "<<" } else { "" };
                format!("{merged}{}: {}", entry.key.text, short(&entry.value))
            };
            format!("{{{}}}", entries.iter().map(entry).collect::<Vec<_>>().join(", "))
        }
    }
}

/// The root of a tree on one line; empty for an empty file.
pub(super) fn root(tree: &Tree) -> String {
    tree.root.as_ref().map_or_else(String::new, short)
}

/// The text of a place.
pub(super) fn cut(text: &str, span: Span) -> &str {
    text.get(span.range()).unwrap()
}

/// The text after all repairs that its faults bring.
pub(super) fn repaired(text: &str, tree: &Tree) -> String {
    let mut edits: Vec<_> = tree.faults.iter().flat_map(|fault| fault.edits.clone()).collect();
    edits.sort();
    edits.dedup();
    let mut out = String::new();
    let mut at = 0;
    for edit in edits {
        out.push_str(text.get(at..edit.span.start as usize).unwrap());
        out.push_str(&edit.text);
        at = edit.span.end as usize;
    }
    out + text.get(at..).unwrap()
}

/// Reads a text that has exactly one fault, compares the tree with `shape` and answers the fault. The text with the
/// repair applied (if the fault brings one) must have no fault and the same tree.
pub(super) fn one_fault(text: &str, shape: &str) -> Fault {
    let tree = read(SourceId(0), text);
    let told: Vec<_> =
        tree.faults.iter().map(|fault| format!("{:?} at {:?}", fault.kind, cut(text, fault.span))).collect();
    assert!(told.len() == 1, "{text}\n{}\n{}", told.join("\n"), root(&tree));
    assert_eq!(root(&tree), shape, "{text}\n{told:?}");
    let fault = tree.faults[0].clone();
    if !fault.edits.is_empty() {
        let text = repaired(text, &tree);
        let again = read(SourceId(0), &text);
        assert_eq!(again.faults, [], "{text}");
        let kept = matches!(&fault.kind, FaultKind::ControlCharacter { .. });
        assert!(kept || root(&again) == shape, "{text}\n{}", root(&again));
    }
    fault
}
