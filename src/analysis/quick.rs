//! A contact that a rule decides, found by trying: most rules have one that anybody would name.
//!
//! What is found is so; that none is found says nothing.

use std::collections::BTreeMap;

use crate::analysis::point::Point;
use crate::analysis::space::Space;
use crate::policy::{Axis, AxisOf, Region, Side};

/// How many contacts are tried for a rule.
const TRIES: u32 = 40;
/// Sides of more names than this are not worth filing a rule under each.
const MOST_FILED: usize = 8;

/// The rules so far, filed so that those which may fit a contact are found without looking at all.
#[derive(Debug)]
pub(crate) struct Quick<'s> {
    space: &'s Space<'s>,
    filed: BTreeMap<(usize, u32), Vec<&'s Region>>,
    /// Rules that name nothing narrow.
    wide: Vec<&'s Region>,
    dice: u64,
}

impl<'s> Quick<'s> {
    pub(crate) fn new(space: &'s Space<'s>) -> Self {
        Self { space, filed: BTreeMap::new(), wide: Vec::new(), dice: 0x9E37_79B9_7F4A_7C15 }
    }

    /// From now on the contacts of a rule are taken.
    pub(crate) fn add(&mut self, region: &'s Region) {
        let narrow = region.iter().filter_map(|(place, side)| match side {
            Side::Only(cells) if cells.len() <= MOST_FILED => Some((*place, cells)),
            Side::Only(_) | Side::Except(_) | Side::Span(..) => None,
        });
        // The axis with the most cells tells rules apart best.
        let cells_of = |place: usize| self.space.possible.get(place).map_or(0, Vec::len);
        match narrow.max_by_key(|(place, cells)| cells_of(*place) / cells.len().max(1)) {
            Some((place, cells)) => {
                for cell in cells {
                    self.filed.entry((place, *cell)).or_default().push(region);
                }
            }
            None => self.wide.push(region),
        }
    }

    /// A contact of the region that no rule so far fits.
    pub(crate) fn contact(&mut self, region: &Region) -> Option<Point> {
        (0..TRIES).find_map(|attempt| {
            let point = self.point(region, attempt == 0)?;
            (!self.taken(&point)).then_some(point)
        })
    }

    fn taken(&self, point: &Point) -> bool {
        let filed = point.iter().enumerate().filter_map(|(place, cell)| self.filed.get(&(place, *cell)));
        self.wide.iter().chain(filed.flatten()).any(|region| self.space.holds(region, point))
    }

    /// A contact of the region, the most usual one or any; none where the things tried do not go together.
    pub(crate) fn point(&mut self, region: &Region, usual: bool) -> Option<Point> {
        let space = self.space;
        let mut point: Point = Vec::with_capacity(space.possible.len());
        for (place, possible) in space.possible.iter().enumerate() {
            let side = region.iter().find(|(at, _)| *at == place).map(|(_, side)| side);
            let start = if usual { 0 } else { self.below(possible.len()) };
            let turned = possible.iter().skip(start).chain(possible.iter().take(start)).copied();
            point.push(turned.into_iter().find(|cell| side.is_none_or(|side| side.holds(*cell)))?);
        }
        self.moment(region, &mut point)?;
        for (term, of_term) in &space.terms {
            let place = space.axes.place(AxisOf::Term(*term))?;
            let holds = space.holds(of_term, &point);
            *point.get_mut(place)? = u32::from(!holds);
        }
        let known_where_it_can = space.only_when.iter().all(|(place, of_field)| {
            let unknown = space.axis(*place).map(Axis::unknown);
            point.get(*place).copied() == unknown || space.holds(of_field, &point)
        });
        (known_where_it_can && space.holds(region, &point)).then_some(point)
    }

    /// Sets day and desks as they are at a moment that fits the region.
    fn moment(&mut self, region: &Region, point: &mut Point) -> Option<()> {
        let space = self.space;
        if space.moments.is_empty() {
            return Some(());
        }
        let fits = |place: usize, cell: u32| region.iter().all(|(at, side)| *at != place || side.holds(cell));
        let start = self.below(space.moments.len());
        let (before, after) = space.moments.split_at_checked(start)?;
        let mut turned = after.iter().chain(before);
        let moment = turned.find(|moment| space.cells_at(moment).all(|(place, cell)| fits(place, cell)))?;
        for (place, cell) in space.cells_at(moment) {
            *point.get_mut(place)? = cell;
        }
        Some(())
    }

    /// A number below a limit; the same sequence every time.
    fn below(&mut self, limit: usize) -> usize {
        self.dice ^= self.dice << 13;
        self.dice ^= self.dice >> 7;
        self.dice ^= self.dice << 17;
        let limit = u64::try_from(limit.max(1)).unwrap_or(1);
        usize::try_from(self.dice % limit).unwrap_or(0)
    }
}
