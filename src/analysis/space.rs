//! The contacts that there can be: the axes along which they differ, what is possible on each, and what hangs together.

use std::collections::BTreeSet;

use crate::analysis::moment::{Moment, moments, on_customers_clock};
use crate::analysis::point::Point;
use crate::analysis::usual::usual;
use crate::policy::{
    Axes, Axis, AxisOf, Decimal, DeskId, FieldId, FieldKind, Guarantee, NamedAxis, Policy, Region, RuleId, Scope,
    SeasonId, TermId, Test,
};

/// Why nothing exact can be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Incomplete {
    /// Something of the strategy is not understood, so that not all of it is there.
    NotWhole,
    /// A named condition is written in terms of itself.
    CircularTerm,
    /// The desks and seasons open and close in more combinations than are looked at.
    TooManyMoments,
    /// A question met more conflicts than allowed.
    TooHard,
}

/// More kinds of moment than this are not looked at: each is a week's pattern of its own.
const MOST_MOMENTS: usize = 5_000;

/// What a moment says of an axis.
#[derive(Debug, Clone, Copy)]
enum Timed {
    Day,
    Desk(DeskId),
}

impl Timed {
    fn desk(self) -> Option<DeskId> {
        match self {
            Self::Day => None,
            Self::Desk(desk) => Some(desk),
        }
    }
}

/// Every contact that a policy may have to decide, cut where its conditions cut.
#[derive(Debug)]
pub struct Space<'p> {
    pub(crate) policy: &'p Policy,
    pub(crate) axes: Axes,
    /// For each axis the cells that a contact can be in, the most usual first.
    pub(crate) possible: Vec<Vec<u32>>,
    /// The kinds of moment; empty where no condition asks for a desk and no promise for a season.
    pub(crate) moments: Vec<Moment>,
    /// The places of the axes on which a moment says where a contact is.
    timed: Vec<(usize, Timed)>,
    /// For each rule the contacts that it fits.
    pub(crate) rules: Vec<Region>,
    /// For each term the contacts for which it holds, by the axes of other terms at most.
    pub(crate) terms: Vec<(TermId, Region)>,
    /// For each field that is known only somewhere: its place, and the regions of which the contact must be in all.
    pub(crate) only_when: Vec<(usize, Region)>,
}

impl<'p> Space<'p> {
    /// The contacts of a policy, cut where its rules and these guarantees cut.
    ///
    /// # Errors
    ///
    /// Says why nothing exact can be said.
    pub fn new(policy: &'p Policy, guarantees: &[Guarantee]) -> Result<Self, Incomplete> {
        Self::cut(policy, asked(policy, guarantees, &[]))
    }

    /// The contacts of a policy, cut where its rules, its replies and these tests cut.
    ///
    /// # Errors
    ///
    /// Says why nothing exact can be said.
    pub fn about(policy: &'p Policy, tests: &[Test]) -> Result<Self, Incomplete> {
        let replies = policy.contact_types.iter().flat_map(|found| &found.reply.when);
        let tests: Vec<Test> = replies.chain(tests).cloned().collect();
        Self::cut(policy, asked(policy, &[], &tests))
    }

    fn cut(policy: &'p Policy, asked: Vec<Test>) -> Result<Self, Incomplete> {
        let axes = Axes::new(policy, &asked);
        let region = |tests: &[Test]| axes.region(policy, tests).unwrap_or_default();
        let mut used: Vec<(TermId, Region)> = Vec::new();
        for term in in_order(policy, &asked)? {
            let tests = policy.term(term).map_or(&[][..], |(_, tests)| tests);
            used.push((term, region(tests)));
        }
        let timed: Vec<(usize, Timed)> =
            axes.list().iter().enumerate().filter_map(|(place, axis)| Some((place, timed(policy, axis.of)?))).collect();
        let desks: Vec<DeskId> = timed.iter().filter_map(|(_, timed)| timed.desk()).collect();
        let seasons = seasons(policy);
        let moments = if desks.is_empty() && seasons.is_empty() {
            Vec::new()
        } else {
            moments(policy, &desks, &seasons, MOST_MOMENTS).ok_or(Incomplete::TooManyMoments)?
        };
        let possible: Vec<Vec<u32>> =
            axes.list().iter().map(|axis| usual(policy, axis, possible(policy, axis))).collect();
        let rules = policy.rules.iter().map(|rule| region(&rule.tests)).collect();
        let fields = axes.list().iter().enumerate().filter_map(|(place, axis)| {
            let field = policy.field(field_of(axis.of)?)?;
            let facts: Vec<Test> = field.only_when.iter().filter(|test| is_fact(policy, test)).cloned().collect();
            (!facts.is_empty()).then(|| (place, region(&facts)))
        });
        let only_when = fields.collect();
        Ok(Self { policy, axes, possible, moments, timed, rules, terms: used, only_when })
    }

