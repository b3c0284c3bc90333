//! What every command owes: a name, its arguments, and what it does.

use crate::cli::door::Door;
use crate::cli::outcome::{Exit, Refusal};

/// A command. Its arguments are its fields; its help is the comment above it.
pub(crate) trait Run: clap::Args {
    /// The word that calls it.
    const NAME: &'static str;
    /// What stands at the end of its help: commands to copy.
    const EXAMPLES: &'static str;

    /// Does its work.
    fn run(self, door: &mut Door) -> Result<Exit, Refusal>;
}

/// A command as the list holds it.
pub(crate) struct Entry {
    /// The word that calls it.
    pub(crate) name: &'static str,
    /// What `--help` and the pages of the manual tell.
    pub(crate) describe: fn() -> clap::Command,
    /// Does its work with the arguments that were given.
    pub(crate) run: fn(&clap::ArgMatches, &mut Door) -> Result<Exit, Refusal>,
}

impl Entry {
    /// The entry of a command.
    pub(crate) const fn of<C: Run>() -> Self {
        Self {
            name: C::NAME,
            describe: || C::augment_args(clap::Command::new(C::NAME)).after_help(C::EXAMPLES),
            run: |given, door| match C::from_arg_matches(given) {
                Ok(command) => command.run(door),
                Err(error) => Err(Refusal::new(error.to_string(), "")),
            },
        }
    }
}
