//! Rules of whose contacts earlier and broader rules take some that the author certainly had in mind.

use std::collections::BTreeMap;

use crate::analysis::{Analysis, Contest, Contested, Space, Verdict, Witness, contested};
use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::contests::{Asking, Loss, asking, loss, not_answered, of_types, pair};
use crate::lints::rules::shared::listing::{agreeing, listed};
use crate::policy::{Policy, RuleId};
use crate::source::{Confidence, Diagnostic, Severity, Sink};

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "rule-partly-taken",
    "R323",
    Severity::Should,
    Confidence::Likely,
    include_str!("rule_partly_taken.md"),
    check,
)
.waiting_for_whole();

/// So many pairs of rules are looked at; nobody reads the stories of more.
const PAIRS_AT_MOST: usize = 100;
/// So many stories are of the simplest contact.
const STORIES_AT_MOST: usize = 20;
/// So many of the rules that take its contacts are shown beside a rule.
const SHOWN_AT_MOST: usize = 3;

/// What an earlier rule takes, and a contact that shows it.
type Taken<'r, 'a> = (&'r Asking<'a>, Loss, Witness);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let policy = subject.policy;
    let Ok(analysis) = subject.analysis else { return };
    let rules = asking(subject);
    let candidates = analysis.against.overlaps.pairs.iter().filter_map(|ids| {
        let (earlier, later) = pair(&rules, *ids)?;
        Some((*ids, loss(policy, earlier, later)?))
    });
    let candidates: Vec<((RuleId, RuleId), Loss)> = candidates.take(PAIRS_AT_MOST).collect();
    if candidates.is_empty() {
        return;
    }
    let Ok(space) = Space::new(policy, &[]) else { return };
    let question = |((earlier, later), loss): &((RuleId, RuleId), Loss)| {
        let (Loss::Critical(types) | Loss::Priority(types)) = loss;
        Contest { earlier: *earlier, later: *later, also: vec![of_types(types)] }
    };
    let asked: Vec<Contest> = candidates.iter().map(question).collect();
    let mut found: BTreeMap<RuleId, Vec<Taken<'_, '_>>> = BTreeMap::new();
    for ((ids, loss), answer) in
        candidates.into_iter().zip(contested(&space, &not_answered(subject), &asked, STORIES_AT_MOST))
    {
        if let (Contested::By(contact), Some((earlier, _))) = (answer, pair(&rules, ids)) {
            if breaks_a_guarantee(analysis, ids.0) {
                sink.withhold();
                continue;
            }
            found.entry(ids.1).or_default().push((earlier, loss, *contact));
        }
    }
    for (later, taken) in found {
        if let (Some(later), [first, ..]) = (rules.get(later.index()), taken.as_slice()) {
            sink.push(told(policy, later, first, &taken));
        }
    }
}

/// Whether a rule is told of a guarantee that does not hold: what it takes is then the same cause.
fn breaks_a_guarantee(analysis: &Analysis, rule: RuleId) -> bool {
    analysis.verdicts.iter().any(|verdict| match verdict {
        Verdict::Fails(example) => example.rule == Some(rule),
        Verdict::Holds | Verdict::AboutNobody | Verdict::HangsOnHours(_) | Verdict::Unknown => false,
    })
}

fn told(policy: &Policy, later: &Asking<'_>, first: &Taken<'_, '_>, taken: &[Taken<'_, '_>]) -> Diagnostic {
    let (earlier, loss, contact) = first;
    let (name, above) = (later.name(), earlier.name());
    let names = listed(taken.iter().map(|(rule, ..)| rule.written.head.name.as_str()));
    let (comes, takes) = (agreeing(taken.len(), "comes", "come"), agreeing(taken.len(), "takes", "take"));
    let (headline, why) = match loss {
        Loss::Critical(_) => (
            format!("Some critical contacts that {name} names go to another group."),
            format!(
                "{names} {comes} before it and {takes} them, whatever they are about. The first rule that fits wins."
            ),
        ),
        Loss::Priority(_) => (
            format!("Some customers that {name} names do not get its priority."),
            format!("{names} {comes} before it and {takes} them, whoever asks. The first rule that fits wins."),
        ),
    };
    let mut finding = Diagnostic::new(&LINT.finding, later.written.head.span, headline).why(why).story(format!(
        "{}. It goes by {above} {}; {name} would send it {}.",
        contact.told(policy),
        earlier.way(policy, contact.contact_type),
        later.way(policy, contact.contact_type)
    ));
    for (rule, ..) in taken.iter().take(SHOWN_AT_MOST) {
        finding = finding.see(rule.written.head.span, "this rule takes them first");
    }
    finding
        .advise(format!("move {name} above {above}"))
        .advise(format!("where this is meant, say so below {above} in a line why:"))
}
