//! `frontdesk decide`: a decision for each of many contacts, one JSON object a line, in and out.

use std::io::{BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use crate::cli::command::Run;
use crate::cli::disk;
use crate::cli::door::Door;
use crate::cli::formats::{decision_line, explained_line, undecided_line};
use crate::cli::lines::{Line, next_line};
use crate::cli::outcome::{Exit, Refusal};
use crate::cli::runtime_files::bundle;
use crate::compilation::Runtime;

/// The longest line that is read, in bytes.
const LINE_LIMIT: usize = 1024 * 1024;

/// How many bytes of decisions are gathered before they are written.
const STEP: usize = 128 * 1024;

/// Decide many contacts: one JSON object a line in, one decision a line out
#[derive(Debug, clap::Args)]
pub(crate) struct Decide {
    /// The bundle, as written by: frontdesk compile
    #[arg(value_name = "BUNDLE")]
    bundle: PathBuf,
    /// The contacts, one JSON object a line; without it or with -, the standard input
    #[arg(value_name = "CONTACTS", default_value = "-", hide_default_value = true)]
    contacts: PathBuf,
    /// Say also why each earlier rule did not fit
    #[arg(long)]
    why: bool,
}

impl Run for Decide {
    const NAME: &'static str = "decide";
    const EXAMPLES: &'static str = "\
Example:
  frontdesk decide acorn.bundle.json < contacts.jsonl > decisions.jsonl

A line of contacts is, for instance:
  {\"contact type\": \"Order help\", \"channel\": \"phone\", \"at\": \"2026-11-24T12:00:00Z\"}

A line that cannot be decided is reported on the standard error, and {\"error\": ..., \"line\": ...} stands in its place; the \
rest goes on. Blank lines are passed over.

Exit codes: 0 every line was decided, 1 some were not, 2 the work could not be done.
";

    fn run(self, door: &mut Door) -> Result<Exit, Refusal> {
        let standard = Path::new("-");
        if self.bundle == standard && self.contacts == standard {
            return Err(Refusal::new("The bundle and the contacts cannot both come from the standard input.", ""));
        }
        let runtime = bundle(&self.bundle)?;
        let input =
            if self.contacts == standard { disk::lines_of_standard_input() } else { disk::lines(&self.contacts)? };
        let mut stream = Stream { runtime: &runtime, why: self.why, door, decided: 0, undecided: 0, number: 0 };
        let done = stream.run(input);
        let (decided, undecided) = (stream.decided, stream.undecided);
        done?;
        if undecided > 0 {
            let lines = if undecided == 1 { "line" } else { "lines" };
            door.tell(&format!("{undecided} {lines} of {} could not be decided.", decided + undecided));
        }
        Ok(Exit::findings(undecided > 0))
    }
}

/// One pass over the contacts.
struct Stream<'a> {
    runtime: &'a Runtime,
    why: bool,
    door: &'a mut Door,
    decided: u64,
    undecided: u64,
    number: u64,
}

impl Stream<'_> {
    fn run(&mut self, mut input: BufReader<Box<dyn Read>>) -> Result<(), Refusal> {
        let mut output = BufWriter::with_capacity(STEP, std::io::stdout().lock());
        let (mut line, mut record) = (Vec::new(), Vec::new());
        loop {
            // Whoever sends one contact and waits for its decision gets it: nothing is held back while nothing is to be read.
            if !input.buffer().contains(&b'\n') {
                self.door.settle(output.flush())?;
            }
            if self.door.is_closed() {
                // What is still held back has nobody to read it.
                let _ = output.into_parts();
                return Ok(());
            }
            let found = next_line(&mut input, &mut line, LINE_LIMIT).map_err(|error| {
                Refusal::new(format!("Line {} cannot be read: {}.", self.number + 1, disk::reason(&error)), "")
            })?;
            if found == Line::End {
                return self.door.settle(output.flush());
            }
            self.number += 1;
            record.clear();
            if self.record(found, &line, &mut record) {
                record.push(b'\n');
                self.door.settle(output.write_all(&record))?;
            }
        }
    }

    /// Writes the line that goes out for one that came in; none for a blank one, and then the answer is `false`.
    fn record(&mut self, found: Line, line: &[u8], out: &mut Vec<u8>) -> bool {
        if found == Line::Whole && line.iter().all(u8::is_ascii_whitespace) {
            return false;
        }
        // Some programs mark the beginning of a text in UTF-8.
        let line = if self.number == 1 { line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line) } else { line };
        match decide(self.runtime, self.why, found, line, out) {
            Ok(()) => self.decided += 1,
            Err(sentence) => {
                self.undecided += 1;
                self.door.tell(&format!("Line {}: {sentence}", self.number));
                out.clear();
                out.extend(undecided_line(self.number, &sentence).into_bytes());
            }
        }
        true
    }
}

fn decide(runtime: &Runtime, why: bool, found: Line, line: &[u8], out: &mut Vec<u8>) -> Result<(), String> {
    if found == Line::TooLong {
        return Err("It is longer than 1 MB; one contact is one short JSON object.".to_owned());
    }
    let text = std::str::from_utf8(line).map_err(|_| "It is not in UTF-8.".to_owned())?;
    let contact = runtime.contact_from_json(text)?;
    let decided = if why {
        explained_line(runtime, &runtime.explain(&contact), out)
    } else {
        decision_line(runtime, &runtime.decide(&contact), out)
    };
    decided.map_err(|error| format!("The decision cannot be written: {error}."))
}