    pub(crate) fn axis(&self, place: usize) -> Option<&Axis> {
        self.axes.list().get(place)
    }

    /// Whether a contact lies in a region.
    pub(crate) fn holds(&self, region: &Region, point: &Point) -> bool {
        region.iter().all(|(place, side)| point.get(*place).is_some_and(|cell| side.holds(*cell)))
    }

    /// The rule that decides a contact.
    pub(crate) fn first_rule(&self, point: &Point) -> Option<RuleId> {
        (0u16..).map(RuleId).zip(&self.rules).find(|(_, region)| self.holds(region, point)).map(|(rule, _)| rule)
    }

    /// The cells in which every contact of a kind of moment is: its day, and the desks as they are then.
    pub(crate) fn cells_at<'m>(&'m self, moment: &'m Moment) -> impl Iterator<Item = (usize, u32)> + 'm {
        self.timed.iter().map(|(place, timed)| match timed {
            Timed::Day => (*place, moment.day),
            Timed::Desk(desk) => (*place, u32::from(!moment.open.contains(desk))),
        })
    }

    /// The kinds of moment at which a contact can come.
    pub(crate) fn moments_of(&self, point: &Point) -> impl Iterator<Item = &Moment> {
        let fits = |moment: &&Moment| self.cells_at(moment).all(|(place, cell)| point.get(place) == Some(&cell));
        self.moments.iter().filter(fits)
    }
}

/// What a moment says of an axis. A desk that is read on a clock of the customer's is open or not whatever the moment.
fn timed(policy: &Policy, of: AxisOf) -> Option<Timed> {
    match of {
        AxisOf::Named(NamedAxis::Day) => Some(Timed::Day),
        AxisOf::Desk(desk) => (!on_customers_clock(policy, desk)).then_some(Timed::Desk(desk)),
        AxisOf::Named(_) | AxisOf::Number(_) | AxisOf::Term(_) => None,
    }
}

fn field_of(of: AxisOf) -> Option<FieldId> {
    match of {
        AxisOf::Named(NamedAxis::Field(field)) | AxisOf::Number(field) => Some(field),
        AxisOf::Named(_) | AxisOf::Desk(_) | AxisOf::Term(_) => None,
    }
}

/// The seasons for which promises differ.
fn seasons(policy: &Policy) -> Vec<SeasonId> {
    let found: BTreeSet<SeasonId> = policy.promise_tables.iter().filter_map(|table| table.season).collect();
    found.into_iter().collect()
}

/// Whether a condition on where a field is known can be relied on. The engine reads these conditions with the contact as
/// it came: with fields that cannot be known there themselves, and with the customer that such fields make it. A
/// condition on those forbids nothing, so that no contact is left out.
fn is_fact(policy: &Policy, test: &Test) -> bool {
    match test {
        Test::Named { axis: NamedAxis::Customer, .. } | Test::Known { axis: NamedAxis::Customer, .. } => {
            let mut recognising = policy.segments.iter().flat_map(|segment| &segment.recognised_by);
            recognising.all(|test| !matches!(test, Test::Term { .. }) && is_own(policy, test))
        }
        Test::Term { term, .. } => {
            let tests = policy.term(*term).map_or(&[][..], |(_, tests)| tests);
            tests.iter().all(|test| !matches!(test, Test::Term { .. }) && is_fact(policy, test))
        }
        Test::Named { .. } | Test::Known { .. } | Test::Number { .. } | Test::Desk { .. } => is_own(policy, test),
    }
}

/// Whether a test asks for no field that is known only somewhere.
fn is_own(policy: &Policy, test: &Test) -> bool {
    let field = match test {
        Test::Number { field, .. } => Some(*field),
        Test::Named { axis, .. } | Test::Known { axis, .. } => match axis {
            NamedAxis::Field(field) => Some(*field),
            NamedAxis::Customer
            | NamedAxis::ContactType
            | NamedAxis::Channel
            | NamedAxis::Language
            | NamedAxis::Day => None,
        },
        Test::Term { .. } | Test::Desk { .. } => None,
    };
    field.and_then(|field| policy.field(field)).is_none_or(|field| field.only_when.is_empty())
}

