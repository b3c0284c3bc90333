//! Routing rules and agent groups in a file.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::bundle::fault::{Fault, Within};
use crate::bundle::wire::condition::WireTest;
use crate::bundle::wire::form::{Limits, Wire, not_set, read_all, read_some, write_all, write_some};
use crate::bundle::wire::hours::WireHours;
use crate::bundle::wire::promise::WireDuration;
use crate::bundle::wire::reference::WireRef;
use crate::bundle::wire::text::WireTime;
use crate::policy::{Action, Escalation, Group, OnDuty, People, Policy, Rule, Skill, Step, Teller, TimeOfDay};

/// A routing rule. Rules are tried from the top; the first that fits wins.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Rule")]
pub(crate) struct WireRule {
    /// The name.
    name: String,
    /// All of these must fit; none: every contact fits.
    when: Vec<WireTest>,
    /// The group that it goes to first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    send_to: Option<WireRef>,
    /// Where it goes next, on the promise clock.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    steps: Vec<WireStep>,
    /// Who is told when it waits.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    escalations: Vec<WireEscalation>,
    /// The priority; 1 is first. Missing: by the gravity of the contact type, 1 for critical to 4 for low.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    priority: Option<u32>,
    /// The skills that it needs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    needs: Vec<WireSkill>,
    /// How long it goes back to the person who answered before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    same_person_for: Option<WireDuration>,
    /// Whether no reply is needed.
    #[serde(default, skip_serializing_if = "not_set")]
    no_reply_needed: bool,
    /// Whether it moves to the private channel.
    #[serde(default, skip_serializing_if = "not_set")]
    private: bool,
    /// What must be captured first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    ask_for: Vec<String>,
}

/// A later destination.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Step")]
pub(crate) struct WireStep {
    /// After how long.
    after: WireDuration,
    /// Where to.
    group: WireRef,
    /// The needed skills that are dropped from here on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    without: Vec<String>,
}

/// Somebody is told.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Escalation")]
pub(crate) struct WireEscalation {
    /// After how long.
    after: WireDuration,
    /// Who.
    tell: WireTeller,
}

/// Who is told.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "Tell")]
pub(crate) enum WireTeller {
    /// An agent group.
    Group(WireRef),
    /// A person or role.
    Role(String),
}

/// A skill.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Skill")]
pub(crate) struct WireSkill {
    /// The name.
    name: String,
    /// The level, where it matters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    level: Option<String>,
}

impl Wire<Rule> for WireRule {
    fn write(rule: &Rule, policy: &Policy) -> Self {
        let action = &rule.action;
        Self {
            name: rule.name.clone(),
            when: write_all(&rule.tests, policy),
            send_to: write_some(action.send_to.as_ref(), policy),
            steps: write_all(&action.steps, policy),
            escalations: write_all(&action.escalations, policy),
            priority: action.priority,
            needs: write_all(&action.needs, policy),
            same_person_for: write_some(action.same_person_for.as_ref(), policy),
            no_reply_needed: action.no_reply_needed,
            private: action.private,
            ask_for: action.ask_for.clone(),
        }
    }

    fn read(self, limits: &Limits) -> Result<Rule, Fault> {
        let action = Action {
            send_to: read_some(self.send_to, "send_to", limits)?,
            steps: read_all(self.steps, "steps", limits)?,
            escalations: read_all(self.escalations, "escalations", limits)?,
            priority: self.priority,
            needs: read_all(self.needs, "needs", limits)?,
            same_person_for: read_some(self.same_person_for, "same_person_for", limits)?,
            no_reply_needed: self.no_reply_needed,
            private: self.private,
            ask_for: self.ask_for,
        };
        Ok(Rule { name: self.name, tests: read_all(self.when, "when", limits)?, action })
    }
}

impl Wire<Step> for WireStep {
    fn write(step: &Step, policy: &Policy) -> Self {
        Self {
            after: WireDuration::write(&step.after, policy),
            group: WireRef::write(&step.group, policy),
            without: step.without.clone(),
        }
    }

    fn read(self, limits: &Limits) -> Result<Step, Fault> {
        let group = self.group.read(limits).within("group")?;
        Ok(Step { after: self.after.read(limits)?, group, without: self.without })
    }
}

