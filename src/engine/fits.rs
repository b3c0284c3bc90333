//! Whether a condition fits a contact.

use crate::engine::contact::Contact;
use crate::engine::decide::Engine;
use crate::policy::Test;

impl Engine {
    /// Whether all of these tests fit a contact.
    #[must_use]
    pub fn fits(&self, contact: &Contact, tests: &[Test]) -> bool {
        let (facts, _) = self.facts(contact);
        facts.fit_all(tests)
    }
}
