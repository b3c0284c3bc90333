//! `frontdesk test`: whether the strategy does what its stories say.

use clap::ValueEnum;

use crate::cli::command::Run;
use crate::cli::door::Door;
use crate::cli::formats::{Look, stories_in_words, stories_json, suggestions_in_words};
use crate::cli::outcome::{Exit, Refusal};
use crate::cli::strategy_files::OneStrategy;
use crate::compilation::Severity;

/// The finding that a story is not right.
const STORY_FINDING: &str = "story-not-met";

/// Try the stories of a strategy: the cases that it must get right
#[derive(Debug, clap::Args)]
pub(crate) struct Test {
    #[command(flatten)]
    strategy: OneStrategy,
    /// Write the stories that are missing, ready to be pasted; nothing is changed in the strategy
    #[arg(long)]
    suggest: bool,
    /// How it is written: text (the default) or json (for programs)
    #[arg(long, value_name = "FORMAT", default_value = "text", hide_default_value = true, hide_possible_values = true)]
    format: Kind,
}

/// How the stories are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// for people
    Text,
    /// for programs
    Json,
}

impl Run for Test {
    const NAME: &'static str = "test";
    const EXAMPLES: &'static str = "\
Examples:
  frontdesk test acorn.strategy.yaml
  frontdesk test acorn.strategy.yaml --suggest
  frontdesk test acorn.strategy.yaml --format json > stories.json

A story says what arrives and what should come of it:
  stories:
    Club member phones at lunch:
      contact: Order help on phone from Trail Club, Tue 12:00
      expect: Club team, answer in 30 s

For each that comes out otherwise it says what should be, what is, and which line decides it. Then it counts which \
rules, promises, steps and desks have a story and which have none. The form of json is printed by: frontdesk schema \
stories

--suggest writes a story for each rule, limit, promise, guarantee and edge of a desk that has none, with what happens \
today. Read them: what you would not promise a customer is a mistake in the strategy.

Exit codes: 0 all stories are right, 1 one is not or cannot be asked, 2 the work could not be done.
";

    fn run(self, door: &mut Door) -> Result<Exit, Refusal> {
        let loaded = self.strategy.load()?;
        let (report, runtime) = (loaded.compilation.stories(), loaded.compilation.runtime());
        // That a story is not right is told here at length; other findings may be why.
        let other = loaded.compilation.diagnostics().iter();
        let other =
            other.filter(|found| found.severity == Severity::Must && found.finding.name != STORY_FINDING).count();
        let warned = if other > 0 { loaded.warn(door) } else { Exit::Fine };
        let exit = warned.max(Exit::findings(report.not_right() > 0));
        let made = self.suggest.then(|| loaded.compilation.suggested_stories());
        match (self.format, &made) {
            (Kind::Text, Some(made)) => {
                let look = Look { width: door.width(), color: false };
                let has_section = loaded.compilation.has_stories_section();
                let text = suggestions_in_words(&runtime, made, has_section, &loaded.command_word(), look);
                door.print(&text)?;
            }
            (Kind::Text, None) => {
                let look = Look { width: door.width(), color: door.color_on_output() };
                door.print_colored(&stories_in_words(&runtime, &report, &loaded.command_word(), look))?;
            }
            (Kind::Json, made) => {
                let written = stories_json(&runtime, &report, made.as_ref());
                let written = written
                    .map_err(|error| Refusal::new(format!("The stories cannot be written as JSON: {error}."), ""))?;
                door.print(&written)?;
            }
        }
        Ok(exit)
    }
}
