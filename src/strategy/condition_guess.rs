//! What a test was meant to be, from the names of the strategy: a field in another spelling, a name alone, a desk without
//! its name.

use crate::calendar::Weekday;
use crate::notation::{self, MisreadKind, MisreadPart};
use crate::policy::{ChannelKind, Family};
use crate::strategy::guess;
use crate::strategy::names::{NameKind, Names};

/// The fault with what was meant put right, where the names of the strategy say it.
#[expect(clippy::wildcard_enum_match_arm, reason = "the names of a strategy help with three near misses alone")]
pub(super) fn with_meant(fault: MisreadPart, names: &Names) -> MisreadPart {
    let fault = with_other_field(fault, names);
    if fault.misread.suggestion.is_some() || !fault.misread.choices.is_empty() {
        return fault;
    }
    let (found, tests) = match &fault.misread.kind {
        MisreadKind::WhichDesk { found, open } => (found.clone(), of_desks(*open, names)),
        MisreadKind::NoComparison { found } => (found.clone(), alone(found, names)),
        MisreadKind::UnknownField { found } => {
            let declared = names.all(NameKind::Field).iter().map(|name| name.value.as_str());
            let fields: Vec<&str> = notation::BUILT_IN_FIELDS.into_iter().chain(declared).collect();
            (found.clone(), guess::nearest(found, &fields).into_iter().collect())
        }
        _ => return fault,
    };
    with_tests(fault, &found, &tests)
}

/// The fault, with one of these in place of what was found.
fn with_tests(mut fault: MisreadPart, found: &str, tests: &[String]) -> MisreadPart {
    let whole = |test: &String| fault.part.text.replacen(found, test, 1);
    match tests {
        [only] => fault.misread.suggestion = Some(whole(only)),
        [one, other] => fault.misread.choices = vec![whole(one), whole(other)],
        _ => {}
    }
    fault
}

/// Whether each of the desks is open.
fn of_desks(open: bool, names: &Names) -> Vec<String> {
    let state = if open { "open" } else { "closed" };
    names.all(NameKind::Desk).iter().map(|desk| format!("desk {} is {state}", desk.value)).collect()
}

/// `Order help`, `phone, chat`, `Order help on phone`: names without their field. Each way in which they can be meant.
fn alone(text: &str, names: &Names) -> Vec<String> {
    let found = tests_of(text, names);
    if !found.is_empty() {
        return found;
    }
    if let Some(rest) = text.strip_prefix("not ") {
        return tests_of(rest, names).iter().map(|test| test.replacen(" is ", " is not ", 1)).collect();
    }
    for joint in [" on ", " via ", " by ", " from "] {
        let Some((first, second)) = text.split_once(joint) else { continue };
        if let ([first], [second]) = (tests_of(first, names).as_slice(), alone(second, names).as_slice()) {
            return vec![format!("{first} and {second}")];
        }
    }
    Vec::new()
}

/// The tests that ask for these names, one for each kind of thing that has them all.
fn tests_of(text: &str, names: &Names) -> Vec<String> {
    let kinds = [
        (NameKind::ContactType, "contact type is"),
        (NameKind::Customer, "customer is"),
        (NameKind::Channel, "channel is"),
        (NameKind::Language, "language is"),
        (NameKind::Term, "contact is"),
    ];
    let mut found: Vec<String> = Vec::new();
    for (kind, test) in kinds {
        let pieces: Option<Vec<String>> = text.split(", ").map(|piece| declared(kind, piece, names)).collect();
        let one = |pieces: &Vec<String>| kind != NameKind::Term || pieces.len() == 1;
        found.extend(pieces.filter(one).map(|pieces| format!("{test} {}", pieces.join(", "))));
    }
    if text.split(", ").all(|piece| Weekday::from_short(piece).is_some()) {
        found.push(format!("day is {text}"));
    }
    if let Some(desk) = declared(NameKind::Desk, text, names) {
        found.extend(["open", "closed"].map(|state| format!("desk {desk} is {state}")));
    }
    found
}

/// The name as it is declared, also where only its capitals differ.
fn declared(kind: NameKind, written: &str, names: &Names) -> Option<String> {
    let is_kind = ChannelKind::from_word(written).is_some() || Family::from_word(written).is_some();
    if kind == NameKind::Channel && is_kind {
        return Some(written.to_owned());
    }
    let lower = written.to_lowercase();
    let same = || names.all(kind).iter().find(|name| name.value.to_lowercase() == lower);
    match names.number(kind, written) {
        Some(_) => Some(written.to_owned()),
        None => same().map(|name| name.value.clone()),
    }
}

/// `channel is phone and Order help`: what follows `and` is no other channel, but a name of something else.
fn with_other_field(mut fault: MisreadPart, names: &Names) -> MisreadPart {
    const AND: &str = " and ";
    let MisreadKind::WrongSeparator { found, write: ", " } = &fault.misread.kind else { return fault };
    if found != AND {
        return fault;
    }
    let place = fault.misread.span.start.checked_sub(fault.part.span.start).map(|at| at as usize);
    let parts = place.and_then(|at| {
        let text = &fault.part.text;
        let rest = text.get(at..)?.strip_prefix(AND)?;
        Some((text.get(..at)?.to_owned(), rest.to_owned()))
    });
    let Some((before, rest)) = parts else { return fault };
    let (name, after) = rest.split_at(rest.find(AND).unwrap_or(rest.len()));
    let field = before.rsplit(AND).next().and_then(|test| test.split_once(" is ")).map_or("", |(field, _)| field);
    let tests = alone(name, names);
    let same = tests.iter().any(|test| test.strip_prefix(field).is_some_and(|test| test.starts_with(" is ")));
    if tests.is_empty() || same {
        return fault;
    }
    fault.misread.kind = MisreadKind::NoComparison { found: name.to_owned() };
    let mut whole: Vec<String> = tests.iter().map(|test| format!("{before}{AND}{test}{after}")).collect();
    fault.misread.suggestion = if whole.len() == 1 { whole.pop() } else { None };
    fault.misread.choices = if whole.len() == 2 { whole } else { Vec::new() };
    fault
}
