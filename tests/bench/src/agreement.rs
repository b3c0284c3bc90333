//! Whether the index, rules tried one by one, and what is proven of all contacts agree on contacts that were made up.

use frontdesk::analysis::{self, Reach, Space, Verdict, Witness};
use frontdesk::engine::{Contact as Handed, Engine, Prepared, RuleIndex, Spoken};
use frontdesk::policy::Policy;

use crate::rules::{
    Contact, Dice, Ids, MOST_ATTRIBUTES, RuleSet, Scan, UNKNOWN, closed_policy, contacts, guarantees, policy,
};

/// So many contacts are made at a time.
const BATCH: usize = 100_000;

/// What was compared, and what did not agree.
#[derive(Debug, Default)]
pub struct Agreement {
    /// How many contacts were decided in all ways.
    pub contacts: usize,
    /// How many of them the last rule took.
    pub left: usize,
    /// How many rules are proven never to win, and of how many guarantees it is proven that they hold, where everything is
    /// known of a contact.
    pub proven: (usize, usize),
    /// How many questions the analyses gave up: where anything may be unknown of a contact, and where everything is known.
    pub too_hard: (usize, usize),
    /// How many contacts that the analysis named for something were decided to see whether it is so.
    pub witnesses: usize,
    /// A sentence for each thing that does not agree.
    pub disagreements: Vec<String>,
}

/// What is proven of the contacts of a set.
struct Proven {
    /// By rule, but for the last.
    wins: Vec<bool>,
    /// Whether there is a contact that only the last rule takes.
    gap: bool,
    /// By guarantee.
    holds: Vec<bool>,
    /// How many questions were given up, so that nothing is claimed.
    too_hard: usize,
}

fn too_hard(reach: &[Reach], verdicts: &[Verdict]) -> usize {
    let rules = reach.iter().filter(|reach| **reach == Reach::Unknown).count();
    rules + verdicts.iter().filter(|verdict| **verdict == Verdict::Unknown).count()
}

impl Proven {
    fn new(set: &RuleSet, policy: &Policy, before: usize) -> Self {
        let claimed = guarantees(set);
        let space = Space::new(policy, &claimed).expect("a space");
        let (gap, certain) = analysis::unanswered(&space);
        let reach = analysis::reach(&space);
        let verdicts = analysis::guarantees(&space, &claimed);
        Self {
            wins: reach.iter().skip(before).map(|reach| matches!(reach, Reach::Wins | Reach::Unknown)).collect(),
            gap: gap.is_some() || !certain,
            holds: verdicts.iter().map(|verdict| matches!(verdict, Verdict::Holds | Verdict::AboutNobody)).collect(),
            too_hard: too_hard(&reach, &verdicts) + usize::from(!certain),
        }
    }

    /// Says what a contact contradicts that is decided by a rule of the set.
    fn contradicted(&self, set: &RuleSet, contact: &Contact, rule: usize, told: &mut Vec<String>) {
        match self.wins.get(rule) {
            Some(true) => return,
            Some(false) => told.push(format!("rule {rule} never wins, but decides {contact:?}")),
            None if !self.gap => told.push(format!("nothing is left to the last rule, but it decides {contact:?}")),
            None => {}
        }
        if rule < self.wins.len() {
            return;
        }
        for (at, (claimed, holds)) in set.guarantees.iter().zip(&self.holds).enumerate() {
            if *holds && claimed.iter().all(|(on, condition)| condition.fits(contact[*on])) {
                told.push(format!("guarantee {at} holds, but not for {contact:?}"));
            }
        }
    }
}

/// Compares all that can be said of the contacts of a set, for so many of them. What the analysis names as examples is
/// decided too, for each rule where `each` is true.
#[must_use]
pub fn agreement(set: &RuleSet, seed: u64, count: usize, each: bool) -> Agreement {
    let mut found = Agreement::default();
    let whole = policy(set);
    let mut open = whole.clone();
    open.rules.pop();
    let (closed, before) = closed_policy(set);
    let anything = Proven::new(set, &open, 0);
    let known = Proven::new(set, &closed, before);
    let holding = known.holds.iter().filter(|holds| **holds).count();
    found.proven = (known.wins.iter().filter(|wins| !**wins).count(), holding);
    found.too_hard = (anything.too_hard, known.too_hard);
    examples(set, &open, &anything, each, &mut found);
    let (index, scan) = (RuleIndex::new(&whole), Scan::new(set));
    let mut prepared = Prepared::default();
    for batch in 0..count.div_ceil(BATCH) {
        let seed = seed.wrapping_add(batch as u64);
        let mut dice = Dice::new(seed);
        let size = BATCH.min(count - batch * BATCH);
        for mut contact in contacts(std::slice::from_ref(set), seed, size) {
            let all_known = !forget(&mut dice, set, &mut contact);
            let by_scan = scan.first(&Scan::ready::<MOST_ATTRIBUTES>(set, &contact));
            index.prepare(&Ids::new(set, &contact), &mut prepared);
            let by_index = index.first(&prepared).map(|rule| rule.index());
            let told = &mut found.disagreements;
            if by_scan != by_index {
                told.push(format!("the index says {by_index:?}, the rules {by_scan:?}: {contact:?}"));
            }
            let rule = by_scan.unwrap_or(set.rules.len());
            anything.contradicted(set, &contact, rule, told);
            if all_known {
                known.contradicted(set, &contact, rule, told);
            }
            found.left += usize::from(rule + 1 >= set.rules.len());
        }
        found.contacts += size;
    }
    found
}

