//! The whole program, run as people run it.

mod asked;
mod commands;
mod files;
mod help;
mod left_out;
mod many;
mod refusals;
mod runs;
mod suggested;
mod tested;
