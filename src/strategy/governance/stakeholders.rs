//! Stakeholders: who has a say, in which role, from which function.

use crate::policy::PolicyBuilder;
use crate::source::Sink;
use crate::strategy::field::{Field, Shape};
use crate::strategy::names::Names;
use crate::strategy::reader;
use crate::strategy::written::{Named, Note, Written};
use crate::yaml::Entry;

/// The table of keys.
pub(crate) static FIELDS: &[Field] = &[Field::name(
    "a person or group",
    Shape::Phrase("a role and a function"),
    "A stakeholder: their role in the strategy and, after the last comma, the function they come from.",
    "sponsor, Marketing",
)];

/// A stakeholder.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StakeholderModel {
    /// Who.
    pub head: Named,
    /// In which role.
    pub role: Option<Written>,
    /// From which function.
    pub function: Option<Written>,
}

/// All stakeholders.
#[derive(Debug, Clone, Default)]
pub struct StakeholdersModel {
    /// In the order written.
    pub people: Vec<StakeholderModel>,
}

crate::strategy::component::component! {
    /// The part `stakeholders`.
    Stakeholders = "stakeholders", FIELDS, include_str!("stakeholders.md"), StakeholdersModel, StakeholdersModel;
    read, declare, resolve, lower
}

fn read(entry: &Entry, sink: &mut Sink) -> StakeholdersModel {
    let keys = reader::keys(entry, FIELDS, sink);
    let people = keys.names().map(|entry| {
        let (role, function) = reader::text(entry, sink).map_or((None, None), |written| parts(&written));
        StakeholderModel { head: reader::named(entry, Note::default()), role, function }
    });
    StakeholdersModel { people: people.collect() }
}

/// The role, and after the last comma the function.
fn parts(written: &Written) -> (Option<Written>, Option<Written>) {
    let excerpt = written.excerpt();
    let Some(comma) = written.text.rfind(", ") else { return (Some(written.clone()), None) };
    let (role, function) = (excerpt.piece(0, comma), excerpt.piece(comma + 1, written.text.len()));
    (Some(Written::from(role)), Some(Written::from(function)))
}

fn declare(_: &StakeholdersModel, _: &mut Names, _: &mut Sink) {}

fn resolve(syntax: &StakeholdersModel, _: &Names, _: &mut Sink) -> StakeholdersModel {
    syntax.clone()
}

fn lower(_: &StakeholdersModel, _: &mut PolicyBuilder) {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::strategy::checks::try_part;

    #[test]
    fn the_function_stands_after_the_last_comma() {
        let text = "\
stakeholders:
  Priya Shah: accountable, Customer Care
  Dana Okafor: sponsor, with a vote, Marketing
  Works council: adviser
";
        let tried = try_part::<Stakeholders>(text);
        tried.is_clean();
        let text = |written: &Option<Written>| written.as_ref().map(|written| written.text.clone()).unwrap_or_default();
        let people: Vec<_> = tried.model.people.iter().map(|it| (text(&it.role), text(&it.function))).collect();
        let said = [("accountable", "Customer Care"), ("sponsor, with a vote", "Marketing"), ("adviser", "")];
        assert_eq!(people, said.map(|(role, function)| (role.to_owned(), function.to_owned())));
        assert_eq!(tried.model.people[1].head.name, "Dana Okafor");
    }

    #[test]
    fn a_person_is_described_once_and_says_something() {
        let text = "stakeholders:\n  Priya Shah: accountable, Care\n  Priya Shah: sponsor, Care\n  Dana Okafor:\n";
        let tried = try_part::<Stakeholders>(text);
        let told: Vec<_> = tried.findings.iter().map(|finding| (finding.finding.name, &*finding.headline)).collect();
        assert_eq!(
            told,
            [
                ("described-twice", "\"Priya Shah\" is described twice."),
                ("empty-value", "\"Dana Okafor\" has nothing after its colon."),
            ]
        );
    }
}
