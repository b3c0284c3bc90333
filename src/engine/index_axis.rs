//! One axis of the index: cells that the rules cannot tell apart, or that share a row to save room, are one class.

use std::collections::{BTreeMap, BTreeSet};

use crate::engine::bits::WORD_RULES;
use crate::policy::{Axis, AxisOf, Side};

/// An axis cut into classes, with the rules that accept each.
#[derive(Debug)]
pub(crate) struct AxisClasses {
    /// The axis; of numbers, with fewer cuts where there are too many.
    pub(crate) axis: Axis,
    /// The class of each cell of `axis`.
    pub(crate) class_of: Vec<u32>,
    /// By class: a bit for each rule that accepts a cell of it.
    pub(crate) rows: Vec<Vec<u64>>,
    /// Whether rules can tell apart what lies in one class, so that a rule must be looked at before it counts.
    pub(crate) coarse: bool,
}

/// Cells taken together. A group is a class as long as no other has the same row.
struct Groups {
    axis: Axis,
    /// How many cells of the axis as it was are one piece of `axis`; on an axis of names, one.
    every: u32,
    /// By cell of `axis`.
    group_of: Vec<u32>,
    /// By group: whether rules can tell its cells apart.
    coarse: Vec<bool>,
}

impl Groups {
    fn new(axis: &Axis, sides: &[(usize, &Side)], most: u32) -> Self {
        match axis.of {
            AxisOf::Number(_) => Self::of_numbers(axis, most),
            AxisOf::Named(_) | AxisOf::Desk(_) | AxisOf::Term(_) => Self::of_names(axis, sides, most),
        }
    }

    fn of_numbers(axis: &Axis, most: u32) -> Self {
        let pieces = axis.cells.saturating_sub(2);
        let every = pieces.div_ceil(most.max(1)).max(1);
        let axis = axis.coarser(every);
        let pieces = axis.cells.saturating_sub(2);
        let coarse = (0..axis.cells).map(|cell| every > 1 && cell < pieces).collect();
        Self { group_of: (0..axis.cells).collect(), every, axis, coarse }
    }

    /// The names that no rule speaks of are one group, and so are those of a stretch where there are too many.
    fn of_names(axis: &Axis, sides: &[(usize, &Side)], most: u32) -> Self {
        let listed = sides.iter().flat_map(|(_, side)| match side {
            Side::Only(cells) | Side::Except(cells) => cells.as_slice(),
            Side::Span(..) => &[],
        });
        let mut listed: Vec<u32> = listed.copied().filter(|cell| *cell < axis.cells).collect();
        listed.sort_unstable();
        listed.dedup();
        let unknown = axis.unknown();
        let named = listed.partition_point(|cell| *cell < unknown);
        let every = named.div_ceil(usize::try_from(most.max(1)).unwrap_or(usize::MAX)).max(1);
        let mut group_of = vec![0; usize::try_from(axis.cells).unwrap_or(0)];
        let mut coarse = vec![false];
        let (named, rest) = listed.split_at_checked(named).unwrap_or_default();
        for cells in named.chunks(every).chain(rest.chunks(1)) {
            let group = u32::try_from(coarse.len()).unwrap_or(u32::MAX);
            coarse.push(cells.len() > 1);
            for cell in cells {
                if let Some(slot) = usize::try_from(*cell).ok().and_then(|cell| group_of.get_mut(cell)) {
                    *slot = group;
                }
            }
        }
        Self { axis: axis.clone(), every: 1, group_of, coarse }
    }

    /// The group of a cell of the axis as it was.
    fn of(&self, before: &Axis, cell: u32) -> usize {
        let cell = match axis_end(before, cell) {
            Some(end) => self.axis.cells.saturating_sub(end),
            None => cell / self.every,
        };
        let group = usize::try_from(cell).ok().and_then(|cell| self.group_of.get(cell));
        group.map_or(usize::MAX, |group| usize::try_from(*group).unwrap_or(usize::MAX))
    }

