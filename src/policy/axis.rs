//! The axes along which the contacts of a policy differ, each cut into the cells that its conditions can tell apart.

use std::collections::BTreeMap;

use crate::measure::{Comparison, Decimal};
use crate::policy::condition::{Known, NamedAxis, NamedValue, Test};
use crate::policy::field::FieldKind;
use crate::policy::ids::{DeskId, FieldId, TermId};
use crate::policy::side::Side;
use crate::policy::whole::Policy;

/// What an axis is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AxisOf {
    /// Names. The cells are the names by their numbers, then any other name, then not known.
    Named(NamedAxis),
    /// A number. The cells are the pieces between the numbers that conditions use, from the lowest on, then what is known
    /// but no number, then not known.
    Number(FieldId),
    /// A desk when the contact arrives. The cells are open (0) and closed (1).
    Desk(DeskId),
    /// A named condition. The cells are that it holds (0) and that it does not (1).
    Term(TermId),
}

/// A place between two numbers: below a number, or above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Cut {
    at: Decimal,
    /// The number itself lies below the cut.
    above: bool,
}

/// One axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Axis {
    /// What it is about.
    pub of: AxisOf,
    /// How many cells it has.
    pub cells: u32,
    cuts: Vec<Cut>,
}

/// The axes that some conditions speak of, in a fixed order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Axes {
    list: Vec<Axis>,
}

/// A set of contacts: on each axis that is tested, the cells that fit. Axes by their places in [`Axes::list`], in order.
pub type Region = Vec<(usize, Side)>;

impl Axis {
    /// The cell of a contact.
    #[must_use]
    #[inline]
    pub fn cell(&self, known: &impl Known) -> u32 {
        match self.of {
            AxisOf::Named(axis) => match known.named(axis) {
                NamedValue::At(value) if u32::from(value) < self.other() => value.into(),
                NamedValue::At(_) | NamedValue::Other => self.other(),
                NamedValue::Unknown => self.unknown(),
            },
            AxisOf::Number(field) => match (known.number(field), known.named(NamedAxis::Field(field))) {
                (Some(number), _) => self.piece(number),
                (None, NamedValue::Unknown) => self.unknown(),
                (None, NamedValue::Other | NamedValue::At(_)) => self.other(),
            },
            AxisOf::Desk(desk) => u32::from(!known.desk_is_open(desk)),
            AxisOf::Term(term) => u32::from(!known.term(term)),
        }
    }

    /// The piece in which a number lies.
    #[inline]
    fn piece(&self, number: Decimal) -> u32 {
        let below = |cut: &Cut| if cut.above { cut.at < number } else { cut.at <= number };
        length(self.cuts.partition_point(below))
    }

    /// The value of a cell of an axis of names.
    #[must_use]
    pub fn value(&self, cell: u32) -> NamedValue {
        match u16::try_from(cell) {
            _ if cell == self.unknown() => NamedValue::Unknown,
            Ok(number) if cell < self.other() => NamedValue::At(number),
            _ => NamedValue::Other,
        }
    }

    /// Whether it is of a named condition: its cell follows from the others.
    #[must_use]
    pub fn is_term(&self) -> bool {
        matches!(self.of, AxisOf::Term(_))
    }

