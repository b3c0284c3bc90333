//! Right forms and near misses of conditions.

use crate::calendar::Unit;
use crate::measure::Comparison;
use crate::measure::Decimal;
use crate::notation::checks::{at, exact};
use crate::notation::condition::{Condition, Test, condition};
use crate::notation::misread::Misread;
use crate::notation::misread_kind::MisreadKind;
use crate::notation::vocabulary::{AnyWords, KnownWords};
use crate::source::Excerpt;

const WORDS: KnownWords<'static> = KnownWords {
    fields: &["loyalty tier", "what is wanted", "what", "support register"],
    names: &["Return or exchange", "one of us", "R&D"],
};

fn read(excerpt: Excerpt<'_>) -> Result<Condition, Misread> {
    condition(excerpt, &WORDS)
}

#[track_caller]
fn misread(text: &str, kind: &MisreadKind, suggestion: Option<&str>) {
    crate::notation::checks::misread(read, text, kind, suggestion);
}

#[test]
fn right_forms_print_as_they_were_written() {
    for text in [
        "customer is Trail Club",
        "customer is Trail Club and channel is phone, chat",
        "channel is not email, phone",
        "sentiment below -0.3",
        "channel is social and sentiment below -0.3 and contact is angry",
        "waiting above 10 min",
        "waiting at least 1 h",
        "waiting between 5 and 10 min and channel is chat",
        "followers between 1000 and 5000",
        "followers at most 20",
        "loyalty tier is known",
        "loyalty tier is not known and day is Sat, Sun",
        "contact is not angry",
        "desk Main desk is open",
        "desk Main desk is closed and language is Welsh",
        "contact type is Return or exchange",
        "contact type is R&D",
        "customer is one of us",
        "contact type is Où est-ce?, Größe über 50",
        "customer is known by name",
        "what is wanted is refund",
        "what is a refund",
        "what is wanted is known",
    ] {
        let read = read(exact(text)).unwrap_or_else(|misread| panic!("{text}: {misread:?}"));
        assert_eq!(read.to_string(), text);
    }
}

#[test]
fn parts_keep_their_places() {
    let text = "customer is not Trail Club, Everyone else and waiting above 10 min";
    let tests = read(exact(text)).unwrap().tests;
    let Test::Named { field, negated: true, values } = &tests[0].value else { panic!("{tests:?}") };
    assert_eq!(at(text, field.span), "customer");
    assert_eq!(at(text, values[1].span), "Everyone else");
    assert_eq!(values[1].value, "Everyone else");
    assert_eq!(at(text, tests[1].span), "waiting above 10 min");
    let Test::Number { comparison, unit, .. } = &tests[1].value else { panic!("{tests:?}") };
    assert_eq!((*comparison, *unit), (Comparison::Above(Decimal::whole(10)), Some(Unit::Minute)));
}

#[test]
fn the_longest_known_field_is_taken() {
    let text = "channel is x and what is wanted is refund";
    let tests = read(exact(text)).unwrap().tests;
    let Test::Named { field, values, .. } = &tests[1].value else { panic!("{tests:?}") };
    assert_eq!(field.value, "what is wanted");
    assert_eq!(at(text, field.span), "what is wanted");
    assert_eq!(at(text, values[0].span), "refund");
}

#[test]
fn without_a_vocabulary_the_shortest_field_is_taken() {
    let tests = condition(exact("tier is gold or silver"), &AnyWords).unwrap().tests;
    let Test::Named { field, values, .. } = &tests[0].value else { panic!("{tests:?}") };
    assert_eq!((field.value.as_str(), values[0].value.as_str()), ("tier", "gold or silver"));
}

fn word(found: &str, write: &str) -> MisreadKind {
    MisreadKind::WrongWord { found: found.into(), write: write.into() }
}

