//! Contacts as clauses: variables for the cells of each axis, and for each side the literals that all hold on it.
//!
//! Names have one variable each, of which exactly one holds. Numbers have one variable for each cut, which says that the
//! number lies below it. A rule that does not fit is then one clause.

use crate::analysis::solver::{Answer, Literal, Solver};
use crate::analysis::space::Space;
use crate::policy::{AxisOf, NamedAxis, Region, Side};

/// How the cells of one axis are written in variables.
#[derive(Debug, Clone)]
enum Written {
    /// For each cell the variable that says so; none where no contact can be in it.
    Names(Vec<Option<Literal>>),
    /// For each piece but the last possible one: the number lies in it or below. And whether it is not known.
    Numbers { first: u32, last: u32, up_to: Vec<Literal>, unknown: Literal },
    /// The variable says that it is the first of two cells.
    Either(Literal),
}

/// The clauses that every contact of a space fulfils, and how to speak of its regions.
#[derive(Debug)]
pub(crate) struct Code<'s> {
    pub(crate) space: &'s Space<'s>,
    pub(crate) solver: Solver,
    axes: Vec<Written>,
    moments: Vec<Literal>,
    never: Literal,
}

/// Up to so many names each pair is told that it cannot be both; beyond, a chain of further variables says so.
const PAIRS: usize = 70;

impl<'s> Code<'s> {
    pub(crate) fn new(space: &'s Space<'s>) -> Self {
        let mut solver = Solver::new();
        let never = solver.variable();
        solver.one_of([!never]);
        let mut code = Self { space, solver, axes: Vec::new(), moments: Vec::new(), never };
        for place in 0..space.axes.list().len() {
            let written = code.axis(place);
            code.axes.push(written);
        }
        for (term, region) in &space.terms {
            let all: Vec<Literal> = code.literals(region);
            if let Some(place) = space.axes.place(AxisOf::Term(*term)) {
                code.means(code.cell(place, 0), &all);
            }
        }
        for (place, region) in &space.only_when {
            let unknown = space.axis(*place).map_or(code.never, |axis| code.cell(*place, axis.unknown()));
            for literal in code.literals(region) {
                code.solver.one_of([unknown, literal]);
            }
        }
        code.write_moments();
        code
    }

    fn axis(&mut self, place: usize) -> Written {
        let Some(axis) = self.space.axis(place) else { return Written::Either(self.never) };
        let mut possible = self.space.possible.get(place).cloned().unwrap_or_default();
        possible.sort_unstable();
        match axis.of {
            AxisOf::Desk(_) | AxisOf::Term(_) => Written::Either(self.solver.variable()),
            AxisOf::Named(_) => {
                let mut cells = vec![None; usize::try_from(axis.cells).unwrap_or(0)];
                let mut all = Vec::new();
                for cell in possible {
                    let variable = self.solver.variable();
                    all.push(variable);
                    if let Some(slot) = usize::try_from(cell).ok().and_then(|cell| cells.get_mut(cell)) {
                        *slot = Some(variable);
                    }
                }
                self.exactly_one(&all);
                Written::Names(cells)
            }
            AxisOf::Number(_) => self.numbers(&possible, axis.unknown()),
        }
    }

    fn numbers(&mut self, possible: &[u32], unknown_cell: u32) -> Written {
        let unknown = self.solver.variable();
        let pieces: Vec<u32> = possible.iter().copied().filter(|cell| *cell != unknown_cell).collect();
        let (Some(first), Some(last)) = (pieces.first().copied(), pieces.last().copied()) else {
            self.solver.one_of([unknown]);
            return Written::Numbers { first: 0, last: 0, up_to: Vec::new(), unknown };
        };
        let up_to: Vec<Literal> = (first..last).map(|_| self.solver.variable()).collect();
        for (below, above) in up_to.iter().zip(up_to.iter().skip(1)) {
            self.solver.one_of([!*below, *above]);
        }
        // Where the number is not known it lies nowhere; it is said to lie lowest, so that this is one case and not many.
        if let Some(lowest) = up_to.first() {
            self.solver.one_of([!unknown, *lowest]);
        }
        let written = Written::Numbers { first, last, up_to, unknown };
        for empty in (first..=last).filter(|piece| pieces.binary_search(piece).is_err()) {
            let mut inside = Vec::new();
            self.within(&written, empty, empty, &mut inside);
            self.solver.one_of(inside.into_iter().map(|literal| !literal));
        }
        written
    }

