//! Mistakes on the command line, in plain words. The crate that reads it says them in the words of programmers.

use clap::error::{ContextKind, ErrorKind};

use crate::cli::commands::COMMANDS;
use crate::cli::outcome::Refusal;

/// What is wrong with the command line, and what to do.
pub(crate) fn words(error: &clap::Error, command: Option<&str>) -> Refusal {
    let help = command.map_or_else(|| "frontdesk --help".to_owned(), |command| format!("frontdesk {command} --help"));
    let see = format!("See: {help}");
    let kind = error.kind();
    let argument = name_of(&part(error, ContextKind::InvalidArg));
    let given = part(error, ContextKind::InvalidValue);
    if kind == ErrorKind::UnknownArgument {
        let remedy = guess(&part(error, ContextKind::SuggestedArg), &argument, see);
        let is_option = argument.starts_with('-');
        let what = if is_option {
            format!("There is no option {argument}.")
        } else {
            format!("\"{argument}\" has no place here.")
        };
        return Refusal::new(what, remedy);
    }
    if kind == ErrorKind::InvalidSubcommand {
        let word = part(error, ContextKind::InvalidSubcommand);
        return no_command(&word);
    }
    if kind == ErrorKind::InvalidValue && given.is_empty() {
        return Refusal::new(format!("{argument} needs a value behind it."), see);
    }
    if kind == ErrorKind::InvalidValue {
        let known = part(error, ContextKind::ValidValue);
        let known = if known.is_empty() { String::new() } else { format!("It can be: {known}. ") };
        return Refusal::new(format!("\"{given}\" does not fit {argument}."), format!("{known}{see}"));
    }
    if kind == ErrorKind::ValueValidation {
        let why = std::error::Error::source(error).map_or_else(String::new, ToString::to_string);
        return Refusal::new(format!("{argument} cannot be used: {why}"), see);
    }
    if kind == ErrorKind::MissingRequiredArgument {
        return Refusal::new(format!("Something is missing: {argument}."), see);
    }
    if kind == ErrorKind::ArgumentConflict {
        let prior = name_of(&part(error, ContextKind::PriorArg));
        let what = if prior.is_empty() || prior == argument {
            format!("{argument} is given twice.")
        } else {
            format!("{argument} and {prior} do not go together.")
        };
        return Refusal::new(what, see);
    }
    if kind == ErrorKind::MissingSubcommand {
        return Refusal::new("A command is missing.", see);
    }
    if [ErrorKind::TooManyValues, ErrorKind::TooFewValues, ErrorKind::WrongNumberOfValues].contains(&kind) {
        return Refusal::new(format!("{argument} takes another number of values."), see);
    }
    Refusal::new("The command line cannot be understood.", see)
}

/// There is no such command. One that is near is offered only when sure.
pub(crate) fn no_command(word: &str) -> Refusal {
    let near = COMMANDS.iter().map(|entry| entry.name).min_by_key(|name| strsim::damerau_levenshtein(name, word));
    let remedy = guess(near.unwrap_or_default(), word, "See: frontdesk --help".to_owned());
    Refusal::new(format!("There is no command \"{word}\"."), remedy)
}

/// What was meant, when sure: at most two letters away. Otherwise where to look.
fn guess(near: &str, written: &str, see: String) -> String {
    let sure = !near.is_empty() && strsim::damerau_levenshtein(near, written) <= 2;
    if sure { format!("Did you mean {near}? {see}") } else { see }
}

/// The names of arguments without the marks that say how they are given: `--for`, not `--for <READER>`.
fn name_of(argument: &str) -> String {
    let name = |argument: &str| {
        let first = argument.split([' ', '=']).next().unwrap_or_default();
        first.trim_matches(['<', '>', '[', ']', '.']).replace('|', " or ")
    };
    argument.split(", ").map(name).collect::<Vec<_>>().join(" and ")
}

/// A part of what the crate found out; empty where it does not say.
fn part(error: &clap::Error, kind: ContextKind) -> String {
    error.get(kind).map(ToString::to_string).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args;

    fn said(line: &str) -> String {
        let error = args::describe().try_get_matches_from(line.split_whitespace()).unwrap_err();
        let command = line.split_whitespace().find(|word| COMMANDS.iter().any(|entry| entry.name == *word));
        words(&error, command).to_string()
    }

    #[test]
    fn mistakes_are_said_plainly() {
        let lines = [
            "frontdesk chek",
            "frontdesk frobnicate",
            "frontdesk check --fro reviewer",
            "frontdesk check --frobnicate",
            "frontdesk check --for manager",
            "frontdesk check --for",
            "frontdesk check --today 2026-02-31",
            "frontdesk check --brief --format json",
            "frontdesk check --for author --for reviewer",
            "frontdesk build one two",
            "frontdesk ask",
            "frontdesk ask one",
            "frontdesk show",
            "frontdesk show --defaults --result",
            "frontdesk completions tcsh",
            "frontdesk check --brief=yes",
            "frontdesk --color pink check",
            "frontdesk --color never",
        ];
        let said: String = lines.iter().map(|line| format!("{line}\n    {}\n", said(line))).collect();
        insta::assert_snapshot!(said, @r#"
        frontdesk chek
            There is no command "chek". Did you mean check? See: frontdesk --help
        frontdesk frobnicate
            There is no command "frobnicate". See: frontdesk --help
        frontdesk check --fro reviewer
            There is no option --fro. See: frontdesk check --help
        frontdesk check --frobnicate
            There is no option --frobnicate. See: frontdesk check --help
        frontdesk check --for manager
            "manager" does not fit --for. It can be: author, reviewer, auditor. See: frontdesk check --help
        frontdesk check --for
            --for needs a value behind it. See: frontdesk check --help
        frontdesk check --today 2026-02-31
            --today cannot be used: "2026-02-31" is no date. Write it like 2026-11-24. See: frontdesk check --help
        frontdesk check --brief --format json
            --brief and --format do not go together. See: frontdesk check --help
        frontdesk check --for author --for reviewer
            --for is given twice. See: frontdesk check --help
        frontdesk build one two
            "two" has no place here. See: frontdesk build --help
        frontdesk ask
            Something is missing: STRATEGY-OR-BUNDLE and CONTACT. See: frontdesk ask --help
        frontdesk ask one
            Something is missing: CONTACT. See: frontdesk ask --help
        frontdesk show
            Something is missing: --defaults or --result. See: frontdesk show --help
        frontdesk show --defaults --result
            --defaults and --result do not go together. See: frontdesk show --help
        frontdesk completions tcsh
            "tcsh" does not fit SHELL. It can be: bash, elvish, fish, powershell, zsh. See: frontdesk completions --help
        frontdesk check --brief=yes
            --brief takes another number of values. See: frontdesk check --help
        frontdesk --color pink check
            "pink" does not fit --color. It can be: auto, always, never. See: frontdesk check --help
        frontdesk --color never
            A command is missing. See: frontdesk --help
        "#);
    }
}
