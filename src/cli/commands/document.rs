//! `frontdesk document`: the strategy as people read it.

use std::path::PathBuf;

use clap::ValueEnum;

use crate::cli::command::Run;
use crate::cli::door::Door;
use crate::cli::gate;
use crate::cli::outcome::{Exit, Refusal};
use crate::cli::strategy_files::OneStrategy;
use crate::cli::templates;

/// Write a strategy up as a document for people
#[derive(Debug, clap::Args)]
pub(crate) struct WriteDocument {
    #[command(flatten)]
    strategy: OneStrategy,
    /// What kind: html (the default, one page for every browser) or markdown (for repositories and wikis)
    #[arg(long, value_name = "FORMAT", default_value = "html", hide_default_value = true, hide_possible_values = true)]
    format: Kind,
    /// Where to write it, or - for the standard output; without it, NAME.html or NAME.md beside the strategy
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// A folder with templates of your own for the page
    #[arg(long, value_name = "FOLDER")]
    template: Option<PathBuf>,
    /// Write the templates of the house into a folder, to be changed there and used with --template
    #[arg(long, value_name = "FOLDER", conflicts_with_all = ["file", "format", "output", "template"])]
    copy_templates: Option<PathBuf>,
}

/// Kinds of documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// one page for every browser, for reading and printing
    Html,
    /// for repositories and wikis
    Markdown,
}

impl Run for WriteDocument {
    const NAME: &'static str = "document";
    const EXAMPLES: &'static str = "\
Examples:
  frontdesk document acorn.strategy.yaml                     writes acorn.html
  frontdesk document acorn.strategy.yaml --format markdown
  frontdesk document --copy-templates house-style            writes the templates, to be changed
  frontdesk document acorn.strategy.yaml --template house-style

Exit codes: 0 written, 1 written, but findings must be fixed, 2 the work could not be done.
";

    fn run(self, door: &mut Door) -> Result<Exit, Refusal> {
        if let Some(folder) = &self.copy_templates {
            return templates::copy(folder, door);
        }
        if self.format == Kind::Markdown && self.template.is_some() {
            return Err(Refusal::new(
                "Templates are for the page in HTML.",
                "Leave out --template or --format markdown.",
            ));
        }
        let own = templates::read(self.template.as_deref(), door)?;
        let loaded = self.strategy.load()?;
        if loaded.compilation.is_blank() {
            let exit = gate::must_fix(&loaded, door);
            door.tell("Nothing was written: the strategy says nothing yet.");
            return Ok(exit);
        }
        let (text, ending) = match self.format {
            Kind::Html => (templates::page(&loaded.compilation, own)?, ".html"),
            Kind::Markdown => (loaded.compilation.document_markdown(), ".md"),
        };
        let exit = loaded.warn(door);
        let place = self.output.or_else(|| loaded.beside(ending));
        gate::deliver(door, place, text.into_bytes(), "", std::slice::from_ref(&loaded))?;
        Ok(exit)
    }
}
