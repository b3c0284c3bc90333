//! Rules for which no contact was found by trying: what an exact look at all contacts says of them.

use crate::analysis::{Reach, Space, Spoken as Language, Witness as Shown, contacts_of_rules, reach};
use crate::engine::{Engine, Spoken};
use crate::policy::{Policy, RuleId};
use crate::stories::suggest::proposal::{Proposal, Reason};
use crate::stories::suggest::sketch::{Sketch, moment_at};
use crate::stories::suggest::witness::Witness;

/// Proposes a story for each of these rules, or says that there is none, and whether that is certain.
pub(crate) fn by_proof(proposal: &mut Proposal<'_>, rules: &[RuleId]) {
    if rules.is_empty() {
        return;
    }
    let engine = proposal.engine;
    let policy = engine.policy();
    let Ok(space) = Space::new(policy, &[]) else {
        rules.iter().for_each(|id| proposal.leave_out(Reason::Rule(*id), false));
        return;
    };
    let (contacts, reach) = (contacts_of_rules(&space), reach(&space));
    for id in rules {
        let shown = contacts.get(id.index()).and_then(Option::as_ref);
        let found = shown.and_then(|shown| told(engine, shown)).filter(|found| found.decision.rule == Some(*id));
        let name = policy.rule(*id).map_or("", |rule| rule.name.as_str());
        if !found.is_some_and(|found| proposal.add(Reason::Rule(*id), name, found)) {
            let never = matches!(reach.get(id.index()), Some(Reach::FitsNobody | Reach::Taken(_)));
            proposal.leave_out(Reason::Rule(*id), never);
        }
    }
}

fn told(engine: &Engine, shown: &Shown) -> Option<Witness> {
    let sketch = sketch(engine.policy(), shown)?;
    Witness::of(engine, sketch).filter(|found| found.contact.arrived == shown.at)
}

fn sketch(policy: &Policy, shown: &Shown) -> Option<Sketch> {
    Some(Sketch {
        contact_type: shown.contact_type,
        channel: shown.channel,
        customer: shown.customer,
        language: match shown.language {
            Language::Unknown => Spoken::Unknown,
            Language::Named(id) => Spoken::Named(id),
            Language::Other => Spoken::Other("another language".into()),
        },
        fields: shown.fields.iter().cloned().collect(),
        moment: moment_at(policy, shown.at)?,
    })
}
