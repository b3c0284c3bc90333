//! The index of rules against the rules tried one by one.

use proptest::prelude::*;

use super::*;
use crate::policy::{
    Comparison, Decimal, DeskId, Field, FieldId, FieldKind, Known, NamedAxis, NamedValue, Policy, Rule, RuleId, Tape,
    TermId, Test, acorn, random_policy,
};

/// A contact of which anything may be known, whether it goes together or not.
struct Anything {
    named: Vec<(NamedAxis, NamedValue)>,
    numbers: Vec<Option<Decimal>>,
    terms: u32,
    desks: u32,
}

const NAMED: [NamedAxis; 5] =
    [NamedAxis::Customer, NamedAxis::ContactType, NamedAxis::Channel, NamedAxis::Language, NamedAxis::Day];

impl Anything {
    fn new(tape: &mut Tape, names: u16, numbers: u16) -> Self {
        let fields = (0..8).map(|field| NamedAxis::Field(FieldId(field)));
        let mut value = |axis| {
            let value = match tape.below(6) {
                0 => NamedValue::Unknown,
                1 => NamedValue::Other,
                _ => NamedValue::At(tape.below(names)),
            };
            (axis, value)
        };
        let named = NAMED.into_iter().chain(fields).map(&mut value).collect();
        let mut number = |_| {
            let known = tape.below(6) > 0;
            let whole = Decimal::whole(i32::from(tape.below(numbers)) - i32::from(numbers) / 2);
            known.then(|| whole.plus(Decimal::from_billionths(i64::from(tape.below(3)) - 1)))
        };
        let numbers = (0..8).map(&mut number).collect();
        Self { named, numbers, terms: tape.any(), desks: tape.any() }
    }
}

impl Known for Anything {
    fn named(&self, axis: NamedAxis) -> NamedValue {
        let value = self.named.iter().find(|(of, _)| *of == axis).map(|(_, value)| *value).unwrap();
        let is_number = matches!(axis, NamedAxis::Field(field) if self.number(field).is_some());
        if is_number { NamedValue::Other } else { value }
    }

    fn number(&self, field: FieldId) -> Option<Decimal> {
        self.numbers[field.index()]
    }

    fn term(&self, term: TermId) -> bool {
        self.terms >> term.0 & 1 == 1
    }

    fn desk_is_open(&self, desk: DeskId) -> bool {
        self.desks >> desk.0 & 1 == 1
    }
}

fn first(policy: &Policy, known: &impl Known) -> Option<RuleId> {
    let at = policy.rules.iter().position(|rule| rule.tests.iter().all(|test| test.fits(known)));
    at.map(|at| RuleId(u16::try_from(at).unwrap()))
}

/// A policy with so many rules, of which each tests some axes, with values up to a limit.
fn ruled(tape: &mut Tape, rules: usize, names: u16, numbers: u16) -> Policy {
    let (mut policy, ..) = acorn();
    let name = |at: u16| format!("name {at}");
    policy.languages = (0..names).map(name).collect();
    let field = |kind| Field { name: "field".into(), kind, only_when: Vec::new() };
    policy.fields.truncate(3);
    policy.fields.push(field(FieldKind::OneOf((0..names).map(name).collect())));
    policy.fields.push(field(FieldKind::YesNo));
    let rule = policy.rules[0].clone();
    policy.rules = (0..rules).map(|_| Rule { tests: tests(tape, names, numbers), ..rule.clone() }).collect();
    policy
}

fn tests(tape: &mut Tape, names: u16, numbers: u16) -> Vec<Test> {
    let number = |tape: &mut Tape| Decimal::whole(i32::from(tape.below(numbers)) - i32::from(numbers) / 2);
    let test = |tape: &mut Tape| match tape.below(8) {
        0 => Test::Desk { desk: DeskId(tape.below(2)), open: tape.coin() },
        1 => Test::Term { term: TermId(0), negated: tape.coin() },
        2 => Test::Known { axis: NamedAxis::Field(FieldId(tape.below(5))), known: tape.coin() },
        3 | 4 => {
            let (low, high) = (number(tape), number(tape));
            let comparison = [Comparison::Above(low), Comparison::AtMost(low), Comparison::Between(low, high)];
            Test::Number { field: FieldId(tape.below(2)), comparison: comparison[usize::from(tape.below(3))] }
        }
        _ => {
            let field = |field| NamedAxis::Field(FieldId(field));
            let axes = [(NamedAxis::Language, names), (field(3), names), (field(4), 2), (NamedAxis::Day, 7)];
            let (axis, names) = axes[usize::from(tape.below(4))];
            let mut values: Vec<u16> = (0..=tape.below(3)).map(|_| tape.below(names)).collect();
            values.sort_unstable();
            values.dedup();
            Test::Named { axis, values, negated: tape.below(4) == 0 }
        }
    };
    (0..tape.below(5)).map(|_| test(tape)).collect()
}

/// A tape that does not end soon: the numbers of Knuth's MMIX.
fn long_tape(seed: u64, length: usize) -> Tape {
    let mut state = seed;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from(state >> 33).unwrap()
    };
    Tape::new((0..length).map(|_| next()).collect())
}

fn agree(policy: &Policy, index: &RuleIndex, tape: &mut Tape, (names, numbers): (u16, u16), contacts: usize) -> usize {
    let mut prepared = Prepared::default();
    let mut found = 0;
    for _ in 0..contacts {
        let contact = Anything::new(tape, names, numbers);
        index.prepare(&contact, &mut prepared);
        let first = first(policy, &contact);
        assert_eq!(index.first(&prepared), first);
        found += usize::from(first.is_some());
    }
    found
}

