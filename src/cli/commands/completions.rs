//! `frontdesk completions`: what a shell needs to complete commands, options and names of findings.

use clap::builder::PossibleValuesParser;
use clap_complete::Shell;

use crate::cli::args;
use crate::cli::command::Run;
use crate::cli::door::Door;
use crate::cli::outcome::{Exit, Refusal};
use crate::compilation::findings;

/// Print what a shell needs to complete commands
#[derive(Debug, clap::Args)]
pub(crate) struct Completions {
    /// The shell: bash, elvish, fish, powershell or zsh
    #[arg(value_name = "SHELL", hide_possible_values = true)]
    shell: Shell,
}

impl Run for Completions {
    const NAME: &'static str = "completions";
    const EXAMPLES: &'static str = "\
Examples:
  frontdesk completions bash > ~/.local/share/bash-completion/completions/frontdesk
  frontdesk completions zsh > ~/.zfunc/_frontdesk
  frontdesk completions powershell >> $PROFILE
";

    fn run(self, door: &mut Door) -> Result<Exit, Refusal> {
        // For completion only: a name that is not in the list must still reach `explain`, which answers it with a guess.
        let names = PossibleValuesParser::new(findings().into_iter().map(|finding| finding.name));
        let mut line = args::describe()
            .mut_subcommand("explain", |explain| explain.mut_arg("name", |name| name.value_parser(names.clone())));
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut line, "frontdesk", &mut script);
        door.write(&script)?;
        Ok(Exit::Fine)
    }
}
