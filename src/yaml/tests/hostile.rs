//! Text made to harm: it ends in a fault, soon, and never in a crash.

use crate::source::SourceId;
use crate::yaml::tests::help::root;
use crate::yaml::{FaultKind, SIZE_LIMIT, Tree, read};

fn tree(text: &str) -> Tree {
    read(SourceId(0), text)
}

/// The one fault of a text.
fn only(text: &str) -> FaultKind {
    let tree = tree(text);
    assert_eq!(tree.faults.len(), 1, "{:?}", tree.faults.iter().map(|fault| &fault.kind).collect::<Vec<_>>());
    tree.faults[0].kind.clone()
}

#[test]
fn depth_has_a_limit_and_hides_nothing_beside_it() {
    let too_deep = FaultKind::TooDeep { limit: 64 };
    for deep in ["[", "{a: ", "- ", "? ", "a: [", "[[], ", "{a: {}, b: "] {
        assert_eq!(only(&deep.repeat(100_000)), too_deep, "{deep}");
    }
    let lines: String = (0..1000).map(|level| format!("{}a:\n", " ".repeat(level))).collect();
    assert_eq!(only(&lines), too_deep);
    let text = format!("a: b\nc: {}\nd: e\n", "[".repeat(100_000));
    assert_eq!(only(&text), too_deep);
    assert_eq!(root(&tree(&text)), "{a: b, c: _, d: e}");
    let fits = format!("a: {}x{}\n", "[".repeat(63), "]".repeat(63));
    assert_eq!(tree(&fits).faults, []);
}

#[test]
fn aliases_cannot_multiply_without_end() {
    let too_many = FaultKind::TooManyNodes { limit: 500_000 };
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..20 {
        let inner = vec![format!("*a{}", level - 1); 10].join(", ");
        bomb.push_str(&format!("a{level}: &a{level} [{inner}]\n"));
    }
    assert_eq!(only(&bomb), too_many);
    let mut long = format!("a: &a {}\n", "x".repeat(100_000));
    long.extend((0..10_000).map(|number| format!("b{number}: *a\n")));
    assert_eq!(only(&long), too_many);
    let mut chain = "a0: &a0 [x]\n".to_owned();
    chain.extend((1..100).map(|level| format!("a{level}: &a{level} [*a{}]\n", level - 1)));
    assert!(tree(&chain).faults.iter().any(|fault| fault.kind == FaultKind::TooDeep { limit: 64 }));
}

#[test]
fn merges_cannot_multiply_at_all() {
    let mut bomb = "a0: &a0 {x: y}\n".to_owned();
    for level in 1..30 {
        let before = level - 1;
        bomb.push_str(&format!("a{level}: &a{level} {{<<: [*a{before}, *a{before}], k{level}: z}}\n"));
    }
    let tree = tree(&bomb);
    assert_eq!(tree.faults, []);
    let last = tree.root.as_ref().and_then(|root| root.get("a29")).unwrap();
    assert_eq!(last.value.mapping().unwrap().len(), 30);
}

#[test]
fn recursive_anchors_end() {
    for text in ["&a [*a]", "a: &a {b: {c: *a}}\n", "a: &a\n  - &b [*a, *b]\n"] {
        let tree = tree(text);
        assert!(tree.faults.iter().any(|fault| matches!(fault.kind, FaultKind::RecursiveAlias { .. })), "{text}");
    }
}

#[test]
fn many_keys_comments_and_anchors() {
    let keys: String = (0..30_000).map(|number| format!("key {number}: v # c\n")).collect();
    let keys_tree = tree(&keys);
    assert_eq!((keys_tree.faults.len(), keys_tree.comments.len()), (0, 30_000));
    assert_eq!(keys_tree.root.as_ref().unwrap().mapping().unwrap().len(), 30_000);
    let comments = "# c\n".repeat(30_000);
    assert_eq!(tree(&format!("a:\n{comments}  b: c\n")).faults, []);
    let anchors: String = (0..2_000).map(|number| format!("k{number}: &a{number} [v]\n")).collect();
    assert_eq!(tree(&anchors).faults, []);
}

#[test]
fn one_endless_line() {
    let words = "word ".repeat(100_000);
    assert_eq!(tree(&format!("a: {words}\n")).faults, []);
    assert!(matches!(only(&format!("a: @{words}\nb: c\n")), FaultKind::AtHandle { handle } if handle.len() < 200));
    assert!(matches!(only(&format!("a: [{}\nb: c\n", "b,".repeat(20_000))), FaultKind::UnclosedFlow { .. }));
    assert_eq!(tree(&format!("a: [{}]\n", "b, []: c,".repeat(10_000))).faults.len(), 501);
    assert_eq!(tree(&format!("a: {{{}}}\n", "b: ,".repeat(20_000))).faults, []);
}

#[test]
fn too_many_faults_end_the_reading() {
    let tree = tree(&"a: @b\n".repeat(1000));
    assert_eq!(tree.faults.len(), 501);
    assert_eq!(tree.faults[500].kind, FaultKind::TooManyFaults { limit: 500 });
    let tree = read(SourceId(0), &"a\u{a0}b: “c”\n".repeat(1000));
    assert_eq!(tree.faults.len(), 501);
    assert_eq!(tree.faults[500].kind, FaultKind::TooManyFaults { limit: 500 });
}

#[test]
fn text_that_is_no_strategy() {
    for text in ["", "\n\n", "# only\n# comments\n", "---\n", "...\n", "\u{feff}", " ", "\t"] {
        assert_eq!(root(&tree(text)), if text == "---\n" { "_" } else { "" }, "{text:?}");
    }
    assert_eq!(tree("# a\n\n# b").comments.len(), 2);
    assert_eq!(root(&tree("just prose\nover lines")), "just prose over lines");
    let large = "a".repeat(SIZE_LIMIT + 1);
    assert_eq!(only(&large), FaultKind::TooLarge { bytes: SIZE_LIMIT + 1, limit: SIZE_LIMIT });
}

#[test]
fn lines_may_end_as_on_windows_or_an_old_macintosh() {
    for end in ["\r\n", "\r"] {
        let text = "a: b # c\nd:\n  e: |\n    | x |\n    | y |\n   f: @g\nh: i\n".replace('\n', end);
        let tree = tree(&text);
        assert_eq!(root(&tree), "{a: b, d: {e: | x |/| y |/, f: g}, h: i}", "{end:?}");
        assert_eq!(tree.faults.len(), 2, "{:?}", tree.faults);
    }
}

#[test]
fn a_key_with_its_value_takes_little_room() {
    // A file may hold half a million values, each of which takes so many bytes beside its text.
    assert!(size_of::<crate::yaml::Entry>() <= 128, "{}", size_of::<crate::yaml::Entry>());
}
