//! How the index is laid out: into which classes each axis falls, and which axes are looked up together.

use crate::engine::bits::{BLOCK_RULES, RowStore, WORD_RULES};
use crate::engine::index_axis::AxisClasses;
use crate::policy::{Axes, Axis, AxisOf, Known, Policy, Region, Side, Test};

/// Rows take no more bytes, as long as every axis has a few classes.
pub(crate) const ROOM: usize = 4 << 20;

/// The least number of classes of an axis, where there is little room.
const FEW: usize = 4;

/// Numbers are cut into no more pieces where rows are long: finding the piece takes longer than looking at a rule again.
const PIECES: usize = 64;

/// So many combinations of classes make a table at most.
const COMBINATIONS: usize = 512;

/// Axes looked up together: one row for each combination of their classes.
#[derive(Debug)]
pub(crate) struct Table {
    /// Its axes.
    pub(crate) axes: Vec<Lookup>,
    /// By combination: the number of its row.
    pub(crate) rows: Vec<u32>,
}

/// One axis of a table.
#[derive(Debug)]
pub(crate) struct Lookup {
    axis: Axis,
    /// By cell: its class times the step of the axis in the table.
    at: Vec<usize>,
}

impl Lookup {
    /// What a contact adds to the number of the combination.
    pub(crate) fn of(&self, known: &impl Known) -> usize {
        let cell = usize::try_from(self.axis.cell(known)).unwrap_or(usize::MAX);
        self.at.get(cell).copied().unwrap_or(usize::MAX / BLOCK_RULES)
    }
}

/// The classes of each axis on which rules differ.
pub(crate) fn classes(policy: &Policy, axes: &Axes) -> Vec<AxisClasses> {
    // INVARIANT: the axes are those of the rules, so that every rule has a region.
    let regions: Vec<Region> =
        policy.rules.iter().map(|rule| axes.region(policy, &rule.tests).unwrap_or_default()).collect();
    let mut sides: Vec<Vec<(usize, &Side)>> = vec![Vec::new(); axes.list().len()];
    for (rule, region) in regions.iter().enumerate() {
        for (place, side) in region {
            sides.get_mut(*place).into_iter().for_each(|sides| sides.push((rule, side)));
        }
    }
    let rules = regions.len();
    let room = (ROOM / row_bytes(rules) / axes.list().len().max(1)).max(FEW);
    let most = |axis: &Axis| match axis.of {
        AxisOf::Number(_) if rules > WORD_RULES => room.min(PIECES),
        AxisOf::Number(_) | AxisOf::Named(_) | AxisOf::Desk(_) | AxisOf::Term(_) => room,
    };
    let classes = axes.list().iter().zip(&sides).map(|(axis, sides)| {
        let most = u32::try_from(most(axis)).unwrap_or(u32::MAX);
        AxisClasses::new(axis, sides, rules, most)
    });
    classes.filter(|axis| !axis.says_nothing(rules)).collect()
}

/// By rule: its tests on some axes.
pub(crate) fn checks(policy: &Policy, axes: &Axes, on: &[AxisOf]) -> Vec<Vec<Test>> {
    let is_on = |test: &&Test| {
        let region = axes.region(policy, std::slice::from_ref(*test)).unwrap_or_default();
        let mut places = region.iter().filter_map(|(place, _)| axes.list().get(*place));
        places.any(|axis| on.contains(&axis.of))
    };
    policy.rules.iter().map(|rule| rule.tests.iter().filter(is_on).cloned().collect()).collect()
}

/// Packs axes into few tables: those with many classes first, each into the first table that has room for it.
pub(crate) fn tables(mut classes: Vec<AxisClasses>, rules: usize, store: &mut RowStore) -> Vec<Table> {
    classes.sort_by_key(|axis| std::cmp::Reverse(axis.rows.len()));
    let room = ROOM / row_bytes(rules);
    let mut taken: usize = classes.iter().map(|axis| axis.rows.len()).sum();
    let mut packs: Vec<(usize, Vec<AxisClasses>)> = Vec::new();
    for axis in classes {
        let size = axis.rows.len();
        let more = |combinations: usize| (combinations * size).saturating_sub(combinations + size);
        let fits = |combinations: usize| combinations * size <= COMBINATIONS && taken + more(combinations) <= room;
        match packs.iter_mut().find(|(combinations, _)| fits(*combinations)) {
            Some((combinations, axes)) => {
                taken += more(*combinations);
                *combinations *= size;
                axes.push(axis);
            }
            None => packs.push((size, vec![axis])),
        }
    }
    packs.into_iter().map(|(_, axes)| table(axes, store)).collect()
}

fn table(axes: Vec<AxisClasses>, store: &mut RowStore) -> Table {
    let mut rows: Vec<Vec<u64>> = Vec::new();
    let mut lookups = Vec::new();
    for axis in axes {
        let step = rows.len().max(1);
        rows = if rows.is_empty() {
            axis.rows
        } else {
            axis.rows.iter().flat_map(|class| rows.iter().map(|row| both(class, row))).collect()
        };
        let at = axis.class_of.iter().map(|class| usize::try_from(*class).unwrap_or_default() * step).collect();
        lookups.push(Lookup { axis: axis.axis, at });
    }
    Table { axes: lookups, rows: rows.into_iter().map(|row| store.number(row)).collect() }
}

fn both(one: &[u64], other: &[u64]) -> Vec<u64> {
    one.iter().zip(other).map(|(one, other)| one & other).collect()
}

/// How many bytes a row of so many rules takes.
fn row_bytes(rules: usize) -> usize {
    if rules <= WORD_RULES { WORD_RULES / 8 } else { rules.div_ceil(BLOCK_RULES) * BLOCK_RULES / 8 }
}
