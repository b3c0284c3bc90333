//! Collaboration as meant.

use crate::notation::{HowOften, LoopTopic};
use crate::policy::{ChannelSet, ContactTypeId};
use crate::source::{Sink, Spanned};
use crate::strategy::components::collaboration::syntax::{CollaborationSyntax, LoopSyntax, MetricSyntax};
use crate::strategy::names::{NameKind, Names};
use crate::strategy::written::{Named, Note, Written};

/// A feedback loop as meant.
#[derive(Debug, Clone)]
pub struct LoopModel {
    /// Its name, and everything written after it.
    pub head: Named,
    /// Who hears about it.
    pub who: Vec<Spanned<String>>,
    /// How often, or how soon.
    pub when: Spanned<HowOften>,
    /// What they hear: in the author's words, or a contact type and the rate above which it begins.
    pub what: Option<Spanned<LoopTopic>>,
    /// The contact type whose rate sets it off.
    pub contact_type: Option<ContactTypeId>,
}

/// The section as meant.
#[derive(Debug, Clone, Default)]
pub struct CollaborationModel {
    /// Everything written in the section.
    pub head: Named,
    /// The feedback loops.
    pub loops: Vec<LoopModel>,
    /// Feedback loops that could not be read, which has been reported.
    pub unreadable: Vec<Named>,
    /// The metrics.
    pub metrics: Vec<MetricSyntax>,
    /// Why these are the metrics.
    pub metrics_note: Note,
    /// Whether quality is looked at at all.
    pub quality: Option<Named>,
    /// The channels on which quality is looked at.
    pub quality_channels: Vec<Spanned<ChannelSet>>,
    /// How trends are found.
    pub trends: Option<Written>,
    /// When the strategy is reviewed.
    pub reviews: Option<Written>,
}

/// Gives the names their meaning.
pub(crate) fn resolve(syntax: &CollaborationSyntax, names: &Names, sink: &mut Sink) -> CollaborationModel {
    let quality_channels = syntax.quality.iter().flat_map(|quality| &quality.channels);
    CollaborationModel {
        head: syntax.head.clone(),
        loops: syntax.loops.iter().map(|it| resolve_loop(it, names, sink)).collect(),
        unreadable: syntax.unreadable.clone(),
        metrics: syntax.metrics.clone(),
        metrics_note: syntax.metrics_note.clone(),
        quality: syntax.quality.as_ref().map(|quality| quality.head.clone()),
        quality_channels: quality_channels
            .filter_map(|written| {
                names.find_channels(&written.spanned(), sink).map(|set| Spanned::new(set, written.span))
            })
            .collect(),
        trends: syntax.trends.clone(),
        reviews: syntax.reviews.clone(),
    }
}

fn resolve_loop(syntax: &LoopSyntax, names: &Names, sink: &mut Sink) -> LoopModel {
    let contact_type = match syntax.phrase.what.as_ref().map(|what| &what.value) {
        Some(LoopTopic::Above { contact_type, .. }) => names.find(NameKind::ContactType, contact_type, sink),
        Some(LoopTopic::Text(_)) | None => None,
    };
    LoopModel {
        head: syntax.head.clone(),
        who: syntax.phrase.who.clone(),
        when: syntax.phrase.when,
        what: syntax.phrase.what.clone(),
        contact_type: contact_type.map(ContactTypeId),
    }
}
