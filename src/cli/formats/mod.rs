//! How findings, decisions and pages are written: the list of the formats of findings, and what they share.

mod ask_words;
mod brief;
mod decision_json;
mod decision_words;
mod format;
mod headline;
mod json;
mod look;
mod otherwise_words;
mod page;
pub(crate) mod plain;
mod record;
mod report;
mod slice_words;
mod snippet;
mod story_coverage;
mod story_json;
mod story_words;
mod suggestion_words;
mod test_words;
mod text;

#[cfg(test)]
mod tests;

pub(crate) use ask_words::{refusal as ask_refusal, remark as ask_remark};
pub(crate) use decision_json::{
    explained as explained_line, line as decision_line, pretty as decision_pretty, schema as decision_schema,
};
pub(crate) use decision_words::answer as decision_in_words;
pub(crate) use format::Format;
pub(crate) use json::schema as findings_schema;
pub(crate) use look::Look;
pub(crate) use page::{drawn as page_drawn, first_sentence as page_first_sentence};
pub(crate) use record::{pretty as json_pretty, undecided as undecided_line};
pub(crate) use report::Report;
pub(crate) use slice_words::{
    json as slice_json, refusal as slice_refusal, schema as slice_schema, table as slice_in_words,
};
pub(crate) use story_json::{schema as stories_schema, stories as stories_json};
pub(crate) use story_words::stories as stories_in_words;
pub(crate) use suggestion_words::suggestions as suggestions_in_words;
pub(crate) use text::write as findings_in_words;

/// The formats of findings: a new one is a file beside this and a line here.
pub(crate) const FORMATS: [Format; 3] = [text::FORMAT, brief::FORMAT, json::FORMAT];
