//! THE LIST of the ten components, in the order of the book. A new one is a folder and two lines here.

pub mod agent_groups;
pub mod channels;
pub mod collaboration;
pub mod contact_types;
pub mod customers;
pub mod deployment;
pub mod hours;
pub mod information;
pub mod routing;
pub mod service_levels;

crate::strategy::parts::parts! {
    /// The ten components as written.
    ComponentsSyntax;
    /// The ten components as meant.
    Components;
    customers: customers::Customers,
    contact_types: contact_types::ContactTypes,
    channels: channels::Channels,
    hours: hours::Hours,
    service_levels: service_levels::ServiceLevels,
    routing: routing::Routing,
    agent_groups: agent_groups::AgentGroups,
    information: information::Information,
    collaboration: collaboration::Collaboration,
    deployment: deployment::Deployment,
}
