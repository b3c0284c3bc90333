//! A rule for a language that the group which gets it, first or later, does not speak.

use std::collections::BTreeSet;

use crate::analysis::{Arrival, Question, Space, arrivals};
use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::arriving::{are_contacts, numbered, on_channels};
use crate::lints::rules::shared::listing::listed;
use crate::policy::{GroupId, LanguageId, NamedAxis, Policy, RuleId, Test};
use crate::source::{Confidence, Diagnostic, Severity, Sink, Span, quoted};
use crate::strategy::RuleModel;

/// The lint. Of a rule that never gets such a contact nothing is told here.
pub(super) static LINT: Lint = Lint::author(
    "group-lacks-language",
    "R312",
    Severity::Should,
    Confidence::Likely,
    include_str!("group_lacks_language.md"),
    check,
);

/// For so many a contact is looked for. What comes after them is told when these are put right.
const ASKED_AT_MOST: usize = 200;

/// A language that a rule asks for and that a group of it does not list.
struct Lack<'a> {
    rule: RuleId,
    model: &'a RuleModel,
    /// Where the rule asks for it.
    asked: Span,
    language: LanguageId,
    group: GroupId,
    /// Where the rule names the group.
    at: Span,
    /// After how long the group gets it, where that is not at once.
    after: Option<String>,
}

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let mut lacks = lacks(subject);
    lacks.truncate(ASKED_AT_MOST);
    if lacks.is_empty() {
        return;
    }
    let contacts = contacts(subject, &lacks);
    let mut told: BTreeSet<(RuleId, GroupId)> = BTreeSet::new();
    for (at, lack) in lacks.iter().enumerate() {
        // Without an answer for every contact the condition is taken as it is written.
        let story = match &contacts {
            None => None,
            Some(found) => match found.get(at) {
                Some(Arrival::Comes(contact)) => Some(contact.told(subject.policy)),
                Some(Arrival::Nobody | Arrival::Unknown) | None => continue,
            },
        };
        if told.insert((lack.rule, lack.group)) {
            let comes = |other: &(usize, &Lack<'_>)| {
                let found = contacts.as_ref().and_then(|found| found.get(other.0));
                found.is_none_or(|found| found.contact().is_some())
            };
            let same =
                lacks.iter().enumerate().filter(|(_, other)| (other.rule, other.group) == (lack.rule, lack.group));
            let languages: Vec<&str> =
                same.filter(comes).filter_map(|(_, other)| spoken(subject.policy, other.language)).collect();
            tell(subject, lack, &languages, story, sink);
        }
    }
}

fn tell(subject: &Subject<'_>, lack: &Lack<'_>, languages: &[&str], story: Option<String>, sink: &mut Sink) {
    let groups = &subject.strategy.components.agent_groups.content;
    let (Some(group), Some(first)) = (groups.get(lack.group), languages.first()) else { return };
    let (name, rule_name) = (quoted(&group.head.name), quoted(&lack.model.head.name));
    let own = group.head.fact("languages").map_or(group.head.span, |fact| fact.span);
    let later = lack.after.as_ref().map_or_else(String::new, |after| format!("After {after} "));
    let comes = story.unwrap_or_else(|| format!("A customer asks in {first}, Tuesday 10:30"));
    sink.push(
        Diagnostic::new(
            &LINT.finding,
            lack.at,
            format!("{later}{name} gets contacts in {first}, which it does not list."),
        )
        .why(format!("{rule_name} is for {}. {name} lists other languages only.", listed(languages)))
        .story(format!("{comes}. {rule_name} fits, and in {name} nobody is said to understand the question."))
        .see(lack.asked, "the language that is asked for")
        .see(own, "the languages of the group")
        .advise("send them to a group that lists the language")
        .advise(format!("add {first} to the languages of {}, if its people speak it", group.head.name)),
    );
}

fn lacks<'a>(subject: &Subject<'a>) -> Vec<Lack<'a>> {
    let groups = &subject.strategy.components.agent_groups.content;
    let mut found = Vec::new();
    for (rule, model) in numbered(subject).filter(|(_, model)| !model.no_reply_needed) {
        let asked = model.when.iter().find_map(|test| Some((languages(subject.policy, &test.value)?, test.span)));
        let Some((values, asked)) = asked else { continue };
        let first = model.send_to.map(|it| (it.value, it.span, None));
        let later =
            model.steps.iter().map(|step| (step.group.value, step.group.span, Some(step.after.value.to_string())));
        for (id, at, after) in first.into_iter().chain(later) {
            // A group that lists no languages is not known to lack one.
            let Some(group) = groups.get(id).filter(|group| !group.languages.is_empty()) else { continue };
            let speaks = |language: &&u16| group.languages.iter().any(|own| own.value == LanguageId(**language));
            for language in values.iter().filter(|language| !speaks(language)) {
                let (language, after) = (LanguageId(*language), after.clone());
                found.push(Lack { rule, model, asked, language, group: id, at, after });
            }
        }
    }
    found
}

/// The languages that a test asks for, by a named condition too.
fn languages<'p>(policy: &'p Policy, test: &'p Test) -> Option<&'p [u16]> {
    match test {
        Test::Named { axis: NamedAxis::Language, values, negated: false } => Some(values),
        Test::Term { term, negated: false } => policy.term(*term)?.1.iter().find_map(|test| match test {
            Test::Named { axis: NamedAxis::Language, values, negated: false } => Some(values.as_slice()),
            Test::Named { .. } | Test::Number { .. } | Test::Known { .. } | Test::Term { .. } | Test::Desk { .. } => {
                None
            }
        }),
        Test::Named { .. } | Test::Number { .. } | Test::Known { .. } | Test::Term { .. } | Test::Desk { .. } => None,
    }
}

/// For each of them whether a contact in that language really goes by the rule; none where that is not known.
fn contacts(subject: &Subject<'_>, lacks: &[Lack<'_>]) -> Option<Vec<Arrival>> {
    subject.analysis.ok().filter(|_| are_contacts(subject))?;
    let in_use = on_channels(subject, |_, channel| channel.in_use(subject.today));
    let space = Space::about(subject.policy, &[]).ok()?;
    let question = |lack: &Lack<'_>| {
        let spoken = Test::Named { axis: NamedAxis::Language, values: vec![lack.language.0], negated: false };
        Question { rule: lack.rule, tests: vec![in_use.clone(), spoken], answered: true }
    };
    Some(arrivals(&space, &lacks.iter().map(question).collect::<Vec<_>>()))
}

fn spoken(policy: &Policy, language: LanguageId) -> Option<&str> {
    policy.language(language).map(String::as_str)
}
