//! Which parts of a strategy are not understood: what they do not say is told only once what they say is.

use std::collections::BTreeSet;

use crate::source::{Diagnostic, Severity};

/// The places in words at which something must be put right before more can be said.
#[derive(Debug, Default)]
pub(crate) struct Misunderstood {
    /// Sections with a fault anywhere in them.
    sections: BTreeSet<String>,
    /// Sections that have a fault themselves, so that nothing in them is known for certain.
    whole_sections: BTreeSet<String>,
    /// Elements with a fault in them: a channel, a desk, a rule.
    elements: BTreeSet<(String, String)>,
}

impl Misunderstood {
    /// From the faults of reading and naming, each with its place in words.
    pub(crate) fn new<'a>(faults: impl Iterator<Item = &'a [String]>) -> Self {
        let mut found = Self::default();
        for path in faults {
            match path {
                [] => {}
                [section] => {
                    found.sections.insert(section.clone());
                    found.whole_sections.insert(section.clone());
                }
                [section, element, ..] => {
                    found.sections.insert(section.clone());
                    found.elements.insert((section.clone(), element.clone()));
                }
            }
        }
        found
    }

    /// Whether a finding says of such a part what it does not say: it may be there, and not be read.
    pub(crate) fn explains(&self, finding: &Diagnostic) -> bool {
        finding.severity == Severity::Look
            && match finding.path.as_slice() {
                [] => false,
                [section] => self.sections.contains(section),
                [section, element, ..] => {
                    self.whole_sections.contains(section) || self.elements.contains(&(section.clone(), element.clone()))
                }
            }
    }
}
