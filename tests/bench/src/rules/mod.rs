//! Sets of rules of any size, and contacts for them, the same for the same seed. First match wins; the last rule takes all.

mod dice;
mod generate;
mod json;
mod policy;
mod scan;

pub use dice::Dice;
pub use generate::{contacts, rule_set};
pub use json::{contact_from_json, contacts_json, lines_json, rule_set_from_json, rule_set_json};
pub use policy::{ARRIVED, Ids, closed_policy, engine_contact, guarantees, policy};
pub use scan::Scan;

/// What an attribute of a contact holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Values {
    /// One of these names.
    Names(Vec<String>),
    /// A number from the first to the second, both included.
    Numbers(i64, i64),
    /// Yes (1) or no (0).
    YesNo,
}

/// An attribute of contacts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribute {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub values: Values,
}

/// What a rule asks of one attribute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// One of these, as positions in the list of names.
    OneOf(Vec<usize>),
    /// None of these.
    NoneOf(Vec<usize>),
    /// A number from the first to the second, where they are given.
    Between(Option<i64>, Option<i64>),
    /// Yes or no.
    Is(bool),
}

impl Condition {
    /// Whether a value fits. What is not known fits only where some names are excluded.
    #[must_use]
    pub fn fits(&self, value: i64) -> bool {
        let among = |names: &[usize]| names.iter().any(|name| *name as i64 == value);
        match self {
            Self::OneOf(names) => among(names),
            Self::NoneOf(names) => !among(names),
            Self::Between(..) if value == UNKNOWN => false,
            Self::Between(low, high) => low.is_none_or(|low| low <= value) && high.is_none_or(|high| value <= high),
            Self::Is(yes) => i64::from(*yes) == value,
        }
    }
}

/// A rule: the attributes that it asks about, by position and in order, and its decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// All must fit.
    pub when: Vec<(usize, Condition)>,
    /// The position of the decision.
    pub then: usize,
}

/// A set of rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleSet {
    /// What contacts have.
    pub attributes: Vec<Attribute>,
    /// The names of the decisions.
    pub decisions: Vec<String>,
    /// The rules; the first that fits wins.
    pub rules: Vec<Rule>,
    /// What is claimed: a contact that fits all of these is decided by a rule that is not the last.
    pub guarantees: Vec<Vec<(usize, Condition)>>,
}

/// A contact: the value of each attribute; a name by its position.
pub type Contact = Vec<i64>;

/// The most attributes that a set has.
pub const MOST_ATTRIBUTES: usize = 12;

/// The value of an attribute that is not known.
pub const UNKNOWN: i64 = i64::MIN;

impl RuleSet {
    /// The first rule that fits, found by trying one after the other.
    #[must_use]
    pub fn first(&self, contact: &Contact) -> Option<usize> {
        self.rules.iter().position(|rule| rule.when.iter().all(|(at, condition)| condition.fits(contact[*at])))
    }
}

/// How a set of rules is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// 8 attributes; each rule asks about 2 to 4, at least two of them by short lists of names; the narrowest first, as
    /// people sort them.
    Layered,
    /// The same with 12 attributes, of which each rule asks about 2 to 6.
    Layered12,
    /// 2 to 4 of 8 attributes, in any order: a few broad rules take nearly everything.
    Random,
}

impl Profile {
    /// The profile of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "layered" => Some(Self::Layered),
            "layered12" => Some(Self::Layered12),
            "random" => Some(Self::Random),
            _ => None,
        }
    }
}
