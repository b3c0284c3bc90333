//! A guarantee that does not hold for every contact.

use crate::analysis::{Counterexample, Verdict, claim_in_words};
use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::guaranteed::guaranteed;
use crate::lints::rules::shared::same_rules::{no_catch_all, running};
use crate::policy::{Claim, Policy, RuleId};
use crate::source::{Confidence, Diagnostic, Severity, Sink, Span, quoted};
use crate::strategy::{GuaranteeModel, RuleModel};

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "guarantee-fails",
    "F326",
    Severity::Must,
    Confidence::Sure,
    include_str!("guarantee_fails.md"),
    check,
)
.waiting_for_whole();

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let no_catch_all = no_catch_all(&subject.strategy.components.routing.content.rules);
    for (model, _, verdict) in guaranteed(subject) {
        let Ok(Verdict::Fails(example)) = verdict else { continue };
        // That no rule fits is told of the rules, or of routing that is missing.
        if hangs_on_the_rule(&example.claim) && example.rule.is_none() && no_catch_all {
            sink.withhold();
        } else {
            sink.push(told(subject, model, example));
        }
    }
}

fn hangs_on_the_rule(claim: &Claim) -> bool {
    match claim {
        Claim::SentTo(_)
        | Claim::AnsweredBy(_)
        | Claim::Reaches(_)
        | Claim::PriorityAtLeast(_)
        | Claim::SomebodyAnswers => true,
        Claim::PromiseAtMost(_) | Claim::PromiseAtMostTheSame => false,
    }
}

fn told(subject: &Subject<'_>, model: &GuaranteeModel, example: &Counterexample) -> Diagnostic {
    let policy = subject.policy;
    let headline = format!("The guarantee {} does not hold.", quoted(&model.head.name));
    let mut finding = Diagnostic::new(&LINT.finding, place(policy, model, example), headline)
        .why("One contact breaks it. Whether it holds for all others is proven once this is put right.")
        .story(example.told(policy));
    let rule = example.rule.and_then(|rule| written(subject, rule));
    let hangs = hangs_on_the_rule(&example.claim);
    if let Some(rule) = rule.filter(|_| hangs) {
        finding = finding.see(rule.head.span, "the rule that decides it");
    }
    finding
        .advise(put_right(rule.filter(|_| hangs)))
        .advise("if the strategy is right, write a guarantee that it keeps")
}

/// The claim where it stands in its line; else the line.
fn place(policy: &Policy, model: &GuaranteeModel, example: &Counterexample) -> Span {
    let label = if example.never { "never" } else { "always" };
    let Some(fact) = model.head.fact(label) else { return model.head.span };
    let claim = claim_in_words(policy, &example.claim);
    let range = fact.span.range();
    let found = fact.text.find(&claim).filter(|_| range.len() == fact.text.len());
    found.map_or(fact.span, |at| Span::new(fact.span.source, range.start + at, range.start + at + claim.len()))
}

/// The rule as written. Rules without a meaning do not run.
fn written<'a>(subject: &Subject<'a>, rule: RuleId) -> Option<&'a RuleModel> {
    running(&subject.strategy.components.routing.content.rules).nth(rule.index())
}

fn put_right(rule: Option<&RuleModel>) -> String {
    match rule {
        Some(rule) => format!("correct {}, or put another rule before it", quoted(&rule.head.name)),
        None => "promise such contacts what the guarantee says".to_owned(),
    }
}
