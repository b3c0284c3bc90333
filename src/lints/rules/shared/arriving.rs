//! Which contacts really come to a rule, as lints about what happens to them ask it.

use std::collections::BTreeSet;

use crate::analysis::{Arrival, Question, Reach, Space, Witness, arrivals};
use crate::lints::lint::Subject;
use crate::lints::rules::shared::same_rules::running;
use crate::policy::{NamedAxis, RuleId, Test};
use crate::source::Span;
use crate::strategy::RuleModel;

/// The rules that run, each with its number.
pub(crate) fn numbered<'a>(subject: &Subject<'a>) -> impl Iterator<Item = (RuleId, &'a RuleModel)> {
    (0u16..).map(RuleId).zip(running(&subject.strategy.components.routing.content.rules))
}

/// Whether there is any contact at all: without contact types or channels there is none yet, which is told of them.
pub(crate) fn are_contacts(subject: &Subject<'_>) -> bool {
    !subject.policy.contact_types.is_empty() && !subject.policy.channels.is_empty()
}

/// The rules that no contact can come to, where that is proven; what they would do with one is of no matter.
pub(crate) fn without_contacts(subject: &Subject<'_>) -> BTreeSet<Span> {
    let Some(analysis) = subject.analysis.ok().filter(|_| are_contacts(subject)) else { return BTreeSet::new() };
    let reached = numbered(subject).zip(&analysis.coverage.reach);
    let never = reached.filter(|(_, reach)| matches!(reach, Reach::FitsNobody | Reach::Taken(_)));
    never.map(|((_, rule), _)| rule.head.span).collect()
}

/// The test that lets through the channels that fit.
pub(crate) fn on_channels(subject: &Subject<'_>, mut fits: impl FnMut(u16, &crate::policy::Channel) -> bool) -> Test {
    let channels = (0u16..).zip(&subject.policy.channels);
    let values = channels.filter(|(id, channel)| fits(*id, channel)).map(|(id, _)| id).collect();
    Test::Named { axis: NamedAxis::Channel, values, negated: false }
}

/// For so many rules a contact is looked for; nobody reads the stories of more.
const ASKED_AT_MOST: usize = 100;

/// For each of these rules, up to a hundred, the simplest contact that it decides, on a channel that is in use, and that gets an answer.
/// None where there is no such contact, or nothing exact is known.
pub(crate) fn answered_contacts_of(subject: &Subject<'_>, rules: &[RuleId]) -> Vec<Option<Witness>> {
    let nobody = || vec![None; rules.len()];
    if rules.is_empty() || subject.analysis.is_err() {
        return nobody();
    }
    let in_use = on_channels(subject, |_, channel| channel.in_use(subject.today));
    let question = |rule: &RuleId| Question { rule: *rule, tests: vec![in_use.clone()], answered: true };
    let questions: Vec<Question> = rules.iter().take(ASKED_AT_MOST).map(question).collect();
    let Ok(space) = Space::about(subject.policy, &[]) else { return nobody() };
    let contact = |found| match found {
        Arrival::Comes(contact) => Some(*contact),
        Arrival::Nobody | Arrival::Unknown => None,
    };
    arrivals(&space, &questions).into_iter().map(contact).collect()
}