#[test]
fn the_index_finds_the_rule_that_trying_them_finds() {
    for (rules, names, numbers) in [
        (0, 3, 3),
        (1, 3, 3),
        (12, 4, 9),
        (64, 5, 90),
        (65, 5, 90),
        (130, 40, 400),
        (700, 60, 2_000),
        (3_000, 900, 20_000),
    ] {
        for seed in 0..3 {
            let mut tape = long_tape(seed, rules * 40 + 40_000);
            let policy = ruled(&mut tape, rules, names, numbers);
            agree(&policy, &RuleIndex::new(&policy), &mut tape, (names + 1, numbers), 400);
        }
    }
}

/// Every rule has a number and a name of its own, and as many rules as there can be: rows for each would take gigabytes.
#[test]
fn the_room_is_bounded_however_many_cells_there_are() {
    let (mut policy, ..) = acorn();
    policy.languages = (0..u16::MAX).map(|at| format!("language {at}")).collect();
    let rule = policy.rules[0].clone();
    let tests = |at: u16| {
        let number = Decimal::whole(i32::from(at));
        let language = Test::Named { axis: NamedAxis::Language, values: vec![at], negated: at.is_multiple_of(3) };
        vec![Test::Number { field: FieldId(1), comparison: Comparison::Between(number, number) }, language]
    };
    policy.rules = (0..30_000).map(|at| Rule { tests: tests(at), ..rule.clone() }).collect();
    let index = RuleIndex::new(&policy);
    assert!(index.bytes() <= 4 << 20, "{}", index.bytes());
    let mut prepared = Prepared::default();
    let mut found = 0;
    for at in (0..30_000).step_by(37) {
        let mut contact = Anything::new(&mut Tape::new(Vec::new()), 1, 1);
        contact.numbers[1] = Some(Decimal::whole(i32::from(at)));
        let language = if at % 2 == 0 { at } else { at + 1 };
        contact.named[3] = (NamedAxis::Language, NamedValue::At(language));
        index.prepare(&contact, &mut prepared);
        let expected = ((language == at) != at.is_multiple_of(3)).then_some(RuleId(at));
        assert_eq!(index.first(&prepared), expected, "{at}");
        found += usize::from(expected.is_some());
    }
    assert!((100..700).contains(&found), "{found}");
}

/// More tables than are looked up without a list.
#[test]
fn many_axes_are_looked_up_in_a_list() {
    let (mut policy, ..) = acorn();
    let rule = policy.rules[0].clone();
    let kind = || FieldKind::OneOf((0..40).map(|at| format!("name {at}")).collect());
    policy.fields.truncate(3);
    policy.fields.extend((0..20).map(|at| Field { name: format!("field {at}"), kind: kind(), only_when: Vec::new() }));
    let tests = |at: u16| {
        let one = |by: u16| Test::Named {
            axis: NamedAxis::Field(FieldId(3 + (at + by) % 20)),
            values: (0..20).map(|place| place * 2 + (at / 20 + by) % 2).collect(),
            negated: false,
        };
        vec![one(1), one(7)]
    };
    policy.rules = (0..2_000).map(|at| Rule { tests: tests(at), ..rule.clone() }).collect();
    let found = firsts(&policy, |tape| {
        let value = |at| (NamedAxis::Field(FieldId(at)), NamedValue::At(tape.below(40)));
        let named = (0..23).map(value).collect();
        Anything { named, numbers: vec![None; 23], terms: 0, desks: 0 }
    });
    let found = found.iter().flatten().count();
    assert!(found > 300, "{found}");
}

/// What the index finds for 500 contacts, which is what trying the rules finds.
fn firsts(policy: &Policy, contact: impl Fn(&mut Tape) -> Anything) -> Vec<Option<RuleId>> {
    let index = RuleIndex::new(policy);
    let mut prepared = Prepared::default();
    let mut tape = long_tape(7, 40_000);
    let one = |_| {
        let contact = contact(&mut tape);
        index.prepare(&contact, &mut prepared);
        let first = first(policy, &contact);
        assert_eq!(index.first(&prepared), first);
        first
    };
    (0..500).map(one).collect()
}

/// More axes of numbers than every rule keeps a range for.
#[test]
fn many_axes_of_numbers_are_asked_again_where_a_rule_tests_them() {
    let (mut policy, ..) = acorn();
    let rule = policy.rules[0].clone();
    let kind = || FieldKind::Number { low: None, high: None };
    policy.fields.extend((0..12).map(|at| Field { name: format!("field {at}"), kind: kind(), only_when: Vec::new() }));
    let tests = |at: u16| {
        let one = |by: u16| {
            let low = i32::from(at) * 7 * i32::from(by) % 900;
            let comparison = Comparison::Between(Decimal::whole(low), Decimal::whole(low + 90));
            Test::Number { field: FieldId(3 + (at + by) % 12), comparison }
        };
        vec![one(1), one(7)]
    };
    policy.rules = (0..2_000).map(|at| Rule { tests: tests(at), ..rule.clone() }).collect();
    let found = firsts(&policy, |tape| {
        let number = |_| (tape.below(5) > 0).then(|| Decimal::whole(i32::from(tape.below(1_000))));
        let numbers = (0..24).map(number).collect();
        let named = (0..24).map(|at| (NamedAxis::Field(FieldId(at)), NamedValue::Unknown)).collect();
        Anything { named, numbers, terms: 0, desks: 0 }
    });
    let found = found.iter().flatten().filter(|rule| rule.0 > 20).count();
    assert!(found > 200, "{found}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn the_index_agrees_on_any_policy(numbers in proptest::collection::vec(any::<u32>(), 0..900), seed in any::<u64>()) {
        let mut tape = Tape::new(numbers);
        let (policy, _) = random_policy(&mut tape);
        agree(&policy, &RuleIndex::new(&policy), &mut long_tape(seed, 4_000), (4, 9), 40);
    }
}
