//! One run of the program: read the command line, do what it says, answer with an exit code.

use std::process::ExitCode;

use clap::error::ErrorKind;

use crate::cli::args;
use crate::cli::commands::COMMANDS;
use crate::cli::door::{Color, Door};
use crate::cli::mistakes;
use crate::cli::outcome::{Exit, Refusal};
use crate::cli::surroundings;
use crate::compilation::data_versions;

/// Runs the program. The exit code is 0 where nothing was found at or above the limit, 1 where something was, and 2 where
/// the work could not be done.
#[must_use]
pub fn run() -> ExitCode {
    let around = surroundings::look();
    let given = surroundings::arguments();
    let matches = match args::describe().try_get_matches_from(&given) {
        Ok(matches) => matches,
        Err(error) => {
            let mut door = Door::new(around, Color::Auto);
            let command = given.iter().filter_map(|word| word.to_str()).find(|word| is_command(word));
            return ExitCode::from(unread(&mut door, &error, command).code());
        }
    };
    let color = matches.get_one::<Color>("color").copied().unwrap_or_default();
    let mut door = Door::new(around, color);
    let done = match matches.subcommand() {
        Some((name, given)) => match COMMANDS.iter().find(|entry| entry.name == name) {
            Some(entry) => (entry.run)(given, &mut door),
            None => Err(mistakes::no_command(name)),
        },
        None => Err(Refusal::new("A command is missing.", "See: frontdesk --help")),
    };
    ExitCode::from(settle(&door, done).code())
}

fn settle(door: &Door, done: Result<Exit, Refusal>) -> Exit {
    done.unwrap_or_else(|refusal| {
        door.refuse(&refusal);
        Exit::CouldNotRun
    })
}

/// Answers a command line that asks for help or for the version, or that has a mistake.
fn unread(door: &mut Door, error: &clap::Error, command: Option<&str>) -> Exit {
    let kind = error.kind();
    if kind == ErrorKind::DisplayHelp {
        let help = error.render().ansi().to_string();
        let done = door.print_colored(&help).map(|()| Exit::Fine);
        return settle(door, done);
    }
    if kind == ErrorKind::DisplayVersion {
        let done = door.print(&version()).map(|()| Exit::Fine);
        return settle(door, done);
    }
    if kind == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        door.tell_colored(&error.render().ansi().to_string());
        return Exit::CouldNotRun;
    }
    door.refuse(&mistakes::words(error, command));
    Exit::CouldNotRun
}

fn is_command(word: &str) -> bool {
    COMMANDS.iter().any(|entry| entry.name == word)
}

fn version() -> String {
    let (zones, holidays) = data_versions();
    format!(
        "frontdesk {}\ntime zones: {zones}\npublic holidays: {holidays}\nworks without a network and reports nothing to anybody\n",
        env!("CARGO_PKG_VERSION")
    )
}
