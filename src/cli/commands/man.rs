//! `frontdesk man`: the pages of the manual.

use std::path::{Path, PathBuf};

use crate::cli::args;
use crate::cli::command::Run;
use crate::cli::disk::{self, NewFile, Replace};
use crate::cli::door::Door;
use crate::cli::outcome::{Exit, Refusal};

/// Print the manual, or write all its pages
#[derive(Debug, clap::Args)]
pub(crate) struct Man {
    /// Write a page for each command into this folder; without it, the main page is printed
    #[arg(short, long, value_name = "FOLDER")]
    output: Option<PathBuf>,
}

impl Run for Man {
    const NAME: &'static str = "man";
    const EXAMPLES: &'static str = "\
Examples:
  frontdesk man | man -l -
  frontdesk man -o ~/.local/share/man/man1
";

    fn run(self, door: &mut Door) -> Result<Exit, Refusal> {
        let line = args::describe();
        let Some(folder) = &self.output else {
            door.write(&page(line)?)?;
            return Ok(Exit::Fine);
        };
        let files = files(line, folder)?;
        let count = files.len();
        let is_new = disk::make_folder(folder)?;
        if let Err(refusal) = disk::write(files, Replace::Yes) {
            if is_new {
                disk::remove_empty_folder(folder);
            }
            return Err(refusal);
        }
        door.print(&format!("Wrote {count} pages into {}.\n", folder.display()))?;
        Ok(Exit::Fine)
    }
}

fn files(mut line: clap::Command, folder: &Path) -> Result<Vec<NewFile>, Refusal> {
    line.build();
    let mut files = Vec::new();
    for command in line.get_subcommands() {
        let name = format!("frontdesk-{}", command.get_name());
        let bytes = page(command.clone().display_name(name.clone()))?;
        files.push(NewFile { path: folder.join(format!("{name}.1")), bytes });
    }
    files.push(NewFile { path: folder.join("frontdesk.1"), bytes: page(line)? });
    Ok(files)
}

fn page(command: clap::Command) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    clap_mangen::Man::new(command)
        .render(&mut bytes)
        .map_err(|error| Refusal::new(format!("The page cannot be written: {error}."), ""))?;
    Ok(bytes)
}
