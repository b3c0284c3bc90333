//! Routing, from text to what runs.

use crate::calendar::{Duration, Unit};
use crate::policy::{Element, GroupId, NamedAxis, RuleId, Teller, Test};
use crate::strategy::testing::{Tried, tried};

const REST: &str = "
channels:
  phone:
  chat:
  x:
    kind: social
agent groups:
  Social team:
  Care team:
  Night watch:
customers:
  Trail Club:
    recognised by: loyalty tier is club
  Everyone else:
";

fn routing(rules: &str) -> Tried {
    tried(&format!("routing:\n{rules}{REST}"))
}

const RULES: &str = "  Angry in public:
    when: channel is social and sentiment below -0.3
    send to: Social team
    then after 20 min: Care team, without German, writing
    then after 1 h: Night watch
    if not answered in 10 min: tell Duty manager
    if not answered in 30 min: tell Night watch
    priority: 1
    needs: German (fluent), writing
    same person for: 7 days
    private: yes
    ask for: order number, post code
    why: they are read by everybody
  Praise:
    when: channel is chat
    reply: none needed
  Everything else:
    send to: Care team
";

#[test]
fn rules_are_kept_in_order_with_all_that_happens() {
    let tried = routing(RULES);
    assert_eq!(tried.told(), "");
    let rules = &tried.policy.rules;
    assert_eq!(
        rules.iter().map(|rule| rule.name.as_str()).collect::<Vec<_>>(),
        ["Angry in public", "Praise", "Everything else"]
    );
    let action = &rules[0].action;
    assert_eq!(rules[0].tests.len(), 2);
    assert_eq!(rules[0].tests[0], Test::Named { axis: NamedAxis::Channel, values: vec![2], negated: false });
    assert_eq!(action.send_to, Some(GroupId(0)));
    assert_eq!(action.steps[0].after, Duration::new(20, Unit::Minute));
    assert_eq!((action.steps[0].group, action.steps[1].group), (GroupId(1), GroupId(2)));
    assert_eq!(action.steps[0].without, ["German", "writing"]);
    assert_eq!(action.escalations[0].tell, Teller::Role("Duty manager".into()));
    assert_eq!(action.escalations[1].tell, Teller::Group(GroupId(2)));
    assert_eq!(action.escalations[1].after, Duration::new(30, Unit::Minute));
    assert_eq!((action.priority, action.private, action.no_reply_needed), (Some(1), true, false));
    assert_eq!((action.needs[0].name.as_str(), action.needs[0].level.as_deref()), ("German", Some("fluent")));
    assert_eq!(action.same_person_for, Some(Duration::new(7, Unit::Day)));
    assert_eq!(action.ask_for, ["order number", "post code"]);
    assert!(rules[1].action.no_reply_needed && rules[1].action.send_to.is_none());
    assert!(rules[2].tests.is_empty());
    assert_eq!(tried.components.routing.content.rules[0].head.facts.len(), 11);
}

#[test]
fn steps_and_escalations_have_places_of_their_own() {
    let tried = routing(RULES);
    let path = |element: Element| tried.origins[&element].path.join(" › ");
    assert_eq!(path(Element::Rule(RuleId(1))), "routing › Praise");
    assert_eq!(path(Element::Step(RuleId(0), 1)), "routing › Angry in public › then after 1 h");
    assert_eq!(path(Element::Escalation(RuleId(0), 0)), "routing › Angry in public › if not answered in 10 min");
}

#[test]
fn rules_may_be_a_table() {
    let table = "  | rule            | when                                        | send to     | then after 20 min | if not answered in 10 min | priority |
  |-----------------|---------------------------------------------|-------------|-------------------|---------------------------|----------|
  | Angry in public | channel is social and sentiment below -0.3  | Social team | Care team         | tell Duty manager         | 1        |
  | Everything else |                                             | Care team   |                   |                           |          |
";
    let whole = tried(&format!("routing: |\n{table}{REST}"));
    assert_eq!(whole.told(), "");
    let indented: String = table.lines().map(|line| format!("  {line}\n")).collect();
    let mixed = tried(&format!(
        "routing:\n  Praise:\n    when: channel is chat\n    reply: none needed\n  rules: |\n{indented}{REST}"
    ));
    assert_eq!(mixed.told(), "");
    let keys = routing(
        "  Angry in public:
    when: channel is social and sentiment below -0.3
    send to: Social team
    then after 20 min: Care team
    if not answered in 10 min: tell Duty manager
    priority: 1
  Everything else:
    send to: Care team
",
    );
    assert_eq!(whole.policy.rules, keys.policy.rules);
    assert_eq!(mixed.policy.rules[1..], keys.policy.rules[..]);
    assert_eq!(mixed.policy.rules[0].name, "Praise");
}

