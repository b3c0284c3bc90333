//! `frontdesk build`: the main job in one command.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use crate::cli::command::Run;
use crate::cli::disk::{self, NewFile, Replace};
use crate::cli::door::Door;
use crate::cli::formats::{Look, findings_in_words};
use crate::cli::gate;
use crate::cli::outcome::{Exit, Refusal};
use crate::cli::progress::Progress;
use crate::cli::strategy_files::{Loaded, OneStrategy, is_standard_input};
use crate::cli::templates;
use crate::compilation::Audience;

/// Check a strategy, compile it, write it up and fill in its self-check, all at once
#[derive(Debug, clap::Args)]
pub(crate) struct Build {
    #[command(flatten)]
    strategy: OneStrategy,
    /// The folder that everything goes into; it is made if it is not there
    #[arg(short, long, value_name = "FOLDER", default_value = "out")]
    output: PathBuf,
    /// Write everything even if there are findings that must be fixed
    #[arg(long)]
    even_if_broken: bool,
    /// A folder with templates of your own for the page
    #[arg(long, value_name = "FOLDER")]
    template: Option<PathBuf>,
}

/// A file of the result: its ending, what it is, and what is in it.
struct Part {
    ending: &'static str,
    about: String,
    bytes: Vec<u8>,
}

impl Run for Build {
    const NAME: &'static str = "build";
    const EXAMPLES: &'static str = "\
Examples:
  frontdesk build acorn.strategy.yaml -o out
  frontdesk build acorn.strategy.yaml -o review --even-if-broken

It shows what check finds for the author, then writes NAME.html, NAME.md, NAME.bundle.json, \
NAME.worksheet.txt and NAME.worksheet.json: all of them or none. Nothing is written where findings must be fixed.

Exit codes: 0 written, 1 findings that must be fixed, 2 the work could not be done.
";

    fn run(self, door: &mut Door) -> Result<Exit, Refusal> {
        if is_standard_input(&self.output) {
            return Err(Refusal::new("build writes several files.", "Name a folder with -o."));
        }
        let own = templates::read(self.template.as_deref(), door)?;
        let progress = Progress::new(door.is_watched());
        progress.stage("Reading and checking the strategy");
        let loaded = self.strategy.load()?;
        let exit = Exit::findings(loaded.must_fix() > 0);
        let wanted = exit == Exit::Fine || (self.even_if_broken && !loaded.compilation.is_blank());
        let parts = if wanted {
            progress.stage("Compiling it and writing it up");
            parts(&loaded, own)?
        } else {
            Vec::new()
        };
        drop(progress);
        let report = loaded.report(Audience::Author).without_next();
        let look = Look { width: door.width(), color: door.color_on_output() };
        door.print_colored(&findings_in_words(&report, look))?;
        if parts.is_empty() {
            gate::nothing_written(&loaded, door);
            return Ok(exit);
        }
        let written = write(&self.output, &loaded.stem(), parts)?;
        door.print(&written)?;
        Ok(exit)
    }
}

fn parts(loaded: &Loaded, own: Vec<(String, String)>) -> Result<Vec<Part>, Refusal> {
    let compilation = &loaded.compilation;
    let page = templates::page(compilation, own)?;
    let sheet = |filled: Result<String, String>| filled.map_err(|sentence| Refusal::new(sentence, ""));
    let part = |ending, about: &str, bytes| Part { ending, about: about.to_owned(), bytes };
    Ok(vec![
        part(".html", "the strategy as people read it", page.into_bytes()),
        part(".md", "the same for repositories and wikis", compilation.document_markdown().into_bytes()),
        part(".worksheet.txt", "the self-check, filled in", sheet(compilation.worksheet_text(None))?.into_bytes()),
        part(".worksheet.json", "the same for programs", sheet(compilation.worksheet_json(None))?.into_bytes()),
        part(".bundle.json", &format!("what runs, {}", compilation.fingerprint()), compilation.bundle()),
    ])
}

/// Writes all parts or none. Answers what was written, in words.
fn write(folder: &Path, stem: &str, parts: Vec<Part>) -> Result<String, Refusal> {
    let is_new = disk::make_folder(folder)?;
    let mut told = format!("\nWritten into {}:\n", folder.display());
    let longest = parts.iter().map(|part| part.ending.len()).max().unwrap_or_default() + stem.chars().count();
    let mut files = Vec::with_capacity(parts.len());
    for part in parts {
        let name = format!("{stem}{}", part.ending);
        let _ = writeln!(told, "  {name:<longest$}  {}", part.about);
        files.push(NewFile { path: folder.join(name), bytes: part.bytes });
    }
    let page = folder.join(format!("{stem}.html"));
    if let Err(refusal) = disk::write(files, Replace::Yes) {
        if is_new {
            disk::remove_empty_folder(folder);
        }
        return Err(refusal);
    }
    let _ = write!(told, "\nOpen {} in a browser.\n", page.display());
    Ok(told)
}
