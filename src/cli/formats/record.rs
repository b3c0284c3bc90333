//! Small records for programs.

/// The record that stands in place of a decision where a line could not be decided.
pub(crate) fn undecided(line: u64, error: &str) -> String {
    serde_json::json!({ "error": error, "line": line }).to_string()
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
