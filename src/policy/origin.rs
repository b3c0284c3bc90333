//! Where each element of a policy came from.

use std::collections::BTreeMap;

use crate::policy::ids::{
    ChannelId, ContactTypeId, DeskId, FieldId, GroupId, PromiseId, RuleId, SeasonId, SegmentId, TermId,
};
use crate::source::Span;

/// A part of a policy that an author wrote.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Element {
    /// A customer segment.
    Segment(SegmentId),
    /// A contact type.
    ContactType(ContactTypeId),
    /// An access channel.
    Channel(ChannelId),
    /// A contact field.
    Field(FieldId),
    /// A named condition.
    Term(TermId),
    /// A desk.
    Desk(DeskId),
    /// A season of promises.
    Season(SeasonId),
    /// A promise.
    Promise(PromiseId),
    /// A routing rule.
    Rule(RuleId),
    /// A step of a routing rule, counted from 0.
    Step(RuleId, u16),
    /// An escalation of a routing rule, counted from 0.
    Escalation(RuleId, u16),
    /// An agent group.
    Group(GroupId),
    /// How promises are counted.
    Counting,
    /// A named objective, counted from 0.
    Objective(u16),
    /// What agents and customers see and what is recorded.
    Information,
    /// A guarantee, counted from 0.
    Guarantee(u16),
    /// A story, counted from 0.
    Story(u16),
}

/// A place in the strategy as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The bytes.
    pub span: Span,
    /// The path in words, from the outside in.
    pub path: Vec<String>,
}

/// The origin of every element that has one.
pub type Origins = BTreeMap<Element, Origin>;

/// A place that needs no file to be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The name of the file.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1, in characters.
    pub column: u32,
    /// The path in words, from the outside in.
    pub path: Vec<String>,
}

/// The place of every element that has one.
pub type Places = BTreeMap<Element, Place>;
