//! Files that mean harm: a clear message, never a crash, in bounded time and memory.

use std::fmt::Write as _;

use frontdesk::compilation::FieldKind;

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

#[test]
fn what_is_past_a_limit_is_not_looked_at() {
    let many = |top: &str, line: &dyn Fn(usize) -> String, count: usize| {
        let compilation = compile_text("many", &(0..count).fold(format!("{TOP}{top}"), |text, at| text + &line(at)));
        let told = compilation.diagnostics().iter().filter(|found| found.finding.name == "too-many-names").count();
        assert_eq!(told, 1, "{top}");
        compilation
    };
    let segment = |at| format!("  C{at}:\n    recognised by: tier is v{at}\n    share of contacts: 1%\n");
    let customers = many("customers:\n", &segment, 3_000);
    let names = customers.policy().fields.iter().map(|field| match &field.kind {
        FieldKind::OneOf(names) => names.len(),
        FieldKind::Number { .. } | FieldKind::Time | FieldKind::YesNo | FieldKind::Text => 0,
    });
    let names: usize = names.sum();
    assert_eq!(customers.policy().segments.len(), 1_000);
    assert!(names < 1_100, "{names}");
    let date = |at: usize| format!("      {:04}-{:02}-{:02}: closed\n", 2020 + at / 336, 1 + at / 28 % 12, 1 + at % 28);
    many(
        "channels:\n  phone:\nhours:\n  D:\n    channels: phone\n    open: always\n    special days:\n",
        &date,
        30_100,
    );
}
