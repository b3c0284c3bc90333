//! Which contact is found, and what is said where none is.

use std::collections::BTreeSet;

use crate::analysis::analyse;
use crate::calendar::Date;
use crate::lints::lint::Subject;
use crate::lints::rules::no_catch_all_rule::check;
use crate::lints::times::Times;
use crate::policy::Index;
use crate::source::{Diagnostic, Sink, SourceFile, Sources};
use crate::worksheet::Worksheet;
use crate::{strategy, yaml};

const TOP: &str = "\
format: 1
strategy: Test
time zone: Europe/London
customers:
  Trail Club:
    recognised by: loyalty tier is club
    share of contacts: 20%
  Everyone else:
    share of contacts: 80%
contact types:
  Safety issue:
    gravity: critical
    share of contacts: 10%
  Order help:
    share of contacts: 90%
channels:
  phone:
  email:
hours:
  Main desk:
    channels: phone, email
    open: Mon-Fri 08:00-18:00
agent groups:
  Care team:
";

fn found(rules: &str) -> Option<Diagnostic> {
    let mut sources = Sources::new();
    sources.add(SourceFile::new("test.strategy.yaml", format!("{TOP}routing:\n{rules}")));
    let trees = sources.iter().map(|(id, file)| yaml::read(id, file.text())).collect();
    let mut sink = Sink::new();
    let merged = strategy::merge(trees, &sources, &mut sink);
    let strategy = strategy::resolve(&strategy::read(&merged, &mut sink), &mut sink);
    let (policy, claims, _) = strategy::lower(&strategy, true);
    let index = Index::new(&policy);
    let worksheet = Worksheet::default();
    let analysis = analyse(&policy, &claims);
    let today = Date::new(2026, 11, 24).unwrap();
    let subject = Subject {
        strategy: &strategy,
        policy: &policy,
        index: &index,
        claims: &claims,
        unmet_stories: &[],
        analysis: analysis.as_ref().map_err(|incomplete| *incomplete),
        worksheet: &worksheet,
        times: &Times::new(&policy, &index),
        today,
    };
    let mut sink = Sink::new();
    check(&subject, &mut sink);
    sink.so_far().first().cloned()
}

fn rule(name: &str, when: &str) -> String {
    format!("  {name}:\n    when: {when}\n    send to: Care team\n")
}

#[test]
fn the_simplest_contact_is_told_as_a_phrase() {
    let finding = found(&rule("Safety first", "contact type is Safety issue")).unwrap();
    let story = finding.story.unwrap();
    assert_eq!(
        story,
        "Order help on phone from Everyone else, Tue 10:00. It fits none of the rules \"Safety first\" (contact type is \
         Safety issue), so nobody answers."
    );
    assert!(finding.why.ends_with("Left out: \"Order help\"; about 90 of every 100 contacts."), "{}", finding.why);
    assert!(finding.fixes[0].text.contains("send to: Care team"));
}

#[test]
fn a_hole_is_as_wide_as_it_is() {
    let club = rule("Club", "customer is Trail Club") + &rule("Calls", "channel is phone");
    let finding = found(&club).unwrap();
    assert!(finding.why.ends_with("Left out: every contact on \"email\" from \"Everyone else\"; share unknown."));
    let club = rule("Club", "customer is Everyone else") + &rule("Safety", "contact type is Safety issue");
    let finding = found(&club).unwrap();
    let wide = "Left out: \"Order help\" from \"Trail Club\"; about 18 of every 100 contacts.";
    assert!(finding.why.ends_with(wide), "{}", finding.why);
}

#[test]
fn days_and_desks_are_told_at_real_times() {
    let weekend = rule("Weekdays", "day is Mon, Tue, Wed, Thu, Fri");
    let story = found(&weekend).unwrap().story.unwrap();
    assert!(story.contains(", Sat 10:00."), "{story}");
    let night = rule("Open", "desk Main desk is open");
    let story = found(&night).unwrap().story.unwrap();
    assert!(story.contains("\"Open\" (desk Main desk is open)") && !story.contains("10:00"), "{story}");
}

