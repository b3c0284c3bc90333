//! A document as one HTML page, through templates that a user can replace.

use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value, context};

use crate::document::block::Document;

/// The templates of the house. A user's template of the same name takes the place of one of these.
const TEMPLATES: [(&str, &str); 3] = [
    ("document.html", include_str!("templates/document.html")),
    ("blocks.html", include_str!("templates/blocks.html")),
    ("style.css", include_str!("templates/style.css")),
];

/// More work than any honest template needs; a template that asks for more is stopped.
const FUEL: u64 = 50_000_000;

/// Why a page could not be made: a template of the user's that does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateError {
    /// The name of the template.
    pub template: String,
    /// The line in it, where known.
    pub line: Option<usize>,
    /// What the template engine says.
    pub message: String,
}

/// The names of the templates that a user can replace.
#[must_use]
pub fn template_names() -> Vec<&'static str> {
    TEMPLATES.iter().map(|(name, _)| *name).collect()
}

/// The page. `templates` are the user's own, by name; one that is not among them is the house's.
pub fn html(document: &Document, templates: &[(String, String)]) -> Result<String, TemplateError> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(FUEL));
    environment.set_auto_escape_callback(
        |name| {
            if name.ends_with(".html") { AutoEscape::Html } else { AutoEscape::None }
        },
    );
    for (name, text) in TEMPLATES {
        let own = templates.iter().find(|(own, _)| own == name);
        let text = own.map_or_else(|| text.to_owned(), |(_, text)| text.clone());
        environment.add_template_owned(name, text).map_err(|error| failed(&error, name))?;
    }
    let page = environment.get_template("document.html").map_err(|error| failed(&error, "document.html"))?;
    let document = Value::from(Serde(document));
    page.render(context! { document => document }).map_err(|error| failed(&error, "document.html"))
}

fn failed(error: &minijinja::Error, name: &str) -> TemplateError {
    TemplateError { template: error.name().unwrap_or(name).to_owned(), line: error.line(), message: error.to_string() }
}
