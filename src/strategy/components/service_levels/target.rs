//! The target of a named objective: a promise, or for what is no wait a share or how often.

use crate::notation;
use crate::policy::{ObjectiveKind, Promise};
use crate::source::Sink;
use crate::strategy::components::service_levels::table::read_promise;
use crate::strategy::components::service_levels::table_model::promise_as_run;
use crate::strategy::errors;
use crate::strategy::reader;
use crate::strategy::written::Written;

/// What a kind of objective may aim at besides a promise.
enum Aim {
    /// Nothing else.
    Promise,
    /// A share, with `at least` and its like before it.
    Share,
    /// `every 2 days`.
    Every,
    /// Words: how quality is judged is the author's.
    Words,
}

fn aim(kind: ObjectiveKind) -> Aim {
    match kind {
        ObjectiveKind::ServiceLevel
        | ObjectiveKind::ResponseTime
        | ObjectiveKind::ResolutionTime
        | ObjectiveKind::AverageSpeedOfAnswer
        | ObjectiveKind::MaximumWait
        | ObjectiveKind::Abandonment
        | ObjectiveKind::Busy
        | ObjectiveKind::TransferTime => Aim::Promise,
        ObjectiveKind::AnswerRate
        | ObjectiveKind::Blockage
        | ObjectiveKind::FirstContactResolution
        | ObjectiveKind::Availability
        | ObjectiveKind::Occupancy => Aim::Share,
        ObjectiveKind::Quality => Aim::Words,
        ObjectiveKind::Update => Aim::Every,
    }
}

/// Reads a target; what is no promise in time is kept as the author wrote it, without clauses. Where the kind is not
/// known, which has been reported, nobody can tell what the target should be.
pub(crate) fn read(written: &Written, kind: Option<ObjectiveKind>, sink: &mut Sink) -> Option<Promise> {
    let in_words = || Promise { written: written.text.clone(), clauses: Vec::new() };
    let reads_as_promise = notation::promise(written.excerpt()).is_ok();
    match aim(kind?) {
        Aim::Words if !reads_as_promise => Some(in_words()),
        Aim::Share if !reads_as_promise => {
            let share = bare_share(written);
            reader::reported(notation::share(share.excerpt()), &share, sink).map(|_| in_words())
        }
        Aim::Every if written.text.starts_with("every ") => {
            let read = notation::after_prefix(written.excerpt(), "every ")?;
            reader::reported(read, written, sink).map(|_| in_words())
        }
        Aim::Promise | Aim::Words | Aim::Share | Aim::Every => {
            let promise = promise_as_run(&read_promise(written, Vec::new, sink)?.value, &written.text);
            if promise.clauses.is_empty() {
                sink.push(errors::no_aim(written));
                return None;
            }
            Some(promise)
        }
    }
}

/// The share without the words before it.
fn bare_share(written: &Written) -> Written {
    let words = ["at least ", "at most ", "more than ", "fewer than "];
    let length = words.iter().find(|words| written.text.starts_with(**words)).map_or(0, |words| words.len());
    Written::from(written.excerpt().piece(length, written.text.len()))
}
