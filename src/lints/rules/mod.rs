//! THE LIST of the lints. A new one is a file, its page, and two lines here.

use crate::lints::lint::Lint;

mod analysis_incomplete;
mod automation_without_a_person;
mod average_for_work_that_waits;
mod averages_only;
mod backup_of_itself;
mod blank_promise;
mod blocked_not_counted;
mod business_unit_not_told;
mod calendar_days_on_a_closing_desk;
mod channel_nobody_prefers;
mod channel_on_two_desks;
mod channel_without_address;
mod channel_without_column;
mod channel_without_desk;
mod closed_and_special;
mod closes_without_a_word;
mod contact_passed_round;
mod contact_type_share_missing;
mod contact_type_shares_off;
mod contact_type_without_row;
mod critical_while_closed;
mod customer_share_missing;
mod customer_shares_off;
mod dashes_everywhere;
mod date_before_strategy;
mod desk_never_answers;
mod desk_never_asked;
mod duty_not_said;
mod every_contact_at_once;
mod exception_changes_nothing;
mod few_people_alone;
mod field_not_captured;
mod fixed_offset_zone;
mod formula_not_said;
mod group_lacks_language;
mod group_lacks_skill;
mod group_never_there;
mod group_out_of_reach;
mod group_without_people;
mod guarantee_about_nobody;
mod guarantee_fails;
mod guarantee_not_proven;
mod handle_time_missing;
mod help_leads_back;
mod holidays_end_before_strategy;
mod investment_not_said;
mod keep_for_not_said;
mod knowledge_by_channel;
mod knowledge_not_said;
mod language_nobody_speaks;
mod launch_date_passed;
mod launch_in_freeze;
mod listening_without_notice;
mod long_menu;
mod long_wait_without_a_way_out;
mod low_type_at_once_only;
mod metric_without_audience;
mod metric_without_rhythm;
mod milestone_passed;
mod missing_component;
mod name_with_and;
mod night_cut_by_date;
mod no_abandonment_limit;
mod no_accessible_channel;
mod no_approver;
mod no_business_unit;
mod no_case_number;
mod no_catch_all_rule;
mod no_complaint_type;
mod no_emergency_type;
mod no_everything_else_type;
mod no_history_across_channels;
mod no_lead;
mod no_plan_owner;
mod no_reply_but_escalated;
mod no_routing;
mod no_urgent_way;
mod nobody_keeps_the_thread;
mod nothing_for_customers;
mod objectives_contradict;
mod occupancy_too_high;
mod older_than_its_basis;
mod one_minute_gap;
mod one_owner_for_all;
mod one_promise_for_all;
mod only_speed_measured;
mod order_decides;
mod order_not_said;
mod overlapping_hours;
mod overlapping_seasons;
mod own_row_replaced;
mod owner_of_missing_section;
mod owner_without_update;
mod people_not_said;
mod period_not_said;
mod person_left_open;
mod plan_owner_not_one;
mod planned_channel_in_use;
mod preferred_channel_not_live;
mod priority_against_gravity;
mod private_messages_elsewhere;
mod private_without_a_channel;
mod promise_for_some_only;
mod promise_nobody_can_claim;
mod promise_where_excluded;
mod promise_where_only_read;
mod promise_without_reply;
mod promises_not_measured;
mod promises_without_approver;
mod public_holidays_not_said;
mod public_without_private;
mod public_without_triage;
mod public_writing_not_a_skill;
mod quality_skips_channels;
mod reason_not_recorded;
mod recognition_not_recorded;
mod recording_without_end;
mod reply_always_but_none;
mod retired_channel_in_use;
mod retirement_not_said;
mod rule_after_catch_all;
mod rule_changes_nothing;
mod rule_never_wins;
mod rule_partly_taken;
mod rule_twice;
mod rules_to_merge;
mod same_address;
mod same_recognition;
mod same_skills_apart;
mod secret_in_public;
mod section_without_owner;
mod segment_never_recognised;
mod shared;
mod similar_type_names;
mod single_channel_for_critical;
mod skill_in_two_lists;
mod skill_nobody_has;
mod slow_promise_on_a_live_channel;
mod social_comes_later;
mod social_promised_less;
mod social_when_idle;
mod solved_before_answered;
mod staffed_while_closed;
mod stale_component;
mod step_before_people;
mod step_lacks_skill;
mod step_to_the_same_group;
mod step_while_nobody_is_there;
mod steps_never_reached;
mod story_not_met;
mod strategy_expired;
mod strategy_review_not_said;
mod type_on_no_channel;
mod unknown_regulation;
mod unused_channel;
mod unused_desk;
mod unused_field;
mod unused_group;
mod unused_season;
mod unused_segment;
mod unused_term;
mod unusual_number_of_types;
mod update_in_future;
mod urgent_type_on_slow_channels_only;
mod vulnerable_not_considered;
mod working_days_always_open;
mod working_days_without_holidays;
mod worksheet_open;

