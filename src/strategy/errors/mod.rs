//! Every sentence that reading and resolving may say: one function each, and the list of them all.

mod faults;
mod finding;
mod names;
mod phrases;
mod shape;

pub use faults::fault;
pub use finding::ALL;
pub use names::{empty_kind, too_many, unknown_name, unusable_name};
pub use phrases::misread;
pub use shape::{
    dashes_for_commas, dashes_for_names, described_twice, empty_value, keys_for_value, keys_missing, lone_dash,
    missing_required, unknown_key, unknown_word,
};
