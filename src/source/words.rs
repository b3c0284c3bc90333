//! Small helpers for sentences: quoting, lists, articles.

/// A text in quotation marks, cut where it is too long for a sentence.
#[must_use]
pub fn quoted(text: &str) -> String {
    // A name that has quotes of its own needs no others.
    let text = text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(text);
    let flat: String = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    let short: String = flat.chars().take(40).collect();
    if short.len() < flat.len() { format!("\"{}…\"", short.trim_end()) } else { format!("\"{flat}\"") }
}

/// `a, b or c`, at most seven, else six and how many more there are; a long one is cut, and shows it.
#[must_use]
pub fn some_of(words: &[String]) -> String {
    let short = |word: &String| -> String {
        let start: String = word.chars().take(60).collect();
        if start.len() < word.len() { format!("{}…", start.trim_end()) } else { start }
    };
    match words {
        [] => "nothing".to_owned(),
        [only] => short(only),
        _ if words.len() <= 7 => {
            let (last, first) = words.split_last().map_or(("".to_owned(), Vec::new()), |(last, first)| {
                (short(last), first.iter().map(short).collect::<Vec<_>>())
            });
            format!("{} or {last}", first.join(", "))
        }
        _ => {
            let first: Vec<_> = words.iter().take(6).map(short).collect();
            format!("{} and {} more", first.join(", "), words.len() - 6)
        }
    }
}

/// The text with a capital first letter.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// `a` or `an`, as the word sounds.
#[must_use]
pub fn article(word: &str) -> &'static str {
    if word.starts_with(['a', 'e', 'i', 'o', 'A', 'E', 'I', 'O']) { "an" } else { "a" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_stay_short() {
        let words = |count: usize| (0..count).map(|at| format!("w{at}")).collect::<Vec<_>>();
        assert_eq!(some_of(&words(1)), "w0");
        assert_eq!(some_of(&words(3)), "w0, w1 or w2");
        assert_eq!(some_of(&words(9)), "w0, w1, w2, w3, w4, w5 and 3 more");
        assert_eq!(some_of(&["x".repeat(61), "y".repeat(60)]), format!("{}… or {}", "x".repeat(60), "y".repeat(60)));
    }

    #[test]
    fn long_texts_are_cut() {
        assert_eq!(quoted("short"), "\"short\"");
        assert_eq!(quoted(&"x".repeat(50)), format!("\"{}…\"", "x".repeat(40)));
    }
}
