//! Which agent groups have nobody at any time.

use crate::lints::lint::Subject;
use crate::notation::People;
use crate::policy::GroupId;
use crate::strategy::{GroupModel, RuleModel};

/// Whether a group says that it has nobody at any time, and no other group stands in for it.
#[must_use]
pub(crate) fn has_nobody(subject: &Subject<'_>, id: GroupId) -> bool {
    let groups = &subject.strategy.components.agent_groups.content;
    groups.get(id).is_some_and(|group| group.head.fact("backup").is_none() && is_empty(group))
}

fn is_empty(group: &GroupModel) -> bool {
    match group.people.as_ref().map(|people| &people.value) {
        Some(People::Count(number)) => *number == 0,
        Some(People::ByTime(shifts)) => shifts.iter().all(|shift| shift.value.count == 0),
        Some(People::AsNeeded) | None => false,
    }
}

/// The first group of a rule that has nobody, and whether nobody is in any group that the rule sends contacts to later
/// either. None where the first group has people, or no reply is needed.
#[must_use]
pub(crate) fn sent_to_nobody(subject: &Subject<'_>, rule: &RuleModel) -> Option<(GroupId, bool)> {
    let first = rule.send_to.filter(|_| !rule.dropped && !rule.no_reply_needed)?.value;
    let for_good = rule.steps.iter().all(|step| has_nobody(subject, step.group.value));
    has_nobody(subject, first).then_some((first, for_good))
}
