//! An objective in its long form: what it measures, for which contacts, its target, and how it is counted.

use crate::policy::{
    ChannelSet, ContactTypeId, CountingRules, LanguageId, Level, NamedObjective, ObjectiveKind, Promise, SeasonId,
    SegmentId,
};
use crate::source::{Sink, Spanned};
use crate::strategy::components::service_levels::counting::{self, CountingModel, CountingSyntax};
use crate::strategy::components::service_levels::target;
use crate::strategy::field::{Field, Shape};
use crate::strategy::names::{NameKind, Names};
use crate::strategy::reader;
use crate::strategy::written::{Named, Written};
use crate::yaml::Entry;

const KINDS: &[&str] = &[
    "service level",
    "response time",
    "resolution time",
    "average speed of answer",
    "maximum wait",
    "abandonment",
    "answer rate",
    "blockage",
    "busy",
    "transfer time",
    "first contact resolution",
    "quality",
    "availability",
    "occupancy",
    "update",
];

const OWN_COUNT: usize = 9;

const OWN: [Field; OWN_COUNT] = [
    Field::new("kind", Shape::Word(KINDS), "What it measures.", "resolution time").required(),
    Field::new("for", Shape::List, "The contact types for which it holds.", "Complaint").or("all"),
    Field::new("on", Shape::List, "The channels, kinds or families on which it holds.", "phone, chat").or("all"),
    Field::new("customers", Shape::List, "The customer segments for which it holds.", "Trail Club").or("all"),
    Field::new("languages", Shape::List, "The languages in which it holds.", "French").or("all"),
    Field::new("season", Shape::Text, "The season in which it holds.", "Tax time").or("the whole year"),
    Field::new(
        "target",
        Shape::Phrase("a promise, a share or how often"),
        "What is aimed at: a promise; for what is no wait, a share such as `at least 75%`; for updates `every 2 days`.",
        "80% in 10 working days",
    ),
    Field::new(
        "level",
        Shape::Word(&["published", "internal", "regulatory"]),
        "Whether customers are told, it is known inside only, or a regulator demands it.",
        "regulatory",
    )
    .or("published"),
    Field::new("approved by", Shape::Text, "Who approved it.", "Priya Shah"),
];

const COUNT: usize = OWN_COUNT + counting::FIELDS_COUNT;

/// Its own rows, then those of counting, which hold as the counting of the whole strategy says unless written here.
#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler, so a wrong position does not compile")]
const fn with_counting(own: [Field; OWN_COUNT]) -> [Field; COUNT] {
    let mut all = [own[0]; COUNT];
    let mut at = 0;
    while at < COUNT {
        if at < OWN_COUNT {
            all[at] = own[at];
        } else {
            all[at] = counting::FIELDS_LIST[at - OWN_COUNT];
            if all[at].default.is_some() {
                all[at].default = Some("as counting says");
            }
        }
        at += 1;
    }
    all
}

/// What a business unit promises says by itself what it is and who knows of it.
const fn of_business_unit() -> [Field; OWN_COUNT] {
    let mut own = OWN;
    own[0] = Field::new("kind", Shape::Word(KINDS), "What it measures.", "resolution time").or("response time");
    own[7].default = Some("internal");
    own
}

/// The table of keys of an objective.
pub(crate) static FIELDS: &[Field] = &with_counting(OWN);

/// The table of keys of a promise that a business unit makes.
pub(crate) static INTERNAL_FIELDS: &[Field] = &with_counting(of_business_unit());

/// An objective as written.
#[derive(Debug, Clone, Default)]
pub struct ObjectiveSyntax {
    /// Its name, and everything written below it.
    pub head: Named,
    /// What it measures.
    pub kind: Option<Spanned<ObjectiveKind>>,
    /// The contact types.
    pub contact_types: Vec<Written>,
    /// The channels.
    pub channels: Vec<Written>,
    /// The customer segments.
    pub customers: Vec<Written>,
    /// The languages.
    pub languages: Vec<Written>,
    /// The season.
    pub season: Option<Written>,
    /// The target, as written.
    pub target: Option<Written>,
    /// What the target says, where it could be read.
    pub aim: Option<Promise>,
    /// Published, internal or regulatory.
    pub level: Option<Spanned<Level>>,
    /// Who approved it.
    pub approved_by: Option<Written>,
    /// How it is counted.
    pub counting: CountingSyntax,
}

