//! `frontdesk`: the compiler for customer access strategies.
pub mod bundle;
pub mod calendar;
pub mod cli;
pub mod compilation;
pub mod document;
pub mod engine;
pub mod lints;
pub mod measure;
pub mod notation;
pub mod policy;
pub mod source;
pub mod stories;
pub mod strategy;
pub mod worksheet;
pub mod yaml;
