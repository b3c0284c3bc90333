//! Information: what it means, what of it runs, and each finding as it is told.

use crate::policy::{ChannelId, ChannelKind, ChannelSet, Duration, Element, Sensitivity, Unit};
use crate::strategy::checks::{Tried, try_part};
use crate::strategy::components::information::{Information, InformationModel};

fn information(text: &str) -> Tried<InformationModel> {
    try_part::<Information>(text)
}

#[test]
fn lists_and_lines_of_their_own_run_alike() {
    let text = "\
information:
  agents see: order history, loyalty tier
  customers see: parcel tracking
  we record:
    contact type:
    card number:
      source system: payment system
      owner: Finance
      sensitivity: payment
      keep for: 1 month
      only on: phone, social
      why: the bank asks for it
  history across channels: yes, on one page
  knowledge: one knowledge base
  case number: given at once
  keep for: 24 months
";
    let tried = information(text);
    tried.is_clean();
    let seen: Vec<_> = tried.policy.information.agents_see.iter().map(|item| item.name.as_str()).collect();
    assert_eq!(seen, ["order history", "loyalty tier"]);
    assert_eq!(tried.policy.information.agents_see[0].keep_for, None, "only what is recorded is kept");
    let [plain, card] = tried.policy.information.we_record.as_slice() else { panic!("two items") };
    assert_eq!(plain.keep_for, Some(Duration::new(24, Unit::Month)));
    assert_eq!(card.keep_for, Some(Duration::new(1, Unit::Month)));
    assert_eq!(card.sensitivity, Some(Sensitivity::Payment));
    assert_eq!(card.only_on, [ChannelSet::One(ChannelId(0)), ChannelSet::Kind(ChannelKind::Social)]);
    assert_eq!(card.source_system.as_deref(), Some("payment system"));
    assert_eq!(tried.policy.information.history_across_channels.as_deref(), Some("yes, on one page"));
    assert_eq!(tried.policy.information.case_number.as_deref(), Some("given at once"));
    assert_eq!(tried.origin(Element::Information), ("information", "information".into()));
    let item = &tried.model.we_record[1];
    assert_eq!(item.owner.as_ref().unwrap().text, "Finance");
    assert_eq!(item.head.note.why.as_ref().unwrap().value, "the bank asks for it");
    assert_eq!(tried.model.knowledge.as_ref().unwrap().text, "one knowledge base");
    assert_eq!(tried.model.items().count(), 5);
}

#[test]
fn a_time_to_keep_needs_its_unit() {
    let tried = information("information:\n  keep for: 24\n  we record:\n    card number:\n      keep for: 2 m\n");
    let told = tried.told();
    assert_eq!(
        told[0],
        "must no-unit: \"24\" has no unit.\n  at: 24\n  \
         why: It could be days or months, so records would be kept too long or not long enough.\n  \
         fix: 24 months\n  fix: 24 days\n"
    );
    assert_eq!((told.len(), tried.findings[1].finding.name), (2, "no-unit"));
    information(&tried.mended().replace("2 m\n", "2 months\n")).is_clean();
}

#[test]
fn an_unknown_sensitivity_is_told_with_the_known_ones() {
    let tried = information("information:\n  we record:\n    card number:\n      sensitivity: secret\n");
    assert_eq!(
        tried.told(),
        ["must unknown-word: \"secret\" is not a word that sensitivity knows.\n  at: secret\n  \
          why: It can be public, personal, payment or health.\n  fix: choose one of these words\n"]
    );
}

#[test]
fn an_item_for_an_unknown_channel_is_not_for_every_channel() {
    let tried = information("information:\n  we record:\n    card number:\n      only on: fone\n");
    assert_eq!(
        tried.told(),
        ["must unknown-name: There is no channel called \"fone\" in this strategy.\n  at: fone\n  \
          see:  (phone is described here)\n  fix: phone\n"]
    );
    assert!(tried.model.we_record[0].incomplete && !tried.policy.complete);
}

#[test]
fn an_item_is_listed_once() {
    let tried = information("information:\n  agents see: order history, outcome, order history\n");
    assert_eq!(
        tried.told(),
        ["must described-twice: \"order history\" is listed twice.\n  at: order history\n  \
          why: A reader looks for a difference that is not there.\n  see: order history (first here)\n  \
          fix: remove one of them\n"]
    );
    assert_eq!(tried.model.agents_see.len(), 2);
}

#[test]
fn an_item_with_a_text_needs_lines_of_its_own() {
    let tried = information("information:\n  we record:\n    card number: payment\n");
    let told: Vec<_> = tried.findings.iter().map(|finding| (finding.finding.name, &*finding.headline)).collect();
    assert_eq!(told, [("misplaced-value", "\"card number\" needs lines of its own below it.")]);
}
