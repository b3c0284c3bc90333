//! The door: commands, files, the terminal. Floor 7: knows `compilation` and nothing below it.

mod args;
mod command;
mod commands;
mod disk;
mod door;
mod formats;
mod gate;
mod lines;
mod mistakes;
mod outcome;
mod progress;
mod run;
mod runtime_files;
mod strategy_files;
mod surroundings;
mod templates;

pub use run::run;
