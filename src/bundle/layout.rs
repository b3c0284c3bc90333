//! JSON that people can read: two spaces a level, and what fits on one line stays on one line.

/// The longest line that is made by joining, in bytes.
const WIDTH: usize = 120;

/// Joins the innermost lists and objects of indented JSON into one line each, as far as they fit.
///
/// Indented JSON has every bracket at the end of a line or at its start, and no text can end like one: it ends with a
/// quotation mark or a comma.
pub(crate) fn folded(indented: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    // Where the lists and objects that are open begin.
    let mut open: Vec<usize> = Vec::new();
    for line in indented.lines() {
        lines.push(line.to_owned());
        if line.ends_with(['{', '[']) {
            open.push(lines.len() - 1);
        } else if line.trim_start().starts_with(['}', ']'])
            && let Some(start) = open.pop()
            && let Some(joined) = lines.get(start..).and_then(joined)
        {
            lines.truncate(start);
            lines.push(joined);
        }
    }
    lines.iter().map(|line| line.as_str()).fold(String::with_capacity(indented.len()), |mut text, line| {
        text.push_str(line);
        text.push('\n');
        text
    })
}

/// The lines of one list or object as one line, if every line between its brackets is a whole and it fits.
fn joined(lines: &[String]) -> Option<String> {
    let [first, inner @ .., last] = lines else { return None };
    let length: usize = lines.iter().map(|line| line.trim_start().len() + 1).sum();
    let indent = first.len() - first.trim_start().len();
    let in_pieces = inner.iter().any(|line| line.ends_with(['{', '[']));
    if indent + length > WIDTH || in_pieces {
        return None;
    }
    let (open, close) = if first.ends_with('{') { (" ", " ") } else { ("", "") };
    let inner: Vec<_> = inner.iter().map(|line| line.trim_start()).collect();
    Some(format!("{first}{open}{}{close}{}", inner.join(" "), last.trim_start()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_stays_on_one_line() {
        let value = serde_json::json!({
            "a": [1, 2], "b": { "c": "[", "d": {} }, "e": ["x".repeat(80), "y".repeat(80)], "f": []
        });
        let text = folded(&serde_json::to_string_pretty(&value).unwrap());
        let (x, y) = ("x".repeat(80), "y".repeat(80));
        let shown = format!(
            "{{\n  \"a\": [1, 2],\n  \"b\": {{ \"c\": \"[\", \"d\": {{}} }},\n  \"e\": [\n    \"{x}\",\n    \"{y}\"\n  ],\n  \"f\": []\n}}\n"
        );
        assert_eq!(text, shown);
        assert_eq!(serde_json::from_str::<serde_json::Value>(&text).unwrap(), value);
    }
}
