//! Text to a tree that forgets nothing. The only room that knows a YAML crate. Faults are data; words are made above.

mod anchors;
mod bytes;
mod events;
mod fault;
mod frames;
mod hand;
mod line;
mod mistaken;
mod onward;
mod polish;
mod reading;
mod settle;
mod tree;
mod value;

#[cfg(test)]
mod tests;

pub use bytes::{BytesFault, SIZE_LIMIT, read_bytes_check};
pub use fault::{Fault, FaultKind, Reserved};
pub use reading::read;
pub use tree::{Comment, Entry, Node, Scalar, Style, Tree, Value};
