//! Several faults in one text: none hides another, none is told twice, and everything around them is read.

use crate::source::SourceId;
use crate::yaml::tests::help::{cut, repaired, root, short};
use crate::yaml::{FaultKind, Tree, read};

const ACORN: &str = include_str!("../../../tests/cases/yaml/acorn.strategy.yaml");
const BROKEN: &str = include_str!("../../../tests/cases/yaml/broken.strategy.yaml");

fn tree(text: &str) -> Tree {
    read(SourceId(0), text)
}

fn keys(tree: &Tree, path: &[&str]) -> Vec<String> {
    let root = tree.root.as_ref().unwrap();
    let node = path.iter().fold(root, |node, key| &node.get(key).unwrap().value);
    node.mapping().unwrap().iter().map(|entry| entry.key.text.clone()).collect()
}

fn kinds(tree: &Tree) -> Vec<&FaultKind> {
    tree.faults.iter().map(|fault| &fault.kind).collect()
}

#[test]
fn the_broken_example_has_one_fault_and_loses_nothing() {
    let tree = tree(BROKEN);
    assert_eq!(tree.faults.len(), 1, "{:#?}", tree.faults);
    let fault = &tree.faults[0];
    assert!(matches!(fault.kind, FaultKind::Indentation { found: 3, fitting: 4, .. }));
    assert_eq!(cut(BROKEN, fault.span), "when closed");
    assert_eq!(tree.path_at(fault.span), ["hours", "Main desk", "when closed"]);
    assert_eq!(keys(&tree, &["hours"]), ["Main desk", "Social desk"]);
    assert_eq!(keys(&tree, &["hours", "Main desk"]), ["channels", "open", "when closed"]);
    assert_eq!(keys(&tree, &["contact types"]), ["Order help", "Public complaint", "Order help"]);
    let sections = keys(&tree, &[]);
    assert_eq!(sections.len(), 13);
    assert_eq!(sections.last().unwrap(), "no");
    assert_eq!(tree.comments.len(), BROKEN.matches("# ").count());
    let whole = repaired(BROKEN, &tree);
    let again = read(SourceId(0), &whole);
    assert_eq!((root(&again), again.faults), (root(&tree), Vec::new()));
}

#[test]
fn a_fault_in_each_section_is_told_once_each() {
    let text = "format: 1\n\
        channels:\n  x:\n    address: @acornhelp\n    kind: social\n  chat\n    kind: chat\n\
        hours:\n  Main:\n    open: Mon: 9-5\n\tclosed on: x\n   when closed: y\n\
        routing:\n  A:\n    when: \"open\n    send to: B\n  C:\n    send to: [D\n\
        tag: #acorn\n\
        end: z\n";
    let tree = tree(text);
    let kinds: Vec<_> = tree.faults.iter().map(|fault| format!("{:?}", fault.kind)).collect();
    let names: Vec<_> = kinds.iter().map(|kind| kind.split(' ').next().unwrap()).collect();
    assert_eq!(
        names,
        [
            "AtHandle",
            "MissingColon",
            "SecondColon",
            "TabIndentation",
            "Indentation",
            "UnclosedQuote",
            "UnclosedFlow",
            "HashtagSwallowed"
        ]
    );
    assert_eq!(
        root(&tree),
        "{format: 1, channels: {x: {address: acornhelp, kind: social}, chat: {kind: chat}}, \
         hours: {Main: {open: Mon: 9-5, closed on: x, when closed: y}}, \
         routing: {A: {when: open, send to: B}, C: {send to: [D]}}, tag: #acorn, end: z}"
    );
    let whole = repaired(text, &tree);
    let again = read(SourceId(0), &whole);
    assert_eq!((root(&again), again.faults), (root(&tree), Vec::new()), "{whole}");
}

