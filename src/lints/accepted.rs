//! The register of accepted gaps: takes out what the team has agreed to live with, and checks the register itself.

use crate::lints::lint::{Outcome, Subject};
use crate::lints::rules::LINTS;
use crate::source::{Audience, Confidence, Diagnostic, Finding, Severity, Span, quoted};
use crate::strategy::{GapModel, is_placeholder};

const fn finding(name: &'static str, code: &'static str, severity: Severity, page: &'static str) -> Finding {
    Finding { name, code, severity, confidence: Confidence::Sure, audience: Audience::Author, page }
}

static INCOMPLETE: Finding =
    finding("acceptance-incomplete", "F401", Severity::Must, include_str!("accepted/acceptance-incomplete.md"));
static UNKNOWN: Finding =
    finding("acceptance-unknown", "F402", Severity::Must, include_str!("accepted/acceptance-unknown.md"));
static EXPIRED: Finding =
    finding("acceptance-expired", "F403", Severity::Should, include_str!("accepted/acceptance-expired.md"));
static UNUSED: Finding =
    finding("acceptance-unused", "F404", Severity::Should, include_str!("accepted/acceptance-unused.md"));

/// The findings about the register.
pub(crate) static FINDINGS: &[&Finding] = &[&INCOMPLETE, &UNKNOWN, &EXPIRED, &UNUSED];

/// Takes out what is accepted; adds what is wrong with the register. Where `some_wait`, an entry that accepts none of these
/// findings may accept one that waits, so that nobody is told to remove it yet.
pub(crate) fn apply(subject: &Subject<'_>, found: Vec<Diagnostic>, known: &[&'static str], some_wait: bool) -> Outcome {
    let gaps = &subject.strategy.governance.accepted_gaps.content.gaps;
    let mut used = vec![false; gaps.len()];
    let mut outcome = Outcome::default();
    for diagnostic in found {
        let entry = gaps.iter().position(|gap| in_force(gap, subject) && accepts(gap, &diagnostic));
        match entry {
            Some(at) => {
                if let Some(used) = used.get_mut(at) {
                    *used = true;
                }
                outcome.accepted.push((at, diagnostic));
            }
            None => outcome.findings.push(diagnostic),
        }
    }
    for (gap, used) in gaps.iter().zip(used) {
        let judged = judge(gap, used, subject, known);
        let waits = some_wait && judged.as_ref().is_some_and(|found| found.finding.name == UNUSED.name);
        outcome.withheld = outcome.withheld.saturating_add(u32::from(waits));
        outcome.findings.extend(judged.filter(|_| !waits));
    }
    outcome
}

/// Whether an entry counts: complete and not expired.
fn in_force(gap: &GapModel, subject: &Subject<'_>) -> bool {
    let until = gap.until.is_some_and(|until| subject.today <= until.value);
    gap.why.is_some() && gap.who.as_ref().is_some_and(|who| !is_placeholder(&who.text)) && until
}

/// Whether an entry means this finding: the same name, at the named path or below it.
fn accepts(gap: &GapModel, diagnostic: &Diagnostic) -> bool {
    let (Some(finding), Some(place)) = (&gap.finding, &gap.place) else { return false };
    finding.text == diagnostic.finding.name && within(&place.text, &diagnostic.path)
}

fn within(written: &str, path: &[String]) -> bool {
    let wanted: Vec<&str> = written.split(['›', '/']).map(str::trim).filter(|part| !part.is_empty()).collect();
    !wanted.is_empty()
        && wanted.len() <= path.len()
        && wanted
            .iter()
            .zip(path)
            .enumerate()
            .all(|(depth, (wanted, part))| if depth == 0 { wanted.eq_ignore_ascii_case(part) } else { *wanted == part })
}

/// What is wrong with one entry of the register.
fn judge(gap: &GapModel, used: bool, subject: &Subject<'_>, known: &[&'static str]) -> Option<Diagnostic> {
    let name = quoted(&gap.head.name);
    if let Some(missing) = missing(gap) {
        let headline = format!("The accepted gap {name} does not say its {}.", quoted(missing));
        return Some(
            at(&INCOMPLETE, gap.head.span, headline)
                .why("What, where, why, who and until when make an agreement. The finding is still reported.")
                .advise(format!("add the line {missing}: …")),
        );
    }
    let (finding, until) = (gap.finding.as_ref()?, gap.until?);
    if !LINTS.iter().any(|lint| lint.finding.name == finding.text) {
        return Some(unknown(gap, finding.span, &finding.text, known));
    }
    if until.value < subject.today {
        let headline = format!("The agreement to live with {name} ended on {}.", until.value);
        let finding = at(&EXPIRED, until.span, headline)
            .why(format!("Today is {}. The finding is reported again.", subject.today))
            .advise("put the finding right, or agree on a new date");
        return Some(finding);
    }
    (!used).then(|| {
        at(&UNUSED, gap.head.span, format!("The accepted gap {name} no longer exists."))
            .why("No such finding is at that place, so the entry would hide a new one.")
            .advise("remove the entry, or correct its finding and its place")
    })
}

fn missing(gap: &GapModel) -> Option<&'static str> {
    // A line that was written but could not be read has been reported where it stands.
    let said = |key: &str| gap.head.fact(key).is_some_and(|fact| key != "who" || !is_placeholder(&fact.text));
    ["finding", "where", "why", "who", "until"].into_iter().find(|key| !said(key))
}

fn unknown(gap: &GapModel, span: Span, written: &str, known: &[&'static str]) -> Diagnostic {
    if known.contains(&written) {
        let headline = format!("{} cannot be accepted.", quoted(written));
        return at(&UNKNOWN, span, headline)
            .why("What has no meaning cannot be agreed to.")
            .advise("put the finding right, and remove this entry");
    }
    let names: Vec<&str> = LINTS.iter().map(|lint| lint.finding.name).collect();
    let finding = at(&UNKNOWN, span, format!("There is no finding called {}.", quoted(written)))
        .why(format!("So {} accepts nothing.", quoted(&gap.head.name)));
    match crate::strategy::guess(written, &names) {
        Some(guess) => finding.replace(span, guess),
        None => finding.advise("copy the name from the end of the message, between the square brackets"),
    }
}

fn at(finding: &'static Finding, span: Span, headline: String) -> Diagnostic {
    Diagnostic::new(finding, span, headline)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_matched_at_or_above_the_path() {
        let path: Vec<String> = ["channels", "x", "address"].into_iter().map(Into::into).collect();
        assert!(within("Channels › x", &path));
        assert!(within("channels/x/address", &path));
        assert!(!within("channels/y", &path));
        assert!(!within("channels/x/address/more", &path));
        assert!(!within("", &path));
    }
}
