//! The whole file, and the whole policy in it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::bundle::fault::{Fault, Flaw, Within};
use crate::bundle::wire::condition::{WireField, WireTerm};
use crate::bundle::wire::form::{Limits, Wire, read_all, write_all};
use crate::bundle::wire::hours::WireDesk;
use crate::bundle::wire::information::{WireConstraints, WireInformation};
use crate::bundle::wire::objective::{WireCounting, WireObjective};
use crate::bundle::wire::place::WirePlace;
use crate::bundle::wire::promise::{WirePromise, WirePromised, WireTable};
use crate::bundle::wire::routing::{WireGroup, WireRule};
use crate::bundle::wire::text::{WireDate, WireZone};
use crate::bundle::wire::who::{WireChannel, WireContactType, WireSegment};
use crate::policy::{Field, Policy, TermId, Test};

/// The runtime config of one customer access strategy.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Bundle")]
pub(crate) struct WireBundle {
    /// The version of this format.
    #[schemars(range(min = 1, max = 1))]
    pub(crate) format: u32,
    /// The name of the strategy.
    pub(crate) strategy: String,
    /// The author's version of the strategy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) version: Option<String>,
    /// `sha256:` and the SHA-256 of the member `policy` in its canonical form (RFC 8785).
    pub(crate) fingerprint: String,
    /// The release of the IANA time zone database of the program that made the file.
    pub(crate) tzdb: String,
    /// The version of the public holidays of the program that made the file.
    pub(crate) holidays: String,
    /// The program that made the file.
    pub(crate) made_by: String,
    /// Everything that decides a contact.
    pub(crate) policy: WirePolicy,
    /// Where each element of the policy was written.
    pub(crate) places: Vec<WirePlace>,
}

/// Everything that decides a contact.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Policy")]
pub(crate) struct WirePolicy {
    /// The name of the strategy.
    pub(crate) strategy: String,
    /// The author's version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) version: Option<String>,
    /// The first day on which it applies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    applies_from: Option<WireDate>,
    /// The last day on which it applies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    applies_until: Option<WireDate>,
    /// The zone in which the weekday of a contact is read.
    time_zone: WireZone,
    /// Whether every name could be resolved; where not, rules are missing.
    complete: bool,
    /// The customers, in the order in which they are tried.
    customers: Vec<WireSegment>,
    /// The contact types.
    contact_types: Vec<WireContactType>,
    /// The channels.
    channels: Vec<WireChannel>,
    /// The languages.
    languages: Vec<String>,
    /// The contact fields; sentiment, followers and waiting come first.
    fields: Vec<WireField>,
    /// The named conditions.
    terms: Vec<WireTerm>,
    /// The desks.
    hours: Vec<WireDesk>,
    /// The seasons of promises.
    seasons: Vec<WirePromised>,
    /// The promises.
    promises: Vec<WirePromise>,
    /// The tables of promises.
    service_levels: Vec<WireTable>,
    /// How promises are counted.
    counting: WireCounting,
    /// Objectives beside the tables.
    objectives: Vec<WireObjective>,
    /// The regulation packs that must be met.
    regulations: Vec<String>,
    /// The routing rules, in the order in which they are tried.
    routing: Vec<WireRule>,
    /// The agent groups.
    agent_groups: Vec<WireGroup>,
    /// What is seen and recorded.
    information: WireInformation,
    /// What may be said where.
    brand: WireConstraints,
}

impl WirePolicy {
    /// The form of a policy.
    pub(crate) fn write(policy: &Policy) -> Self {
        Self {
            strategy: policy.strategy.clone(),
            version: policy.version.clone(),
            applies_from: policy.applies_from.map(WireDate),
            applies_until: policy.applies_until.map(WireDate),
            time_zone: WireZone(policy.time_zone.clone()),
            complete: policy.complete,
            customers: write_all(&policy.segments, policy),
            contact_types: write_all(&policy.contact_types, policy),
            channels: write_all(&policy.channels, policy),
            languages: policy.languages.clone(),
            fields: write_all(&policy.fields, policy),
            terms: write_all(&policy.terms, policy),
            hours: write_all(&policy.desks, policy),
            seasons: write_all(&policy.seasons, policy),
            promises: write_all(&policy.promises, policy),
            service_levels: write_all(&policy.promise_tables, policy),
            counting: WireCounting::write(&policy.counting, policy),
            objectives: write_all(&policy.objectives, policy),
            regulations: policy.regulations.clone(),
            routing: write_all(&policy.rules, policy),
            agent_groups: write_all(&policy.groups, policy),
            information: WireInformation::write(&policy.information, policy),
            brand: WireConstraints::write(&policy.constraints, policy),
        }
    }

