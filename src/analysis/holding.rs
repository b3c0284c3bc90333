//! Which rules hold a contact, or meet a region, without looking at all of them: for each cell the rules that hold it.

use crate::analysis::coverage::meet;
use crate::analysis::point::Point;
use crate::analysis::space::Space;
use crate::policy::{Region, RuleId, Side};

/// Axes of more cells are not filed: what they say is looked at rule by rule.
const MOST_CELLS: u32 = 512;

/// A set of rules, a bit for each.
type Bits = Vec<u64>;

/// The rules of a space, filed by cells.
#[derive(Debug)]
pub(crate) struct Holding<'s> {
    space: &'s Space<'s>,
    /// For each axis and each of its cells the rules that hold it; nothing for an axis that no rule asks for.
    axes: Vec<Vec<Bits>>,
    words: usize,
}

impl<'s> Holding<'s> {
    pub(crate) fn new(space: &'s Space<'s>) -> Self {
        let words = space.rules.len().div_ceil(64);
        let axes = (0..space.axes.list().len()).map(|place| filed(space, place, words)).collect();
        Self { space, axes, words }
    }

    /// The first rule that holds a contact, of those from a number on.
    pub(crate) fn first(&self, point: &Point, from: usize) -> Option<RuleId> {
        let rows: Vec<&Bits> = self.axes.iter().zip(point).filter_map(|(cells, cell)| row(cells, *cell)).collect();
        (from / 64..self.words).find_map(|word| {
            let from_here = if word == from / 64 { u64::MAX << (from % 64) } else { u64::MAX };
            let all = rows.iter().fold(from_here, |all, row| all & row.get(word).copied().unwrap_or(0));
            ones(word, all).find(|rule| self.region(*rule).is_some_and(|region| self.space.holds(region, point)))
        })
    }

    /// The rules that can have a contact in common with a region, axis by axis, in order.
    pub(crate) fn meeting<'r>(&'r self, region: &'r Region) -> impl Iterator<Item = RuleId> + 'r {
        let mut all: Bits = vec![u64::MAX; self.words];
        for (place, side) in region {
            let Some(cells) = self.axes.get(*place).filter(|cells| !cells.is_empty()) else { continue };
            let mut any: Bits = vec![0; self.words];
            for cell in side.cells(u32::try_from(cells.len()).unwrap_or(u32::MAX)) {
                let held = row(cells, cell).into_iter().flatten();
                any.iter_mut().zip(held).for_each(|(any, held)| *any |= held);
            }
            all.iter_mut().zip(&any).for_each(|(all, any)| *all &= any);
        }
        let rules = all.into_iter().enumerate().flat_map(|(word, bits)| ones(word, bits));
        rules.filter(move |rule| self.region(*rule).is_some_and(|other| meet(other, region)))
    }

    fn region(&self, rule: RuleId) -> Option<&'s Region> {
        self.space.rules.get(rule.index())
    }
}

fn row(cells: &[Bits], cell: u32) -> Option<&Bits> {
    usize::try_from(cell).ok().and_then(|cell| cells.get(cell))
}

/// For each cell of an axis the rules that hold it.
fn filed(space: &Space<'_>, place: usize, words: usize) -> Vec<Bits> {
    let cells = space.axis(place).map_or(0, |axis| axis.cells);
    let side = |region: &Region| region.iter().find(|(at, _)| *at == place).map(|(_, side)| side.clone());
    let sides: Vec<Option<Side>> = space.rules.iter().map(side).collect();
    if cells > MOST_CELLS || sides.iter().all(Option::is_none) {
        return Vec::new();
    }
    let mut open: Bits = vec![0; words];
    sides.iter().enumerate().filter(|(_, side)| side.is_none()).for_each(|(rule, _)| set(&mut open, rule));
    let mut filed = vec![open; usize::try_from(cells).unwrap_or(0)];
    for (rule, side) in sides.iter().enumerate() {
        for cell in side.iter().flat_map(|side| side.cells(cells)) {
            let row = usize::try_from(cell).ok().and_then(|cell| filed.get_mut(cell));
            row.into_iter().for_each(|row| set(row, rule));
        }
    }
    filed
}

fn set(bits: &mut Bits, rule: usize) {
    if let Some(word) = bits.get_mut(rule / 64) {
        *word |= 1 << (rule % 64);
    }
}

/// The rules of the bits that are set in a word.
fn ones(word: usize, mut bits: u64) -> impl Iterator<Item = RuleId> {
    std::iter::from_fn(move || {
        let at = usize::try_from(bits.trailing_zeros()).ok().filter(|at| *at < 64)?;
        bits &= bits - 1;
        u16::try_from(word * 64 + at).ok().map(RuleId)
    })
}
