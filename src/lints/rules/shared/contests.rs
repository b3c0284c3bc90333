//! Rules that compete for the same contacts: what each asks for, which competitions no author minds, and how to tell of one.

use std::collections::BTreeSet;

use crate::lints::lint::Subject;
use crate::lints::rules::shared::listing::listed;
use crate::lints::rules::shared::promised::Promised;
use crate::lints::rules::shared::same_rules::running;
use crate::policy::{
    AxisOf, ChannelId, ContactTypeId, Gravity, GroupId, NamedAxis, Policy, Rule, RuleId, SegmentId, Test,
};
use crate::source::quoted;
use crate::strategy::RuleModel;

/// A rule that runs, and what it asks for, the named conditions in it looked into.
#[derive(Debug)]
pub(crate) struct Asking<'a> {
    /// As written.
    pub(crate) written: &'a RuleModel,
    /// As run.
    pub(crate) run: &'a Rule,
    /// What it asks about.
    pub(crate) axes: BTreeSet<AxisOf>,
    /// The contact types that it names.
    pub(crate) types: Vec<u16>,
    /// The customers that it names, without those who are everyone else.
    pub(crate) customers: Vec<u16>,
}

impl<'a> Asking<'a> {
    fn new(policy: &Policy, written: &'a RuleModel, run: &'a Rule) -> Self {
        let mut axes = BTreeSet::new();
        about(policy, &run.tests, 0, &mut axes);
        let named = |wanted: NamedAxis| {
            run.tests.iter().find_map(|test| match test {
                Test::Named { axis, values, negated: false } if *axis == wanted => Some(values.clone()),
                Test::Named { .. }
                | Test::Number { .. }
                | Test::Known { .. }
                | Test::Term { .. }
                | Test::Desk { .. } => None,
            })
        };
        let mut customers = named(NamedAxis::Customer).unwrap_or_default();
        customers.retain(|number| policy.everyone_else() != Some(SegmentId(*number)));
        Self { written, run, axes, types: named(NamedAxis::ContactType).unwrap_or_default(), customers }
    }

    /// Whether its author gave a reason, or where it comes from.
    pub(crate) fn is_explained(&self) -> bool {
        !self.written.head.note.is_empty()
    }

    /// Whether it asks when the contact comes. What is treated otherwise at night stands first for a reason.
    pub(crate) fn asks_when(&self) -> bool {
        let timed = |of: &AxisOf| matches!(of, AxisOf::Desk(_) | AxisOf::Named(NamedAxis::Day));
        self.axes.iter().any(timed)
    }

    /// Whether it asks about something.
    pub(crate) fn asks_about(&self, axis: NamedAxis) -> bool {
        self.axes.contains(&AxisOf::Named(axis))
    }

    /// The group that answers first; none where no reply is needed.
    pub(crate) fn group(&self) -> Option<GroupId> {
        self.run.action.send_to.filter(|_| !self.run.action.no_reply_needed)
    }

    /// The priority of a contact of a type that goes by it.
    pub(crate) fn priority(&self, policy: &Policy, contact_type: ContactTypeId) -> Option<u32> {
        let gravity = policy.contact_type(contact_type).map(|one| one.gravity.priority());
        self.run.action.priority.or(gravity)
    }

    /// The contact types that it names, with their gravity.
    pub(crate) fn graded(&self, policy: &Policy) -> Vec<(ContactTypeId, Gravity)> {
        let ids = self.types.iter().map(|number| ContactTypeId(*number));
        ids.filter_map(|id| Some((id, policy.contact_type(id)?.gravity))).collect()
    }

    /// What becomes of a contact of a type: `to "Care team" with priority 3`, `without a reply`.
    pub(crate) fn way(&self, policy: &Policy, contact_type: ContactTypeId) -> String {
        let Some(group) = self.group().and_then(|id| policy.group(id)) else { return "without a reply".to_owned() };
        let mut words = format!("to {}", quoted(&group.name));
        if let Some(priority) = self.priority(policy, contact_type) {
            words += &format!(" with priority {priority}");
        }
        if !self.run.action.needs.is_empty() {
            words += &format!(", to somebody with {}", listed(self.run.action.needs.iter().map(ToString::to_string)));
        }
        words
    }

    /// Its name in quotation marks.
    pub(crate) fn name(&self) -> String {
        quoted(&self.written.head.name)
    }
}

/// The rules that run, each in the place of its number.
pub(crate) fn asking<'a>(subject: &Subject<'a>) -> Vec<Asking<'a>> {
    let policy: &'a Policy = subject.policy;
    let written = running(&subject.strategy.components.routing.content.rules);
    written.zip(&policy.rules).map(|(written, run)| Asking::new(policy, written, run)).collect()
}

