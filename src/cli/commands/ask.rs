//! `frontdesk ask`: what happens to one contact, and why.

use std::path::{Path, PathBuf};

use crate::cli::command::Run;
use crate::cli::disk;
use crate::cli::door::Door;
use crate::cli::formats::{
    Look, ask_refusal, ask_remark, decision_in_words, decision_pretty, slice_in_words, slice_json, slice_refusal,
};
use crate::cli::outcome::{Exit, Refusal};
use crate::cli::runtime_files::{Deciding, bundle_or_strategy};

/// The largest contact that is read from the standard input, in bytes.
const CONTACT_LIMIT: usize = 1024 * 1024;

/// Ask what happens to a contact: who answers, by when, and which lines decided it
#[derive(Debug, clap::Args)]
pub(crate) struct Ask {
    /// The strategy or the bundle; - for the standard input
    #[arg(value_name = "STRATEGY-OR-BUNDLE")]
    file: PathBuf,
    /// The contact, such as "Order help on phone from Trail Club, Tue 12:00"
    #[arg(value_name = "CONTACT", required_unless_present = "json")]
    phrase: Vec<String>,
    /// The contact as a JSON object, or - to read it from the standard input; the answer is JSON too
    #[arg(long, value_name = "OBJECT", conflicts_with = "phrase")]
    json: Option<String>,
    /// Leave out the contact type, the channel or the customer, and get a table of all of them
    #[arg(long)]
    all: bool,
}

impl Run for Ask {
    const NAME: &'static str = "ask";
    const EXAMPLES: &'static str = "\
Examples:
  frontdesk ask acorn.strategy.yaml \"Order help on phone from Trail Club, Tue 12:00\"
  frontdesk ask acorn.bundle.json --json \\
    '{\"contact type\": \"Order help\", \"channel\": \"phone\", \"at\": \"2026-11-24T12:00:00Z\"}'

  frontdesk ask acorn.strategy.yaml --all \"Order help from Trail Club, Tue 12:00\"

Below the answer stand the nearest contacts that come out otherwise. Names are written as the strategy writes them. One that it does not have is answered with what was probably meant.

Exit codes: 0 answered, 1 answered, but findings in the strategy must be fixed, 2 the work could not be done.
";

    fn run(self, door: &mut Door) -> Result<Exit, Refusal> {
        if self.file == Path::new("-") && self.json.as_deref() == Some("-") {
            return Err(Refusal::new("The strategy and the contact cannot both come from the standard input.", ""));
        }
        let Deciding { runtime, strategy } = bundle_or_strategy(&self.file)?;
        if runtime.policy().channels.is_empty() {
            let what = format!("{} describes no channel, so there is no way to make contact.", self.file.display());
            return Err(Refusal::new(what, format!("See: frontdesk check {}", self.file.display())));
        }
        let answer = match &self.json {
            None if self.all => {
                let phrase = self.phrase.join(" ");
                let slice = runtime
                    .slice(&phrase)
                    .map_err(|error| slice_refusal(&error, |error| ask_refusal(&runtime, &phrase, error)))?;
                slice_in_words(&runtime, &slice, Look { width: door.width(), color: door.color_on_output() })
            }
            Some(object) if self.all => {
                let refused = |sentence: &str| Refusal::new(format!("The contacts cannot be decided. {sentence}"), "");
                let slice = runtime.slice_from_json(&contact_text(object)?).map_err(|sentence| refused(&sentence))?;
                let slice =
                    slice.map_err(|error| slice_refusal(&error, |error| ask_refusal(&runtime, object, error)))?;
                slice_json(&runtime, &slice)
                    .map_err(|error| Refusal::new(format!("The answer cannot be written as JSON: {error}."), ""))?
            }
            None => {
                let phrase = self.phrase.join(" ");
                // A name that is not known is the asker's slip, not a finding in the strategy: nothing could be answered.
                let asked = runtime.ask(&phrase).map_err(|error| ask_refusal(&runtime, &phrase, &error))?;
                let look = Look { width: door.width(), color: door.color_on_output() };
                let remarks: Vec<String> = asked.remarks.iter().map(|remark| ask_remark(&runtime, remark)).collect();
                let different = runtime.otherwise(&asked.contact);
                decision_in_words(&runtime, &runtime.explain(&asked.contact), &remarks, &different, look)
            }
            Some(object) => {
                let contact = runtime
                    .contact_from_json(&contact_text(object)?)
                    .map_err(|sentence| Refusal::new(format!("The contact cannot be decided. {sentence}"), ""))?;
                decision_pretty(&runtime, &runtime.explain(&contact), &runtime.otherwise(&contact))
                    .map_err(|error| Refusal::new(format!("The answer cannot be written as JSON: {error}."), ""))?
            }
        };
        let exit = strategy.map_or(Exit::Fine, |strategy| strategy.warn(door));
        if self.json.is_some() {
            door.print(&answer)?
        } else {
            door.print_colored(&answer)?
        }
        Ok(exit)
    }
}

fn contact_text(given: &str) -> Result<String, Refusal> {
    if given != "-" {
        return Ok(given.to_owned());
    }
    let bytes = disk::read_standard_input(CONTACT_LIMIT)?;
    if bytes.len() > CONTACT_LIMIT {
        return Err(Refusal::new("The contact is larger than 1 MB.", "One contact is one JSON object."));
    }
    String::from_utf8(bytes).map_err(|_| Refusal::new("The contact is not in UTF-8.", "Save it as UTF-8."))
}
