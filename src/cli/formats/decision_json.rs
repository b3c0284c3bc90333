//! A decision for programs, with names in place of numbers. Its schema is published.

use schemars::JsonSchema;
use serde::Serialize;

use crate::cli::formats::decision_words::{note, why_not};
use crate::cli::formats::headline::outcome_word;
use crate::cli::formats::otherwise_words::{OtherwiseJson, json as otherwise};
use crate::cli::formats::record::UndecidedJson;
use crate::compilation::{
    Decision, DeskKind, Due, Element, Explanation, Instant, MoveReason, MoveTo, Otherwise, PromiseState, RuleId,
    Runtime, Zone,
};

/// The version of this format. It grows by one when a reader of the old one would be misled.
const FORMAT: u32 = 1;

/// An instant in RFC 3339, with the offset of a zone.
#[derive(Debug)]
struct Stamp(crate::compilation::Stamp);

impl Serialize for Stamp {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.as_str())
    }
}

impl JsonSchema for Stamp {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        String::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        String::json_schema(generator)
    }
}

fn stamp(zone: &Zone, at: Instant) -> Stamp {
    Stamp(zone.stamp(at))
}

/// What happens to one contact.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct DecisionJson<'a> {
    /// The version of this format: 1.
    format: u32,
    /// The fingerprint of the policy that decided: `sha256:` and 64 digits.
    fingerprint: &'a str,
    /// The customer segment; null where none takes the contact.
    customer: Option<&'a str>,
    /// The contact type.
    contact_type: &'a str,
    /// The channel.
    channel: &'a str,
    /// When the contact arrived, in RFC 3339, in the desk's zone.
    arrived: Stamp,
    /// What happens now: `answered now`, `group off duty` (the desk is open and its clocks run, but the group that the
    /// contact goes to first is not on duty), `waits` (for the desk), `only monitored`, `no reply needed`,
    /// `channel not yet in use` or `channel no longer in use` (customers cannot use the channel on that day; all else is what
    /// would hold if they could) or `reaches nobody`.
    outcome: &'static str,
    /// Until when it waits, in RFC 3339; null where it does not wait, or for ever.
    waits_until: Option<Stamp>,
    /// The routing rule that fitted; null where none did.
    rule: Option<RuleJson<'a>>,
    /// The group that it goes to first.
    group: Option<&'a str>,
    /// Whether that group is on duty now; null where the strategy does not say when it is.
    group_on_duty: Option<bool>,
    /// The first time at which that group is on duty while people of the desk answer, in RFC 3339; null where the strategy
    /// does not say when it is on duty, or where no such time is in sight.
    group_answers_from: Option<Stamp>,
    /// Where it goes later, in order.
    steps: Vec<StepJson<'a>>,
    /// Who is told when it waits, in order.
    escalations: Vec<EscalationJson>,
    /// The priority; 1 is first.
    priority: u32,
    /// The skills that the first group needs for it, each with its level in brackets where the rule says one.
    needs: Vec<String>,
    /// Whether it gets a reply: `always`, `optional` or `never`.
    reply: &'static str,
    /// The person that it goes back to before the group.
    same_person: Option<SamePersonJson<'a>>,
    /// That the conversation must move to another channel.
    moves: Option<MoveJson<'a>>,
    /// What must be captured first.
    ask_for: Vec<&'a str>,
    /// The desk.
    desk: DeskJson<'a>,
    /// The promise.
    promise: PromiseJson<'a>,
    /// Objectives beside the table that hold for this contact.
    objectives: Vec<ObjectiveJson<'a>>,
    /// What agents need to see.
    agents_see: Vec<&'a str>,
    /// What must be recorded.
    record: Vec<&'a str>,
    /// What may not be said on this channel.
    not_to_be_said: Vec<&'a str>,
    /// Whether everybody can read what is said on the channel.
    public: bool,
    /// What a reader should know besides, in sentences.
    notes: Vec<String>,
    /// Why each earlier rule did not fit, in sentences; only where it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    why_not: Option<Vec<String>>,
    /// With what else the contact would come out otherwise: the nearest value of each thing; only where one contact was asked
    /// about.
    #[serde(skip_serializing_if = "Option::is_none")]
    different_if: Option<Vec<OtherwiseJson>>,
}

/// What comes out for one contact.
#[derive(JsonSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "only its schema is used: the two are written apart")]
enum LineJson {
    /// The decision.
    Decided(Box<DecisionJson<'static>>),
    /// The contact could not be decided.
    Undecided(UndecidedJson),
}

/// A routing rule.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct RuleJson<'a> {
    /// Its name.
    name: &'a str,
    /// Its file.
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    /// Its line, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u32>,
}

/// A later destination.
#[derive(Debug, Serialize, JsonSchema)]
struct StepJson<'a> {
    /// After how long, as written.
    after: String,
    /// When that is, in RFC 3339; null where never.
    at: Option<Stamp>,
    /// Where to.
    group: &'a str,
    /// Whether that group is on duty then; null where the strategy does not say, or where that time never comes.
    group_on_duty: Option<bool>,
    /// The skills still needed there.
    needs: Vec<String>,
}

