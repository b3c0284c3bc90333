//! The JSON schema of strategy files, for editors: made from the tables of keys. It never words a message.

use serde_json::{Map, Value, json};

use crate::strategy::field::{Field, Key, Shape};
use crate::strategy::header;
use crate::strategy::tables::tables;

/// The schema, in draft 7, which the editors of YAML read. It has no `oneOf`, so that what they say stays readable.
#[must_use]
pub fn schema() -> Value {
    let mut properties = Map::new();
    for field in header::FIELDS {
        properties.insert(field.shown(), value(field));
    }
    for table in tables() {
        let about = table.about.lines().find(|line| !line.is_empty() && !line.starts_with('#')).unwrap_or("");
        let mut section = keys(table.fields);
        let whole_value = matches!(table.key, "service levels" | "routing");
        if whole_value {
            set(&mut section, "type", json!(["object", "string"]));
        }
        set(&mut section, "description", json!(about));
        properties.insert(table.key.to_owned(), section);
    }
    let required: Vec<&str> = header::FIELDS.iter().filter(|field| field.required).filter_map(word).collect();
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": "https://frontdesk.example/schemas/strategy.schema.json",
        "title": "Customer access strategy (frontdesk format 1)",
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn word(field: &Field) -> Option<&'static str> {
    match field.key {
        Key::Word(word) => Some(word),
        Key::Phrase { .. } | Key::Name(_) => None,
    }
}

fn set(schema: &mut Value, key: &str, value: Value) {
    if let Value::Object(members) = schema {
        members.insert(key.to_owned(), value);
    }
}

/// Keys below a key: exact words as properties, phrases and names by how they look.
fn keys(fields: &[Field]) -> Value {
    let mut properties = Map::new();
    let mut looks = Map::new();
    let mut any_name = false;
    for field in fields {
        match field.key {
            Key::Word(word) => {
                properties.insert(word.to_owned(), value(field));
            }
            Key::Phrase { words, .. } => {
                looks.insert(format!("^{words} "), value(field));
            }
            Key::Name(_) => {
                any_name = true;
                looks.insert("^.+$".to_owned(), value(field));
            }
        }
    }
    for (reason, about) in [("why", "Why it is so."), ("source", "Where it was published: TITLE, ADDRESS, as of DATE.")]
    {
        properties.entry(reason).or_insert_with(|| json!({ "type": "string", "description": about }));
    }
    if any_name {
        // A name may be any text, so the exact words would be checked twice: once is enough.
        looks.remove("^.+$");
        let names: Vec<String> = properties.keys().map(|word| escaped(word)).collect();
        let other = format!("^(?!({})$).+$", names.join("|"));
        if let Some(field) = fields.iter().find(|field| matches!(field.key, Key::Name(_))) {
            looks.insert(other, value(field));
        }
    }
    let mut schema = json!({
        "type": ["object", "null"],
        "properties": properties,
        "additionalProperties": false,
    });
    if !looks.is_empty() {
        set(&mut schema, "patternProperties", Value::Object(looks));
    }
    schema
}

/// A word as it stands in a look.
fn escaped(word: &str) -> String {
    let mut out = String::new();
    for letter in word.chars() {
        if "?.+*()[]{}|^$\\".contains(letter) {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

/// What stands after a key.
fn value(field: &Field) -> Value {
    let mut schema = shape(&field.shape);
    let about = match field.default {
        Some(default) => format!("{} Default: {default}.", field.about),
        None => field.about.to_owned(),
    };
    set(&mut schema, "description", json!(about));
    if !field.example.is_empty() {
        set(&mut schema, "examples", json!([field.example]));
    }
    schema
}

fn shape(shape: &Shape) -> Value {
    // Editors read 80 as a number, no as a truth value and 2026-11-02 as a date: all of them are text to us.
    const ONE_VALUE: [&str; 3] = ["string", "number", "boolean"];
    match shape {
        Shape::Text | Shape::List | Shape::Phrase(_) => json!({ "type": ONE_VALUE }),
        Shape::Word(words) if words.iter().any(|word| matches!(*word, "yes" | "no")) => json!({ "type": ONE_VALUE }),
        Shape::Word(words) => json!({ "type": "string", "enum": words }),
        Shape::Table => json!({ "type": "string" }),
        Shape::Keys(fields) | Shape::KeysOrNothing(fields) => keys(fields),
        Shape::KeysOr(fields, _) => {
            let mut schema = keys(fields);
            set(&mut schema, "type", json!(["object", "string", "number", "boolean", "null"]));
            schema
        }
    }
}
