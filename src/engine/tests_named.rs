//! Contacts from names and values, and what is refused.

use super::*;
use crate::policy::{ContactTypeId, Decimal, Field, FieldId, FieldKind, FieldValue, Policy, SegmentId, acorn};

fn policy() -> Policy {
    let (mut policy, _, _) = acorn();
    policy.languages = vec!["English".into()];
    let field = |name: &str, kind| Field { name: name.into(), kind, only_when: Vec::new() };
    policy.fields.push(field("urgent", FieldKind::YesNo));
    policy.fields.push(field("note", FieldKind::Text));
    policy
}

fn read(policy: &Policy, json: &str) -> Result<Contact, ContactError> {
    let members: Members<'_> = serde_json::from_str(json).unwrap();
    let read = Contact::from_named(policy, &members);
    assert_eq!(read, Engine::new(policy.clone()).contact(&members), "names are found alike");
    read
}

/// A contact with the parts that each has, and more.
fn with(more: &str) -> String {
    let comma = if more.is_empty() { "" } else { ", " };
    format!(r#"{{"contact type": "Order help", "channel": "phone", "at": "2026-12-08T12:00:00+01:00"{comma}{more}}}"#)
}

#[test]
fn every_part_is_read() {
    let policy = policy();
    let contact = read(
        &policy,
        &with(
            r#""customer": "Trail Club", "language": "English", "sentiment": -0.8, "followers": 12, "waiting": 90,
               "loyalty tier": "club", "urgent": true, "note": "on fire", "handled before": "Ana",
               "handled at": "2026-12-01T12:00:00Z", "time zone": "Asia/Tokyo""#,
        ),
    )
    .unwrap();
    assert_eq!(contact.arrived.to_string(), "2026-12-08T11:00:00Z");
    assert_eq!((contact.contact_type, contact.customer), (ContactTypeId(2), Some(SegmentId(0))));
    assert_eq!(contact.language, Spoken::Named(crate::policy::LanguageId(0)));
    let number = |text| Some(FieldValue::Number(Decimal::parse(text).unwrap()));
    let expected = [
        number("-0.8"),
        number("12"),
        number("90"),
        Some(FieldValue::Name(Some(0))),
        Some(FieldValue::Name(Some(0))),
        Some(FieldValue::Text("on fire".into())),
    ];
    assert_eq!(contact.fields, expected);
    assert_eq!(contact.handled_before.as_deref(), Some("Ana"));
    assert_eq!(contact.handled_at.unwrap().to_string(), "2026-12-01T12:00:00Z");
    assert_eq!(contact.time_zone.unwrap().name(), "Asia/Tokyo");
}

#[test]
fn what_is_not_known_may_be_said() {
    let policy = policy();
    let contact = read(&policy, &with(r#""sentiment": null, "customer": null, "language": null"#)).unwrap();
    assert_eq!(contact, read(&policy, &with("")).unwrap());
    assert_eq!(contact.language, Spoken::Unknown);
}

#[test]
fn names_that_the_strategy_does_not_have_are_the_rest() {
    let mut policy = policy();
    policy.contact_types[3].everything_else = true;
    let json = r#"{"contact type": "Refund", "channel": "phone", "at": "2026-12-08T12:00:00Z", "customer": "VIP",
                   "language": "Welsh", "loyalty tier": "gold"}"#;
    let contact = read(&policy, json).unwrap();
    assert_eq!((contact.contact_type, contact.customer), (ContactTypeId(3), Some(SegmentId(1))));
    assert_eq!(contact.language, Spoken::Other("Welsh".into()));
    assert_eq!(contact.field(FieldId(3)), Some(&FieldValue::Name(None)));
    let decision = Engine::new(policy).decide(&contact);
    assert_eq!(decision.recognised.how, Recognition::NameUnknown);
    let notes = [Note::ContactTypeUnknown("Refund".into()), Note::CustomerUnknown("VIP".into())];
    assert_eq!(decision.notes, notes);
}

const NO_CHANNEL: &str = "The contact has no \"channel\". Every contact has \"contact type\", \"channel\" and \"at\".";
const NO_AT: &str = "The contact has no \"at\". Every contact has \"contact type\", \"channel\" and \"at\".";
const NO_TYPE: &str =
    "The contact has no \"contact type\". Every contact has \"contact type\", \"channel\" and \"at\".";

#[test]
fn parts_under_another_name_are_told_by_the_right_one() {
    let policy = policy();
    for (written, meant) in [
        ("contact_type", "contact type"),
        ("contactType", "contact type"),
        ("Contact type", "contact type"),
        ("type", "contact type"),
        ("segment", "customer"),
        ("Customer", "customer"),
        ("customer_segment", "customer"),
        ("Channel", "channel"),
        ("timestamp", "at"),
        ("arrived_at", "at"),
        ("time-zone", "time zone"),
        ("handledBefore", "handled before"),
        ("loyalty_tier", "loyalty tier"),
    ] {
        let json = format!(r#"{{"{written}": "x"}}"#);
        let said = read(&policy, &json).unwrap_err().to_string();
        assert_eq!(said, format!("A contact has no part called \"{written}\". Did you mean \"{meant}\"?"));
    }
    let guess = |name: &str, _: &[&str]| (name == "chanel").then(|| "channel".to_owned());
    let misspelt = read(&policy, r#"{"chanel": "phone"}"#).unwrap_err().in_words(&guess);
    assert_eq!(misspelt, "A contact has no part called \"chanel\". Did you mean \"channel\"?");
}

#[test]
fn a_customer_is_refused_where_no_segment_takes_everyone_else() {
    let mut policy = policy();
    let json = with(r#""customer": "VIP""#);
    policy.segments.truncate(1);
    let said = read(&policy, &json).unwrap_err().to_string();
    assert_eq!(
        said,
        "There is no customer called \"VIP\", and none that takes everyone else. The customers are: Trail Club."
    );
    policy.segments.clear();
    assert_eq!(read(&policy, &json).unwrap().unknown_customer.as_deref(), Some("VIP"));
}

#[test]
fn long_words_are_cut_and_an_instant_is_asked_for_as_one() {
    let policy = policy();
    let said = read(&policy, &with(&format!(r#""time zone": "{}""#, "x".repeat(9000)))).unwrap_err().to_string();
    assert!(said.len() < 200, "{said}");
    let said = read(&policy, r#"{"channel": "phone", "at": 1764590400}"#).unwrap_err().to_string();
    assert_eq!(
        said,
        "\"at\" is 1764590400, but it holds a date and a time with its offset, like 2026-11-24T08:00:00Z."
    );
}

#[test]
fn what_cannot_be_decided_is_refused_in_plain_words() {
    let policy = policy();
    for (json, said) in [
        ("{}".to_owned(), NO_CHANNEL),
        (r#"{"channel": "phone", "at": null}"#.into(), NO_AT),
        (r#"{"channel": "phone", "at": "2026-12-08T12:00:00Z"}"#.into(), NO_TYPE),
        (
            r#"{"contact type": "Refund", "channel": "phone", "at": "2026-12-08T12:00:00Z"}"#.into(),
            "There is no contact type called \"Refund\", and none that takes everything else. The contact types are: \
             Safety issue, Public complaint, Order help, Product advice, Praise and chatter.",
        ),
        (
            r#"{"channel": "fax"}"#.into(),
            "There is no channel called \"fax\". The channels are: phone, chat, email, facebook, instagram, x and 2 more.",
        ),
        (
            r#"{"channel": "phone", "at": "Tuesday"}"#.into(),
            "\"at\" is \"Tuesday\", but it holds a date and a time with its offset, like 2026-11-24T08:00:00Z.",
        ),
        (
            with(r#""mood": "good""#),
            "A contact has no part called \"mood\". It can have: contact type, channel, at, customer, language, handled before, handled at, time zone, sentiment, followers, waiting, loyalty tier, urgent, note.",
        ),
        (
            with(r#""mood": null"#),
            "A contact has no part called \"mood\". It can have: contact type, channel, at, customer, language, handled before, handled at, time zone, sentiment, followers, waiting, loyalty tier, urgent, note.",
        ),
        (with(r#""sentiment": -1.5"#), "\"sentiment\" is -1.5, but it goes from -1 to 1."),
        (with(r#""followers": -1"#), "\"followers\" is -1, but the least is 0."),
        (
            with(r#""followers": 12345678901"#),
            "\"followers\" is 12345678901, which has more than 9 digits before the point.",
        ),
        (with(r#""sentiment": "low""#), "\"sentiment\" is \"low\", but it holds a number."),
        (with(r#""waiting": "2 min""#), "\"waiting\" is \"2 min\", but it holds a number of seconds."),
        (with(r#""urgent": 1"#), "\"urgent\" is 1, but it holds yes or no."),
        (with(r#""customer": ["a"]"#), "\"customer\" is a list or an object, but it holds text."),
        (with(r#""note": {"a": 1}"#), "\"note\" is a list or an object, but it holds text."),
        (
            with(r#""time zone": "Europe/Londn""#),
            "There is no time zone called \"Europe/Londn\". Write it like Europe/London.",
        ),
        (with(r#""channel": "chat""#), "The contact has \"channel\" twice."),
        (with(r#""note": "a", "note": "b""#), "The contact has \"note\" twice."),
    ] {
        assert_eq!(read(&policy, &json).unwrap_err().to_string(), said, "{json}");
    }
}

#[test]
fn numbers_are_taken_to_nine_digits_after_the_point() {
    let policy = policy();
    let sentiment = |written: &str| {
        let contact = read(&policy, &with(&format!("\"sentiment\": {written}"))).unwrap();
        match contact.field(Field::SENTIMENT) {
            Some(FieldValue::Number(number)) => number.to_string(),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(sentiment("-0.8234567894123"), "-0.823456789");
    assert_eq!(sentiment("-0.8234567895123"), "-0.82345679");
    assert_eq!(sentiment("0.00000000051"), "0.000000001");
    assert_eq!(sentiment("-1e-7"), "-0.0000001");
}
