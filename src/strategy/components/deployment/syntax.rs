//! Deployment as written.

use crate::calendar::Date;
use crate::notation;
use crate::source::{Sink, Spanned};
use crate::strategy::field::{Field, Shape};
use crate::strategy::names::Names;
use crate::strategy::reader;
use crate::strategy::written::{Named, Written};
use crate::yaml::Entry;

/// The table of keys.
pub(crate) static FIELDS: &[Field] = &[
    Field::new("principles", Shape::Text, "What every new service must respect.", "one conversation across channels"),
    Field::new(
        "platforms",
        Shape::Text,
        "The platforms that are approved.",
        "one contact platform, one customer record",
    ),
    Field::new("new channel", Shape::Text, "How a channel is added.", "pilot 8 weeks, then decide"),
    Field::new("go live if", Shape::Text, "What must hold before it goes live.", "service level met 6 of 8 weeks"),
    Field::new(
        "investment",
        Shape::KeysOr(INVESTMENT, &Shape::Text),
        "How plans are analysed for returns, with limits and approvers.",
        "payback within 18 months; above 50,000 GBP the board decides",
    ),
    Field::new("checklist", Shape::Text, "What must be ready.", "hours, promises, routing, staff trained, privacy"),
    Field::new(
        "freeze",
        Shape::Phrase("dates and stretches of dates"),
        "Dates without launches.",
        "2026-11-16 to 2027-01-03, 2027-06-18",
    ),
    Field::new("roll back", Shape::Text, "How a launch is undone.", "the old routing stays ready for 4 weeks"),
    Field::new("retire", Shape::Text, "How a channel is ended.", "notice of 3 months on the channel itself"),
    Field::new("milestones", Shape::Keys(MILESTONES), "What happens when.", ""),
    Field::new("approved by", Shape::Text, "Who approves; each of them signs.", "Priya Shah, Finance, Legal"),
];

static INVESTMENT: &[Field] =
    &[Field::name("a rule", Shape::Text, "A rule for investments, in your own words.", "payback within 18 months")];
static MILESTONES: &[Field] = &[Field::name("a date", Shape::Text, "What happens on that date.", "chat goes live")];

/// The section as written.
#[derive(Debug, Clone, Default)]
pub struct DeploymentSyntax {
    /// Everything written in the section.
    pub head: Named,
    /// What every new service must respect.
    pub principles: Option<Written>,
    /// The platforms that are approved.
    pub platforms: Option<Written>,
    /// How a channel is added.
    pub new_channel: Option<Written>,
    /// What must hold before it goes live.
    pub go_live_if: Option<Written>,
    /// How plans are analysed for returns, as written; rules with names as `NAME: RULE`, with semicolons between them.
    pub investment: Option<Spanned<String>>,
    /// What must be ready.
    pub checklist: Option<Written>,
    /// Dates without launches, both ends included.
    pub freeze: Vec<Spanned<(Date, Date)>>,
    /// How a launch is undone.
    pub roll_back: Option<Written>,
    /// How a channel is ended.
    pub retire: Option<Written>,
    /// What happens when.
    pub milestones: Vec<(Spanned<Date>, Written)>,
    /// Who approves: the parts between commas.
    pub approved_by: Vec<Written>,
}

/// Reads the section.
pub(crate) fn read(entry: &Entry, sink: &mut Sink) -> DeploymentSyntax {
    let keys = reader::keys(entry, FIELDS, sink);
    DeploymentSyntax {
        principles: keys.text("principles", sink),
        platforms: keys.text("platforms", sink),
        new_channel: keys.text("new channel", sink),
        go_live_if: keys.text("go live if", sink),
        investment: keys.get("investment").and_then(|entry| read_investment(entry, sink)),
        checklist: keys.text("checklist", sink),
        freeze: keys.get("freeze").map_or_else(Vec::new, |entry| read_freeze(entry, sink)),
        roll_back: keys.text("roll back", sink),
        retire: keys.text("retire", sink),
        milestones: keys.get("milestones").map_or_else(Vec::new, |entry| read_milestones(entry, sink)),
        approved_by: keys.text("approved by", sink).map_or_else(Vec::new, |written| approvers(&written)),
        head: reader::named(entry, keys.note),
    }
}

/// Each approver signs for themselves. The text is the author's own, so nothing between the commas is wrong.
fn approvers(written: &Written) -> Vec<Written> {
    let parts = written.excerpt().split(", ").into_iter();
    parts.filter(|part| !part.text.is_empty()).map(Written::from).collect()
}

fn read_investment(entry: &Entry, sink: &mut Sink) -> Option<Spanned<String>> {
    if entry.value.mapping().is_none() {
        return reader::text(entry, sink).map(|written| written.spanned());
    }
    let keys = reader::keys(entry, INVESTMENT, sink);
    let rules: Vec<String> = keys
        .names()
        .filter_map(|entry| reader::text(entry, sink).map(|written| format!("{}: {}", entry.key.text, written.text)))
        .collect();
    Some(Spanned::new(rules.join("; "), entry.value.span))
}

fn read_freeze(entry: &Entry, sink: &mut Sink) -> Vec<Spanned<(Date, Date)>> {
    let mut stretches = Vec::new();
    for written in reader::list(entry, sink) {
        let stretch = if written.text.contains(" to ") {
            reader::reported(notation::date_range(written.excerpt()), &written, sink)
        } else {
            reader::reported(notation::date(written.excerpt()), &written, sink).map(|date| (date.value, date.value))
        };
        stretches.extend(stretch.map(|stretch| Spanned::new(stretch, written.span)));
    }
    stretches
}

fn read_milestones(entry: &Entry, sink: &mut Sink) -> Vec<(Spanned<Date>, Written)> {
    let keys = reader::keys(entry, MILESTONES, sink);
    let mut milestones = Vec::new();
    for entry in keys.names() {
        let key = Written::new(&entry.key);
        let date = reader::reported(notation::date(key.excerpt()), &key, sink);
        if let (Some(date), Some(text)) = (date, reader::text(entry, sink)) {
            milestones.push((date, text));
        }
    }
    milestones
}

/// Nothing here is a name that others point at.
pub(crate) fn declare(_: &DeploymentSyntax, _: &mut Names, _: &mut Sink) {}
