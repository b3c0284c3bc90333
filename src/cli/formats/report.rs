//! What all formats show: the findings for one reader, and what is to be said at the end.

use crate::compilation::{Audience, Compilation, Date, Diagnostic, Severity};

/// The findings of one compilation for one reader.
pub(crate) struct Report<'a> {
    /// The compilation.
    pub(crate) compilation: &'a Compilation,
    /// The findings that this reader sees, in order.
    pub(crate) shown: Vec<&'a Diagnostic>,
    /// For whom.
    pub(crate) audience: Audience,
    /// The day at which age was judged.
    pub(crate) today: Date,
    /// The file as the reader named it, for the next command.
    pub(crate) file: String,
}

impl<'a> Report<'a> {
    /// Takes the findings that the reader wants to see.
    pub(crate) fn new(compilation: &'a Compilation, audience: Audience, today: Date, file: String) -> Self {
        let shown = compilation.diagnostics().iter().filter(|found| found.finding.audience <= audience).collect();
        Self { compilation, shown, audience, today, file }
    }

    /// How many findings of a severity are shown; repeats are counted with their first one.
    pub(crate) fn count(&self, severity: Severity) -> usize {
        self.shown.iter().filter(|found| found.severity == severity).count()
    }

    /// How many findings another reader would see besides.
    pub(crate) fn hidden(&self, audience: Audience) -> usize {
        let seen = |found: &&Diagnostic| found.finding.audience > self.audience && found.finding.audience <= audience;
        self.compilation.diagnostics().iter().filter(seen).count()
    }

    /// The sentences at the end: how many, what waits, for whom there is more, and the next command.
    pub(crate) fn closing_lines(&self) -> Vec<String> {
        let mut lines = vec![self.counts()];
        let withheld = self.compilation.withheld();
        if withheld > 0 {
            let checks = if withheld == 1 { "check waits" } else { "checks wait" };
            lines.push(format!("{withheld} more {checks} until these are fixed."));
        }
        let accepted = self.compilation.accepted();
        if accepted > 0 {
            let findings = if accepted == 1 { "finding is" } else { "findings are" };
            lines.push(format!("{accepted} {findings} accepted in the strategy itself."));
        }
        let (reviewer, auditor) = (self.hidden(Audience::Reviewer), self.hidden(Audience::Auditor));
        if reviewer > 0 {
            lines.push(format!("{reviewer} more for reviewers: frontdesk check {} --for reviewer", self.file));
        } else if auditor > 0 {
            lines.push(format!("{auditor} more for auditors: frontdesk check {} --for auditor", self.file));
        }
        lines.push(self.next_command());
        lines
    }

    fn counts(&self) -> String {
        let (must, should, look) =
            (self.count(Severity::Must), self.count(Severity::Should), self.count(Severity::Look));
        let name = self.compilation.strategy_name();
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
    let mut words = Vec::with_capacity(path.len());
    for (at, part) in path.iter().enumerate() {
        let short: String = part.chars().take(48).collect();
        if at == 0 {
            let mut letters = short.chars();
            words.push(letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect()));
        } else {
            words.push(short);
        }
    }
    words.join(" › ")
}
