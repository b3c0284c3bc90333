//! Counting and the objectives beside the table: what they mean, what of them runs, and each finding as it is told.

use crate::measure::Formula;
use crate::policy::{
    ChannelId, ChannelKind, ChannelSet, ContactTypeId, CountingRules, Element, LanguageId, Level, ObjectiveKind,
    SeasonId, SegmentId,
};
use crate::strategy::checks::{Tried, try_part};
use crate::strategy::components::service_levels::{ServiceLevels, ServiceLevelsModel};

fn levels(text: &str) -> Tried<ServiceLevelsModel> {
    try_part::<ServiceLevels>(text)
}

/// Keys of one objective.
fn objective(keys: &str) -> Tried<ServiceLevelsModel> {
    levels(&format!("service levels:\n  also:\n    Solved:\n{keys}"))
}

#[test]
fn counting_has_keys_or_stands_on_one_line() {
    let text = "\
service levels:
  counting:
    starts when: the call reaches us
    stops when: a person answers
    pauses while: we wait for the customer, the customer is asleep
    runs on: all hours
    formula: answered in time, of all offered but those abandoned within 5 s
    not counted: test calls
    also counted: blocked calls
    interval: 30 min
    period: month
    after close: counts as the next working day
    normal conditions: all days but declared emergencies
";
    let tried = levels(text);
    tried.is_clean();
    let texts = |list: &[&str]| list.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    let rules = CountingRules {
        all_hours: true,
        after_close_next_working_day: true,
        formula: Some(Formula::ShortAbandonsExcluded { limit_seconds: 5 }),
        starts_when: Some("the call reaches us".into()),
        stops_when: Some("a person answers".into()),
        pauses_while: texts(&["we wait for the customer", "the customer is asleep"]),
        not_counted: texts(&["test calls"]),
        also_counted: texts(&["blocked calls"]),
        interval: Some("30 min".into()),
        period: Some("month".into()),
        normal_conditions: Some("all days but declared emergencies".into()),
    };
    assert_eq!(tried.policy.counting, rules);
    assert_eq!(tried.origin(Element::Counting).1, "service levels › counting");
    assert_eq!(tried.model.counting.head.facts.len(), 11);
}

#[test]
fn counting_on_one_line() {
    let flags = |text: &str| {
        let tried = levels(&format!("service levels:\n  counting: {text}\n"));
        tried.is_clean();
        assert_eq!(tried.model.counting.head.fact("counting").unwrap().text, text);
        (tried.policy.counting.all_hours, tried.policy.counting.after_close_next_working_day)
    };
    assert_eq!(flags("all hours"), (true, false));
    assert_eq!(flags("while the desk is open"), (false, false));
    assert_eq!(flags("after close counts as the next working day"), (false, true));
    assert_eq!(flags("all hours, after close counts as the next working day"), (true, true));
    let tried = levels("service levels:\n  counting: all hour\n");
    assert_eq!(
        tried.told(),
        ["must unknown-word: \"all hour\" is not a word that counting knows.\n  at: all hour\n  \
          why: It can be while the desk is open, all hours or after close counts as the next working day.\n  \
          fix: all hours\n"]
    );
}

#[test]
fn what_is_not_written_has_no_place() {
    let tried = levels("service levels: |\n  | contact type | phone |\n  |---|---|\n  | Order help | - |\n");
    tried.is_clean();
    assert!(!tried.has_origin(Element::Counting));
    assert_eq!(tried.policy.counting, CountingRules::default());
}

#[test]
fn a_formula_in_other_words() {
    let told = |formula: &str| levels(&format!("service levels:\n  counting:\n    formula: {formula}\n")).told();
    assert_eq!(
        told("answered in time of all offered"),
        ["must unknown-formula: \"answered in time of all offered\" is not one of the six formulas.\n  \
          at: answered in time of all offered\n  \
          why: On the same contacts the six formulas give results that differ by five points.\n  \
          fix: answered in time, of all offered\n"]
    );
    let all = told("answered divided by offered");
    for formula in Formula::all() {
        assert!(all[0].contains(&formula.to_string()), "{all:?}");
    }
}

