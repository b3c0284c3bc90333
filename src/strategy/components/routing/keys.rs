//! The keys of routing, and those of a rule, by which the columns of a table are named too.

use crate::strategy::field::{Field, Shape};

/// The table of keys.
pub(super) static FIELDS: &[Field] = &[
    Field::new(
        "rules",
        Shape::Table,
        "The rules as a table, one rule a row; the columns are named like the keys of a rule.",
        "| rule | when | send to |",
    ),
    Field::name("a routing rule", Shape::Keys(RULE), "A rule. The first one that fits wins.", "Club members"),
];

/// The keys of a rule; the columns of a table are named like them.
pub(super) static RULE: &[Field] = &[
    Field::new(
        "when",
        Shape::Phrase("a condition"),
        "Which contacts the rule fits. The last rule has none and fits all that are left.",
        "customer is Trail Club and channel is phone, chat",
    )
    .or("every contact"),
    Field::new("send to", Shape::Text, "The agent group that answers first.", "Club team"),
    Field::phrase(
        "then after",
        "a length of time",
        Shape::Phrase("a group, and the skills that are dropped"),
        "Where the contact goes when it still waits after this time; `without` drops skills that it needed.",
        "Care team, without German",
    ),
    Field::phrase(
        "if not answered in",
        "a length of time",
        Shape::Phrase("who is told"),
        "Who is told when the contact still waits after this time.",
        "tell Duty manager",
    ),
    Field::new(
        "priority",
        Shape::Phrase("a whole number"),
        "How early it comes among waiting contacts; 1 is first.",
        "1",
    )
    .or("from the gravity of the contact type: critical 1, high 2, normal 3, low 4"),
    Field::new("needs", Shape::List, "The skills that it takes.", "German"),
    Field::new(
        "same person for",
        Shape::Phrase("a length of time"),
        "For how long a customer comes back to the person who answered before; then the group.",
        "7 days",
    ),
    Field::new("reply", Shape::Word(&["none needed"]), "Says that no reply is needed.", "none needed"),
    Field::new("private", Shape::Word(&["yes", "no"]), "Whether the contact moves to the private channel.", "yes")
        .or("no"),
    Field::new("ask for", Shape::List, "What must be asked or captured first.", "order number, post code"),
];
