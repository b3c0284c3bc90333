//! The whole command line as one description: for reading it, for help, for completions and for the manual.

use clap::builder::styling::{AnsiColor, Styles};
use clap::{Arg, ArgAction, Command, value_parser};

use crate::cli::commands::COMMANDS;
use crate::cli::door::Color;

/// What stands at the top of the help.
const ABOUT: &str = "\
Checks a customer access strategy, compiles it for machines and writes it up for people.

A strategy says who your customers are, how they reach you, when, who answers and by when. It is a text file named \
*.strategy.yaml. Nothing is sent anywhere: frontdesk works without a network.";

/// What stands at its end.
const EXAMPLES: &str = "\
Begin like this:
  frontdesk init small-shop      a strategy to begin from
  frontdesk check                what is wrong with it, and what to do
  frontdesk build                the checked, compiled and written-up strategy, in the folder out

Exit codes: 0 nothing that must be fixed, 1 findings, 2 the work could not be done.
";

/// The description of the command line.
pub(crate) fn describe() -> Command {
    let root = Command::new("frontdesk")
        .about("Checks a customer access strategy, compiles it and writes it up")
        .long_about(ABOUT)
        .after_help(EXAMPLES)
        .version(env!("CARGO_PKG_VERSION"))
        .styles(styles())
        .max_term_width(100)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(help_flag())
        .arg(color_flag())
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .display_order(902)
                .help("Show the version, and that of the time-zone and holiday data"),
        );
    COMMANDS.iter().fold(root, |root, entry| root.subcommand((entry.describe)()))
}

fn help_flag() -> Arg {
    Arg::new("help")
        .short('h')
        .long("help")
        .action(ArgAction::Help)
        .display_order(901)
        .global(true)
        .help("Show this help")
}

fn color_flag() -> Arg {
    Arg::new("color")
        .long("color")
        .value_name("WHEN")
        .value_parser(value_parser!(Color))
        .default_value("auto")
        .hide_default_value(true)
        .hide_possible_values(true)
        .display_order(900)
        .global(true)
        .help("Colours: auto (on a terminal), always or never")
}

fn styles() -> Styles {
    Styles::styled()
        .header(AnsiColor::Green.on_default().bold())
        .usage(AnsiColor::Green.on_default().bold())
        .literal(AnsiColor::Cyan.on_default().bold())
        .placeholder(AnsiColor::Cyan.on_default())
}
