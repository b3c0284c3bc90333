//! The WHO / WHAT / WHEN / HOW self-check, answered from the data with evidence. Floor 4.

mod answer;
mod fill;
mod how;
mod json;
mod questions;
mod text;
mod view;
mod what;
mod when;
mod who;

pub use answer::{Answer, Evidence, Status};
pub use fill::{Worksheet, fill, fill_for};
pub use how::{CASE_NUMBER, speaks_of};
pub use json::{json, schema};
pub use questions::{Part, QUESTIONS, Question};
pub use text::text;
