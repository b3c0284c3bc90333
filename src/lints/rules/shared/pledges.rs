//! Everything that promises customers an answer, with the contact types and channels for which it is made.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::lints::lint::Subject;
use crate::lints::rules::shared::columns::{channels, columns};
use crate::policy::{ChannelId, ContactTypeId, ObjectiveKind};
use crate::source::{Diagnostic, Finding, Span, quoted};
use crate::strategy::ObjectiveModel;

/// One promise of an answer: a cell of a table, or an objective.
pub(crate) struct Pledge<'a> {
    /// The contact types for which it is made: that of the row, then its parts. Empty: all.
    pub(crate) contact_types: Vec<ContactTypeId>,
    /// The channels on which it is made. Empty: all.
    pub(crate) channels: Rc<[ChannelId]>,
    /// The promise as written.
    pub(crate) words: &'a str,
    /// What it is called in a sentence: `"Order help" on "phone"`, or the name of the objective.
    pub(crate) name: String,
    /// Where it stands.
    pub(crate) span: Span,
    path: Vec<String>,
}

impl Pledge<'_> {
    /// A finding at the first of these promises; two more are shown beside it.
    pub(crate) fn finding(
        finding: &'static Finding,
        headline: String,
        first: &Self,
        others: &[&Self],
        cause: (Span, &str),
    ) -> Diagnostic {
        let mut diagnostic = Diagnostic::new(finding, first.span, headline).see(cause.0, cause.1);
        if !first.path.is_empty() {
            diagnostic = diagnostic.path(first.path.clone());
        }
        for other in others.iter().take(2) {
            diagnostic = diagnostic.see(other.span, format!("the same for {}", other.name));
        }
        diagnostic
    }
}

/// All of them, in the order written: the tables first.
#[must_use]
pub(crate) fn pledges<'a>(subject: &Subject<'a>) -> Vec<Pledge<'a>> {
    let mut parts: BTreeMap<ContactTypeId, Vec<ContactTypeId>> = BTreeMap::new();
    for (one, number) in subject.policy.contact_types.iter().zip(0u16..) {
        if let Some(parent) = one.part_of {
            parts.entry(parent).or_default().push(ContactTypeId(number));
        }
    }
    let with_parts = |id: ContactTypeId| -> Vec<ContactTypeId> {
        std::iter::once(id).chain(parts.get(&id).into_iter().flatten().copied()).collect()
    };
    let mut all = Vec::new();
    for column in columns(subject) {
        let members: Rc<[ChannelId]> = channels(subject.policy, column.set).into();
        // A kind of which there is no channel has been reported.
        if members.is_empty() {
            continue;
        }
        all.extend(column.promised().map(|promised| Pledge {
            contact_types: with_parts(promised.contact_type),
            channels: Rc::clone(&members),
            words: &promised.promise.written,
            name: format!("{} on {}", quoted(&promised.row.text), quoted(&column.heading.text)),
            span: promised.span,
            path: column.table.cell_path(&promised.row.text, &column.heading.text),
        }));
    }
    let also = subject.strategy.components.service_levels.content.also.iter();
    let answers = also.filter(|one| !one.incomplete && one.kind.is_some_and(|kind| promises_an_answer(kind.value)));
    all.extend(answers.filter_map(|one| {
        let target = one.target.as_ref()?;
        Some(Pledge {
            contact_types: one.contact_types.iter().flat_map(|id| with_parts(*id)).collect(),
            channels: objective_channels(one, subject),
            words: &target.value.written,
            name: quoted(&one.head.name),
            span: target.span,
            path: Vec::new(),
        })
    }));
    all
}

fn objective_channels(one: &ObjectiveModel, subject: &Subject<'_>) -> Rc<[ChannelId]> {
    one.channels.iter().flat_map(|set| channels(subject.policy, *set)).collect()
}

/// Whether an objective of this kind gives a customer an answer within a time.
fn promises_an_answer(kind: ObjectiveKind) -> bool {
    match kind {
        ObjectiveKind::ServiceLevel
        | ObjectiveKind::ResponseTime
        | ObjectiveKind::ResolutionTime
        | ObjectiveKind::AverageSpeedOfAnswer
        | ObjectiveKind::MaximumWait
        | ObjectiveKind::AnswerRate => true,
        ObjectiveKind::Abandonment
        | ObjectiveKind::Blockage
        | ObjectiveKind::Busy
        | ObjectiveKind::TransferTime
        | ObjectiveKind::FirstContactResolution
        | ObjectiveKind::Quality
        | ObjectiveKind::Availability
        | ObjectiveKind::Occupancy
        | ObjectiveKind::Update => false,
    }
}
