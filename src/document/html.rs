//! A document as one HTML page, through templates that a user can replace.

use std::fmt::Write;

use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, ErrorKind, UndefinedBehavior, Value, context};

use crate::document::block::Document;

/// The templates of the house. A user's template of the same name takes the place of one of these.
const TEMPLATES: [(&str, &str); 3] = [
    ("document.html", include_str!("templates/document.html")),
    ("blocks.html", include_str!("templates/blocks.html")),
    ("style.css", include_str!("templates/style.css")),
];

/// What a user's templates may do at least, in the engine's units of work. One unit pays for an instruction, or for 64
/// bytes that are written or held, so that this bounds the time and the memory of a page.
const LEAST_WORK: u64 = 1_000_000;

/// What they may do at most: below 400 MB, whatever they do with it.
const MOST_WORK: u64 = 5_000_000;

/// How much more for every two bytes of the document. The templates of the house need little more than one.
const WORK_FOR_TWO_BYTES: u64 = 3;

/// Why a page could not be made: a template of the user's that does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateError {
    /// The name of the template.
    pub template: String,
    /// The line in it, where known.
    pub line: Option<usize>,
    /// That line, where known.
    pub code: Option<String>,
    /// What is wrong with it.
    pub fault: TemplateFault,
}

/// What is wrong with a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TemplateFault {
    /// It asks for more work than any page needs: a loop over loops, a text that doubles.
    TooMuchWork,
    /// It calls, includes or extends itself.
    CallsItself,
    /// It uses something that is not there.
    NotThere,
    /// It cannot be read, or does what cannot be done; what the template engine says.
    Other(String),
}

/// The templates of the house, by name, for users who want to begin from them.
pub fn house_templates() -> impl Iterator<Item = (&'static str, &'static str)> {
    TEMPLATES.into_iter()
}

/// The names of the templates that a user can replace.
#[must_use]
pub fn template_names() -> Vec<&'static str> {
    TEMPLATES.iter().map(|(name, _)| *name).collect()
}

/// The page. `templates` are the user's own, by name; one that is not among them is the house's. What the user's may do
/// is limited, in proportion to the document.
///
/// # Errors
/// When one of the user's own templates does not fit.
pub fn html(document: &Document, templates: &[(String, String)]) -> Result<String, TemplateError> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    if !templates.is_empty() {
        environment.set_fuel(Some(work_for(document)));
    }
    environment.set_auto_escape_callback(
        |name| {
            if name.ends_with(".html") { AutoEscape::Html } else { AutoEscape::None }
        },
    );
    environment.add_test("long_word", has_long_word);
    for (name, text) in TEMPLATES {
        let own = templates.iter().find(|(own, _)| own == name);
        let text = own.map_or_else(|| text.to_owned(), |(_, text)| text.clone());
        environment.add_template_owned(name, text).map_err(|error| failed(&error, name, templates))?;
    }
    let page = environment.get_template("document.html").map_err(|error| failed(&error, "document.html", templates))?;
    let document = Value::from(Serde(document));
    page.render(context! { document => document }).map_err(|error| failed(&error, "document.html", templates))
}

/// The work that a page may take.
fn work_for(document: &Document) -> u64 {
    let mut size = Size(0);
    // Counting does not fail.
    let _ = write!(size, "{document:?}");
    LEAST_WORK.saturating_add(size.0.saturating_mul(WORK_FOR_TWO_BYTES) / 2).min(MOST_WORK)
}

/// How many bytes a text has, without keeping it.
struct Size(u64);

impl Write for Size {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        self.0 = self.0.saturating_add(u64::try_from(text.len()).unwrap_or(u64::MAX));
        Ok(())
    }
}

/// The letters that a word may have before it may break anywhere.
const LONG_WORD: usize = 24;

/// Whether running text has a word that would make a table too wide.
fn has_long_word(parts: &Value) -> bool {
    let texts = parts.try_iter().into_iter().flatten().filter_map(|part| part.get_attr("text").ok());
    let is_long = |text: &Value| {
        text.as_str().is_some_and(|text| text.split_whitespace().any(|word| word.chars().count() > LONG_WORD))
    };
    texts.into_iter().any(|text| is_long(&text))
}

fn failed(error: &minijinja::Error, name: &str, templates: &[(String, String)]) -> TemplateError {
    // Where one template fails within another, the inner one says why.
    let mut inner = error;
    while let Some(source) = std::error::Error::source(inner).and_then(|source| source.downcast_ref()) {
        inner = source;
    }
    let detail = inner.detail().unwrap_or_default();
    let endless = ["recursion limit", "cycle in template inheritance"];
    let fault =
        if inner.kind() == ErrorKind::OutOfFuel || detail.contains("too many elements") || detail.contains("too large")
        {
            TemplateFault::TooMuchWork
        } else if endless.iter().any(|words| detail.contains(words)) {
            TemplateFault::CallsItself
        } else if inner.kind() == ErrorKind::UndefinedError {
            TemplateFault::NotThere
        } else {
            TemplateFault::Other(if detail.is_empty() { inner.kind().to_string() } else { detail.to_owned() })
        };
    let template = inner.name().unwrap_or(name).to_owned();
    let text = templates.iter().find(|(own, _)| *own == template).map(|(_, text)| text.as_str());
    let text = text.or_else(|| TEMPLATES.into_iter().find(|(known, _)| *known == template).map(|(_, text)| text));
    let line = inner.line();
    let code = line.and_then(|line| text?.lines().nth(line.checked_sub(1)?)).map(|code| code.trim().to_owned());
    TemplateError { template, line, code, fault }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(text: &str) -> Result<String, TemplateError> {
        html(&Document::default(), &[("document.html".to_owned(), text.to_owned())])
    }

    #[test]
    fn a_template_without_an_end_is_stopped_and_said_to_be_one() {
        let much = TemplateFault::TooMuchWork;
        let itself = TemplateFault::CallsItself;
        for (text, fault) in [
            ("{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}", &much),
            ("{% set n = namespace(s='x') %}{% for a in range(99) %}{% set n.s = n.s ~ n.s %}{% endfor %}", &much),
            ("{{ 'x' * 9999999999 }}", &much),
            ("{% for a in range(999999999) %}{% endfor %}", &much),
            ("{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(60) }}", &much),
            ("{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}", &itself),
            ("{% include 'document.html' %}", &itself),
            ("{% extends 'document.html' %}", &itself),
            ("{% import 'document.html' as all %}", &itself),
            ("\n{{ document.titel }}", &TemplateFault::NotThere),
        ] {
            let error = page(text).unwrap_err();
            assert_eq!((&error.fault, error.template.as_str()), (fault, "document.html"), "{text}");
        }
        assert_eq!(page("a\n{{ document.titel }}").unwrap_err().line, Some(2));
        assert!(matches!(page("{% if %}").unwrap_err().fault, TemplateFault::Other(_)));
    }
}
