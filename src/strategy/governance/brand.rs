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
