//! Rules that compete for the same contacts, neither a special case of the other, so that only their order decides.

use crate::analysis::{Contest, Contested, Need, Space, Witness, contested};
use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::contests::{Asking, asking, loss, not_answered, of_types, pair};
use crate::lints::rules::shared::listing::counted;
use crate::policy::{AxisOf, ContactTypeId, Gravity, NamedAxis, Policy, RuleId, Test};
use crate::source::{Confidence, Diagnostic, Sink};

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("order-decides", "R324", Confidence::Likely, include_str!("order_decides.md"), check)
        .waiting_for_whole();

/// So many pairs of rules are asked about; what is beyond is not counted.
const PAIRS_AT_MOST: usize = 60;
/// So many pairs are shown beside the first one.
const SHOWN_AT_MOST: usize = 3;

/// How much a reader wants to know of a pair, the most first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Interest {
    /// Both name the same thing in a list.
    NamedTwice,
    /// The contact goes to another group.
    Group,
    /// It waits longer, or not as long.
    Priority,
    /// It may reach somebody who cannot do what the later rule asks for.
    Skill,
}

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let policy = subject.policy;
    let Ok(analysis) = subject.analysis else { return };
    let rules = asking(subject);
    let needed = |id: RuleId| analysis.against.needs.get(id.index()) == Some(&Need::Needed);
    let interesting = |ids: &(RuleId, RuleId)| {
        let (earlier, later) = pair(&rules, *ids)?;
        let (interest, types) = interest(policy, earlier, later)?;
        let minds = needed(ids.0) && needed(ids.1) && loss(policy, earlier, later).is_none();
        minds.then_some((interest, *ids, types))
    };
    let mut candidates: Vec<_> = analysis.against.overlaps.pairs.iter().filter_map(interesting).collect();
    candidates.sort();
    candidates.truncate(PAIRS_AT_MOST);
    if candidates.is_empty() {
        return;
    }
    let Ok(space) = Space::new(policy, &[]) else { return };
    let asked: Vec<Contest> = candidates
        .iter()
        .map(|(_, (earlier, later), types)| Contest {
            earlier: *earlier,
            later: *later,
            also: types.iter().map(|types| of_types(types)).collect(),
        })
        .collect();
    let answers = contested(&space, &not_answered(subject), &asked, 1);
    let found: Vec<_> = candidates
        .iter()
        .zip(answers)
        .filter_map(|((_, ids, _), answer)| match answer {
            Contested::By(contact) => pair(&rules, *ids).map(|(earlier, later)| (earlier, later, contact)),
            Contested::No | Contested::Unknown => None,
        })
        .collect();
    if let [(earlier, later, contact), others @ ..] = found.as_slice() {
        let others: Vec<_> = others.iter().map(|(earlier, later, _)| (*earlier, *later)).collect();
        sink.push(told(policy, earlier, later, contact, &others));
    }
}

/// What is interesting about a pair, and the contact types for which it is so, where it is not so for all. None where the
/// order of the two is what anybody would choose.
fn interest(
    policy: &Policy,
    earlier: &Asking<'_>,
    later: &Asking<'_>,
) -> Option<(Interest, Option<Vec<ContactTypeId>>)> {
    let explained = earlier.is_explained() || later.is_explained();
    // What is grave, what comes at night and what is answered at all go before the rest.
    let graded = earlier.graded(policy);
    let grave = |gravity: Gravity| matches!(gravity, Gravity::Critical | Gravity::High);
    let grave_first = !graded.is_empty() && graded.iter().all(|(_, gravity)| grave(*gravity));
    let usual = grave_first || earlier.asks_when() || later.asks_when() || later.group().is_none();
    // Whoever asks for more things is the more special one, and comes first.
    if explained || usual || earlier.axes.len() > later.axes.len() {
        return None;
    }
    let differs = differs(policy, earlier, later)?;
    if named_twice(earlier, later) {
        return Some((Interest::NamedTwice, differs.1));
    }
    (!later.axes.is_subset(&earlier.axes)).then_some(differs)
}

