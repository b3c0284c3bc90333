//! Contacts that come later on social channels than the same ones by phone or email.

use std::collections::BTreeSet;

use crate::analysis::{Later, Space, later_elsewhere};
use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::arriving::numbered;
use crate::policy::{ChannelId, ChannelKind, Mode, RuleId};
use crate::source::{Confidence, Diagnostic, Sink, Span, quoted};
use crate::strategy::RuleModel;

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("social-comes-later", "R335", Confidence::Sure, include_str!("social_comes_later.md"), check)
        .waiting_for_whole();

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let rules: Vec<(RuleId, &RuleModel)> = numbered(subject).collect();
    if subject.analysis.is_err() || rules.iter().all(|(_, rule)| rule.priority.is_none()) {
        return;
    }
    let of_kinds = |kinds: &[ChannelKind]| -> Vec<ChannelId> {
        let channels = (0u16..).map(ChannelId).zip(&subject.policy.channels);
        let answered = channels.filter(|(_, channel)| {
            kinds.contains(&channel.kind) && channel.in_use(subject.today) && channel.mode == Mode::Respond
        });
        answered.map(|(id, _)| id).collect()
    };
    let (from, to) = (of_kinds(&[ChannelKind::Phone, ChannelKind::Email]), of_kinds(&[ChannelKind::Social]));
    if from.is_empty() || to.is_empty() {
        return;
    }
    let excused: BTreeSet<RuleId> =
        rules.iter().filter(|(_, rule)| rule.head.note.why.is_some()).map(|(id, _)| *id).collect();
    let Ok(space) = Space::about(subject.policy, &[]) else { return };
    let mut told: BTreeSet<(RuleId, RuleId)> = BTreeSet::new();
    for later in later_elsewhere(&space, &from, &to, &excused).unwrap_or_default() {
        let model = |id: RuleId| rules.get(id.index()).map(|(_, rule)| *rule);
        if let (Some(rule), Some(other)) = (model(later.rule), model(later.other))
            && told.insert((later.rule, later.other))
        {
            sink.push(tell(subject, rule, other, &later));
        }
    }
}

fn tell(subject: &Subject<'_>, rule: &RuleModel, other: &RuleModel, later: &Later) -> Diagnostic {
    let name = |id: ChannelId| quoted(subject.policy.channel(id).map_or("", |channel| channel.name.as_str()));
    let (here, there) = (name(later.contact.channel), name(later.channel));
    let (rule_name, other_name) = (quoted(&rule.head.name), quoted(&other.head.name));
    let at = |rule: &RuleModel| -> Span { rule.priority.map_or(rule.head.span, |priority| priority.span) };
    // The line that says a priority is the one to change.
    let (place, beside) = if other.priority.is_some() { (at(other), at(rule)) } else { (at(rule), at(other)) };
    Diagnostic::new(&LINT.finding, place, format!("On {there} the same contact comes later than on {here}."))
        .why(format!(
            "1 comes first: {rule_name} gives it priority {} on {here}, {other_name} gives it {} on {there}, and no line \
             why says for what reason.",
            later.priority, later.later
        ))
        .story(format!(
            "{}: priority {}. The same customer with the same question on {there}: priority {}.",
            later.contact.told(subject.policy),
            later.priority,
            later.later
        ))
        .see(beside, "the other rule")
        .advise("give both the same priority")
        .advise(format!("write why: below {other_name}, with the reason"))
}
