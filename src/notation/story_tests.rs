//! Right forms and near misses of contact lines and of expectations.

use crate::calendar::Weekday;
use crate::notation::checks::{at, exact, misread, print_all};
use crate::notation::expectation::expectations;
use crate::notation::misread::Misread;
use crate::notation::misread_kind::MisreadKind;
use crate::notation::phrase::Phrase;
use crate::notation::story::{ContactLine, ContactNames, contact_phrase};
use crate::source::Excerpt;

const NAMES: ContactNames<'static> = ContactNames {
    types: &["Order help", "Public complaint", "Mention of us", "Call on us", "Letter from a lawyer"],
    channels: &["phone", "x", "phone from abroad", "email"],
    customers: &["Trail Club", "Everyone else", "abroad"],
    fields: &["loyalty tier", "loyalty", "in stock"],
};

fn contact(excerpt: Excerpt<'_>) -> Result<ContactLine, Misread> {
    contact_phrase(excerpt, &NAMES)
}

fn word(found: &str, write: &str) -> MisreadKind {
    MisreadKind::WrongWord { found: found.into(), write: write.into() }
}

#[test]
fn contacts_print_as_they_were_written() {
    print_all(
        contact,
        &[
            "Order help on phone from Trail Club, Tue 12:00",
            "Public complaint on x, 2026-12-06 22:10, sentiment -0.8, in German",
            "Call on us on phone, Sun 00:00",
            "Letter from a lawyer on email from Everyone else, Mon 08:00",
            "Order help on phone from abroad, Mon 08:00, loyalty tier gold, waiting 10 min",
            "Something new on phone from Strangers, Mon 08:00",
        ],
    );
}

#[test]
fn names_are_matched_longest_first() {
    let text = "Order help on phone from abroad, Mon 08:00, loyalty tier gold, in stock yes, in Welsh";
    let read = contact(exact(text)).unwrap();
    assert_eq!(read.channel.value, "phone from abroad");
    assert_eq!(read.customer, None);
    assert_eq!(at(text, read.channel.span), "phone from abroad");
    assert_eq!(at(text, read.facts[0].field.span), "loyalty tier");
    assert_eq!(at(text, read.facts[0].value.span), "gold");
    assert_eq!(read.facts[1].field.value, "in stock");
    assert_eq!(read.language.unwrap().value, "Welsh");
    assert_eq!(contact(exact("Call on us on phone, Sun 00:00")).unwrap().contact_type.value, "Call on us");
}

#[test]
fn near_misses_of_contacts() {
    let right = Some("Order help on phone, Tue 12:00");
    let day = |found: &str| MisreadKind::DayName { found: found.into(), day: Weekday::Tuesday };
    let time = |found: &str| MisreadKind::TimeForm { found: found.into() };
    let separator = |found: &str, write| MisreadKind::WrongSeparator { found: found.into(), write };
    misread(contact, "Order help on phone, Tuesday 12:00", &day("Tuesday"), right);
    misread(contact, "Order help on phone, Tue 12pm", &time("12pm"), right);
    misread(contact, "Order help on phone, Tue, 12:00", &separator(", ", " "), right);
    misread(contact, "Order help on phone, Tue at 12:00", &MisreadKind::ExtraWords { found: "at".into() }, right);
    misread(contact, "Order help on phone Tue 12:00", &separator(" ", ", "), right);
    misread(contact, "Order help by phone, Tue 12:00", &word("by", "on"), right);
    let iso = Some("Order help on phone, 2026-12-01 12:00");
    misread(contact, "Order help on phone, 2026-12-01T12:00", &separator("T", " "), iso);
    misread(
        contact,
        "Order help on phone, 1 Dec 2026 12:00",
        &MisreadKind::DateForm { found: "1 Dec 2026".into() },
        iso,
    );
    let none = |found: &str| MisreadKind::NoMoment { found: found.into() };
    misread(contact, "Order help on phone", &none(""), None);
    misread(contact, "Order help on phone, 12:00", &none("12:00"), None);
    misread(contact, "Order help on phone, Tue", &none("Tue"), None);
    misread(contact, "Order help, Tue 12:00", &MisreadKind::NoChannel { found: "Order help".into() }, None);
    let unknown = MisreadKind::UnknownChannel { found: "fone".into() };
    let text = "Order help on fone from Trail Club, Tue 12:00";
    misread(contact, text, &unknown, None);
    assert_eq!(at(text, contact(exact(text)).unwrap_err().span), "fone");
    let field = MisreadKind::UnknownField { found: "mood bad".into() };
    misread(contact, "Order help on phone, Tue 12:00, mood bad", &field, None);
    let is = MisreadKind::ExtraWords { found: "is".into() };
    let gold = Some("Order help on phone, Tue 12:00, loyalty tier gold");
    misread(contact, "Order help on phone, Tue 12:00, loyalty tier is gold", &is, gold);
    misread(contact, "Order help on phone, Tue 25:00", &MisreadKind::HourPastMidnight { hour: 25, minute: 0 }, None);
    misread(contact, "Order help on phone, Tue 24:00", &MisreadKind::BeginsAtDayEnd, None);
}

#[test]
fn expectations_print_as_they_were_written() {
    for text in [
        "Social team, open again Mon 08:00, answer by Mon 08:30",
        "Club team, answer in 30 s",
        "rule Angry in public, then Care team after 20 min, tell Duty manager after 10 min",
        "answer by 17:00",
        "answer by 2026-12-03 17:00",
        "no promise, not offered, no reply needed, reaches nobody",
        "311 staff, answer in 24 clock hours",
    ] {
        let read = expectations(exact(text)).unwrap_or_else(|misread| panic!("{text}: {misread:?}"));
        let printed: Vec<_> = read.iter().map(|one| one.value.to_string()).collect();
        assert_eq!(printed.join(", "), text);
        assert_eq!(at(text, read[0].span), printed[0]);
    }
}

#[test]
fn near_misses_of_expectations() {
    let right = Some("Club team, answer in 30 s");
    misread(expectations, "Club team, answer within 30 s", &word("answer within", "answer in"), right);
    let tight = MisreadKind::NoBlankBeforeUnit { number: "30".into(), unit: "s".into() };
    misread(expectations, "Club team, answer in 30s", &tight, right);
    misread(expectations, "Club team, answer in 30", &MisreadKind::NoUnit { number: "30".into() }, None);
    misread(expectations, "Club team,", &MisreadKind::EmptyItem, Some("Club team"));
    let monday = MisreadKind::DayName { found: "Monday".into(), day: Weekday::Monday };
    misread(expectations, "answer by Monday 08:30", &monday, Some("answer by Mon 08:30"));
    let form = MisreadKind::TimeForm { found: "8:30".into() };
    misread(expectations, "answer by 8:30", &form, Some("answer by 08:30"));
    misread(expectations, "open again 08:00", &MisreadKind::NoMoment { found: "08:00".into() }, None);
    misread(expectations, "no reply", &word("no reply", "no reply needed"), Some("no reply needed"));
    let after = Some("tell Duty manager after 10 min");
    misread(expectations, "tell Duty manager in 10 min", &word("in", "after"), after);
    misread(expectations, "then Care team", &MisreadKind::MissingPart { wanted: Phrase::Duration }, None);
}
