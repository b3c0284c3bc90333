//! The front page: what it is, whether it is current, and who keeps which part.

use crate::calendar::Date;
use crate::document::block::{Block, Inline, State, Text, identity, link, plain, quiet, strong};
use crate::document::content::Content;
use crate::document::parts::notes;
use crate::strategy::governance::owners::OwnerModel;
use crate::strategy::header::Status;
use crate::strategy::words::capital;

/// A component is due for review after so many days, unless its owner says otherwise.
const REVIEW_DAYS: i64 = 180;

/// Status, version and the dates on which it applies.
pub(crate) fn subtitle(content: &Content<'_>) -> Text {
    let header = &content.strategy.header;
    let status = header.status.map_or(Status::Draft, |status| status.value);
    let mut words = capital(status.word());
    if let Some(version) = &header.version {
        words.push_str(&format!(", version {}", version.text));
    }
    match (header.applies_from, header.applies_until) {
        (Some(from), Some(until)) => words.push_str(&format!(", applies from {} to {}", from.value, until.value)),
        (Some(from), None) => words.push_str(&format!(", applies from {}", from.value)),
        (None, Some(until)) => words.push_str(&format!(", applies until {}", until.value)),
        (None, None) => {}
    }
    plain(words)
}

/// The facts that a reader wants first.
pub(crate) fn facts(content: &Content<'_>) -> Vec<(String, Text)> {
    let header = &content.strategy.header;
    let components = &content.strategy.components;
    let owner = header.plan_owner.as_ref();
    let owner = owner.map_or_else(|| quiet("nobody is named"), |owner| strong(owner.text.as_str()));
    let promises = content.policy.promises.len();
    let fingerprint: String = content.fingerprint.trim_start_matches("sha256:").chars().take(12).collect();
    let count = |number: usize| plain(number.to_string());
    let mut facts = vec![
        ("Plan owner".to_owned(), owner),
        ("Time zone".to_owned(), plain(header.zone().name())),
        ("Fingerprint of the runtime config".to_owned(), plain(fingerprint)),
        ("Channels".to_owned(), count(components.channels.content.channels.len())),
        ("Promises".to_owned(), count(promises)),
        ("Agent groups".to_owned(), count(components.agent_groups.content.groups.len())),
        ("Known gaps we accept".to_owned(), count(content.strategy.governance.accepted_gaps.content.gaps.len())),
        ("Age judged on".to_owned(), plain(content.today.to_string())),
    ];
    let (must, should) = content.open_findings;
    let (state, words) = if must > 0 {
        (State::Gap, format!("{must} to fix before it can run"))
    } else if should > 0 {
        (State::Part, format!("can run; {should} to improve"))
    } else {
        (State::Good, "nothing to fix".to_owned())
    };
    facts.push(("Check".to_owned(), vec![Inline::State { state, text: words }]));
    facts
}

/// What needs attention first.
pub(crate) fn warnings(content: &Content<'_>) -> Vec<Text> {
    let mut warnings = Vec::new();
    if !content.runnable {
        warnings.push(plain(
            "This strategy has findings that must be fixed. It is shown as written and must not be put into service.",
        ));
    }
    if let Some(until) = content.strategy.header.applies_until
        && until.value < content.today
    {
        warnings.push(plain(format!("This strategy applied until {}. It may be out of date.", until.value)));
    }
    let overdue: Vec<&OwnerModel> = content
        .strategy
        .governance
        .owners
        .content
        .owners
        .iter()
        .filter(|owner| due(owner).is_some_and(|due| due < content.today))
        .collect();
    if !overdue.is_empty() {
        let names: Vec<String> =
            overdue.iter().map(|owner| format!("{} ({})", owner.head.name, owner.person.value)).collect();
        warnings.push(plain(format!("Overdue for review: {}.", names.join(", "))));
    }
    warnings
}

/// The day on which a part is due for review.
fn due(owner: &OwnerModel) -> Option<Date> {
    let updated = owner.updated?.value;
    let Some(every) = owner.review_every else { return Some(updated.plus_days(REVIEW_DAYS)) };
    let amount = i64::from(every.value.amount);
    Some(match every.value.unit {
        crate::calendar::Unit::Month => updated.plus_months(amount),
        crate::calendar::Unit::Week => updated.plus_days(amount * 7),
        crate::calendar::Unit::Day
        | crate::calendar::Unit::WorkingDay
        | crate::calendar::Unit::Second
        | crate::calendar::Unit::Minute
        | crate::calendar::Unit::Hour
        | crate::calendar::Unit::OpenHour
        | crate::calendar::Unit::ClockHour => updated.plus_days(amount),
    })
}

/// The table of the ten components: owner, updated on, review due.
pub(crate) fn components(content: &Content<'_>) -> Vec<Block> {
    let owners = &content.strategy.governance.owners.content;
    let rows = content.strategy.components.sections().into_iter().map(|(key, written, ..)| {
        let owner = owners.of(key);
        let name = if written { vec![link(capital(key), identity(&[key]))] } else { plain(capital(key)) };
        let state = if written {
            Inline::State { state: State::Good, text: "written".to_owned() }
        } else {
            Inline::State { state: State::Gap, text: "missing".to_owned() }
        };
        vec![name, vec![state], person(owner), updated(owner), review(content, owner)]
    });
    let head = ["Part", "State", "Owner", "Updated on", "Review due"].map(str::to_owned).to_vec();
    let mut blocks =
        vec![Block::Table { caption: "Who keeps which part current".into(), head, rows: rows.collect(), wide: false }];
    blocks.extend(other_owners(content));
    blocks.extend(notes(&content.strategy.governance.owners.note));
    blocks
}

/// Who keeps the parts that are none of the ten components, where that is said.
fn other_owners(content: &Content<'_>) -> Option<Block> {
    let components: Vec<&str> = content.strategy.components.sections().into_iter().map(|(key, ..)| key).collect();
    let owners = &content.strategy.governance.owners.content.owners;
    let others = owners.iter().filter(|owner| !components.contains(&owner.head.name.as_str()));
    let rows: Vec<Vec<Text>> = others
        .map(|owner| {
            vec![
                plain(capital(&owner.head.name)),
                person(Some(owner)),
                updated(Some(owner)),
                review(content, Some(owner)),
            ]
        })
        .collect();
    let head = ["Part", "Owner", "Updated on", "Review due"].map(str::to_owned).to_vec();
    let caption = "Who keeps the other parts current".into();
    (!rows.is_empty()).then_some(Block::Table { caption, head, rows, wide: false })
}

fn person(owner: Option<&OwnerModel>) -> Text {
    let Some(owner) = owner else { return quiet("nobody is named") };
    let function = owner.function.as_ref().map_or_else(String::new, |it| format!(", {}", it.value));
    plain(format!("{}{function}", owner.person.value))
}

fn updated(owner: Option<&OwnerModel>) -> Text {
    let updated = owner.and_then(|owner| owner.updated);
    updated.map_or_else(|| quiet("not said"), |updated| plain(updated.value.to_string()))
}

fn review(content: &Content<'_>, owner: Option<&OwnerModel>) -> Text {
    match owner.and_then(due) {
        None => quiet("not known"),
        Some(due) if due < content.today => {
            vec![Inline::State { state: State::Gap, text: format!("overdue since {due}") }]
        }
        Some(due) => plain(due.to_string()),
    }
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