/// Somebody is told.
#[derive(Debug, Serialize, JsonSchema)]
struct EscalationJson {
    /// After how long, as written.
    after: String,
    /// When that is, in RFC 3339; null where never.
    at: Option<Stamp>,
    /// Who.
    tell: String,
}

/// The person who answered before.
#[derive(Debug, Serialize, JsonSchema)]
struct SamePersonJson<'a> {
    /// Who.
    name: &'a str,
    /// Until when, in RFC 3339; null where it never ends.
    until: Option<Stamp>,
}

/// A conversation must go on in another channel.
#[derive(Debug, Serialize, JsonSchema)]
struct MoveJson<'a> {
    /// Why: `the rule says so`, `it holds account data` or `it should never be on this channel`.
    reason: &'static str,
    /// The channels to which it may move; empty where there is none or the strategy does not say.
    to: Vec<&'a str>,
}

/// The hours that hold for the contact.
#[derive(Debug, Serialize, JsonSchema)]
struct DeskJson<'a> {
    /// The desks that list the channel; empty for self-service that is always open, and where no desk lists it.
    names: Vec<&'a str>,
    /// Whether contacts are accepted now.
    open: bool,
    /// Whether people answer now.
    staffed: bool,
    /// When it opens next, in RFC 3339, if it is closed.
    opens: Option<Stamp>,
    /// When it closes next, in RFC 3339, if it is open.
    closes: Option<Stamp>,
    /// What the customer gets meanwhile, if it is closed.
    meanwhile: Option<&'a str>,
    /// The time zone of the instants.
    time_zone: &'a str,
}

/// What the table of promises says.
#[derive(Debug, Serialize, JsonSchema)]
struct PromiseJson<'a> {
    /// `promise`, `always`, `no promise`, `not offered` or `gap`.
    state: &'static str,
    /// As written; null where there is none.
    written: Option<&'a str>,
    /// When each of its points is due, in the order written.
    due: Vec<Option<Stamp>>,
}

/// An objective beside the table.
#[derive(Debug, Serialize, JsonSchema)]
struct ObjectiveJson<'a> {
    /// Its name.
    name: &'a str,
    /// When each point of its target is due.
    due: Vec<Option<Stamp>>,
}

impl<'a> RuleJson<'a> {
    /// A rule of a policy.
    pub(crate) fn of(runtime: &'a Runtime, id: RuleId) -> Self {
        let place = runtime.place_of(&Element::Rule(id));
        Self {
            name: runtime.policy().rule(id).map_or("", |rule| rule.name.as_str()),
            file: place.map(|place| place.file.as_str()),
            line: place.map(|place| place.line),
        }
    }
}

/// Writes the decision as one line of JSON, without reasons.
pub(crate) fn line(runtime: &Runtime, decision: &Decision, out: &mut Vec<u8>) -> Result<(), serde_json::Error> {
    serde_json::to_writer(out, &wire(runtime, decision, None))
}

/// Writes the decision with its reasons as one line of JSON.
pub(crate) fn explained(
    runtime: &Runtime,
    explanation: &Explanation,
    out: &mut Vec<u8>,
) -> Result<(), serde_json::Error> {
    let reasons = why_not(runtime, explanation);
    serde_json::to_writer(out, &wire(runtime, &explanation.decision, Some(reasons)))
}

/// The decision with its reasons and what would be different, two blanks an indentation.
pub(crate) fn pretty(
    runtime: &Runtime,
    explanation: &Explanation,
    different: &[Otherwise],
) -> Result<String, serde_json::Error> {
    let reasons = why_not(runtime, explanation);
    let different_if = Some(otherwise(runtime, different));
    let wire = DecisionJson { different_if, ..wire(runtime, &explanation.decision, Some(reasons)) };
    serde_json::to_string_pretty(&wire).map(|text| text + "\n")
}

/// The schema of the format: a decision, or what stands in its place where a line could not be decided.
pub(crate) fn schema() -> serde_json::Value {
    schemars::schema_for!(LineJson).to_value()
}