/// Forgets something of every other contact, and answers whether it did.
fn forget(dice: &mut Dice, set: &RuleSet, contact: &mut Contact) -> bool {
    let mut any = false;
    if dice.chance(50) {
        for (value, attribute) in contact.iter_mut().zip(&set.attributes) {
            if !matches!(attribute.name.as_str(), "channel" | "contact_type") && dice.chance(15) {
                *value = UNKNOWN;
                any = true;
            }
        }
    }
    any
}

/// Decides the contacts that the analysis names: of a gap, of guarantees that fail, and of each rule.
fn examples(set: &RuleSet, open: &Policy, proven: &Proven, each: bool, found: &mut Agreement) {
    let claimed = guarantees(set);
    let space = Space::new(open, &claimed).expect("a space");
    let engine = Engine::new(open.clone());
    let decided = |found: &mut Agreement, witness: &Witness, what: &str, expected: Option<usize>| {
        found.witnesses += 1;
        let rule = engine.decide(&handed(witness)).rule.map(|rule| rule.index());
        if rule != expected {
            found.disagreements.push(format!("the example of {what} is decided by {rule:?}, not by {expected:?}"));
        }
    };
    if let Some(witness) = analysis::unanswered(&space).0 {
        decided(found, &witness, "a gap", None);
    }
    for verdict in analysis::guarantees(&space, &claimed) {
        if let Verdict::Fails(example) = verdict {
            decided(found, &example.contact, "a guarantee that fails", None);
        }
    }
    if each {
        let wins = proven.wins.iter().enumerate();
        for ((rule, wins), witness) in wins.zip(analysis::contacts_of_rules(&space)) {
            match (wins, witness) {
                (true, Some(witness)) => decided(found, &witness, "a rule", Some(rule)),
                (false, Some(_)) => found.disagreements.push(format!("rule {rule} never wins, but has an example")),
                // Where rules are many, the examples of the last ones are too hard to find.
                (_, None) => {}
            }
        }
    }
}

fn handed(witness: &Witness) -> Handed {
    let mut contact = Handed::new(witness.contact_type, witness.channel, witness.at);
    contact.customer = witness.customer;
    contact.language = match witness.language {
        analysis::Spoken::Unknown => Spoken::Unknown,
        analysis::Spoken::Named(language) => Spoken::Named(language),
        analysis::Spoken::Other => Spoken::Other("another".into()),
    };
    witness.fields.iter().for_each(|(field, value)| contact.set_field(*field, value.clone()));
    contact
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{Profile, rule_set};

    #[test]
    fn what_is_found_and_what_is_proven_agree() {
        for profile in [Profile::Layered, Profile::Layered12, Profile::Random] {
            for (size, seed) in [(10, 1), (50, 2), (150, 3)] {
                let set = rule_set(size, seed, profile);
                let found = agreement(&set, seed, 1_000, size == 10);
                assert_eq!(found.disagreements, Vec::<String>::new(), "{profile:?}, {size} rules");
                assert_eq!(found.contacts, 1_000);
                assert!(found.witnesses > 0);
                assert_eq!(found.too_hard, (0, 0));
            }
        }
    }

    #[test]
    fn what_is_not_so_is_told() {
        let mut set = rule_set(100, 1, Profile::Layered);
        let honest = Proven::new(&set, &closed_policy(&set).0, closed_policy(&set).1);
        let lie = Proven { wins: vec![false; 99], gap: false, holds: vec![true; honest.holds.len()], too_hard: 0 };
        let mut told = Vec::new();
        set.guarantees[0].clear();
        for contact in contacts(std::slice::from_ref(&set), 1, 100) {
            let rule = set.first(&contact).unwrap();
            told.clear();
            honest.contradicted(&set, &contact, rule, &mut told);
            lie.contradicted(&set, &contact, rule, &mut told);
            assert!(!told.is_empty(), "rule {rule}");
        }
    }
}
