//! A contact that no rule fits, as the analysis found it.

use crate::analysis::{Spoken, Witness};
use crate::lints::lint::Subject;
use crate::lints::rules::shared::standing::Standing;
use crate::policy::{Cell, FieldId, NamedAxis, Promise, Test};

/// A contact that no rule fits.
pub(super) struct Hole<'a> {
    subject: &'a Subject<'a>,
    contact: &'a Witness,
    standing: Standing<'a>,
}

impl<'a> Hole<'a> {
    /// The hole around a contact.
    pub(super) fn new(subject: &'a Subject<'a>, contact: &'a Witness) -> Self {
        let standing = Standing::new(subject.policy, contact);
        Self { subject, contact, standing }
    }

    /// Whether a test fits the contact.
    pub(super) fn fits(&self, test: &Test) -> bool {
        self.standing.fits(test)
    }

    /// The contact as a phrase.
    pub(super) fn words(&self) -> String {
        self.contact.told(self.subject.policy)
    }

    /// Whether a test asks for something that is not known of the contact.
    pub(super) fn asks_for_unknown(&self, test: &Test) -> bool {
        let unknown = |field: &FieldId| self.contact.field(*field).is_none();
        match test {
            Test::Named { axis, .. } | Test::Known { axis, .. } => match axis {
                NamedAxis::Customer | NamedAxis::ContactType | NamedAxis::Channel | NamedAxis::Day => false,
                NamedAxis::Language => self.contact.language == Spoken::Unknown,
                NamedAxis::Field(field) => unknown(field),
            },
            Test::Number { field, .. } => unknown(field),
            // A witness there is only where no term is made of itself.
            Test::Term { term, .. } => {
                let tests = self.subject.policy.term(*term).map_or(&[][..], |(_, tests)| tests);
                tests.iter().any(|test| self.asks_for_unknown(test))
            }
            Test::Desk { .. } => false,
        }
    }

    /// What the contact is promised.
    pub(super) fn promised(&self) -> Option<&'a Promise> {
        let policy = self.subject.policy;
        let date = policy.time_zone.local(self.contact.at).date;
        let Witness { customer, contact_type, channel, .. } = self.contact;
        match self.subject.index.promised(policy, *customer, *contact_type, *channel, date)? {
            Cell::Promise(promise) => policy.promise(promise),
            Cell::Always | Cell::NoPromise | Cell::NotOffered => None,
        }
    }
}