/// The decision as the format has it.
pub(crate) fn wire<'a>(runtime: &'a Runtime, decision: &'a Decision, why_not: Option<Vec<String>>) -> DecisionJson<'a> {
    let policy = runtime.policy();
    let zone = &decision.desk.zone;
    let information = &policy.information;
    let items = |list: &'a [crate::compilation::Item], at: &[u16]| -> Vec<&'a str> {
        at.iter().filter_map(|at| list.get(usize::from(*at))).map(|item| item.name.as_str()).collect()
    };
    DecisionJson {
        format: FORMAT,
        fingerprint: runtime.fingerprint(),
        customer: decision.segment().and_then(|id| policy.segment(id)).map(|segment| segment.name.as_str()),
        contact_type: policy.contact_type(decision.contact_type).map_or("", |it| it.name.as_str()),
        channel: runtime.channel_name(decision.channel),
        arrived: stamp(zone, decision.arrived),
        outcome: outcome_word(decision.outcome),
        waits_until: decision.outcome.waits_until().map(|at| stamp(zone, at)),
        rule: decision.rule.map(|id| RuleJson::of(runtime, id)),
        group: decision.group.map(|id| runtime.group_name(id)),
        group_on_duty: decision.duty.map(|duty| duty.now),
        group_answers_from: decision.duty.and_then(|duty| duty.answers).map(|at| stamp(zone, at)),
        steps: steps(runtime, decision),
        escalations: escalations(runtime, decision),
        priority: decision.priority,
        needs: decision.needs.iter().map(ToString::to_string).collect(),
        reply: decision.reply.word(),
        same_person: decision
            .same_person
            .as_ref()
            .map(|person| SamePersonJson { name: &person.name, until: person.until.map(|at| stamp(zone, at)) }),
        moves: decision.moved.as_ref().map(|moved| MoveJson {
            reason: match moved.reason {
                MoveReason::RuleSays => "the rule says so",
                MoveReason::AccountData => "it holds account data",
                MoveReason::NeverHere => "it should never be on this channel",
            },
            to: match &moved.to {
                MoveTo::Channel(channel) => vec![runtime.channel_name(*channel)],
                MoveTo::AnyOf(channels) => channels.iter().map(|it| runtime.channel_name(*it)).collect(),
                MoveTo::NotPossible | MoveTo::NotSaid => Vec::new(),
            },
        }),
        ask_for: decision.ask_for.iter().map(String::as_str).collect(),
        desk: desk(runtime, decision),
        promise: promise(runtime, decision),
        objectives: decision
            .objectives
            .iter()
            .map(|objective| ObjectiveJson {
                name: policy.objectives.get(usize::from(objective.objective)).map_or("", |found| found.name.as_str()),
                due: due(&objective.due, zone),
            })
            .collect(),
        agents_see: items(&information.agents_see, &decision.handling.agents_see),
        record: items(&information.we_record, &decision.handling.record),
        not_to_be_said: decision.handling.not_to_be_said.iter().map(String::as_str).collect(),
        public: decision.handling.public,
        notes: decision.notes.iter().map(|found| note(runtime, found)).collect(),
        why_not,
        different_if: None,
    }
}

fn steps<'a>(runtime: &'a Runtime, decision: &'a Decision) -> Vec<StepJson<'a>> {
    let zone = &decision.desk.zone;
    let step = |step: &'a crate::compilation::StepDue| StepJson {
        after: step.after.to_string(),
        at: step.at.map(|at| stamp(zone, at)),
        group: runtime.group_name(step.group),
        group_on_duty: step.on_duty,
        needs: step.needs.iter().map(ToString::to_string).collect(),
    };
    decision.steps.iter().map(step).collect()
}

fn escalations(runtime: &Runtime, decision: &Decision) -> Vec<EscalationJson> {
    let zone = &decision.desk.zone;
    let told = |escalation: &crate::compilation::EscalationDue| EscalationJson {
        after: escalation.after.to_string(),
        at: escalation.at.map(|at| stamp(zone, at)),
        tell: runtime.told(&escalation.tell),
    };
    decision.escalations.iter().map(told).collect()
}

fn desk<'a>(runtime: &'a Runtime, decision: &'a Decision) -> DeskJson<'a> {
    let state = &decision.desk;
    let instant = |at: Option<Instant>| at.map(|at| stamp(&state.zone, at));
    DeskJson {
        names: match &state.kind {
            DeskKind::Desks(desks) => desks.iter().map(|id| runtime.desk_name(*id)).collect(),
            DeskKind::AlwaysOpen | DeskKind::NoDesk => Vec::new(),
        },
        open: state.open,
        staffed: state.staffed,
        opens: instant(state.opens),
        closes: instant(state.closes),
        meanwhile: state.meanwhile.as_deref(),
        time_zone: state.zone.name(),
    }
}

fn promise<'a>(runtime: &'a Runtime, decision: &Decision) -> PromiseJson<'a> {
    let plain = |state| PromiseJson { state, written: None, due: Vec::new() };
    match &decision.promise {
        PromiseState::Promise { promise, due: points } => PromiseJson {
            state: "promise",
            written: runtime.policy().promise(*promise).map(|promise| promise.written.as_str()),
            due: due(points, &decision.desk.zone),
        },
        PromiseState::Always => plain("always"),
        PromiseState::NoPromise => plain("no promise"),
        PromiseState::NotOffered => plain("not offered"),
        PromiseState::Gap => plain("gap"),
    }
}

fn due(points: &[Due], zone: &Zone) -> Vec<Option<Stamp>> {
    points.iter().map(|due| due.at.map(|at| stamp(zone, at))).collect()
}