#[test]
fn near_misses_of_joining() {
    let or = |between_tests| MisreadKind::Or { between_tests };
    misread("channel is phone or chat", &or(false), Some("channel is phone, chat"));
    misread("channel is phone, chat, or email", &or(false), Some("channel is phone, chat, email"));
    misread("channel is phone or customer is Trail Club", &or(true), None);
    let both = Some("channel is phone and customer is Trail Club");
    misread("channel is phone AND customer is Trail Club", &word("AND", "and"), both);
    misread("channel is phone && customer is Trail Club", &word("&&", "and"), both);
    let comma = MisreadKind::WrongSeparator { found: ", and ".into(), write: " and " };
    misread("channel is phone, and customer is Trail Club", &comma, both);
    misread("channel is phone and", &MisreadKind::DanglingAnd, Some("channel is phone"));
    misread("channel is phone,", &MisreadKind::EmptyItem, Some("channel is phone"));
    misread("(channel is phone) and customer is Trail Club", &MisreadKind::Brackets, both);
    misread("(channel is x or channel is y) and day is Sun", &MisreadKind::Brackets, None);
    misread("when channel is phone", &MisreadKind::ExtraWords { found: "when".into() }, Some("channel is phone"));
}

#[test]
fn near_misses_of_names() {
    let right = Some("channel is phone");
    let not = Some("channel is not phone");
    misread("channel = phone", &word("=", "is"), right);
    misread("channel==phone", &word("==", "is"), right);
    misread("channel != phone", &word("!=", "is not"), not);
    misread("channel in phone", &word("in", "is"), right);
    misread("channel not in phone", &word("not in", "is not"), not);
    misread("channel isn't phone", &word("isn't", "is not"), not);
    misread("not channel is phone", &word("not", "is not"), not);
    misread("channel contains phone", &word("contains", "is"), right);
    misread("channel IS phone", &word("IS", "is"), right);
    misread("Channel is phone", &word("Channel", "channel"), right);
    let extra = MisreadKind::ExtraWords { found: "one of".into() };
    misread("channel is one of phone, chat", &extra, Some("channel is phone, chat"));
    misread("channel is not one of phone, chat", &extra, Some("channel is not phone, chat"));
    misread("channel phone", &MisreadKind::NoComparison { found: "channel phone".into() }, right);
    misread("angry", &MisreadKind::NoComparison { found: "angry".into() }, None);
    misread("channel is", &MisreadKind::NoValue { field: "channel".into() }, None);
    misread("channel is not", &MisreadKind::NoValue { field: "channel".into() }, None);
    misread("day is Sun and channel is", &MisreadKind::NoValue { field: "channel".into() }, None);
    misread("loyalty tier is unknown", &word("unknown", "not known"), Some("loyalty tier is not known"));
    misread("Main desk is open", &word("Main desk", "desk Main desk"), Some("desk Main desk is open"));
    let text = "channel is phone and loyality tier is gold";
    misread(text, &MisreadKind::UnknownField { found: "loyality tier".into() }, None);
    assert_eq!(at(text, read(exact(text)).unwrap_err().span), "loyality tier");
}

#[test]
fn near_misses_of_numbers() {
    let right = Some("sentiment below -0.3");
    misread("sentiment < -0.3", &word("<", "below"), right);
    misread("sentiment<-0.3", &word("<", "below"), right);
    misread("sentiment less than -0.3", &word("less than", "below"), right);
    misread("sentiment is less than -0.3", &word("is less than", "below"), right);
    misread("sentiment is below -0.3", &word("is below", "below"), right);
    misread("sentiment is < -0.3", &word("<", "below"), right);
    misread("followers >= 1000", &word(">=", "at least"), Some("followers at least 1000"));
    misread("followers more than 1000", &word("more than", "above"), Some("followers above 1000"));
    misread("followers greater than 1000", &word("greater than", "above"), Some("followers above 1000"));
    misread("followers above 1,000", &MisreadKind::NumberForm { found: "1,000".into() }, Some("followers above 1000"));
    misread("followers above many", &MisreadKind::NotANumber { found: "many".into() }, None);
    let minutes = MisreadKind::UnitForm { found: "minutes".into(), unit: Unit::Minute };
    misread("waiting above 10 minutes", &minutes, Some("waiting above 10 min"));
    let ambiguous = MisreadKind::AmbiguousUnit { number: "10".into(), found: "m".into() };
    misread("waiting above 10 m", &ambiguous, None);
    let to = MisreadKind::WrongSeparator { found: " to ".into(), write: " and " };
    misread("followers between 5 to 10", &to, Some("followers between 5 and 10"));
    misread("followers between 10 and 5", &MisreadKind::BetweenBackwards, None);
    misread("followers above", &MisreadKind::NoValue { field: "followers".into() }, None);
}
