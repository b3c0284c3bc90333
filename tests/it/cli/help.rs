//! The help is for managers: plain, complete, with commands to copy.

use std::fmt::Write as _;

use super::runs::{Place, plain};
use crate::bless;
use crate::support::root;

/// The commands as the program itself lists them.
fn commands(place: &Place) -> Vec<String> {
    let help = place.run(&["--help"]).out;
    let (_, after) = help.split_once("\nCommands:\n").unwrap();
    let rows = after.lines().take_while(|line| !line.is_empty());
    let named = rows.filter_map(|line| line.strip_prefix("  ")).filter(|line| !line.starts_with(' '));
    let names: Vec<String> = named.filter_map(|line| line.split(' ').next().map(str::to_owned)).collect();
    assert!(names.len() >= 14, "{names:?}");
    names
}

#[test]
fn every_command_has_help_with_examples() {
    let place = Place::bare();
    for command in commands(&place) {
        let command = command.as_str();
        let long = place.run(&[command, "--help"]);
        assert!(long.ended(0).out.contains(&format!("Usage: frontdesk {command}")), "{long:?}");
        plain(&long.out);
        assert!(command == "help" || long.out.contains("Example"), "{command}");
        assert!(long.out.lines().all(|line| line.chars().count() <= 100), "{}", long.out);
        assert_eq!(place.run(&["help", command]), long);
        let narrow = place.command(&[command, "-h"]).env("COLUMNS", "60").output().unwrap();
        assert!(narrow.status.success());
    }
    let main = place.run(&["--help"]);
    plain(&main.out);
    assert_eq!(place.run(&["help"]), main);
}

#[test]
fn the_reference_of_the_commands_is_current() {
    let place = Place::bare();
    let mut page = String::from(
        "<!-- Made from the help of the program. Do not edit: FRONTDESK_BLESS=1 cargo test -->\n# Commands\n\n\
         Every command shows this with `--help`; `frontdesk man` prints it as a page of the manual.\n",
    );
    let mut chapter = |title: &str, line: &[&str]| {
        let help = place.run(line);
        let _ = write!(page, "\n## {title}\n\n```text\n{}\n```\n", help.ended(0).out.trim_end());
    };
    chapter("frontdesk", &["--help"]);
    for command in commands(&place) {
        chapter(&format!("frontdesk {command}"), &[&command, "--help"]);
    }
    bless::same(&root().join("docs/cli.md"), &page);
}

#[test]
fn the_version_names_the_data() {
    let said = Place::bare().run(&["--version"]);
    let lines: Vec<&str> = said.ended(0).out.lines().collect();
    assert_eq!(lines[0], format!("frontdesk {}", env!("CARGO_PKG_VERSION")));
    assert!(lines[1].starts_with("time zones: 20"), "{said:?}");
    assert!(lines[2].starts_with("public holidays: "), "{said:?}");
}

#[test]
fn every_shell_and_every_page_of_the_manual() {
    let place = Place::bare();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = place.run(&["completions", shell]);
        assert!(script.ended(0).out.contains("worksheet"), "{shell}");
        let values = matches!(shell, "bash" | "zsh");
        assert_eq!(script.out.contains("unknown-name"), values, "{shell} completes the names of findings");
    }
    assert!(place.run(&["man"]).ended(0).out.contains(".TH frontdesk 1"));
    place.run(&["man", "-o", "pages"]).ended(0);
    for command in commands(&place) {
        assert!(place.read(&format!("pages/frontdesk-{command}.1")).contains(&format!(".TH frontdesk-{command} 1")));
    }
    assert!(place.read("pages/frontdesk.1").contains("frontdesk"));
}

#[test]
fn colours_are_used_only_where_they_are_wanted() {
    let place = Place::new();
    let line = ["check", "broken.strategy.yaml"];
    let colored = |set: &[(&str, &str)], more: &[&str]| {
        let line: Vec<&str> = line.iter().chain(more).copied().collect();
        let mut command = place.command(&line);
        command.env("TERM", "xterm").envs(set.iter().copied());
        String::from_utf8(command.output().unwrap().stdout).unwrap().contains('\u{1b}')
    };
    assert!(!colored(&[], &[]), "not into another program");
    assert!(colored(&[], &["--color", "always"]));
    assert!(colored(&[("CLICOLOR_FORCE", "1")], &[]));
    assert!(!colored(&[("CLICOLOR_FORCE", "1")], &["--color", "never"]));
    assert!(!colored(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], &[]));
    assert!(!colored(&[("CLICOLOR_FORCE", "1")], &["-o", "report.txt"]));
    assert!(!place.read("report.txt").contains('\u{1b}'), "not into a file");
    assert!(!colored(&[("CLICOLOR_FORCE", "1")], &["--format", "json"]), "not into what programs read");
}
