//! `frontdesk init`: a strategy to begin from.

use std::path::PathBuf;

use crate::cli::command::Run;
use crate::cli::disk::{self, NewFile, Replace, STRATEGY_ENDING};
use crate::cli::door::Door;
use crate::cli::outcome::{Exit, Refusal};
use crate::cli::strategy_files::{is_standard_input, shell_word};
use crate::cli::surroundings;
use crate::compilation::Date;

/// Begin a strategy from one of five starters
#[derive(Debug, clap::Args)]
pub(crate) struct Init {
    /// The starter; without it, all are listed
    #[arg(value_name = "STARTER")]
    starter: Option<String>,
    /// The file to write, or - for the standard output; without it, STARTER.strategy.yaml in this folder
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

/// A strategy to begin from.
struct Starter {
    name: &'static str,
    about: &'static str,
    text: &'static str,
}

const STARTERS: [Starter; 5] = [
    Starter {
        name: "small-shop",
        about: "a shop with a handful of people: phone, email, a counter and two social sites",
        text: include_str!("../../../strategies/starters/small-shop.strategy.yaml"),
    },
    Starter {
        name: "retail-with-social",
        about: "a retailer whose customers write in public",
        text: include_str!("../../../strategies/starters/retail-with-social.strategy.yaml"),
    },
    Starter {
        name: "public-service",
        about: "a public body with two languages and a line that never closes",
        text: include_str!("../../../strategies/starters/public-service.strategy.yaml"),
    },
    Starter {
        name: "b2b-support",
        about: "support for businesses, with desks in two time zones",
        text: include_str!("../../../strategies/starters/b2b-support.strategy.yaml"),
    },
    Starter {
        name: "listen-only-social",
        about: "an organisation that reads social sites and does not answer there",
        text: include_str!("../../../strategies/starters/listen-only-social.strategy.yaml"),
    },
];

impl Run for Init {
    const NAME: &'static str = "init";
    const EXAMPLES: &'static str = "\
Examples:
  frontdesk init                          lists the starters
  frontdesk init small-shop               writes small-shop.strategy.yaml
  frontdesk init small-shop harbour.strategy.yaml

A starter is a whole strategy with the questions to answer in its comments. A file that is there is never replaced.
";

    fn run(self, door: &mut Door) -> Result<Exit, Refusal> {
        let Some(name) = &self.starter else {
            door.print(&list())?;
            return Ok(Exit::Fine);
        };
        let starter = STARTERS.iter().find(|starter| starter.name == name.as_str()).ok_or_else(|| unknown(name))?;
        let text = stamped(starter.text, surroundings::today());
        let path = self.file.unwrap_or_else(|| PathBuf::from(format!("{name}{STRATEGY_ENDING}")));
        if is_standard_input(&path) {
            door.print(&text)?;
            return Ok(Exit::Fine);
        }
        let shown = path.display().to_string();
        disk::write(vec![NewFile { path, bytes: text.into_bytes() }], Replace::No)?;
        let word = shell_word(&shown);
        door.print(&format!("Wrote {shown}. Put your own names in, then: frontdesk check {word}\n"))?;
        Ok(Exit::Fine)
    }
}

fn list() -> String {
    let mut out = String::from("Strategies to begin from:\n\n");
    let longest = STARTERS.iter().map(|starter| starter.name.len()).max().unwrap_or_default();
    for starter in &STARTERS {
        out.push_str(&format!("  {:<longest$}  {}\n", starter.name, starter.about));
    }
    out + "\nTake one with: frontdesk init small-shop\n"
}

fn unknown(name: &str) -> Refusal {
    let near = STARTERS.iter().find(|starter| strsim::damerau_levenshtein(starter.name, name) <= 2);
    let remedy = match near {
        Some(starter) => format!("Did you mean {}?", starter.name),
        None => {
            let names: Vec<&str> = STARTERS.iter().map(|starter| starter.name).collect();
            format!("There are: {}.", names.join(", "))
        }
    };
    Refusal::new(format!("There is no starter called \"{name}\"."), remedy)
}

/// The starter with today's date wherever it says when an owner last looked at a part. No other date is touched.
fn stamped(text: &str, today: Date) -> String {
    const WORD: &str = "updated ";
    const LENGTH: usize = "2026-11-16".len();
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(WORD) {
        let (before, after) = rest.split_at(at + WORD.len());
        out.push_str(before);
        rest = after;
        if let Some((date, after)) = rest.split_at_checked(LENGTH)
            && Date::parse(date).is_some()
        {
            out.push_str(&today.to_string());
            rest = after;
        }
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_dates_of_updates_are_stamped() {
        let today = Date::new(2030, 1, 2).unwrap();
        let text = "applies from: 2027-01-04\n  hours: A, B, updated 2026-11-16\n  # updated often, updated 2026-1é\n";
        let stamped = stamped(text, today);
        let wanted =
            "applies from: 2027-01-04\n  hours: A, B, updated 2030-01-02\n  # updated often, updated 2026-1é\n";
        assert_eq!(stamped, wanted);
    }

    #[test]
    fn every_starter_says_when_it_was_updated() {
        let today = Date::new(2030, 1, 2).unwrap();
        for starter in &STARTERS {
            let stamped = stamped(starter.text, today);
            assert!(stamped.contains("updated 2030-01-02"), "{}", starter.name);
            let left = stamped.matches("updated 20").count() - stamped.matches("updated 2030-01-02").count();
            assert_eq!(left, 0, "{}", starter.name);
        }
    }
}
