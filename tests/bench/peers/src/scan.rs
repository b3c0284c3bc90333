//! The rules tried one by one, their conditions compiled: what any program could do by itself.

use frontdesk_bench::rules::{RuleSet, Scan, contact_from_json};

use crate::peer::{Contact, Peer};

pub struct Compiled {
    set: RuleSet,
    scan: Scan,
}

impl Peer for Compiled {
    const NAME: &'static str = "compiled conditions, one by one";
    type Input = [i64; 8];

    fn load(set: &RuleSet) -> Result<Self, String> {
        Ok(Self { set: set.clone(), scan: Scan::new(set) })
    }

    fn prepare(&self, contact: &Contact) -> Self::Input {
        Scan::ready(&self.set, &contact_from_json(&self.set, contact).expect("a contact of the set"))
    }

    fn decide(&mut self, input: &Self::Input) -> Option<usize> {
        self.scan.first(input)
    }
}
