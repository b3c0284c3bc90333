//! A routing rule: when it fits, and what happens then.

use crate::calendar::Duration;
use crate::policy::condition::Test;
use crate::policy::group::Skill;
use crate::policy::ids::GroupId;

/// A rule. Rules are tried from the top; the first that fits wins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// The name.
    pub name: String,
    /// All of these must fit; none: every contact fits.
    pub tests: Vec<Test>,
    /// What happens.
    pub action: Action,
}

/// What a rule does with a contact.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Action {
    /// The group that it goes to first; none where no reply is needed.
    pub send_to: Option<GroupId>,
    /// Where it goes next, in the order written.
    pub steps: Vec<Step>,
    /// Who is told when it waits.
    pub escalations: Vec<Escalation>,
    /// Its priority where the rule says one; 1 is first.
    pub priority: Option<u32>,
    /// The skills that it needs.
    pub needs: Vec<Skill>,
    /// How long it goes back to the person who answered before.
    pub same_person_for: Option<Duration>,
    /// Whether no reply is needed.
    pub no_reply_needed: bool,
    /// Whether it moves to the private channel.
    pub private: bool,
    /// What must be captured first.
    pub ask_for: Vec<String>,
}

/// A later destination of a waiting contact.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Step {
    /// After how long, on the promise clock.
    pub after: Duration,
    /// Where to.
    pub group: GroupId,
    /// The needed skills that are dropped there.
    pub without: Vec<String>,
}

/// Whom an escalation tells.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Teller {
    /// An agent group.
    Group(GroupId),
    /// A person or role, as written.
    Role(String),
}

/// Somebody is told about a contact that waits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Escalation {
    /// After how long, on the promise clock.
    pub after: Duration,
    /// Who.
    pub tell: Teller,
}
