//! Overlays: fixes that work, and overlays that mean harm.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use frontdesk::compilation::{Compilation, Options, SourceFile, Sources, compile};

use crate::repairs::repaired;
use crate::support::{faults, root, today};

const TOP: &str = "format: 1\nstrategy: Base\ntime zone: Europe/London\n";

/// Compiles files, the first one first.
fn files(all: &[(&str, &str)]) -> Compilation {
    let mut sources = Sources::new();
    for (name, text) in all {
        sources.add(SourceFile::new(*name, *text));
    }
    compile(sources, Options { today: today() })
}

fn names(compilation: &Compilation) -> Vec<&'static str> {
    compilation.diagnostics().iter().map(|found| found.finding.name).filter(|name| is_of_files(name)).collect()
}

fn is_of_files(name: &str) -> bool {
    matches!(name, "not-in-base" | "unclear-change" | "added-without-condition" | "missing-file" | "tangled-files")
}

#[test]
fn the_fix_for_a_new_name_makes_it_new() {
    let folder = root().join("tests/cases/overlay/names");
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    let base = read("base.strategy.yaml");
    let mut over = read("case.strategy.yaml");
    let mut made = 0;
    loop {
        let compilation = files(&[("case.strategy.yaml", &over), ("base.strategy.yaml", &base)]);
        let fixes = compilation.diagnostics().iter().filter(|found| found.finding.name == "not-in-base");
        let fix = fixes.flat_map(|found| &found.fixes).find(|fix| fix.text.contains("added") && !fix.edits.is_empty());
        let Some(fix) = fix else { break };
        over = repaired(&over, &fix.edits);
        made += 1;
        assert!(made < 20, "the fix changes nothing:\n{over}");
    }
    assert_eq!(made, 5, "{over}");
    for line in [
        "    added: yes\n    share of",
        "{ added: yes, handle",
        "  Warranty:\n    added: yes\n",
        "    added: sentiment",
    ] {
        assert!(over.contains(line), "{line} in\n{over}");
    }
}

#[test]
fn both_fixes_for_a_new_time_say_what_it_is() {
    let base = format!(
        "{TOP}routing:\n  All:\n    send to: Team\n    then after 5 min: Night\n    if not answered in 10 min: tell Jo Bell\n\
         agent groups:\n  Team:\n    people: 2\n  Night:\n    people: 1\n"
    );
    for (line, old) in [
        ("then after 20 min: Night", "then after 5 min: Night"),
        ("if not answered in 30 min: tell Jo Bell", "if not answered in 10 min: tell Jo Bell"),
    ] {
        let over = format!("format: 1\nstrategy: Over\nbased on: base\nrouting:\n  All:\n    {line}\n");
        let told = files(&[("over", &over), ("base", &base)]);
        let found: Vec<_> = told.diagnostics().iter().filter(|found| found.finding.name == "unclear-change").collect();
        assert_eq!(found.len(), 1, "{line}");
        let mut stays = Vec::new();
        for fix in &found[0].fixes {
            let repaired = repaired(&over, &fix.edits);
            assert_ne!(repaired, over, "{}", fix.text);
            let compilation = files(&[("over", &repaired), ("base", &base)]);
            assert_eq!(names(&compilation), [""; 0], "{repaired}");
            let result = compilation.show_result();
            assert!(result.contains(line), "{result}");
            stays.push(result.contains(old));
        }
        assert_eq!(stays, [false, true], "{line}");
    }
}