/// An objective as meant.
#[derive(Debug, Clone, Default)]
pub struct ObjectiveModel {
    /// Its name, and everything written below it.
    pub head: Named,
    /// What it measures.
    pub kind: Option<Spanned<ObjectiveKind>>,
    /// The contact types; empty for all.
    pub contact_types: Vec<ContactTypeId>,
    /// The channels; empty for all.
    pub channels: Vec<ChannelSet>,
    /// The customer segments; empty for all.
    pub customers: Vec<SegmentId>,
    /// The languages; empty for all.
    pub languages: Vec<LanguageId>,
    /// The season.
    pub season: Option<SeasonId>,
    /// The target.
    pub target: Option<Spanned<Promise>>,
    /// Published, internal or regulatory.
    pub level: Option<Spanned<Level>>,
    /// Who approved it.
    pub approved_by: Option<Written>,
    /// How it is counted.
    pub counting: CountingModel,
    /// Whether a name or the target had no meaning, so that it would hold for other contacts than its author meant.
    pub incomplete: bool,
}

/// Reads one objective.
pub(crate) fn read(entry: &Entry, sink: &mut Sink) -> ObjectiveSyntax {
    read_with(entry, FIELDS, None, sink)
}

/// Reads what one business unit promises.
pub(crate) fn read_internal(entry: &Entry, sink: &mut Sink) -> ObjectiveSyntax {
    read_with(entry, INTERNAL_FIELDS, Some(ObjectiveKind::ResponseTime), sink)
}

fn read_with(
    entry: &Entry,
    fields: &'static [Field],
    default: Option<ObjectiveKind>,
    sink: &mut Sink,
) -> ObjectiveSyntax {
    let keys = reader::keys(entry, fields, sink);
    reader::require(&keys, fields, entry, sink);
    let kind = match keys.get("kind") {
        Some(_) => keys.word("kind", sink, &ObjectiveKind::ALL),
        None => default.map(|kind| Spanned::new(kind, entry.key.span)),
    };
    let target = keys.text("target", sink);
    ObjectiveSyntax {
        kind,
        contact_types: keys.list("for", sink),
        channels: keys.list("on", sink),
        customers: keys.list("customers", sink),
        languages: keys.list("languages", sink),
        season: keys.text("season", sink),
        aim: target.as_ref().and_then(|written| target::read(written, kind.map(|kind| kind.value), sink)),
        target,
        level: keys.word("level", sink, &Level::ALL),
        approved_by: keys.text("approved by", sink),
        counting: counting::read_keys(&keys, sink),
        head: reader::named(entry, keys.note),
    }
}

/// Gives its names their meaning.
pub(crate) fn resolve(syntax: &ObjectiveSyntax, names: &Names, sink: &mut Sink) -> ObjectiveModel {
    let mut incomplete = false;
    let mut find = |kind: NameKind, list: &[Written], sink: &mut Sink| -> Vec<u16> {
        let found: Vec<_> = list.iter().filter_map(|written| names.find(kind, &written.spanned(), sink)).collect();
        incomplete |= found.len() != list.len();
        found
    };
    let contact_types = find(NameKind::ContactType, &syntax.contact_types, sink);
    let customers = find(NameKind::Customer, &syntax.customers, sink);
    let languages = find(NameKind::Language, &syntax.languages, sink);
    let season = syntax.season.as_ref().and_then(|season| names.find(NameKind::Season, &season.spanned(), sink));
    let channels: Vec<_> =
        syntax.channels.iter().filter_map(|written| names.find_channels(&written.spanned(), sink)).collect();
    incomplete |= channels.len() != syntax.channels.len()
        || (syntax.season.is_some() && season.is_none())
        || (syntax.target.is_some() && syntax.aim.is_none());
    ObjectiveModel {
        head: syntax.head.clone(),
        kind: syntax.kind,
        contact_types: contact_types.into_iter().map(ContactTypeId).collect(),
        channels,
        customers: customers.into_iter().map(SegmentId).collect(),
        languages: languages.into_iter().map(LanguageId).collect(),
        season: season.map(SeasonId),
        target: syntax.target.as_ref().zip(syntax.aim.clone()).map(|(written, aim)| Spanned::new(aim, written.span)),
        level: syntax.level,
        approved_by: syntax.approved_by.clone(),
        counting: syntax.counting.clone(),
        incomplete,
    }
}

/// An objective as it runs, counted as `base` says where it does not say otherwise; none where its kind could not be
/// read.
#[must_use]
pub(crate) fn as_run(model: &ObjectiveModel, by_business_unit: bool, base: &CountingRules) -> Option<NamedObjective> {
    let level = if by_business_unit { Level::Internal } else { Level::Published };
    Some(NamedObjective {
        name: model.head.name.clone(),
        kind: model.kind?.value,
        contact_types: model.contact_types.clone(),
        channels: model.channels.clone(),
        segments: model.customers.clone(),
        languages: model.languages.clone(),
        season: model.season,
        target: model.target.as_ref().map(|target| target.value.clone()),
        counting: counting::as_run(&model.counting, base),
        level: model.level.map_or(level, |level| level.value),
        by_business_unit,
    })
}
