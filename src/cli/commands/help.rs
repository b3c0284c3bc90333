//! `frontdesk help`: the same as `--help`, for whoever types it so.

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
        let mut line = args::describe();
        line.build();
        let help = match &self.command {
            None => line.render_long_help(),
            Some(name) => match line.find_subcommand_mut(name) {
                Some(command) => command.render_long_help(),
                None => return Err(mistakes::no_command(name)),
            },
        };
        door.print_colored(&help.ansi().to_string())?;
        Ok(Exit::Fine)
    }
}
