//! What a sentence to customers names: telephone numbers, and channels.

/// The numbers that somebody can call, digits only: three digits or more, spaces and dashes in them left out. Dates, years,
/// times and lengths of time are none.
#[must_use]
pub(crate) fn numbers(text: &str) -> Vec<String> {
    let in_a_number = |letter: char| letter.is_ascii_digit() || " -.()/+".contains(letter);
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(|letter: char| letter.is_ascii_digit()) {
        let (before, from) = rest.split_at(at);
        let end = from.find(|letter| !in_a_number(letter)).unwrap_or(from.len());
        let (piece, after) = from.split_at(end);
        let digits: String = piece.chars().filter(char::is_ascii_digit).collect();
        let time = before.ends_with(':') || after.starts_with(':') || is_length(after);
        if digits.len() >= 3 && !time && !is_date(piece, &digits) {
            found.push(digits);
        }
        rest = after;
    }
    found
}

/// The last digits of a number: alike however the country is written.
#[must_use]
pub(crate) fn tail(number: &str) -> String {
    const DIGITS: usize = 8;
    number.chars().skip(number.len().saturating_sub(DIGITS)).collect()
}

/// Whether a text has a name as a word or words of their own, in capitals or not.
#[must_use]
pub(crate) fn names(text: &str, name: &str) -> bool {
    let (text, name) = (text.to_lowercase(), name.to_lowercase());
    let apart = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric());
    !name.is_empty()
        && text.match_indices(&name).any(|(at, found)| {
            let (before, rest) = text.split_at(at);
            let (_, after) = rest.split_at(found.len());
            apart(before.chars().next_back()) && apart(after.chars().next())
        })
}

/// Whether what comes after a number says that it was a length of time or a share.
fn is_length(after: &str) -> bool {
    const UNITS: [&str; 16] = [
        "s", "seconds", "min", "minutes", "h", "hours", "open", "clock", "day", "days", "working", "week", "weeks",
        "month", "months", "people",
    ];
    let word = after.split(|letter: char| !letter.is_alphabetic()).next().unwrap_or("");
    after.starts_with('%') || UNITS.contains(&word)
}

fn is_date(piece: &str, digits: &str) -> bool {
    let year = |text: &str| text.len() == 4 && (text.starts_with("19") || text.starts_with("20"));
    let mut parts = piece.trim().split(['-', '/', '.']);
    let (first, last) = (parts.next().unwrap_or(""), parts.next_back());
    year(digits) || (digits.len() == 8 && last.is_some_and(|last| year(first) || year(last)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_somebody_can_call() {
        for (text, found) in [
            ("call 020 7946 0123, or +44 20 7946 0199", vec!["02079460123", "442079460199"]),
            ("security to x4176 or 911", vec!["4176", "911"]),
            ("the fax (020) 7946-0123", vec!["02079460123"]),
            ("back on 2026-12-24, closed in 2027, 24.12.2026", vec![]),
            ("open 08:00-17:00, answers in 120 min or 100% in 48 h", vec![]),
            ("the number of the emergency line", vec![]),
        ] {
            assert_eq!(numbers(text), found, "{text}");
        }
        assert_eq!(tail("442079460123"), tail("02079460123"));
        assert_eq!(tail("911"), "911");
    }

    #[test]
    fn a_name_is_a_word_of_its_own() {
        assert!(names("write to us on X.", "x"));
        assert!(names("the emergency line", "emergency line"));
        assert!(!names("the next morning", "x"));
        assert!(!names("anything", ""));
    }
}