#[test]
fn faults_in_a_table_are_told_at_their_cell() {
    let table = "  | rule       | when            | send to    | sent to   |
  |------------|-----------------|------------|-----------|
  |            | channel is chat | Care team  |           |
  | By phone   | channel is fone | Care team  |           |
  | By phone   | channel is x    | Care team  |           |
  | Everything |                 | Care taem  | Care team |
";
    let tried = tried(&format!("routing: |\n{table}{REST}"));
    assert_eq!(tried.found(), ["unknown-key", "unnamed-row", "unknown-name", "described-twice", "unknown-name"]);
    let told = tried.told();
    assert!(told.contains("[fone]") && told.contains("[Care taem]") && told.contains("[sent to]"), "{told}");
    assert!(tried.policy.rules.is_empty() && !tried.policy.complete);
}

#[test]
fn the_word_for_a_table_is_no_name() {
    assert_eq!(routing("  rules:\n    send to: Care team\n").found(), ["table-wanted"]);
    assert_eq!(routing("  rules:\n").found(), ["table-wanted"]);
    let twice = "  rules: |\n    | rule | send to |\n    | All | Care team |\n  rules: |\n    | rule | send to |\n    | No | x |\n";
    assert_eq!(routing(twice).found(), ["described-twice"]);
    assert_eq!(tried(&format!("routing: to the care team\n{REST}")).found(), ["misplaced-value"]);
}

#[test]
fn lines_that_are_no_rows_are_told() {
    let tried = tried(&format!(
        "routing: |\n  | name | send to |\n  |---|---|\n  season only\n  | A | Care team | x |\n  | B | Care team |\n{REST}"
    ));
    assert_eq!(
        tried.told(),
        "\
Must unknown-heading [name]
  The first heading is \"name\" and should be rule.
  why: The names of the rules stand in the first column.
  write: rule
Must table-wanted [season only]
  This line in the table of rules is no rule.
  why: Each line has an upright line at both ends and between its cells. This one is left out.
  do: put upright lines between its cells, or move it out of the table
Must ragged-row [x |]
  This rule has more cells than there are headings.
  why: There are 2 headings and 3 cells. A group could stand below the wrong heading.
  do: give each column one cell, between two upright lines; leave it blank where nothing is said
"
    );
    assert_eq!(tried.policy.rules.len(), 1);
}

#[test]
fn a_rule_sends_its_contacts_somewhere() {
    assert_eq!(
        routing("  Chat:\n    when: channel is chat\n    priority: 2\n  Everything else:\n    send to: Care team\n")
            .told(),
        "\
Must rule-without-target [Chat]
  \"Chat\" sends its contacts to nobody.
  why: The first rule that fits wins, so no later rule takes them either.
  do: add the line send to, with an agent group
  do: add the line reply: none needed
"
    );
}

#[test]
fn a_later_step_needs_a_first_one() {
    assert_eq!(
        routing("  Chat:\n    then after 20 min: Care team\n").told(),
        "\
Must step-without-group [then after 20 min]
  \"Chat\" says who comes next, but not who is first.
  why: Until then the contact waits with nobody.
  do: add the line send to, with the group that answers first
"
    );
    assert_eq!(
        routing("  Chat:\n    reply: none needed\n    then after 20 min: Care team\n").found(),
        ["step-without-group"]
    );
}

#[test]
fn a_line_that_may_have_been_the_target_is_the_only_finding() {
    let tried = routing("  Chat:\n    send: Care team\n");
    assert_eq!((tried.found(), tried.withheld()), (vec!["unknown-key"], 1));
    let tried = routing("  Chat: Care team\n");
    assert_eq!((tried.found(), tried.withheld()), (vec!["misplaced-value"], 1));
}