#[test]
fn more_than_eight_overlays_upon_each_other_are_refused() {
    let base = format!("{TOP}customers:\n  Everyone:\n");
    let overs: Vec<(String, String)> = (0..9)
        .map(|at| {
            let below = if at == 8 { "base".to_owned() } else { format!("o{}", at + 1) };
            (
                format!("o{at}"),
                format!(
                    "based on: {below}\ncustomers:\n  Segment {at}:\n    added: yes\n    recognised by: site is s{at}\n"
                ),
            )
        })
        .collect();
    let stack = |from: usize| {
        let overs = overs.iter().skip(from).map(|(name, text)| (name.as_str(), text.as_str()));
        let all: Vec<_> = overs.chain([("base", base.as_str())]).collect();
        files(&all)
    };
    assert_eq!(names(&stack(0)), ["tangled-files"]);
    let eight = stack(1);
    assert_eq!(faults(&eight), "withheld: 0\n");
    assert_eq!(eight.policy().segments.len(), 9);
}

#[test]
fn what_is_removed_in_the_middle_is_gone_above() {
    let base = format!("{TOP}agent groups:\n  Team:\n    people: 2\nrouting:\n  All:\n    send to: Team\n");
    let middle = "based on: base\nrouting:\n  All:\n    removed: yes\n";
    let all = |top: &str| files(&[("top", top), ("middle", middle), ("base", &base)]);
    let gone = all("based on: middle\nrouting:\n  All:\n    removed: yes\n");
    let told = faults(&gone);
    assert!(
        told.contains("\"All\" cannot be taken away") && told.contains("see middle line 4: removed here"),
        "{told}"
    );
    let changed = all("based on: middle\nrouting:\n  All:\n    priority: 1\n");
    assert_eq!(names(&changed), ["not-in-base"]);
    let other = all("based on: middle\nrouting:\n  Every one:\n    added: yes\n    send to: Team\n");
    assert_eq!(names(&other), Vec::<&str>::new());
    assert_eq!(other.policy().rules.len(), 1);
}

#[test]
fn large_overlays_are_laid_in_bounded_time() {
    let begin = Instant::now();
    let mut base = format!("{TOP}agent groups:\n  Team:\n    people: 2\nchannels:\n  chat:\nrouting:\n");
    let mut over = String::from("based on: base\nrouting:\n");
    for at in 0..10_000 {
        let _ = writeln!(base, "  R{at}:\n    when: followers above {at}\n    send to: Team");
        let _ = writeln!(over, "  R{at}:\n    before: R{}", at + 1);
        let _ = writeln!(over, "  N{at}:\n    added: yes\n    when: followers below {at}\n    send to: Team");
        let _ = writeln!(over, "  Unknown {at}:\n    send to: Team");
    }
    base.push_str("  Rest:\n    send to: Team\n");
    let compilation = files(&[("over", &over), ("base", &base)]);
    assert!(names(&compilation).contains(&"not-in-base"));
    assert_eq!(compilation.policy().rules.len(), 20_001);
    let mut wide = String::from("| contact type |");
    let mut long = String::from("| contact type | z |\n");
    for at in 0..900 {
        let _ = write!(wide, " c{at} |");
    }
    for at in 0..100_000 {
        let _ = writeln!(long, "    | t{at} | - |");
    }
    let base = format!("{TOP}service levels:\n  promises: |\n    {wide}\n    {}\n", "|x".repeat(901));
    let over = format!("based on: base\nservice levels:\n  promises: |\n    {long}");
    assert!(!files(&[("over", &over), ("base", &base)]).runnable());
    assert!(begin.elapsed() < Duration::from_secs(60), "{:?}", begin.elapsed());
}

#[test]
fn any_cut_of_an_overlay_is_answered() {
    let folder = root().join("tests/cases/overlay/everything");
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    let (base, over) = (read("base.strategy.yaml"), read("case.strategy.yaml"));
    let top = over.find("customers:").unwrap();
    for end in (top..over.len()).step_by(23) {
        let cut = &over[..end];
        let compilation = files(&[("case.strategy.yaml", cut), ("base.strategy.yaml", &base)]);
        let one = files(&[("one.strategy.yaml", &compilation.show_result())]);
        if compilation.runnable() {
            assert_eq!(one.fingerprint(), compilation.fingerprint(), "{cut}");
        }
        let _ = (compilation.bundle(), compilation.document_markdown());
    }
}