    fn exactly_one(&mut self, all: &[Literal]) {
        self.solver.one_of(all.iter().copied());
        if all.len() <= PAIRS {
            for (at, one) in all.iter().enumerate() {
                for two in all.iter().skip(at + 1) {
                    self.solver.one_of([!*one, !*two]);
                }
            }
            return;
        }
        let mut before: Option<Literal> = None;
        for one in all {
            let so_far = self.solver.variable();
            self.solver.one_of([!*one, so_far]);
            if let Some(before) = before {
                self.solver.one_of([!before, so_far]);
                self.solver.one_of([!before, !*one]);
            }
            before = Some(so_far);
        }
    }

    /// Each kind of moment says which day it is, which desks are open and which seasons hold.
    fn write_moments(&mut self) {
        let space = self.space;
        if space.moments.is_empty() {
            return;
        }
        let variables: Vec<Literal> = space.moments.iter().map(|_| self.solver.variable()).collect();
        self.exactly_one(&variables);
        for (moment, variable) in space.moments.iter().zip(&variables) {
            for (place, cell) in space.cells_at(moment) {
                let so = self.cell(place, cell);
                self.solver.one_of([!*variable, so]);
            }
        }
        self.moments = variables;
    }

    /// The literal that says that a contact is in a cell of an axis of names or of two cells.
    pub(crate) fn cell(&self, place: usize, cell: u32) -> Literal {
        match self.axes.get(place) {
            Some(Written::Names(cells)) => {
                let found = usize::try_from(cell).ok().and_then(|cell| cells.get(cell).copied().flatten());
                found.unwrap_or(self.never)
            }
            Some(Written::Either(first)) => {
                if cell == 0 {
                    *first
                } else {
                    !*first
                }
            }
            Some(Written::Numbers { unknown, .. }) => *unknown,
            None => self.never,
        }
    }

    /// The literals that all hold exactly for the contacts of a region.
    pub(crate) fn literals(&self, region: &Region) -> Vec<Literal> {
        let mut all = Vec::new();
        for (place, side) in region {
            self.side(*place, side, &mut all);
        }
        all
    }

    /// Adds the literals of one side of a region.
    pub(crate) fn side(&self, place: usize, side: &Side, all: &mut Vec<Literal>) {
        match self.axes.get(place) {
            Some(Written::Names(cells)) => {
                let numbered = (0u32..).zip(cells).filter_map(|(cell, variable)| Some((cell, (*variable)?)));
                if let Side::Only(only) = side
                    && let [one] = only.as_slice()
                {
                    all.push(self.cell(place, *one));
                    return;
                }
                all.extend(numbered.filter(|(cell, _)| !side.holds(*cell)).map(|(_, variable)| !variable));
            }
            Some(Written::Either(first)) => match (side.holds(0), side.holds(1)) {
                (true, true) => {}
                (true, false) => all.push(*first),
                (false, true) => all.push(!*first),
                (false, false) => all.push(self.never),
            },
            Some(written @ Written::Numbers { unknown, .. }) => match side {
                Side::Span(from, to) => {
                    all.push(!*unknown);
                    self.within(written, *from, *to, all);
                }
                Side::Only(_) | Side::Except(_) => {
                    let of_unknown = self.space.axis(place).is_some_and(|axis| side.holds(axis.unknown()));
                    let of_numbers = matches!(side, Side::Except(_));
                    match (of_numbers, of_unknown) {
                        (true, true) => {}
                        (true, false) => all.push(!*unknown),
                        (false, true) => all.push(*unknown),
                        (false, false) => all.push(self.never),
                    }
                }
            },
            None => all.push(self.never),
        }
    }

