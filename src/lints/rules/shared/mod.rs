//! What several lints ask of a strategy, and how they list names. No lint is in here.

pub(crate) mod absence;
pub(crate) mod arriving;
pub(crate) mod circles;
pub(crate) mod columns;
pub(crate) mod contests;
pub(crate) mod desks;
pub(crate) mod fitting;
pub(crate) mod guaranteed;
pub(crate) mod listing;
pub(crate) mod people;
pub(crate) mod pledges;
pub(crate) mod promised;
pub(crate) mod same_rules;
pub(crate) mod spoken;
pub(crate) mod standing;
pub(crate) mod telling;
pub(crate) mod uses;
pub(crate) mod week;
pub(crate) mod words_of_the_trade;
pub(crate) mod working_days;
