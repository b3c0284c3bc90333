//! Tests of the room, by subject.

mod bytes;
mod faults;
mod help;
mod hostile;
mod plain;
mod property;
mod recovery;
