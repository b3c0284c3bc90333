//! Findings for people at a terminal: headline, place, the line with its mark, why, a story, one thing to do.

use std::fmt::Write as _;

use textwrap::WordSplitter;

use crate::cli::formats::format::{Format, one_by_one};
use crate::cli::formats::look::Look;
use crate::cli::formats::report::{Report, short_path_in_words};
use crate::cli::formats::{plain, snippet};
use crate::compilation::{Diagnostic, Severity, Sources};

/// For people at a terminal.
pub(crate) const FORMAT: Format = Format {
    name: "text",
    about: "for people: the place, why it matters, what to do",
    for_people: true,
    write: |reports, look| Ok(one_by_one(reports, |report| write(report, look))),
};

/// The words for how bad a finding is.
pub(crate) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Must => "Must fix",
        Severity::Should => "Should fix",
        Severity::Look => "Worth a look",
    }
}

fn severity_color(severity: Severity) -> &'static str {
    match severity {
        Severity::Must => "1;31",
        Severity::Should => "1;33",
        Severity::Look => "1;36",
    }
}

/// All findings of a report, then how many there are and what to do next.
pub(crate) fn write(report: &Report<'_>, look: Look) -> String {
    let mut out = String::new();
    for diagnostic in &report.shown {
        finding(&mut out, diagnostic, report.sources, look);
        out.push('\n');
    }
    for line in report.closing_lines() {
        // A command that is broken into two lines cannot be copied.
        if line.contains(": frontdesk ") {
            let _ = writeln!(out, "{}", plain::line(&line));
        } else {
            wrap(&mut out, &line, "", look);
        }
    }
    out
}

fn finding(out: &mut String, diagnostic: &Diagnostic, sources: &Sources, look: Look) {
    let label = severity(diagnostic.severity);
    let mut head = String::new();
    wrap_hanging(&mut head, &diagnostic.headline, look.width, label.len() + 3);
    let label = look.styled(label, severity_color(diagnostic.severity));
    let _ = writeln!(out, "{label}   {}", look.bold(head.trim_end()));
    place(out, diagnostic, sources, look);
    if let Some(file) = sources.get(diagnostic.primary.source) {
        out.push_str(&plain::lines(&snippet::draw(file, diagnostic.primary, look.width)));
    }
    wrap(out, &diagnostic.why, "  ", look);
    if let Some(story) = &diagnostic.story {
        wrap(out, &format!("Story: {story}"), "  ", look);
    }
    related(out, diagnostic, sources, look);
    fixes(out, diagnostic, look);
    let name = format!("[{} {}]", diagnostic.finding.name, diagnostic.finding.code);
    let _ = writeln!(out, "{}{}", " ".repeat(look.width.saturating_sub(name.len()).min(60)), look.styled(&name, "2"));
}

fn place(out: &mut String, diagnostic: &Diagnostic, sources: &Sources, look: Look) {
    let position = sources.start(diagnostic.primary);
    let file = sources.name(diagnostic.primary);
    let path = short_path_in_words(&diagnostic.path);
    let comma = if path.is_empty() { "" } else { ", " };
    let mut text = String::new();
    wrap(&mut text, &format!("{file}, line {}{comma}{path}", position.line), "  ", look);
    let _ = writeln!(out, "{}", look.styled(text.trim_end_matches('\n'), "2"));
}

fn related(out: &mut String, diagnostic: &Diagnostic, sources: &Sources, look: Look) {
    let own = diagnostic.related.len().saturating_sub(diagnostic.repeats as usize);
    for related in diagnostic.related.iter().take(own) {
        let line = sources.start(related.span).line;
        let other_file = related.span.source != diagnostic.primary.source;
        let file = if other_file { format!("{}, ", sources.name(related.span)) } else { String::new() };
        wrap(out, &format!("See {file}line {line}: {}.", related.label), "  ", look);
    }
    if diagnostic.repeats > 0 {
        let places = diagnostic.related.iter().skip(own).take(6).map(|related| {
            let other_file = related.span.source != diagnostic.primary.source;
            let file = if other_file { format!("{} ", sources.name(related.span)) } else { String::new() };
            format!("{file}line {}", sources.start(related.span).line)
        });
        let listed = places.collect::<Vec<_>>().join(", ");
        let more = if diagnostic.repeats > 6 { ", …" } else { "" };
        let places = if diagnostic.repeats == 1 { "place" } else { "places" };
        let text = format!("The same in {} more {places} ({listed}{more}).", diagnostic.repeats);
        wrap(out, &text, "  ", look);
    }
}

fn fixes(out: &mut String, diagnostic: &Diagnostic, look: Look) {
    let two = diagnostic.fixes.len() > 1;
    for (at, fix) in diagnostic.fixes.iter().take(2).enumerate() {
        let word = if two && at == 1 { "or" } else { "Fix" };
        if fix.text.contains('\n') {
            let _ = writeln!(out, "  {word}:");
            for line in plain::lines(&fix.text).lines() {
                let _ = writeln!(out, "      {line}");
            }
        } else {
            wrap(out, &format!("{word}: {}", fix.text), "  ", look);
        }
    }
}

/// Writes a paragraph with `indent` in front of each line; nothing for an empty text.
fn wrap(out: &mut String, text: &str, indent: &str, look: Look) {
    if text.is_empty() {
        return;
    }
    let options = options(look.width.max(20), indent);
    let _ = writeln!(out, "{}", textwrap::fill(&plain::line(text), options));
}

/// A headline whose following lines stand under its first word.
fn wrap_hanging(out: &mut String, text: &str, width: usize, hang: usize) {
    let blank = " ".repeat(hang);
    let options = options(width.max(hang + 20), &blank);
    out.push_str(textwrap::fill(&plain::line(text), options).trim_start());
}

/// Lines break at blanks only: a name, a date or hours broken at their hyphen could not be copied.
fn options(width: usize, indent: &str) -> textwrap::Options<'_> {
    textwrap::Options::new(width)
        .initial_indent(indent)
        .subsequent_indent(indent)
        .break_words(false)
        .word_splitter(WordSplitter::NoHyphenation)
}