    /// The least number of each piece of an axis of numbers but the first: a number lies in as many pieces on as there are
    /// of these up to it.
    pub fn starts(&self) -> impl Iterator<Item = Decimal> + '_ {
        // Above the greatest number there is none, and that cut is the last.
        let start = |cut: &Cut| cut.at.billionths().checked_add(i64::from(cut.above));
        self.cuts.iter().map_while(start).map(Decimal::from_billionths)
    }

    /// An axis of numbers with every so-manieth of its cuts: piece `p` lies in piece `p / every` of the new one. The two
    /// cells after the pieces stay.
    #[must_use]
    pub fn coarser(&self, every: u32) -> Self {
        let every = usize::try_from(every).unwrap_or(usize::MAX).max(1);
        let cuts: Vec<Cut> = self.cuts.iter().skip(every - 1).step_by(every).copied().collect();
        let dropped = length(self.cuts.len() - cuts.len());
        Self { of: self.of, cells: self.cells.saturating_sub(dropped), cuts }
    }

    /// The cell of any name that the strategy does not have; on an axis of numbers, of what is no number.
    #[must_use]
    #[inline]
    pub fn other(&self) -> u32 {
        self.cells.saturating_sub(2)
    }

    /// The cell of what is not known.
    #[must_use]
    #[inline]
    pub fn unknown(&self) -> u32 {
        self.cells.saturating_sub(1)
    }

    /// The least and the greatest number of a piece, both included; none on the side where it has no end. Numbers have
    /// nine digits after the point, so a piece may hold none: then the least is above the greatest.
    #[must_use]
    pub fn numbers(&self, piece: u32) -> (Option<Decimal>, Option<Decimal>) {
        let cut = |place: Option<usize>| place.and_then(|place| self.cuts.get(place));
        let place = usize::try_from(piece).ok();
        let step = Decimal::from_billionths(1);
        let low = cut(place.and_then(|place| place.checked_sub(1)));
        let least = low.map(|cut| if cut.above { cut.at.plus(step) } else { cut.at });
        let greatest = cut(place).map(|cut| if cut.above { cut.at } else { cut.at.minus(step) });
        (least, greatest)
    }

    fn comparing(&self, comparison: Comparison) -> Side {
        let last = self.cells.saturating_sub(3);
        let from = |at, above| length(self.cuts.partition_point(|cut| *cut < Cut { at, above })) + 1;
        let (first, last) = match comparison {
            Comparison::Above(at) => (from(at, true), last),
            Comparison::AtLeast(at) => (from(at, false), last),
            Comparison::Below(at) => (0, from(at, false).saturating_sub(1)),
            Comparison::AtMost(at) => (0, from(at, true).saturating_sub(1)),
            Comparison::Between(low, high) => (from(low, false), from(high, true).saturating_sub(1)),
        };
        Side::Span(first, last)
    }

    fn side(&self, test: &Test) -> Side {
        match test {
            Test::Named { values, negated, .. } => {
                let cells = values.iter().map(|value| u32::from(*value)).filter(|cell| *cell < self.other()).collect();
                if *negated { Side::Except(cells) } else { Side::Only(cells) }
            }
            Test::Number { comparison, .. } => self.comparing(*comparison),
            Test::Known { known: true, .. } => Side::Except(vec![self.unknown()]),
            Test::Known { known: false, .. } => Side::Only(vec![self.unknown()]),
            Test::Term { negated: wanted, .. } => Side::Only(vec![u32::from(*wanted)]),
            Test::Desk { open, .. } => Side::Only(vec![u32::from(!*open)]),
        }
    }
}

impl Axes {
    /// The axes of these tests. Named conditions are axes of their own; what they are made of is not looked into.
    #[must_use]
    pub fn new<'t>(policy: &Policy, tests: impl IntoIterator<Item = &'t Test>) -> Self {
        let mut found: BTreeMap<AxisOf, Vec<Cut>> = BTreeMap::new();
        for test in tests {
            let cuts = found.entry(about(policy, test)).or_default();
            if let Test::Number { comparison, .. } = test {
                cuts.extend(cuts_of(*comparison).into_iter().flatten());
            }
        }
        let axis = |(of, mut cuts): (AxisOf, Vec<Cut>)| {
            cuts.sort_unstable();
            cuts.dedup();
            let cells = match of {
                AxisOf::Named(axis) => length(names(policy, axis)) + 2,
                AxisOf::Number(_) => length(cuts.len()) + 3,
                AxisOf::Desk(_) | AxisOf::Term(_) => 2,
            };
            Axis { of, cells, cuts }
        };
        Self { list: found.into_iter().map(axis).collect() }
    }

    /// All of them.
    #[must_use]
    pub fn list(&self) -> &[Axis] {
        &self.list
    }

    /// The place of an axis in the list.
    #[must_use]
    pub fn place(&self, of: AxisOf) -> Option<usize> {
        self.list.binary_search_by(|axis| axis.of.cmp(&of)).ok()
    }

    /// The contacts that all of these tests fit. `None` where one of them speaks of an axis that is not in the list.
    #[must_use]
    pub fn region(&self, policy: &Policy, tests: &[Test]) -> Option<Region> {
        let mut region: BTreeMap<usize, Side> = BTreeMap::new();
        for test in tests {
            let place = self.place(about(policy, test))?;
            let side = self.list.get(place)?.side(test);
            let both = region.get(&place).map_or_else(|| side.clone(), |before| before.and(&side));
            region.insert(place, both);
        }
        Some(region.into_iter().collect())
    }
}

