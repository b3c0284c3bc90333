//! Posts in public that all go the same way, whatever they are about.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::fitting::{allows, asks_for_channels_only};
use crate::lints::rules::shared::listing::{listed, one_or_count};
use crate::policy::{ChannelId, Mode, NamedAxis, Test};
use crate::source::{Confidence, Diagnostic, Sink, quoted};
use crate::strategy::RuleModel;

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("public-without-triage", "R315", Confidence::Sure, include_str!("public_without_triage.md"), check)
        .waiting_for_whole();

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let section = &subject.strategy.components.routing;
    let rules = &section.content.rules;
    let numbered = (0u16..).map(ChannelId).zip(&subject.policy.channels);
    let answered = numbered
        .filter(|(_, channel)| channel.public && channel.in_use(subject.today) && channel.mode == Mode::Respond);
    let unsorted: Vec<(&str, &RuleModel)> =
        answered.filter_map(|(id, channel)| Some((channel.name.as_str(), takes_all(rules, id)?))).collect();
    let Some((name, rule)) = unsorted.first().copied() else { return };
    let names: Vec<&str> = unsorted.iter().map(|(name, _)| *name).collect();
    let which = one_or_count(&names, "public channels");
    sink.push(
        Diagnostic::new(
            &LINT.finding,
            rule.head.span,
            format!("Everything that people write on {which} goes the same way."),
        )
        .why(format!("No rule for {} asks what a post is about, how angry it is, or how many read it.", listed(&names)))
        .story(format!(
            "On {} on Tuesday at 10:30 one customer thanks you and another tells of an accident. Both wait in the same \
             queue, in the order in which they came.",
            quoted(name)
        ))
        .advise("put a rule before it for what cannot wait, such as contact type is, or sentiment below -0.3"),
    );
}

/// The rule that takes all contacts of a channel, if no earlier rule that may fit sorts out some of them.
fn takes_all(rules: &[RuleModel], channel: ChannelId) -> Option<&RuleModel> {
    let fitting = rules.iter().filter(|rule| allows(&rule.when, channel));
    for rule in fitting {
        if rule.when.iter().any(|test| sorts(&test.value)) {
            return None;
        }
        if asks_for_channels_only(&rule.when) {
            return Some(rule);
        }
    }
    None
}

/// Whether a test asks what a contact is about, or how it is said.
fn sorts(test: &Test) -> bool {
    match test {
        Test::Named { axis: NamedAxis::ContactType | NamedAxis::Field(_), .. }
        | Test::Number { .. }
        | Test::Known { .. }
        | Test::Term { .. } => true,
        Test::Named {
            axis: NamedAxis::Customer | NamedAxis::Channel | NamedAxis::Language | NamedAxis::Day, ..
        }
        | Test::Desk { .. } => false,
    }
}
