//! Which contact is found, and what is said where none is.

use crate::analysis::analyse;
use crate::calendar::Date;
use crate::lints::lint::Subject;
use crate::lints::rules::no_catch_all_rule::check;
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
fn the_most_frequent_contact_is_told() {
    let finding = found(&rule("Safety first", "contact type is Safety issue")).unwrap();
    let story = finding.story.unwrap();
    assert!(story.starts_with("\"Order help\" on \"phone\" from \"Everyone else\", Tuesday 10:30."), "{story}");
    assert!(story.contains("\"Safety first\" (contact type is Safety issue)"), "{story}");
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
fn days_and_desks_are_tried_at_real_times() {
    let weekend = rule("Weekdays", "day is Mon, Tue, Wed, Thu, Fri");
    assert!(found(&weekend).unwrap().story.unwrap().contains(", Saturday 10:30."));
    let night = rule("Open", "desk Main desk is open");
    assert!(found(&night).unwrap().story.unwrap().contains(", Monday 22:30."));
}

#[test]
fn what_is_not_known_of_a_contact_fits_no_comparison() {
    let moods = rule("Angry", "sentiment below 0") + &rule("Calm", "sentiment at least 0");
    let story = found(&moods).unwrap().story.unwrap();
    assert!(story.contains("of which nothing more is known"), "{story}");
    let known = rule("Unknown", "sentiment is not known") + &rule("Angry", "sentiment below 0");
    let finding = found(&known).unwrap();
    assert_eq!(finding.story, None);
    assert!(finding.why.ends_with("Which contacts are left depends on \"sentiment\"."), "{}", finding.why);
}

#[test]
fn rules_that_fit_every_combination_are_still_no_rule_for_the_rest() {
    let both = rule("Calls", "channel is phone") + &rule("Mail", "channel is not phone");
    let finding = found(&both).unwrap();
    assert_eq!(finding.story, None);
    assert!(finding.why.contains("added later"), "{}", finding.why);
}

#[test]
fn a_rule_without_a_condition_takes_the_rest() {
    assert!(found("  Everything:\n    send to: Care team\n").is_none());
    assert!(found(&(rule("Calls", "channel is phone") + "  Everything:\n    send to: Care team\n")).is_none());
    let lost = found(&rule("Calls", "channel is fone")).unwrap();
    assert_eq!(lost.story, None, "a rule without a meaning may be the one that takes the contact");
}

#[test]
fn a_term_of_terms_is_followed_to_its_end() {
    let terms: String = (1..30).map(|at| format!("  T{at}: contact is T{}\n", at - 1)).collect();
    let rules = rule("Angry", "contact is T29") + "terms:\n  T0: sentiment below 0\n" + &terms;
    assert!(found(&rules).unwrap().story.is_some(), "nothing is known of the mood of a contact");
}
