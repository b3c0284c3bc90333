//! Names that hold the word `and`, which also joins the tests of a condition.

use std::collections::BTreeSet;
use std::ops::Bound;

/// The word as it joins tests, and as it is written for the grammar inside a name: other blanks of the same length, so
/// that places stay right.
const JOINS: &str = " and ";
const INSIDE: &str = "\u{1}and\u{1}";

/// All names of a strategy that hold the word, in alphabetical order, so that the one that a text begins with is found
/// without a look at the others.
#[derive(Debug, Clone, Default)]
pub(super) struct NamesWithAnd(BTreeSet<String>);

impl NamesWithAnd {
    /// Remembers a name, if it holds the word.
    pub(super) fn remember(&mut self, name: &str) {
        if name.contains(JOINS) {
            self.0.insert(name.to_owned());
        }
    }

    /// The condition with other blanks around the word inside names.
    #[must_use]
    pub(super) fn kept_together(&self, condition: &str) -> String {
        if self.0.is_empty() || !condition.contains(JOINS) {
            return condition.to_owned();
        }
        let mut out = String::with_capacity(condition.len());
        let mut rest = condition;
        while let Some((before, after)) = next_name(rest, out.is_empty()) {
            out.push_str(before);
            let name = self.longest_at_start(after);
            out.push_str(&name.replace(JOINS, INSIDE));
            rest = after.strip_prefix(name).unwrap_or(after);
        }
        out.push_str(rest);
        out
    }

    /// The longest of the names with which a text begins and which ends where a word ends; empty where there is none.
    fn longest_at_start(&self, text: &str) -> &str {
        let mut found = self.last(Bound::Included(text));
        while let Some(name) = found {
            found = match text.strip_prefix(name) {
                Some(rest) if !rest.chars().next().is_some_and(char::is_alphanumeric) => return name,
                Some(_) => self.last(Bound::Excluded(name)),
                // A shorter name with which the text begins is no longer than what the two have in common.
                None => self.last(Bound::Included(common_start(text, name))),
            };
        }
        ""
    }

    /// The last name up to this text.
    fn last(&self, end: Bound<&str>) -> Option<&str> {
        self.0.range::<str, _>((Bound::Unbounded, end)).next_back().map(String::as_str)
    }
}

/// A name with the blanks that it was declared with.
#[must_use]
pub(super) fn as_declared(name: &str) -> String {
    name.replace(INSIDE, JOINS)
}

/// A text cut just after the first words that stand before a name.
fn next_name(text: &str, at_start: bool) -> Option<(&str, &str)> {
    if at_start && text.starts_with("desk ") {
        return text.split_at_checked("desk ".len());
    }
    let ends = |(at, _): (usize, &str)| {
        let (before, rest) = text.split_at_checked(at)?;
        let words = [" is not ", " is ", " and desk "].into_iter().find(|words| rest.starts_with(words));
        words.or(before.ends_with(',').then_some(" ")).map(|words| at + words.len())
    };
    text.match_indices(' ').find_map(ends).and_then(|end| text.split_at_checked(end))
}

/// What two texts have in common at their start.
fn common_start<'t>(text: &'t str, other: &str) -> &'t str {
    let common = text.chars().zip(other.chars()).take_while(|(one, two)| one == two);
    let length = common.map(|(letter, _)| letter.len_utf8()).sum();
    text.get(..length).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn together(names: &[&str], condition: &str) -> String {
        let mut known = NamesWithAnd::default();
        for name in names {
            known.remember(name);
        }
        known.kept_together(condition).replace('\u{1}', "~")
    }

    #[test]
    fn the_longest_name_is_kept_together() {
        let names = ["Bills and refunds", "Bills and refunds and more", "A and B", "Order help", "Çà and là"];
        for (condition, right) in [
            ("contact type is Bills and refunds and more", "contact type is Bills~and~refunds~and~more"),
            (
                "contact type is Bills and refunds and channel is x",
                "contact type is Bills~and~refunds and channel is x",
            ),
            (
                "contact type is not Order help, A and B and day is Mon",
                "contact type is not Order help, A~and~B and day is Mon",
            ),
            ("desk A and B is open and desk A and B is closed", "desk A~and~B is open and desk A~and~B is closed"),
            ("contact is A and B and contact is not Çà and là", "contact is A~and~B and contact is not Çà~and~là"),
            ("contact type is Bills and refundsX", "contact type is Bills and refundsX"),
            ("channel is A and Beta", "channel is A and Beta"),
            ("channel is A and B or C", "channel is A~and~B or C"),
            ("waiting between 1 and 2 min", "waiting between 1 and 2 min"),
        ] {
            assert_eq!(together(&names, condition), right);
            assert_eq!(together(&[], condition), condition);
        }
        assert_eq!(as_declared("A\u{1}and\u{1}B"), "A and B");
    }

    #[test]
    fn names_that_begin_alike_are_told_apart() {
        let names: Vec<String> = (0..500).map(|at| format!("Bills and {}", "y".repeat(at))).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        assert_eq!(together(&names, "contact type is Bills and yyy, x"), "contact type is Bills~and~yyy, x");
        assert_eq!(together(&names, "contact type is Bills and yyz"), "contact type is Bills and yyz");
    }
}
