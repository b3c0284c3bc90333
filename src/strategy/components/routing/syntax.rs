//! Routing rules as written.

use crate::calendar::{Duration, Unit};
use crate::notation::{self, Misread, MisreadKind, Skill};
use crate::source::{Diagnostic, Severity, Sink, Spanned};
use crate::strategy::components::routing::keys::{FIELDS, RULE};
use crate::strategy::components::routing::rule_table::{self, Rows};
use crate::strategy::errors;
use crate::strategy::names::{NameKind, Names};
use crate::strategy::reader::{self, Keys};
use crate::strategy::written::{Named, Written};
use crate::yaml::{Entry, Node, Value};

/// All rules as written.
#[derive(Debug, Clone, Default)]
pub struct RoutingSyntax {
    /// In the order in which they are tried.
    pub rules: Vec<RuleSyntax>,
}

/// A rule as written.
#[derive(Debug, Clone, Default)]
pub struct RuleSyntax {
    /// Its name, and everything written below it.
    pub head: Named,
    /// Which contacts it fits.
    pub when: Option<Written>,
    /// Whether a condition was begun, readable or not.
    pub has_condition: bool,
    /// The group that answers first.
    pub send_to: Option<Written>,
    /// Whether a first group was begun, readable or not.
    pub has_target: bool,
    /// The later steps, in the order written.
    pub steps: Vec<StepSyntax>,
    /// How many later steps were begun, readable or not.
    pub steps_begun: usize,
    /// Who is told, in the order written.
    pub escalations: Vec<EscalationSyntax>,
    /// How early it comes.
    pub priority: Option<Spanned<u32>>,
    /// The skills.
    pub needs: Vec<Skill>,
    /// For how long it comes back to the same person.
    pub same_person_for: Option<Spanned<Duration>>,
    /// `reply: none needed`.
    pub no_reply_needed: bool,
    /// Whether it moves to the private channel.
    pub private: Option<Spanned<bool>>,
    /// What must be asked first.
    pub ask_for: Vec<Written>,
    /// Whether something of it could not be read, which has been reported.
    pub unreadable: bool,
    /// Whether it is a row of a table with too few or too many cells, so that each could stand below the wrong heading.
    pub ragged: bool,
}

/// A later step as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepSyntax {
    /// After how long.
    pub after: Spanned<Duration>,
    /// Where to.
    pub group: Written,
    /// The skills that are dropped.
    pub without: Vec<Written>,
}

/// Somebody is told, as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EscalationSyntax {
    /// After how long.
    pub after: Spanned<Duration>,
    /// Who, without the word `tell`.
    pub role: Spanned<String>,
}

/// Reads the section: rules, a table of rules, or both.
pub(super) fn read(entry: &Entry, sink: &mut Sink) -> RoutingSyntax {
    let read = |keys: &Keys<'_>, lost_column: bool, sink: &mut Sink| RoutingSyntax {
        rules: keys.names().map(|entry| read_rule(entry, lost_column, sink)).collect(),
    };
    if is_table(entry) {
        let rows = rule_table::rows(entry, sink);
        return read(&reader::sort(&rows.rules, &entry.key.text, FIELDS, sink), rows.lost_column, sink);
    }
    let inner = entry.value.mapping().unwrap_or(&[]);
    if holds_table(entry) {
        let rows = unfolded(inner, rule_table::rows, sink);
        return read(&reader::sort(&rows.rules, &entry.key.text, FIELDS, sink), rows.lost_column, sink);
    }
    let keys = reader::keys(entry, FIELDS, sink);
    if let Some(other) = keys.get(TABLE) {
        sink.push(errors::no_rule_table(other.key.span));
    }
    read(&keys, false, sink)
}

/// The key of a table that stands among rules.
const TABLE: &str = "rules";

fn is_table(entry: &Entry) -> bool {
    matches!(&entry.value.value, Value::Scalar(scalar) if rule_table::is_table(scalar))
}

/// Whether the section is a table of rules, or holds one.
#[must_use]
pub fn holds_table(entry: &Entry) -> bool {
    let inner = entry.value.mapping().unwrap_or(&[]);
    is_table(entry) || inner.iter().any(|inner| inner.key.text == TABLE && is_table(inner))
}