#[test]
fn an_objective_runs_with_its_names() {
    let text = "\
service levels:
  counting: all hours
  seasons:
    Tax time:
      from: 2026-07-01
      to: 2026-10-31
  also:
    Complaint acknowledged:
      kind: response time
      for: Public complaint, Safety issue
      on: email, social
      customers: Trail Club
      languages: Welsh
      season: Tax time
      target: 100% in 2 working days
      stops when: receipt is acknowledged
      level: regulatory
      approved by: Priya Shah
      why: the law asks for it
  regulations: uk-fca-disp, us-cms-part-c-d
";
    let tried = levels(text);
    tried.is_clean();
    let objective = &tried.policy.objectives[0];
    assert_eq!((objective.name.as_str(), objective.kind), ("Complaint acknowledged", ObjectiveKind::ResponseTime));
    assert_eq!(objective.contact_types, [ContactTypeId(2), ContactTypeId(0)]);
    assert_eq!(objective.channels, [ChannelSet::One(ChannelId(2)), ChannelSet::Kind(ChannelKind::Social)]);
    assert_eq!(objective.segments, [SegmentId(0)]);
    assert_eq!(objective.languages, [LanguageId(1)]);
    assert_eq!(objective.season, Some(SeasonId(0)));
    assert_eq!(objective.target.as_ref().unwrap().written, "100% in 2 working days");
    assert_eq!(objective.target.as_ref().unwrap().clauses.len(), 1);
    assert_eq!((objective.level, objective.by_business_unit), (Level::Regulatory, false));
    assert_eq!(tried.policy.regulations, ["uk-fca-disp", "us-cms-part-c-d"]);
    let place = ("Complaint acknowledged", "service levels › also › Complaint acknowledged".into());
    assert_eq!(tried.origin(Element::Objective(0)), place);
    let model = &tried.model.also[0];
    assert_eq!(model.approved_by.as_ref().unwrap().text, "Priya Shah");
    assert_eq!(model.head.note.why.as_ref().unwrap().value, "the law asks for it");
}

#[test]
fn an_objective_is_counted_as_the_strategy_says_unless_it_says_otherwise() {
    let text = "\
service levels:
  counting:
    runs on: all hours
    starts when: the message arrives
    period: month
  also:
    One:
      kind: response time
      target: 100% in 4 h
    Two:
      kind: response time
      target: 100% in 4 h
      runs on: while the desk is open
      starts when: the case is opened
";
    let tried = levels(text);
    tried.is_clean();
    let [one, two] = tried.policy.objectives.as_slice() else { panic!("two objectives") };
    assert_eq!(one.counting, tried.policy.counting);
    assert!(!two.counting.all_hours);
    assert_eq!(two.counting.starts_when.as_deref(), Some("the case is opened"));
    assert_eq!(two.counting.period.as_deref(), Some("month"));
}

#[test]
fn a_business_unit_says_less() {
    let tried = levels("service levels:\n  internal:\n    Billing:\n      for: Order help\n      target: 90% in 4 h\n");
    tried.is_clean();
    let promise = &tried.policy.objectives[0];
    assert_eq!((promise.kind, promise.level), (ObjectiveKind::ResponseTime, Level::Internal));
    assert!(promise.by_business_unit);
    assert_eq!(tried.origin(Element::Objective(0)).1, "service levels › internal › Billing");
}

