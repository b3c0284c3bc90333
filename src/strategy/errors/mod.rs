//! Every sentence that reading and resolving may say: one function each, and the list of them all.

mod conditions;
mod faults;
mod finding;
mod header;
mod names;
mod phrases;
mod phrases_more;
mod phrases_time;
mod shape;
mod tables;

pub use conditions::{number_out_of_range, unknown_value, wrong_comparison};
pub use faults::{fault, loses_text};
pub use finding::ALL;
pub use header::{
    ends_before_it_begins, newer_format, no_sections, nothing_written, unknown_format, unknown_region, unknown_zone,
};
pub use names::{empty_kind, not_in_base, too_many, unknown_name, unusable_name};
pub use phrases::misread;
pub use shape::{
    capital_name, dashes_for_commas, dashes_for_names, described_twice, empty_value, keys_for_value, keys_missing,
    lone_dash, missing_required, unknown_key, unknown_section, unknown_word,
};
pub use tables::{
    first_heading, given_twice, heading_missing, ladder_not_rising, ragged_row, table_wanted, unknown_formula,
};
