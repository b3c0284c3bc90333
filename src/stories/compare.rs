//! What a story expects against what is decided, and what is decided in words.

use crate::engine::{Contact, Decision, DeskKind, Engine, EscalationDue, Outcome, PromiseState, StepDue};
use crate::notation::MomentDay;
use crate::policy::{
    DeskId, Duration, GroupId, Instant, Policy, PromiseId, ReplyNeed, RuleId, Teller, TimeOfDay, say_local,
};

/// One thing that a story expects, with its names found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Expected {
    /// The contact goes to this group first.
    SentTo(GroupId),
    /// This rule decides.
    ByRule(RuleId),
    /// A point of the promise is due after this time.
    AnswerIn(Duration),
    /// A point of the promise is due at this time, on this day or else the next time that it comes.
    AnswerBy(Option<MomentDay>, TimeOfDay),
    /// The desk is closed and opens at this time.
    OpenAgain(MomentDay, TimeOfDay),
    /// It goes to this group after this time.
    Then(GroupId, Duration),
    /// This person, role or group is told after this time.
    Tell(String, Duration),
    /// There is no promise, on purpose.
    NoPromise,
    /// It is not offered there, on purpose.
    NotOffered,
    /// It needs no reply.
    NoReplyNeeded,
    /// Nobody gets it.
    ReachesNobody,
}

/// What of a strategy decides in a matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decider {
    /// A routing rule.
    Rule(RuleId),
    /// A promise of the table.
    Promise(PromiseId),
    /// The hours of a desk.
    Desk(DeskId),
}

/// A contact and its decision, to be compared with what is expected.
pub(crate) struct Case<'a> {
    pub(crate) engine: &'a Engine,
    pub(crate) contact: &'a Contact,
    pub(crate) decision: &'a Decision,
}

