//! What happens to a contact: everything that the strategy says about it at the instant at which it arrives.

use std::sync::Arc;

use crate::engine::handling::Handling;
use crate::policy::{
    ChannelId, Clock, ContactTypeId, Date, DeskId, Duration, FieldId, GroupId, Instant, PromiseId, ReplyNeed, RuleId,
    SegmentId, Skill, Teller, Zone,
};

/// The decision about one contact. There is one for every contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The customer segment, and how it is known.
    pub recognised: Recognised,
    /// The contact type.
    pub contact_type: ContactTypeId,
    /// The channel.
    pub channel: ChannelId,
    /// When the contact arrived.
    pub arrived: Instant,
    /// The routing rule that fitted: the first that does.
    pub rule: Option<RuleId>,
    /// What happens now.
    pub outcome: Outcome,
    /// Whether it gets a reply.
    pub reply: ReplyNeed,
    /// The group that it goes to first.
    pub group: Option<GroupId>,
    /// Whether that group is on duty now, where the strategy says when it is.
    pub duty: Option<Duty>,
    /// The groups that it goes to later, in the order written.
    pub steps: Vec<StepDue>,
    /// Who is told when it waits, in the order written.
    pub escalations: Vec<EscalationDue>,
    /// The priority; 1 is first.
    pub priority: u32,
    /// The skills that the first group needs for it.
    pub needs: Vec<Skill>,
    /// The person that it goes back to before the group.
    pub same_person: Option<SamePerson>,
    /// That the conversation must move to another channel.
    pub moved: Option<Move>,
    /// What must be captured first.
    pub ask_for: Vec<String>,
    /// The desk of the channel.
    pub desk: DeskState,
    /// How lengths of time are counted.
    pub clock: Clock,
    /// What the table of promises says.
    pub promise: PromiseState,
    /// Objectives beside the table that hold for this contact.
    pub objectives: Vec<ObjectiveDue>,
    /// What agents see and must record, and what may not be said in public.
    pub handling: Arc<Handling>,
    /// What a reader of this decision should know besides.
    pub notes: Vec<Note>,
}

/// A customer segment, and how it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recognised {
    /// The segment; `None` where no segment takes the contact.
    pub segment: Option<SegmentId>,
    /// How it is known.
    pub how: Recognition,
}

/// How a customer segment is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Recognition {
    /// It came with the contact.
    Given,
    /// A name came with the contact that the strategy does not have; the last segment takes it.
    NameUnknown,
    /// The fields fit what the segment is recognised by, and that of no earlier one.
    ByFields,
    /// The last segment takes everyone else.
    EveryoneElse,
    /// No segment takes it.
    Nobody,
}

/// What happens to a contact when it arrives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// It can be answered now: the desk is open and people are there, and the group is not said to be off duty; or it
    /// is self-service that answers at once.
    AnsweredNow,
    /// The desk is open, but the group that it goes to first is off duty. The clocks run all the same.
    GroupOffDuty,
    /// It waits until then; for ever where there is no such instant.
    Waits {
        /// The first instant at which it can be answered.
        until: Option<Instant>,
    },
    /// Nobody answers on this channel; the group watches it.
    OnlyMonitored,
    /// It needs no reply.
    NoReplyNeeded,
    /// Customers cannot use the channel on the day of the contact. All else is what would hold if they could.
    ChannelNotInUse {
        /// Whether they could before: it is retired. Else it is not there yet.
        over: bool,
    },
    /// No rule fits, or the rule that fits names no group.
    ReachesNobody,
}

/// Whether a group is on duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Duty {
    /// Now.
    pub now: bool,
    /// From when on, if not now; `None` where never again.
    pub from: Option<Instant>,
    /// The first instant at which it is on duty while people of the desk answer; `None` where there is none in sight.
    pub answers: Option<Instant>,
}

/// A later destination, with its instant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepDue {
    /// After how long.
    pub after: Duration,
    /// When that is; `None` where never.
    pub at: Option<Instant>,
    /// Where to.
    pub group: GroupId,
    /// Whether that group is on duty then; `None` where the strategy does not say, or that instant never comes.
    pub on_duty: Option<bool>,
    /// The skills still needed there: what this step or an earlier one drops is gone.
    pub needs: Vec<Skill>,
}

/// Somebody is told, with the instant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EscalationDue {
    /// After how long.
    pub after: Duration,
    /// When that is; `None` where never.
    pub at: Option<Instant>,
    /// Who.
    pub tell: Teller,
}

/// A contact goes back to the person who answered before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SamePerson {
    /// Who.
    pub name: String,
    /// Until when that person has the customer: counted from when they answered before where that is known, else from
    /// now. `None` where it never ends.
    pub until: Option<Instant>,
}

/// A conversation must go on in another channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// Why.
    pub reason: MoveReason,
    /// Where to.
    pub to: MoveTo,
}

/// Why a conversation must move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MoveReason {
    /// The rule says so.
    RuleSays,
    /// The contact type holds account data, and the channel is public.
    AccountData,
    /// The contact type should never be on this channel.
    NeverHere,
}

