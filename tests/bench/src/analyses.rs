//! What frontdesk says of a whole set of rules, and how long it takes: `analyses FOLDER N`, a line of JSON an answer.

use std::process::ExitCode;

use frontdesk::analysis::{Reach, Space, Verdict, coverage, guarantees, reach, unanswered};
use frontdesk_bench::clock::{peak_megabytes, timed};
use frontdesk_bench::rules::{RuleSet, closed_policy, guarantees as of_set, rule_set_from_json};
use serde_json::{Value, json};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, size] = arguments.as_slice() else {
        eprintln!("Usage: analyses FOLDER N");
        return ExitCode::from(2);
    };
    let read = std::fs::read_to_string(format!("{folder}/rules-{size}.json"));
    let Some(set) = read.ok().and_then(|text| rule_set_from_json(&text)) else {
        eprintln!("{folder}/rules-{size}.json cannot be read; write it with ruleset.");
        return ExitCode::FAILURE;
    };
    ask(&set);
    ExitCode::SUCCESS
}

/// Every question on its own, as often as it takes to tell how long it takes.
fn ask(set: &RuleSet) {
    let say = |question: &str, milliseconds: f64, answer: Value| {
        let peak = peak_megabytes();
        println!(
            "{}",
            json!({"tool": "frontdesk", "question": question, "cpu_ms": milliseconds, "answer": answer, "peak_mb": peak})
        );
    };
    let (policy, before) = closed_policy(set);
    let (space, milliseconds) = usual(|| Space::new(&policy, &[]).expect("a space"));
    say("ready", milliseconds, Value::Null);
    let ((contact, certain), milliseconds) = usual(|| unanswered(&space));
    let gap = match (contact, certain) {
        (Some(_), _) => "gap",
        (None, true) => "complete",
        (None, false) => "gave up",
    };
    say("gap", milliseconds, json!(gap));
    let (found, milliseconds) = usual(|| reach(&space));
    say("wins", milliseconds, json!(never(&found, before)));
    let unknown = found.iter().filter(|reach| **reach == Reach::Unknown).count();
    say("rules given up", milliseconds, json!(unknown));
    let (found, milliseconds) = usual(|| coverage(&space).reach);
    say("wins, and why not", milliseconds, json!(never(&found, before)));
    let claimed = of_set(set);
    let (verdicts, milliseconds) = usual(|| guarantees(&Space::new(&policy, &claimed).expect("a space"), &claimed));
    say("guarantees", milliseconds, json!(verdicts.iter().map(word).collect::<Vec<_>>()));
}

/// The rules of the set that never win.
fn never(found: &[Reach], before: usize) -> Vec<usize> {
    let rules = found.iter().skip(before).enumerate();
    rules.filter(|(_, reach)| !matches!(reach, Reach::Wins | Reach::Unknown)).map(|(rule, _)| rule).collect()
}

fn word(verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::Holds | Verdict::AboutNobody => "holds",
        Verdict::Fails(_) => "fails",
        Verdict::HangsOnHours(_) | Verdict::Unknown => "unknown",
    }
}

/// Work that is done in less than this is done again.
const SHORT: f64 = 200.0;

/// The answer, and the time of the middle one of several runs where a run is short.
fn usual<A>(work: impl Fn() -> A) -> (A, f64) {
    let (answer, first) = timed(&work);
    let mut times = vec![first];
    while times.len() < 5 && first < SHORT {
        times.push(timed(&work).1);
    }
    times.sort_by(f64::total_cmp);
    (answer, times[times.len() / 2])
}
