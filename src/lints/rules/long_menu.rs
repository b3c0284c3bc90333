//! First menus with more choices than people keep in mind.

use crate::lints::lint::{Lint, Subject};
use crate::source::{Confidence, Diagnostic, Sink, quoted};

/// The lint.
pub(super) static LINT: Lint =
    Lint::reviewer("long-menu", "A313", Confidence::Likely, include_str!("long_menu.md"), check);

/// More choices than this are not kept in mind while they are read out.
const CHOICES_AT_MOST: usize = 7;

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    for channel in &subject.strategy.components.channels.content.channels {
        let choices = channel.menu.len();
        let (Some(first), Some(last)) = (channel.menu.first(), channel.menu.last()) else { continue };
        if choices <= CHOICES_AT_MOST {
            continue;
        }
        let name = quoted(&channel.head.name);
        sink.push(
            Diagnostic::new(
                &LINT.finding,
                first.span.to(last.span),
                format!("The first menu of {name} has {choices} choices."),
            )
            .why(format!("More than {CHOICES_AT_MOST} are not kept in mind while they are read out."))
            .story(format!(
                "A customer calls {name}, Tuesday 10:30, and has to hear {} before the last choice, {}.",
                quoted(&first.text),
                quoted(&last.text)
            ))
            .advise("offer at most 5 to 7, the most frequent first, and a person as the last"),
        );
    }
}
