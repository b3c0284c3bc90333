//! Policy + contact + instant → decision, with reasons. Floor 3: knows the policy and nothing else.

mod bits;
mod case;
mod clocks;
mod contact;
mod contact_error;
mod decide;
mod decision;
mod due;
mod duty;
mod explain;
mod facts;
mod fits;
mod given;
mod handling;
mod index;
mod index_axis;
mod index_checks;
mod index_layout;
mod movement;
mod named;
mod names;
mod notes;
mod recognise;
mod why;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_any;
#[cfg(test)]
mod tests_index;
#[cfg(test)]
mod tests_named;
#[cfg(test)]
mod tests_time;

pub use contact::{Contact, Spoken};
pub use contact_error::ContactError;
pub use decide::Engine;
pub use decision::{
    Decision, DeskKind, DeskState, Due, Duty, EscalationDue, Move, MoveReason, MoveTo, Note, ObjectiveDue, Outcome,
    PromiseState, Recognised, Recognition, SamePerson, StepDue,
};
pub use explain::Explanation;
pub use given::{Given, Members, Numeral};
pub use handling::Handling;
pub use index::{Prepared, RuleIndex};
pub use why::{FailedTest, Found, WhyNot};
