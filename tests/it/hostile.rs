//! Files that mean harm: a clear message, never a crash, in bounded time and memory.

use std::fmt::Write as _;

use crate::support::compile_text;

fn survives(name: &str, text: &str) {
    let compilation = compile_text(name, text);
    assert!(!compilation.diagnostics().is_empty(), "{name}: nothing is said");
    assert!(!compilation.runnable(), "{name}: it would run");
    let _ = compilation.bundle();
    let _ = compilation.document_markdown();
}

const TOP: &str = "format: 1\nstrategy: Hostile\ntime zone: Europe/London\n";

#[test]
fn deep_nesting_is_refused() {
    let mut deep = String::from(TOP);
    for depth in 0..100_000_usize {
        let _ = writeln!(deep, "{}a:", " ".repeat(depth.min(60)));
    }
    survives("deep block", &deep);
    survives("deep flow", &format!("{TOP}customers: {}", "[".repeat(100_000)));
    survives("deep dashes", &format!("{TOP}customers: \n{}", "- ".repeat(100_000)));
}

#[test]
fn bombs_are_refused() {
    let mut aliases = format!("{TOP}x0: &a0 [one, one, one, one, one, one, one, one, one, one]\n");
    for level in 1..13 {
        let inner = vec![format!("*a{}", level - 1); 10].join(", ");
        let _ = writeln!(aliases, "x{level}: &a{level} [{inner}]");
    }
    survives("aliases", &aliases);
    let mut merges = format!("{TOP}x0: &a0\n  k0: v\n");
    for level in 1..27 {
        let _ = writeln!(merges, "x{level}: &a{level}\n  <<: [*a{0}, *a{0}]\n  k{level}: v", level - 1);
    }
    survives("merges", &merges);
    survives("recursive", &format!("{TOP}customers: &a [*a]\n"));
}

#[test]
fn odd_bytes_and_sizes_are_answered() {
    survives("nothing", "");
    survives("comments", "# only\n# comments\n");
    survives("nul", &format!("{TOP}customers:\n  a\u{0}b:\n"));
    survives("endless line", &format!("{TOP}customers: {}", "x".repeat(4 << 20)));
    survives(
        "many keys",
        &(0..100_000).fold(String::from(TOP), |mut text, at| {
            let _ = writeln!(text, "k{at}: v");
            text
        }),
    );
    survives("many faults", &format!("{TOP}customers:\n{}", "  @a: \"b\n".repeat(20_000)));
}

#[test]
fn many_names_of_one_kind_are_bounded() {
    let mut text = format!("{TOP}channels:\n");
    for at in 0..40_000 {
        let _ = writeln!(text, "  c{at}:\n    kind: social");
    }
    text.push_str("hours:\n");
    for at in 0..40_000 {
        let _ = writeln!(text, "  d{at}:\n    channels: social\n    open: always");
    }
    survives("many", &text);
}
