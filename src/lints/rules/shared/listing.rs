//! Names and numbers in sentences.

use crate::strategy::words::quoted;

/// `"a"`, `"a" and "b"`, `"a", "b" and "c"`; from four on the first three and how many more there are.
#[must_use]
pub(crate) fn listed<S: AsRef<str>>(names: &[S]) -> String {
    let shown: Vec<String> = names.iter().take(3).map(|name| quoted(name.as_ref())).collect();
    let rest = names.len() - shown.len();
    match shown.split_last() {
        None => "nothing".to_owned(),
        Some(_) if rest > 0 => format!("{} and {rest} more", shown.join(", ")),
        Some((only, [])) => only.clone(),
        Some((last, before)) => format!("{} and {last}", before.join(", ")),
    }
}

/// The name in quotation marks where there is one, else how many there are: `"Main desk"`, `3 desks`.
#[must_use]
pub(crate) fn one_or_count<S: AsRef<str>>(names: &[S], many: &str) -> String {
    match names {
        [only] => quoted(only.as_ref()),
        _ => format!("{} {many}", names.len()),
    }
}

/// The first word for one, the second for none or several.
#[must_use]
pub(crate) fn by_count<'w>(count: usize, one: &'w str, several: &'w str) -> &'w str {
    if count == 1 { one } else { several }
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
