//! frontdesk: its index from a prepared contact to a rule, and its whole decision.

use frontdesk::engine::{Engine, Given, Members, Numeral, Prepared, RuleIndex};
use frontdesk_bench::rules::{ARRIVED, Ids, RuleSet, contact_from_json, policy};
use serde_json::Value;

use crate::peer::{Contact, Peer};

pub struct Index {
    set: RuleSet,
    index: RuleIndex,
}

impl Peer for Index {
    const NAME: &'static str = "frontdesk";
    type Input = Prepared;

    fn load(set: &RuleSet) -> Result<Self, String> {
        Ok(Self { set: set.clone(), index: RuleIndex::new(&policy(set)) })
    }

    fn prepare(&self, contact: &Contact) -> Self::Input {
        let contact = contact_from_json(&self.set, contact).expect("a contact of the set");
        let mut prepared = Prepared::default();
        self.index.prepare(&Ids::new(&self.set, &contact), &mut prepared);
        prepared
    }

    fn decide(&mut self, input: &Self::Input) -> Option<usize> {
        self.index.first(input).map(|rule| rule.index())
    }
}

/// From the names of a contact to customer, rule, desk, promise and the instants at which things are due. Nothing is
/// prepared but the members, as they come out of a reader of JSON.
pub struct Whole(Engine);

impl Peer for Whole {
    const NAME: &'static str = "frontdesk, whole decision";
    type Input = Members<'static>;

    fn load(set: &RuleSet) -> Result<Self, String> {
        Ok(Self(Engine::new(policy(set))))
    }

    fn prepare(&self, contact: &Contact) -> Self::Input {
        let member = |(name, value): (&String, &Value)| {
            let name = match name.as_str() {
                "segment" => "customer",
                "contact_type" => "contact type",
                other => other,
            };
            let value = match value {
                Value::String(text) => Given::from(text.clone()),
                Value::Bool(yes) => Given::YesNo(*yes),
                Value::Number(number) => Given::Number(Numeral::Whole(number.as_i64()?)),
                Value::Null | Value::Array(_) | Value::Object(_) => return None,
            };
            Some((name.to_owned().into(), value))
        };
        let arrived = ("at".into(), Given::from(ARRIVED));
        Members(contact.iter().filter_map(member).chain([arrived]).collect())
    }

    fn decide(&mut self, input: &Self::Input) -> Option<usize> {
        let contact = self.0.contact(input).expect("a contact of the set");
        std::hint::black_box(self.0.decide(&contact)).rule.map(|rule| rule.index())
    }
}
