//! The order of a base with what an overlay adds and moves: rules and segments are tried from the top.

use std::collections::{BTreeMap, BTreeSet};

use crate::source::{Sink, Spanned};
use crate::strategy::errors;
use crate::strategy::overlay::kind::Order;
use crate::yaml::{Entry, Value};

/// An entry that is added.
pub(super) struct Addition {
    /// The entry.
    pub(super) entry: Entry,
    /// The name of the entry before which it stands, where the overlay says so.
    pub(super) before: Option<Spanned<String>>,
    /// Whether it says itself that it is new. Where it does not, it stands in a section that is new as a whole.
    pub(super) marked: bool,
}

/// Whether an entry takes everything: it has keys, or none at all, and no condition.
fn takes_everything(entry: &Entry, order: Order) -> bool {
    match &entry.value.value {
        Value::Mapping(below) => !below.iter().any(|inner| inner.key.text == order.condition()),
        Value::Empty => true,
        Value::Scalar(_) | Value::Sequence(_) => false,
    }
}

/// Puts additions where they have an effect: just before the last entry that takes everything, which stays the last.
/// An addition that takes everything itself is reported and left out.
pub(super) fn add(kept: Vec<Entry>, additions: Vec<Addition>, order: Order, sink: &mut Sink) -> Vec<Waiting> {
    let mut last = kept.iter().rposition(|entry| takes_everything(entry, order));
    let mut all: Vec<Waiting> = kept.into_iter().map(Waiting::in_place).collect();
    let mut between = Vec::new();
    for addition in additions {
        let everything = addition.marked && takes_everything(&addition.entry, order);
        if everything && let Some(catch_all) = last.and_then(|at| all.get(at)) {
            sink.push(errors::added_without_condition(order.condition(), &addition.entry, &catch_all.entry));
            continue;
        }
        if everything {
            last = Some(all.len());
            all.push(Waiting { entry: addition.entry, before: addition.before });
        } else if addition.marked && last.is_some() {
            between.push(Waiting { entry: addition.entry, before: addition.before });
        } else {
            all.push(Waiting { entry: addition.entry, before: addition.before });
        }
    }
    let at = last.unwrap_or(all.len()).min(all.len());
    all.splice(at..at, between);
    all
}

/// An entry, and the name of the one before which it is to stand.
pub(super) struct Waiting {
    /// The entry.
    pub(super) entry: Entry,
    /// The name.
    pub(super) before: Option<Spanned<String>>,
}

impl Waiting {
    fn in_place(entry: Entry) -> Self {
        Self { entry, before: None }
    }
}

/// Moves entries before those that they name; a name that nothing has is reported, and so are entries that wait for each
/// other. Both stay where they are.
pub(super) fn settle(mut all: Vec<Waiting>, moves: &BTreeMap<String, Spanned<String>>, sink: &mut Sink) -> Vec<Entry> {
    for waiting in &mut all {
        if waiting.before.is_none() {
            waiting.before = moves.get(&waiting.entry.key.text).cloned();
        }
    }
    let mut targets = targets(&all, sink);
    let mut order = order(&targets);
    if order.len() < all.len() {
        let placed: BTreeSet<usize> = order.iter().copied().collect();
        for (at, (target, waiting)) in targets.iter_mut().zip(&all).enumerate() {
            if let Some(before) = waiting.before.as_ref().filter(|_| !placed.contains(&at)) {
                sink.push(errors::before_each_other(&waiting.entry.key.text, before));
                *target = None;
            }
        }
        order = self::order(&targets);
    }
    let mut slots: Vec<Option<Entry>> = all.into_iter().map(|waiting| Some(waiting.entry)).collect();
    order.into_iter().filter_map(|at| slots.get_mut(at).and_then(Option::take)).collect()
}

/// The positions of the entries before which others are to stand.
fn targets(all: &[Waiting], sink: &mut Sink) -> Vec<Option<usize>> {
    let known: BTreeMap<&str, usize> = all.iter().zip(0..).map(|(it, at)| (it.entry.key.text.as_str(), at)).collect();
    let mut targets = Vec::new();
    for (at, waiting) in all.iter().enumerate() {
        let target = waiting.before.as_ref().and_then(|before| {
            let target = known.get(before.value.as_str()).copied();
            if target.is_none() {
                let others =
                    all.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, other)| &other.entry.key);
                let others: Vec<_> = others.map(|name| Spanned::new(name.text.clone(), name.span)).collect();
                sink.push(errors::unknown_place(before, &others));
            }
            target
        });
        targets.push(target);
    }
    targets
}

/// All positions, each behind those that are to stand before it. Positions that wait for each other are left out.
fn order(targets: &[Option<usize>]) -> Vec<usize> {
    let mut waiting: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, target) in targets.iter().enumerate() {
        if let Some(target) = target {
            waiting.entry(*target).or_default().push(at);
        }
    }
    let mut order = Vec::new();
    for (at, _) in targets.iter().enumerate().filter(|(_, target)| target.is_none()) {
        let mut stack = vec![at];
        while let Some(next) = stack.pop() {
            match waiting.remove(&next) {
                Some(first) => {
                    stack.push(next);
                    stack.extend(first.into_iter().rev());
                }
                None => order.push(next),
            }
        }
    }
    order
}
