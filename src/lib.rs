//! `frontdesk`: the compiler for customer access strategies.
pub mod bundle;
pub mod calendar;
pub mod engine;
pub mod measure;
pub mod notation;
pub mod policy;
pub mod source;
pub mod yaml;
