//! `frontdesk worksheet`: the self-check, filled in from the strategy.

use std::path::PathBuf;

use clap::ValueEnum;

use crate::cli::command::Run;
use crate::cli::door::Door;
use crate::cli::gate;
use crate::cli::outcome::{Exit, Refusal};
use crate::cli::strategy_files::OneStrategy;

/// Fill in the WHO, WHAT, WHEN, HOW self-check from a strategy
#[derive(Debug, clap::Args)]
pub(crate) struct Worksheet {
    #[command(flatten)]
    strategy: OneStrategy,
    /// For these channels, with commas between them; without it, for the social channels
    #[arg(long, value_name = "CHANNELS", value_delimiter = ',')]
    channels: Option<Vec<String>>,
    /// How it is written: text (the default) or json (for programs)
    #[arg(long, value_name = "FORMAT", default_value = "text", hide_default_value = true, hide_possible_values = true)]
    format: Kind,
    /// Where to write it; without it, to the standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// How the self-check is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// for people
    Text,
    /// for programs
    Json,
}

impl Run for Worksheet {
    const NAME: &'static str = "worksheet";
    const EXAMPLES: &'static str = "\
Examples:
  frontdesk worksheet acorn.strategy.yaml
  frontdesk worksheet acorn.strategy.yaml --channels phone,email
  frontdesk worksheet acorn.strategy.yaml --format json -o worksheet.json

Exit codes: 0 filled in, 1 filled in, but findings must be fixed, 2 the work could not be done.
";

    fn run(self, door: &mut Door) -> Result<Exit, Refusal> {
        let channels = self.channels.as_deref().map(|names| named(names, door)).transpose()?;
        let loaded = self.strategy.load()?;
        let filled = match self.format {
            Kind::Text => loaded.compilation.worksheet_text(channels.as_deref()),
            Kind::Json => loaded.compilation.worksheet_json(channels.as_deref()),
        };
        let text = filled.map_err(|sentence| Refusal::new(sentence, ""))?;
        let exit = loaded.warn(door);
        match self.output {
            Some(place) => gate::deliver(door, Some(place), text.into_bytes(), "", std::slice::from_ref(&loaded))?,
            None => door.print(&text)?,
        }
        Ok(exit)
    }
}

/// The names between the commas. One that is there twice counts once, and is told of.
fn named(written: &[String], door: &Door) -> Result<Vec<String>, Refusal> {
    let mut names: Vec<String> = Vec::new();
    for name in written.iter().map(|name| name.trim()).filter(|name| !name.is_empty()) {
        if names.iter().any(|known| known == name) {
            door.tell(&format!("--channels has \"{name}\" twice; once is enough."));
        } else {
            names.push(name.to_owned());
        }
    }
    if names.is_empty() {
        return Err(Refusal::new(
            "--channels names no channel.",
            "Write names with commas between them, such as --channels phone,email, or leave it out for the social channels.",
        ));
    }
    if written.iter().any(|name| name.trim().is_empty()) {
        let remedy = format!("Write it like this: --channels \"{}\"", names.join(","));
        return Err(Refusal::new("--channels has a comma with no channel beside it.", remedy));
    }
    Ok(names)
}
