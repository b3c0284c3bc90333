//! Contact types as meant.

use crate::calendar::Duration;
use crate::measure::Share;
use crate::notation::Volume;
use crate::policy::{ChannelSet, ContactTypeId, Gravity, Reply, Test};
use crate::source::{Sink, Spanned, quoted};
use crate::strategy::components::contact_types::syntax::{ContactTypeSyntax, ContactTypesSyntax, ReplySyntax};
use crate::strategy::names::{NameKind, Names};
use crate::strategy::written::{Named, Written};
use crate::strategy::{contradiction, errors};

/// All contact types as meant.
#[derive(Debug, Clone, Default)]
pub struct ContactTypesModel {
    /// In the order written.
    pub types: Vec<ContactTypeModel>,
}

/// A contact type as meant: what it says itself. What it takes over from the type that it is a part of is asked of
/// [`ContactTypesModel`].
#[derive(Debug, Clone, Default)]
pub struct ContactTypeModel {
    /// Its name, and everything written below it.
    pub head: Named,
    /// What customers say.
    pub examples: Vec<Written>,
    /// How grave.
    pub gravity: Option<Spanned<Gravity>>,
    /// How many of all contacts.
    pub share: Option<Spanned<Share>>,
    /// How long one takes.
    pub handle_time: Option<Spanned<Duration>>,
    /// How long one takes on some channels.
    pub handle_times: Vec<(Spanned<ChannelSet>, Spanned<Duration>)>,
    /// How many there are.
    pub volume: Option<Spanned<Volume>>,
    /// How many there are on some channels.
    pub volumes: Vec<(Spanned<ChannelSet>, Spanned<Volume>)>,
    /// Whether it gets a reply.
    pub reply: Option<ReplyModel>,
    /// What the law calls it.
    pub regulated: Vec<Written>,
    /// Who can remove the cause.
    pub business_unit: Option<Written>,
    /// Whether it holds account data.
    pub private_only: Option<Spanned<bool>>,
    /// Where it should not be.
    pub never_on: Vec<Spanned<ChannelSet>>,
    /// What it is a part of.
    pub part_of: Option<Spanned<ContactTypeId>>,
    /// Whether it takes everything else.
    pub everything_else: Option<Spanned<bool>>,
    /// Whether a name or condition has no meaning, which has been reported.
    pub incomplete: bool,
}

/// Whether contacts of a type get a reply, as meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplyModel {
    /// As written.
    pub written: ReplySyntax,
    /// Where it holds; empty: everywhere.
    pub when: Vec<Spanned<Test>>,
}

impl ContactTypesModel {
    /// The contact type of that number.
    #[must_use]
    pub fn get(&self, id: ContactTypeId) -> Option<&ContactTypeModel> {
        self.types.get(id.index())
    }

    /// What a contact type says, or else the one that it is a part of.
    fn said<'m, T>(
        &'m self,
        contact_type: &'m ContactTypeModel,
        what: impl Fn(&'m ContactTypeModel) -> Option<T>,
    ) -> Option<T> {
        what(contact_type).or_else(|| what(self.get(contact_type.part_of?.value)?))
    }

    /// How grave it is.
    #[must_use]
    pub fn gravity(&self, contact_type: &ContactTypeModel) -> Gravity {
        self.said(contact_type, |one| one.gravity).map(|gravity| gravity.value).unwrap_or_default()
    }

    /// Whether it gets a reply.
    #[must_use]
    pub fn reply(&self, contact_type: &ContactTypeModel) -> Reply {
        let reply = self.said(contact_type, |one| one.reply.as_ref());
        reply.map_or_else(Reply::default, |reply| Reply {
            need: reply.written.need.value,
            when: reply.when.iter().map(|test| test.value.clone()).collect(),
        })
    }

    /// Whether it holds account data, so that it goes on in a private channel.
    #[must_use]
    pub fn private_only(&self, contact_type: &ContactTypeModel) -> bool {
        self.said(contact_type, |one| one.private_only).is_some_and(|private| private.value)
    }

    /// Where it should not be.
    #[must_use]
    pub fn never_on(&self, contact_type: &ContactTypeModel) -> Vec<ChannelSet> {
        let listed = |one: &ContactTypeModel| -> Option<Vec<ChannelSet>> {
            let sets: Vec<_> = one.never_on.iter().map(|set| set.value).collect();
            (!sets.is_empty()).then_some(sets)
        };
        self.said(contact_type, listed).unwrap_or_default()
    }

    /// How long one takes, where one time is given.
    #[must_use]
    pub fn handle_time(&self, contact_type: &ContactTypeModel) -> Option<Duration> {
        self.said(contact_type, |one| one.handle_time).map(|time| time.value)
    }
}

