//! Which contacts no rule fits, in words, and how many where that is stated.

use crate::analysis::{Gap, Gaps, Limit, Space, Witness, gaps};
use crate::lints::lint::Subject;
use crate::lints::rules::shared::listing::{counted, listed};
use crate::policy::{Decimal, Duration, FieldId, FieldKind, NamedAxis, NamedValue, Policy, Weekday};
use crate::source::quoted;

/// How many groups of contacts are looked for.
const LOOKED_FOR: usize = 8;

/// How many of them are told.
const TOLD: usize = 3;

/// Each group is widened name by name against all rules. On a strategy with more rules and names than this only the contact
/// of the story is told.
const WORK_AT_MOST: usize = 50_000;

/// What no rule fits: groups of contacts, the largest first.
pub(super) struct LeftOut<'a> {
    subject: &'a Subject<'a>,
    contact: &'a Witness,
    /// None where it is not known how far they reach.
    groups: Option<Gaps>,
}

impl<'a> LeftOut<'a> {
    /// All that is left out around this contact and elsewhere.
    pub(super) fn new(subject: &'a Subject<'a>, contact: &'a Witness) -> Self {
        let policy = subject.policy;
        let names = policy.segments.len() + policy.contact_types.len() + policy.channels.len() + policy.languages.len();
        let few = policy.rules.len().saturating_mul(names) <= WORK_AT_MOST;
        let found = if few { Space::new(policy, &[]).ok().map(|space| gaps(&space, LOOKED_FOR)) } else { None };
        Self { subject, contact, groups: found.filter(|found| !found.gaps.is_empty()) }
    }

    /// Which contacts.
    pub(super) fn words(&self) -> String {
        let policy = self.subject.policy;
        let Some(groups) = &self.groups else {
            let what = policy.contact_type(self.contact.contact_type).map_or("", |found| found.name.as_str());
            let channel = policy.channel(self.contact.channel).map_or("", |found| found.name.as_str());
            let whose = self.contact.customer.and_then(|id| policy.segment(id));
            let whose = whose.map_or_else(String::new, |segment| format!(" from {}", quoted(&segment.name)));
            return format!("{} on {}{whose}, and maybe others", quoted(what), quoted(channel));
        };
        let told: Vec<String> = groups.gaps.iter().take(TOLD).map(|gap| group(policy, gap)).collect();
        let more = groups.gaps.len().saturating_sub(TOLD);
        let others = match (groups.complete, more) {
            (true, 0) => String::new(),
            (true, more) => format!("; and {more} more"),
            (false, _) => ", and maybe others".to_owned(),
        };
        format!("{}{others}", told.join("; "))
    }

    /// How many of every hundred, where the shares are stated and nothing else decides. How contacts spread over channels is
    /// not stated; customers are taken to ask alike.
    pub(super) fn percent(&self) -> Option<f64> {
        let groups = self.groups.as_ref().filter(|groups| groups.complete)?;
        let [only] = groups.gaps.as_slice() else { return None };
        let components = &self.subject.strategy.components;
        let mut share = 100.0;
        for limit in &only.limits {
            let Limit::Names { axis, values } = limit else { return None };
            let of_one = |value: &NamedValue| {
                let NamedValue::At(id) = value else { return None };
                let share = match axis {
                    NamedAxis::ContactType => components.contact_types.content.types.get(usize::from(*id))?.share,
                    NamedAxis::Customer => components.customers.content.segments.get(usize::from(*id))?.share,
                    NamedAxis::Channel | NamedAxis::Language | NamedAxis::Day | NamedAxis::Field(_) => None,
                };
                Some(share?.value.as_percent().to_f64())
            };
            share *= values.iter().map(of_one).sum::<Option<f64>>()? / 100.0;
        }
        Some(share)
    }
}

/// One group: `"Order help" on "email" from "Trail Club", where followers is not known`.
fn group(policy: &Policy, gap: &Gap) -> String {
    let mut what = "every contact".to_owned();
    let (mut channel, mut customer, mut others) = (String::new(), String::new(), Vec::new());
    for limit in &gap.limits {
        match limit {
            Limit::Names { axis: NamedAxis::ContactType, values } => {
                what = match Names::new(policy, NamedAxis::ContactType, values) {
                    Names { but: true, named, .. } => format!("every contact but {}", listed(named)),
                    Names { named, .. } => listed(named),
                };
            }
            Limit::Names { axis: NamedAxis::Channel, values } => {
                channel = match Names::new(policy, NamedAxis::Channel, values) {
                    Names { but: true, named, .. } => format!(" on any channel but {}", listed(named)),
                    Names { named, .. } => format!(" on {}", listed(named)),
                };
            }
            Limit::Names { axis: NamedAxis::Customer, values } => {
                customer = match Names::new(policy, NamedAxis::Customer, values) {
                    Names { but: true, named, .. } => format!(" from anybody but {}", listed(named)),
                    Names { named, .. } => format!(" from {}", listed(named)),
                };
            }
            Limit::Names { axis: axis @ (NamedAxis::Language | NamedAxis::Day | NamedAxis::Field(_)), values } => {
                others.push(Names::new(policy, *axis, values).worded(policy, *axis));
            }
            Limit::Number { field, known, least, greatest } => {
                others.push(number(policy, *field, *known, (*least, *greatest)));
            }
            Limit::Desk { desk, open } => {
                let name = policy.desk(*desk).map_or("", |desk| desk.name.as_str());
                others.push(format!("desk {name} is {}", if *open { "open" } else { "closed" }));
            }
        }
    }
    let others = if others.is_empty() { others.join("") } else { format!(", where {}", others.join(" and ")) };
    format!("{what}{channel}{customer}{others}")
}

