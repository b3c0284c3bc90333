//! Names and numbers in sentences.

use crate::lints::rules::telling;
use crate::strategy::words::quoted;

/// `"a"`, `"a" and "b"`, `"a", "b" and "c"`; from four on the first three and how many more there are.
#[must_use]
pub(crate) fn listed<S: AsRef<str>>(names: &[S]) -> String {
    if names.is_empty() { "nothing".to_owned() } else { telling::listed(names.iter().map(AsRef::as_ref)) }
}

/// The name in quotation marks where there is one, else how many there are: `"Main desk"`, `3 desks`.
#[must_use]
pub(crate) fn one_or_count<S: AsRef<str>>(names: &[S], many: &str) -> String {
    match names {
        [only] => quoted(only.as_ref()),
        _ => format!("{} {many}", names.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_name_three() {
        assert_eq!(listed::<&str>(&[]), "nothing");
        assert_eq!(listed(&["a"]), "\"a\"");
        assert_eq!(listed(&["a", "b"]), "\"a\" and \"b\"");
        assert_eq!(listed(&["a", "b", "c"]), "\"a\", \"b\" and \"c\"");
        assert_eq!(listed(&["a", "b", "c", "d", "e"]), "\"a\", \"b\", \"c\" and 2 more");
        assert_eq!(one_or_count(&["a"], "desks"), "\"a\"");
        assert_eq!(one_or_count(&["a", "b"], "desks"), "2 desks");
    }
}
