//! The runtime config as it stands in a file: structs of its own, so that the policy can change without breaking readers.

mod condition;
mod form;
mod hours;
mod information;
mod objective;
mod place;
mod promise;
mod reference;
mod routing;
mod status;
mod text;
mod who;
mod whole;
mod word;

pub(crate) use form::Limits;
pub(crate) use place::WirePlace;
pub(crate) use whole::{WireBundle, WirePolicy};