impl Case<'_> {
    fn policy(&self) -> &Policy {
        self.engine.policy()
    }

    /// Whether it happens.
    pub(crate) fn fits(&self, expected: &Expected) -> bool {
        let decision = self.decision;
        match expected {
            Expected::SentTo(group) => decision.group == Some(*group),
            Expected::ByRule(rule) => decision.rule == Some(*rule),
            Expected::AnswerIn(length) => {
                let wanted = self.after(*length);
                wanted.is_some() && decision.due().any(|due| Some(due) == wanted)
            }
            Expected::AnswerBy(day, time) => {
                let wanted = self.next(*day, *time);
                decision.due().any(|due| in_the_minute_up_to(due, wanted))
            }
            Expected::OpenAgain(day, time) => decision.desk.opens == Some(self.next(Some(*day), *time)),
            Expected::Then(..) => (0..decision.steps.len()).any(|at| self.is_step(at, expected)),
            Expected::Tell(..) => (0..decision.escalations.len()).any(|at| self.is_escalation(at, expected)),
            Expected::NoPromise => decision.promise == PromiseState::NoPromise,
            Expected::NotOffered => decision.promise == PromiseState::NotOffered,
            Expected::NoReplyNeeded => decision.reply == ReplyNeed::Never,
            Expected::ReachesNobody => decision.outcome == Outcome::ReachesNobody,
        }
    }

    /// Whether this later destination is the one that is expected.
    pub(crate) fn is_step(&self, at: usize, expected: &Expected) -> bool {
        let (Some(step), Expected::Then(group, length)) = (self.decision.steps.get(at), expected) else { return false };
        step.group == *group && (step.after == *length || self.same(step.at, *length))
    }

    /// Whether this is the telling that is expected.
    pub(crate) fn is_escalation(&self, at: usize, expected: &Expected) -> bool {
        let (Some(told), Expected::Tell(who, length)) = (self.decision.escalations.get(at), expected) else {
            return false;
        };
        self.teller(&told.tell) == who && (told.after == *length || self.same(told.at, *length))
    }

    /// What happens in the matter that is expected, in words.
    pub(crate) fn happened(&self, expected: &Expected) -> String {
        match expected {
            Expected::SentTo(_) | Expected::ReachesNobody | Expected::NoReplyNeeded => self.destination(),
            Expected::ByRule(_) => self.rule(),
            Expected::AnswerIn(_) | Expected::AnswerBy(..) | Expected::NoPromise | Expected::NotOffered => {
                self.promise()
            }
            Expected::OpenAgain(..) => self.desk(),
            Expected::Then(..) => self.steps(),
            Expected::Tell(..) => self.told(),
        }
    }

    /// What decides in the matter that is expected, where it is one thing.
    pub(crate) fn decider(&self, expected: &Expected) -> Option<Decider> {
        match expected {
            Expected::SentTo(_)
            | Expected::ReachesNobody
            | Expected::NoReplyNeeded
            | Expected::ByRule(_)
            | Expected::Then(..)
            | Expected::Tell(..) => self.decision.rule.map(Decider::Rule),
            Expected::AnswerIn(_) | Expected::AnswerBy(..) | Expected::NoPromise | Expected::NotOffered => {
                self.decision.promised().map(Decider::Promise)
            }
            Expected::OpenAgain(..) => match &self.decision.desk.kind {
                DeskKind::Desks(desks) => desks.first().copied().map(Decider::Desk),
                DeskKind::AlwaysOpen | DeskKind::NoDesk => None,
            },
        }
    }

    fn after(&self, length: Duration) -> Option<Instant> {
        self.engine.due_after(self.contact, length)
    }

    fn same(&self, at: Option<Instant>, length: Duration) -> bool {
        at.is_some() && at == self.after(length)
    }

    /// The first time, not before the arrival, that the strategy's clock shows this on such a day or on any.
    fn next(&self, day: Option<MomentDay>, time: TimeOfDay) -> Instant {
        let (zone, arrived) = (&self.policy().time_zone, self.contact.arrived);
        let today = zone.local(arrived).date;
        let weekday = match day {
            Some(MomentDay::Date(date)) => return zone.first_at(date, time),
            Some(MomentDay::Weekday(weekday)) => Some(weekday),
            None => None,
        };
        let dates = (0..=7).map(|days| today.plus_days(days));
        let fitting = dates.filter(|date| weekday.is_none_or(|weekday| date.weekday() == weekday));
        let mut instants = fitting.map(|date| zone.first_at(date, time));
        instants.find(|instant| *instant >= arrived).unwrap_or(arrived)
    }

    fn local(&self, instant: Option<Instant>) -> String {
        instant.map_or_else(|| "never".into(), |instant| say_local(&self.policy().time_zone, instant))
    }

    fn group(&self, group: GroupId) -> &str {
        self.policy().group(group).map_or("", |group| group.name.as_str())
    }

    fn teller<'t>(&'t self, teller: &'t Teller) -> &'t str {
        match teller {
            Teller::Group(group) => self.group(*group),
            Teller::Role(role) => role,
        }
    }

    fn rule(&self) -> String {
        let rule = self.decision.rule.and_then(|rule| self.policy().rule(rule));
        rule.map_or_else(|| "no rule fits".into(), |rule| format!("rule {}", rule.name))
    }

    fn destination(&self) -> String {
        let group = self.decision.group.map(|group| self.group(group).to_owned());
        match (self.decision.outcome, group) {
            (Outcome::ChannelNotInUse { .. }, None) => "no group, and customers cannot use the channel that day".into(),
            (Outcome::ChannelNotInUse { .. }, Some(group)) => {
                format!("{group}, but customers cannot use the channel that day")
            }
            (Outcome::ReachesNobody, _)
            | (Outcome::AnsweredNow | Outcome::GroupOffDuty | Outcome::Waits { .. }, None) => "reaches nobody".into(),
            (Outcome::NoReplyNeeded, None) => "no reply needed".into(),
            (Outcome::NoReplyNeeded, Some(group)) => format!("{group}, no reply needed"),
            (Outcome::OnlyMonitored, group) => match group {
                Some(group) => format!("{group}, only watched"),
                None => "only watched".into(),
            },
            (Outcome::AnsweredNow | Outcome::GroupOffDuty | Outcome::Waits { .. }, Some(group)) => group,
        }
    }

    fn promise(&self) -> String {
        match &self.decision.promise {
            PromiseState::Always => "always".into(),
            PromiseState::NoPromise => "no promise".into(),
            PromiseState::NotOffered => "not offered".into(),
            PromiseState::Gap => "no promise, because the cell is blank".into(),
            PromiseState::Promise { promise, due } => {
                let written = self.policy().promise(*promise).map_or("", |promise| promise.written.as_str());
                let due: Vec<_> = due.iter().map(|due| self.local(due.at)).collect();
                if due.is_empty() { written.to_owned() } else { format!("{written}: by {}", due.join(", ")) }
            }
        }
    }

    fn desk(&self) -> String {
        let desk = &self.decision.desk;
        match (&desk.kind, desk.open) {
            (DeskKind::NoDesk, _) => "no desk lists the channel".into(),
            (DeskKind::AlwaysOpen, _) => "always open".into(),
            (DeskKind::Desks(_), true) => match desk.closes {
                Some(closes) => format!("open until {}", self.local(Some(closes))),
                None => "open, and never closes".into(),
            },
            (DeskKind::Desks(_), false) => format!("open again {}", self.local(desk.opens)),
        }
    }

    fn steps(&self) -> String {
        let step = |step: &StepDue| format!("then {} after {}", self.group(step.group), step.after);
        joined(self.decision.steps.iter().map(step), "no later step")
    }

    fn told(&self) -> String {
        let told = |told: &EscalationDue| format!("tell {} after {}", self.teller(&told.tell), told.after);
        joined(self.decision.escalations.iter().map(told), "nobody is told")
    }
}

/// Whether an instant is this one, or lies in the minute before it: `by 12:01` for what is due at 12:00:30.
fn in_the_minute_up_to(instant: Instant, wanted: Instant) -> bool {
    instant <= wanted && instant.seconds_until(wanted) < 60
}

fn joined(parts: impl Iterator<Item = String>, none: &str) -> String {
    let parts: Vec<_> = parts.collect();
    if parts.is_empty() { none.into() } else { parts.join(", ") }
}
