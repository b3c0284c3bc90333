//! English words by which lints recognise what a text is about. The pages of these lints say that English words are looked
//! for; a strategy in another language is answered by its own keywords only.

pub(crate) use crate::worksheet::speaks_of;

/// Contacts that never reach the queue.
pub(crate) const BLOCKED: [&str; 7] = ["block", "busy", "engaged", "deflect", "divert", "turned away", "redirect"];

/// Metrics about times.
pub(crate) const TIMELINESS: [&str; 12] = [
    "service level",
    "response",
    "in time",
    "on time",
    "within",
    "answered",
    "wait",
    "speed of answer",
    "promise",
    "same day",
    "before the desk closes",
    "working day",
];

/// Metrics about speed and amounts.
pub(crate) const SPEED_OR_AMOUNT: [&str; 14] = [
    "handle time",
    "service level",
    "speed of answer",
    "response time",
    "in time",
    "within",
    "volume",
    "number of",
    "occupancy",
    "wait",
    "answered",
    "abandon",
    "per hour",
    "same day",
];

/// Metrics about what became of it for the customer.
pub(crate) const OUTCOME: [&str; 14] = [
    "solved",
    "resol",
    "quality",
    "satisf",
    "right",
    "correct",
    "repeat",
    "recommend",
    "promoter",
    "effort",
    "complain",
    "sentiment",
    "trust",
    "first contact",
];

/// Work that is done when nothing else is to do.
pub(crate) const IDLE: [&str; 14] = [
    "is quiet",
    "are quiet",
    "when quiet",
    "quiet times",
    "when free",
    "is free",
    "are free",
    "when idle",
    "between calls",
    "spare time",
    "there is time",
    "time allows",
    "time permits",
    "in gaps",
];

/// Why a customer made contact.
pub(crate) const REASON: [&str; 6] = ["contact type", "reason", "cause", "topic", "subject", "category"];

/// What happened on other channels.
pub(crate) const HISTORY: [&str; 3] = ["channel", "past contact", "earlier contact"];

/// A number by which a case is found again: the worksheet asks for it too.
pub(crate) use crate::worksheet::CASE_NUMBER;

/// Where answers come from.
pub(crate) const KNOWLEDGE: [&str; 1] = ["knowledge"];

/// Skills for what everybody can read.
pub(crate) const PUBLIC_WRITING: [&str; 5] = ["writing", "social", "public", "community", "posts"];

/// A stretch of time.
pub(crate) const STRETCH_OF_TIME: [&str; 6] = ["hour", "day", "week", "month", "quarter", "year"];

/// First words of a line that says that nothing is recorded.
pub(crate) const NOT_RECORDED: [&str; 4] = ["no", "none", "never", "not"];

/// Sources that are not the same.
pub(crate) const APART: [&str; 6] = ["differ", "separate", "each channel has", "per channel", "its own", "their own"];

/// Averages.
pub(crate) const AVERAGE: [&str; 2] = ["average", "mean "];

/// Shares of all contacts.
pub(crate) const SHARE: [&str; 5] = ["share", "%", "percent", "of all", "in time"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_capitals_too() {
        assert!(speaks_of("Blocked calls", &BLOCKED) && speaks_of("TICKET number", &CASE_NUMBER));
        assert!(!speaks_of("outcome, product", &REASON));
    }
}