/// The section with the rows of its table as rules, each with its keys below its name; columns may hold the marks of an
/// overlay.
#[must_use]
pub fn as_rules(entry: &Entry, sink: &mut Sink) -> Entry {
    let rows = if is_table(entry) {
        rule_table::marked_rows(entry, sink)
    } else if let Some(inner) = entry.value.mapping() {
        unfolded(inner, rule_table::marked_rows, sink)
    } else {
        return entry.clone();
    };
    let value = Node { span: entry.value.span, value: Value::Mapping(rows.rules) };
    Entry { key: entry.key.clone(), value, merged: entry.merged }
}

/// The rules of a section with the rows of its table in the place of the table.
fn unfolded(entries: &[Entry], read: fn(&Entry, &mut Sink) -> Rows, sink: &mut Sink) -> Rows {
    let mut all = Rows::default();
    let mut first: Option<&Entry> = None;
    for entry in entries {
        if entry.key.text != TABLE {
            all.rules.push(entry.clone());
        } else if let Some(first) = first {
            sink.push(errors::described_twice(TABLE, first, entry, false));
        } else {
            first = Some(entry);
            let rows = read(entry, sink);
            all.rules.extend(rows.rules);
            all.lost_column |= rows.lost_column;
        }
    }
    all
}

/// Reads a rule; `lost_column` says that a column of a table, which may have held its target, has no meaning.
fn read_rule(entry: &Entry, lost_column: bool, sink: &mut Sink) -> RuleSyntax {
    let before = sink.len();
    let keys = reader::keys(entry, RULE, sink);
    let text = |word: &str, sink: &mut Sink| keys.get(word).and_then(|entry| reader::text(entry, sink));
    let has = |word: &str| keys.get(word).is_some();
    let mut rule = RuleSyntax {
        when: text("when", sink),
        has_condition: has("when"),
        send_to: text("send to", sink),
        has_target: has("send to"),
        steps: read_steps(&keys, sink),
        steps_begun: keys.phrases("then after").count(),
        escalations: read_escalations(&keys, sink),
        priority: keys.get("priority").and_then(|entry| read_priority(entry, sink)),
        needs: keys.get("needs").map_or_else(Vec::new, |entry| reader::skills(entry, sink)),
        same_person_for: keys.get("same person for").and_then(|entry| read_same_person(entry, sink)),
        no_reply_needed: keys
            .get("reply")
            .and_then(|entry| reader::word(entry, sink, &[((), "none needed")]))
            .is_some(),
        private: keys.get("private").and_then(|entry| reader::yes_no(entry, sink)),
        ask_for: keys.get("ask for").map_or_else(Vec::new, |entry| reader::list(entry, sink)),
        head: Named::default(),
        unreadable: false,
        ragged: false,
    };
    let found = sink.so_far().get(before..).unwrap_or(&[]);
    let ragged = |finding: &Diagnostic| finding.finding.name == "ragged-row" && entry.value.span.holds(finding.primary);
    // A cell or a column that is lost may have held the condition, so nothing may follow from there being none.
    rule.ragged = sink.so_far().iter().any(ragged);
    rule.unreadable = lost_column || rule.ragged || found.iter().any(|finding| finding.severity == Severity::Must);
    let explained = lost_column
        || reader::is_explained(entry.key.span, sink)
        || sink.so_far().iter().any(ragged)
        || found.iter().any(|finding| matches!(finding.finding.name, "unknown-key" | "misplaced-value"));
    if !has("send to") && !has("reply") {
        check_target(entry, &keys, explained, sink);
    } else if let Some((_, step)) = keys.phrases("then after").next()
        && !has("send to")
    {
        sink.push(errors::step_without_group(&entry.key.text, step.key.span));
    }
    check_order(&entry.key.text, &rule.steps, sink);
    rule.head = reader::named(entry, keys.note);
    rule
}

