//! What holds for any text: no panic, places that are places, and the values that others read.

use proptest::prelude::*;

use crate::source::{SourceId, Span};
use crate::yaml::{Node, Tree, Value, read};

const ACORN: &str = include_str!("../../../tests/cases/yaml/acorn.strategy.yaml");
const BROKEN: &str = include_str!("../../../tests/cases/yaml/broken.strategy.yaml");

/// Every place is inside the text, at the borders of characters; exact excerpts say what stands there.
fn sound(text: &str, tree: &Tree) {
    let at = |span: Span| text.get(span.range()).unwrap_or_else(|| panic!("{span:?} of {text:?}"));
    let scalar = |scalar: &crate::yaml::Scalar| {
        at(scalar.span);
        for line in scalar.lines().into_iter().chain([scalar.excerpt()]) {
            let written = at(line.span);
            assert!(!line.exact || written == line.text, "{line:?} is {written:?} of {text:?}");
        }
    };
    let mut open: Vec<(&Node, bool)> = tree.root.iter().map(|root| (root, false)).collect();
    while let Some((node, elsewhere)) = open.pop() {
        at(node.span);
        match &node.value {
            Value::Empty => {}
            Value::Scalar(text) => scalar(text),
            Value::Sequence(items) => open.extend(items.iter().map(|item| (item, elsewhere))),
            Value::Mapping(entries) => {
                let written: Vec<_> = entries.iter().filter(|entry| !entry.merged).collect();
                for pair in written.windows(2) {
                    assert!(pair[0].key.span.start <= pair[1].key.span.start, "{text:?}");
                }
                for entry in entries {
                    scalar(&entry.key);
                    open.push((&entry.value, elsewhere || entry.merged));
                }
            }
        }
    }
    for fault in &tree.faults {
        at(fault.span);
        for edit in &fault.edits {
            at(edit.span);
        }
        assert!(tree.path_at(fault.span).len() <= 64);
    }
    for comment in &tree.comments {
        assert!(at(comment.span).starts_with('#'), "{text:?}");
    }
}

/// A text of which nothing is told is one that the crate reads from end to end.
fn check(text: &str) {
    let tree = read(SourceId(0), text);
    sound(text, &tree);
    if tree.faults.is_empty() {
        let refused = granit_parser::Parser::new_from_str(text).find_map(Result::err);
        assert_eq!(refused, None, "{text:?}");
    }
}

/// Pieces of which texts are put together: what YAML gives a meaning, and what people write.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "\n", "\n  ", "\n    ", "\n   ", "\n\t", "\r\n", "\r", ": ", ":", " ", "- ", "#", " # ", "|", "|\n", ">\n",
            "\"", "'", "[", "]", "{", "}", ", ", "&a", "*a", "!t ", "@", "%", "`", "? ", "<<: *a", "---\n", "...\n",
            "–", "“", "”", "\u{a0}", "\\", "\u{7}", "\u{feff}", "| a |\n", "| a –|\n  | b |\n", "~", "!!str ",
        ]).prop_map(str::to_owned),
        3 => "[a-z]{1,4}",
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// A text in quotes of either kind.
fn quoted(text: &str, double: bool) -> String {
    if double {
        format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
    } else {
        format!("'{}'", text.replace('\'', "''"))
    }
}

#[derive(Debug, Clone)]
enum Shape {
    Text(String, bool),
    Keys(Vec<(String, Shape)>),
    Items(Vec<Shape>),
}

fn shapes() -> impl Strategy<Value = Shape> {
    let text = || "[ -~äöü–“”😀]{0,12}";
    let leaf = (text(), any::<bool>()).prop_map(|(text, double)| Shape::Text(text, double));
    let keys = move |inner: BoxedStrategy<Shape>| {
        prop::collection::btree_map(text(), inner, 1..5).prop_map(|entries| Shape::Keys(entries.into_iter().collect()))
    };
    let any = leaf.prop_recursive(4, 30, 5, move |inner| {
        prop_oneof![keys(inner.clone()), prop::collection::vec(inner, 1..4).prop_map(Shape::Items)]
    });
    prop::collection::btree_map(text(), any, 1..5).prop_map(|entries| Shape::Keys(entries.into_iter().collect()))
}

fn write(shape: &Shape, indent: usize, out: &mut String) {
    let blanks = " ".repeat(indent);
    match shape {
        Shape::Text(text, double) => out.push_str(&format!(" {}\n", quoted(text, *double))),
        Shape::Keys(entries) => {
            out.push('\n');
            for (key, value) in entries {
                out.push_str(&format!("{blanks}{}:", quoted(key, key.len() % 2 == 0)));
                write(value, indent + 2, out);
            }
        }
        Shape::Items(items) => {
            out.push('\n');
            for item in items {
                out.push_str(&format!("{blanks}-"));
                write(item, indent + 2, out);
            }
        }
    }
}

fn same(node: &Node, other: &serde_yaml::Value) -> bool {
    match (&node.value, other) {
        (Value::Scalar(text), serde_yaml::Value::String(other)) => text.text == *other,
        (Value::Sequence(items), serde_yaml::Value::Sequence(others)) => {
            items.len() == others.len() && items.iter().zip(others).all(|(item, other)| same(item, other))
        }
        (Value::Mapping(entries), serde_yaml::Value::Mapping(others)) => {
            entries.len() == others.len()
                && entries.iter().zip(others).all(|(entry, (key, value))| {
                    key.as_str() == Some(entry.key.text.as_str()) && same(&entry.value, value)
                })
        }
        _ => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn any_yaml_like_text_is_read(text in pieces()) {
        check(&text);
    }

    #[test]
    fn quoted_values_are_those_that_serde_yaml_reads(shape in shapes()) {
        let mut text = String::new();
        write(&shape, 0, &mut text);
        let tree = read(SourceId(0), &text);
        prop_assert_eq!(&tree.faults, &[]);
        let other: serde_yaml::Value = serde_yaml::from_str(&text).unwrap();
        prop_assert!(same(tree.root.as_ref().unwrap(), &other), "{}", text);
        sound(&text, &tree);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_strategy_is_read(
        broken in any::<bool>(),
        damages in prop::collection::vec((0..5u8, any::<prop::sample::Index>(), any::<prop::sample::Index>(), pieces()), 1..5),
    ) {
        let mut text = if broken { BROKEN.to_owned() } else { ACORN.to_owned() };
        for (kind, line, byte, insert) in damages {
            let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
            if lines.is_empty() { break }
            let at = line.index(lines.len());
            let chars: Vec<char> = lines[at].chars().collect();
            let place = byte.index(chars.len().max(1));
            match kind {
                0 => drop(lines.remove(at)),
                1 => lines.insert(at, lines[at].clone()),
                2 => lines.insert(at, insert),
                3 => lines[at] = chars.iter().enumerate().filter(|(i, _)| *i != place).map(|(_, c)| c).collect(),
                _ => {
                    let (before, after) = chars.split_at(place.min(chars.len()));
                    lines[at] = format!("{}{insert}{}", before.iter().collect::<String>(), after.iter().collect::<String>());
                }
            }
            text = lines.concat();
        }
        check(&text);
    }
}