/// Every test that an answer may hang on. Customer, contact type and channel are asked for in any case: each contact has
/// them, and promises hang on them.
fn asked(policy: &Policy, guarantees: &[Guarantee], further: &[Test]) -> Vec<Test> {
    let always = [NamedAxis::Customer, NamedAxis::ContactType, NamedAxis::Channel];
    let mut tests: Vec<Test> = always.iter().map(|axis| Test::Known { axis: *axis, known: true }).collect();
    tests.extend(policy.rules.iter().flat_map(|rule| rule.tests.iter().cloned()));
    tests.extend(further.iter().cloned());
    if !guarantees.is_empty() {
        tests.extend(policy.contact_types.iter().flat_map(|found| found.reply.when.iter().cloned()));
    }
    for guarantee in guarantees {
        match &guarantee.scope {
            Scope::When(when) => tests.extend(when.iter().cloned()),
            Scope::Compare(one, two) => tests.extend(one.iter().chain(two).cloned()),
        }
    }
    // What terms and fields are made of may ask for further terms and fields.
    let mut seen = 0;
    let (mut fields, mut terms) = (BTreeSet::new(), BTreeSet::new());
    while let Some(test) = tests.get(seen).cloned() {
        seen += 1;
        match test {
            Test::Term { term, .. } => {
                if terms.insert(term) {
                    tests.extend(policy.term(term).map_or(Vec::new(), |(_, tests)| tests.clone()));
                }
            }
            Test::Named { axis: NamedAxis::Field(field), .. }
            | Test::Known { axis: NamedAxis::Field(field), .. }
            | Test::Number { field, .. } => {
                if fields.insert(field) {
                    tests.extend(policy.field(field).map_or(Vec::new(), |field| field.only_when.clone()));
                }
            }
            Test::Named { .. } | Test::Known { .. } | Test::Desk { .. } => {}
        }
    }
    tests
}

/// The terms that these tests ask for, those first that others are made of.
fn in_order(policy: &Policy, asked: &[Test]) -> Result<Vec<TermId>, Incomplete> {
    let wanted: BTreeSet<TermId> = asked.iter().filter_map(term_of).collect();
    let mut done: Vec<TermId> = Vec::new();
    let mut left: Vec<TermId> = wanted.into_iter().collect();
    while !left.is_empty() {
        let ready = |term: &TermId| {
            let tests = policy.term(*term).map_or(&[][..], |(_, tests)| tests);
            tests.iter().filter_map(term_of).all(|part| done.contains(&part))
        };
        let (now, later): (Vec<TermId>, Vec<TermId>) = left.iter().copied().partition(ready);
        if now.is_empty() {
            return Err(Incomplete::CircularTerm);
        }
        done.extend(now);
        left = later;
    }
    Ok(done)
}

fn term_of(test: &Test) -> Option<TermId> {
    match test {
        Test::Term { term, .. } => Some(*term),
        Test::Named { .. } | Test::Number { .. } | Test::Known { .. } | Test::Desk { .. } => None,
    }
}

/// The cells of an axis in which a contact can be.
fn possible(policy: &Policy, axis: &Axis) -> Vec<u32> {
    let names = 0..axis.other();
    match axis.of {
        AxisOf::Desk(_) | AxisOf::Term(_) => vec![0, 1],
        AxisOf::Named(NamedAxis::Customer) => {
            let nobody = policy.everyone_else().is_none().then(|| axis.unknown());
            names.chain(nobody).collect()
        }
        AxisOf::Named(NamedAxis::ContactType | NamedAxis::Channel | NamedAxis::Day) => names.collect(),
        AxisOf::Named(NamedAxis::Language) => (0..axis.cells).collect(),
        AxisOf::Named(NamedAxis::Field(field)) => match policy.field(field).map(|field| &field.kind) {
            Some(FieldKind::YesNo) => names.chain([axis.unknown()]).collect(),
            Some(FieldKind::OneOf(_) | FieldKind::Number { .. } | FieldKind::Time | FieldKind::Text) | None => {
                (0..axis.cells).collect()
            }
        },
        AxisOf::Number(field) => {
            let (low, high) = bounds(policy.field(field).map(|field| &field.kind));
            let within = |piece: &u32| {
                let (least, greatest) = axis.numbers(*piece);
                let least = least.max(low);
                let greatest = [greatest, high].into_iter().flatten().min();
                least.is_none_or(|least| greatest.is_none_or(|greatest| least <= greatest))
            };
            names.filter(within).chain([axis.unknown()]).collect()
        }
    }
}

/// The least and the greatest number that a field can hold.
pub(crate) fn bounds(kind: Option<&FieldKind>) -> (Option<Decimal>, Option<Decimal>) {
    match kind {
        Some(FieldKind::Number { low, high }) => (*low, *high),
        Some(FieldKind::Time) => (Some(Decimal::ZERO), None),
        Some(FieldKind::OneOf(_) | FieldKind::YesNo | FieldKind::Text) | None => (None, None),
    }
}