impl Wire<Escalation> for WireEscalation {
    fn write(escalation: &Escalation, policy: &Policy) -> Self {
        let tell = match &escalation.tell {
            Teller::Group(group) => WireTeller::Group(WireRef::write(group, policy)),
            Teller::Role(role) => WireTeller::Role(role.clone()),
        };
        Self { after: WireDuration::write(&escalation.after, policy), tell }
    }

    fn read(self, limits: &Limits) -> Result<Escalation, Fault> {
        let tell = match self.tell {
            WireTeller::Group(group) => Teller::Group(group.read(limits).within("group").within("tell")?),
            WireTeller::Role(role) => Teller::Role(role),
        };
        Ok(Escalation { after: self.after.read(limits)?, tell })
    }
}

impl Wire<Skill> for WireSkill {
    fn write(skill: &Skill, _: &Policy) -> Self {
        Self { name: skill.name.clone(), level: skill.level.clone() }
    }

    fn read(self, _: &Limits) -> Result<Skill, Fault> {
        Ok(Skill { name: self.name, level: self.level })
    }
}

/// An agent group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "AgentGroup")]
pub(crate) struct WireGroup {
    /// The name.
    name: String,
    /// How many people.
    people: WirePeople,
    /// When they are on duty. It moves no clock.
    on_duty: WireOnDuty,
    /// What they can do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    skills: Vec<WireSkill>,
    /// The languages they speak; missing: not said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    languages: Vec<WireRef>,
    /// How many contacts one of them handles at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    contacts_at_once: Option<u32>,
}

/// How many people a group has.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "People")]
pub(crate) enum WirePeople {
    /// The strategy does not say.
    NotSaid,
    /// The same number at any time.
    Number(u32),
    /// A number from each time of day on.
    ByTime(Vec<WireFrom>),
    /// As many as the promises need.
    AsNeeded,
}

/// A number of people from a time of day on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "PeopleFrom")]
pub(crate) struct WireFrom {
    /// From when.
    from: WireTime,
    /// How many.
    people: u32,
}

/// When a group is on duty.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "OnDuty")]
pub(crate) enum WireOnDuty {
    /// The strategy does not say.
    NotSaid,
    /// While any of these desks is open.
    Desks(Vec<WireRef>),
    /// At these hours.
    Hours(Box<WireHours>),
}

impl Wire<Group> for WireGroup {
    fn write(group: &Group, policy: &Policy) -> Self {
        Self {
            name: group.name.clone(),
            people: match &group.people {
                People::NotSaid => WirePeople::NotSaid,
                People::Number(number) => WirePeople::Number(*number),
                People::ByTime(list) => WirePeople::ByTime(write_all(list, policy)),
                People::AsNeeded => WirePeople::AsNeeded,
            },
            on_duty: match &group.on_duty {
                OnDuty::NotSaid => WireOnDuty::NotSaid,
                OnDuty::Desks(desks) => WireOnDuty::Desks(write_all(desks, policy)),
                OnDuty::Hours(hours) => WireOnDuty::Hours(Box::new(WireHours::write(hours, policy))),
            },
            skills: write_all(&group.skills, policy),
            languages: write_all(&group.languages, policy),
            contacts_at_once: group.contacts_at_once,
        }
    }

    fn read(self, limits: &Limits) -> Result<Group, Fault> {
        Ok(Group {
            name: self.name,
            people: match self.people {
                WirePeople::NotSaid => People::NotSaid,
                WirePeople::Number(number) => People::Number(number),
                WirePeople::ByTime(list) => People::ByTime(read_all(list, "by_time", limits).within("people")?),
                WirePeople::AsNeeded => People::AsNeeded,
            },
            on_duty: match self.on_duty {
                WireOnDuty::NotSaid => OnDuty::NotSaid,
                WireOnDuty::Desks(desks) => OnDuty::Desks(read_all(desks, "desks", limits).within("on_duty")?),
                WireOnDuty::Hours(hours) => {
                    OnDuty::Hours(Box::new(hours.read(limits).within("hours").within("on_duty")?))
                }
            },
            skills: read_all(self.skills, "skills", limits)?,
            languages: read_all(self.languages, "languages", limits)?,
            contacts_at_once: self.contacts_at_once,
        })
    }
}

impl Wire<(TimeOfDay, u32)> for WireFrom {
    fn write((from, people): &(TimeOfDay, u32), _: &Policy) -> Self {
        Self { from: WireTime(*from), people: *people }
    }

    fn read(self, _: &Limits) -> Result<(TimeOfDay, u32), Fault> {
        Ok((self.from.0, self.people))
    }
}