#[test]
fn each_step_is_later_than_the_one_before() {
    let steps = |first: &str, second: &str| {
        routing(&format!(
            "  Everything:\n    send to: Care team\n    then after {first}: Social team\n    then after {second}: Night watch\n"
        ))
    };
    assert_eq!(
        steps("20 min", "600 s").told(),
        "\
Must steps-out-of-order [600 s]
  The steps of \"Everything\" are not in order.
  why: All times count from the arrival of the contact: 600 s does not come after 20 min.
  do: write the steps in the order in which they happen, each later than the one before
  see [20 min]: this step is written before it
"
    );
    for (first, second, found) in [
        ("20 min", "1 h", 0),
        ("60 min", "1 h", 1),
        ("1 week", "7 days", 1),
        ("2 working days", "1 day", 0),
        ("2 open hours", "1 clock hour", 0),
        ("2 open hours", "1 open hour", 1),
    ] {
        assert_eq!(steps(first, second).found().len(), found, "{first}, {second}");
    }
}

#[test]
fn a_rule_with_an_unknown_name_is_left_out() {
    for (rule, found) in [
        ("send to: Clubb team", vec!["unknown-name"]),
        ("send to: Care team\n    then after 20 min: Back office", vec!["unknown-name"]),
        ("send to: Care team\n    when: channel is fone", vec!["unknown-name"]),
        ("send to: Care team\n    when: customer is Trail Clubs", vec!["unknown-name"]),
    ] {
        let tried = routing(&format!("  Chat:\n    {rule}\n  Everything else:\n    send to: Care team\n"));
        assert_eq!(tried.found(), found, "{rule}");
        assert_eq!(tried.policy.rules.len(), 1, "{rule}");
        assert!(!tried.policy.complete, "{rule}");
    }
}

#[test]
fn a_rule_that_uses_a_term_without_a_meaning_is_left_out_without_a_word() {
    let text = format!(
        "terms:\n  angry: channel is fone\nrouting:\n  Angry:\n    when: contact is angry\n    send to: Care team\n{REST}"
    );
    let tried = tried(&text);
    assert_eq!(tried.found(), ["unknown-name"]);
    assert!(tried.policy.rules.is_empty() && tried.policy.terms.len() == 1);
}

#[test]
fn a_condition_that_nothing_fits() {
    let rule = |when: &str| {
        routing(&format!(
            "  Chat:\n    when: {when}\n    send to: Care team\n  Everything else:\n    send to: Care team\n"
        ))
    };
    assert_eq!(
        rule("channel is phone and sentiment below 0 and channel is chat").told(),
        "\
Must impossible-condition [channel is chat]
  The rule \"Chat\" fits no contact at all.
  why: \"channel is phone\" and \"channel is chat\" never hold together.
  do: name several values in one test, with commas between them, or leave out one of the tests
  see [channel is phone]: this test
"
    );
    assert_eq!(rule("sentiment below -0.5 and sentiment above 0.2").found(), ["impossible-condition"]);
    assert_eq!(rule("channel is not phone, chat and channel is not social").found(), ["impossible-condition"]);
    assert_eq!(rule("channel is phone and channel is voice").found(), Vec::<&str>::new());
}

#[test]
fn a_list_with_dashes_is_read_all_the_same() {
    let tried = routing("  Everything:\n    send to: Care team\n    needs:\n      - orders\n      - German (fluent)\n");
    assert_eq!(tried.found(), ["dashed-list"]);
    assert_eq!(tried.policy.rules[0].action.needs.len(), 2);
}

#[test]
fn priorities_are_numbers_from_one() {
    let rule = |priority: &str| routing(&format!("  Everything:\n    send to: Care team\n    priority: {priority}\n"));
    assert_eq!(
        rule("0").told(),
        "\
Must unclear-number [0]
  Priorities begin with 1.
  why: 1 is first, 2 comes after it.
  write: 1
"
    );
    let high = rule("high");
    assert_eq!(high.found(), ["unclear-number"]);
    assert_eq!(high.policy.rules.len(), 1);
    assert!(!high.policy.complete);
}
