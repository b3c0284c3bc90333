//! Rules without which every contact would be treated as it is with them.

use crate::analysis::Need;
use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::contests::asking;
use crate::lints::rules::shared::listing::{agreeing, listed};
use crate::source::{Confidence, Diagnostic, Sink};

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("rule-changes-nothing", "R321", Confidence::Sure, include_str!("rule_changes_nothing.md"), check)
        .waiting_for_whole();

/// So many of the rules that do the same are shown beside a rule.
const SHOWN_AT_MOST: usize = 3;

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let policy = subject.policy;
    let Ok(analysis) = subject.analysis else { return };
    if policy.contact_types.is_empty() || policy.channels.is_empty() {
        return;
    }
    let rules = asking(subject);
    for (rule, need) in rules.iter().zip(&analysis.against.needs) {
        let Need::Needless { by, contact } = need else { continue };
        // Whoever says why a rule is there knows that it is.
        if rule.is_explained() {
            continue;
        }
        let by: Vec<_> = by.iter().filter_map(|id| rules.get(id.index())).collect();
        let names = listed(by.iter().map(|rule| rule.written.head.name.as_str()));
        let name = rule.name();
        let mut finding = Diagnostic::new(&LINT.finding, rule.written.head.span, format!("{name} changes nothing."))
            .why(format!(
                "Without it, every contact that it decides goes by {names}, which {} the same with it.",
                agreeing(by.len(), "does", "do")
            ));
        finding.story = contact.as_ref().map(|contact| {
            format!(
                "{}. With {name} and without it, it goes {}.",
                contact.told(policy),
                rule.way(policy, contact.contact_type)
            )
        });
        for other in by.iter().take(SHOWN_AT_MOST) {
            finding = finding.see(other.written.head.span, "this rule does the same");
        }
        sink.push(
            finding
                .advise(format!("remove {name}: nothing changes for any customer"))
                .advise("write what it is to do otherwise, or why it is there, in a line why:"),
        );
    }
}
