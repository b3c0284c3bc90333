//! One contact and the rule that fits it: what the strategy says about it, part by part.

use std::sync::Arc;

use crate::engine::clocks::DeskSet;
use crate::engine::contact::Contact;
use crate::engine::decision::{
    Decision, DeskKind, DeskState, Duty, EscalationDue, ObjectiveDue, Outcome, PromiseState, Recognised, SamePerson,
    StepDue,
};
use crate::engine::due::{Running, clock};
use crate::engine::facts::Facts;
use crate::engine::handling::Handling;
use crate::policy::{
    Action, Cell, Channel, ChannelId, ChannelKind, ContactType, CountingRules, Date, GroupId, Index, Known, Mode,
    NamedAxis, NamedObjective, Policy, ReplyNeed, Rule, RuleId,
};

/// A contact, the rule that fits it, and the clock that runs for it.
pub(crate) struct Case<'a> {
    pub(crate) facts: &'a Facts<'a>,
    pub(crate) policy: &'a Policy,
    index: &'a Index,
    pub(crate) contact: &'a Contact,
    pub(crate) rule: Option<RuleId>,
    pub(crate) action: Option<&'a Action>,
    pub(crate) channel: Option<&'a Channel>,
    pub(crate) contact_type: Option<&'a ContactType>,
    pub(crate) desks: &'a DeskSet,
    /// The day of arrival in the strategy's zone.
    pub(crate) date: Date,
    running: Running,
}

