//! A document as Markdown: CommonMark with GitHub's tables, no raw HTML.

use std::fmt::Write as _;

use crate::document::block::{Block, Document, Inline, Row, Section, Text};

/// The document as one Markdown file.
#[must_use]
pub fn markdown(document: &Document) -> String {
    let mut out = format!("# {}\n\n", escape(&document.title));
    paragraph(&mut out, &document.subtitle);
    for warning in &document.warnings {
        let _ = writeln!(out, "> **Attention:** {}\n", inline(warning));
    }
    facts(&mut out, &document.figures);
    facts(&mut out, &document.facts);
    blocks(&mut out, &document.front);
    out.push_str("## Contents\n\n");
    for section in &document.sections {
        let _ = writeln!(out, "- [{}](#{})", escape(&section.title), anchor(&section.title));
    }
    out.push('\n');
    for part in &document.sections {
        section(&mut out, part);
    }
    let _ = writeln!(out, "---\n\n{}", escape(&document.foot));
    out
}

fn section(out: &mut String, section: &Section) {
    let _ = writeln!(out, "## {}\n", escape(&section.title));
    paragraph(out, &section.strip);
    if !section.question.is_empty() {
        let _ = writeln!(out, "*{}*\n", escape(&section.question));
    }
    blocks(out, &section.blocks);
}

fn blocks(out: &mut String, blocks: &[Block]) {
    for block in blocks {
        match block {
            Block::Heading { text, .. } => {
                let _ = writeln!(out, "### {}\n", escape(text));
            }
            Block::Paragraph { text } => paragraph(out, text),
            Block::List { numbered, items } => list(out, *numbered, items),
            Block::Table { caption, head, rows, .. } => table(out, caption, head, rows),
            Block::Facts { facts: pairs } => facts(out, pairs),
            Block::Note { label, text, address } => note(out, label, text, address.as_deref()),
        }
    }
}

fn paragraph(out: &mut String, text: &Text) {
    if !text.is_empty() {
        let _ = writeln!(out, "{}\n", inline(text));
    }
}

fn list(out: &mut String, numbered: bool, items: &[Text]) {
    for (at, item) in items.iter().enumerate() {
        let mark = if numbered { format!("{}.", at + 1) } else { "-".to_owned() };
        let _ = writeln!(out, "{mark} {}", inline(item));
    }
    if !items.is_empty() {
        out.push('\n');
    }
}

fn table(out: &mut String, caption: &str, head: &[Text], rows: &[Row]) {
    if !caption.is_empty() {
        let _ = writeln!(out, "**{}**\n", escape(caption));
    }
    let cells: Vec<String> = head.iter().map(|cell| inline(cell)).collect();
    let _ = writeln!(out, "| {} |", cells.join(" | "));
    let _ = writeln!(out, "|{}", " --- |".repeat(head.len()));
    for row in rows {
        let cells: Vec<String> = row.cells.iter().map(|cell| inline(cell)).collect();
        let _ = writeln!(out, "| {} |", cells.join(" | "));
    }
    out.push('\n');
}

fn facts(out: &mut String, facts: &[(String, Text)]) {
    for (label, text) in facts {
        let _ = writeln!(out, "- **{}:** {}", escape(label), inline(text));
    }
    if !facts.is_empty() {
        out.push('\n');
    }
}

fn note(out: &mut String, label: &str, text: &Text, address: Option<&str>) {
    let address = address.map_or_else(String::new, |address| format!(" {}", link(address)));
    let _ = writeln!(out, "> **{}:** {}{address}\n", escape(label), inline(text));
}

/// An address that a reader can follow; any other than of the web or of mail is told as text, since it could do anything.
fn link(address: &str) -> String {
    let follows = |scheme: &&str| address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    if ["http://", "https://", "mailto:"].iter().any(follows) {
        let plain = |letter: &char| !letter.is_whitespace() && !letter.is_control() && !matches!(letter, '<' | '>');
        return format!("<{}>", address.chars().filter(plain).collect::<String>());
    }
    escape(address)
}

