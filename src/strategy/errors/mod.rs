//! Every sentence that reading and resolving may say: one function each, and the list of them all.

mod claims;
mod conditions;
mod dash;
mod faults;
mod finding;
mod header;
mod names;
mod overlay;
mod parts;
mod phrases;
mod phrases_more;
mod phrases_time;
mod routing;
mod said;
mod shape;
mod tables;
mod who;

pub use claims::{
    circular_term, empty_guarantee, reserved_value, same_without_comparison, when_and_compare, wrong_built_in_field,
};
pub use conditions::{
    number_out_of_range, test_without_unit, unit_of_a_number, unknown_day, unknown_value, wrong_comparison,
};
pub use dash::lone_dash;
pub use faults::{fault, loses_text, pasted_cell};
pub use finding::{ALL, is_of_text};
pub use header::{
    ends_before_it_begins, newer_format, no_sections, nothing_written, parted_by_semicolons, unknown_format,
    unknown_region, unknown_zone,
};
pub use names::{
    empty_kind, instead_of_hashtag, removed_name, several_channels, too_many, too_many_below, unknown_name,
    unusable_name,
};
pub use overlay::{
    added_already_there, added_and_removed, added_without_condition, base_included, before_each_other,
    changed_and_removed, changes_nothing, circular_files, file_named_twice, missing_file, not_in_base,
    nothing_to_remove, second_base, second_time, too_many_bases, unclear_mark, unknown_place,
};
pub use parts::{misread_parts, push_misread, push_misread_parts};
pub use phrases::misread;
pub use routing::{
    first_heading_of_rules, impossible_condition, no_names_of_rules, no_rule_table, priority_from_one,
    rule_table_fault, rule_without_target, same_person_without_unit, step_without_group, steps_out_of_order,
    tests_as_headings, unnamed_row,
};
pub use shape::{
    colon_left_out, dashes_for_commas, dashes_for_names, dashes_without_names, described_twice, empty_routing,
    empty_section, empty_value, keep_without_unit, keys_for_value, keys_missing, listed_twice, missing_required,
    names_on_one_line, none_at_once, other_name_of_section, promise_without_table, read_otherwise, unknown_key,
    unknown_question, unknown_section, unknown_section_at_top, unknown_word,
};
pub use tables::{
    always_with_people, first_heading, given_twice, heading_missing, ladder_not_rising, no_aim, row_without_name,
    season_dates_differ, table_fault, table_wanted, too_many_objectives, too_many_promises, unknown_formula,
};
pub use who::{
    circular_recognition, early_catch_all_segment, missing_kind, name_of_several, nested_part, no_catch_all_segment,
    other_kind_than_name, part_of_itself, reply_condition, second_catch_all, several_private_channels,
};
