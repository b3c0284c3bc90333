//! The user's own templates for the document: read from a folder, by the names of the house's.

use std::path::Path;

use crate::cli::disk;
use crate::cli::door::Door;
use crate::cli::outcome::Refusal;
use crate::compilation::{SIZE_LIMIT, TemplateError, template_names};

/// The templates of a folder, by name; none where no folder was named. A file that looks like a template and has no such name
/// is told of, because it would do nothing.
pub(crate) fn read(folder: Option<&Path>, door: &Door) -> Result<Vec<(String, String)>, Refusal> {
    let Some(folder) = folder else { return Ok(Vec::new()) };
    let shown = folder.display();
    if !disk::is_folder(folder) {
        return Err(Refusal::new(
            format!("{shown} is no folder."),
            "--template takes the folder that holds your templates.",
        ));
    }
    let known = template_names();
    let mut templates = Vec::new();
    for name in disk::names_in(folder) {
        if known.contains(&name.as_str()) {
            let bytes = disk::read(&folder.join(&name), SIZE_LIMIT)?;
            let text = String::from_utf8(bytes).map_err(|_| {
                Refusal::new(format!("The template {shown}/{name} is not saved as UTF-8."), "Save it as UTF-8.")
            })?;
            templates.push((name, text));
        } else if name.ends_with(".html") || name.ends_with(".css") {
            door.tell(&format!("{shown}/{name} is not used: the templates are called {}.", known.join(", ")));
        }
    }
    if templates.is_empty() {
        let what = format!("The folder {shown} holds none of the templates {}.", known.join(", "));
        return Err(Refusal::new(what, "Name the folder that holds your templates."));
    }
    Ok(templates)
}

/// Why a template does not fit, in words; what the template engine says stands at the end.
pub(crate) fn refusal(error: &TemplateError) -> Refusal {
    let line = error.line.map_or_else(String::new, |line| format!(", line {line},"));
    Refusal::new(
        format!("The template {}{line} does not fit: {}.", error.template, error.message.trim_end_matches('.')),
        "Compare it with the template of the house.",
    )
}
