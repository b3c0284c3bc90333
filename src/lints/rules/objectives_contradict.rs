//! Two objectives for the same contacts that say different things.

use std::collections::BTreeMap;

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::columns::one_channel;
use crate::lints::rules::shared::telling::contact;
use crate::policy::{
    ChannelSet, Clause, ContactTypeId, LanguageId, Level, NamedObjective, ObjectiveKind, Promise, SeasonId, SegmentId,
};
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};
use crate::strategy::ObjectiveModel;

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "objectives-contradict",
    "S317",
    Severity::Must,
    Confidence::Sure,
    include_str!("objectives_contradict.md"),
    check,
);

/// What an objective measures, for whom, and who demands it. An internal objective may be stricter than the published
/// one, so objectives of different levels do not contradict each other.
type About =
    (ObjectiveKind, Level, Vec<ContactTypeId>, Vec<ChannelSet>, Vec<SegmentId>, Vec<LanguageId>, Option<SeasonId>);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let also = &subject.strategy.components.service_levels.content.also;
    let readable = also.iter().filter(|one| !one.incomplete && one.kind.is_some());
    let running = subject.policy.objectives.iter().filter(|one| !one.by_business_unit);
    let mut first: BTreeMap<About, (&ObjectiveModel, &NamedObjective)> = BTreeMap::new();
    for (model, run) in readable.zip(running) {
        let Some((earlier, other)) = first.get(&about(run)) else {
            first.insert(about(run), (model, run));
            continue;
        };
        let (Some(target), Some(before)) = (&model.target, &earlier.target) else { continue };
        // Objectives that are counted differently measure different things.
        if run.counting != other.counting || !clash(&before.value, &target.value) {
            continue;
        }
        let (name, other_name) = (quoted(&model.head.name), quoted(&earlier.head.name));
        let channel = run.channels.first().and_then(|set| one_channel(subject.policy, *set));
        let what = contact(subject.policy, run.contact_types.first().copied(), channel, run.segments.first().copied());
        sink.push(
            Diagnostic::new(&LINT.finding, target.span, format!("{name} and {other_name} contradict each other."))
                .why(format!(
                    "Both are the {} of the same contacts: {} and {}.",
                    run.kind.word(),
                    quoted(&before.value.written),
                    quoted(&target.value.written)
                ))
                .story(format!(
                    "{what} comes on Tuesday at 10:30. By one line the promise to this customer can be kept while by \
                     the other it is broken."
                ))
                .see(before.span, "the other one")
                .advise("keep the one that holds")
                .advise("say which contacts each of them is for, or when its clock starts and stops"),
        );
    }
}

fn about(run: &NamedObjective) -> About {
    fn sorted<T: Ord + Clone>(list: &[T]) -> Vec<T> {
        let mut list = list.to_vec();
        list.sort_unstable();
        list.dedup();
        list
    }
    (
        run.kind,
        run.level,
        sorted(&run.contact_types),
        sorted(&run.channels),
        sorted(&run.segments),
        sorted(&run.languages),
        run.season,
    )
}

/// Whether two targets cannot both be meant: another time for the same share, or another share for the same time. Both
/// different can be two steps of one ladder.
fn clash(one: &Promise, other: &Promise) -> bool {
    one.clauses.iter().any(|first| other.clauses.iter().any(|second| clauses_clash(*first, *second)))
}

fn clauses_clash(first: Clause, second: Clause) -> bool {
    match (first, second) {
        (Clause::Point { share, deadline, .. }, Clause::Point { share: other_share, deadline: other_deadline, .. }) => {
            (share == other_share) != (deadline == other_deadline)
        }
        (Clause::Average(time), Clause::Average(other)) => time != other,
        (Clause::Busy { at_most }, Clause::Busy { at_most: other }) => at_most != other,
        (Clause::Abandoned { at_most, after }, Clause::Abandoned { at_most: other, after: other_after }) => {
            after == other_after && at_most != other
        }
        (Clause::Over { fewer_than, over }, Clause::Over { fewer_than: other, over: other_over }) => {
            (fewer_than == other) != (over == other_over)
        }
        (
            Clause::Point { .. }
            | Clause::Average(_)
            | Clause::Abandoned { .. }
            | Clause::Busy { .. }
            | Clause::Over { .. },
            _,
        ) => false,
    }
}