/// Gives the names their meaning.
pub(super) fn resolve(syntax: &ContactTypesSyntax, names: &Names, sink: &mut Sink) -> ContactTypesModel {
    let declared = |one: &&ContactTypeSyntax| names.number(NameKind::ContactType, &one.head.name).is_some();
    let written = syntax.types.iter().filter(declared);
    let types = written.map(|one| resolve_type(one, names, sink)).collect();
    let mut model = ContactTypesModel { types };
    check_parts(&mut model, syntax, names, sink);
    check_everything_else(&mut model, sink);
    model
}

fn resolve_type(one: &ContactTypeSyntax, names: &Names, sink: &mut Sink) -> ContactTypeModel {
    let channel = |written: &Written, sink: &mut Sink| {
        names.find_channels(&written.spanned(), sink).map(|set| Spanned::new(set, written.span))
    };
    let never_on: Vec<_> = one.never_on.iter().filter_map(|written| channel(written, sink)).collect();
    let reply = one.reply.as_ref().map(|reply| resolve_reply(one, reply, names, sink));
    let mut handle_times = Vec::new();
    for (written, time) in &one.handle_times {
        handle_times.extend(channel(written, sink).map(|set| (set, *time)));
    }
    let mut volumes = Vec::new();
    for (written, volume) in &one.volumes {
        volumes.extend(channel(written, sink).map(|set| (set, volume.clone())));
    }
    ContactTypeModel {
        head: one.head.clone(),
        examples: one.examples.clone(),
        gravity: one.gravity,
        share: one.share,
        handle_time: one.handle_time,
        handle_times,
        volume: one.volume.clone(),
        volumes,
        incomplete: never_on.len() < one.never_on.len() || matches!(reply, Some(None)),
        reply: reply.flatten(),
        regulated: one.regulated.clone(),
        business_unit: one.business_unit.clone(),
        private_only: one.private_only,
        never_on,
        part_of: None,
        everything_else: one.everything_else,
    }
}

/// When contacts get a reply; `None` where the condition has no meaning.
fn resolve_reply(one: &ContactTypeSyntax, reply: &ReplySyntax, names: &Names, sink: &mut Sink) -> Option<ReplyModel> {
    let Some(written) = &reply.when else {
        return Some(ReplyModel { written: reply.clone(), when: Vec::new() });
    };
    let what = format!("The reply to {}", quoted(&one.head.name));
    let when = contradiction::resolve(&what, written, names, sink)?;
    Some(ReplyModel { written: reply.clone(), when })
}

/// Two levels, no circle. A part whose parent cannot be one stands alone.
fn check_parts(model: &mut ContactTypesModel, syntax: &ContactTypesSyntax, names: &Names, sink: &mut Sink) {
    let parents: Vec<Option<Spanned<ContactTypeId>>> = syntax
        .types
        .iter()
        .take(model.types.len())
        .map(|one| {
            let written = one.part_of.as_ref()?;
            let number = names.find(NameKind::ContactType, &written.spanned(), sink)?;
            Some(Spanned::new(ContactTypeId(number), written.span))
        })
        .collect();
    let above = |id: ContactTypeId| parents.get(id.index()).copied().flatten();
    let mut numbers = 0u16..;
    for (one, written) in model.types.iter_mut().zip(&syntax.types) {
        let (Some(id), Some(name)) = (numbers.next().map(ContactTypeId), &written.part_of) else { continue };
        let Some(parent) = above(id) else {
            one.incomplete = true;
            continue;
        };
        match above(parent.value) {
            None => one.part_of = Some(parent),
            Some(_) if leads_back(id, &above) => {
                sink.push(errors::part_of_itself(&one.head.name, &name.spanned()));
                one.incomplete = true;
            }
            Some(grandparent) => {
                let grandparent = names.name(NameKind::ContactType, grandparent.value.0);
                sink.push(errors::nested_part(&one.head.name, &name.spanned(), grandparent));
                one.incomplete = true;
            }
        }
    }
}

/// Whether following the parents soon comes back. A longer circle is reported as a part of a part, which it is too.
fn leads_back(start: ContactTypeId, above: &impl Fn(ContactTypeId) -> Option<Spanned<ContactTypeId>>) -> bool {
    let parents = std::iter::successors(above(start), |parent| above(parent.value));
    parents.take(8).any(|parent| parent.value == start)
}

/// At most one takes everything else.
fn check_everything_else(model: &mut ContactTypesModel, sink: &mut Sink) {
    let mut first: Option<Spanned<String>> = None;
    for one in &mut model.types {
        let Some(line) = one.everything_else.filter(|line| line.value) else { continue };
        match &first {
            None => first = Some(Spanned::new(one.head.name.clone(), line.span)),
            Some(first) => {
                sink.push(errors::second_catch_all(&one.head.name, line.span, first));
                one.everything_else = None;
            }
        }
    }
}
