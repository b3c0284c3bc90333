//! Rules that do the same and differ in one thing, so that one rule would do.

use crate::analysis::Merge;
use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::contests::{Asking, asking};
use crate::lints::rules::shared::listing::listed;
use crate::policy::{AxisOf, NamedAxis, Policy, Test};
use crate::source::{Confidence, Diagnostic, Sink, quoted};
use crate::strategy::RuleModel;

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("rules-to-merge", "R322", Confidence::Sure, include_str!("rules_to_merge.md"), check)
        .waiting_for_whole();

/// So many of the rules are shown beside the first one.
const SHOWN_AT_MOST: usize = 3;

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let Ok(analysis) = subject.analysis else { return };
    if subject.policy.contact_types.is_empty() || subject.policy.channels.is_empty() {
        return;
    }
    let rules = asking(subject);
    for merge in &analysis.against.merges {
        let all: Vec<&Asking<'_>> = merge.rules.iter().filter_map(|id| rules.get(id.index())).collect();
        // Rules that are told why they are there are not one and the same to their author.
        let kept: Vec<&Asking<'_>> = all.iter().copied().filter(|rule| !rule.is_explained()).collect();
        let merge = Merge { whole: merge.whole && kept.len() == all.len(), ..merge.clone() };
        if let [first, others @ ..] = kept.as_slice()
            && !others.is_empty()
        {
            told(subject.policy, &merge, first, others).into_iter().for_each(|finding| sink.push(finding));
        }
    }
}

fn told(policy: &Policy, merge: &Merge, first: &Asking<'_>, others: &[&Asking<'_>]) -> Option<Diagnostic> {
    let what = what(policy, merge.axis)?;
    let all: Vec<&RuleModel> = [first].into_iter().chain(others.iter().copied()).map(|rule| rule.written).collect();
    let condition = if merge.whole { without(first, merge.axis) } else { joined(&all, merge.axis)? };
    let names = listed(all.iter().map(|rule| rule.head.name.as_str()));
    let (name, removed) = (first.name(), listed(others.iter().map(|rule| rule.written.head.name.as_str())));
    let differ = if merge.whole {
        format!("They do the same, and differ only in {what}, of which together they leave nothing out.")
    } else {
        format!("They do the same, and differ only in {what}.")
    };
    let group = first.group().and_then(|id| policy.group(id));
    let fate = group
        .map_or_else(|| "get no reply".to_owned(), |group| format!("go to {} in the same way", quoted(&group.name)));
    let mut finding = Diagnostic::new(&LINT.finding, first.written.head.span, format!("{names} could be one rule."))
        .why(differ)
        .story(format!(
            "On Tuesday at 10:30 a contact of {name} and one of {} {fate}. Whoever changes one rule has to think of the other.",
            quoted(others.first().map_or("", |rule| rule.written.head.name.as_str()))
        ));
    for other in others.iter().take(SHOWN_AT_MOST) {
        finding = finding.see(other.written.head.span, "this rule can join it");
    }
    let change = match condition.as_str() {
        "" => format!("take the line when: out of {name}"),
        condition => format!("write under {name} the line when: {condition}"),
    };
    Some(finding.advise(format!("{change}\nand remove {removed}")))
}

/// What an axis is about, in words.
fn what(policy: &Policy, of: AxisOf) -> Option<String> {
    Some(match of {
        AxisOf::Named(NamedAxis::Customer) => "the customer".to_owned(),
        AxisOf::Named(NamedAxis::ContactType) => "the contact type".to_owned(),
        AxisOf::Named(NamedAxis::Channel) => "the channel".to_owned(),
        AxisOf::Named(NamedAxis::Language) => "the language".to_owned(),
        AxisOf::Named(NamedAxis::Day) => "the day".to_owned(),
        AxisOf::Named(NamedAxis::Field(field)) | AxisOf::Number(field) => quoted(&policy.field(field)?.name),
        AxisOf::Desk(desk) => format!("whether {} is open", quoted(&policy.desk(desk)?.name)),
        AxisOf::Term(term) => format!("whether the contact is {}", quoted(&policy.term(term)?.0)),
    })
}

/// Whether a test is about an axis.
fn is_about(test: &Test, of: AxisOf) -> bool {
    match test {
        Test::Named { axis, .. } => of == AxisOf::Named(*axis),
        Test::Number { field, .. } => of == AxisOf::Number(*field),
        Test::Known { axis: NamedAxis::Field(field), .. } => {
            of == AxisOf::Number(*field) || of == AxisOf::Named(NamedAxis::Field(*field))
        }
        Test::Known { axis, .. } => of == AxisOf::Named(*axis),
        Test::Term { term, .. } => of == AxisOf::Term(*term),
        Test::Desk { desk, .. } => of == AxisOf::Desk(*desk),
    }
}

/// The tests of a rule as written, each with whether it is about an axis.
fn tests(rule: &RuleModel, of: AxisOf) -> impl Iterator<Item = (bool, &Test, &str)> {
    let condition = rule.condition.as_ref();
    rule.when.iter().map(move |test| {
        (is_about(&test.value, of), &test.value, condition.map_or("", |condition| condition.text_at(test.span)))
    })
}

/// The condition of a rule without what it asks about an axis.
fn without(first: &Asking<'_>, of: AxisOf) -> String {
    let kept = tests(first.written, of).filter(|(about, ..)| !about).map(|(.., text)| text);
    kept.collect::<Vec<_>>().join(" and ")
}

/// The condition of the first rule with the names of all of them; none where they do not just list names.
fn joined(rules: &[&RuleModel], of: AxisOf) -> Option<String> {
    let mut subject = None;
    let mut names: Vec<&str> = Vec::new();
    for rule in rules {
        let mut own = tests(rule, of).filter(|(about, ..)| *about);
        let (Some((_, Test::Named { negated: false, .. }, text)), None) = (own.next(), own.next()) else { return None };
        let (about, list) = text.split_once(" is ")?;
        subject.get_or_insert(about);
        let new = list.split(',').map(str::trim).filter(|name| !name.is_empty());
        for name in new {
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    let list = format!("{} is {}", subject?, names.join(", "));
    let first = rules.first()?;
    let parts = tests(first, of).map(|(about, _, text)| if about { list.as_str() } else { text });
    Some(parts.collect::<Vec<_>>().join(" and "))
}