    /// What the elements of this policy can refer to.
    pub(crate) fn limits(&self) -> Limits {
        Limits {
            segments: self.customers.len(),
            contact_types: self.contact_types.len(),
            channels: self.channels.len(),
            languages: self.languages.len(),
            fields: self.fields.iter().map(|field| field.holds.names()).collect(),
            terms: self.terms.len(),
            desks: self.hours.len(),
            seasons: self.seasons.len(),
            promises: self.promises.len(),
            rules: self.routing.len(),
            groups: self.agent_groups.len(),
            objectives: self.objectives.len(),
        }
    }

    /// The policy of this form.
    pub(crate) fn read(self) -> Result<Policy, Fault> {
        let limits = self.limits();
        let fields = read_all(self.fields, "fields", &limits)?;
        if !fields.starts_with(&built_in_with_places(&fields)) {
            return Err(Flaw::BuiltInFields.into()).within("fields");
        }
        let terms = read_all(self.terms, "terms", &limits)?;
        if let Some(at) = in_circles(&terms) {
            return Err(Flaw::InCircles.into()).within(at).within("terms");
        }
        Ok(Policy {
            strategy: self.strategy,
            version: self.version,
            applies_from: self.applies_from.map(|date| date.0),
            applies_until: self.applies_until.map(|date| date.0),
            time_zone: self.time_zone.0,
            complete: self.complete,
            segments: read_all(self.customers, "customers", &limits)?,
            contact_types: read_all(self.contact_types, "contact_types", &limits)?,
            channels: read_all(self.channels, "channels", &limits)?,
            languages: self.languages,
            fields,
            terms,
            desks: read_all(self.hours, "hours", &limits)?,
            seasons: read_all(self.seasons, "seasons", &limits)?,
            promises: read_all(self.promises, "promises", &limits)?,
            promise_tables: read_all(self.service_levels, "service_levels", &limits)?,
            counting: self.counting.read(&limits).within("counting")?,
            objectives: read_all(self.objectives, "objectives", &limits)?,
            regulations: self.regulations,
            rules: read_all(self.routing, "routing", &limits)?,
            groups: read_all(self.agent_groups, "agent_groups", &limits)?,
            information: self.information.read(&limits).within("information")?,
            constraints: self.brand.read(&limits).within("brand")?,
        })
    }
}

/// The built-in fields; an author may say where they can be known.
fn built_in_with_places(fields: &[Field]) -> Vec<Field> {
    let mut built_in = Field::built_in();
    for (standard, found) in built_in.iter_mut().zip(fields) {
        standard.only_when.clone_from(&found.only_when);
    }
    built_in
}

/// The first term that is written in terms of itself.
fn in_circles(terms: &[(String, Vec<Test>)]) -> Option<usize> {
    let uses = |at: usize| {
        let tests = terms.get(at).map_or(&[][..], |(_, tests)| tests);
        tests.iter().filter_map(|test| match test {
            Test::Term { term: TermId(term), .. } => Some(usize::from(*term)),
            Test::Named { .. } | Test::Number { .. } | Test::Known { .. } | Test::Desk { .. } => None,
        })
    };
    // Terms that use only terms that are known to be sound are sound; what is left goes in circles.
    let mut users = vec![Vec::new(); terms.len()];
    let mut open: Vec<usize> = vec![0; terms.len()];
    for at in 0..terms.len() {
        for used in uses(at) {
            if let (Some(users), Some(open)) = (users.get_mut(used), open.get_mut(at)) {
                users.push(at);
                *open += 1;
            }
        }
    }
    let mut sound: Vec<usize> = (0..terms.len()).filter(|at| open.get(*at) == Some(&0)).collect();
    while let Some(at) = sound.pop() {
        for user in users.get(at).into_iter().flatten() {
            let Some(left) = open.get_mut(*user) else { continue };
            *left -= 1;
            if *left == 0 {
                sound.push(*user);
            }
        }
    }
    open.iter().position(|left| *left > 0)
}
