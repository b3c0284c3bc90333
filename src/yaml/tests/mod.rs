//! Tests of the room, by subject.

mod plain;
