//! THE LIST of the sections of the document, in order. A new one is a file and two lines here.

use crate::document::block::Section;
use crate::document::content::Content;

mod accepted_gaps;
mod agent_groups;
mod brand;
mod channels;
mod collaboration;
mod contact_types;
mod customers;
mod deployment;
mod glossary;
mod guarantees;
mod hours;
mod information;
mod reading;
mod routing;
mod service_levels;
mod sign_off;
mod stakeholders;
mod stories;
mod worksheet;

/// Writes one section; `None` where it has nothing to say.
pub(crate) type Writer = fn(&Content<'_>) -> Option<Section>;

/// All sections.
pub(crate) static SECTIONS: &[Writer] = &[
    customers::write,
    contact_types::write,
    channels::write,
    hours::write,
    service_levels::write,
    routing::write,
    agent_groups::write,
    information::write,
    collaboration::write,
    deployment::write,
    stakeholders::write,
    brand::write,
    guarantees::write,
    worksheet::write,
    accepted_gaps::write,
    stories::write,
    glossary::write,
    sign_off::write,
    reading::write,
];
