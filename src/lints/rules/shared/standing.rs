//! One contact of the analysis as conditions see it: to say which part of a rule keeps it out.

use crate::analysis::{Spoken, Witness};
use crate::policy::{
    Decimal, DeskHours, DeskId, DeskTables, FieldId, FieldValue, Known, NamedAxis, NamedValue, Policy, TermAnswers,
    TermId, Test,
};

/// A contact, and the desks that are open when it comes.
#[derive(Debug)]
pub(crate) struct Standing<'a> {
    policy: &'a Policy,
    contact: &'a Witness,
    open: Vec<DeskId>,
}

impl<'a> Standing<'a> {
    /// A contact of a policy.
    pub(crate) fn new(policy: &'a Policy, contact: &'a Witness) -> Self {
        let is_open = |desk: &DeskId| {
            policy.desk(*desk).is_some_and(|desk| {
                DeskTables::new(&[DeskHours::from(desk)], None, contact.at).accepting.is_open(contact.at)
            })
        };
        let tests = policy.rules.iter().map(|rule| &rule.tests).chain(policy.terms.iter().map(|(_, tests)| tests));
        let mut desks: Vec<DeskId> = tests.flatten().filter_map(desk_of).collect();
        desks.sort_unstable();
        desks.dedup();
        Self { policy, contact, open: desks.into_iter().filter(is_open).collect() }
    }

    /// Whether a test fits it.
    pub(crate) fn fits(&self, test: &Test) -> bool {
        test.fits(&Asked { standing: self, terms: TermAnswers::new(self.policy.terms.len()) })
    }
}

fn desk_of(test: &Test) -> Option<DeskId> {
    match test {
        Test::Desk { desk, .. } => Some(*desk),
        Test::Named { .. } | Test::Number { .. } | Test::Known { .. } | Test::Term { .. } => None,
    }
}

/// The contact while it is asked about: what its terms answered is kept.
struct Asked<'s> {
    standing: &'s Standing<'s>,
    terms: TermAnswers,
}

impl Asked<'_> {
    /// Whether all tests fit it.
    fn fits_all(&self, tests: &[Test]) -> bool {
        tests.iter().all(|test| test.fits(self))
    }
}

impl Known for Asked<'_> {
    fn named(&self, axis: NamedAxis) -> NamedValue {
        let Standing { policy, contact, .. } = self.standing;
        match axis {
            NamedAxis::Customer => contact.customer.map_or(NamedValue::Unknown, |id| NamedValue::At(id.0)),
            NamedAxis::ContactType => NamedValue::At(contact.contact_type.0),
            NamedAxis::Channel => NamedValue::At(contact.channel.0),
            NamedAxis::Language => match contact.language {
                Spoken::Unknown => NamedValue::Unknown,
                Spoken::Named(language) => NamedValue::At(language.0),
                Spoken::Other => NamedValue::Other,
            },
            NamedAxis::Day => NamedValue::At(policy.time_zone.local(contact.at).weekday().index().into()),
            NamedAxis::Field(field) => contact.field(field).map_or(NamedValue::Unknown, FieldValue::name),
        }
    }

    fn number(&self, field: FieldId) -> Option<Decimal> {
        self.standing.contact.field(field).and_then(FieldValue::number)
    }

    fn term(&self, term: TermId) -> bool {
        let holds = |(_, tests): &(String, Vec<Test>)| self.fits_all(tests);
        self.terms.get(term, || self.standing.policy.term(term).is_some_and(holds))
    }

    fn desk_is_open(&self, desk: DeskId) -> bool {
        self.standing.open.binary_search(&desk).is_ok()
    }
}