/// All lints, in the order of the book.
pub static LINTS: &[&Lint] = &[
    &unused_segment::LINT,
    &same_recognition::LINT,
    &segment_never_recognised::LINT,
    &language_nobody_speaks::LINT,
    &vulnerable_not_considered::LINT,
    &recognition_not_recorded::LINT,
    &preferred_channel_not_live::LINT,
    &customer_shares_off::LINT,
    &customer_share_missing::LINT,
    &contact_type_shares_off::LINT,
    &contact_type_share_missing::LINT,
    &no_complaint_type::LINT,
    &no_emergency_type::LINT,
    &no_everything_else_type::LINT,
    &unusual_number_of_types::LINT,
    &similar_type_names::LINT,
    &urgent_type_on_slow_channels_only::LINT,
    &low_type_at_once_only::LINT,
    &no_business_unit::LINT,
    &type_on_no_channel::LINT,
    &dashes_everywhere::LINT,
    &handle_time_missing::LINT,
    &reply_always_but_none::LINT,
    &channel_without_address::LINT,
    &channel_without_desk::LINT,
    &unused_channel::LINT,
    &same_address::LINT,
    &automation_without_a_person::LINT,
    &long_menu::LINT,
    &recording_without_end::LINT,
    &public_without_private::LINT,
    &private_messages_elsewhere::LINT,
    &listening_without_notice::LINT,
    &no_accessible_channel::LINT,
    &launch_date_passed::LINT,
    &retired_channel_in_use::LINT,
    &planned_channel_in_use::LINT,
    &single_channel_for_critical::LINT,
    &channel_nobody_prefers::LINT,
    &critical_while_closed::LINT,
    &public_holidays_not_said::LINT,
    &closes_without_a_word::LINT,
    &overlapping_hours::LINT,
    &overlapping_seasons::LINT,
    &desk_never_answers::LINT,
    &date_before_strategy::LINT,
    &night_cut_by_date::LINT,
    &staffed_while_closed::LINT,
    &fixed_offset_zone::LINT,
    &one_minute_gap::LINT,
    &closed_and_special::LINT,
    &unused_desk::LINT,
    &desk_never_asked::LINT,
    &holidays_end_before_strategy::LINT,
    &working_days_without_holidays::LINT,
    &working_days_always_open::LINT,
    &channel_on_two_desks::LINT,
    &average_for_work_that_waits::LINT,
    &slow_promise_on_a_live_channel::LINT,
    &every_contact_at_once::LINT,
    &formula_not_said::LINT,
    &period_not_said::LINT,
    &no_abandonment_limit::LINT,
    &one_promise_for_all::LINT,
    &solved_before_answered::LINT,
    &promises_without_approver::LINT,
    &blocked_not_counted::LINT,
    &blank_promise::LINT,
    &channel_without_column::LINT,
    &contact_type_without_row::LINT,
    &calendar_days_on_a_closing_desk::LINT,
    &unknown_regulation::LINT,
    &unused_season::LINT,
    &objectives_contradict::LINT,
    &promise_where_only_read::LINT,
    &own_row_replaced::LINT,
    &exception_changes_nothing::LINT,
    &promise_without_reply::LINT,
    &promise_where_excluded::LINT,
    &promise_for_some_only::LINT,
    &promise_nobody_can_claim::LINT,
    &social_promised_less::LINT,
    &no_catch_all_rule::LINT,
    &rule_after_catch_all::LINT,
    &skill_nobody_has::LINT,
    &group_lacks_skill::LINT,
    &group_lacks_language::LINT,
    &step_lacks_skill::LINT,
    &priority_against_gravity::LINT,
    &order_not_said::LINT,
    &nobody_keeps_the_thread::LINT,
    &field_not_captured::LINT,
    &step_to_the_same_group::LINT,
    &social_comes_later::LINT,
    &contact_passed_round::LINT,
    &help_leads_back::LINT,
    &steps_never_reached::LINT,
    &step_while_nobody_is_there::LINT,
    &rule_twice::LINT,
    &rule_never_wins::LINT,
    &rule_partly_taken::LINT,
    &rule_changes_nothing::LINT,
    &rules_to_merge::LINT,
    &order_decides::LINT,
    &analysis_incomplete::LINT,
    &step_before_people::LINT,
    &private_without_a_channel::LINT,
    &no_reply_but_escalated::LINT,
    &long_wait_without_a_way_out::LINT,
    &public_without_triage::LINT,
    &unused_group::LINT,
    &group_out_of_reach::LINT,
    &group_without_people::LINT,
    &group_never_there::LINT,
    &few_people_alone::LINT,
    &people_not_said::LINT,
    &no_lead::LINT,
    &occupancy_too_high::LINT,
    &same_skills_apart::LINT,
    &social_when_idle::LINT,
    &duty_not_said::LINT,
    &public_writing_not_a_skill::LINT,
    &skill_in_two_lists::LINT,
    &backup_of_itself::LINT,
    &no_history_across_channels::LINT,
    &secret_in_public::LINT,
    &keep_for_not_said::LINT,
    &no_case_number::LINT,
    &reason_not_recorded::LINT,
    &nothing_for_customers::LINT,
    &knowledge_not_said::LINT,
    &knowledge_by_channel::LINT,
    &promises_not_measured::LINT,
    &metric_without_audience::LINT,
    &metric_without_rhythm::LINT,
    &business_unit_not_told::LINT,
    &no_urgent_way::LINT,
    &quality_skips_channels::LINT,
    &only_speed_measured::LINT,
    &averages_only::LINT,
    &strategy_review_not_said::LINT,
    &no_approver::LINT,
    &investment_not_said::LINT,
    &launch_in_freeze::LINT,
    &retirement_not_said::LINT,
    &milestone_passed::LINT,
    &no_plan_owner::LINT,
    &plan_owner_not_one::LINT,
    &person_left_open::LINT,
    &section_without_owner::LINT,
    &owner_without_update::LINT,
    &update_in_future::LINT,
    &stale_component::LINT,
    &one_owner_for_all::LINT,
    &missing_component::LINT,
    &no_routing::LINT,
    &owner_of_missing_section::LINT,
    &unused_term::LINT,
    &unused_field::LINT,
    &strategy_expired::LINT,
    &name_with_and::LINT,
    &older_than_its_basis::LINT,
    &guarantee_fails::LINT,
    &guarantee_about_nobody::LINT,
    &guarantee_not_proven::LINT,
    &story_not_met::LINT,
    &worksheet_open::LINT,
];
