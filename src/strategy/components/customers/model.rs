//! Customers as meant.

use crate::calendar::Zone;
use crate::measure::Share;
use crate::policy::{ChannelSet, FieldId, FieldKind, LanguageId, NamedAxis, Test};
use crate::source::{Sink, Spanned, quoted};
use crate::strategy::components::customers::syntax::{CustomersSyntax, SegmentSyntax};
use crate::strategy::names::{NameKind, Names};
use crate::strategy::written::{Named, Written};
use crate::strategy::{contradiction, errors, header};

/// All segments as meant.
#[derive(Debug, Clone, Default)]
pub struct CustomersModel {
    /// In the order in which they are tried.
    pub segments: Vec<SegmentModel>,
    /// The fields that are known only by their use in `recognised by`, in the order of their numbers.
    pub fields: Vec<ImplicitField>,
}

/// A segment as meant.
#[derive(Debug, Clone, Default)]
pub struct SegmentModel {
    /// Its name, and everything written below it.
    pub head: Named,
    /// Who they are.
    pub who: Option<Written>,
    /// The condition as written.
    pub condition: Option<Written>,
    /// How a contact is known to be theirs; empty where nothing is said, or where it has no meaning.
    pub recognised_by: Vec<Spanned<Test>>,
    /// Whether a condition was written that has no meaning, which has been reported.
    pub by_name_only: bool,
    /// How many of all contacts they make.
    pub share: Option<Spanned<Share>>,
    /// The languages.
    pub languages: Vec<Spanned<LanguageId>>,
    /// The channels that they like best.
    pub prefers: Vec<Spanned<ChannelSet>>,
    /// Where they talk about us.
    pub talks_on: Vec<Written>,
    /// Where they are.
    pub locations: Vec<Written>,
    /// Their time zones.
    pub time_zones: Vec<Spanned<Zone>>,
    /// What they are worth.
    pub value: Option<Written>,
    /// Whether some may come to harm more easily.
    pub vulnerable: Option<Written>,
    /// What they need to reach us.
    pub needs: Vec<Written>,
}

/// A field that is known only by its use in `recognised by`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImplicitField {
    /// Its name, at its first use.
    pub name: Spanned<String>,
    /// One of all values so used.
    pub kind: FieldKind,
}

/// Gives the names their meaning.
pub(super) fn resolve(syntax: &CustomersSyntax, names: &Names, sink: &mut Sink) -> CustomersModel {
    check_order(syntax, names, sink);
    let declared = |segment: &&SegmentSyntax| names.number(NameKind::Customer, &segment.head.name).is_some();
    let segments = syntax.segments.iter().filter(declared);
    CustomersModel {
        segments: segments.map(|segment| resolve_segment(segment, names, sink)).collect(),
        fields: implicit_fields(names),
    }
}

/// Every segment but the last has a condition.
fn check_order(syntax: &CustomersSyntax, names: &Names, sink: &mut Sink) {
    let Some((last, earlier)) = syntax.segments.split_last() else { return };
    let name = |segment: &SegmentSyntax| Spanned::new(segment.head.name.clone(), segment.head.span);
    if let Some(at) = earlier.iter().position(|segment| !segment.has_condition) {
        let after: Vec<_> = syntax.segments.iter().skip(at + 1).map(name).collect();
        if let Some(early) = earlier.get(at) {
            sink.push(errors::early_catch_all_segment(&name(early), &after));
        }
        return;
    }
    if last.has_condition {
        let first = |kind: NameKind| names.all(kind).first().map(|name| name.value.as_str());
        let at = last.recognised_by.as_ref().map_or(last.head.span, |condition| condition.span);
        let (channel, contact_type) = (first(NameKind::Channel), first(NameKind::ContactType));
        sink.push(errors::no_catch_all_segment(&last.head.name, at, channel, contact_type));
    }
}

fn resolve_segment(segment: &SegmentSyntax, names: &Names, sink: &mut Sink) -> SegmentModel {
    let recognised_by = segment.recognised_by.as_ref().and_then(|written| recognition(segment, written, names, sink));
    let by_name_only = segment.has_condition && recognised_by.is_none();
    let language = |written: &Written| {
        let number = names.number(NameKind::Language, &written.text)?;
        Some(Spanned::new(LanguageId(number), written.span))
    };
    let channel = |written: &Written, sink: &mut Sink| {
        let set = names.find_channels(&written.spanned(), sink)?;
        Some(Spanned::new(set, written.span))
    };
    SegmentModel {
        head: segment.head.clone(),
        who: segment.who.clone(),
        condition: segment.recognised_by.clone(),
        recognised_by: recognised_by.unwrap_or_default(),
        by_name_only,
        share: segment.share,
        languages: segment.languages.iter().filter_map(language).collect(),
        prefers: segment.prefers.iter().filter_map(|written| channel(written, sink)).collect(),
        talks_on: segment.talks_on.clone(),
        locations: segment.locations.clone(),
        time_zones: segment.time_zones.iter().filter_map(|zone| header::zone(zone, sink)).collect(),
        value: segment.value.clone(),
        vulnerable: segment.vulnerable.clone(),
        needs: segment.needs.clone(),
    }
}

/// The condition of a segment; `None` where it has no meaning.
fn recognition(
    segment: &SegmentSyntax,
    written: &Written,
    names: &Names,
    sink: &mut Sink,
) -> Option<Vec<Spanned<Test>>> {
    let what = format!("The segment {}", quoted(&segment.head.name));
    let tests = contradiction::resolve(&what, written, names, sink)?;
    if let Some(circular) = tests.iter().find(|test| asks_for_customer(&test.value, names)) {
        let through = match circular.value {
            Test::Term { term, .. } => Some(names.name(NameKind::Term, term.0)),
            Test::Named { .. } | Test::Number { .. } | Test::Known { .. } | Test::Desk { .. } => None,
        };
        sink.push(errors::circular_recognition(&segment.head.name, circular.span, through));
        return None;
    }
    Some(tests)
}

fn asks_for_customer(test: &Test, names: &Names) -> bool {
    match test {
        Test::Named { axis, .. } | Test::Known { axis, .. } => *axis == NamedAxis::Customer,
        Test::Term { term, .. } => names.is_customer_term(*term),
        Test::Number { .. } | Test::Desk { .. } => false,
    }
}

fn implicit_fields(names: &Names) -> Vec<ImplicitField> {
    let numbered = (0u16..).zip(names.all(NameKind::Field));
    numbered
        .filter(|(number, _)| names.field_is_implicit(FieldId(*number)))
        .filter_map(|(number, name)| {
            let kind = names.field_kind(FieldId(number))?.clone();
            Some(ImplicitField { name: name.clone(), kind })
        })
        .collect()
}
