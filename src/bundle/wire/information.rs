//! What is seen, recorded and said, in a file.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::bundle::fault::Fault;
use crate::bundle::wire::form::{Limits, Wire, read_all, read_some, write_all, write_some};
use crate::bundle::wire::promise::WireDuration;
use crate::bundle::wire::reference::WireChannelSet;
use crate::bundle::wire::word::WireSensitivity;
use crate::policy::{Constraints, Information, Item, Policy};

/// What agents and customers see, and what is recorded.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Information")]
pub(crate) struct WireInformation {
    /// What agents need to see.
    agents_see: Vec<WireItem>,
    /// What customers can find out themselves.
    customers_see: Vec<WireItem>,
    /// What is recorded.
    we_record: Vec<WireItem>,
    /// Whether customer history flows across channels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    history_across_channels: Option<String>,
    /// The reference that ties interactions together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    case_number: Option<String>,
}

/// One item of information.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Item")]
pub(crate) struct WireItem {
    /// The name.
    name: String,
    /// How sensitive it is, where stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sensitivity: Option<WireSensitivity>,
    /// The channels on which it may be used; missing: all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    only_on: Vec<WireChannelSet>,
    /// The system that it comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    source_system: Option<String>,
    /// How long it is kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    keep_for: Option<WireDuration>,
}

impl Wire<Information> for WireInformation {
    fn write(information: &Information, policy: &Policy) -> Self {
        Self {
            agents_see: write_all(&information.agents_see, policy),
            customers_see: write_all(&information.customers_see, policy),
            we_record: write_all(&information.we_record, policy),
            history_across_channels: information.history_across_channels.clone(),
            case_number: information.case_number.clone(),
        }
    }

    fn read(self, limits: &Limits) -> Result<Information, Fault> {
        Ok(Information {
            agents_see: read_all(self.agents_see, "agents_see", limits)?,
            customers_see: read_all(self.customers_see, "customers_see", limits)?,
            we_record: read_all(self.we_record, "we_record", limits)?,
            history_across_channels: self.history_across_channels,
            case_number: self.case_number,
        })
    }
}

impl Wire<Item> for WireItem {
    fn write(item: &Item, policy: &Policy) -> Self {
        Self {
            name: item.name.clone(),
            sensitivity: item.sensitivity.map(WireSensitivity),
            only_on: write_all(&item.only_on, policy),
            source_system: item.source_system.clone(),
            keep_for: write_some(item.keep_for.as_ref(), policy),
        }
    }

    fn read(self, limits: &Limits) -> Result<Item, Fault> {
        Ok(Item {
            name: self.name,
            sensitivity: self.sensitivity.map(|sensitivity| sensitivity.0),
            only_on: read_all(self.only_on, "only_on", limits)?,
            source_system: self.source_system,
            keep_for: read_some(self.keep_for, "keep_for", limits)?,
        })
    }
}

/// What may be said where, as the brand says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Brand")]
pub(crate) struct WireConstraints {
    /// What may be said publicly.
    publicly: Vec<String>,
    /// What must go private.
    privately: Vec<String>,
}

impl Wire<Constraints> for WireConstraints {
    fn write(constraints: &Constraints, _: &Policy) -> Self {
        Self { publicly: constraints.publicly.clone(), privately: constraints.privately.clone() }
    }

    fn read(self, _: &Limits) -> Result<Constraints, Fault> {
        Ok(Constraints { publicly: self.publicly, privately: self.privately })
    }
}