/// The axis that a test speaks of.
fn about(policy: &Policy, test: &Test) -> AxisOf {
    match test {
        Test::Named { axis, .. } => AxisOf::Named(*axis),
        Test::Number { field, .. } => AxisOf::Number(*field),
        Test::Known { axis: axis @ NamedAxis::Field(id), .. } => match policy.field(*id).map(|field| &field.kind) {
            Some(FieldKind::Number { .. } | FieldKind::Time) => AxisOf::Number(*id),
            Some(FieldKind::OneOf(_) | FieldKind::YesNo | FieldKind::Text) | None => AxisOf::Named(*axis),
        },
        Test::Known { axis, .. } => AxisOf::Named(*axis),
        Test::Term { term, .. } => AxisOf::Term(*term),
        Test::Desk { desk, .. } => AxisOf::Desk(*desk),
    }
}

fn cuts_of(comparison: Comparison) -> [Option<Cut>; 2] {
    let cut = |at, above| Some(Cut { at, above });
    match comparison {
        Comparison::Above(at) | Comparison::AtMost(at) => [cut(at, true), None],
        Comparison::Below(at) | Comparison::AtLeast(at) => [cut(at, false), None],
        Comparison::Between(low, high) => [cut(low, false), cut(high, true)],
    }
}

/// How many names an axis has.
fn names(policy: &Policy, axis: NamedAxis) -> usize {
    match axis {
        NamedAxis::Customer => policy.segments.len(),
        NamedAxis::ContactType => policy.contact_types.len(),
        NamedAxis::Channel => policy.channels.len(),
        NamedAxis::Language => policy.languages.len(),
        NamedAxis::Day => 7,
        NamedAxis::Field(id) => match policy.field(id).map(|field| &field.kind) {
            Some(FieldKind::OneOf(names)) => names.len(),
            Some(FieldKind::YesNo) => 2,
            Some(FieldKind::Number { .. } | FieldKind::Time | FieldKind::Text) | None => 0,
        },
    }
}

#[inline]
fn length(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::example::acorn;
    use crate::policy::field::Field;

    const FOLLOWERS: FieldId = Field::FOLLOWERS;

    fn comparisons() -> Vec<Comparison> {
        let number = Decimal::whole;
        vec![
            Comparison::Above(number(5)),
            Comparison::AtLeast(number(5)),
            Comparison::Below(number(5)),
            Comparison::AtMost(number(5)),
            Comparison::Between(number(1), number(5)),
            Comparison::Between(number(5), number(1)),
            Comparison::Between(number(7), number(7)),
        ]
    }

    #[test]
    fn a_cell_of_numbers_is_in_a_comparison_exactly_where_its_numbers_fit() {
        let (policy, ..) = acorn();
        let tests: Vec<Test> =
            comparisons().into_iter().map(|comparison| Test::Number { field: FOLLOWERS, comparison }).collect();
        let axes = Axes::new(&policy, &tests);
        let axis = &axes.list()[0];
        assert_eq!(axis.cells, 9, "below 1, 1, to 5, 5, to 7, 7, above; no number; not known: {axis:?}");
        for number in (0..9)
            .flat_map(|whole| [Decimal::whole(whole), Decimal::from_billionths(i64::from(whole) * 1_000_000_000 + 1)])
        {
            let piece = axis.piece(number);
            assert_eq!(axis.starts().filter(|start| *start <= number).count(), usize::try_from(piece).unwrap());
            let (least, greatest) = axis.numbers(piece);
            assert!(least.is_none_or(|least| least <= number) && greatest.is_none_or(|greatest| number <= greatest));
            for (test, comparison) in tests.iter().zip(comparisons()) {
                let region = axes.region(&policy, std::slice::from_ref(test)).unwrap();
                assert_eq!(region[0].1.holds(piece), comparison.fits(number), "{number} in {comparison:?}");
                assert!(!region[0].1.holds(axis.unknown()));
            }
        }
    }

    #[test]
    fn a_piece_of_a_coarser_axis_is_so_many_pieces() {
        let (policy, ..) = acorn();
        let number = |at| Test::Number { field: FOLLOWERS, comparison: Comparison::AtLeast(Decimal::whole(at)) };
        for cuts in 0..12 {
            let axes = Axes::new(&policy, &(0..cuts).map(number).chain([number(0)]).collect::<Vec<_>>());
            let axis = &axes.list()[0];
            for every in 1..15 {
                let coarser = axis.coarser(every);
                for at in -1..13 {
                    let number = Decimal::whole(at);
                    assert_eq!(coarser.piece(number), axis.piece(number) / every, "{at} of {cuts} by {every}");
                }
                assert_eq!(coarser.cells - 1, coarser.piece(Decimal::whole(99)) + 2, "no number, and not known");
            }
        }
    }
}
