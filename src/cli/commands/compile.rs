//! `frontdesk compile`: the runtime config of a strategy.

use std::path::PathBuf;

use crate::cli::command::Run;
use crate::cli::door::Door;
use crate::cli::gate;
use crate::cli::outcome::{Exit, Refusal};
use crate::cli::strategy_files::OneStrategy;

/// Compile a strategy into the config that machines run on
#[derive(Debug, clap::Args)]
pub(crate) struct Compile {
    #[command(flatten)]
    strategy: OneStrategy,
    /// Where to write it, or - for the standard output; without it, NAME.bundle.json beside the strategy
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Write it even if there are findings that must be fixed
    #[arg(long)]
    even_if_broken: bool,
}

impl Run for Compile {
    const NAME: &'static str = "compile";
    const EXAMPLES: &'static str = "\
Examples:
  frontdesk compile acorn.strategy.yaml                      writes acorn.bundle.json
  frontdesk compile acorn.strategy.yaml -o live/acorn.json

Nothing is written where findings must be fixed. The same strategy gives the same bytes on every machine.
Exit codes: 0 compiled, 1 findings that must be fixed, 2 the work could not be done.
";

    fn run(self, door: &mut Door) -> Result<Exit, Refusal> {
        let loaded = self.strategy.load()?;
        let exit = gate::must_fix(&loaded, door);
        if exit == Exit::Findings && !self.even_if_broken {
            gate::nothing_written(&loaded, door);
            return Ok(exit);
        }
        let place = self.output.or_else(|| loaded.beside(".bundle.json"));
        let compilation = &loaded.compilation;
        let about = format!(", fingerprint {}", compilation.fingerprint());
        gate::deliver(door, place, compilation.bundle(), &about, std::slice::from_ref(&loaded))?;
        Ok(exit)
    }
}
