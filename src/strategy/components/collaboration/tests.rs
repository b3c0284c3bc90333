//! Collaboration: what it means, and each finding as it is told.

use crate::notation::{HowOften, LoopTopic};
use crate::policy::{ChannelId, ChannelKind, ChannelSet, ContactTypeId, Duration, Unit};
use crate::strategy::checks::{Tried, try_part};
use crate::strategy::components::collaboration::{Collaboration, CollaborationModel};

fn collaboration(text: &str) -> Tried<CollaborationModel> {
    try_part::<Collaboration>(text)
}

#[test]
fn loops_metrics_and_quality() {
    let text = "\
collaboration:
  Product faults: Product team, every week, top 10 reasons
  Safety reports: Legal and Quality, same day
  Crisis watch: Public Relations, within 15 min, when Public complaint above 50 per h
  metrics:
    Solved at once:
      formula: solved without a repeat in 7 days
      target: at least 75%
      audience: Customer Care, Product team
      how often: every week
      source: Metrics handbook, example.org/metrics, as of 2026-11-24
    answer rate:
  quality:
    channels: phone, social
    sample: 5 a month for each agent
    criteria: right answer, our voice
  trends: weekly, by contact type
  reviews: every 6 months
";
    let tried = collaboration(text);
    tried.is_clean();
    let model = &tried.model;
    let [faults, reports, crisis] = model.loops.as_slice() else { panic!("three loops") };
    assert_eq!(faults.head.name, "Product faults");
    assert_eq!(faults.when.value, HowOften::EveryWeek);
    let said = LoopTopic::Text("top 10 reasons".into());
    assert_eq!(faults.what.as_ref().map(|what| &what.value), Some(&said));
    let who: Vec<_> = reports.who.iter().map(|who| who.value.as_str()).collect();
    assert_eq!((who, reports.when.value, &reports.what), (vec!["Legal", "Quality"], HowOften::SameDay, &None));
    assert_eq!(crisis.when.value, HowOften::Within(Duration::new(15, Unit::Minute)));
    assert_eq!(crisis.contact_type, Some(ContactTypeId(2)));
    let [solved, named] = model.metrics.as_slice() else { panic!("two metrics") };
    assert_eq!(solved.target.as_ref().unwrap().text, "at least 75%");
    assert_eq!(solved.audience.len(), 2);
    assert_eq!(solved.how_often.as_ref().unwrap().text, "every week");
    assert_eq!(solved.head.note.source.as_ref().unwrap().value.title, "Metrics handbook");
    assert_eq!(named.head.name, "answer rate");
    let channels: Vec<_> = model.quality_channels.iter().map(|set| set.value).collect();
    assert_eq!(channels, [ChannelSet::One(ChannelId(0)), ChannelSet::Kind(ChannelKind::Social)]);
    assert_eq!(model.quality.as_ref().unwrap().fact("criteria").unwrap().text, "right answer, our voice");
    assert_eq!(model.trends.as_ref().unwrap().text, "weekly, by contact type");
    assert_eq!(model.reviews.as_ref().unwrap().text, "every 6 months");
    assert_eq!(model.head.fact("Safety reports").unwrap().text, "Legal and Quality, same day");
}

#[test]
fn a_rhythm_in_other_words() {
    let tried = collaboration("collaboration:\n  Product faults: Product team, weekly, top 10 reasons\n");
    let finding = &tried.findings[0];
    assert_eq!((tried.findings.len(), finding.finding.name), (1, "other-spelling"));
    assert_eq!(finding.fixes[0].text, "Product team, every week, top 10 reasons");
    assert_eq!(tried.model.loops[0].head.name, "Product faults", "it is read as it was meant");
    collaboration(&tried.mended()).is_clean();
}

#[test]
fn a_rate_of_an_unknown_contact_type() {
    let text = "collaboration:\n  Crisis watch: Public Relations, same day, when Publik complaint above 50 per h\n";
    assert_eq!(
        collaboration(text).told(),
        ["must unknown-name: There is no contact type called \"Publik complaint\" in this strategy.\n  \
          at: Publik complaint\n  see:  (Public complaint is described here)\n  fix: Public complaint\n"]
    );
}

#[test]
fn a_slip_in_a_key_is_no_feedback_loop() {
    let tried = collaboration("collaboration:\n  metrcs:\n    Solved:\n      target: 75%\n  review: every 6 months\n");
    let told: Vec<_> =
        tried.findings.iter().map(|finding| (finding.finding.name, finding.fixes[0].text.as_str())).collect();
    assert_eq!(told, [("unknown-key", "metrics"), ("unknown-key", "reviews")]);
}

#[test]
fn a_loop_may_be_called_almost_like_a_key() {
    let tried = collaboration("collaboration:\n  Trend: Product team, every week\n");
    tried.is_clean();
    assert_eq!(tried.model.loops.len(), 1);
}
