//! The contacts that no rule fits, as few regions as can be, the largest first.

use crate::analysis::code::Code;
use crate::analysis::point::Point;
use crate::analysis::solver::{Answer, Literal};
use crate::analysis::space::Space;
use crate::analysis::witness::{Witness, simplest};
use crate::policy::{Axis, AxisOf, Decimal, DeskId, FieldId, NamedAxis, NamedValue, Region, Side};

/// One thing that all contacts of a gap have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Limit {
    /// They have one of these names, or come without one.
    Names {
        /// On which axis.
        axis: NamedAxis,
        /// Which, in the order of their numbers.
        values: Vec<NamedValue>,
    },
    /// A number is not known of them, or lies between these, both included.
    Number {
        /// Which field.
        field: FieldId,
        /// Whether it is known.
        known: bool,
        /// The least number; none where there is no least.
        least: Option<Decimal>,
        /// The greatest number; none where there is no greatest.
        greatest: Option<Decimal>,
    },
    /// They come when a desk is open, or closed.
    Desk {
        /// Which desk.
        desk: DeskId,
        /// Open or closed.
        open: bool,
    },
}

/// Contacts that no rule fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The one with the fewest unusual things about it.
    pub contact: Witness,
    /// What they have in common; nothing where these are all contacts.
    pub limits: Vec<Limit>,
}

/// The gaps of a policy.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Gaps {
    /// The largest first, by how much of the axes they take; without an overlap that could be avoided.
    pub gaps: Vec<Gap>,
    /// Whether these are all of them.
    pub complete: bool,
}

/// The gaps of a policy, at most so many.
#[must_use]
pub fn gaps(space: &Space<'_>, most: usize) -> Gaps {
    let mut left = Code::new(space);
    for region in &space.rules {
        left.without(region);
    }
    let mut taken = Taken::new(space);
    let mut found: Vec<(f64, Gap)> = Vec::new();
    let complete = loop {
        match simplest(&mut left, &[]) {
            Ok(_) if found.len() >= most => break false,
            Ok(point) => {
                let cells = taken.widened(&point);
                let region = region_of(space, &cells);
                left.without(&region);
                let limits = region.iter().filter_map(|(place, side)| limit(space, *place, side)).collect();
                found.push((size(space, &cells), Gap { contact: space.witness(&point), limits }));
            }
            Err(Answer::None) => break true,
            Err(Answer::Found | Answer::GivenUp) => break false,
        }
    };
    found.sort_by(|(one, _), (two, _)| two.total_cmp(one));
    Gaps { gaps: found.into_iter().map(|(_, gap)| gap).collect(), complete }
}

/// For each axis the cells of a gap; none where all of them are in it.
type Cells = Vec<Option<Vec<u32>>>;

/// The contacts that some rule fits.
struct Taken<'s> {
    code: Code<'s>,
}

impl<'s> Taken<'s> {
    fn new(space: &'s Space<'s>) -> Self {
        let mut code = Code::new(space);
        let mut any = Vec::with_capacity(space.rules.len());
        for region in &space.rules {
            let fits = code.solver.variable();
            for literal in code.literals(region) {
                code.solver.one_of([!fits, literal]);
            }
            any.push(fits);
        }
        code.solver.one_of(any);
        Self { code }
    }

    fn nobody_in(&mut self, cells: &Cells) -> bool {
        let literals: Vec<Literal> = self.code.literals(&region_of(self.code.space, cells));
        self.code.ask(&literals) == Answer::None
    }

    /// A region around a contact that no rule fits, as large as it gets: axis after axis, the last ones first, so that
    /// what is left says who, why and where before anything else.
    fn widened(&mut self, point: &Point) -> Cells {
        let space = self.code.space;
        let is_term = |place: usize| space.axis(place).is_some_and(Axis::is_term);
        let mut cells: Cells =
            point.iter().enumerate().map(|(place, cell)| (!is_term(place)).then(|| vec![*cell])).collect();
        for place in (0..point.len()).rev().filter(|place| !is_term(*place)) {
            let Some(before) = replaced(&mut cells, place, None) else { continue };
            if self.nobody_in(&cells) {
                continue;
            }
            let mut kept = before;
            for cell in self.neighbours(place, &kept) {
                let mut wider = kept.clone();
                wider.push(cell);
                wider.sort_unstable();
                replaced(&mut cells, place, Some(wider.clone()));
                if self.nobody_in(&cells) {
                    kept = wider;
                }
            }
            replaced(&mut cells, place, Some(kept));
        }
        cells
    }

    /// The cells that may be added to a cell of an axis: of numbers those on both sides, from the nearest on.
    fn neighbours(&self, place: usize, at: &[u32]) -> Vec<u32> {
        let space = self.code.space;
        let (Some(axis), [at]) = (space.axis(place), at) else { return Vec::new() };
        let possible = space.possible.get(place).into_iter().flatten().copied();
        let mut others: Vec<u32> = possible.filter(|cell| cell != at).collect();
        others.sort_unstable();
        if matches!(axis.of, AxisOf::Number(_)) {
            if *at == axis.unknown() {
                return Vec::new();
            }
            others.retain(|cell| *cell < axis.other());
            others.sort_by_key(|cell| (cell < at, cell.abs_diff(*at)));
        }
        others
    }
}

fn replaced(cells: &mut Cells, place: usize, with: Option<Vec<u32>>) -> Option<Vec<u32>> {
    cells.get_mut(place).and_then(|slot| std::mem::replace(slot, with))
}

/// The region of these cells. The cells of a number that are in it lie side by side; one that does not is left out, and
/// those beyond it with it.
fn region_of(space: &Space<'_>, cells: &Cells) -> Region {
    let side = |(place, cells): (usize, &Option<Vec<u32>>)| {
        let (cells, axis) = (cells.as_ref()?, space.axis(place)?);
        let known_number = matches!(axis.of, AxisOf::Number(_)) && cells.first() != Some(&axis.unknown());
        let side = match (known_number, cells.first(), cells.last()) {
            (true, Some(first), Some(last)) => Side::Span(*first, *last),
            _ => Side::Only(cells.clone()),
        };
        Some((place, side))
    };
    cells.iter().enumerate().filter_map(side).collect()
}

/// How much of the axes a gap takes, each cell counted alike.
fn size(space: &Space<'_>, cells: &Cells) -> f64 {
    let share = |(cells, possible): (&Option<Vec<u32>>, &Vec<u32>)| {
        let count = |length: usize| u32::try_from(length).map_or(f64::MAX, f64::from);
        cells.as_ref().map_or(1.0, |cells| count(cells.len()) / count(possible.len().max(1)))
    };
    cells.iter().zip(&space.possible).map(share).product()
}

fn limit(space: &Space<'_>, place: usize, side: &Side) -> Option<Limit> {
    let axis = space.axis(place)?;
    match axis.of {
        AxisOf::Named(named) => {
            Some(Limit::Names { axis: named, values: side.cells(axis.cells).map(|cell| axis.value(cell)).collect() })
        }
        AxisOf::Number(field) => match side {
            Side::Span(from, to) => {
                let ((least, _), (_, greatest)) = (axis.numbers(*from), axis.numbers(*to));
                Some(Limit::Number { field, known: true, least, greatest })
            }
            Side::Only(_) | Side::Except(_) => Some(Limit::Number { field, known: false, least: None, greatest: None }),
        },
        AxisOf::Desk(desk) => Some(Limit::Desk { desk, open: side.holds(0) }),
        AxisOf::Term(_) => None,
    }
}
