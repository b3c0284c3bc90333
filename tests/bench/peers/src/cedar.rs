//! Cedar: a `permit` for each rule. Cedar has no order: it looks at all policies and says which allowed the request, and the
//! first of these is taken.

use std::fmt::Write as _;
use std::str::FromStr;

use cedar_policy::{Authorizer, Context, Entities, EntityUid, PolicyId, PolicySet, Request, RestrictedExpression};
use frontdesk_bench::rules::RuleSet;
use serde_json::Value;

use crate::peer::{Contact, Peer};
use crate::words::Language;

const CEDAR: Language =
    Language { before: "context.", quote: '"', brackets: ("[", "]"), contains: true, not: ("!(", ")"), and: " && " };

pub struct Cedar {
    policies: PolicySet,
    authorizer: Authorizer,
    entities: Entities,
    /// Who, what and on what: always the same.
    who: [EntityUid; 3],
}

impl Peer for Cedar {
    const NAME: &'static str = "cedar-policy 4.14.1";
    type Input = Request;

    fn load(set: &RuleSet) -> Result<Self, String> {
        let mut text = String::new();
        for (at, rule) in set.rules.iter().enumerate() {
            let condition = CEDAR.condition(set, rule);
            let _ = writeln!(text, "@id(\"{at}\")\npermit(principal, action, resource) when {{ {condition} }};");
        }
        let read = PolicySet::from_str(&text).map_err(|error| error.to_string())?;
        // Under the number of its rule, a policy is found without looking at its notes.
        let mut policies = PolicySet::new();
        for policy in read.policies() {
            let number = PolicyId::new(policy.annotation("id").unwrap_or_default());
            policies.add(policy.new_id(number)).map_err(|error| error.to_string())?;
        }
        let name = |text: &str| text.parse().map_err(|_| format!("{text} is no name."));
        let who = [name("Contact::\"c\"")?, name("Action::\"route\"")?, name("Center::\"cc\"")?];
        Ok(Self { policies, authorizer: Authorizer::new(), entities: Entities::empty(), who })
    }

    fn prepare(&self, contact: &Contact) -> Self::Input {
        let pair = |(name, value): (&String, &Value)| {
            let value = match value {
                Value::String(text) => RestrictedExpression::new_string(text.clone()),
                Value::Bool(yes) => RestrictedExpression::new_bool(*yes),
                Value::Number(number) => RestrictedExpression::new_long(number.as_i64()?),
                Value::Null | Value::Array(_) | Value::Object(_) => return None,
            };
            Some((name.clone(), value))
        };
        let context = Context::from_pairs(contact.iter().filter_map(pair)).expect("a context");
        let [principal, action, resource] = self.who.clone();
        Request::new(principal, action, resource, context, None).expect("a request")
    }

    fn decide(&mut self, input: &Self::Input) -> Option<usize> {
        let response = self.authorizer.is_authorized(input, &self.policies, &self.entities);
        response.diagnostics().reason().filter_map(|id| AsRef::<str>::as_ref(id).parse().ok()).min()
    }
}
