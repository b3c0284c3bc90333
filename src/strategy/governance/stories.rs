//! Stories: cases that the strategy must get right.

use crate::notation::{self, ContactNames, Misread, MisreadKind};
use crate::policy::{Expectation, Origin, PolicyBuilder, Story};
use crate::source::{Sink, Spanned};
use crate::strategy::field::{Field, Shape};
use crate::strategy::names::{NameKind, Names};
use crate::strategy::written::{Named, Written};
use crate::strategy::{errors, reader};
use crate::yaml::Entry;

/// The table of keys.
pub static FIELDS: &[Field] = &[Field::name(
    "a story",
    Shape::Keys(STORY),
    "A case that the strategy must get right: a contact, and what should become of it.",
    "Angry post late on Sunday",
)];

static STORY: &[Field] = &[
    Field::new(
        "contact",
        Shape::Phrase("a contact"),
        "What arrives: a contact type on a channel, from a customer segment, at a day and time, with what else is known.",
        "Public complaint on x from Everyone else, Sun 22:10, sentiment -0.8",
    )
    .required(),
    Field::new(
        "expect",
        Shape::Phrase("what should happen"),
        "What should become of it: the group, the answer, the steps.",
        "Social team, open again Mon 08:00, answer by Mon 08:30",
    )
    .required(),
];

/// All stories as written.
#[derive(Debug, Clone, Default)]
pub struct StoriesSyntax {
    /// In the order written.
    pub stories: Vec<StorySyntax>,
}

/// A story as written.
#[derive(Debug, Clone, Default)]
pub struct StorySyntax {
    /// Its name, and everything written below it.
    pub head: Named,
    /// The contact.
    pub contact: Option<Written>,
    /// What is expected.
    pub expect: Option<Written>,
}

/// All stories as meant.
#[derive(Debug, Clone, Default)]
pub struct StoriesModel {
    /// In the order written.
    pub stories: Vec<StoryModel>,
}

/// A story as meant.
#[derive(Debug, Clone, Default)]
pub struct StoryModel {
    /// Its name, and everything written below it.
    pub head: Named,
    /// The contact, as written.
    pub contact: Option<Written>,
    /// What is expected, as written, one thing each.
    pub expect: Vec<Written>,
    /// Whether something of it has no meaning, which has been reported, so that it cannot be run.
    pub broken: bool,
}

impl StoryModel {
    /// Whether it can be run. Those that can have their numbers by their order.
    #[must_use]
    pub fn runs(&self) -> bool {
        !self.broken && self.contact.is_some()
    }
}

crate::strategy::component::component! {
    /// The part `stories`.
    Stories = "stories", FIELDS, include_str!("stories.md"), StoriesSyntax, StoriesModel;
    read, declare, resolve, lower
}

fn read(entry: &Entry, sink: &mut Sink) -> StoriesSyntax {
    let keys = reader::keys(entry, FIELDS, sink);
    let story = |entry: &Entry, sink: &mut Sink| {
        let keys = reader::keys(entry, STORY, sink);
        reader::require(&keys, STORY, entry, sink);
        StorySyntax {
            contact: keys.get("contact").and_then(|entry| reader::text(entry, sink)),
            expect: keys.get("expect").and_then(|entry| reader::text(entry, sink)),
            head: reader::named(entry, keys.note),
        }
    };
    StoriesSyntax { stories: keys.names().map(|entry| story(entry, sink)).collect() }
}

/// Nothing refers to a story by its name.
fn declare(_: &StoriesSyntax, _: &mut Names, _: &mut Sink) {}

fn resolve(syntax: &StoriesSyntax, names: &Names, sink: &mut Sink) -> StoriesModel {
    let all = |kind: NameKind| names.all(kind).iter().map(|name| name.value.as_str()).collect::<Vec<_>>();
    let (types, channels) = (all(NameKind::ContactType), all(NameKind::Channel));
    let (customers, fields) = (all(NameKind::Customer), all(NameKind::Field));
    let words = ContactNames { types: &types, channels: &channels, customers: &customers, fields: &fields };
    let story = |story: &StorySyntax, sink: &mut Sink| {
        let contact = story.contact.as_ref().is_some_and(|written| check_contact(written, &words, names, sink));
        let expect = story.expect.as_ref().and_then(|written| read_expect(written, names, sink));
        StoryModel {
            head: story.head.clone(),
            contact: story.contact.clone(),
            broken: !contact || expect.is_none(),
            expect: expect.unwrap_or_default(),
        }
    };
    StoriesModel { stories: syntax.stories.iter().map(|one| story(one, sink)).collect() }
}

/// Whether a contact can be read and everything in it has a name. A story uses nothing, so names are only looked up.
fn check_contact(written: &Written, words: &ContactNames<'_>, names: &Names, sink: &mut Sink) -> bool {
    let line = match notation::contact_phrase(written.excerpt(), words) {
        Ok(line) => line,
        Err(Misread { kind: MisreadKind::UnknownChannel { found }, span, .. }) => {
            names.look_up(NameKind::Channel, &Spanned::new(found, span), sink);
            return false;
        }
        Err(misread) => {
            sink.push(errors::misread(&misread, "contact", written));
            return false;
        }
    };
    let contact_type = names.look_up(NameKind::ContactType, &line.contact_type, sink);
    let customer = line.customer.map(|customer| names.look_up(NameKind::Customer, &customer, sink));
    contact_type.is_some() && customer != Some(None)
}

/// What is expected, one thing each; `None` where something of it has no meaning.
fn read_expect(written: &Written, names: &Names, sink: &mut Sink) -> Option<Vec<Written>> {
    let expected = match notation::expectations(written.excerpt()) {
        Ok(expected) => expected,
        Err(misread) => {
            sink.push(errors::misread(&misread, "expect", written));
            return None;
        }
    };
    let mut complete = true;
    for one in &expected {
        let (kind, name) = match &one.value {
            notation::Expectation::Group(group) => (NameKind::Group, Spanned::new(group.clone(), one.span)),
            notation::Expectation::Then { group, .. } => (NameKind::Group, group.clone()),
            notation::Expectation::Rule(rule) => (NameKind::Rule, rule.clone()),
            notation::Expectation::Tell { .. }
            | notation::Expectation::AnswerIn(_)
            | notation::Expectation::AnswerBy { .. }
            | notation::Expectation::OpenAgain(_)
            | notation::Expectation::NoPromise
            | notation::Expectation::NotOffered
            | notation::Expectation::NoReplyNeeded
            | notation::Expectation::ReachesNobody => continue,
        };
        complete &= names.look_up(kind, &name, sink).is_some();
    }
    let text = |one: &Spanned<notation::Expectation>| Written {
        text: one.value.to_string(),
        span: one.span,
        exact: written.exact,
    };
    complete.then(|| expected.iter().map(text).collect())
}

fn lower(model: &StoriesModel, policy: &mut PolicyBuilder) {
    for story in model.stories.iter().filter(|story| story.runs()) {
        let Some(contact) = &story.contact else { continue };
        let origin = Origin { span: story.head.span, path: vec!["stories".into(), story.head.name.clone()] };
        let expect = story.expect.iter().map(|one| Expectation { written: one.text.clone() }).collect();
        policy.story(Story { name: story.head.name.clone(), contact: contact.text.clone(), expect }, origin);
    }
}
