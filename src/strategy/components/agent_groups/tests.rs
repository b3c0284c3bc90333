//! Agent groups, from text to what runs.

use crate::policy::{DeskId, GroupId, LanguageId, OnDuty, People, Skill, WeeklyHours};
use crate::strategy::testing::tried;

const GROUPS: &str = "
agent groups:
  Social team:
    people: 9
    hours: Main desk, Social desk
    skills: writing in public, German (fluent)
    languages: English, German
    mix: dedicated
    contacts at once: 3
    shrinkage: 30%
    occupancy at most: 85%
    lead: Mina Patel
    backup: Night watch
    new or existing: new
    hire: clear writing
    hope: none
    train: products, policies
    tools: social inbox, order system
    site: Leeds
  Night watch:
    people: as many as the promises need
    hours: every day 22:00-24:00
  Care team:
hours:
  Main desk:
    channels: phone
    open: Mon-Fri 08:00-18:00
  Social desk:
    channels: phone
    open: always
channels:
  phone:
";

#[test]
fn groups_are_kept_in_order() {
    let tried = tried(GROUPS);
    assert_eq!(tried.told(), "");
    let groups = &tried.policy.groups;
    assert_eq!(groups[0].people, People::Number(9));
    assert_eq!(groups[0].on_duty, OnDuty::Desks(vec![DeskId(0), DeskId(1)]));
    assert_eq!(groups[0].languages, [LanguageId(0), LanguageId(1)]);
    let skill = |name: &str, level: Option<&str>| Skill { name: name.into(), level: level.map(str::to_owned) };
    assert_eq!(groups[0].skills, [skill("writing in public", None), skill("German", Some("fluent"))]);
    assert_eq!(groups[0].contacts_at_once, Some(3));
    assert_eq!(groups[1].people, People::AsNeeded);
    let OnDuty::Hours(hours) = &groups[1].on_duty else { panic!("{:?}", groups[1].on_duty) };
    assert!(matches!(&hours.weekly, WeeklyHours::Spans(spans) if spans.len() == 1));
    assert_eq!((&groups[2].people, &groups[2].on_duty), (&People::NotSaid, &OnDuty::NotSaid));
}

#[test]
fn everything_that_is_written_is_kept() {
    let tried = tried(GROUPS);
    let social = &tried.components.agent_groups.content.groups[0];
    assert_eq!(social.backup.unwrap().value, GroupId(1));
    assert_eq!(social.hope, Some(Vec::new()));
    assert_eq!(social.hire.as_ref().unwrap()[0].text, "clear writing");
    assert_eq!(social.train.as_ref().unwrap().len(), 2);
    assert_eq!(social.shrinkage.unwrap().value.to_string(), "30%");
    assert_eq!(social.head.facts.len(), 16);
}

#[test]
fn hours_are_desks_or_hours() {
    for (hours, found) in [
        ("Main desk", vec![]),
        ("Mon-Fri 08:00-18:00", vec![]),
        ("always", vec![]),
        ("Mian desk", vec!["unknown-name"]),
        ("Main desk, Desk 9", vec!["unknown-name"]),
        ("Desk 9", vec!["unknown-name"]),
    ] {
        let text = format!(
            "agent groups:\n  Care team:\n    hours: {hours}\nhours:\n  Main desk:\n    channels: phone\n    open: always\nchannels:\n  phone:\n"
        );
        assert_eq!(tried(&text).found(), found, "{hours}");
    }
}

#[test]
fn hours_that_cannot_be_read_are_no_unknown_desk() {
    let text = "agent groups:\n  Care team:\n    hours: Mon-Fri 9-5\n";
    let tried = tried(text);
    assert_eq!(tried.found().len(), 1);
    assert_ne!(tried.found(), ["unknown-name"]);
    assert!(!tried.policy.complete);
}
