//! How the index is laid out: into which classes each axis falls, and which axes are looked up together.

use crate::engine::bits::{Rows, WORD_RULES};
use crate::engine::index_axis::AxisClasses;
use crate::policy::{Axes, Axis, AxisOf, Decimal, DeskId, FieldId, NamedAxis, Policy, Region, Side, TermId};

/// Rows take no more bytes, as long as every axis has a few classes.
pub(crate) const ROOM: usize = 4 << 20;

/// The least number of classes of an axis, where there is little room.
const FEW: usize = 4;

/// Numbers are cut into no more pieces where rows are long: finding the piece takes longer than looking at a rule again.
const PIECES: usize = 32;

/// So many combinations of classes make a table at most.
const COMBINATIONS: usize = 672;

/// Where the contacts of a policy are looked up.
#[derive(Debug, Default)]
pub(crate) struct Layout {
    /// By table: the number of its first row.
    pub(crate) tables: Vec<u32>,
    /// The axes of names.
    pub(crate) named: Vec<(NamedAxis, Lookup)>,
    /// The axes of numbers, with the least number of each piece but the first.
    pub(crate) numbers: Vec<(FieldId, Vec<Decimal>, Lookup)>,
    /// The desks.
    pub(crate) desks: Vec<(DeskId, Lookup)>,
    /// The named conditions.
    pub(crate) terms: Vec<(TermId, Lookup)>,
}

/// How an axis is looked up.
#[derive(Debug)]
pub(crate) struct Lookup {
    /// Its table.
    pub(crate) table: usize,
    /// By cell: how many row numbers its class lies from the first of the axis. The last two are those of other values and of those that
    /// are not known.
    pub(crate) at: Vec<u32>,
    /// Whether some cells share a row that rules can tell apart.
    pub(crate) coarse: bool,
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
    let room = (ROOM / Rows::row_bytes(rules).max(1) / axes.list().len().max(1)).max(FEW);
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

impl Layout {
    /// Packs axes into few tables: those with many classes first, each into the first table that has room for it.
    pub(crate) fn new(mut classes: Vec<AxisClasses>, rules: usize, store: &mut Rows) -> Self {
        classes.sort_by_key(|axis| std::cmp::Reverse(axis.rows.len()));
        let room = ROOM / Rows::row_bytes(rules).max(1);
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
        let mut layout = Self::default();
        packs.into_iter().for_each(|(_, axes)| layout.table(axes, store));
        layout
    }

    fn table(&mut self, axes: Vec<AxisClasses>, store: &mut Rows) {
        let mut rows: Vec<Vec<u64>> = Vec::new();
        for axis in axes {
            let step = u32::try_from(rows.len().max(1) * store.stride()).unwrap_or(u32::MAX);
            rows = if rows.is_empty() {
                axis.rows
            } else {
                axis.rows.iter().flat_map(|class| rows.iter().map(|row| both(class, row))).collect()
            };
            let at = axis.class_of.iter().map(|class| class * step).collect();
            let lookup = Lookup { table: self.tables.len(), at, coarse: axis.coarse };
            match axis.axis.of {
                AxisOf::Named(named) => self.named.push((named, lookup)),
                AxisOf::Number(field) => self.numbers.push((field, axis.axis.starts().collect(), lookup)),
                AxisOf::Desk(desk) => self.desks.push((desk, lookup)),
                AxisOf::Term(term) => self.terms.push((term, lookup)),
            }
        }
        let first = rows.iter().map(|row| store.push(row)).fold(usize::MAX, usize::min);
        self.tables.push(u32::try_from(first).unwrap_or(u32::MAX));
    }

    /// The axes of which some cells share a row, in the order in which their values are kept.
    pub(crate) fn coarse(&self) -> Vec<AxisOf> {
        let named = self.named.iter().filter(|(_, lookup)| lookup.coarse).map(|(axis, _)| AxisOf::Named(*axis));
        let numbers = self.numbers.iter().filter(|(.., lookup)| lookup.coarse);
        named.chain(numbers.map(|(field, ..)| AxisOf::Number(*field))).collect()
    }
}

impl Lookup {
    /// Adds what a cell of the axis adds to the number of the row of its table.
    #[inline]
    pub(crate) fn add(&self, cell: usize, sums: &mut [u32]) {
        if let (Some(sum), Some(at)) = (sums.get_mut(self.table), self.at.get(cell)) {
            *sum += at;
        }
    }

    /// The cell of any other value.
    #[inline]
    pub(crate) fn other(&self) -> usize {
        self.at.len().saturating_sub(2)
    }
}

fn both(one: &[u64], other: &[u64]) -> Vec<u64> {
    one.iter().zip(other).map(|(one, other)| one & other).collect()
}
