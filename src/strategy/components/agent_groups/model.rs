//! Agent groups as meant.

use crate::measure::Share;
use crate::notation::{self, Mix, People, Skill, WeeklyPhrase};
use crate::policy::{DeskId, GroupId, LanguageId};
use crate::source::{Sink, Spanned};
use crate::strategy::components::agent_groups::syntax::{AgentGroupsSyntax, GroupSyntax, NewOrExisting};
use crate::strategy::errors;
use crate::strategy::names::{NameKind, Names};
use crate::strategy::written::{Named, Written};

/// All groups as meant.
#[derive(Debug, Clone, Default)]
pub struct AgentGroupsModel {
    /// In the order written.
    pub groups: Vec<GroupModel>,
}

/// A group as meant.
#[derive(Debug, Clone, Default)]
pub struct GroupModel {
    /// Its name, and everything written below it.
    pub head: Named,
    /// How many people.
    pub people: Option<Spanned<People>>,
    /// When they are on duty.
    pub on_duty: OnDutyModel,
    /// What they can do.
    pub skills: Vec<Skill>,
    /// The languages.
    pub languages: Vec<Spanned<LanguageId>>,
    /// Dedicated, or blended with what.
    pub mix: Option<Spanned<Mix>>,
    /// How many contacts one handles at once.
    pub contacts_at_once: Option<Spanned<u32>>,
    /// The share of paid time not at hand.
    pub shrinkage: Option<Spanned<Share>>,
    /// The largest share of time in contacts.
    pub occupancy_at_most: Option<Spanned<Share>>,
    /// Who leads them.
    pub lead: Option<Written>,
    /// Who stands in for them.
    pub backup: Option<Spanned<GroupId>>,
    /// Whether the group has to be built.
    pub new_or_existing: Option<Spanned<NewOrExisting>>,
    /// What is hired for; `Some` of an empty list for `none`.
    pub hire: Option<Vec<Written>>,
    /// What is hoped for.
    pub hope: Option<Vec<Written>>,
    /// What is trained.
    pub train: Option<Vec<Written>>,
    /// The programs.
    pub tools: Vec<Written>,
    /// Where they work.
    pub site: Option<Written>,
    /// Whether a name or the hours have no meaning, which has been reported.
    pub incomplete: bool,
}

/// When a group is on duty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum OnDutyModel {
    /// The strategy does not say, or what it says has no meaning.
    #[default]
    NotSaid,
    /// While any of these desks is open.
    Desks(Vec<Spanned<DeskId>>),
    /// At hours of its own.
    Hours(Spanned<WeeklyPhrase>),
}

impl AgentGroupsModel {
    /// The group of that number.
    #[must_use]
    pub fn get(&self, id: GroupId) -> Option<&GroupModel> {
        self.groups.get(id.index())
    }
}

/// Gives the names their meaning.
pub(super) fn resolve(syntax: &AgentGroupsSyntax, names: &Names, sink: &mut Sink) -> AgentGroupsModel {
    let declared = |group: &&GroupSyntax| names.number(NameKind::Group, &group.head.name).is_some();
    let groups = syntax.groups.iter().filter(declared);
    AgentGroupsModel { groups: groups.map(|group| resolve_group(group, names, sink)).collect() }
}

fn resolve_group(group: &GroupSyntax, names: &Names, sink: &mut Sink) -> GroupModel {
    let on_duty = group.hours.as_ref().map(|written| resolve_hours(written, names, sink));
    let language = |written: &Written| {
        let number = names.number(NameKind::Language, &written.text)?;
        Some(Spanned::new(LanguageId(number), written.span))
    };
    let backup = group.backup.as_ref().and_then(|written| {
        let number = names.find(NameKind::Group, &written.spanned(), sink)?;
        Some(Spanned::new(GroupId(number), written.span))
    });
    GroupModel {
        head: group.head.clone(),
        people: group.people.clone(),
        incomplete: matches!(on_duty, Some(None)),
        on_duty: on_duty.flatten().unwrap_or_default(),
        skills: group.skills.clone(),
        languages: group.languages.iter().filter_map(language).collect(),
        mix: group.mix.clone(),
        contacts_at_once: group.contacts_at_once,
        shrinkage: group.shrinkage,
        occupancy_at_most: group.occupancy_at_most,
        lead: group.lead.clone(),
        backup,
        new_or_existing: group.new_or_existing,
        hire: group.hire.clone(),
        hope: group.hope.clone(),
        train: group.train.clone(),
        tools: group.tools.clone(),
        site: group.site.clone(),
    }
}

/// Desks, or else hours. What names a desk is a list of desks; what looks like hours and cannot be read as such is
/// reported as hours.
fn resolve_hours(written: &Written, names: &Names, sink: &mut Sink) -> Option<OnDutyModel> {
    let listed = notation::list(written.excerpt());
    let is_desk = |name: &Spanned<String>| names.number(NameKind::Desk, &name.value).is_some();
    let some_desk = listed.as_ref().is_ok_and(|list| list.iter().any(is_desk));
    if !some_desk {
        match notation::hours_each(written.excerpt()) {
            Ok(hours) => return Some(OnDutyModel::Hours(Spanned::new(hours, written.span))),
            Err(parts) if looks_like_hours(&written.text) => {
                errors::push_misread_parts(&parts, "hours", written, sink);
                return None;
            }
            Err(_) => {}
        }
    }
    match listed {
        Ok(list) => {
            let mut desks = Vec::new();
            for name in &list {
                let number = names.find(NameKind::Desk, name, sink)?;
                desks.push(Spanned::new(DeskId(number), name.span));
            }
            Some(OnDutyModel::Desks(desks))
        }
        Err(misread) => {
            sink.push(errors::misread(&misread, "hours", written));
            None
        }
    }
}

/// Whether a text was meant as hours: it has digits, and a colon among them or a word for days before them.
fn looks_like_hours(text: &str) -> bool {
    const DAYS: [&str; 10] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun", "every day", "daily", "weekdays"];
    let plain = text.to_lowercase();
    let digits = plain.contains(|letter: char| letter.is_ascii_digit());
    digits && (plain.contains(':') || plain.contains("24/7") || DAYS.iter().any(|day| plain.starts_with(day)))
}
