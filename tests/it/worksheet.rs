//! The worksheet asks desks, promises and groups by the rules by which contacts are decided.

use frontdesk::worksheet::{Answer, Status};

use crate::support::compile_text;

const STRATEGY: &str = "\
format: 1
strategy: Acorn Outdoor
time zone: Europe/London
channels:
  x:
    kind: social
  email:
hours:
  Office:
    channels: written
    open: Mon-Fri 09:00-17:00
  Social desk:
    channels: x
    open: every day 08:00-22:00
    closed on: 2026-12-25
contact types:
  Order help:
  Praise:
service levels: |
  | contact type | written          | x         |
  | Order help   | 80% in 4 h       |           |
  | Praise       | 80% in 3 h       | no promise |
agent groups:
  Social team:
    people: 4
  Care team:
routing:
  Everything:
    send to: Social team
    then after 20 min: Care team
";

fn answer(question: &str) -> Answer {
    answer_of(STRATEGY, question)
}

fn answer_of(text: &str, question: &str) -> Answer {
    let sheet = compile_text("test.strategy.yaml", text).worksheet(Some(&["x".to_owned()])).unwrap();
    let found = sheet.answers.into_iter().find(|(asked, _)| asked.name == question);
    found.map(|(_, answer)| answer).unwrap()
}

fn words(answer: &Answer) -> Vec<&str> {
    answer.evidence.iter().map(|evidence| evidence.words.as_str()).collect()
}

#[test]
fn a_desk_that_lists_only_the_family_says_nothing_of_a_channel_that_another_names() {
    let hours = answer("WHEN-1");
    assert_eq!((hours.status, hours.missing.as_str()), (Status::Answered, ""), "the office is not asked about");
    assert_eq!(words(&hours), ["Social desk: every day 08:00-22:00, 2026-12-25"]);
}

#[test]
fn a_blank_cell_of_the_channel_leaves_the_promise_to_the_broader_column() {
    assert_eq!(words(&answer("WHEN-2")), ["Order help: 80% in 4 h"]);
}

#[test]
fn a_group_that_gets_contacts_later_needs_people_too() {
    let staff = answer("HOW-1a");
    assert_eq!((staff.status, staff.missing.as_str()), (Status::Partial, "the people of Care team"));
}

#[test]
fn one_number_of_people_and_a_plan_without_a_date_are_open() {
    let text = STRATEGY.replace("    people: 4\n", "    people: 4\n    mix: dedicated\n");
    let text = text
        .replace("  email:\n", "  email:\n  chat:\n    status: planned\n  fax:\n    status: planned for 2027-03-01\n");
    assert_eq!(answer_of(&text, "HOW-1b").missing, "people by time of day for Social team");
    assert_eq!(
        answer_of(&text, "WHEN-5").missing,
        "applies from, or milestones under deployment; the date from which chat is planned"
    );
    let by_time = text.replace("    people: 4\n", "    people: 4 from 08:00, 9 from 12:00\n");
    assert_eq!(answer_of(&by_time, "HOW-1b").status, Status::Answered);
}

#[test]
fn what_is_kept_from_the_public_is_said_in_words() {
    let said = |lines: &str| {
        let text = STRATEGY.replace("  Praise:\n", &format!("  Praise:\n{lines}"));
        words(&answer_of(&text, "WHAT-4a")).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(said("    private only: yes\n    never on: x\n"), ["Praise: private only, never on x"]);
    assert_eq!(said("    private only: no\n"), ["Praise: not private only"]);
    assert_eq!(said("    never on: x, email\n"), ["Praise: never on x, email"]);
}