#[test]
fn targets_that_are_no_wait_are_kept_in_words() {
    for (kind, target) in [
        ("first contact resolution", "at least 75%"),
        ("availability", "99.9%"),
        ("occupancy", "at most 88%"),
        ("answer rate", "more than 95%"),
        ("blockage", "fewer than 2%"),
        ("quality", "4.5 of 5 on the form"),
        ("update", "every 2 working days"),
    ] {
        let tried = objective(&format!("      kind: {kind}\n      target: {target}\n"));
        tried.is_clean();
        let promise = tried.policy.objectives[0].target.as_ref().unwrap();
        assert_eq!((promise.written.as_str(), promise.clauses.len()), (target, 0), "{kind}");
    }
    let tried = objective("      kind: blockage\n      target: at most 3% busy\n");
    assert_eq!(tried.policy.objectives[0].target.as_ref().unwrap().clauses.len(), 1);
}

#[test]
fn targets_that_say_nothing() {
    let share = objective("      kind: first contact resolution\n      target: at least 75\n");
    assert_eq!(
        share.told(),
        ["must unclear-share: 75 has no percent sign.\n  at: 75\n  \
          why: Without it a reader could take it for a plain number.\n  fix: 75%\n"]
    );
    assert!(share.mended().contains("target: at least 75%\n"));
    assert_eq!(share.policy.objectives, []);
    assert!(!share.policy.complete);
    let often = objective("      kind: update\n      target: every 2 day\n");
    assert_eq!(often.findings[0].fixes[0].text, "every 2 days");
    let nothing = objective("      kind: response time\n      target: no promise\n");
    assert_eq!(
        nothing.told(),
        ["must unclear-promise: \"no promise\" is nothing to aim at.\n  at: no promise\n  \
          why: An objective beside the table says what it aims at.\n  \
          fix: write a share and a time, such as 80% in 20 s, or remove the objective\n"]
    );
    let ladder = objective("      kind: response time\n      target: 95% in 20 s, 90% in 30 s\n");
    assert_eq!(ladder.findings[0].fixes[0].text, "90% in 20 s, 95% in 30 s");
}

#[test]
fn an_objective_needs_its_kind() {
    let missing = objective("      target: 80% in 4 h\n");
    assert_eq!(
        missing.told(),
        ["must missing-key: \"Solved\" does not say its \"kind\".\n  at: Solved\n  why: What it measures.\n  \
          fix: add the line kind: resolution time\n"]
    );
    assert!(!missing.policy.complete);
    let unknown = objective("      kind: quickness\n      target: soon\n");
    let names: Vec<_> = unknown.findings.iter().map(|finding| finding.finding.name).collect();
    assert_eq!(names, ["unknown-word"], "what the target should be is not known either");
    let misspelt = objective("      kind: respons time\n      target: 80% in 4 h\n");
    let names: Vec<_> = misspelt.findings.iter().map(|finding| finding.finding.name).collect();
    assert_eq!(names, ["unknown-word"], "it is read as it was meant, so the target is too");
    assert_eq!(misspelt.findings[0].fixes[0].text, "response time");
}

#[test]
fn an_objective_for_something_unknown_does_not_hold_for_everything() {
    let tried = objective("      kind: response time\n      for: Ordr help\n      target: 80% in 4 h\n");
    let headlines: Vec<_> = tried.findings.iter().map(|finding| finding.headline.as_str()).collect();
    assert_eq!(headlines, ["There is no contact type called \"Ordr help\" in this strategy."]);
    assert_eq!(tried.policy.objectives, []);
    assert!(!tried.policy.complete);
}

#[test]
fn unknown_keys_are_told() {
    let tried = levels("service levels:\n  counting:\n    starts: at once\n  promise: |\n    | a | b |\n");
    let told: Vec<_> =
        tried.findings.iter().map(|finding| (finding.headline.as_str(), finding.fixes[0].text.as_str())).collect();
    assert_eq!(
        told,
        [
            (
                "\"starts\" is not something that counting here can say.",
                "remove it, or use one of starts when, stops when, pauses while, runs on, formula, not counted and 5 more"
            ),
            ("\"promise\" is not something that service levels here can say.", "promises"),
        ]
    );
}
