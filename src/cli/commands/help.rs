//! `frontdesk help`: the same as `--help`, for whoever types it so.

use clap::error::ErrorKind;

use crate::cli::args;
use crate::cli::command::Run;
use crate::cli::door::Door;
use crate::cli::mistakes;
use crate::cli::outcome::{Exit, Refusal};

/// Show the help of a command
#[derive(Debug, clap::Args)]
pub(crate) struct Help {
    /// The command; without it, all are listed
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
}

impl Run for Help {
    const NAME: &'static str = "help";
    const EXAMPLES: &'static str = "";

    fn run(self, door: &mut Door) -> Result<Exit, Refusal> {
        let words: Vec<&str> = ["frontdesk"].into_iter().chain(self.command.as_deref()).chain(["--help"]).collect();
        match args::describe().try_get_matches_from(words) {
            Err(error) if error.kind() == ErrorKind::DisplayHelp => {
                door.print_colored(&error.render().ansi().to_string())?;
                Ok(Exit::Fine)
            }
            Ok(_) | Err(_) => Err(mistakes::no_command(self.command.as_deref().unwrap_or_default())),
        }
    }
}