fn inline(text: &[Inline]) -> String {
    let mut out = String::new();
    let mut parts = text.iter().peekable();
    while let Some(part) = parts.next() {
        match part {
            Inline::Text { text } | Inline::Fixed { text } => out.push_str(&escape(text)),
            Inline::Strong { text } => stressed(&mut out, "**", text, parts.peek().copied()),
            Inline::Quiet { text } => {
                let mut whole = text.clone();
                while let Some(Inline::Quiet { text }) = parts.next_if(|part| matches!(part, Inline::Quiet { .. })) {
                    whole.push_str(text);
                }
                stressed(&mut out, "*", &whole, parts.peek().copied());
            }
            // Headings of Markdown have identities of their own, which depend on the program that shows it; a plain
            // word is better than a link that leads nowhere.
            Inline::Link { text, .. } => out.push_str(&escape(text)),
            Inline::State { state, text } => {
                let _ = write!(out, "{} {}", state.mark(), escape(text));
            }
        }
    }
    out
}

/// Text between two marks. Marks that touch a letter before them, or a letter after a sign, would be shown as stars;
/// there the text stands without them.
fn stressed(out: &mut String, mark: &str, text: &str, next: Option<&Inline>) {
    let core = text.trim();
    let after_space = out.chars().next_back().is_none_or(char::is_whitespace) || text.starts_with(char::is_whitespace);
    let ends_plainly = core.ends_with(char::is_alphanumeric) || text.ends_with(char::is_whitespace);
    let before_space = next.is_none_or(|next| match next {
        Inline::Text { text } | Inline::Fixed { text } | Inline::Link { text, .. } => {
            text.is_empty() || text.starts_with(char::is_whitespace)
        }
        Inline::Strong { .. } | Inline::Quiet { .. } | Inline::State { .. } => false,
    });
    if core.is_empty() || !after_space || !(ends_plainly || before_space) {
        out.push_str(&escape(text));
        return;
    }
    let (before, after) = text.split_once(core).unwrap_or_default();
    let _ = write!(out, "{before}{mark}{}{mark}{after}", escape(core));
}

/// The text with everything that Markdown or a table would take for its own written as itself, on one line.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' => {
                out.push('\\');
                out.push(letter);
            }
            '&' => out.push_str("&amp;"),
            '\n' | '\r' | '\t' => out.push(' '),
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

/// The identity that GitHub gives a heading.
fn anchor(title: &str) -> String {
    let keep = |letter: &char| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_');
    title.to_lowercase().chars().filter(keep).map(|letter| if letter == ' ' { '-' } else { letter }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stand_where_markdown_reads_them() {
        let quiet = |text: &str| Inline::Quiet { text: text.into() };
        let plain = |text: &str| Inline::Text { text: text.into() };
        assert_eq!(inline(&[quiet("answer it in "), plain("brand")]), "*answer it in* brand");
        assert_eq!(inline(&[plain("low"), quiet(", as for Danger")]), "low, as for Danger");
        assert_eq!(inline(&[quiet("80%"), quiet(", as for Danger")]), "*80%, as for Danger*");
        assert_eq!(inline(&[quiet("80%"), plain("now")]), "80%now");
        assert_eq!(inline(&[plain("what "), quiet("(why)")]), "what *(why)*");
        assert_eq!(inline(&[Inline::Strong { text: "A".into() }, plain(", b")]), "**A**, b");
    }

    #[test]
    fn only_addresses_of_the_web_and_of_mail_become_links() {
        assert_eq!(link("https://a.example/b_c"), "<https://a.example/b_c>");
        assert_eq!(link("HTTP://a.example/ b>c"), "<HTTP://a.example/bc>");
        assert_eq!(link("mailto:a@b.example"), "<mailto:a@b.example>");
        for other in ["javascript:alert(1)", "data:text/html,x", "file:///etc", "httpsx", "http:a", "é"] {
            assert_eq!(link(other), other);
        }
        assert_eq!(link("javascript:<b>*x*"), "javascript:\\<b\\>\\*x\\*");
    }

    #[test]
    fn nothing_of_the_author_becomes_markup() {
        assert_eq!(escape("a|b *c* <d> #e\nf"), "a\\|b \\*c\\* \\<d\\> \\#e f");
        assert_eq!(anchor("6. Routing"), "6-routing");
    }
}