fn differs(
    policy: &Policy,
    earlier: &Asking<'_>,
    later: &Asking<'_>,
) -> Option<(Interest, Option<Vec<ContactTypeId>>)> {
    if earlier.group() != later.group() {
        return Some((Interest::Group, None));
    }
    let types = (0u16..).map(ContactTypeId).take(policy.contact_types.len());
    let named = |rule: &Asking<'_>, id: ContactTypeId| rule.types.is_empty() || rule.types.contains(&id.0);
    let of_both = types.filter(|id| named(earlier, *id) && named(later, *id));
    let apart: Vec<ContactTypeId> =
        of_both.filter(|id| earlier.priority(policy, *id) != later.priority(policy, *id)).collect();
    if !apart.is_empty() {
        return Some((Interest::Priority, Some(apart)));
    }
    let had = &earlier.run.action.needs;
    let lost = later.run.action.needs.iter().any(|skill| !had.contains(skill));
    lost.then_some((Interest::Skill, None))
}

/// Whether both ask for the same things, and for one of them both list a name, beside others that the other one does not
/// list.
fn named_twice(earlier: &Asking<'_>, later: &Asking<'_>) -> bool {
    let lists = |rule: &Asking<'_>, wanted: NamedAxis| {
        let condition = rule.written.condition.as_ref();
        let mut own = rule.written.when.iter().filter_map(|test| match &test.value {
            Test::Named { axis, negated: false, .. } if *axis == wanted => {
                condition.map(|text| text.text_at(test.span))
            }
            Test::Named { .. } | Test::Number { .. } | Test::Known { .. } | Test::Term { .. } | Test::Desk { .. } => {
                None
            }
        });
        own.next().map_or_else(Vec::new, names)
    };
    let both = earlier.axes.iter().filter_map(|of| match of {
        AxisOf::Named(axis) => Some(*axis),
        AxisOf::Number(_) | AxisOf::Desk(_) | AxisOf::Term(_) => None,
    });
    earlier.axes == later.axes
        && both.into_iter().any(|axis| {
            let (one, two) = (lists(earlier, axis), lists(later, axis));
            let of_both = |from: &[String], to: &[String]| from.iter().filter(|name| to.contains(name)).count();
            of_both(&one, &two) > 0 && of_both(&one, &two) < one.len() && of_both(&two, &one) < two.len()
        })
}

/// The names that a test lists as they are written.
fn names(test: &str) -> Vec<String> {
    let list = test.split_once(" is ").map_or("", |(_, list)| list);
    list.split(',').map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect()
}

fn told(
    policy: &Policy,
    earlier: &Asking<'_>,
    later: &Asking<'_>,
    contact: &Witness,
    others: &[(&Asking<'_>, &Asking<'_>)],
) -> Diagnostic {
    let (one, two) = (earlier.name(), later.name());
    let headline = match others.len() {
        0 => format!("Only their order decides between {one} and {two}."),
        more => format!("Only the order of rules decides about some contacts, in {} cases.", more + 1),
    };
    let named = others.iter().map(|(earlier, later)| format!("{} before {}", earlier.name(), later.name()));
    let more = if others.is_empty() { String::new() } else { format!(" The same holds for {}.", counted(named)) };
    let mut finding = Diagnostic::new(&LINT.finding, later.written.head.span, headline)
        .why(format!(
            "{one} comes before {two} and takes contacts that fit both. Neither is the more special one.{more}"
        ))
        .story(format!(
            "{}. It goes by {one} {}; {two} would send it {}.",
            contact.told(policy),
            earlier.way(policy, contact.contact_type),
            later.way(policy, contact.contact_type)
        ))
        .see(earlier.written.head.span, "this rule comes first");
    let mut second: Vec<_> = others.iter().map(|(_, later)| later.written.head.span).collect();
    second.sort_unstable();
    second.dedup();
    for span in second.into_iter().filter(|span| *span != later.written.head.span).take(SHOWN_AT_MOST) {
        finding = finding.see(span, "another rule that comes second");
    }
    finding
        .advise("write a rule for the contacts that fit both, above the two")
        .advise(format!("where the order is meant, say so below {one} in a line why:"))
}
