//! Deployment: what it means, and each finding as it is told.

use crate::policy::Date;
use crate::strategy::checks::{Tried, try_part};
use crate::strategy::components::deployment::{Deployment, DeploymentModel};

fn deployment(text: &str) -> Tried<DeploymentModel> {
    try_part::<Deployment>(text)
}

#[test]
fn every_key_is_kept() {
    let text = "\
deployment:
  principles: one conversation, whatever the channel
  platforms: one contact platform
  new channel: pilot 8 weeks, then decide
  go live if: service level met 6 of 8 weeks
  investment:
    payback: within 18 months
    limit: above 50,000 GBP the board decides
  checklist: staff trained; privacy checked
  freeze: 2026-11-16 to 2027-01-03, 2027-06-18
  roll back: the old routing stays ready
  retire: notice of 3 months
  milestones:
    2027-02-01: chat goes live
    2027-03-01: decision
  approved by: Priya Shah, Finance, Legal
";
    let tried = deployment(text);
    tried.is_clean();
    let model = &tried.model;
    for (written, text) in [
        (&model.principles, "one conversation, whatever the channel"),
        (&model.platforms, "one contact platform"),
        (&model.new_channel, "pilot 8 weeks, then decide"),
        (&model.go_live_if, "service level met 6 of 8 weeks"),
        (&model.checklist, "staff trained; privacy checked"),
        (&model.roll_back, "the old routing stays ready"),
        (&model.retire, "notice of 3 months"),
    ] {
        assert_eq!(written.as_ref().unwrap().text, text);
    }
    let approvers: Vec<_> = model.approved_by.iter().map(|who| who.text.as_str()).collect();
    assert_eq!(approvers, ["Priya Shah", "Finance", "Legal"]);
    let investment = "payback: within 18 months; limit: above 50,000 GBP the board decides";
    assert_eq!(model.investment.as_ref().unwrap().value, investment);
    let date = |text: &str| Date::parse(text).unwrap();
    let freeze: Vec<_> = model.freeze.iter().map(|stretch| stretch.value).collect();
    let day = (date("2027-06-18"), date("2027-06-18"));
    assert_eq!(freeze, [(date("2026-11-16"), date("2027-01-03")), day]);
    let milestones: Vec<_> = model.milestones.iter().map(|(date, what)| (date.value, what.text.as_str())).collect();
    assert_eq!(milestones, [(date("2027-02-01"), "chat goes live"), (date("2027-03-01"), "decision")]);
    assert_eq!(model.head.facts.len(), 13);
}

#[test]
fn investment_may_be_one_text() {
    let tried = deployment("deployment:\n  investment: payback within 18 months\n");
    tried.is_clean();
    assert_eq!(tried.model.investment.unwrap().value, "payback within 18 months");
}

#[test]
fn dates_that_are_none() {
    let text = "deployment:\n  freeze: 2026-12-24 to 2026-12-01, 2026-02-30\n  milestones:\n    1 Feb 2027: chat\n";
    let tried = deployment(text);
    let told: Vec<_> = tried
        .findings
        .iter()
        .map(|finding| (finding.finding.name, finding.headline.as_str(), finding.fixes[0].text.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("ends-before-start", "2026-12-01 comes before 2026-12-24.", "2026-12-01 to 2026-12-24"),
            (
                "impossible-date",
                "There is no day 2026-02-30 in the calendar.",
                "write year, month and day, such as 2026-02-28"
            ),
            ("impossible-date", "\"1 Feb 2027\" is another way to write a date.", "2027-02-01"),
        ]
    );
}
