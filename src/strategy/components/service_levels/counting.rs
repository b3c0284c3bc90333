//! How promises are counted: when the clock starts, stops and pauses, what it runs on, and which contacts count.

use crate::measure::Formula;
use crate::policy::CountingRules;
use crate::source::{Sink, Spanned};
use crate::strategy::errors;
use crate::strategy::field::{Field, Shape};
use crate::strategy::reader::{self, Keys};
use crate::strategy::written::{Named, Note, Written};
use crate::yaml::{Entry, Value};

/// What may be said of counting in one line.
#[derive(Debug, Clone, Copy)]
enum InOneLine {
    RunsOn(bool),
    AfterClose(bool),
}

const IN_ONE_LINE: [(InOneLine, &str); 3] = [
    (InOneLine::RunsOn(false), "while the desk is open"),
    (InOneLine::RunsOn(true), "all hours"),
    (InOneLine::AfterClose(true), "after close counts as the next working day"),
];

const RUNS_ON: [(bool, &str); 2] = [(false, "while the desk is open"), (true, "all hours")];
const AFTER_CLOSE: [(bool, &str); 2] =
    [(true, "counts as the next working day"), (false, "counts as the same working day")];

/// The rows of the table, for tables that hold them among others.
pub(crate) const FIELDS_LIST: [Field; FIELDS_COUNT] = [
    Field::new("starts when", Shape::Text, "When the clock starts.", "the customer asks for a person"),
    Field::new("stops when", Shape::Text, "When the clock stops.", "a person answers"),
    Field::new("pauses while", Shape::List, "What pauses the clock.", "we wait for the customer"),
    Field::new(
        "runs on",
        Shape::Word(&["while the desk is open", "all hours"]),
        "What s, min and h run on.",
        "while the desk is open",
    )
    .or("while the desk is open"),
    Field::new(
        "formula",
        Shape::Phrase("a formula in words"),
        "Which contacts count as met, and of which.",
        "answered in time, of all offered",
    ),
    Field::new("not counted", Shape::List, "Contacts that are left out.", "test calls"),
    Field::new("also counted", Shape::List, "Contacts that are counted besides.", "blocked calls"),
    Field::new("interval", Shape::Text, "Over which interval it is measured.", "30 min"),
    Field::new("period", Shape::Text, "Over which period it is reported.", "a month"),
    Field::new(
        "after close",
        Shape::Word(&["counts as the next working day", "counts as the same working day"]),
        "How a contact counts that arrives when its desk has closed for the day.",
        "counts as the next working day",
    )
    .or("counts as the same working day"),
    Field::new(
        "normal conditions",
        Shape::Text,
        "What normal operating conditions are.",
        "all days but declared emergencies",
    ),
];

/// How many rows there are.
pub(crate) const FIELDS_COUNT: usize = 11;

/// The table of keys.
pub(crate) static FIELDS: &[Field] = &FIELDS_LIST;

/// Counting as written; also as meant, since it names nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CountingSyntax {
    /// Everything written.
    pub head: Named,
    /// Whether s, min and h run on all hours.
    pub all_hours: Option<Spanned<bool>>,
    /// Whether what arrives after close counts as received on the next working day.
    pub after_close_next: Option<Spanned<bool>>,
    /// The formula.
    pub formula: Option<Spanned<Formula>>,
    /// When the clock starts.
    pub starts_when: Option<Written>,
    /// When it stops.
    pub stops_when: Option<Written>,
    /// What pauses it.
    pub pauses_while: Vec<Written>,
    /// What is left out.
    pub not_counted: Vec<Written>,
    /// What is counted besides.
    pub also_counted: Vec<Written>,
    /// The interval of measurement.
    pub interval: Option<Written>,
    /// The period of reporting.
    pub period: Option<Written>,
    /// What normal operating conditions are.
    pub normal_conditions: Option<Written>,
}

/// Counting as meant.
pub type CountingModel = CountingSyntax;

