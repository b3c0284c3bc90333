//! Where findings go: sorted, without repeats, with the number of those that wait for an earlier one.

use std::collections::BTreeMap;

use crate::source::diagnostic::Diagnostic;
use crate::source::span::Span;

/// Collects findings. [`Sink::finish`] sorts them, so the order in which they came shows nowhere but in which ones of a name
/// are kept when there are too many.
#[derive(Debug, Default, Clone)]
pub struct Sink {
    diagnostics: Vec<Diagnostic>,
    withheld: u32,
    told: BTreeMap<&'static str, u32>,
}

/// The most findings of one name that are told; more are counted as waiting, so that a hostile file cannot make the
/// report endless. The first ones stay, so whether anything must be fixed stays known.
const MOST_OF_A_NAME: u32 = 300;

impl Sink {
    /// Nothing found yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a finding.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        let told = self.told.entry(diagnostic.finding.name).or_insert(0);
        if *told >= MOST_OF_A_NAME {
            self.withheld += 1;
            return;
        }
        *told += 1;
        self.diagnostics.push(diagnostic);
    }

    /// Whether no more findings of that name are told, so that working one out would be in vain.
    #[must_use]
    pub fn has_enough_of(&self, name: &str) -> bool {
        self.told.get(name).is_some_and(|told| *told >= MOST_OF_A_NAME)
    }

    /// Takes back what was found of that name at exactly that place, because something else tells it better.
    pub fn retract(&mut self, name: &str, place: Span) {
        self.diagnostics.retain(|found| found.finding.name != name || found.primary != place);
    }

    /// Counts a finding that only follows from an earlier one and is therefore not shown.
    pub fn withhold(&mut self) {
        self.withheld += 1;
    }

    /// How many findings wait for an earlier one.
    #[must_use]
    pub fn withheld(&self) -> u32 {
        self.withheld
    }

    /// How many findings there are so far, repeats included.
    #[must_use]
    pub fn len(&self) -> usize {
        self.diagnostics.len()
    }

    /// Whether nothing was found so far.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.diagnostics.is_empty()
    }

    /// Says the place in words of every finding so far that does not say it itself.
    pub fn locate(&mut self, path: &dyn Fn(Span) -> Vec<String>) {
        for found in self.diagnostics.iter_mut().filter(|found| found.path.is_empty()) {
            found.path = path(found.primary);
        }
    }

    /// The findings so far, as they came.
    #[must_use]
    pub fn so_far(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// The findings as they came, and how many more wait for an earlier one.
    #[must_use]
    pub fn into_parts(self) -> (Vec<Diagnostic>, u32) {
        (self.diagnostics, self.withheld)
    }

    /// All findings: worst first, and what hurts customers most before the rest: contacts that reach nobody, then what
    /// lets down the customer of a story, then everything else. Among these sure before likely, then by place. The same
    /// finding with the same headline in several places becomes one with the number of repeats.
    #[must_use]
    pub fn finish(self) -> Vec<Diagnostic> {
        let mut all = self.diagnostics;
        all.sort_by(|a, b| {
            let hurts = |d: &Diagnostic| (!d.reaches_nobody, d.story.is_none());
            let key = |d: &Diagnostic| (d.severity, hurts(d), d.finding.confidence, d.primary.source, d.primary.start);
            key(a)
                .cmp(&key(b))
                .then_with(|| a.finding.code.cmp(b.finding.code))
                .then_with(|| a.headline.cmp(&b.headline))
                .then_with(|| a.primary.end.cmp(&b.primary.end))
        });
        fold(all)
    }
}

/// Folds repeats into the first finding of their kind and headline; exact doubles vanish.
fn fold(all: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut first = std::collections::BTreeMap::new();
    let mut kept: Vec<Diagnostic> = Vec::with_capacity(all.len());
    for diagnostic in all {
        let key = (diagnostic.finding.name, diagnostic.headline.clone());
        let earlier = first.get(&key).and_then(|at: &usize| kept.get_mut(*at));
        let Some(earlier) = earlier else {
            first.insert(key, kept.len());
            kept.push(diagnostic);
            continue;
        };
        let known = earlier.primary == diagnostic.primary
            || earlier.related.iter().any(|related| related.span == diagnostic.primary);
        if !known {
            earlier.repeats += 1;
            earlier
                .related
                .push(crate::source::diagnostic::Related { span: diagnostic.primary, label: "the same here".into() });
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::diagnostic::{Audience, Confidence, Finding, Severity};

    use crate::source::span::{SourceId, Span};

    const fn finding(name: &'static str, severity: Severity, confidence: Confidence) -> Finding {
        Finding { name, code: name, severity, confidence, audience: Audience::Author, page: "" }
    }

    static MUST: Finding = finding("must", Severity::Must, Confidence::Likely);
    static LOOK: Finding = finding("look", Severity::Look, Confidence::Sure);
    static LIKELY: Finding = finding("likely", Severity::Look, Confidence::Likely);

    #[test]
    fn what_hurts_customers_most_comes_first() {
        let at = |finding: &'static Finding, place: usize, headline: &str| {
            Diagnostic::new(finding, Span::new(SourceId(0), place, place + 1), headline)
        };
        let mut sink = Sink::new();
        sink.push(at(&LIKELY, 1, "a likely gap"));
        sink.push(at(&LOOK, 3, "a second gap"));
        sink.push(at(&LOOK, 2, "a first gap"));
        sink.push(at(&LOOK, 5, "a customer waits").story("A customer waits."));
        sink.push(at(&LIKELY, 4, "a customer may wait").story("A customer may wait."));
        sink.push(at(&LOOK, 9, "nobody answers").reaching_nobody());
        sink.push(at(&MUST, 8, "the worst"));
        let told: Vec<String> = sink.finish().into_iter().map(|found| found.headline).collect();
        let order = [
            "the worst",
            "nobody answers",
            "a customer waits",
            "a customer may wait",
            "a first gap",
            "a second gap",
            "a likely gap",
        ];
        assert_eq!(told, order);
    }
}
