//! `frontdesk show`: what holds where nothing was written, and what several files make together.

use crate::cli::command::Run;
use crate::cli::door::Door;
use crate::cli::outcome::{Exit, Refusal};
use crate::cli::strategy_files::OneStrategy;

/// Show what a strategy means: its defaults, or all its files as one
#[derive(Debug, clap::Args)]
#[command(group = clap::ArgGroup::new("what").required(true).args(["defaults", "result"]))]
pub(crate) struct Show {
    #[command(flatten)]
    strategy: OneStrategy,
    /// What holds where the strategy does not say
    #[arg(long)]
    defaults: bool,
    /// All files as one strategy, with the origin of every line
    #[arg(long)]
    result: bool,
}

impl Run for Show {
    const NAME: &'static str = "show";
    const EXAMPLES: &'static str = "\
Examples:
  frontdesk show --defaults acorn.strategy.yaml
  frontdesk show --result acorn.strategy.yaml

Exit codes: 0 shown, 1 shown, but findings must be fixed, 2 the work could not be done.
";

    fn run(self, door: &mut Door) -> Result<Exit, Refusal> {
        let loaded = self.strategy.load()?;
        let text = if self.defaults { loaded.compilation.show_defaults() } else { loaded.compilation.show_result() };
        let exit = loaded.warn(door);
        door.print(&text)?;
        Ok(exit)
    }
}
