//! Makes sets of rules, and contacts of which half lie inside a rule.

use crate::rules::{Attribute, Condition, Contact, Dice, Profile, Rule, RuleSet, Values};

fn names(name: &str, prefix: &str, count: usize) -> Attribute {
    Attribute { name: name.into(), values: Values::Names((0..count).map(|at| format!("{prefix}{at:02}")).collect()) }
}

fn attributes(twelve: bool) -> Vec<Attribute> {
    let numbers = |name: &str, high| Attribute { name: name.into(), values: Values::Numbers(0, high) };
    let mut all = vec![
        names("channel", "ch", 12),
        names("segment", "seg", 20),
        names("contact_type", "ct", 60),
        names("language", "lang", 15),
        numbers("priority", 100),
        numbers("influence", 1_000_000),
        Attribute { name: "open".into(), values: Values::YesNo },
        names("region", "reg", 30),
    ];
    if twelve {
        let more = [
            names("product", "prod", 40),
            names("intent", "int", 25),
            numbers("tenure", 40),
            numbers("sentiment", 200),
        ];
        all.extend(more);
    }
    all
}

fn condition(dice: &mut Dice, attribute: &Attribute, may_deny: bool) -> Condition {
    match &attribute.values {
        Values::Names(names) if dice.chance(5) && may_deny => {
            let count = dice.between(1, 2) as usize;
            Condition::NoneOf(dice.sample(names.len(), count))
        }
        Values::Names(names) => {
            let count = [1, 1, 1, 1, 1, 1, 2, 2, 2, 3][dice.below(10)];
            Condition::OneOf(dice.sample(names.len(), count))
        }
        // Round numbers, as people write them.
        Values::Numbers(least, most) => {
            let step = if *most > 1000 { 1000 } else { 1 };
            let mut round = || dice.between(1, most / step - 1) * step;
            let (one, other) = (round(), round());
            match dice.below(4) {
                0 => Condition::Between(Some(one), None),
                1 => Condition::Between(None, Some(one)),
                _ => Condition::Between(Some(one.min(other).max(*least)), Some(one.max(other))),
            }
        }
        Values::YesNo => Condition::Is(dice.chance(70)),
    }
}

/// The share of the values that fit.
fn share(attribute: &Attribute, condition: &Condition) -> f64 {
    match (&attribute.values, condition) {
        (Values::Names(names), Condition::OneOf(some)) => some.len() as f64 / names.len() as f64,
        (Values::Names(names), Condition::NoneOf(some)) => (names.len() - some.len()) as f64 / names.len() as f64,
        (Values::Numbers(least, most), Condition::Between(low, high)) => {
            (high.unwrap_or(*most) - low.unwrap_or(*least) + 1) as f64 / (most - least + 1) as f64
        }
        _ => 0.5,
    }
}

/// A set of so many rules. Sets of different sizes have nothing to do with each other.
#[must_use]
pub fn rule_set(rules: usize, seed: u64, profile: Profile) -> RuleSet {
    let (twelve, layered) = (profile == Profile::Layered12, profile != Profile::Random);
    let attributes = attributes(twelve);
    let mut dice = Dice::new(seed ^ (rules as u64).wrapping_mul(0x0123_4567));
    let is_names = |at: usize| matches!(attributes[at].values, Values::Names(_));
    let mut made = Vec::new();
    for _ in 1..rules {
        let count = dice.between(2, if twelve { 6 } else { 4 }) as usize;
        let chosen = loop {
            let chosen = dice.sample(attributes.len(), count);
            if !layered || chosen.iter().filter(|at| is_names(**at)).count() >= 2 {
                break chosen;
            }
        };
        let mut lists = 0;
        let mut when = Vec::new();
        for at in chosen {
            let may_deny = !layered || lists >= 2;
            lists += usize::from(is_names(at));
            when.push((at, condition(&mut dice, &attributes[at], may_deny)));
        }
        made.push(Rule { when, then: dice.below(DECISIONS) });
    }
    if layered {
        let width = |rule: &Rule| rule.when.iter().map(|(at, asked)| share(&attributes[*at], asked)).product::<f64>();
        made.sort_by(|one, other| width(one).total_cmp(&width(other)));
    }
    made.push(Rule { when: Vec::new(), then: 0 });
    let decisions = (0..DECISIONS).map(|at| format!("queue-{at:02}")).collect();
    // Dice of their own, so that the rules stay what they are.
    let mut dice = Dice::new(seed.wrapping_mul(31) ^ rules as u64);
    let guarantees = (0..GUARANTEES).map(|_| guarantee(&mut dice, &attributes)).collect();
    RuleSet { attributes, decisions, rules: made, guarantees }
}

const DECISIONS: usize = 60;

/// As many guarantees as a long strategy might have.
const GUARANTEES: usize = 50;

/// One or two names, as "customer is A and channel is B" in a guarantee.
fn guarantee(dice: &mut Dice, attributes: &[Attribute]) -> Vec<(usize, Condition)> {
    let named: Vec<usize> =
        (0..attributes.len()).filter(|at| matches!(attributes[*at].values, Values::Names(_))).collect();
    let count = dice.between(1, 2) as usize;
    let chosen = dice.sample(named.len(), count).into_iter().map(|at| named[at]);
    chosen.map(|at| (at, condition(dice, &attributes[at], false))).collect()
}

/// So many contacts for some sets of rules: half of them anywhere, half inside a rule of one of the sets.
#[must_use]
pub fn contacts(sets: &[RuleSet], seed: u64, count: usize) -> Vec<Contact> {
    let mut dice = Dice::new(seed.wrapping_mul(77) + 5);
    let mut one = |at: usize| {
        let set = &sets[(at / 2) % sets.len()];
        let inside: &[(usize, Condition)] =
            if at % 2 == 0 { &[] } else { &set.rules[dice.below(set.rules.len())].when };
        let value = |(at, attribute): (usize, &Attribute)| {
            let asked = inside.iter().find(|(on, _)| *on == at).map(|(_, condition)| condition);
            value(&mut dice, attribute, asked)
        };
        set.attributes.iter().enumerate().map(value).collect()
    };
    (0..count).map(&mut one).collect()
}

fn value(dice: &mut Dice, attribute: &Attribute, asked: Option<&Condition>) -> i64 {
    match (&attribute.values, asked) {
        (Values::Names(_), Some(Condition::OneOf(some))) => some[dice.below(some.len())] as i64,
        (Values::Names(names), Some(denied)) => loop {
            let name = dice.below(names.len()) as i64;
            if denied.fits(name) {
                return name;
            }
        },
        (Values::Names(names), None) => dice.below(names.len()) as i64,
        (Values::Numbers(least, most), Some(Condition::Between(low, high))) => {
            dice.between(low.unwrap_or(*least), high.unwrap_or(*most))
        }
        (Values::Numbers(least, most), _) => dice.between(*least, *most),
        (Values::YesNo, Some(Condition::Is(yes))) => i64::from(*yes),
        (Values::YesNo, _) => i64::from(dice.chance(70)),
    }
}
