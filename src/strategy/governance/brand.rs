//! Brand: who we are, how we sound, what may be said where, and who decides.

use crate::policy::{Constraints, PolicyBuilder};
use crate::source::Sink;
use crate::strategy::field::{Field, Shape};
use crate::strategy::names::Names;
use crate::strategy::reader::{self, Keys};
use crate::strategy::written::{Named, Written};
use crate::yaml::Entry;

/// The table of keys.
pub(crate) static FIELDS: &[Field] = &[
    Field::new("identity", Shape::Text, "Who we are in conversations.", "the practical neighbour"),
    Field::new("voice", Shape::Text, "How we sound.", "calm, practical, first names"),
    Field::new("do", Shape::List, "What our voice does.", "say sorry once, give one next step"),
    Field::new("do not", Shape::List, "What our voice does not do.", "argue, use abbreviations"),
    Field::new(
        "publicly",
        Shape::List,
        "What may be said where everybody can read it.",
        "opening times, delivery dates",
    ),
    Field::new("privately", Shape::List, "What must go private.", "order numbers, addresses, payment"),
    Field::new("who decides", Shape::Text, "Who decides what we can say.", "Aisha Khan, Legal"),
    Field::new(
        "asked when",
        Shape::Text,
        "When that person is asked.",
        "a journalist writes or an injury is mentioned",
    ),
];

/// The brand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BrandModel {
    /// Everything written in the section.
    pub head: Named,
    /// Who we are.
    pub identity: Option<Written>,
    /// How we sound.
    pub voice: Option<Written>,
    /// What our voice does.
    pub does: Vec<Written>,
    /// What it does not do.
    pub does_not: Vec<Written>,
    /// What may be said publicly.
    pub publicly: Vec<Written>,
    /// What must go private.
    pub privately: Vec<Written>,
    /// Who decides.
    pub who_decides: Option<Written>,
    /// When they are asked.
    pub asked_when: Option<Written>,
}

crate::strategy::component::component! {
    /// The part `brand`.
    Brand = "brand", FIELDS, include_str!("brand.md"), BrandModel, BrandModel;
    read, declare, resolve, lower
}

fn read(entry: &Entry, sink: &mut Sink) -> BrandModel {
    let keys: Keys<'_> = reader::keys(entry, FIELDS, sink);
    BrandModel {
        identity: keys.text("identity", sink),
        voice: keys.text("voice", sink),
        does: keys.list("do", sink),
        does_not: keys.list("do not", sink),
        publicly: keys.list("publicly", sink),
        privately: keys.list("privately", sink),
        who_decides: keys.text("who decides", sink),
        asked_when: keys.text("asked when", sink),
        head: reader::named(entry, keys.note),
    }
}

fn declare(_: &BrandModel, _: &mut Names, _: &mut Sink) {}

fn resolve(syntax: &BrandModel, _: &Names, _: &mut Sink) -> BrandModel {
    syntax.clone()
}

fn lower(model: &BrandModel, policy: &mut PolicyBuilder) {
    let texts = |list: &[Written]| list.iter().map(|item| item.text.clone()).collect();
    policy.constraints(Constraints { publicly: texts(&model.publicly), privately: texts(&model.privately) });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::strategy::checks::try_part;

    #[test]
    fn what_may_be_said_runs_and_the_rest_is_kept() {
        let text = "\
brand:
  identity: the practical neighbour
  voice: calm, practical
  do: say sorry once, give one next step
  do not: argue
  publicly: opening times, delivery dates
  privately: order numbers, addresses
  who decides: Aisha Khan, Legal
  asked when: a journalist writes
";
        let tried = try_part::<Brand>(text);
        tried.is_clean();
        assert_eq!(tried.policy.constraints.publicly, ["opening times", "delivery dates"]);
        assert_eq!(tried.policy.constraints.privately, ["order numbers", "addresses"]);
        let model = &tried.model;
        assert_eq!(model.identity.as_ref().unwrap().text, "the practical neighbour");
        assert_eq!(model.voice.as_ref().unwrap().text, "calm, practical");
        assert_eq!((model.does.len(), model.does_not.len()), (2, 1));
        assert_eq!(model.who_decides.as_ref().unwrap().text, "Aisha Khan, Legal");
        assert_eq!(model.asked_when.as_ref().unwrap().text, "a journalist writes");
        assert_eq!(model.head.facts.len(), 8);
    }

    #[test]
    fn unknown_keys_and_dashes_are_told() {
        let tried = try_part::<Brand>("brand:\n  voices: calm\n  publicly:\n    - opening times\n    - closures\n");
        assert_eq!(
            tried.told(),
            [
                "must unknown-key: \"voices\" is not something that brand here can say.\n  at: voices\n  \
                 why: Nothing written under it would have any effect.\n  fix: voice\n",
                "should dashed-list: \"publicly\" is written with dashes instead of commas.\n  \
                 at: - opening times\n    - closures\n  \
                 why: Several values stand on one line with commas between them.\n  fix: opening times, closures\n",
            ]
        );
        assert_eq!(tried.policy.constraints.publicly, ["opening times", "closures"]);
    }
}
