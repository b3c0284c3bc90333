//! Guarantees and stories: what the author says must hold. They decide nothing and are in no bundle.

use crate::calendar::Duration;
use crate::policy::condition::Test;
use crate::policy::ids::GroupId;

/// A statement about what happens to a contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Claim {
    /// The rule's first group is this one.
    SentTo(GroupId),
    /// The first group is this one and every later step stays in it.
    AnsweredBy(GroupId),
    /// The first group or any step is this one.
    Reaches(GroupId),
    /// There is a promise, and it is at most this.
    PromiseAtMost(Duration),
    /// The promise is at most that of the contact compared with.
    PromiseAtMostTheSame,
    /// The priority is this or better (a smaller number).
    PriorityAtLeast(u32),
    /// Some group answers.
    SomebodyAnswers,
}

/// Which contacts a guarantee is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// Those that fit.
    When(Vec<Test>),
    /// Pairs that are alike in all else.
    Compare(Vec<Test>, Vec<Test>),
}

/// A guarantee.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guarantee {
    /// The name: a sentence of the author's.
    pub name: String,
    /// Which contacts.
    pub scope: Scope,
    /// What always holds for them.
    pub always: Vec<Claim>,
    /// What never holds for them.
    pub never: Vec<Claim>,
}

/// One thing that a story expects, as written, with its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expectation {
    /// As written.
    pub written: String,
}

/// A case that the strategy must get right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Story {
    /// The name.
    pub name: String,
    /// The contact, as written: `TYPE on CHANNEL from SEGMENT, Sun 22:10`.
    pub contact: String,
    /// What is expected, as written, in order.
    pub expect: Vec<Expectation>,
}

/// Guarantees and stories together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Claims {
    /// The guarantees, in the order written.
    pub guarantees: Vec<Guarantee>,
    /// The stories, in the order written.
    pub stories: Vec<Story>,
}