#[test]
fn one_line_moved_by_one_space_is_one_fault_at_most() {
    // Every line of the worked example in turn: one space more, one space less.
    let whole = tree(ACORN);
    let lines: Vec<&str> = ACORN.lines().collect();
    for number in 0..lines.len() {
        let line = lines[number];
        if line.trim().is_empty() || line.trim_start().starts_with('#') {
            continue;
        }
        for shifted in [format!(" {line}"), line.strip_prefix(' ').unwrap_or(line).to_owned()] {
            let mut text: Vec<&str> = lines.clone();
            text[number] = &shifted;
            let text = text.join("\n") + "\n";
            let tree = tree(&text);
            assert!(tree.faults.len() <= 1, "{shifted}\n{:#?}", kinds(&tree));
            let Some(fault) = tree.faults.first() else { continue };
            assert!(matches!(fault.kind, FaultKind::Indentation { .. }), "{shifted}\n{fault:#?}");
            assert_eq!(short(tree.root.as_ref().unwrap()), root(&whole), "{shifted}");
            assert_eq!(read(SourceId(0), &repaired(&text, &tree)).faults, [], "{shifted}");
        }
    }
}

#[test]
fn one_line_without_its_colon_is_one_fault_at_most() {
    let whole = tree(ACORN);
    let lines: Vec<&str> = ACORN.lines().collect();
    for number in 0..lines.len() {
        let bare = lines[number].replacen(':', "", 1);
        let mut text: Vec<&str> = lines.clone();
        text[number] = &bare;
        let tree = tree(&(text.join("\n") + "\n"));
        assert!(tree.faults.len() <= 1, "{bare}\n{:#?}", kinds(&tree));
        assert!(keys(&tree, &[]).len() + 1 >= keys(&whole, &[]).len(), "{bare}");
    }
}

#[test]
fn one_damage_is_one_fault_on_any_line() {
    // (what is replaced, by what): each once in every third line of the worked example that has it.
    let damages = [
        (": ", ": @"),
        (": ", ": \""),
        (": ", ": '"),
        (": ", ": ["),
        (": ", ": %"),
        (": ", ": *"),
        (": ", ": &"),
        (": ", ": !"),
        (": ", ": > "),
        (": ", ": - "),
        (": ", ":"),
        (": ", ": #"),
        (", ", ": "),
        (":", ";"),
        (":", " ="),
        ("    ", "\t"),
        ("  ", "\t"),
        ("  ", "\u{a0}\u{a0}"),
        ("  ", ""),
        ("", "  "),
        (", ", ",\n"),
        (": ", " : "),
        (", ", "\u{7}"),
    ];
    let whole = keys(&tree(ACORN), &[]).len();
    let lines: Vec<&str> = ACORN.lines().collect();
    for (turn, (from, to)) in damages.into_iter().enumerate() {
        let speaks = |number: &usize| !lines[*number].trim_start().starts_with('#');
        for number in (turn % 3..lines.len()).step_by(3).filter(speaks) {
            let damaged = lines[number].replacen(from, to, 1);
            let mut text: Vec<&str> = lines.clone();
            text[number] = &damaged;
            let tree = tree(&(text.join("\n") + "\n"));
            assert!(tree.faults.len() <= 1, "{damaged:?}\n{:#?}", kinds(&tree));
            assert!(keys(&tree, &[]).len() + 1 >= whole, "{damaged:?}");
        }
    }
}

#[test]
fn nothing_that_the_crate_refuses_goes_untold() {
    for insert in ["\n  ", "\n", "\n    ", "\n\t", " #", "\u{7}", "|", ": ", "- "] {
        for at in (insert.len()..ACORN.len()).step_by(83) {
            let (before, after) = ACORN.split_at(at);
            let text = format!("{before}{insert}{after}");
            let refused = granit_parser::Parser::new_from_str(&text).any(|event| event.is_err());
            let told = !tree(&text).faults.is_empty();
            assert!(told || !refused, "{insert:?} at {at}");
        }
    }
}

#[test]
fn faults_in_what_an_alias_repeats_are_told_once() {
    let tree = tree("a: &x\n  b: “c”\n  d: #e\nf: *x\ng:\n  <<: *x\n  d: h\n");
    assert_eq!(tree.faults.len(), 2, "{:#?}", tree.faults);
    assert_eq!(root(&tree), "{a: {b: c, d: #e}, f: {b: c, d: #e}, g: {d: h, <<b: c}}");
}

#[test]
fn anchors_reach_over_faults() {
    let tree = tree("a: &x\n  b: c\nd: @e\nf: *x\n");
    assert_eq!(tree.faults.len(), 1, "{:#?}", tree.faults);
    assert_eq!(root(&tree), "{a: {b: c}, d: e, f: {b: c}}");
}
