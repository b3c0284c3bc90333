//! Small records for programs.

use schemars::JsonSchema;
use serde::Serialize;

/// What stands in place of a decision where a line could not be decided.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct UndecidedJson {
    /// What is wrong with the contact, in a sentence.
    error: String,
    /// The number of its line, from 1.
    line: u64,
}

/// The record that stands in place of a decision where a line could not be decided.
pub(crate) fn undecided(line: u64, error: &str) -> String {
    let record = UndecidedJson { error: error.to_owned(), line };
    serde_json::to_string(&record).unwrap_or_default()
}

/// A schema, two blanks an indentation, with a line break at the end.
pub(crate) fn pretty(value: &serde_json::Value) -> String {
    format!("{value:#}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_and_breaks_are_kept_out_of_the_line() {
        assert_eq!(undecided(3, "no \"x\"\n"), r#"{"error":"no \"x\"\n","line":3}"#);
    }
}
