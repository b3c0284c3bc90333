//! The front page: what it is, whether it is current and may run, and what needs attention first.

use crate::document::block::{Block, Inline, State, Text, fixed, plain, quiet, state, strong};
use crate::document::content::Content;
use crate::document::in_short::{count, open_hours};
use crate::document::proofs::tally;
use crate::document::{marks, owner, promises};
use crate::source::{Severity, capital};
use crate::strategy::Status;

/// Status, version and the dates on which it applies.
pub(crate) fn subtitle(content: &Content<'_>) -> Text {
    let header = &content.strategy.header;
    let mut text = match header.fact("status") {
        Some(written) if header.status.is_none() || marks::misread(content, written.span).is_some() => {
            marks::unread(content, &written.text, written.span)
        }
        Some(_) | None => plain(capital(header.status.map_or(Status::Draft, |status| status.value).word())),
    };
    if let Some(version) = &header.version {
        text.extend(plain(format!(", version {}", version.text)));
    }
    for (key, words, date) in [
        ("applies from", ", applies from ", header.applies_from),
        (
            "applies until",
            if header.applies_from.is_some() { " to " } else { ", applies until " },
            header.applies_until,
        ),
    ] {
        match (date, header.fact(key)) {
            (Some(date), _) => {
                text.extend(plain(words));
                text.extend(fixed(date.value.to_string()));
            }
            (None, Some(written)) => {
                text.extend(plain(format!(", {key} ")));
                text.extend(marks::unread(content, &written.text, written.span));
            }
            (None, None) => {}
        }
    }
    text
}

/// The five figures by which a strategy is known.
pub(crate) fn figures(content: &Content<'_>) -> Vec<(String, Text)> {
    let components = &content.strategy.components;
    let number = |number: usize| plain(number.to_string());
    vec![
        ("Channels".to_owned(), number(components.channels.content.channels.len())),
        ("Open hours a week".to_owned(), open_hours(content).map_or_else(|| quiet("not said"), plain)),
        ("Promises".to_owned(), number(content.policy.promises.len())),
        ("Agent groups".to_owned(), number(components.agent_groups.content.groups.len())),
        ("Known gaps we accept".to_owned(), number(content.strategy.governance.accepted_gaps.content.gaps.len())),
    ]
}

/// What a reader wants to know of the document itself.
pub(crate) fn facts(content: &Content<'_>) -> Vec<(String, Text)> {
    let header = &content.strategy.header;
    let plan_owner = match (&header.plan_owner, header.fact("plan owner")) {
        (Some(owner), _) => strong(owner.text.as_str()),
        (None, Some(written)) => marks::unread(content, &written.text, written.span),
        (None, None) => quiet("nobody is named"),
    };
    let fingerprint: String = content.fingerprint.trim_start_matches("sha256:").chars().take(12).collect();
    vec![
        ("Plan owner".to_owned(), plan_owner),
        ("Check".to_owned(), vec![check(content)]),
        ("Time zone".to_owned(), zone(content)),
        ("Fingerprint of the runtime config".to_owned(), plain(fingerprint)),
        ("Age judged on".to_owned(), fixed(content.today.to_string())),
    ]
}

/// The time zone of the strategy, as written where it is not known.
pub(crate) fn zone(content: &Content<'_>) -> Text {
    let header = &content.strategy.header;
    match (&header.time_zone, header.fact("time zone")) {
        (Some(zone), _) => plain(zone.value.name()),
        (None, Some(written)) => marks::unread(content, &written.text, written.span),
        (None, None) => vec![state(State::Gap, "not written")],
    }
}

/// Whether it can run, and everything that is open, in one line: whatever the pages show in red is counted here.
fn check(content: &Content<'_>) -> Inline {
    let of = |severity: Severity| content.findings.iter().filter(|found| found.severity == severity).count();
    let must = of(Severity::Must);
    let mut open = Vec::new();
    let should = of(Severity::Should);
    if should > 0 {
        open.push(count(should, "finding"));
    }
    let missing = content.strategy.components.sections().iter().filter(|(_, written, ..)| !written).count();
    if missing > 0 {
        open.push(count(missing, "part") + " not written");
    }
    let gaps = gaps(content);
    if gaps > 0 {
        open.push(count(gaps, "gap") + " in the promises");
    }
    let overdue = owner::overdue(content).len();
    if overdue > 0 {
        open.push(count(overdue, "review") + " overdue");
    }
    let unanswered = content.worksheet.open().count();
    if unanswered > 0 {
        open.push(count(unanswered, "question") + " of the self-check");
    }
    let failed = content.stories.iter().filter(|story| !story.passed).count();
    if failed > 0 {
        open.push(if failed == 1 { "1 story".to_owned() } else { format!("{failed} stories") } + " not as expected");
    }
    let unproven = tally(content).open;
    if unproven > 0 {
        open.push(count(unproven, "guarantee") + " not proven");
    }
    let open = open.join(", ");
    match (must, open.is_empty()) {
        (0, true) => state(State::Good, "can run, nothing is open"),
        (0, false) => state(State::Part, format!("can run; still open: {open}")),
        (_, true) => state(State::Gap, format!("{} to fix before it can run", count(must, "finding"))),
        (_, false) => {
            state(State::Gap, format!("{} to fix before it can run; also open: {open}", count(must, "finding")))
        }
    }
}

/// How many cells of the plain table of promises are shown as gaps.
fn gaps(content: &Content<'_>) -> usize {
    let table = content.strategy.components.service_levels.content.promises.as_ref();
    table.map_or(0, |table| match promises::table(content, table, "") {
        Block::Table { rows, .. } => {
            rows.iter().flat_map(|row| &row.cells).filter(|cell| promises::is_gap(cell)).count()
        }
        Block::Heading { .. }
        | Block::Paragraph { .. }
        | Block::List { .. }
        | Block::Facts { .. }
        | Block::Note { .. } => 0,
    })
}

/// What needs attention first.
pub(crate) fn warnings(content: &Content<'_>) -> Vec<Text> {
    let mut warnings = Vec::new();
    if !content.runnable {
        warnings.push(plain(
            "This strategy has findings that must be fixed and must not be put into service. What could not be \
             understood is shown as it was written and marked with the name of its finding.",
        ));
    }
    if let Some(until) = content.strategy.header.applies_until
        && until.value < content.today
    {
        warnings.push(plain(format!("This strategy applied until {}. It may be out of date.", until.value)));
    }
    let overdue = owner::overdue(content);
    if !overdue.is_empty() {
        let names: Vec<String> =
            overdue.iter().map(|owner| format!("{} ({})", owner.head.name, owner.person.value)).collect();
        warnings.push(plain(format!("Overdue for review: {}.", names.join(", "))));
    }
    warnings
}

/// The line at the foot of the document.
pub(crate) fn foot(content: &Content<'_>) -> String {
    let file = content.sources.name(content.strategy.start);
    format!(
        "Written from {file} by frontdesk {}. Time zone data {}, public holidays of {}. Change the file, not this document.",
        env!("CARGO_PKG_VERSION"),
        crate::calendar::tzdb_version(),
        crate::calendar::holiday_data_version()
    )
}
