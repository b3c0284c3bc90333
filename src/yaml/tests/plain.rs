//! Well-formed text: every value, every place.

use crate::source::{SourceId, Span};
use crate::yaml::{Node, Style, Tree, Value, read};

const ACORN: &str = include_str!("../../../tests/cases/yaml/acorn.strategy.yaml");

fn tree(text: &str) -> Tree {
    let tree = read(SourceId(3), text);
    assert_eq!(tree.faults, [], "{text}");
    tree
}

fn cut(text: &str, span: Span) -> &str {
    assert_eq!(span.source, SourceId(3));
    text.get(span.range()).unwrap()
}

fn walk<'n>(node: &'n Node, path: &[&str]) -> &'n Node {
    path.iter().fold(node, |node, key| &node.get(key).unwrap_or_else(|| panic!("no {key}")).value)
}

#[test]
fn every_place_of_the_worked_example_is_its_text() {
    let tree = tree(ACORN);
    let root = tree.root.as_ref().unwrap();
    let mut seen = 0;
    let mut open = vec![root];
    while let Some(node) = open.pop() {
        match &node.value {
            Value::Empty => panic!("nothing is empty here"),
            Value::Sequence(items) => open.extend(items),
            Value::Mapping(entries) => {
                for entry in entries {
                    assert_eq!(cut(ACORN, entry.key.span), entry.key.text);
                    open.push(&entry.value);
                }
            }
            Value::Scalar(scalar) => {
                seen += 1;
                for line in scalar.lines() {
                    assert!(line.exact);
                    assert_eq!(cut(ACORN, line.span), line.text);
                }
            }
        }
    }
    assert_eq!(seen, 98);
    assert_eq!(walk(root, &["routing", "Club members", "then after 45 s"]).scalar().unwrap().text, "Care team");
    assert_eq!(tree.comments.len(), 17);
    assert!(tree.comments.iter().all(|comment| cut(ACORN, comment.span).starts_with('#')));
    assert_eq!(tree.comments[1].text, "who keeps each part current");
}

#[test]
fn a_table_has_a_place_for_each_row() {
    let tree = tree(ACORN);
    let table = walk(tree.root.as_ref().unwrap(), &["service levels"]).scalar().unwrap();
    assert_eq!(table.style, Style::Literal);
    let lines = table.lines();
    assert_eq!(lines.len(), 7);
    assert!(lines[0].text.starts_with("| contact type"));
    assert!(cut(ACORN, table.span).ends_with("no promise    | -          |"));
}

#[test]
fn a_path_leads_from_the_outside_in() {
    let tree = tree(ACORN);
    let at = ACORN.find("customer is Trail Club").unwrap();
    let path = tree.path_at(Span::new(SourceId(3), at, at + 4));
    assert_eq!(path, ["routing", "Club members", "when"]);
    let at = ACORN.find("Club members").unwrap();
    assert_eq!(tree.path_at(Span::new(SourceId(3), at, at)), ["routing", "Club members"]);
    assert_eq!(tree.path_at(Span::new(SourceId(3), 0, 3)), [""; 0]);
}