/// Where a conversation must move.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MoveTo {
    /// To the private channel of the channel.
    Channel(ChannelId),
    /// To one of the channels on which this contact type may be.
    AnyOf(Vec<ChannelId>),
    /// There is no way.
    NotPossible,
    /// The strategy does not say.
    NotSaid,
}

/// The hours that hold for a contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeskState {
    /// The desks that list the channel.
    pub kind: DeskKind,
    /// Whether contacts are accepted now.
    pub open: bool,
    /// Whether people answer now; the same as `open` unless the strategy says otherwise.
    pub staffed: bool,
    /// When it opens next, if it is closed; `None` where never again.
    pub opens: Option<Instant>,
    /// When it closes next, if it is open; `None` where never.
    pub closes: Option<Instant>,
    /// What the customer gets meanwhile, if it is closed and the strategy says.
    pub meanwhile: Option<String>,
    /// The zone of its dates and clocks.
    pub zone: Zone,
}

/// Which hours hold for a contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DeskKind {
    /// Those of these desks; more than one where they list the channel alike. Open when any of them is.
    Desks(Vec<DeskId>),
    /// Self-service without a desk: always open.
    AlwaysOpen,
    /// No desk lists the channel, so that it is never said to be open.
    NoDesk,
}

/// What the table of promises says, with the instants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PromiseState {
    /// A promise.
    Promise {
        /// Which.
        promise: PromiseId,
        /// When it is due: one for each of its points, in the order written. Empty where nobody replies.
        due: Vec<Due>,
    },
    /// Self-service, at once.
    Always,
    /// None, on purpose.
    NoPromise,
    /// Not offered here, on purpose.
    NotOffered,
    /// The strategy does not say.
    Gap,
}

/// When one point of a promise is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// Which clause of the promise, counted from 0.
    pub clause: u16,
    /// When; `None` where never.
    pub at: Option<Instant>,
}

/// An objective beside the table, with the instants of its target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ObjectiveDue {
    /// Which objective, counted from 0.
    pub objective: u16,
    /// When its target is due.
    pub due: Vec<Due>,
}

/// What a reader of a decision should know besides.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Note {
    /// The contact names a contact type that the strategy does not have; it is decided as everything else.
    ContactTypeUnknown(String),
    /// The contact names a customer that the strategy does not have; it is decided as everyone else.
    CustomerUnknown(String),
    /// The contact brings a field that cannot be known there; it was left out.
    FieldIgnored(FieldId),
    /// No desk lists the channel, and it is not self-service.
    NoDesk,
    /// Customers cannot use the channel on the day of the contact: it is planned or retired.
    ChannelNotLive {
        /// The channel.
        channel: ChannelId,
        /// The day of the contact.
        on: Date,
    },
    /// The channel is not offered in the language of the contact.
    LanguageNotOffered,
    /// The first group is not said to speak the language of the contact.
    LanguageNotSpoken(GroupId),
    /// The desk is read on the customer's clock, which the contact does not tell; its own was read.
    CustomerZoneUnknown,
    /// An instant of this decision lies after the last year for which the desk's public holidays are known.
    HolidaysUnknown {
        /// The desk.
        desk: DeskId,
        /// The last year that is known.
        after: i16,
    },
    /// The strategy applies only from this date on.
    AppliesFrom(Date),
    /// The strategy applied only until this date.
    AppliedUntil(Date),
    /// Names of the strategy could not be resolved, so that rules or promises may be missing.
    StrategyIncomplete,
}

impl Recognition {
    /// Whether segments were tried from the top.
    #[must_use]
    pub fn by_trying(self) -> bool {
        match self {
            Self::ByFields | Self::EveryoneElse | Self::Nobody => true,
            Self::Given | Self::NameUnknown => false,
        }
    }
}

impl Outcome {
    /// Until when the contact waits; none where it does not, or for ever.
    #[must_use]
    pub fn waits_until(self) -> Option<Instant> {
        match self {
            Self::Waits { until } => until,
            Self::AnsweredNow
            | Self::GroupOffDuty
            | Self::OnlyMonitored
            | Self::NoReplyNeeded
            | Self::ChannelNotInUse { .. }
            | Self::ReachesNobody => None,
        }
    }
}

impl Decision {
    /// The promise of the table that applies, where it is one.
    #[must_use]
    pub fn promised(&self) -> Option<PromiseId> {
        match &self.promise {
            PromiseState::Promise { promise, .. } => Some(*promise),
            PromiseState::Always | PromiseState::NoPromise | PromiseState::NotOffered | PromiseState::Gap => None,
        }
    }

    /// The first later destination that is not said to be off duty when its turn comes.
    #[must_use]
    pub fn taken_by(&self) -> Option<&StepDue> {
        self.steps.iter().find(|step| step.at.is_some() && step.on_duty != Some(false))
    }

    /// The customer segment.
    #[must_use]
    pub fn segment(&self) -> Option<SegmentId> {
        self.recognised.segment
    }

    /// The instants at which the promise is due, where it has any.
    pub fn due(&self) -> impl Iterator<Item = Instant> + '_ {
        let due: &[Due] = match &self.promise {
            PromiseState::Promise { due, .. } => due,
            PromiseState::Always | PromiseState::NoPromise | PromiseState::NotOffered | PromiseState::Gap => &[],
        };
        due.iter().filter_map(|due| due.at)
    }
}
