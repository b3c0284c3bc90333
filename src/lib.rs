//! `frontdesk`: the compiler for customer access strategies.
//!
//! The promise of this crate is [`compilation`] and [`cli::run`]. The other rooms are public so that tests can look into
//! them; they may change with every version.
#![doc = ""]
#![doc = include_str!("../docs/ARCHITECTURE.md")]

#[doc(hidden)]
pub mod analysis;
#[doc(hidden)]
pub mod bundle;
#[doc(hidden)]
pub mod calendar;
pub mod cli;
pub mod compilation;
#[doc(hidden)]
pub mod document;
#[doc(hidden)]
pub mod engine;
#[doc(hidden)]
pub mod lints;
#[doc(hidden)]
pub mod measure;
#[doc(hidden)]
pub mod notation;
#[doc(hidden)]
pub mod policy;
#[doc(hidden)]
pub mod source;
#[doc(hidden)]
pub mod stories;
#[doc(hidden)]
pub mod strategy;
#[doc(hidden)]
pub mod worksheet;
#[doc(hidden)]
pub mod yaml;
