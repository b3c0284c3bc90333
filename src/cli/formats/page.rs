//! The page of a finding at a terminal: paragraphs as wide as it, examples set in, with what they show above them.

use std::fmt::Write as _;

use crate::cli::formats::look::Look;

/// How far an example is set in.
const INDENT: &str = "    ";

/// The page, without the marks that Markdown needs and people do not.
pub(crate) fn drawn(page: &str, look: Look) -> String {
    let mut out = String::new();
    let mut paragraph = String::new();
    let mut fenced = false;
    for line in page.lines() {
        if let Some(info) = line.strip_prefix("```") {
            paragraph_out(&mut out, &mut paragraph, look);
            if !fenced {
                let _ = writeln!(out, "{}", look.bold(example(info)));
            }
            fenced = !fenced;
        } else if fenced {
            let _ = writeln!(out, "{}", format!("{INDENT}{line}").trim_end());
        } else if let Some(title) = line.strip_prefix('#') {
            paragraph_out(&mut out, &mut paragraph, look);
            let _ = writeln!(out, "{}", look.bold(title.trim_start_matches('#').trim()));
        } else if line.trim().is_empty() {
            paragraph_out(&mut out, &mut paragraph, look);
            out.push('\n');
        } else {
            if line.starts_with("- ") {
                paragraph_out(&mut out, &mut paragraph, look);
            }
            let blank = if paragraph.is_empty() { "" } else { " " };
            let _ = write!(paragraph, "{blank}{}", line.trim());
        }
    }
    paragraph_out(&mut out, &mut paragraph, look);
    out
}

/// The first sentence of a page, for lists.
pub(crate) fn first_sentence(page: &str) -> String {
    let text: Vec<&str> = page
        .lines()
        .skip_while(|line| line.starts_with('#') || line.trim().is_empty())
        .take_while(|line| !line.trim().is_empty())
        .collect();
    let text = text.join(" ");
    let end = text.find(". ").map_or(text.len(), |at| at + 1);
    text.get(..end).unwrap_or_default().replace("**", "")
}

/// What an example shows, from the words behind its opening fence.
fn example(info: &str) -> &str {
    let word = |wanted: &str| info.split_whitespace().any(|word| word == wanted);
    if word("avoid") {
        "Not like this:"
    } else if word("prefer") {
        "Like this:"
    } else {
        "Example:"
    }
}

fn paragraph_out(out: &mut String, paragraph: &mut String, look: Look) {
    if paragraph.is_empty() {
        return;
    }
    let text = paragraph.replace("**", "");
    let hang = if text.starts_with("- ") { "  " } else { "" };
    let options = textwrap::Options::new(look.width)
        .subsequent_indent(hang)
        .break_words(false)
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    let _ = writeln!(out, "{}", textwrap::fill(&text, options));
    paragraph.clear();
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "# no-unit\n\nA number has **no unit**, so nobody can tell\nseconds from hours. It is not read.\n\n\
                        - one thing\n- another thing that is long enough to be wrapped\n\n\
                        ```yaml avoid\nanswer: 30\n\n  deep: 1\n```\n\n```yaml prefer\nanswer: 30 s\n```\n";

    #[test]
    fn a_page_is_drawn_for_people() {
        let look = Look { width: 40, color: false };
        insta::assert_snapshot!(drawn(PAGE, look), @r#"
        no-unit

        A number has no unit, so nobody can tell
        seconds from hours. It is not read.

        - one thing
        - another thing that is long enough to
          be wrapped

        Not like this:
            answer: 30

              deep: 1

        Like this:
            answer: 30 s
        "#);
    }

    #[test]
    fn lists_show_the_first_sentence() {
        assert_eq!(first_sentence(PAGE), "A number has no unit, so nobody can tell seconds from hours.");
        assert_eq!(first_sentence("# only a title"), "");
    }
}
