//! What every engine has to do.

use frontdesk_bench::rules::RuleSet;
use serde_json::{Map, Value};

/// A contact as it comes: the attributes by their names.
pub type Contact = Map<String, Value>;

/// An engine with a set of rules.
pub trait Peer: Sized {
    /// Its name and version.
    const NAME: &'static str;
    /// A contact as the engine takes it.
    type Input;

    /// Makes the rules ready. The error says what the engine cannot do.
    fn load(set: &RuleSet) -> Result<Self, String>;

    /// Makes a contact ready.
    fn prepare(&self, contact: &Contact) -> Self::Input;

    /// The first rule that fits.
    fn decide(&mut self, input: &Self::Input) -> Option<usize>;
}
