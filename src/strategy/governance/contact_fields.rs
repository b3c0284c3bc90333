//! Fields that the author declares.

use std::collections::BTreeSet;

use crate::notation;
use crate::policy::{Field as ContactField, FieldId, FieldKind, Origin, PolicyBuilder, Test};
use crate::source::{Sink, Spanned, quoted, some_of};
use crate::strategy::field::{Field, Shape};
use crate::strategy::names::{NameKind, Names};
use crate::strategy::written::{Named, Note, Written};
use crate::strategy::{contradiction, errors, reader};
use crate::yaml::Entry;

/// The table of keys.
pub static FIELDS: &[Field] = &[Field::name(
    "a contact field",
    Shape::Phrase("what it holds"),
    "What is known of a contact: a number, one of several names, yes or no, or text; and where it is known at all.",
    "one of editor, gateway",
)];

/// All declared fields as written.
#[derive(Debug, Clone, Default)]
pub struct ContactFieldsSyntax {
    /// In the order written.
    pub fields: Vec<ContactFieldSyntax>,
}

/// A field as written.
#[derive(Debug, Clone, Default)]
pub struct ContactFieldSyntax {
    /// Its name, and everything written below it.
    pub head: Named,
    /// What it holds; `None` where that could not be read, which has been reported.
    pub kind: Option<FieldKind>,
    /// Where it is known at all.
    pub only_when: Option<Written>,
}

/// All declared fields as meant.
#[derive(Debug, Clone, Default)]
pub struct ContactFieldsModel {
    /// In the order of their numbers.
    pub fields: Vec<ContactFieldModel>,
}

/// A field as meant.
#[derive(Debug, Clone)]
pub struct ContactFieldModel {
    /// Its name, and everything written below it.
    pub head: Named,
    /// Its number.
    pub id: FieldId,
    /// What it holds.
    pub kind: FieldKind,
    /// Where it is known at all, as written.
    pub condition: Option<Written>,
    /// Where it is known at all; empty: everywhere.
    pub only_when: Vec<Spanned<Test>>,
    /// Whether that condition has no meaning, which has been reported.
    pub incomplete: bool,
}

crate::strategy::component::component! {
    /// The part `fields`.
    ContactFields = "fields", FIELDS, include_str!("contact_fields.md"), ContactFieldsSyntax, ContactFieldsModel;
    read, declare, resolve, lower
}

fn read(entry: &Entry, sink: &mut Sink) -> ContactFieldsSyntax {
    let keys = reader::keys(entry, FIELDS, sink);
    ContactFieldsSyntax { fields: keys.names().map(|entry| read_field(entry, sink)).collect() }
}

fn read_field(entry: &Entry, sink: &mut Sink) -> ContactFieldSyntax {
    let phrase = reader::phrase(entry, sink, notation::field_type);
    let only_when = phrase.as_ref().and_then(|phrase| phrase.only_when.clone()).map(Written::from);
    let kind = phrase.map(|phrase| kind(&entry.key.text, phrase.kind, sink));
    ContactFieldSyntax { head: reader::named(entry, Note::default()), kind, only_when }
}

/// What a field holds. Words that every field has already cannot be among its values.
fn kind(name: &str, phrase: notation::FieldKind, sink: &mut Sink) -> FieldKind {
    match phrase {
        notation::FieldKind::Number { range } => {
            let (low, high) = range.map_or((None, None), |(low, high)| (Some(low), Some(high)));
            FieldKind::Number { low, high }
        }
        notation::FieldKind::YesNo => FieldKind::YesNo,
        notation::FieldKind::Text => FieldKind::Text,
        notation::FieldKind::OneOf(values) => {
            let mut kept: Vec<String> = Vec::new();
            let mut seen: BTreeSet<String> = BTreeSet::new();
            for value in values {
                if is_reserved(&value.value) {
                    sink.push(errors::reserved_value(name, &value));
                } else if seen.insert(value.value.clone()) {
                    kept.push(value.value);
                }
            }
            FieldKind::OneOf(kept)
        }
    }
}

/// Whether a test would read the value as something else than a value.
pub(in crate::strategy) fn is_reserved(value: &str) -> bool {
    value == "other" || value == "known" || value == "not known"
}

/// Fields are names. A field whose kind could not be read has none that its uses could be held against, so these wait.
fn declare(syntax: &ContactFieldsSyntax, names: &mut Names, sink: &mut Sink) {
    for field in &syntax.fields {
        let head = &field.head;
        match (&field.kind, built_in(&head.name)) {
            (None, _) => names.mark_unreadable(NameKind::Field),
            (Some(kind), Some(known)) => {
                let plain = FieldKind::Number { low: None, high: None };
                let same = *kind == known.kind || (*kind == plain && matches!(known.kind, FieldKind::Number { .. }));
                if !same {
                    let holds = holds(&known.kind);
                    sink.push(errors::wrong_built_in_field(&head.name, head.span, &holds));
                }
            }
            (Some(kind), None) => names.declare_field(&head.name, head.span, kind.clone(), sink),
        }
    }
}

fn built_in(name: &str) -> Option<ContactField> {
    ContactField::built_in().into_iter().find(|field| field.name == name)
}

/// What a field holds, in words.
fn holds(kind: &FieldKind) -> String {
    match kind {
        FieldKind::Number { low: Some(low), high: Some(high) } => format!("a number from {low} to {high}"),
        FieldKind::Number { low: Some(low), high: None } => format!("a number from {low}"),
        FieldKind::Number { low: None, high: Some(high) } => format!("a number up to {high}"),
        FieldKind::Number { low: None, high: None } => "a number".to_owned(),
        FieldKind::Time => "a length of time".to_owned(),
        FieldKind::OneOf(values) => some_of(values),
        FieldKind::YesNo => "yes or no".to_owned(),
        FieldKind::Text => "text".to_owned(),
    }
}

fn resolve(syntax: &ContactFieldsSyntax, names: &Names, sink: &mut Sink) -> ContactFieldsModel {
    let fields = syntax.fields.iter().filter_map(|field| resolve_field(field, names, sink)).collect();
    ContactFieldsModel { fields }
}

fn resolve_field(field: &ContactFieldSyntax, names: &Names, sink: &mut Sink) -> Option<ContactFieldModel> {
    let kind = field.kind.clone()?;
    let id = FieldId(names.number(NameKind::Field, &field.head.name)?);
    let what = format!("The field {}", quoted(&field.head.name));
    let tests = field.only_when.as_ref().map(|written| contradiction::resolve(&what, written, names, sink));
    Some(ContactFieldModel {
        head: field.head.clone(),
        id,
        kind,
        condition: field.only_when.clone(),
        incomplete: matches!(tests, Some(None)),
        only_when: tests.flatten().unwrap_or_default(),
    })
}

fn lower(model: &ContactFieldsModel, policy: &mut PolicyBuilder) {
    for field in &model.fields {
        if field.incomplete {
            policy.incomplete();
        }
        let only_when: Vec<Test> = field.only_when.iter().map(|test| test.value.clone()).collect();
        let origin = Origin { span: field.head.span, path: vec!["fields".into(), field.head.name.clone()] };
        if field.id.0 < ContactField::BUILT_IN {
            policy.narrow_field(field.id, only_when, origin);
        } else {
            policy.field(ContactField { name: field.head.name.clone(), kind: field.kind.clone(), only_when }, origin);
        }
    }
}