/// Reads `counting`: keys, or in one line the things that people say most often.
pub(crate) fn read(entry: &Entry, sink: &mut Sink) -> CountingSyntax {
    if !matches!(entry.value.value, Value::Mapping(_)) {
        return read_text(entry, sink);
    }
    let keys = reader::keys(entry, FIELDS, sink);
    let mut counting = read_keys(&keys, sink);
    counting.head = reader::named(entry, keys.note);
    counting
}

fn read_text(entry: &Entry, sink: &mut Sink) -> CountingSyntax {
    let mut counting = CountingSyntax { head: reader::named(entry, Note::default()), ..CountingSyntax::default() };
    // A text that stands in place of the keys is a fact of its own.
    for fact in &mut counting.head.facts {
        "counting".clone_into(&mut fact.label);
    }
    for written in reader::list(entry, sink) {
        match reader::word_of(&written, "counting", sink, &IN_ONE_LINE).map(|found| found.value) {
            Some(InOneLine::RunsOn(all_hours)) => counting.all_hours = Some(Spanned::new(all_hours, written.span)),
            Some(InOneLine::AfterClose(next)) => counting.after_close_next = Some(Spanned::new(next, written.span)),
            None => {}
        }
    }
    counting
}

/// Reads the counting keys that stand among others.
pub(crate) fn read_keys(keys: &Keys<'_>, sink: &mut Sink) -> CountingSyntax {
    CountingSyntax {
        head: Named::default(),
        all_hours: keys.word("runs on", sink, &RUNS_ON),
        after_close_next: keys.word("after close", sink, &AFTER_CLOSE),
        formula: keys.text("formula", sink).and_then(|written| read_formula(&written, sink)),
        starts_when: keys.text("starts when", sink),
        stops_when: keys.text("stops when", sink),
        pauses_while: keys.list("pauses while", sink),
        not_counted: keys.list("not counted", sink),
        also_counted: keys.list("also counted", sink),
        interval: keys.text("interval", sink),
        period: keys.text("period", sink),
        normal_conditions: keys.text("normal conditions", sink),
    }
}

fn read_formula(written: &Written, sink: &mut Sink) -> Option<Spanned<Formula>> {
    let formula = Formula::parse(&written.text);
    if formula.is_none() {
        sink.push(errors::unknown_formula(written));
    }
    formula.map(|formula| Spanned::new(formula, written.span))
}

impl CountingModel {
    /// Whether anything is said of counting.
    #[must_use]
    pub fn is_written(&self) -> bool {
        !self.head.name.is_empty()
    }
}

/// Counting as it runs; what is not said holds as `base` says, which is the counting of the whole strategy where there
/// is one.
#[must_use]
pub(crate) fn as_run(counting: &CountingModel, base: &CountingRules) -> CountingRules {
    let text = |written: &Option<Written>, base: &Option<String>| {
        written.as_ref().map(|written| written.text.clone()).or_else(|| base.clone())
    };
    let texts = |list: &[Written], base: &[String]| {
        if list.is_empty() { base.to_vec() } else { list.iter().map(|written| written.text.clone()).collect() }
    };
    CountingRules {
        all_hours: counting.all_hours.map_or(base.all_hours, |all| all.value),
        after_close_next_working_day: counting
            .after_close_next
            .map_or(base.after_close_next_working_day, |next| next.value),
        formula: counting.formula.map(|formula| formula.value).or(base.formula),
        starts_when: text(&counting.starts_when, &base.starts_when),
        stops_when: text(&counting.stops_when, &base.stops_when),
        pauses_while: texts(&counting.pauses_while, &base.pauses_while),
        not_counted: texts(&counting.not_counted, &base.not_counted),
        also_counted: texts(&counting.also_counted, &base.also_counted),
        interval: text(&counting.interval, &base.interval),
        period: text(&counting.period, &base.period),
        normal_conditions: text(&counting.normal_conditions, &base.normal_conditions),
    }
}
