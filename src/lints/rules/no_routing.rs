//! A strategy by which every contact reaches nobody.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::telling::some_contact;
use crate::lints::rules::shared::uses::only_hours;
use crate::source::{Confidence, Diagnostic, Severity, Sink};

/// The lint. A missing component is worth a look; that of routing is shown to authors, since it decides every contact.
pub(super) static LINT: Lint =
    Lint::author("no-routing", "F317", Severity::Look, Confidence::Sure, include_str!("no_routing.md"), check);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let strategy = subject.strategy;
    // A section whose name could not be read may be the one that is missing.
    if strategy.blank || strategy.components.routing.written || only_hours(strategy) || !subject.policy.complete {
        return;
    }
    sink.push(
        Diagnostic::new(&LINT.finding, strategy.start, "Without routing every contact reaches nobody.")
            .reaching_nobody()
            .why("Routing says which agent group answers. The strategy has none.")
            .story(format!("{} on Monday at 10:00 is sent to no agent group.", some_contact(subject)))
            .advise(match strategy.components.agent_groups.content.groups.first() {
                Some(group) => format!("routing:\n  Everything:\n    send to: {}", group.head.name),
                None => {
                    "write agent groups, and routing with a last rule that sends everything to one of them".to_owned()
                }
            }),
    );
}
