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
    let sheet = compile_text("test.strategy.yaml", STRATEGY).worksheet(Some(&["x".to_owned()])).unwrap();
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
