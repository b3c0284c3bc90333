//! A skill that is hired for and trained as well, so nobody has decided.

use std::collections::BTreeMap;

use crate::lints::lint::{Lint, Subject};
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};
use crate::strategy::Written;

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "skill-in-two-lists",
    "G310",
    Severity::Should,
    Confidence::Sure,
    include_str!("skill_in_two_lists.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    for group in &subject.strategy.components.agent_groups.content.groups {
        let lists = [("hire", &group.hire), ("hope", &group.hope), ("train", &group.train)];
        let mut first: BTreeMap<String, (&str, &Written)> = BTreeMap::new();
        for (list, skills) in lists {
            for skill in skills.iter().flatten() {
                let plain = skill.text.trim().to_lowercase();
                let Some((earlier, other)) = first.get(&plain).copied() else {
                    first.insert(plain, (list, skill));
                    continue;
                };
                if earlier == list {
                    continue;
                }
                let (name, skill_name) = (quoted(&group.head.name), quoted(&skill.text));
                sink.push(
                    Diagnostic::new(
                        &LINT.finding,
                        skill.span,
                        format!("{skill_name} stands under both {earlier} and {list} of {name}."),
                    )
                    .why(
                        "Hire is what people must bring, hope what you are glad of, train what you teach them. A skill \
                         in two lists is looked for by nobody and taught by nobody.",
                    )
                    .story(format!(
                        "Somebody new in {name} answers a customer on Tuesday at 10:30. Those who hire thought that \
                         {skill_name} would be taught, those who train that it was there."
                    ))
                    .see(other.span, "the other list")
                    .advise(format!("take it out of {earlier} or out of {list}")),
                );
            }
        }
    }
}