#[test]
fn what_fields_leave_is_found_exactly() {
    let moods = rule("Angry", "sentiment below 0") + &rule("Calm", "sentiment at least 0");
    let story = found(&moods).unwrap().story.unwrap();
    assert!(story.contains(" Nothing more is known of it. It fits none of the rules"), "{story}");
    let known = rule("Unknown", "sentiment is not known") + &rule("Angry", "sentiment below 0");
    let story = found(&known).unwrap().story.unwrap();
    assert!(
        story.contains("10:00, sentiment 0. It fits none of the rules \"Unknown\" (sentiment is not known)"),
        "{story}"
    );
    assert_eq!(found(&(known + &rule("Others", "sentiment at least 0"))), None, "every mood is taken");
}

#[test]
fn what_is_left_out_is_no_more_than_that() {
    let left = |rules: &[&str]| {
        let rules: String = rules.iter().enumerate().map(|(at, when)| rule(&format!("Rule {at}"), when)).collect();
        let why = found(&rules).unwrap().why;
        why.split_once("Left out: ").unwrap().1.to_owned()
    };
    let followers = ["followers above 1000", "followers between 10 and 1000", "followers below 10"];
    assert_eq!(left(&followers), "every contact, where followers is not known; share unknown.");
    let hole = ["followers above 1000", "followers between 10 and 999", "followers below 10", "followers is not known"];
    assert_eq!(left(&hole), "every contact, where followers above 999 and at most 1000; share unknown.");
    let groups = |rules: &[&str]| {
        let left = left(rules);
        left.trim_end_matches("; share unknown.").split("; ").map(str::to_owned).collect::<BTreeSet<String>>()
    };
    let moods = ["every contact, where sentiment at least 0", "every contact, where sentiment is not known"];
    assert_eq!(groups(&["sentiment below 0"]), moods.map(str::to_owned).into());
    let waits = ["every contact, where waiting at most 10 min", "every contact, where waiting is not known"];
    assert_eq!(groups(&["waiting above 10 min"]), waits.map(str::to_owned).into());
    assert_eq!(left(&["loyalty tier is club"]), "every contact, where loyalty tier is not \"club\"; share unknown.");
    assert_eq!(left(&["desk Main desk is open"]), "every contact, where desk Main desk is closed; share unknown.");
    let weekend = "every contact, where day is \"Saturday\" or \"Sunday\"; share unknown.";
    assert_eq!(
        left(&["day is Mon, Tue, Wed, Thu, Fri", "desk Main desk is open"]),
        weekend,
        "it is closed then anyway"
    );
}

#[test]
fn nothing_is_said_where_every_contact_fits_a_rule() {
    let both = rule("Calls", "channel is phone") + &rule("Mail", "channel is not phone");
    assert_eq!(found(&both), None);
    let desks = rule("Open", "desk Main desk is open") + &rule("Closed", "desk Main desk is closed");
    assert_eq!(found(&desks), None);
    let terms = "terms:\n  angry: sentiment below 0\n";
    assert_eq!(found(&(rule("A", "contact is angry") + &rule("B", "contact is not angry") + terms)), None);
}

#[test]
fn a_rule_without_a_condition_takes_the_rest() {
    assert!(found("  Everything:\n    send to: Care team\n").is_none());
    assert!(found(&(rule("Calls", "channel is phone") + "  Everything:\n    send to: Care team\n")).is_none());
    let lost = found(&rule("Calls", "channel is fone")).unwrap();
    assert_eq!(lost.story, None, "a rule without a meaning may be the one that takes the contact");
    assert!(lost.why.ends_with("Whatever fits none of the rules reaches nobody."));
}

#[test]
fn a_term_of_terms_is_followed_to_its_end() {
    let terms: String = (1..30).map(|at| format!("  T{at}: contact is T{}\n", at - 1)).collect();
    let rules = rule("Angry", "contact is T29") + "terms:\n  T0: sentiment below 0\n" + &terms;
    let story = found(&rules).unwrap().story.unwrap();
    assert!(story.contains("Nothing more is known of it."), "nothing is known of the mood of a contact: {story}");
}