/// For how long a customer comes back to the same person. Without its unit it is days or hours, and never seconds.
fn read_same_person(entry: &Entry, sink: &mut Sink) -> Option<Spanned<Duration>> {
    let written = reader::text(entry, sink)?;
    match notation::duration(written.excerpt()) {
        Err(Misread { kind: MisreadKind::NoUnit { number }, .. }) => {
            sink.push(errors::same_person_without_unit(&number, &written));
            None
        }
        _ => reader::phrase(entry, sink, notation::duration),
    }
}

/// A rule that sends its contacts nowhere, or only later. Where another finding already says that a line has no meaning,
/// that line may have been the one.
fn check_target(entry: &Entry, keys: &Keys<'_>, explained: bool, sink: &mut Sink) {
    let name = entry.key.text.as_str();
    if explained {
        sink.withhold();
    } else if let Some((_, step)) = keys.phrases("then after").next() {
        sink.push(errors::step_without_group(name, step.key.span));
    } else {
        sink.push(errors::rule_without_target(name, entry.key.span));
    }
}

/// Each step is later than the one before, as far as their clocks can be compared.
fn check_order(name: &str, steps: &[StepSyntax], sink: &mut Sink) {
    for (earlier, later) in steps.iter().zip(steps.iter().skip(1)) {
        if not_after(later.after.value, earlier.after.value) {
            sink.push(errors::steps_out_of_order(name, earlier.after, later.after));
        }
    }
}

/// Whether the first length of time is certainly not longer than the second. Only lengths on one clock can be compared:
/// an open hour and a clock hour differ by what the desk is closed.
fn not_after(later: Duration, earlier: Duration) -> bool {
    let on_clock = |time: Duration| match time.unit {
        Unit::Second => (0, u64::from(time.amount)),
        Unit::Minute => (0, u64::from(time.amount) * 60),
        Unit::Hour => (0, u64::from(time.amount) * 3600),
        Unit::OpenHour => (1, u64::from(time.amount)),
        Unit::ClockHour => (2, u64::from(time.amount)),
        Unit::Day => (3, u64::from(time.amount)),
        Unit::Week => (3, u64::from(time.amount) * 7),
        Unit::WorkingDay => (4, u64::from(time.amount)),
        Unit::Month => (5, u64::from(time.amount)),
    };
    let ((clock, time), (other_clock, other)) = (on_clock(later), on_clock(earlier));
    clock == other_clock && time <= other
}

fn read_priority(entry: &Entry, sink: &mut Sink) -> Option<Spanned<u32>> {
    let priority = reader::phrase(entry, sink, notation::count)?;
    if priority.value == 0 {
        sink.push(errors::priority_from_one(priority.span));
        return None;
    }
    Some(priority)
}

/// `then after 20 min: Care team, without German`.
fn read_steps(keys: &Keys<'_>, sink: &mut Sink) -> Vec<StepSyntax> {
    let mut steps = Vec::new();
    for (time, entry) in keys.phrases("then after") {
        let after = reader::reported(notation::duration(time.excerpt()), &time, sink);
        let Some(written) = reader::text(entry, sink) else { continue };
        let (group, without) = written.split_once(", without ");
        let without = without.map(|skills| reader::list_of(&skills, &entry.key.text, sink)).unwrap_or_default();
        steps.extend(after.map(|after| StepSyntax { after, group, without }));
    }
    steps
}

/// `if not answered in 10 min: tell Duty manager`.
fn read_escalations(keys: &Keys<'_>, sink: &mut Sink) -> Vec<EscalationSyntax> {
    let mut escalations = Vec::new();
    for (time, entry) in keys.phrases("if not answered in") {
        let after = reader::reported(notation::duration(time.excerpt()), &time, sink);
        let role = reader::phrase(entry, sink, notation::escalation);
        if let (Some(after), Some(role)) = (after, role) {
            escalations.push(EscalationSyntax { after, role });
        }
    }
    escalations
}

/// Rules are names.
pub(super) fn declare(syntax: &RoutingSyntax, names: &mut Names, sink: &mut Sink) {
    for rule in &syntax.rules {
        names.declare(NameKind::Rule, &rule.head.name, rule.head.span, sink);
    }
}
