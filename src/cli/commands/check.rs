//! `frontdesk check`: what is wrong with a strategy, in words.

use std::path::PathBuf;

use clap::ValueEnum;
use clap::builder::PossibleValue;

use crate::cli::command::Run;
use crate::cli::door::Door;
use crate::cli::formats::{FORMATS, Format, Look};
use crate::cli::gate;
use crate::cli::outcome::{Exit, Refusal};
use crate::cli::strategy_files::{Loaded, OneStrategy, Reading};
use crate::compilation::{Audience, Severity};

/// Say what is wrong with a strategy, and what to do about it
#[derive(Debug, clap::Args)]
pub(crate) struct Check {
    /// The strategy files, or - for the standard input; without one, the only *.strategy.yaml of this folder
    #[arg(value_name = "STRATEGY")]
    files: Vec<PathBuf>,
    /// Who reads it: author (the default) sees what can be acted on, reviewer also advice, auditor everything
    #[arg(
        long = "for",
        value_name = "READER",
        default_value = "author",
        hide_default_value = true,
        hide_possible_values = true
    )]
    reader: Reader,
    /// From which findings on the exit code is 1: must (the default), should, look, or never
    #[arg(long, value_name = "LIMIT", default_value = "must", hide_default_value = true, hide_possible_values = true)]
    fail_on: FailOn,
    /// How findings are written: text (the default), brief (one line a finding), or json (for programs)
    #[arg(
        long,
        value_name = "FORMAT",
        value_parser = format_names(),
        default_value = "text",
        hide_default_value = true,
        hide_possible_values = true
    )]
    format: String,
    /// One line a finding: short for --format brief
    #[arg(long, conflicts_with = "format")]
    brief: bool,
    /// Write the findings to this file
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    reading: Reading,
}

/// Who reads the findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Reader {
    /// whoever writes the strategy
    Author,
    /// whoever reviews it
    Reviewer,
    /// whoever audits it
    Auditor,
}

/// From which findings on a check fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FailOn {
    /// what must be fixed
    Must,
    /// what should be fixed
    Should,
    /// everything that is shown
    Look,
    /// nothing
    Never,
}

fn format_names() -> Vec<PossibleValue> {
    FORMATS.iter().map(|format| PossibleValue::new(format.name).help(format.about)).collect()
}

impl Run for Check {
    const NAME: &'static str = "check";
    const EXAMPLES: &'static str = "\
Examples:
  frontdesk check acorn.strategy.yaml
  frontdesk check acorn.strategy.yaml --for reviewer
  frontdesk check *.strategy.yaml --brief
  frontdesk check acorn.strategy.yaml --format json -o findings.json

Several files are several strategies: each gets its own report, and the worst decides the exit code.
Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 a file could not be checked.
";

    fn run(self, door: &mut Door) -> Result<Exit, Refusal> {
        let strategies: Vec<OneStrategy> = if self.files.is_empty() {
            vec![OneStrategy { file: None, reading: self.reading.clone() }]
        } else {
            let one = |file: &PathBuf| OneStrategy { file: Some(file.clone()), reading: self.reading.clone() };
            self.files.iter().map(one).collect()
        };
        let name = if self.brief { "brief" } else { self.format.as_str() };
        let Some(format) = FORMATS.iter().find(|format| format.name == name) else {
            return Err(Refusal::new(format!("There is no format \"{name}\"."), "See: frontdesk check --help"));
        };
        let (mut exit, mut written) = (Exit::Fine, String::new());
        let several = strategies.len() > 1;
        for (at, strategy) in strategies.iter().enumerate() {
            let loaded = match strategy.load() {
                Ok(loaded) => loaded,
                Err(refusal) if several => {
                    door.refuse(&refusal);
                    exit = Exit::CouldNotRun;
                    continue;
                }
                Err(refusal) => return Err(refusal),
            };
            let (report, found) = self.report(&loaded, format, door)?;
            exit = exit.max(found);
            if at > 0 && format.for_people {
                written.push('\n');
            }
            written.push_str(&report);
            if self.output.is_none() {
                emit(door, format, &written)?;
                written.clear();
            }
        }
        if let Some(path) = self.output {
            gate::deliver(door, Some(path), written.into_bytes(), "")?;
        }
        Ok(exit)
    }
}

impl Check {
    fn report(&self, loaded: &Loaded, format: &Format, door: &Door) -> Result<(String, Exit), Refusal> {
        let report = loaded.report(match self.reader {
            Reader::Author => Audience::Author,
            Reader::Reviewer => Audience::Reviewer,
            Reader::Auditor => Audience::Auditor,
        });
        let limit = match self.fail_on {
            FailOn::Must => Some(Severity::Must),
            FailOn::Should => Some(Severity::Should),
            FailOn::Look => Some(Severity::Look),
            FailOn::Never => None,
        };
        let color = if self.output.is_some() { door.color_in_file() } else { door.color_on_output() };
        let written = (format.write)(&report, Look { width: door.width(), color })?;
        let found = limit.is_some_and(|limit| report.shown.iter().any(|found| found.severity <= limit));
        Ok((written, Exit::findings(found)))
    }
}

fn emit(door: &mut Door, format: &Format, text: &str) -> Result<(), Refusal> {
    if format.for_people { door.print_colored(text) } else { door.print(text) }
}
