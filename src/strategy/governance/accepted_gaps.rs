//! Accepted gaps: findings that the team has decided to live with, for now.

use crate::calendar::Date;
use crate::notation;
use crate::policy::PolicyBuilder;
use crate::source::{Sink, Spanned};
use crate::strategy::field::{Field, Shape};
use crate::strategy::names::Names;
use crate::strategy::reader;
use crate::strategy::written::{Named, Written};
use crate::yaml::Entry;

/// The table of keys.
pub(crate) static FIELDS: &[Field] = &[Field::name(
    "the gap, in your own words",
    Shape::Keys(GAP),
    "A finding that the team has decided to live with: what, where, why, who, and until when.",
    "Number not published yet",
)];

static GAP: &[Field] = &[
    Field::new(
        "finding",
        Shape::Text,
        "The name of the finding, as it stands at the end of its message.",
        "critical-while-closed",
    ),
    Field::new("where", Shape::Text, "The place in words, as it stands in the message.", "Hours › Social desk"),
    Field::new("why", Shape::Text, "Why it is acceptable.", "an emergency number is published beside it"),
    Field::new("who", Shape::Text, "Who decided it.", "Priya Shah"),
    Field::new("until", Shape::Phrase("a date"), "Until when it is accepted.", "2027-06-30"),
];

/// An accepted gap. What is missing is reported by whoever applies the register.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GapModel {
    /// Its name, and everything written below it.
    pub head: Named,
    /// The name of the finding.
    pub finding: Option<Written>,
    /// The place in words.
    pub place: Option<Written>,
    /// Why.
    pub why: Option<Written>,
    /// Who.
    pub who: Option<Written>,
    /// Until when.
    pub until: Option<Spanned<Date>>,
}

/// The register.
#[derive(Debug, Clone, Default)]
pub struct AcceptedGapsModel {
    /// In the order written.
    pub gaps: Vec<GapModel>,
}

crate::strategy::component::component! {
    /// The part `accepted gaps`.
    AcceptedGaps = "accepted gaps", FIELDS, include_str!("accepted_gaps.md"), AcceptedGapsModel, AcceptedGapsModel;
    read, declare, resolve, lower
}

fn read(entry: &Entry, sink: &mut Sink) -> AcceptedGapsModel {
    let keys = reader::keys(entry, FIELDS, sink);
    let gaps = keys.names().map(|entry| {
        let keys = reader::keys(entry, GAP, sink);
        GapModel {
            finding: keys.text("finding", sink),
            place: keys.text("where", sink),
            why: keys.text("why", sink),
            who: keys.text("who", sink),
            until: keys.phrase("until", sink, notation::date),
            head: reader::named_with_why(entry, keys.note),
        }
    });
    AcceptedGapsModel { gaps: gaps.collect() }
}

fn declare(_: &AcceptedGapsModel, _: &mut Names, _: &mut Sink) {}

fn resolve(syntax: &AcceptedGapsModel, _: &Names, _: &mut Sink) -> AcceptedGapsModel {
    syntax.clone()
}

fn lower(_: &AcceptedGapsModel, _: &mut PolicyBuilder) {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::strategy::checks::try_part;

    #[test]
    fn an_entry_says_what_where_why_who_and_until_when() {
        let text = "\
accepted gaps:
  Number not published yet:
    finding: channel-without-address
    where: Channels › phone
    why: the number comes with the catalogue
    who: Priya Shah
    until: 2027-03-31
";
        let tried = try_part::<AcceptedGaps>(text);
        tried.is_clean();
        let gap = &tried.model.gaps[0];
        assert_eq!(gap.head.name, "Number not published yet");
        let texts =
            [&gap.finding, &gap.place, &gap.why, &gap.who].map(|written| written.as_ref().unwrap().text.as_str());
        let said = ["channel-without-address", "Channels › phone", "the number comes with the catalogue", "Priya Shah"];
        assert_eq!(texts, said);
        assert_eq!(gap.until.unwrap().value, Date::parse("2027-03-31").unwrap());
        assert_eq!(gap.head.facts.len(), 5, "the reason is printed too");
    }

    #[test]
    fn what_is_missing_is_left_to_the_register() {
        let tried = try_part::<AcceptedGaps>("accepted gaps:\n  Nobody measures it:\n    who: Priya Shah\n");
        tried.is_clean();
        let gap = &tried.model.gaps[0];
        assert_eq!((&gap.finding, &gap.why, gap.until), (&None, &None, None));
        assert!(gap.head.fact("until").is_none());
    }

    #[test]
    fn what_cannot_be_read_is_not_missing() {
        let text = "accepted gaps:\n  Nobody measures it:\n    until: 2027-02-30\n    why:\n    find: x\n";
        let tried = try_part::<AcceptedGaps>(text);
        let told: Vec<_> = tried.findings.iter().map(|finding| finding.finding.name).collect();
        assert_eq!(told, ["impossible-date", "empty-value", "unknown-key"]);
        let gap = &tried.model.gaps[0];
        assert_eq!(gap.until, None);
        assert!(gap.head.fact("until").is_some() && gap.head.fact("why").is_some(), "so that it is reported once");
    }
}
