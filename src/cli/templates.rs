//! The user's own templates for the document: read from a folder, by the names of the house's.

use std::path::Path;
use std::sync::mpsc;
use std::time::Duration;

use crate::cli::disk::{self, NewFile, Replace};
use crate::cli::door::Door;
use crate::cli::outcome::{Exit, Refusal};
use crate::cli::strategy_files::megabytes;
use crate::compilation::{
    Compilation, SIZE_LIMIT, TemplateError, TemplateFault, document_page, house_templates, template_names,
};

/// How the templates of the house are had.
const COPY: &str = "frontdesk document --copy-templates";

/// Writes the templates of the house into a folder. Files that are there are somebody's work and stay.
pub(crate) fn copy(folder: &Path, door: &mut Door) -> Result<Exit, Refusal> {
    let is_new = disk::make_folder(folder)?;
    let files = house_templates().map(|(name, text)| NewFile { path: folder.join(name), bytes: text.into() });
    if let Err(refusal) = disk::write(files.collect(), Replace::No) {
        if is_new {
            disk::remove_empty_folder(folder);
        }
        return Err(refusal);
    }
    let shown = folder.display();
    door.print(&format!(
        "Wrote {} into {shown}. Change them, delete those that stay as they are, and use them with: \
         frontdesk document --template {shown}\n",
        template_names().join(", ")
    ))?;
    Ok(Exit::Fine)
}

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
            let bytes = disk::read_ordinary(&folder.join(&name), SIZE_LIMIT)?;
            if bytes.len() > SIZE_LIMIT {
                let most = megabytes(SIZE_LIMIT);
                let what = format!("The template {shown}/{name} is larger than {most}, the most that is read of one.");
                return Err(Refusal::new(what, "Look for data that went into it by mistake."));
            }
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
        let remedy = format!("To begin from those of the house: {COPY} {shown}");
        return Err(Refusal::new(what, remedy));
    }
    Ok(templates)
}

/// How long a page by templates of the user's own may take. The templates of the house take a tenth of it for 10,000 lines.
/// What the templates may do is limited besides; the time holds what is cheap to ask for and slow to do.
const LONGEST: Duration = Duration::from_millis(if cfg!(debug_assertions) { 30_000 } else { 1_500 });

/// How deep values within values may be, in bytes of the stack. Only what is used of it takes memory.
const STACK: usize = 512 * 1024 * 1024;

/// The page of a strategy, by templates of the user's own where there are any.
pub(crate) fn page(compilation: &Compilation, own: Vec<(String, String)>) -> Result<String, Refusal> {
    if own.is_empty() {
        return compilation.document_html().map_err(|error| refusal(&error));
    }
    let document = compilation.document();
    let (send, receive) = mpsc::channel();
    let work = move || {
        // Nobody receives it when the time is over.
        let _ = send.send(document_page(&document, &own));
    };
    let started = std::thread::Builder::new().stack_size(STACK).spawn(work);
    started.map_err(|error| Refusal::new(format!("The page cannot be made: {}.", disk::reason(&error)), ""))?;
    // A page that never comes is left behind; the process ends without it.
    match receive.recv_timeout(LONGEST) {
        Ok(made) => made.map_err(|error| refusal(&error)),
        Err(mpsc::RecvTimeoutError::Timeout | mpsc::RecvTimeoutError::Disconnected) => {
            Err(Refusal::new("The templates ask for more work than any page needs.", LOOPS))
        }
    }
}

const LOOPS: &str = "Look for a loop within a loop, or a text that grows with each turn.";

/// Why a template does not fit, in words; what the template engine says stands at the end.
fn refusal(error: &TemplateError) -> Refusal {
    let line = error.line.map_or_else(String::new, |line| format!(", line {line},"));
    let template = format!("The template {}{line}", error.template);
    let code = error.code.as_ref().map_or_else(String::new, |code| format!(" It reads: {code}"));
    let values = format!("What it has stands at the head of the house's document.html: {COPY} FOLDER");
    match &error.fault {
        TemplateFault::TooMuchWork => {
            Refusal::new(format!("{template} asks for more work than any page needs."), LOOPS)
        }
        TemplateFault::CallsItself => {
            Refusal::new(format!("{template} calls itself without end."), "A macro or a file must not use itself.")
        }
        TemplateFault::NotThere => {
            Refusal::new(format!("{template} uses something that the document does not have.{code}"), values)
        }
        TemplateFault::Other(said) => {
            let said = said.trim_end_matches('.');
            let compare = format!("Compare it with the house's: {COPY} FOLDER");
            Refusal::new(format!("{template} does not fit: {said}.{code}"), compare)
        }
    }
}