    /// The literals that say that a number that is known lies in one of these pieces.
    fn within(&self, written: &Written, from: u32, to: u32, all: &mut Vec<Literal>) {
        let Written::Numbers { first, last, up_to, .. } = written else { return };
        if from > to || to < *first || from > *last {
            all.push(self.never);
            return;
        }
        let cut = |piece: u32| usize::try_from(piece - first).ok().and_then(|at| up_to.get(at).copied());
        if from > *first {
            all.extend(cut(from - 1).map(|below| !below));
        }
        if to < *last {
            all.extend(cut(to));
        }
    }

    /// From now on no contact of the region is looked at.
    pub(crate) fn without(&mut self, region: &Region) {
        let literals = self.literals(region);
        self.solver.one_of(literals.into_iter().map(|literal| !literal));
    }

    /// Whether there is a contact for which these literals hold.
    pub(crate) fn ask(&mut self, assumed: &[Literal]) -> Answer {
        self.solver.ask(assumed)
    }

    /// From now on a literal holds exactly where all of these do.
    fn means(&mut self, literal: Literal, all: &[Literal]) {
        for one in all {
            self.solver.one_of([!literal, *one]);
        }
        self.solver.one_of(all.iter().map(|one| !*one).chain([literal]));
    }

    /// A variable that holds exactly where all of these do.
    pub(crate) fn all_of(&mut self, literals: &[Literal]) -> Literal {
        let all = self.solver.variable();
        self.means(all, literals);
        all
    }

    /// A variable that holds exactly at these kinds of moment.
    pub(crate) fn at_moments(&mut self, numbers: &[usize]) -> Literal {
        let moments: Vec<Literal> = numbers.iter().filter_map(|number| self.moments.get(*number).copied()).collect();
        let none: Vec<Literal> = moments.iter().map(|moment| !*moment).collect();
        !self.all_of(&none)
    }

    /// The literals for contacts of these customers; none where there are no such customers. Likewise for the others.
    pub(crate) fn on_customers(&self, side: &Side) -> Option<Vec<Literal>> {
        self.on(NamedAxis::Customer, side)
    }

    pub(crate) fn on_contact_types(&self, side: &Side) -> Option<Vec<Literal>> {
        self.on(NamedAxis::ContactType, side)
    }

    pub(crate) fn on_channels(&self, side: &Side) -> Option<Vec<Literal>> {
        self.on(NamedAxis::Channel, side)
    }

    fn on(&self, axis: NamedAxis, side: &Side) -> Option<Vec<Literal>> {
        let place = self.space.axes.place(AxisOf::Named(axis))?;
        if side.is_empty(self.space.axis(place)?.cells) {
            return None;
        }
        let mut all = Vec::new();
        self.side(place, side, &mut all);
        Some(all)
    }

    /// The cells of the contact that was found last.
    pub(crate) fn found(&self) -> Vec<u32> {
        let holds = |literal: &Literal| self.solver.holds(*literal);
        let cell = |(place, written): (usize, &Written)| match written {
            Written::Names(cells) => {
                let at = cells.iter().position(|variable| variable.as_ref().is_some_and(holds));
                at.and_then(|at| u32::try_from(at).ok()).unwrap_or(0)
            }
            Written::Either(first) => u32::from(!holds(first)),
            Written::Numbers { first, last, up_to, unknown } => {
                if holds(unknown) {
                    return self.space.axis(place).map_or(0, crate::policy::Axis::unknown);
                }
                (*first..*last).zip(up_to).find(|(_, below)| holds(below)).map_or(*last, |(piece, _)| piece)
            }
        };
        self.axes.iter().enumerate().map(cell).collect()
    }

    /// The literals that say that a contact is in one cell of an axis.
    pub(crate) fn at(&self, place: usize, cell: u32) -> Vec<Literal> {
        let mut all = Vec::new();
        let number = matches!(self.axes.get(place), Some(Written::Numbers { .. }));
        let unknown = self.space.axis(place).is_some_and(|axis| cell == axis.unknown());
        if number && !unknown {
            self.side(place, &Side::Span(cell, cell), &mut all);
        } else {
            self.side(place, &Side::Only(vec![cell]), &mut all);
        }
        all
    }
}
