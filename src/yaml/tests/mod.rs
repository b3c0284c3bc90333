//! Tests of the room, by subject.

mod faults;
mod help;
mod plain;
mod recovery;
