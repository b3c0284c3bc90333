//! `frontdesk explain`: the page of a finding, without a network.

use std::fmt::Write as _;

use crate::cli::command::Run;
use crate::cli::door::Door;
use crate::cli::formats::{Look, page_drawn, page_first_sentence};
use crate::cli::outcome::{Exit, Refusal};
use crate::compilation::{Finding, findings};

/// Explain a finding: what it means, why it matters, how to put it right
#[derive(Debug, clap::Args)]
pub(crate) struct Explain {
    /// The name of the finding, such as unknown-name, or its code, such as A101; without it, all are listed
    #[arg(value_name = "NAME")]
    pub(crate) name: Option<String>,
}

impl Run for Explain {
    const NAME: &'static str = "explain";
    const EXAMPLES: &'static str = "\
Examples:
  frontdesk explain unknown-name
  frontdesk explain A101
  frontdesk explain                 lists all findings
";

    fn run(self, door: &mut Door) -> Result<Exit, Refusal> {
        let look = Look { width: door.width(), color: door.color_on_output() };
        let text = match &self.name {
            None => list(look),
            Some(name) => match find(name) {
                Some(finding) => page_drawn(finding.page, look),
                None => return Err(unknown(name)),
            },
        };
        door.print_colored(&text)?;
        Ok(Exit::Fine)
    }
}

/// The finding of that name or code, however it is written: in capitals, with blanks, in brackets.
fn find(name: &str) -> Option<&'static Finding> {
    let wanted = plain_name(name);
    findings().into_iter().find(|finding| {
        let code = finding.code.to_lowercase();
        wanted == finding.name || wanted == code || wanted == format!("{}-{code}", finding.name)
    })
}

fn plain_name(name: &str) -> String {
    name.trim_matches(['[', ']', ' ']).to_lowercase().replace([' ', '_'], "-")
}

fn unknown(name: &str) -> Refusal {
    let wanted = plain_name(name);
    let near = findings().into_iter().min_by_key(|finding| strsim::damerau_levenshtein(finding.name, &wanted));
    let near = near.filter(|finding| strsim::damerau_levenshtein(finding.name, &wanted) <= 2);
    let holding: Vec<&str> = findings()
        .into_iter()
        .map(|finding| finding.name)
        .filter(|known| wanted.len() > 2 && known.contains(&wanted))
        .take(6)
        .collect();
    let remedy = match near {
        Some(finding) => format!("Did you mean {}?", finding.name),
        None if !holding.is_empty() => format!("There is: {}.", holding.join(", ")),
        None => "All are listed by: frontdesk explain".to_owned(),
    };
    Refusal::new(format!("There is no finding called \"{name}\"."), remedy)
}

fn list(look: Look) -> String {
    let mut all = findings();
    all.sort_by_key(|finding| finding.name);
    let longest = all.iter().map(|finding| finding.name.len()).max().unwrap_or_default();
    let indent = " ".repeat(longest + 8);
    let mut out = String::new();
    for finding in all {
        let head = format!("{:<longest$}  {:<4}  ", finding.name, finding.code);
        let options = textwrap::Options::new(look.width.max(longest + 40))
            .initial_indent(&indent)
            .subsequent_indent(&indent)
            .break_words(false)
            .word_splitter(textwrap::WordSplitter::NoHyphenation);
        let text = textwrap::fill(&page_first_sentence(finding.page), options);
        let _ = writeln!(out, "{}{}", look.bold(&head), text.trim_start());
    }
    out
}
