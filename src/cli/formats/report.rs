//! What all formats show: the findings for one reader, and what is to be said at the end.

use crate::compilation::{Audience, Compilation, Date, Diagnostic, Severity, Sources};

/// The findings of one compilation for one reader.
#[derive(Debug, Clone)]
pub(crate) struct Report<'a> {
    /// The files.
    pub(crate) sources: &'a Sources,
    /// The name of the strategy; empty where it has none.
    pub(crate) strategy: &'a str,
    /// The findings that this reader sees, in order.
    pub(crate) shown: Vec<&'a Diagnostic>,
    /// How many findings wait for an earlier one.
    pub(crate) withheld: u32,
    /// How many findings are accepted in the strategy itself.
    pub(crate) accepted: usize,
    /// The day at which age was judged.
    pub(crate) today: Date,
    /// The file as the next command names it.
    pub(crate) file: String,
    /// How many findings a reviewer would see besides.
    pub(crate) more_for_reviewers: usize,
    /// How many findings an auditor would see besides.
    pub(crate) more_for_auditors: usize,
    /// Whether the report ends with the next command; not where the caller knows better.
    pub(crate) ends_with_next: bool,
}

impl<'a> Report<'a> {
    /// Takes the findings that the reader wants to see. `file` is the word that the next command gets.
    pub(crate) fn new(compilation: &'a Compilation, audience: Audience, today: Date, file: String) -> Self {
        let all = compilation.diagnostics();
        let more = |reader: Audience| {
            all.iter().filter(|found| found.finding.audience > audience && found.finding.audience <= reader).count()
        };
        Self {
            sources: compilation.sources(),
            strategy: compilation.strategy_name(),
            shown: all.iter().filter(|found| found.finding.audience <= audience).collect(),
            withheld: compilation.withheld(),
            accepted: compilation.accepted(),
            today,
            file,
            more_for_reviewers: more(Audience::Reviewer),
            more_for_auditors: more(Audience::Auditor),
            ends_with_next: true,
        }
    }

    /// The same without the next command at its end.
    pub(crate) fn without_next(mut self) -> Self {
        self.ends_with_next = false;
        self
    }

    /// How many findings of a severity are shown; repeats are counted with their first one.
    pub(crate) fn count(&self, severity: Severity) -> usize {
        self.shown.iter().filter(|found| found.severity == severity).count()
    }

    /// The sentences at the end: how many, what waits, for whom there is more, and the next command.
    pub(crate) fn closing_lines(&self) -> Vec<String> {
        let mut lines = vec![self.counts()];
        let withheld = self.withheld;
        if withheld > 0 {
            let checks = if withheld == 1 { "check waits" } else { "checks wait" };
            lines.push(format!("{withheld} more {checks} until these are fixed."));
        }
        let accepted = self.accepted;
        if accepted > 0 {
            let findings = if accepted == 1 { "finding is" } else { "findings are" };
            lines.push(format!("{accepted} {findings} accepted in the strategy itself."));
        }
        if self.more_for_reviewers > 0 {
            let more = self.more_for_reviewers;
            lines.push(format!("{more} more for reviewers: frontdesk check {} --for reviewer", self.file));
        } else if self.more_for_auditors > 0 {
            let more = self.more_for_auditors;
            lines.push(format!("{more} more for auditors: frontdesk check {} --for auditor", self.file));
        }
        if self.ends_with_next {
            lines.push(self.next_command());
        }
        lines
    }

    fn counts(&self) -> String {
        let (must, should, look) =
            (self.count(Severity::Must), self.count(Severity::Should), self.count(Severity::Look));
        let name = match self.strategy {
            "" => &self.file,
            name => name,
        };
        let date = self.today;
        if must + should + look == 0 {
            return format!("{name}: nothing to fix, as of {date}.");
        }
        format!("{name}: {must} must fix, {should} should fix, {look} worth a look, as of {date}.")
    }

    fn next_command(&self) -> String {
        match self.shown.first() {
            Some(first) if first.severity < Severity::Look => {
                format!("Next: frontdesk explain {}", first.finding.name)
            }
            Some(_) | None => format!("Next: frontdesk build {} -o out", self.file),
        }
    }
}

/// The place in words, as people read it: `Routing › Club members › when`.
pub(crate) fn path_in_words(path: &[String]) -> String {
    let mut words: Vec<String> = path.to_vec();
    if let Some(first) = words.first_mut() {
        let mut letters = first.chars();
        *first = letters.next().map_or_else(String::new, |letter| letter.to_uppercase().chain(letters).collect());
    }
    words.join(" › ")
}

/// The same with long names cut, for people.
pub(crate) fn short_path_in_words(path: &[String]) -> String {
    const LONGEST: usize = 48;
    let short = |part: &String| match part.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", part.get(..end).unwrap_or_default()),
        None => part.clone(),
    };
    path_in_words(&path.iter().map(short).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_read_as_people_say_them() {
        let path = ["routing".to_owned(), "Club members".to_owned(), "x".repeat(60)];
        assert_eq!(path_in_words(&path), format!("Routing › Club members › {}", "x".repeat(60)));
        assert_eq!(short_path_in_words(&path), format!("Routing › Club members › {}…", "x".repeat(48)));
        assert_eq!(path_in_words(&[]), "");
        assert_eq!(path_in_words(&["ärzte".to_owned()]), "Ärzte");
    }
}
