//! The worksheet as plain text.

use std::fmt::Write as _;

use crate::source::Sources;
use crate::worksheet::answer::Status;
use crate::worksheet::fill::Worksheet;
use crate::worksheet::questions::Part;

/// The filled worksheet: counts, then each question with its answer, its evidence, and where to put what is missing.
#[must_use]
pub fn text(sheet: &Worksheet, sources: &Sources) -> String {
    let about = if sheet.channels.is_empty() { sheet.called.clone() } else { sheet.channels.join(", ") };
    let mut out = format!("Self-check for {about}\n\n");
    for part in Part::ALL {
        let _ = writeln!(out, "  {}", sheet.subtotal(part));
    }
    for part in Part::ALL {
        let _ = writeln!(out, "\n{}", part.word());
        for (question, answer) in sheet.answers.iter().filter(|(question, _)| question.part == part) {
            let mark = match answer.status {
                Status::Answered => "[x]",
                Status::Partial => "[~]",
                Status::Unanswered => "[ ]",
                Status::NotApplicable => "[-]",
            };
            let _ = writeln!(out, "{mark} {:<8} {} ({})", question.name, question.words, answer.status.word());
            for evidence in answer.evidence.iter().take(4) {
                let line = sources.start(evidence.span).line;
                let _ = writeln!(out, "      {}  (from {}, line {line})", evidence.words, evidence.section);
            }
            if answer.evidence.len() > 4 {
                let _ = writeln!(out, "      and {} more", answer.evidence.len() - 4);
            }
            match answer.status {
                Status::Partial | Status::Unanswered => {
                    let _ = writeln!(out, "      Missing: {}. Answer it in: {}", answer.missing, question.section);
                }
                Status::NotApplicable => {
                    let _ = writeln!(out, "      Not applicable: {}.", answer.missing);
                }
                Status::Answered => {}
            }
        }
    }
    out
}