/// Terms in terms in terms beyond this are not looked into.
const DEEPEST: u8 = 20;

fn about(policy: &Policy, tests: &[Test], depth: u8, axes: &mut BTreeSet<AxisOf>) {
    for test in tests {
        match test {
            Test::Named { axis, .. } | Test::Known { axis, .. } => {
                axes.insert(AxisOf::Named(*axis));
            }
            Test::Number { field, .. } => {
                axes.insert(AxisOf::Named(NamedAxis::Field(*field)));
            }
            Test::Desk { desk, .. } => {
                axes.insert(AxisOf::Desk(*desk));
            }
            Test::Term { term, .. } if depth < DEEPEST => {
                let tests = policy.term(*term).map_or(&[][..], |(_, tests)| tests);
                about(policy, tests, depth + 1, axes);
            }
            Test::Term { .. } => {}
        }
    }
}

/// Why the author of a later rule would mind that an earlier one takes some of its contacts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Loss {
    /// Contacts of these critical contact types, which the later rule names, go to another group.
    Critical(Vec<ContactTypeId>),
    /// Customers whom the later rule names wait longer for the same group, when they ask about these contact types.
    Priority(Vec<ContactTypeId>),
}

/// Whether an earlier rule takes contacts of which the author of a later one certainly thought.
pub(crate) fn loss(policy: &Policy, earlier: &Asking<'_>, later: &Asking<'_>) -> Option<Loss> {
    if earlier.is_explained() || later.is_explained() || earlier.asks_when() {
        return None;
    }
    let (group, wanted) = (earlier.group(), later.group()?);
    let reaches = earlier.run.action.steps.iter().any(|step| step.group == wanted);
    if !earlier.asks_about(NamedAxis::ContactType)
        && !earlier.asks_about(NamedAxis::Language)
        && group != Some(wanted)
        && !reaches
    {
        let not_earlier = |id: ContactTypeId| earlier.priority(policy, id) >= later.priority(policy, id);
        let critical = later.graded(policy).into_iter().filter(|(_, gravity)| *gravity == Gravity::Critical);
        let critical: Vec<ContactTypeId> = critical.map(|(id, _)| id).filter(|id| not_earlier(*id)).collect();
        if !critical.is_empty() {
            return Some(Loss::Critical(critical));
        }
    }
    let said = later.run.action.priority?;
    if later.customers.is_empty()
        || earlier.asks_about(NamedAxis::Customer)
        || earlier.run.action.priority.is_some()
        || group != Some(wanted)
    {
        return None;
    }
    let behind =
        (0u16..).map(ContactTypeId).zip(&policy.contact_types).filter(|(_, one)| one.gravity.priority() > said);
    let behind: Vec<ContactTypeId> = behind.map(|(id, _)| id).collect();
    (!behind.is_empty()).then_some(Loss::Priority(behind))
}

/// The contacts of which no story should tell: on channels on which their contact type is not answered.
pub(crate) fn not_answered(subject: &Subject<'_>) -> Vec<Vec<Test>> {
    let promised = Promised::new(subject);
    let types = subject.strategy.components.contact_types.content.types.iter().zip(0u16..);
    let tests = |(one, number)| {
        let mut answered: Vec<u16> =
            promised.channels_of(ContactTypeId(number), one).map(|ChannelId(number)| number).collect();
        answered.sort_unstable();
        vec![only(NamedAxis::ContactType, vec![number]), but(NamedAxis::Channel, answered)]
    };
    types.map(tests).collect()
}

/// The test that a contact is of one of these types.
pub(crate) fn of_types(types: &[ContactTypeId]) -> Test {
    let mut values: Vec<u16> = types.iter().map(|ContactTypeId(number)| *number).collect();
    values.sort_unstable();
    only(NamedAxis::ContactType, values)
}

fn only(axis: NamedAxis, values: Vec<u16>) -> Test {
    Test::Named { axis, values, negated: false }
}

fn but(axis: NamedAxis, values: Vec<u16>) -> Test {
    Test::Named { axis, values, negated: true }
}

/// The rules of a pair.
pub(crate) fn pair<'r, 'a>(
    rules: &'r [Asking<'a>],
    (earlier, later): (RuleId, RuleId),
) -> Option<(&'r Asking<'a>, &'r Asking<'a>)> {
    rules.get(earlier.index()).zip(rules.get(later.index()))
}
