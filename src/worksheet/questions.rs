//! THE LIST of the 24 checks: the 20 printed questions of the worksheet, double ones taken apart.

use crate::worksheet::answer::Answer;
use crate::worksheet::view::View;
use crate::worksheet::{how, what, when, who};

/// The part of the worksheet to which a question belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Who.
    Who,
    /// What.
    What,
    /// When.
    When,
    /// How.
    How,
}

impl Part {
    /// All four, in order.
    pub const ALL: [Self; 4] = [Self::Who, Self::What, Self::When, Self::How];

    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Who => "WHO",
            Self::What => "WHAT",
            Self::When => "WHEN",
            Self::How => "HOW",
        }
    }
}

/// A question.
#[derive(Debug, Clone, Copy)]
pub struct Question {
    /// Its stable name: `WHEN-4a`.
    pub name: &'static str,
    /// The part.
    pub part: Part,
    /// The question, as people read it.
    pub words: &'static str,
    /// The same in a word or two, for a list.
    pub short: &'static str,
    /// The section in which the answer belongs.
    pub section: &'static str,
    /// Whether it is asked of each channel, so that it does not arise without one.
    pub of_channels: bool,
    /// Looks for the answer.
    pub(crate) answer: fn(&View<'_>) -> Answer,
}

const fn question(
    name: &'static str,
    part: Part,
    words: &'static str,
    short: &'static str,
    section: &'static str,
    of_channels: bool,
    answer: fn(&View<'_>) -> Answer,
) -> Question {
    Question { name, part, words, short, section, of_channels, answer }
}

/// All 24, in the order of the worksheet.
pub static QUESTIONS: &[Question] = &[
    question("WHO-1", Part::Who, "Who are the stakeholders?", "stakeholders", "stakeholders", false, who::stakeholders),
    question(
        "WHO-2",
        Part::Who,
        "Who is accountable for success?",
        "who is accountable",
        "plan owner",
        false,
        who::accountable,
    ),
    question(
        "WHO-3",
        Part::Who,
        "Who are our customers on these channels?",
        "customers",
        "customers",
        true,
        who::customers,
    ),
    question(
        "WHO-4",
        Part::Who,
        "Who determines what we can and cannot say?",
        "who decides what is said",
        "brand",
        false,
        who::authority,
    ),
    question("WHO-5", Part::Who, "Who is our target audience?", "audience", "customers", false, who::audience),
    question("WHAT-1", Part::What, "What channels will we support?", "channels", "channels", true, what::channels),
    question("WHAT-2", Part::What, "What is our identity?", "identity", "brand", false, what::identity),
    question("WHAT-3", Part::What, "What should our voice sound like?", "voice", "brand", false, what::voice),
    question(
        "WHAT-4a",
        Part::What,
        "What can we say publicly?",
        "what is said publicly",
        "brand",
        true,
        what::publicly,
    ),
    question(
        "WHAT-4b",
        Part::What,
        "Can we go private on each channel?",
        "private messages",
        "channels",
        true,
        what::privately,
    ),
    question(
        "WHAT-5",
        Part::What,
        "What tools do we use to monitor and respond?",
        "tools",
        "channels",
        true,
        what::tools,
    ),
    question("WHAT-6", Part::What, "What do we measure?", "measures", "collaboration", false, what::metrics),
    question("WHEN-1", Part::When, "When are we available?", "hours", "hours", true, when::hours),
    question(
        "WHEN-2",
        Part::When,
        "When should customers expect a response?",
        "response times",
        "service levels",
        true,
        when::promises,
    ),
    question(
        "WHEN-3",
        Part::When,
        "When is it okay not to respond?",
        "when not to respond",
        "contact types",
        true,
        when::no_response,
    ),
    question("WHEN-4a", Part::When, "When do we escalate?", "when to escalate", "routing", true, when::escalate),
    question("WHEN-4b", Part::When, "To whom do we escalate?", "to whom", "routing", true, when::escalate_to),
    question("WHEN-5", Part::When, "When do we want to implement?", "start", "deployment", false, when::implement),
    question("HOW-1a", Part::How, "How are we going to staff?", "staffing", "agent groups", true, how::staff),
    question(
        "HOW-1b",
        Part::How,
        "How many people at any given time?",
        "people at a time",
        "agent groups",
        true,
        how::people,
    ),
    question(
        "HOW-2",
        Part::How,
        "How is it integrated with other channels?",
        "other channels",
        "information",
        false,
        how::integrated,
    ),
    question("HOW-3", Part::How, "Is the team dedicated?", "dedicated team", "agent groups", true, how::dedicated),
    question("HOW-4a", Part::How, "If we need to hire, inside or outside?", "hiring", "agent groups", true, how::hire),
    question(
        "HOW-4b",
        Part::How,
        "Which skills do we hire, hope for, or train?",
        "skills",
        "agent groups",
        true,
        how::skills,
    ),
];
