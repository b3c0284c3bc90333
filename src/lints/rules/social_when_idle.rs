//! Social posts that are answered when nothing else is to do.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::words_of_the_trade::{IDLE, speaks_of};
use crate::source::{Confidence, Diagnostic, Sink, quoted};

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("social-when-idle", "G307", Confidence::Likely, include_str!("social_when_idle.md"), check);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    for group in &subject.strategy.components.agent_groups.content.groups {
        let Some(mix) = group.head.fact("mix") else { continue };
        if !speaks_of(&mix.text, &IDLE) {
            continue;
        }
        let name = quoted(&group.head.name);
        sink.push(
            Diagnostic::new(
                &LINT.finding,
                mix.span,
                format!("{name} answers some contacts only when nothing else is to do."),
            )
            .why("What is done when the phone is quiet is never done on a busy day, and then it is needed most.")
            .story(format!(
                "On the Tuesday after a bad parcel week the phone never stops. At 10:30 posts have waited since \
                     Monday: {}.",
                quoted(&mix.text)
            ))
            .advise("say what goes first, and give the rest people or hours of its own"),
        );
    }
}
