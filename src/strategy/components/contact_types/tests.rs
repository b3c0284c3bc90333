//! Contact types, from text to what runs.

use crate::calendar::{Duration, Unit};
use crate::policy::{ChannelKind, ChannelSet, ContactTypeId, Gravity, ReplyNeed};
use crate::strategy::testing::tried;

const TYPES: &str = "
contact types:
  Safety issue:
    examples: harness failed, stove leaked gas
    gravity: critical
    share of contacts: 1%
    handle time: 15 min
    regulated: complaint, emergency
    business unit: Product
  Delivery:
    gravity: high
    private only: yes
    never on: social
    reply: optional when channel is social
    handle time:
      phone: 6 min
      social: 3 min
    volume:
      phone: 120 per day
  Late delivery:
    part of: Delivery
  Lost delivery:
    part of: Delivery
    gravity: critical
    private only: no
    reply: always
  Praise and chatter:
    reply: never
    volume: 400 per day
    everything else: yes
channels:
  phone:
  x:
    kind: social
";

#[test]
fn contact_types_are_kept_in_order() {
    let tried = tried(TYPES);
    assert_eq!(tried.told(), "");
    let types = &tried.policy.contact_types;
    assert_eq!(types[0].gravity, Gravity::Critical);
    assert_eq!(types[0].handle_time, Some(Duration::new(15, Unit::Minute)));
    assert_eq!(types[4].reply.need, ReplyNeed::Never);
    assert!(types[4].everything_else && !types[0].everything_else);
    assert_eq!(tried.policy.everything_else(), Some(ContactTypeId(4)));
    let safety = &tried.components.contact_types.content.types[0];
    assert_eq!(safety.regulated.len(), 2);
    assert_eq!(safety.business_unit.as_ref().unwrap().text, "Product");
    assert_eq!(safety.head.facts.len(), 6);
}

#[test]
fn a_part_takes_over_what_it_does_not_say() {
    let tried = tried(TYPES);
    let types = &tried.policy.contact_types;
    let (parent, late, lost) = (&types[1], &types[2], &types[3]);
    assert_eq!(late.part_of, Some(ContactTypeId(1)));
    assert_eq!((late.gravity, late.private_only), (Gravity::High, true));
    assert_eq!(late.never_on, [ChannelSet::Kind(ChannelKind::Social)]);
    assert_eq!(late.reply, parent.reply);
    assert_eq!((late.reply.need, late.reply.when.len()), (ReplyNeed::Optional, 1));
    assert_eq!((lost.gravity, lost.private_only), (Gravity::Critical, false));
    assert_eq!((lost.reply.need, lost.reply.when.len()), (ReplyNeed::Always, 0));
}

#[test]
fn times_and_volumes_by_channel() {
    let tried = tried(TYPES);
    let delivery = &tried.components.contact_types.content.types[1];
    assert_eq!(delivery.handle_times.len(), 2);
    assert_eq!(delivery.handle_times[1].0.value, ChannelSet::Kind(ChannelKind::Social));
    assert_eq!(delivery.handle_times[1].1.value, Duration::new(3, Unit::Minute));
    assert_eq!((delivery.handle_time, delivery.volume.is_some(), delivery.volumes.len()), (None, false, 1));
    assert!(tried.components.contact_types.content.types[4].volume.is_some());
}

#[test]
fn only_one_takes_everything_else() {
    let text = "
contact types:
  Anything else:
    everything else: yes
  Other matters:
    everything else: yes
";
    let tried = tried(text);
    assert_eq!(
        tried.told(),
        "\
Must second-catch-all [yes]
  Both \"Anything else\" and \"Other matters\" take everything else.
  why: A contact of an unknown kind can be decided in one way only. The first one counts.
  do: keep the line on one of the two
  see [yes]: this one takes everything else too
"
    );
    assert_eq!(tried.policy.everything_else(), Some(ContactTypeId(0)));
}

#[test]
fn two_levels_and_no_circle() {
    let text = "
contact types:
  Delivery:
  Late:
    part of: Delivery
  Late abroad:
    part of: Late
  Selfish:
    part of: Selfish
  Egg:
    part of: Hen
  Hen:
    part of: Egg
  Lost:
    part of: Deliverys
";
    let tried = tried(text);
    assert_eq!(
        tried.told(),
        "\
Must nested-part [Late]
  \"Late abroad\" is a part of a part.
  why: \"Late\" is itself a part of \"Delivery\", and contact types have two levels.
  write: Delivery
Must nested-part [Selfish]
  \"Selfish\" is a part of itself.
  why: Following part of from one to the next leads back to where it began.
  do: remove part of from the one that holds the others
Must nested-part [Hen]
  \"Egg\" is a part of itself.
  why: Following part of from one to the next leads back to where it began.
  do: remove part of from the one that holds the others
Must nested-part [Egg]
  \"Hen\" is a part of itself.
  why: Following part of from one to the next leads back to where it began.
  do: remove part of from the one that holds the others
Must unknown-name [Deliverys]
  There is no contact type called \"Deliverys\" in this strategy.
  write: Delivery
  see [Delivery]: Delivery is described here
"
    );
    let parts: Vec<_> = tried.policy.contact_types.iter().map(|one| one.part_of).collect();
    assert_eq!(parts, [None, Some(ContactTypeId(0)), None, None, None, None, None]);
    assert!(!tried.policy.complete);
}

#[test]
fn a_reply_with_another_word_or_an_unknown_name() {
    let text = "
contact types:
  Praise:
    reply: sometimes
  Gossip:
    reply: never when channel is fax
  Rant:
    reply: optional when channel is phone and channel is x
channels:
  phone:
  x:
    kind: social
";
    let tried = tried(text);
    assert_eq!(tried.found(), ["unknown-word", "impossible-condition", "empty-kind"]);
    assert!(tried.told().contains("The reply to \"Rant\" fits no contact at all."));
}