/// The names of a limit, or those that it leaves out where these are fewer.
struct Names {
    /// Whether these are the names left out.
    but: bool,
    named: Vec<String>,
    /// Whether it holds what has none of the names. Never where it is told by what it leaves out.
    other: bool,
    /// Whether it holds what is not known. Never where it is told by what it leaves out.
    unknown: bool,
}

impl Names {
    fn new(policy: &Policy, axis: NamedAxis, values: &[NamedValue]) -> Self {
        let all = names(policy, axis);
        let holds = |value: NamedValue| values.contains(&value);
        let (held, left): (Vec<_>, Vec<_>) = (0u16..).zip(all).partition(|(number, _)| holds(NamedValue::At(*number)));
        let only = |names: Vec<(u16, String)>| names.into_iter().map(|(_, name)| name).collect::<Vec<_>>();
        // Every contact has a type, a channel and a day; what else may be missing must be held, or "but" would say too much.
        let complete = match axis {
            NamedAxis::ContactType | NamedAxis::Channel | NamedAxis::Day => true,
            NamedAxis::Customer => policy.everyone_else().is_some() || holds(NamedValue::Unknown),
            NamedAxis::Language => holds(NamedValue::Unknown) && holds(NamedValue::Other),
            NamedAxis::Field(field) => {
                let kind = policy.field(field).map(|field| &field.kind);
                holds(NamedValue::Unknown) && (holds(NamedValue::Other) || kind == Some(&FieldKind::YesNo))
            }
        };
        if complete && !left.is_empty() && (left.len() < held.len() || holds(NamedValue::Unknown)) {
            return Self { but: true, named: only(left), other: false, unknown: false };
        }
        let (other, unknown) = (holds(NamedValue::Other), holds(NamedValue::Unknown));
        Self { but: false, named: only(held), other, unknown }
    }

    /// As a rule asks for it: `tier is not "gold"`.
    fn worded(&self, policy: &Policy, axis: NamedAxis) -> String {
        let what = match axis {
            NamedAxis::Language => "language",
            NamedAxis::Day => "day",
            NamedAxis::Field(field) => policy.field(field).map_or("", |field| field.name.as_str()),
            NamedAxis::Customer => "customer",
            NamedAxis::ContactType => "contact type",
            NamedAxis::Channel => "channel",
        };
        let more = self.named.len().saturating_sub(TOLD);
        let mut words: Vec<String> = self.named.iter().take(TOLD).map(|name| quoted(name)).collect();
        words.extend((more > 0).then(|| format!("{more} more")));
        words.extend(self.other.then(|| "another one".to_owned()));
        words.extend(self.unknown.then(|| "not known".to_owned()));
        format!("{what} is {}{}", if self.but { "not " } else { "" }, words.join(" or "))
    }
}

/// The names on an axis, in the order of their numbers.
fn names(policy: &Policy, axis: NamedAxis) -> Vec<String> {
    match axis {
        NamedAxis::Customer => policy.segments.iter().map(|one| one.name.clone()).collect(),
        NamedAxis::ContactType => policy.contact_types.iter().map(|one| one.name.clone()).collect(),
        NamedAxis::Channel => policy.channels.iter().map(|one| one.name.clone()).collect(),
        NamedAxis::Language => policy.languages.clone(),
        NamedAxis::Day => Weekday::ALL.iter().map(|day| day.name().to_owned()).collect(),
        NamedAxis::Field(field) => match policy.field(field).map(|field| &field.kind) {
            Some(FieldKind::OneOf(names)) => names.clone(),
            Some(FieldKind::YesNo) => vec!["yes".to_owned(), "no".to_owned()],
            Some(FieldKind::Number { .. } | FieldKind::Time | FieldKind::Text) | None => Vec::new(),
        },
    }
}

/// What a number is: `followers is not known`, `sentiment at least 0 and below 0.5`.
fn number(
    policy: &Policy,
    field: FieldId,
    known: bool,
    (least, greatest): (Option<Decimal>, Option<Decimal>),
) -> String {
    let Some(field) = policy.field(field) else { return String::new() };
    let said = |number: Decimal| match (&field.kind, number.whole_part()) {
        (FieldKind::Time, Some(seconds)) => Duration::of_seconds(seconds).to_string(),
        (FieldKind::Time, None) => format!("{number} s"),
        (_, _) => number.to_string(),
    };
    // A number has nine digits after the point; one step beside a rounder one stands for "above" and "below" that one.
    let step = Decimal::from_billionths(1);
    let rounder = |one: Decimal, other: Decimal| one.to_string().len() < other.to_string().len();
    let from = least.map(|least| match least.minus(step) {
        cut if rounder(cut, least) => format!("above {}", said(cut)),
        _ => format!("at least {}", said(least)),
    });
    let to = greatest.map(|greatest| match greatest.plus(step) {
        cut if rounder(cut, greatest) => format!("below {}", said(cut)),
        _ => format!("at most {}", said(greatest)),
    });
    let words = match (from, to) {
        _ if !known => "is not known".to_owned(),
        (None, None) => "is known".to_owned(),
        (Some(_), Some(_)) if least == greatest => format!("is {}", least.map_or_else(String::new, said)),
        (from, to) => counted(from.into_iter().chain(to)),
    };
    format!("{} {words}", field.name)
}
