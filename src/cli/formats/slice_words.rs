//! The decision table of a slice of contacts: for people as a table, for programs as one object.

use schemars::JsonSchema;
use serde::Serialize;

use crate::cli::formats::decision_json::{DecisionJson, wire};
use crate::cli::formats::headline::outcome_word;
use crate::cli::formats::look::Look;
use crate::cli::formats::otherwise_words::promised;
use crate::cli::formats::plain;
use crate::cli::outcome::Refusal;
use crate::compilation::{AskError, Decision, LARGEST_SLICE, Outcome, Runtime, Slice, SliceError, capital, say_local};

/// The version of this format. It grows by one when a reader of the old one would be misled.
const FORMAT: u32 = 1;

/// Decisions about contacts that differ in some parts.
#[derive(Debug, Serialize, JsonSchema)]
struct SliceJson<'a> {
    /// The version of this format: 1.
    format: u32,
    /// The parts in which the contacts differ: `contact type`, `channel`, `customer`.
    varied: Vec<&'static str>,
    /// The contacts, in the order of the strategy.
    contacts: Vec<RowJson<'a>>,
}

/// One contact of a slice.
#[derive(Debug, Serialize, JsonSchema)]
struct RowJson<'a> {
    /// Its values of the varied parts, in their order.
    values: &'a [String],
    /// What happens to it.
    decision: DecisionJson<'a>,
}

/// The slice as a table.
pub(crate) fn table(runtime: &Runtime, slice: &Slice, look: Look) -> String {
    let heads =
        slice.varied.iter().map(|part| capital(part)).chain(["Answered by", "Promise", "When"].map(str::to_owned));
    let mut rows: Vec<Vec<String>> = vec![heads.collect()];
    for (values, contact) in &slice.rows {
        let decision = runtime.decide(contact);
        let promise = promised(runtime, &decision).unwrap_or_else(|| "not said".to_owned());
        let told = [answered_by(runtime, &decision), promise, when(&decision)];
        rows.push(values.iter().cloned().chain(told).map(|cell| plain::line(&cell).into_owned()).collect());
    }
    let columns = rows.first().map_or(0, Vec::len);
    let width = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| textwrap::core::display_width(cell)).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut out = String::new();
    for (number, row) in rows.iter().enumerate() {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            line.push_str(cell);
            line.push_str(&" ".repeat(width.saturating_sub(textwrap::core::display_width(cell)) + 2));
        }
        let line = line.trim_end();
        out.push_str(&if number == 0 { look.bold(line) } else { line.to_owned() });
        out.push('\n');
    }
    out
}

/// The slice for programs, two blanks an indentation.
pub(crate) fn json(runtime: &Runtime, slice: &Slice) -> Result<String, serde_json::Error> {
    let decisions: Vec<_> = slice.rows.iter().map(|(values, contact)| (values, runtime.decide(contact))).collect();
    let rows = decisions.iter().map(|(values, decision)| RowJson { values, decision: wire(runtime, decision, None) });
    let object = SliceJson { format: FORMAT, varied: slice.varied.clone(), contacts: rows.collect() };
    serde_json::to_string_pretty(&object).map(|text| text + "\n")
}

/// The schema of the format.
pub(crate) fn schema() -> serde_json::Value {
    schemars::schema_for!(SliceJson).to_value()
}

/// Why there is no table, in words. `ask` words what is wrong with one contact.
pub(crate) fn refusal(error: &SliceError, ask: impl Fn(&AskError) -> Refusal) -> Refusal {
    match error {
        SliceError::Ask(error) => ask(error),
        SliceError::NotUnderstood { understood } => {
            let what = "Not all of this is understood. Leave out the contact type, the channel or the customer, and nothing else.";
            Refusal::new(what, format!("What is understood: {understood}"))
        }
        SliceError::NoMoment => {
            Refusal::new("It does not say when.", "Add the day and the time, such as \", Tue 12:00\".")
        }
        SliceError::TooLarge(count) => {
            let what = format!("These would be {count} contacts, and {LARGEST_SLICE} are the most that are shown.");
            Refusal::new(what, "Name the contact type, the channel or the customer.")
        }
    }
}

fn answered_by(runtime: &Runtime, decision: &Decision) -> String {
    match decision.outcome {
        Outcome::ReachesNobody => "nobody".to_owned(),
        Outcome::AnsweredNow
        | Outcome::GroupOffDuty
        | Outcome::Waits { .. }
        | Outcome::OnlyMonitored
        | Outcome::NoReplyNeeded
        | Outcome::ChannelNotInUse { .. } => {
            decision.group.map_or_else(|| "nobody".to_owned(), |id| runtime.group_name(id).to_owned())
        }
    }
}

fn when(decision: &Decision) -> String {
    let from = |at| format!("from {} on", say_local(&decision.desk.zone, at));
    match decision.outcome {
        Outcome::AnsweredNow => "now".to_owned(),
        Outcome::GroupOffDuty => {
            decision.duty.and_then(|duty| duty.answers).map_or_else(|| outcome_word(decision.outcome).to_owned(), from)
        }
        Outcome::Waits { until } => until.map_or_else(|| "never".to_owned(), from),
        Outcome::OnlyMonitored => "only watched".to_owned(),
        Outcome::ReachesNobody => "never".to_owned(),
        Outcome::NoReplyNeeded | Outcome::ChannelNotInUse { .. } => outcome_word(decision.outcome).to_owned(),
    }
}
