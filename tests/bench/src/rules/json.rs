//! Sets of rules and contacts as files, for other engines: `ruleset/1` and `contacts/1`, and lines for `frontdesk decide`.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use crate::rules::{ARRIVED, Attribute, Condition, Contact, Rule, RuleSet, UNKNOWN, Values};

fn attribute_json(attribute: &Attribute) -> Value {
    let name = &attribute.name;
    match &attribute.values {
        Values::Names(names) => json!({"name": name, "type": "enum", "values": names}),
        Values::Numbers(least, most) => json!({"name": name, "type": "int", "min": least, "max": most}),
        Values::YesNo => json!({"name": name, "type": "bool"}),
    }
}

fn condition_json(attribute: &Attribute, condition: &Condition) -> Value {
    let named = |some: &[usize]| match &attribute.values {
        Values::Names(names) => some.iter().map(|at| Value::from(names[*at].as_str())).collect(),
        Values::Numbers(..) | Values::YesNo => Value::Null,
    };
    match condition {
        Condition::OneOf(some) => json!({"in": named(some)}),
        Condition::NoneOf(some) => json!({"not_in": named(some)}),
        Condition::Between(low, high) => {
            let bounds = [("ge", low), ("le", high)];
            bounds.iter().filter_map(|(name, bound)| bound.map(|bound| ((*name).to_owned(), json!(bound)))).collect()
        }
        Condition::Is(yes) => json!({"eq": yes}),
    }
}

/// The set as `ruleset/1`.
#[must_use]
pub fn rule_set_json(set: &RuleSet) -> Value {
    let when = |when: &[(usize, Condition)]| -> Map<String, Value> {
        let asked = when.iter().map(|(on, condition)| (&set.attributes[*on], condition));
        asked.map(|(attribute, condition)| (attribute.name.clone(), condition_json(attribute, condition))).collect()
    };
    let rule = |(at, rule): (usize, &Rule)| {
        let last = at + 1 == set.rules.len();
        let when = when(&rule.when);
        let id = if last { "default".to_owned() } else { format!("r{at}") };
        json!({"id": id, "when": when, "then": set.decisions[rule.then]})
    };
    json!({
        "format": "ruleset/1",
        "attributes": set.attributes.iter().map(attribute_json).collect::<Vec<_>>(),
        "decisions": set.decisions,
        "rules": set.rules.iter().enumerate().map(rule).collect::<Vec<_>>(),
        "guarantees": set.guarantees.iter().map(|asked| when(asked)).collect::<Vec<_>>(),
    })
}

/// Reads `ruleset/1`; none where it is something else.
#[must_use]
pub fn rule_set_from_json(text: &str) -> Option<RuleSet> {
    let set: Value = serde_json::from_str(text).ok()?;
    let texts = |list: &Value| -> Option<Vec<String>> {
        list.as_array()?.iter().map(|one| one.as_str().map(str::to_owned)).collect()
    };
    let attribute = |one: &Value| {
        let values = match one["type"].as_str()? {
            "enum" => Values::Names(texts(&one["values"])?),
            "int" => Values::Numbers(one["min"].as_i64()?, one["max"].as_i64()?),
            _ => Values::YesNo,
        };
        Some(Attribute { name: one["name"].as_str()?.to_owned(), values })
    };
    let attributes: Vec<Attribute> = set["attributes"].as_array()?.iter().map(attribute).collect::<Option<_>>()?;
    let decisions = texts(&set["decisions"])?;
    let condition = |attribute: &Attribute, asked: &Value| {
        let places = |list: &Value| -> Option<Vec<usize>> {
            let Values::Names(names) = &attribute.values else { return None };
            texts(list)?.iter().map(|name| names.iter().position(|known| known == name)).collect()
        };
        Some(match (&asked["in"], &asked["not_in"], &asked["eq"]) {
            (some @ Value::Array(_), _, _) => Condition::OneOf(places(some)?),
            (_, some @ Value::Array(_), _) => Condition::NoneOf(places(some)?),
            (_, _, Value::Bool(yes)) => Condition::Is(*yes),
            _ => Condition::Between(asked["ge"].as_i64(), asked["le"].as_i64()),
        })
    };
    let asked = |when: &Value| -> Option<Vec<(usize, Condition)>> {
        let when = when.as_object()?;
        let asked = attributes.iter().enumerate().filter_map(|(at, attribute)| {
            when.get(&attribute.name).map(|asked| condition(attribute, asked).map(|condition| (at, condition)))
        });
        asked.collect()
    };
    let rule = |one: &Value| {
        let then = decisions.iter().position(|known| Some(known.as_str()) == one["then"].as_str())?;
        Some(Rule { when: asked(&one["when"])?, then })
    };
    let rules = set["rules"].as_array()?.iter().map(rule).collect::<Option<_>>()?;
    let guarantees = set["guarantees"].as_array()?.iter().map(asked).collect::<Option<_>>()?;
    Some(RuleSet { attributes, decisions, rules, guarantees })
}

/// A contact of `contacts/1`; none where a value is not one of its attribute's.
#[must_use]
pub fn contact_from_json(set: &RuleSet, contact: &Map<String, Value>) -> Option<Contact> {
    let value = |attribute: &Attribute| {
        let value = contact.get(&attribute.name)?;
        match &attribute.values {
            _ if value.is_null() => Some(UNKNOWN),
            Values::Names(names) => {
                let name = value.as_str()?;
                names.iter().position(|known| known == name).map(|at| at as i64)
            }
            Values::Numbers(..) => value.as_i64(),
            Values::YesNo => value.as_bool().map(i64::from),
        }
    };
    set.attributes.iter().map(value).collect()
}

fn value_json(attribute: &Attribute, value: i64) -> Value {
    match &attribute.values {
        _ if value == UNKNOWN => Value::Null,
        Values::Names(names) => json!(names[value as usize]),
        Values::Numbers(..) => json!(value),
        Values::YesNo => json!(value == 1),
    }
}

/// The contacts as `contacts/1`.
#[must_use]
pub fn contacts_json(set: &RuleSet, contacts: &[Contact]) -> String {
    let mut text = String::from("{\"format\": \"contacts/1\", \"contacts\": [");
    for (at, contact) in contacts.iter().enumerate() {
        let members = set.attributes.iter().zip(contact);
        let members: Map<String, Value> =
            members.map(|(attribute, value)| (attribute.name.clone(), value_json(attribute, *value))).collect();
        let _ = write!(text, "{}\n{}", if at == 0 { "" } else { "," }, Value::Object(members));
    }
    text.push_str("\n]}\n");
    text
}

/// The contacts as lines for `frontdesk decide` and the policy of the set.
#[must_use]
pub fn lines_json(set: &RuleSet, contacts: &[Contact]) -> String {
    let mut text = String::new();
    for contact in contacts {
        text.push('{');
        for (attribute, value) in set.attributes.iter().zip(contact) {
            let name = match attribute.name.as_str() {
                "segment" => "customer",
                "contact_type" => "contact type",
                other => other,
            };
            let _ = write!(text, "\"{name}\": {}, ", value_json(attribute, *value));
        }
        let _ = writeln!(text, "\"at\": \"{ARRIVED}\"}}");
    }
    text
}
