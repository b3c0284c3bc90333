//! Right forms and near misses of claims and of comparisons.

use crate::notation::checks::{at, exact, misread, print_all};
use crate::notation::guarantee::{Compared, claims, compare};
use crate::notation::misread::Misread;
use crate::notation::misread_kind::MisreadKind;
use crate::notation::phrase::Phrase;
use crate::notation::vocabulary::KnownWords;
use crate::source::Excerpt;

fn word(found: &str, write: &str) -> MisreadKind {
    MisreadKind::WrongWord { found: found.into(), write: write.into() }
}

#[test]
fn claims_print_as_they_were_written() {
    for text in [
        "answered by Safety desk, promise at most 15 min",
        "promise at most the same",
        "sent to Call takers, priority at least 1",
        "reaches Club team",
        "somebody answers",
    ] {
        let read = claims(exact(text)).unwrap_or_else(|misread| panic!("{text}: {misread:?}"));
        let printed: Vec<_> = read.iter().map(|claim| claim.value.to_string()).collect();
        assert_eq!(printed.join(", "), text);
        assert_eq!(at(text, read[0].span), printed[0]);
    }
}

#[test]
fn near_misses_of_claims() {
    let right = Some("promise at most 15 min");
    misread(claims, "promise within 15 min", &word("promise within", "promise at most"), right);
    misread(claims, "promise 15 min", &word("promise", "promise at most"), right);
    misread(claims, "promise at most 15", &MisreadKind::NoUnit { number: "15".into() }, None);
    misread(claims, "routed to Safety desk", &word("routed to", "sent to"), Some("sent to Safety desk"));
    misread(claims, "someone answers", &word("someone answers", "somebody answers"), Some("somebody answers"));
    misread(claims, "priority 2", &word("priority", "priority at least"), Some("priority at least 2"));
    misread(claims, "sent to", &MisreadKind::MissingPart { wanted: Phrase::Claims }, None);
    misread(claims, "fast", &MisreadKind::Unreadable { wanted: Phrase::Claims }, None);
}

const WORDS: KnownWords<'static> = KnownWords { fields: &[], names: &["Help with an order"] };

fn compared(excerpt: Excerpt<'_>) -> Result<Compared, Misread> {
    compare(excerpt, &WORDS)
}

#[test]
fn two_conditions_are_compared() {
    print_all(
        compared,
        &[
            "customer is Trail Club with customer is Everyone else",
            "contact type is Help with an order with contact type is Fault and channel is portal",
        ],
    );
    let text = "customer is Trail Club with customer is Everyone else";
    let read = compared(exact(text)).unwrap();
    assert_eq!(at(text, read.second.tests[0].span), "customer is Everyone else");
    let right = Some(text);
    let separator = |found: &str| MisreadKind::WrongSeparator { found: found.into(), write: " with " };
    misread(compared, "customer is Trail Club and customer is Everyone else", &separator(" and "), right);
    misread(compared, "customer is Trail Club with customer = Everyone else", &word("=", "is"), right);
    let field = MisreadKind::UnknownField { found: "costumer".into() };
    let text = "customer is Trail Club with costumer is Everyone else";
    misread(compared, text, &field, None);
    assert_eq!(at(text, compared(exact(text)).unwrap_err().span), "costumer");
    misread(compared, "Trail Club", &MisreadKind::Unreadable { wanted: Phrase::Comparison }, None);
}
