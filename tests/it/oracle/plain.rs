//! The language, read as plainly as it stands: what a contact is decided as.

use super::minutes::{desk_is_open, reading, weekday};
use super::plan::{Cell, Contact, GRAVITIES, Plan, Rule, Table, Test};

const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// A contact and what is known of it.
pub(super) struct Case<'a> {
    pub(super) plan: &'a Plan,
    pub(super) contact: &'a Contact,
    pub(super) contact_type: usize,
    pub(super) channel: usize,
    pub(super) segment: usize,
}

impl<'a> Case<'a> {
    pub(super) fn new(plan: &'a Plan, contact: &'a Contact) -> Self {
        let named = plan.types.iter().position(|it| it.name == contact.contact_type);
        let catch_all = || plan.types.iter().position(|it| it.everything_else);
        let contact_type = named.or_else(catch_all).unwrap();
        let channel = plan.channels.iter().position(|it| it.name == contact.channel).unwrap();
        let last = plan.segments.len() - 1;
        let mut case = Self { plan, contact, contact_type, channel, segment: last };
        case.segment = match &contact.customer {
            Some(name) => plan.segments.iter().position(|(segment, _)| segment == name).unwrap_or(last),
            None => plan.segments.iter().position(|(_, tests)| case.all(tests)).unwrap(),
        };
        case
    }

    pub(super) fn rule(&self) -> Option<&'a Rule> {
        self.plan.rules.iter().find(|rule| self.all(&rule.tests))
    }

    fn all(&self, tests: &[Test]) -> bool {
        tests.iter().all(|test| self.fits(test))
    }

    fn fits(&self, test: &Test) -> bool {
        match test {
            Test::Is(field, names, not) => names.iter().any(|name| self.is(field, name)) != *not,
            Test::Number(field, comparison, bound) => self.number(field).is_some_and(|number| match *comparison {
                "above" => number > *bound,
                "below" => number < *bound,
                "at least" => number >= *bound,
                _ => number <= *bound,
            }),
            Test::Between(field, low, high) => self.number(field).is_some_and(|it| *low <= it && it <= *high),
            Test::Known(field, known) => self.is_known(field) == *known,
            Test::Term(term, not) => self.all(&self.plan.terms[*term].1) != *not,
            Test::Desk(desk, open) => desk_is_open(self.plan, *desk, self.contact.at) == *open,
        }
    }

    fn is(&self, field: &str, name: &str) -> bool {
        match field {
            "customer" => self.plan.segments[self.segment].0 == name,
            "contact type" => {
                let own = &self.plan.types[self.contact_type];
                own.name == name || own.part_of.is_some_and(|parent| self.plan.types[parent].name == name)
            }
            "channel" => self.heading_fits(name),
            "language" => self.contact.language == Some(name),
            "day" => DAYS[weekday(reading(self.plan.zone, self.contact.at).day)] == name,
            "tier" => self.contact.tier == Some(name),
            "vip" => self.contact.vip.is_some_and(|vip| vip == (name == "yes")),
            other => unreachable!("{other}"),
        }
    }

    /// In tenths; waiting in minutes.
    fn number(&self, field: &str) -> Option<i64> {
        match field {
            "sentiment" => self.contact.sentiment,
            "score" => self.contact.score,
            _ => self.contact.waiting,
        }
    }

    fn is_known(&self, field: &str) -> bool {
        match field {
            "tier" => self.contact.tier.is_some(),
            "vip" => self.contact.vip.is_some(),
            number => self.number(number).is_some(),
        }
    }

    fn heading_fits(&self, heading: &str) -> bool {
        let channel = &self.plan.channels[self.channel];
        [channel.name, channel.kind, channel.family].contains(&heading)
    }

    /// 0 where the heading names the channel, 1 its kind, 2 its family.
    fn breadth(&self, heading: &str) -> Option<usize> {
        let channel = &self.plan.channels[self.channel];
        [channel.name, channel.kind, channel.family].iter().position(|it| *it == heading)
    }

    /// The desks that list the channel, those that do so most exactly.
    pub(super) fn desks(&self) -> Vec<usize> {
        let exact = |desk: &super::plan::Desk| desk.channels.iter().filter_map(|heading| self.breadth(heading)).min();
        let best = self.plan.desks.iter().filter_map(exact).min();
        let desks = self.plan.desks.iter().enumerate();
        desks.filter(|(_, desk)| best.is_some() && exact(desk) == best).map(|(at, _)| at).collect()
    }

    /// What the tables say: the customer's first, then the season's, then the plain one.
    pub(super) fn promise(&self) -> Cell {
        let day = reading(self.plan.zone, self.contact.at).day;
        let mut seasons = self.plan.desks.iter().filter_map(|desk| desk.season.as_ref());
        let in_season = seasons.any(|(from, to, _)| *from <= day && day <= *to);
        let customer = &self.plan.segments[self.segment].0;
        let own = self.plan.tables.iter().filter(|table| table.customer.as_ref() == Some(customer));
        let season = self.plan.tables.iter().filter(|table| table.season && in_season);
        let plain = self.plan.tables.iter().filter(|table| table.customer.is_none() && !table.season);
        own.chain(season).chain(plain).find_map(|table| self.cell(table)).unwrap_or(Cell::Blank)
    }

    fn cell(&self, table: &Table) -> Option<Cell> {
        let own = Some(self.contact_type);
        let rows = [own, self.plan.types[self.contact_type].part_of];
        rows.into_iter().flatten().find_map(|row| self.cell_in_row(table, row))
    }

    fn cell_in_row(&self, table: &Table, row: usize) -> Option<Cell> {
        let (_, cells) = table.rows.iter().find(|(at, _)| *at == row)?;
        (0..3).find_map(|breadth| {
            let mut columns = table.columns.iter().zip(cells);
            let fits = |heading: &str, cell: &Cell| self.breadth(heading) == Some(breadth) && *cell != Cell::Blank;
            columns.find(|(heading, cell)| fits(heading, cell)).map(|(_, cell)| cell.clone())
        })
    }

    /// What the type says, or else the one that it is a part of.
    fn inherited<T>(&self, say: impl Fn(usize) -> Option<T>) -> Option<T> {
        say(self.contact_type).or_else(|| self.plan.types[self.contact_type].part_of.and_then(say))
    }

    pub(super) fn reply(&self) -> &'static str {
        self.inherited(|at| self.plan.types[at].reply).unwrap_or("always")
    }

    pub(super) fn priority(&self) -> u32 {
        let gravity = self.inherited(|at| self.plan.types[at].gravity).unwrap_or("normal");
        let from_gravity = (1..).zip(GRAVITIES).find(|(_, name)| *name == gravity).map(|(number, _)| number);
        self.rule().and_then(|rule| rule.priority).or(from_gravity).unwrap()
    }
}
