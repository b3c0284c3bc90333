//! What is said of promises, conditions, contacts and money that cannot be read.

use crate::notation::MisreadKind;
use crate::source::quoted;
use crate::strategy::errors::finding::{
    IMPOSSIBLE_PROMISE, NO_UNIT, OTHER_SPELLING, UNCLEAR_CONDITION, UNCLEAR_NUMBER, UNCLEAR_PROMISE, UNKNOWN_NAME,
    UNREADABLE_PHRASE,
};
use crate::strategy::errors::said::{Said, said};

/// The words for a near miss that is about none of the other things.
pub(crate) fn words(kind: &MisreadKind) -> Option<Said> {
    promises(kind).or_else(|| conditions(kind)).or_else(|| others(kind))
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the last of these functions takes what is left")]
fn others(kind: &MisreadKind) -> Option<Said> {
    Some(match kind {
        MisreadKind::NoChannel { found } => said(
            &UNREADABLE_PHRASE,
            format!("{} does not say on which channel.", quoted(found)),
            "A contact is a contact type on a channel, then from whom and when, with commas between them.",
            "write it like this: Order help on phone from Trail Club, Tue 12:00",
        ),
        MisreadKind::NoMoment { found } => said(
            &UNREADABLE_PHRASE,
            if found.is_empty() {
                "This does not say when.".to_owned()
            } else {
                format!("{} does not say when.", quoted(found))
            },
            "A moment is a day of the week, or a date, and a time of day.",
            "write the day and the time, such as Tue 12:00",
        ),
        MisreadKind::NoFrequency { found } => said(
            &UNREADABLE_PHRASE,
            format!("{} does not say how often.", quoted(found)),
            "First comes who hears of it, then how often, then what, with commas between them.",
            "write it like this: Product team, every week, top 10 reasons",
        ),
        MisreadKind::LoneBracket => said(
            &UNREADABLE_PHRASE,
            "A bracket here has no other half.",
            "A level stands in brackets after its skill.",
            "write both brackets, such as German (fluent)",
        ),
        MisreadKind::NoRateUnit { number } => said(
            &NO_UNIT,
            format!("{} does not say in how long a time.", quoted(number)),
            "As many in an hour or in a day need other numbers of people.",
            format!("write {number} per h, {number} per day, {number} per week or {number} per month"),
        ),
        MisreadKind::RateUnit { found } => said(
            &NO_UNIT,
            format!("Nothing is counted per {} here.", quoted(found)),
            "Contacts are counted per h, per day, per week or per month.",
            "write the number per h, per day, per week or per month",
        ),
        MisreadKind::NoCurrency { amount } => said(
            &UNCLEAR_NUMBER,
            format!("{} has no currency.", quoted(amount)),
            "",
            format!("write the currency after it, such as {amount} GBP"),
        ),
        MisreadKind::MoneyForm { found } => said(
            &OTHER_SPELLING,
            format!("{} is another way to write an amount of money.", quoted(found)),
            "The amount comes first, then three letters for the currency.",
            "write it like this: 4.50 GBP",
        ),
        MisreadKind::NoWorkingDay { found, write } => said(
            &UNCLEAR_PROMISE,
            format!("{} does not say on which day.", quoted(found)),
            "A contact that arrives just before that hour would be late at once. Working day 1 is the one after receipt.",
            format!("name the working day: {write}"),
        ),
        MisreadKind::SameDay { found } => said(
            &UNCLEAR_PROMISE,
            format!("{} does not say until when, nor for how many contacts.", quoted(found)),
            "A contact that arrives just before closing time would be late at once.",
            "write in what time, such as 90% in 4 open hours, or next working day",
        ),
        _ => return None,
    })
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the next of these functions takes the other kinds")]
#[expect(clippy::too_many_lines, reason = "a table: one arm for each near miss")]
fn promises(kind: &MisreadKind) -> Option<Said> {
    let words = match kind {
        MisreadKind::SpokenPromise(found) => said(
            &UNCLEAR_PROMISE,
            format!("{} does not say its unit.", quoted(found)),
            "Write it out, so nobody has to guess the unit.",
            "write it like this: 80% in 20 s",
        ),
        MisreadKind::SpokenEitherWay(found) => said(
            &UNCLEAR_PROMISE,
            format!("{} could have the share first, or the time.", quoted(found)),
            "Write it out, so nobody has to guess.",
            "write it like this: 80% in 20 s",
        ),
        MisreadKind::SwappedPromise => said(
            &UNCLEAR_PROMISE,
            "The time and the share are the wrong way round.",
            "The share of contacts comes first, then the time.",
            "write it like this: 80% in 20 s",
        ),
        MisreadKind::NoShare { found, deadline } => said(
            &UNCLEAR_PROMISE,
            format!("{} does not say for how many contacts.", quoted(found)),
            format!("100% is a promise to everyone. Most name a smaller share, such as 80% in {deadline}."),
            format!("100% in {deadline}"),
        ),
        MisreadKind::NoTimeOfShare { found, before } => said(
            &UNREADABLE_PHRASE,
            format!("{} does not say a length of time.", quoted(found)),
            "Nobody can act on what cannot be told for certain.",
            format!("write the time with its unit, such as {before}20 s"),
        ),
        MisreadKind::NumberEitherWay { found } => said(
            &UNCLEAR_NUMBER,
            format!("{} is one number in some countries, and another in others.", quoted(found)),
            "A point before three digits parts thousands, or begins a fraction.",
            "write digits only",
        ),
        MisreadKind::BareNumber { number } => said(
            &UNCLEAR_PROMISE,
            format!("{number} alone could be a share or a time."),
            "A promise says for how many contacts, and in what time.",
            if number.bytes().all(|byte| byte.is_ascii_digit()) {
                format!("write both, and the unit, such as 80% in {number} s")
            } else {
                "write both, and the unit, such as 80% in 20 s".to_owned()
            },
        ),
        MisreadKind::InNoTime { found } => said(
            &IMPOSSIBLE_PROMISE,
            format!("Nobody can be answered in {found}."),
            "The shortest answer takes a second. Only where customers help themselves does nobody wait: always.",
            "write the shortest time that you can promise, such as 80% in 10 s",
        ),
        MisreadKind::ToNobody { found, kept: true } => said(
            &IMPOSSIBLE_PROMISE,
            format!("{} promises nothing to anybody.", quoted(found)),
            "It is kept whatever happens. No promise says that there is none; a dash, that it is not offered.",
            "leave it out, or write what is promised",
        ),
        MisreadKind::ToNobody { found, kept: false } => said(
            &IMPOSSIBLE_PROMISE,
            format!("{} can never be kept.", quoted(found)),
            "There are no more contacts than all of them, and no fewer than none.",
            "write a share that can be reached",
        ),
        MisreadKind::NotOfferedWord { found } => said(
            &UNCLEAR_PROMISE,
            format!("{} can mean two things here.", quoted(found)),
            "A dash says that it is not offered. No promise says that it is answered without a time.",
            "",
        ),
        MisreadKind::Undecided { found } => said(
            &UNCLEAR_PROMISE,
            format!("{} is not a promise yet.", quoted(found)),
            "An empty cell says so too, and is counted as a gap.",
            "leave the cell empty until it is decided",
        ),
        _ => return None,
    };
    Some(words)
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the last of these functions takes what is left")]
#[expect(clippy::too_many_lines, reason = "a table: one arm for each near miss")]
fn conditions(kind: &MisreadKind) -> Option<Said> {
    let words = match kind {
        MisreadKind::Or { between_tests: true } => said(
            &UNCLEAR_CONDITION,
            "A rule cannot say or between two tests.",
            "Each rule is one row: all of its tests must fit. Another alternative is another rule.",
            "write the second alternative as a rule of its own, with the same group",
        ),
        MisreadKind::Or { between_tests: false } => said(
            &UNCLEAR_CONDITION,
            "Alternatives of one test are separated by commas.",
            "A comma means any of these.",
            "write a comma in place of or",
        ),
        MisreadKind::Brackets => said(
            &UNCLEAR_CONDITION,
            "Conditions have no brackets.",
            "All tests of a rule must fit, in any order.",
            "leave them out, and write alternatives as rules of their own",
        ),
        MisreadKind::UnknownField { found } => said(
            &UNKNOWN_NAME,
            format!("There is nothing called {} to test.", quoted(found)),
            "A rule tests customer, contact type, channel, language, day, or a contact field.",
            if matches!(found.as_str(), "time" | "hour" | "hours" | "time of day" | "opening hours") {
                "test whether a desk is open, such as desk Main desk is open"
            } else {
                "declare it under fields, or test something else"
            },
        ),
        MisreadKind::HoldsForAll { found } => said(
            &UNCLEAR_CONDITION,
            format!("{} is no test.", quoted(found)),
            "What takes every contact needs no condition.",
            "remove this line",
        ),
        MisreadKind::DeskState { found } => said(
            &UNCLEAR_CONDITION,
            format!("A desk is never {}.", quoted(found)),
            "It is open or closed.",
            "write open or closed",
        ),
        MisreadKind::WhichDesk { found, open } => said(
            &UNCLEAR_CONDITION,
            format!("{} does not say which desk.", quoted(found)),
            "A strategy can have several desks, each with hours of its own.",
            format!("name the desk, such as desk Main desk is {}", if *open { "open" } else { "closed" }),
        ),
        MisreadKind::NoComparison { found } => said(
            &UNCLEAR_CONDITION,
            format!("{} compares nothing.", quoted(found)),
            "A test says is, is not, above, below, at least, at most or between.",
            "write it like this: channel is phone",
        ),
        MisreadKind::NoValue { field } => said(
            &UNCLEAR_CONDITION,
            format!("The test of {} has no value.", quoted(field)),
            "",
            "write what it is compared with",
        ),
        MisreadKind::DanglingAnd => {
            said(&UNCLEAR_CONDITION, "Nothing follows the last and.", "", "remove it, or write the next test")
        }
        MisreadKind::BetweenBackwards => said(
            &UNCLEAR_CONDITION,
            "The lower of the two numbers must come first.",
            "As it stands, nothing fits.",
            "swap the two numbers",
        ),
        _ => return None,
    };
    Some(words)
}
