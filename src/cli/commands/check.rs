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

Several files are several strategies, and the worst decides the exit code. Each gets its own
report; json has one object for all. A file that another one includes is checked with it.
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
        let (loaded, mut exit) = load(&strategies, door)?;
        let checked: Vec<&Loaded> = whole(&loaded, door);
        // People read one strategy after the other, a program one object.
        let at_once = if format.for_people { 1 } else { checked.len() };
        let mut written = String::new();
        for (at, group) in checked.chunks(at_once.max(1)).enumerate() {
            let (report, found) = self.report(group, format, door)?;
            exit = exit.max(found);
            if at > 0 {
                written.push('\n');
            }
            written.push_str(&report);
            if self.output.is_none() {
                emit(door, format, &written)?;
                written.clear();
            }
        }
        if let Some(path) = self.output {
            gate::deliver(door, Some(path), written.into_bytes(), "", &loaded)?;
        }
        Ok(exit)
    }
}

/// Reads the strategies. One of several that cannot be read is told, and the others go on.
fn load(strategies: &[OneStrategy], door: &Door) -> Result<(Vec<Loaded>, Exit), Refusal> {
    let (mut loaded, mut exit) = (Vec::new(), Exit::Fine);
    for strategy in strategies {
        match strategy.load_to_check() {
            Ok(strategy) => loaded.push(strategy),
            Err(refusal) if strategies.len() > 1 => {
                door.refuse(&refusal);
                exit = Exit::CouldNotRun;
            }
            Err(refusal) => return Err(refusal),
        }
    }
    Ok((loaded, exit))
}

/// The strategies without those files that are only a part of another one: they are checked with it, which is said.
fn whole<'a>(loaded: &'a [Loaded], door: &Door) -> Vec<&'a Loaded> {
    let mut checked = Vec::new();
    for strategy in loaded {
        match loaded.iter().find(|other| other.has_part(strategy)) {
            Some(other) => door.tell(&format!("{} is checked as a part of {}.", strategy.name(), other.name())),
            None => checked.push(strategy),
        }
    }
    checked
}

impl Check {
    fn report(&self, loaded: &[&Loaded], format: &Format, door: &Door) -> Result<(String, Exit), Refusal> {
        let reader = match self.reader {
            Reader::Author => Audience::Author,
            Reader::Reviewer => Audience::Reviewer,
            Reader::Auditor => Audience::Auditor,
        };
        let reports: Vec<_> = loaded.iter().map(|loaded| loaded.report(reader)).collect();
        let limit = match self.fail_on {
            FailOn::Must => Some(Severity::Must),
            FailOn::Should => Some(Severity::Should),
            FailOn::Look => Some(Severity::Look),
            FailOn::Never => None,
        };
        let color = if self.output.is_some() { door.color_in_file() } else { door.color_on_output() };
        let written = (format.write)(&reports, Look { width: door.width(), color })?;
        let mut shown = reports.iter().flat_map(|report| report.shown.iter());
        let found = limit.is_some_and(|limit| shown.any(|found| found.severity <= limit));
        Ok((written, Exit::findings(found)))
    }
}

fn emit(door: &mut Door, format: &Format, text: &str) -> Result<(), Refusal> {
    if format.for_people { door.print_colored(text) } else { door.print(text) }
}
