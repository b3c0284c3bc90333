//! Groups that get what must be answered at once and what can wait, and that are not told what goes first.

use std::collections::{BTreeMap, BTreeSet};

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::fitting::{allows, asks_for_channels_only};
use crate::lints::rules::shared::listing::{agreeing, listed};
use crate::policy::{ChannelId, GroupId, Mode};
use crate::source::{Confidence, Diagnostic, Sink, quoted};
use crate::strategy::{GroupModel, RuleModel};

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("order-not-said", "R316", Confidence::Likely, include_str!("order_not_said.md"), check)
        .waiting_for_whole();

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let components = &subject.strategy.components;
    let rules = &components.routing.content.rules;
    let numbered = (0u16..).map(ChannelId).zip(&subject.policy.channels);
    let answered = numbered.filter(|(_, channel)| {
        channel.in_use(subject.today) && channel.mode == Mode::Respond && !channel.kind.unassisted()
    });
    // The first channel on which contacts wait for nothing, and the first on which they can wait, by group.
    let mut gets: BTreeMap<GroupId, (Option<&str>, Option<&str>)> = BTreeMap::new();
    for (id, channel) in answered {
        for group in reached(rules, id) {
            let (at_once, waiting) = gets.entry(group).or_default();
            let first = if channel.kind.immediate() { at_once } else { waiting };
            first.get_or_insert(&channel.name);
        }
    }
    let groups = &components.agent_groups.content;
    let found: Vec<(&GroupModel, &str, &str)> = gets
        .into_iter()
        .filter_map(|(id, (at_once, waiting))| Some((groups.get(id)?, at_once?, waiting?)))
        .filter(|(group, ..)| group.head.fact("mix").is_none())
        .collect();
    let Some((group, at_once, waiting)) = found.first().copied() else { return };
    let headline = match found.len() {
        1 => format!("The strategy does not say what {} answers first.", quoted(&group.head.name)),
        several => format!("The strategy does not say what {several} agent groups answer first."),
    };
    let (at_once, waiting) = (quoted(at_once), quoted(waiting));
    let get = agreeing(found.len(), "gets", "get");
    sink.push(
        Diagnostic::new(&LINT.finding, group.head.span, headline)
            .why(format!(
                "{} {get} contacts that must be answered at once and contacts that can wait. No rule to them has a priority.",
                listed(found.iter().map(|(group, ..)| group.head.name.as_str()))
            ))
            .story(format!(
                "On Tuesday at 10:30 in {} one customer waits on {at_once}, and something of the same gravity has waited \
                 longer on {waiting}. Nothing says which of them is next.",
                quoted(&group.head.name)
            ))
            .advise(format!("add priority: 2 to the rule for {at_once}"))
            .advise("add the line mix: to the group, with the work that goes first"),
    );
}

/// The groups to which some rule without a priority of its own sends contacts of a channel first.
fn reached(rules: &[RuleModel], channel: ChannelId) -> BTreeSet<GroupId> {
    let mut groups = BTreeSet::new();
    for rule in rules.iter().filter(|rule| allows(&rule.when, channel)) {
        if rule.priority.is_none() && !rule.no_reply_needed {
            groups.extend(rule.send_to.map(|to| to.value));
        }
        if asks_for_channels_only(&rule.when) {
            break;
        }
    }
    groups
}
