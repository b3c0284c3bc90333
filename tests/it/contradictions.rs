//! Where two places of a strategy contradict each other, and where it only looks so.

use crate::pages::complete;
use crate::support::compile_text;

/// Contact types, channels and a table of promises, in a strategy that is otherwise whole.
fn strategy(contact_types: &str, table: &str) -> String {
    format!(
        "contact types:\n{contact_types}channels:\n  phone:\n    address: 1\n  x:\n    kind: social\n  facebook:\n    \
         kind: social\n  reviews:\n    kind: review site\n    mode: listen\nhours:\n  Main desk:\n    channels: phone, social, \
         review site\n    open: always\nservice levels: |\n{table}"
    )
}

/// The names of these findings that a strategy raises, in the order in which they are told.
fn raised(text: &str, wanted: &[&str]) -> Vec<&'static str> {
    let compilation = compile_text("example.strategy.yaml", &complete(text));
    let all: Vec<_> = compilation.diagnostics().iter().map(|found| found.finding.name).collect();
    all.into_iter().filter(|name| wanted.contains(name)).collect()
}

fn contradictions(contact_types: &str, table: &str) -> Vec<&'static str> {
    let wanted = ["promise-where-only-read", "promise-without-reply", "promise-where-excluded"];
    raised(&strategy(contact_types, table), &wanted)
}

const PROMISED: &str =
    "  | contact type | phone | social |\n  |---|---|---|\n  | Chatter | 80% in 20 s | 80% in 60 min |\n";
const DECIDED: &str = "  | contact type | phone | social |\n  |---|---|---|\n  | Chatter | - | no promise |\n";

#[test]
fn a_reply_that_never_comes() {
    assert_eq!(contradictions("  Chatter:\n    reply: never\n", PROMISED), ["promise-without-reply"]);
    assert!(contradictions("  Chatter:\n    reply: never\n", DECIDED).is_empty(), "a decision is no promise");
    let sometimes = "  Chatter:\n    reply: never when channel is social\n";
    assert!(contradictions(sometimes, PROMISED).is_empty(), "elsewhere it is answered");
    let one_part = "  Chatter:\n  Spam:\n    part of: Chatter\n    reply: never\n";
    assert!(contradictions(one_part, PROMISED).is_empty(), "the row is for the others");
    let other_part = "  Chatter:\n    reply: never\n  Question:\n    part of: Chatter\n    reply: always\n";
    assert!(contradictions(other_part, PROMISED).is_empty(), "the row is for the part that is answered");
    let both = "  Chatter:\n    reply: never\n  Spam:\n    part of: Chatter\n";
    assert_eq!(contradictions(both, PROMISED), ["promise-without-reply"], "the part takes it over");
}

#[test]
fn a_channel_where_it_should_never_be() {
    assert_eq!(contradictions("  Chatter:\n    never on: social\n", PROMISED), ["promise-where-excluded"]);
    assert_eq!(contradictions("  Chatter:\n    never on: x, facebook\n", PROMISED), ["promise-where-excluded"]);
    assert!(contradictions("  Chatter:\n    never on: x\n", PROMISED).is_empty(), "facebook is left");
    assert!(
        contradictions("  Chatter:\n    never on: social\n", DECIDED.replace("| - |", "| 80% in 20 s |").as_str())
            .is_empty()
    );
    let part = "  Chatter:\n  Spam:\n    part of: Chatter\n    never on: social\n";
    assert!(contradictions(part, PROMISED).is_empty(), "the row is for the others");
}

#[test]
fn a_channel_that_is_only_read() {
    let read = "  | contact type | reviews |\n  |---|---|\n  | Chatter | 80% in 60 min |\n";
    assert_eq!(contradictions("  Chatter:\n", read), ["promise-where-only-read"]);
    let family = "  | contact type | written |\n  |---|---|\n  | Chatter | 80% in 60 min |\n";
    assert!(contradictions("  Chatter:\n", family).is_empty(), "others of the family are answered");
}

#[test]
fn a_contact_type_without_a_row() {
    let missing = |contact_types: &str| raised(&strategy(contact_types, PROMISED), &["contact-type-without-row"]).len();
    assert_eq!(missing("  Chatter:\n  Refund:\n"), 1);
    assert_eq!(missing("  Chatter:\n  Refund:\n    part of: Chatter\n"), 0);
    assert_eq!(missing("  Talk:\n  Chatter:\n    part of: Talk\n"), 0);
    assert_eq!(missing("  Chatter:\n  Refund:\n    reply: never\n"), 0);
    assert_eq!(missing("  Chatter:\n  Refund:\n    never on: phone, social, review site\n"), 0);
}

#[test]
fn an_empty_section_is_told_once() {
    let text =
        "contact types:\n  Order help:\nchannels:\n  phone:\n    address: 1\nrouting:\nservice levels:\nhours:\n";
    assert_eq!(raised(text, &["empty-value", "no-routing"]), ["empty-value"; 3]);
    let compilation = compile_text("example.strategy.yaml", &complete(text));
    let first = compilation.diagnostics().first().unwrap();
    assert!(first.reaches_nobody && first.headline.contains("reaches nobody"), "{}", first.headline);
}

#[test]
fn a_placeholder_is_no_name_and_no_answer() {
    let text = "plan owner: TBD\naccepted gaps:\n  Old gap:\n    finding: no-lead\n    where: agent groups\n    why: later\n    \
                who: n/a\n    until: 2027-01-01\n";
    assert_eq!(
        raised(text, &["person-left-open", "acceptance-incomplete"]),
        ["acceptance-incomplete", "person-left-open"]
    );
    let compilation = compile_text("example.strategy.yaml", &complete(text));
    let sheet = compilation.worksheet(None).unwrap();
    let (_, answer) = sheet.answers.iter().find(|(question, _)| question.name == "WHO-2").unwrap();
    assert_eq!(answer.status.word(), "unanswered");
}

/// Whether an entry of the register accepts something can be said only once everything that waits is told: whoever removed
/// it before would get the finding back.
#[test]
fn an_accepted_gap_is_not_called_unused_while_something_waits() {
    let terms = "terms:\n  angry: sentiment below 0\n";
    let gap = |place: &str| {
        format!(
            "accepted gaps:\n  Mood:\n    finding: unused-term\n    where: {place}\n    why: later\n    who: Priya Shah\n    \
             until: 2029-01-01\n"
        )
    };
    let shop = strategy("  Chatter:\n", DECIDED);
    let raised = |rest: &str| raised(&format!("{shop}{terms}{rest}"), &["acceptance-unused", "unused-term"]);
    assert_eq!(raised(""), ["unused-term"]);
    assert!(raised(&gap("Terms › angry")).is_empty(), "it accepts what it names");
    let both: std::collections::BTreeSet<_> = raised(&gap("Channels")).into_iter().collect();
    assert_eq!(both, ["acceptance-unused", "unused-term"].into(), "it names the wrong place");
    for fault in ["brand:\n  identity:\n", "deployment:\n  freeze: 17.11.2026 to 4.1.2027\n"] {
        assert!(raised(&format!("{fault}{}", gap("Terms › angry"))).is_empty(), "what it accepts waits: {fault}");
        assert!(raised(&format!("{fault}{}", gap("Channels"))).is_empty(), "so it waits, too: {fault}");
    }
}
