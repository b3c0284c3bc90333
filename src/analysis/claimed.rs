//! Claims in words, as the language writes them, and what happens instead to a contact that breaks one.

use crate::analysis::verdict::Counterexample;
use crate::analysis::witness::Witness;
use crate::policy::{Action, Cell, Claim, GroupId, Index, Mode, Policy, ReplyNeed, Rule};

/// A claim as it is written under `always` or `never`: `answered by Safety desk`.
#[must_use]
pub fn claim_in_words(policy: &Policy, claim: &Claim) -> String {
    let name = |group: &GroupId| policy.group(*group).map_or("", |group| group.name.as_str());
    match claim {
        Claim::SentTo(group) => format!("sent to {}", name(group)),
        Claim::AnsweredBy(group) => format!("answered by {}", name(group)),
        Claim::Reaches(group) => format!("reaches {}", name(group)),
        Claim::PromiseAtMost(length) => format!("promise at most {length}"),
        Claim::PromiseAtMostTheSame => "promise at most the same".to_owned(),
        Claim::PriorityAtLeast(least) => format!("priority at least {least}"),
        Claim::SomebodyAnswers => "somebody answers".to_owned(),
    }
}

impl Counterexample {
    /// The contact, what happens to it, and what the guarantee says, as sentences.
    #[must_use]
    pub fn told(&self, policy: &Policy) -> String {
        let contact = self.contact.told(policy);
        let claim = claim_in_words(policy, &self.claim);
        let said = if self.never { "rules out" } else { "asks for" };
        let guarantee = format!("The guarantee {said} \"{claim}\".");
        match &self.compared {
            Some(other) => {
                let index = Index::new(policy);
                let promised = |contact: &Witness| promised(policy, &index, contact);
                let (one, two) = (promised(&self.contact), promised(other));
                format!("{contact}: {one}. {}: {two}. {guarantee}", other.told(policy))
            }
            None => format!("{contact}. {} {guarantee}", self.happens(policy)),
        }
    }

    /// What happens to the contact in the matter of the claim, as one sentence.
    fn happens(&self, policy: &Policy) -> String {
        let rule = self.rule.and_then(|rule| policy.rule(rule));
        match &self.claim {
            Claim::PromiseAtMost(_) | Claim::PromiseAtMostTheSame => {
                let promised = promised(policy, &Index::new(policy), &self.contact);
                let mut letters = promised.chars();
                let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
                format!("{first}{}.", letters.as_str())
            }
            Claim::PriorityAtLeast(_) => priority(policy, rule, &self.contact),
            Claim::SomebodyAnswers => rule.map_or_else(no_rule, |rule| {
                answered(policy, rule, &self.contact).unwrap_or_else(|| sent(policy, rule))
            }),
            Claim::SentTo(_) | Claim::AnsweredBy(_) | Claim::Reaches(_) => {
                rule.map_or_else(no_rule, |rule| sent(policy, rule))
            }
        }
    }
}

fn no_rule() -> String {
    "No rule fits it, so nobody answers.".to_owned()
}

/// What the table promises: `it is promised "80% in 1 h"`.
fn promised(policy: &Policy, index: &Index, contact: &Witness) -> String {
    let date = policy.time_zone.local(contact.at).date;
    match index.promised(policy, contact.customer, contact.contact_type, contact.channel, date) {
        Some(Cell::Promise(promise)) => {
            let written = policy.promise(promise).map_or("", |promise| promise.written.as_str());
            format!("it is promised \"{written}\"")
        }
        Some(Cell::Always) => "it is always answered at once".to_owned(),
        Some(Cell::NoPromise) => "it has no promise".to_owned(),
        Some(Cell::NotOffered) => "it is not offered, so nothing is promised".to_owned(),
        None => "nothing is said of a promise".to_owned(),
    }
}

fn priority(policy: &Policy, rule: Option<&Rule>, contact: &Witness) -> String {
    let Some(rule) = rule else { return no_rule() };
    match rule.action.priority {
        Some(priority) => format!("The rule \"{}\" gives it the priority {priority}.", rule.name),
        None => {
            let contact_type = policy.contact_type(contact.contact_type);
            let gravity = contact_type.map(|found| found.gravity).unwrap_or_default();
            format!("Its gravity gives it the priority {}.", gravity.priority())
        }
    }
}

/// Why nobody answers although a rule fits; none where the rule itself is why.
fn answered(policy: &Policy, rule: &Rule, contact: &Witness) -> Option<String> {
    if rule.action.no_reply_needed || rule.action.send_to.is_none() {
        return None;
    }
    let channel = policy.channel(contact.channel)?;
    let contact_type = policy.contact_type(contact.contact_type)?;
    if channel.mode == Mode::Listen {
        return Some(format!("The channel \"{}\" is only read.", channel.name));
    }
    (contact_type.reply.need == ReplyNeed::Never).then(|| format!("\"{}\" gets no reply.", contact_type.name))
}

/// Where a rule sends a contact, step by step.
fn sent(policy: &Policy, rule: &Rule) -> String {
    let name = |group: GroupId| policy.group(group).map_or("", |group| group.name.as_str());
    let Action { send_to, steps, no_reply_needed, .. } = &rule.action;
    match send_to {
        Some(_) | None if *no_reply_needed => format!("By the rule \"{}\" it needs no reply.", rule.name),
        None => format!("The rule \"{}\" sends it to nobody.", rule.name),
        Some(group) => {
            let later = steps.iter().map(|step| format!(", after {} to \"{}\"", step.after, name(step.group)));
            format!("The rule \"{}\" sends it to \"{}\"{}.", rule.name, name(*group), later.collect::<String>())
        }
    }
}
