//! One test binary: the house rules, the cases, the pages, the examples, and a few runs of the whole program.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::disallowed_methods,
    reason = "a test that falls over is a test that fails, and tests stand outside the house"
)]

mod architecture;
mod bless;
mod cases;
mod cli;
mod contradictions;
mod document;
mod every_key;
mod examples;
mod faults;
mod generated;
mod hostile;
mod key_examples;
mod near_misses;
mod oracle;
mod overlays;
mod pages;
mod repairs;
mod sentences;
mod support;
mod tokens;
mod voice;
mod worksheet;
