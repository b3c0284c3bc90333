//! The published description of the file format, for other tools.

use serde_json::Value;

use crate::bundle::wire::WireBundle;

/// The JSON Schema of a bundle, made from the structs that read and write it.
#[must_use]
pub fn schema() -> Value {
    let mut schema = schemars::schema_for!(WireBundle);
    schema.insert("title".into(), "frontdesk bundle, format 1".into());
    schema.to_value()
}
