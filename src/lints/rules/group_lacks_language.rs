//! A rule for a language that its group does not speak.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::listed;
use crate::policy::{LanguageId, NamedAxis, Test};
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "group-lacks-language",
    "R312",
    Severity::Should,
    Confidence::Likely,
    include_str!("group_lacks_language.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let components = &subject.strategy.components;
    let groups = &components.agent_groups.content;
    for rule in &components.routing.content.rules {
        let Some((send_to, group)) = rule.send_to.and_then(|it| Some((it, groups.get(it.value)?))) else { continue };
        // A group that lists no languages is not known to lack one.
        if group.languages.is_empty() {
            continue;
        }
        let asked = rule.when.iter().find_map(|test| match &test.value {
            Test::Named { axis: NamedAxis::Language, values, negated: false } => Some((values, test.span)),
            Test::Named { .. } | Test::Number { .. } | Test::Known { .. } | Test::Term { .. } | Test::Desk { .. } => {
                None
            }
        });
        let Some((values, span)) = asked else { continue };
        let speaks = |language: &u16| group.languages.iter().any(|own| own.value == LanguageId(*language));
        let lacking: Vec<&str> = values
            .iter()
            .filter(|language| !speaks(language))
            .filter_map(|language| subject.policy.language(LanguageId(*language)))
            .map(String::as_str)
            .collect();
        let Some(first) = lacking.first() else { continue };
        let (name, rule_name) = (quoted(&group.head.name), quoted(&rule.head.name));
        let languages = group.head.fact("languages").map_or(group.head.span, |fact| fact.span);
        sink.push(
            Diagnostic::new(
                &LINT.finding,
                send_to.span,
                format!("{name} gets contacts in {first}, which it does not list."),
            )
            .why(format!("{rule_name} is for {}. {name} lists other languages only.", listed(&lacking)))
            .story(format!(
                "A customer asks in {first}, Tuesday 10:30. {rule_name} fits, and in {name} nobody is said to \
                     understand the question."
            ))
            .see(span, "the language that is asked for")
            .see(languages, "the languages of the group")
            .advise("send them to a group that lists the language")
            .advise(format!("add {first} to the languages of {}, if its people speak it", group.head.name)),
        );
    }
}