    /// The rules that accept a cell of each group. `base` are those that do not speak of the axis.
    fn rows(&self, before: &Axis, sides: &[(usize, &Side)], mut base: Vec<u64>) -> Vec<Vec<u64>> {
        for (rule, side) in sides {
            if matches!(side, Side::Except(_)) {
                set(&mut base, *rule);
            }
        }
        let mut rows = vec![base; self.coarse.len()];
        let is_coarse = |group: usize| self.coarse.get(group).copied().unwrap_or(true);
        for (rule, side) in sides {
            match side {
                Side::Only(cells) => {
                    for cell in cells {
                        rows.get_mut(self.of(before, *cell)).into_iter().for_each(|row| set(row, *rule));
                    }
                }
                Side::Except(cells) => {
                    for group in cells.iter().map(|cell| self.of(before, *cell)).filter(|group| !is_coarse(*group)) {
                        rows.get_mut(group).into_iter().for_each(|row| clear(row, *rule));
                    }
                }
                Side::Span(from, to) if from <= to => {
                    let groups = self.of(before, *from)..=self.of(before, *to);
                    rows.get_mut(groups).into_iter().flatten().for_each(|row| set(row, *rule));
                }
                Side::Span(..) => {}
            }
        }
        rows
    }
}

/// On an axis of numbers, how far from its end a cell lies that is no piece.
fn axis_end(axis: &Axis, cell: u32) -> Option<u32> {
    match axis.of {
        AxisOf::Number(_) if cell >= axis.other() => Some(axis.cells.saturating_sub(cell)),
        AxisOf::Number(_) | AxisOf::Named(_) | AxisOf::Desk(_) | AxisOf::Term(_) => None,
    }
}

fn bit(row: &mut [u64], rule: usize) -> Option<(&mut u64, u64)> {
    row.get_mut(rule / WORD_RULES).map(|word| (word, 1 << (rule % WORD_RULES)))
}

fn set(row: &mut [u64], rule: usize) {
    if let Some((word, bit)) = bit(row, rule) {
        *word |= bit;
    }
}

fn clear(row: &mut [u64], rule: usize) {
    if let Some((word, bit)) = bit(row, rule) {
        *word &= !bit;
    }
}

/// A row in which every rule accepts.
fn all(rules: usize) -> Vec<u64> {
    let mut row = vec![0; rules.div_ceil(WORD_RULES)];
    (0..rules).for_each(|rule| set(&mut row, rule));
    row
}

impl AxisClasses {
    /// Whether every rule accepts every cell.
    pub(crate) fn says_nothing(&self, rules: usize) -> bool {
        self.rows.len() == 1 && self.rows.first() == Some(&all(rules))
    }

    /// The classes of an axis, some `most` of them, for rules that have these sides on it.
    pub(crate) fn new(axis: &Axis, sides: &[(usize, &Side)], rules: usize, most: u32) -> Self {
        let groups = Groups::new(axis, sides, most);
        let mut base = all(rules);
        sides.iter().for_each(|(rule, _)| clear(&mut base, *rule));
        let mut classes: BTreeMap<Vec<u64>, u32> = BTreeMap::new();
        let mut class_of_group = Vec::new();
        let in_use: BTreeSet<u32> = groups.group_of.iter().copied().collect();
        for (group, row) in (0..).zip(groups.rows(axis, sides, base)) {
            let next = u32::try_from(classes.len()).unwrap_or(u32::MAX);
            let class = if in_use.contains(&group) { *classes.entry(row).or_insert(next) } else { 0 };
            class_of_group.push(class);
        }
        let class = |group: &u32| {
            usize::try_from(*group).ok().and_then(|group| class_of_group.get(group)).copied().unwrap_or_default()
        };
        let mut rows: Vec<_> = classes.into_iter().collect();
        rows.sort_unstable_by_key(|(_, class)| *class);
        Self {
            class_of: groups.group_of.iter().map(class).collect(),
            rows: rows.into_iter().map(|(row, _)| row).collect(),
            coarse: groups.coarse.contains(&true),
            axis: groups.axis,
        }
    }
}
