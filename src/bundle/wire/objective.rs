//! How promises are counted, and objectives beside their table, in a file.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::bundle::fault::{Fault, Within};
use crate::bundle::wire::form::{Limits, Wire, not_set, read_all, read_some, write_all, write_some};
use crate::bundle::wire::promise::WirePromise;
use crate::bundle::wire::reference::{WireChannelSet, WireRef};
use crate::bundle::wire::text::WireFormula;
use crate::bundle::wire::word::{WireLevel, WireObjectiveKind};
use crate::policy::{CountingRules, NamedObjective, Policy};

/// How promises are counted. What is missing is not stated.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "Counting")]
pub(crate) struct WireCounting {
    /// Whether `s`, `min` and `h` run on all hours and not only while the desk is open.
    #[serde(skip_serializing_if = "not_set")]
    all_hours: bool,
    /// Whether a contact with no open time left on its date counts as received on the next working day.
    #[serde(skip_serializing_if = "not_set")]
    after_close_next_working_day: bool,
    /// The formula of the service level.
    #[serde(skip_serializing_if = "Option::is_none")]
    formula: Option<WireFormula>,
    /// When the clock starts.
    #[serde(skip_serializing_if = "Option::is_none")]
    starts_when: Option<String>,
    /// When it stops.
    #[serde(skip_serializing_if = "Option::is_none")]
    stops_when: Option<String>,
    /// What pauses it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pauses_while: Vec<String>,
    /// What is left out.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    not_counted: Vec<String>,
    /// What is counted besides.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    also_counted: Vec<String>,
    /// The interval of measurement.
    #[serde(skip_serializing_if = "Option::is_none")]
    interval: Option<String>,
    /// The period of reporting.
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<String>,
    /// What normal operating conditions are.
    #[serde(skip_serializing_if = "Option::is_none")]
    normal_conditions: Option<String>,
}

impl Wire<CountingRules> for WireCounting {
    fn write(counting: &CountingRules, _: &Policy) -> Self {
        let counting = counting.clone();
        Self {
            all_hours: counting.all_hours,
            after_close_next_working_day: counting.after_close_next_working_day,
            formula: counting.formula.map(WireFormula),
            starts_when: counting.starts_when,
            stops_when: counting.stops_when,
            pauses_while: counting.pauses_while,
            not_counted: counting.not_counted,
            also_counted: counting.also_counted,
            interval: counting.interval,
            period: counting.period,
            normal_conditions: counting.normal_conditions,
        }
    }

    fn read(self, _: &Limits) -> Result<CountingRules, Fault> {
        Ok(CountingRules {
            all_hours: self.all_hours,
            after_close_next_working_day: self.after_close_next_working_day,
            formula: self.formula.map(|formula| formula.0),
            starts_when: self.starts_when,
            stops_when: self.stops_when,
            pauses_while: self.pauses_while,
            not_counted: self.not_counted,
            also_counted: self.also_counted,
            interval: self.interval,
            period: self.period,
            normal_conditions: self.normal_conditions,
        })
    }
}

impl WireCounting {
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// An objective beside the table of promises. Lists that are missing stand for any.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Objective")]
pub(crate) struct WireObjective {
    /// The name.
    name: String,
    /// What it measures.
    kind: WireObjectiveKind,
    /// For these contact types and their parts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    contact_types: Vec<WireRef>,
    /// On these channels.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    channels: Vec<WireChannelSet>,
    /// For these customers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    customers: Vec<WireRef>,
    /// In these languages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    languages: Vec<WireRef>,
    /// In this season.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    season: Option<WireRef>,
    /// What is promised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    target: Option<WirePromise>,
    /// How it is counted, where that differs.
    #[serde(default, skip_serializing_if = "WireCounting::is_default")]
    counting: WireCounting,
    /// To whom it is binding.
    level: WireLevel,
    /// Whether a business unit makes it to the contact center.
    #[serde(default, skip_serializing_if = "not_set")]
    by_business_unit: bool,
}

impl Wire<NamedObjective> for WireObjective {
    fn write(objective: &NamedObjective, policy: &Policy) -> Self {
        Self {
            name: objective.name.clone(),
            kind: WireObjectiveKind(objective.kind),
            contact_types: write_all(&objective.contact_types, policy),
            channels: write_all(&objective.channels, policy),
            customers: write_all(&objective.segments, policy),
            languages: write_all(&objective.languages, policy),
            season: write_some(objective.season.as_ref(), policy),
            target: write_some(objective.target.as_ref(), policy),
            counting: WireCounting::write(&objective.counting, policy),
            level: WireLevel(objective.level),
            by_business_unit: objective.by_business_unit,
        }
    }

    fn read(self, limits: &Limits) -> Result<NamedObjective, Fault> {
        Ok(NamedObjective {
            name: self.name,
            kind: self.kind.0,
            contact_types: read_all(self.contact_types, "contact_types", limits)?,
            channels: read_all(self.channels, "channels", limits)?,
            segments: read_all(self.customers, "customers", limits)?,
            languages: read_all(self.languages, "languages", limits)?,
            season: read_some(self.season, "season", limits)?,
            target: read_some(self.target, "target", limits)?,
            counting: self.counting.read(limits).within("counting")?,
            level: self.level.0,
            by_business_unit: self.by_business_unit,
        })
    }
}