impl<'a> Case<'a> {
    pub(crate) fn new(facts: &'a Facts<'a>, index: &'a Index, fitting: Option<(RuleId, &'a Rule)>) -> Self {
        let (policy, contact) = (facts.policy, facts.contact);
        let desks = facts.clocks.of_channel(contact.channel);
        let tables = desks.tables(contact.time_zone.as_ref());
        Self {
            facts,
            policy,
            index,
            contact,
            rule: fitting.map(|(id, _)| id),
            action: fitting.map(|(_, rule)| &rule.action),
            channel: policy.channel(contact.channel),
            contact_type: policy.contact_type(contact.contact_type),
            desks,
            date: policy.time_zone.local(contact.arrived).date,
            running: Running { tables, clock: clock(&policy.counting), arrived: contact.arrived },
        }
    }

    pub(crate) fn decision(&self, recognised: Recognised, handling: Arc<Handling>) -> Decision {
        let reply = self.reply();
        let group = self.action.and_then(|action| action.send_to);
        let desk = self.desk();
        let duty = group.and_then(|group| self.duty(group));
        let handled = self.outcome(reply, group, duty, &desk);
        let replied = match handled {
            Outcome::AnsweredNow | Outcome::GroupOffDuty | Outcome::Waits { .. } | Outcome::ReachesNobody => true,
            Outcome::OnlyMonitored | Outcome::NoReplyNeeded | Outcome::ChannelNotInUse { .. } => false,
        };
        let mut decision = Decision {
            recognised,
            contact_type: self.contact.contact_type,
            channel: self.contact.channel,
            arrived: self.contact.arrived,
            rule: self.rule,
            outcome: self.if_in_use(handled),
            reply,
            group,
            duty,
            steps: self.steps(),
            escalations: self.escalations(),
            priority: self.priority(),
            needs: self.action.map_or(Vec::new(), |action| action.needs.clone()),
            same_person: self.same_person(),
            moved: self.movement(),
            ask_for: self.action.map_or(Vec::new(), |action| action.ask_for.clone()),
            desk,
            clock: self.running.clock,
            promise: self.promise(replied),
            objectives: if replied { self.objectives() } else { Vec::new() },
            handling,
            notes: Vec::new(),
        };
        decision.notes = self.notes(&decision);
        decision
    }

    fn reply(&self) -> ReplyNeed {
        if self.action.is_some_and(|action| action.no_reply_needed) {
            return ReplyNeed::Never;
        }
        let said = self.contact_type.map(|found| &found.reply);
        said.filter(|reply| self.facts.fit_all(&reply.when)).map_or(ReplyNeed::Always, |reply| reply.need)
    }

    fn outcome(&self, reply: ReplyNeed, group: Option<GroupId>, duty: Option<Duty>, desk: &DeskState) -> Outcome {
        let needs_nobody = self.action.is_some_and(|action| action.no_reply_needed);
        if self.rule.is_none() || (group.is_none() && !needs_nobody) {
            Outcome::ReachesNobody
        } else if reply == ReplyNeed::Never {
            Outcome::NoReplyNeeded
        } else if self.channel.is_some_and(|channel| channel.mode == Mode::Listen) {
            Outcome::OnlyMonitored
        } else if desk.open && desk.staffed {
            let at_once = self.cell(self.contact.channel) == Some(Cell::Always);
            let off_duty = duty.is_some_and(|duty| !duty.now);
            if off_duty && !at_once { Outcome::GroupOffDuty } else { Outcome::AnsweredNow }
        } else {
            Outcome::Waits { until: self.running.tables.answering().next_opening(self.contact.arrived) }
        }
    }

    /// What happens to a contact on a channel that customers may not be able to use on that day. That nobody would get it
    /// stays the worst that can be said.
    fn if_in_use(&self, handled: Outcome) -> Outcome {
        match self.channel.map(|channel| channel.status) {
            Some(status) if !status.in_use(self.date) && handled != Outcome::ReachesNobody => {
                Outcome::ChannelNotInUse { over: status.is_over(self.date) }
            }
            Some(_) | None => handled,
        }
    }

    fn desk(&self) -> DeskState {
        let (tables, now) = (&self.running.tables, self.contact.arrived);
        let accepting = &tables.accepting;
        let open = accepting.is_open(now);
        let change = accepting.next_change(now);
        let kind = match (self.desks.desks.is_empty(), self.channel.map(|channel| channel.kind)) {
            (false, _) => DeskKind::Desks(self.desks.desks.clone()),
            (true, Some(ChannelKind::SelfService)) => DeskKind::AlwaysOpen,
            (true, _) => DeskKind::NoDesk,
        };
        let mut desks = self.desks.desks.iter().filter_map(|id| self.policy.desk(*id));
        let meanwhile = desks.find_map(|desk| desk.when_closed.clone());
        DeskState {
            kind,
            open,
            staffed: tables.answering().is_open(now),
            opens: change.filter(|_| !open),
            closes: change.filter(|_| open),
            meanwhile: meanwhile.filter(|_| !open),
            zone: accepting.zone().clone(),
        }
    }

    fn steps(&self) -> Vec<StepDue> {
        let Some(action) = self.action else { return Vec::new() };
        let mut needs = action.needs.clone();
        let steps = action.steps.iter().map(|step| {
            needs.retain(|skill| !step.without.contains(&skill.name));
            let at = self.running.after(self.contact.arrived, step.after);
            let on_duty = self.on_duty(step.group, at);
            StepDue { after: step.after, at, group: step.group, on_duty, needs: needs.clone() }
        });
        steps.collect()
    }

    fn escalations(&self) -> Vec<EscalationDue> {
        let Some(action) = self.action else { return Vec::new() };
        let told = action.escalations.iter().map(|escalation| EscalationDue {
            after: escalation.after,
            at: self.running.after(self.contact.arrived, escalation.after),
            tell: escalation.tell.clone(),
        });
        told.collect()
    }

    fn priority(&self) -> u32 {
        let gravity = self.contact_type.map(|found| found.gravity).unwrap_or_default();
        self.action.and_then(|action| action.priority).unwrap_or_else(|| gravity.priority())
    }

    fn same_person(&self) -> Option<SamePerson> {
        let length = self.action?.same_person_for?;
        let name = self.contact.handled_before.clone()?;
        let until = self.running.after(self.contact.handled_at.unwrap_or(self.contact.arrived), length);
        let over = self.contact.handled_at.is_some() && until.is_some_and(|until| until <= self.contact.arrived);
        (!over).then_some(SamePerson { name, until })
    }

    /// What the table of promises says for this contact, were it on a channel.
    pub(crate) fn cell(&self, channel: ChannelId) -> Option<Cell> {
        self.index.promised(self.policy, self.facts.segment, self.contact.contact_type, channel, self.date)
    }

    fn promise(&self, replied: bool) -> PromiseState {
        match self.cell(self.contact.channel) {
            Some(Cell::Promise(promise)) => {
                let found = self.policy.promise(promise).filter(|_| replied);
                PromiseState::Promise { promise, due: found.map_or(Vec::new(), |found| self.running.points(found)) }
            }
            Some(Cell::Always) => PromiseState::Always,
            Some(Cell::NoPromise) => PromiseState::NoPromise,
            Some(Cell::NotOffered) => PromiseState::NotOffered,
            None => PromiseState::Gap,
        }
    }

    fn objectives(&self) -> Vec<ObjectiveDue> {
        let holding = (0u16..).zip(&self.policy.objectives).filter(|(_, objective)| self.holds(objective));
        let due = holding.map(|(at, objective)| {
            let own = objective.counting != CountingRules::default();
            let counting = if own { &objective.counting } else { &self.policy.counting };
            let running = Running { clock: clock(counting), ..self.running.clone() };
            let due = objective.target.as_ref().map_or(Vec::new(), |target| running.points(target));
            ObjectiveDue { objective: at, due }
        });
        due.collect()
    }

    /// Whether an objective is about this contact. An empty list stands for any.
    fn holds(&self, objective: &NamedObjective) -> bool {
        let contact = self.contact;
        let parent = self.contact_type.and_then(|found| found.part_of);
        let types = &objective.contact_types;
        let type_fits = types.contains(&contact.contact_type) || parent.is_some_and(|parent| types.contains(&parent));
        let on_channel =
            |channel: &Channel| objective.channels.iter().any(|channels| channels.holds(contact.channel, channel.kind));
        let speaks = self.facts.named(NamedAxis::Language);
        !objective.by_business_unit
            && (types.is_empty() || type_fits)
            && (objective.channels.is_empty() || self.channel.is_some_and(on_channel))
            && (objective.segments.is_empty()
                || self.facts.segment.is_some_and(|segment| objective.segments.contains(&segment)))
            && (objective.languages.is_empty() || objective.languages.iter().any(|language| speaks.is(language.0)))
            && objective.season.is_none_or(|season| self.policy.in_season(season, self.date))
    }
}
