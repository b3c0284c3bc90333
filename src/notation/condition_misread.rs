//! Near misses of conditions: signs of programs and of spreadsheets, `or`, other words for the comparisons.

use crate::measure::Decimal;
use crate::notation::condition_number::{between, first_word, number};
use crate::notation::duration_misread::decimal_comma;
use crate::notation::misread_kind::MisreadKind;
use crate::notation::miss::{Miss, splice};
use crate::notation::vocabulary::{BUILT_IN_FIELDS, Vocabulary};

/// Comparisons in other words, and how the language says them. Longer ones first.
pub(crate) const WORDS: [(&str, &str); 65] = [
    (" && ", "and"),
    (" & ", "and"),
    (" AND ", "and"),
    (" And ", "and"),
    (", and ", "and"),
    (" is greater than or equal to ", "at least"),
    (" is less than or equal to ", "at most"),
    (" is no more than ", "at most"),
    (" is not more than ", "at most"),
    (" is no less than ", "at least"),
    (" is longer than ", "above"),
    (" is shorter than ", "below"),
    (" for longer than ", "above"),
    (" for more than ", "above"),
    (" for less than ", "below"),
    (" for at least ", "at least"),
    (" for over ", "above"),
    (" no more than ", "at most"),
    (" not more than ", "at most"),
    (" no less than ", "at least"),
    (" no longer than ", "at most"),
    (" longer than ", "above"),
    (" shorter than ", "below"),
    (" exceeds ", "above"),
    (" up to ", "at most"),
    (" is greater than ", "above"),
    (" is more than ", "above"),
    (" is less than ", "below"),
    (" is lower than ", "below"),
    (" is higher than ", "above"),
    (" is at least ", "at least"),
    (" is at most ", "at most"),
    (" is above ", "above"),
    (" is below ", "below"),
    (" is over ", "above"),
    (" is under ", "below"),
    (" is between ", "between"),
    (" longer than ", "above"),
    (" shorter than ", "below"),
    (" is longer than ", "above"),
    (" greater than ", "above"),
    (" more than ", "above"),
    (" less than ", "below"),
    (" higher than ", "above"),
    (" lower than ", "below"),
    (" over ", "above"),
    (" under ", "below"),
    (" not in ", "is not"),
    (" in ", "is"),
    (" is not equal to ", "is not"),
    (" is equal to ", "is"),
    (" equals ", "is"),
    (" isn't ", "is not"),
    (" isn\u{2019}t ", "is not"),
    (" contains ", "is"),
    (" includes ", "is"),
    (" has ", "is"),
    (" are ", "is"),
    (" was ", "is"),
    (" IS NOT ", "is not"),
    (" IS ", "is"),
    (" Is ", "is"),
    (" matches ", "is"),
    (" like ", "is"),
    (": ", "is"),
];

/// Comparisons as signs. Longer ones first.
const SIGNS: [(&str, &str); 12] = [
    ("!==", "is not"),
    ("===", "is"),
    ("!=", "is not"),
    ("<>", "is not"),
    ("==", "is"),
    (">=", "at least"),
    ("<=", "at most"),
    ("\u{2265}", "at least"),
    ("\u{2264}", "at most"),
    (">", "above"),
    ("<", "below"),
    ("=", "is"),
];

/// The near miss of a text that does not read as a condition.
pub(crate) fn look(text: &str, words: &dyn Vocabulary) -> Option<Miss> {
    lead(text)
        .or_else(|| which_desk(text))
        .or_else(|| holds_for_all(text))
        .or_else(|| brackets(text))
        .or_else(|| dangling(text))
        .or_else(|| other_words(text, &WORDS).or_else(|| signs(text)).map(with_unit))
        .or_else(|| tests(text).into_iter().find_map(|(start, end)| one_test(text, start, end, words)))
}

/// `waiting longer than 5`: the one built-in length of time lacks its unit too, so there are two honest choices.
fn with_unit(miss: Miss) -> Miss {
    let rewrite = miss.rewrite.as_deref().unwrap_or("");
    let bare = rewrite.strip_prefix("waiting ").and_then(|test| test.rsplit(' ').next());
    if rewrite.contains(" and ") || bare.is_none_or(|number| Decimal::parse(number).is_none()) {
        return miss;
    }
    let choices = ["min", "s"].map(|unit| format!("{rewrite} {unit}"));
    Miss { rewrite: None, ..miss }.or_either(choices)
}

/// `when channel is x`, `if channel is x`.
pub(crate) fn lead(text: &str) -> Option<Miss> {
    let word = ["when ", "if ", "where ", "only when "].into_iter().find(|word| text.starts_with(word))?;
    let found = word.trim_end().to_owned();
    Some(Miss::new(0, found.len(), MisreadKind::ExtraWords { found }).becomes(text.get(word.len()..)?))
}

/// `always`, `everything`, `any contact`.
fn holds_for_all(text: &str) -> Option<Miss> {
    let words = [
        "always",
        "all",
        "any",
        "everything",
        "everyone",
        "anything",
        "all contacts",
        "every contact",
        "any contact",
        "everything else",
        "everyone else",
        "otherwise",
        "else",
        "true",
        "default",
        "*",
    ];
    words
        .contains(&text.to_ascii_lowercase().as_str())
        .then(|| Miss::new(0, text.len(), MisreadKind::HoldsForAll { found: text.to_owned() }))
}

pub(crate) fn brackets(text: &str) -> Option<Miss> {
    let at = text.find(['(', '[', '{'])?;
    let miss = Miss::new(at, at + 1, MisreadKind::Brackets);
    let bare: String = text.chars().filter(|found| !"()[]{}".contains(*found)).collect();
    // Without `or` the brackets change nothing, so they can go.
    Some(if text.contains(" or ") || text.contains("not (") { miss } else { miss.becomes(bare) })
}

/// Other words that say whether a desk is open, none of which says which desk.
const OF_A_DESK: [(&str, bool); 36] = [
    ("after hours", false),
    ("after-hours", false),
    ("business hours", true),
    ("closed", false),
    ("desk closed", false),
    ("desk is closed", false),
    ("desk is not closed", true),
    ("desk is not open", false),
    ("desk is open", true),
    ("desk is shut", false),
    ("desk open", true),
    ("during business hours", true),
    ("during office hours", true),
    ("during opening hours", true),
    ("during working hours", true),
    ("in business hours", true),
    ("in hours", true),
    ("in office hours", true),
    ("in opening hours", true),
    ("office hours", true),
    ("open", true),
    ("opening hours", true),
    ("out of hours", false),
    ("out of office hours", false),
    ("out-of-hours", false),
    ("outside business hours", false),
    ("outside hours", false),
    ("outside office hours", false),
    ("outside opening hours", false),
    ("outside working hours", false),
    ("the desk is closed", false),
    ("the desk is open", true),
    ("we are closed", false),
    ("we are open", true),
    ("when closed", false),
    ("working hours", true),
];

/// `desk is closed`, `out of hours`: whether a desk is open, but not which.
pub(crate) fn which_desk(text: &str) -> Option<Miss> {
    let (_, open) = OF_A_DESK.into_iter().find(|(words, _)| text.eq_ignore_ascii_case(words))?;
    Some(Miss::new(0, text.len(), MisreadKind::WhichDesk { found: text.to_owned(), open }))
}

/// An `and` with nothing before or after it, a comma with nothing after it.
fn dangling(text: &str) -> Option<Miss> {
    if let Some(miss) = leading_and(text) {
        return Some(miss);
    }
    if let Some(at) = text.find(" and and ") {
        let miss = Miss::new(at + 1, at + 4, MisreadKind::ExtraWords { found: "and".into() });
        return Some(miss.becomes(splice(text, at, at + 4, "")));
    }
    if let Some(at) = text.find(", , ") {
        return Some(Miss::put(text, at, at + ", , ".len(), MisreadKind::EmptyItem, ", "));
    }
    dangling_end(text)
}

/// `and channel is phone`
pub(crate) fn leading_and(text: &str) -> Option<Miss> {
    let rest = text.strip_prefix("and ")?;
    Some(Miss::new(0, "and".len(), MisreadKind::ExtraWords { found: "and".into() }).becomes(rest))
}

fn dangling_end(text: &str) -> Option<Miss> {
    if let Some(rest) = text.strip_suffix(" and") {
        let half = rest.rsplit(" and ").next().unwrap_or(rest).contains(" between ");
        let miss = Miss::new(rest.len() + 1, text.len(), MisreadKind::DanglingAnd);
        return Some(if half { miss } else { miss.becomes(rest) });
    }
    let rest = text.strip_suffix(',')?;
    Some(Miss::new(rest.len(), text.len(), MisreadKind::EmptyItem).becomes(rest.trim_end()))
}

pub(crate) fn other_words(text: &str, table: &[(&str, &str)]) -> Option<Miss> {
    table.iter().find_map(|(found, write)| {
        let at = text.find(found)?;
        let kind = MisreadKind::WrongWord { found: found.trim().to_owned(), write: (*write).to_owned() };
        let start = at + (found.len() - found.trim_start().len());
        let miss = Miss::new(start, start + found.trim().len(), kind);
        Some(miss.becomes(splice(text, at, at + found.len(), &format!(" {write} "))))
    })
}

/// `channel=phone`, `sentiment < -0.3`
pub(crate) fn signs(text: &str) -> Option<Miss> {
    SIGNS.into_iter().find_map(|(sign, write)| {
        let at = text.find(sign)?;
        let kind = MisreadKind::WrongWord { found: sign.to_owned(), write: write.to_owned() };
        let before = text.get(..at)?.trim_end();
        let after = text.get(at + sign.len()..)?.trim_start();
        Some(Miss::new(at, at + sign.len(), kind).becomes(format!("{before} {write} {after}")))
    })
}

/// Where the tests stand; the `and` of `between` does not part them.
pub(crate) fn tests(text: &str) -> Vec<(usize, usize)> {
    let mut tests = Vec::new();
    let (mut start, mut from) = (0, 0);
    while let Some(at) = text.get(from..).and_then(|rest| rest.find(" and ")).map(|at| from + at) {
        from = at + " and ".len();
        let piece = text.get(start..at).unwrap_or("");
        let open = piece.rfind(" between ").is_some_and(|between| {
            piece.get(between + " between ".len()..).is_some_and(|rest| {
                let first = first_word(rest);
                Decimal::parse(first).is_some() || decimal_comma(first).is_some()
            })
        });
        if !open || piece.contains(" and ") {
            tests.push((start, at));
            start = from;
        }
    }
    tests.push((start, text.len()));
    tests
}

/// What is wrong with one test.
fn one_test(whole: &str, start: usize, end: usize, words: &dyn Vocabulary) -> Option<Miss> {
    let test = whole.get(start..end)?;
    for comparison in [" is not", " is", " above", " below", " at least", " at most", " between"] {
        if let Some(field) = test.strip_suffix(comparison) {
            return Some(Miss::new(start, end, MisreadKind::NoValue { field: field.to_owned() }));
        }
    }
    for comparison in [" above ", " below ", " at least ", " at most "] {
        if let Some((field, value)) = test.split_once(comparison) {
            let at = start + field.len() + comparison.len();
            return number(whole, at, at + value.len());
        }
    }
    if let Some((field, value)) = test.split_once(" between ") {
        let at = start + field.len() + " between ".len();
        return between(whole, at, at + value.len());
    }
    if test.contains(" is ") {
        return None;
    }
    if let Some(joint) = start.checked_sub(" and ".len()).filter(|_| words.is_name(test) && !words.is_field(test)) {
        // `channel is phone, chat and email`
        let kind = MisreadKind::WrongSeparator { found: " and ".into(), write: ", " };
        return Some(Miss::put(whole, joint, start, kind, ", "));
    }
    let miss = Miss::new(start, end, MisreadKind::NoComparison { found: test.to_owned() });
    // A vocabulary that knows every word would know the whole test as a field, and can say nothing here.
    let known = |field: &str| BUILT_IN_FIELDS.contains(&field) || (words.is_field(field) && !words.is_field(test));
    let ends = test.match_indices(' ').map(|(at, _)| at);
    let Some(at) = ends.filter(|at| test.get(..*at).is_some_and(known)).max() else { return Some(miss) };
    let (field, value) = (test.get(..at)?, test.get(at + 1..)?);
    if Decimal::parse(first_word(value)).is_some() && !NAMED_FIELDS.contains(&field) {
        let either = ["above", "below"].map(|word| splice(whole, start + at, start + at + 1, &format!(" {word} ")));
        return Some(miss.or_either(either));
    }
    // Whatever is no name is no value of the test either: nobody knows what was meant.
    let one_word = NAMED_FIELDS.contains(&field) && !value.contains(' ');
    let names = one_word || value.split(", ").all(|name| words.is_name(name));
    Some(if names { miss.becomes(splice(whole, start + at, start + at + 1, " is ")) } else { miss })
}

/// The built-in fields that hold a name.
const NAMED_FIELDS: [&str; 5] = ["customer", "contact type", "channel", "language", "day"];

/// What is odd about the words `start..end` after `is`, where they are no known name.
pub(crate) fn odd_value(whole: &str, start: usize, end: usize, words: &dyn Vocabulary) -> Option<Miss> {
    let value = whole.get(start..end)?;
    if let Some(miss) = dangling_end(value).filter(|_| end == whole.len()) {
        return Some(miss.within(whole, start, end));
    }
    if value == "not" {
        let field = whole.get(..start)?.trim_end_matches(" is ");
        let field = field.rsplit(" and ").next().unwrap_or(field).to_owned();
        return Some(Miss::new(start, end, MisreadKind::NoValue { field }));
    }
    if let Some(miss) = second_test(whole, start, value, words).filter(|_| !words.is_name(value)) {
        return Some(miss);
    }
    let odd = slip(whole, start, end, value, words)?;
    (!words.is_name(value)).then_some(odd)
}

/// `channel is phone, contact type is Order help`: a test of its own stands where one more name would.
fn second_test(whole: &str, start: usize, value: &str, words: &dyn Vocabulary) -> Option<Miss> {
    let begins = |text: &str| {
        let known = |field: &str| BUILT_IN_FIELDS.contains(&field) || field == "contact" || words.is_field(field);
        let field = COMPARISONS.into_iter().find_map(|comparison| text.split_once(comparison)).map(|(field, _)| field);
        let state = text.ends_with(" is open") || text.ends_with(" is closed");
        field.is_some_and(|field| known(field) || (state && field.starts_with("desk ")))
    };
    let put = |at: usize, found: &str| {
        let kind = MisreadKind::WrongSeparator { found: found.to_owned(), write: " and " };
        Some(Miss::put(whole, at, at + found.len(), kind, " and "))
    };
    let comma = start.checked_sub(", ".len())?;
    if whole.get(comma..start) == Some(", ") && begins(value) {
        return put(comma, ", ");
    }
    for joint in ["; ", ";", " + ", " / ", " with ", " where "] {
        let found = value.match_indices(joint).find(|(at, _)| value.get(at + joint.len()..).is_some_and(begins));
        if let Some((at, _)) = found {
            return put(start + at, joint);
        }
    }
    None
}

/// What stands between a field and its value.
const COMPARISONS: [&str; 6] = [" is ", " above ", " below ", " at least ", " at most ", " between "];

fn slip(whole: &str, start: usize, end: usize, value: &str, words: &dyn Vocabulary) -> Option<Miss> {
    let has_test = |part: &str| COMPARISONS.iter().any(|comparison| part.contains(comparison));
    if let Some(miss) = comparison_after_is(whole, start, value) {
        return Some(miss);
    }
    for found in [" or ", " OR ", " || ", " | "] {
        let Some(at) = value.find(found) else { continue };
        let (from, to) = (start + at, start + at + found.len());
        let between_tests = has_test(value.get(at + found.len()..)?);
        let miss = Miss::new(from + 1, to - 1, MisreadKind::Or { between_tests });
        return Some(if between_tests { miss } else { miss.becomes(splice(whole, from, to, ", ")) });
    }
    for lead in ["or ", "and "] {
        // `phone, chat, or email` and `channel is phone, and customer is …`
        let Some(rest) = value.strip_prefix(lead) else { continue };
        let word = lead.trim_end().len();
        if lead == "or " {
            let miss = Miss::new(start, start + word, MisreadKind::Or { between_tests: has_test(rest) });
            return Some(if has_test(rest) {
                miss
            } else {
                miss.becomes(splice(whole, start, start + lead.len(), ""))
            });
        }
        let comma = start.checked_sub(2)?;
        let kind = MisreadKind::WrongSeparator { found: ", and ".into(), write: " and " };
        let joint = if has_test(rest) { " and " } else { ", " };
        return Some(Miss::put(whole, comma, start + lead.len(), kind, joint));
    }
    for found in [" && ", " & ", " AND "] {
        let Some(at) = value.find(found).filter(|at| value.get(*at..).is_some_and(has_test)) else { continue };
        let kind = MisreadKind::WrongWord { found: found.trim().to_owned(), write: "and".into() };
        let (from, to) = (start + at, start + at + found.len());
        return Some(Miss::new(from + 1, to - 1, kind).becomes(splice(whole, from, to, " and ")));
    }
    for extra in ["one of ", "any of ", "equal to ", "in "] {
        if value.starts_with(extra) {
            let found = extra.trim_end().to_owned();
            let miss = Miss::new(start, start + found.len(), MisreadKind::ExtraWords { found });
            return Some(miss.becomes(splice(whole, start, start + extra.len(), "")));
        }
    }
    let parts = |joint: &str| value.contains(joint) && value.split(joint).all(|part| words.is_name(part.trim()));
    let count = |brackets: [char; 3]| value.chars().filter(|letter| brackets.contains(letter)).count();
    if count(['(', '[', '{']) != count([')', ']', '}']) {
        // A bracket without its other half is no part of a name.
        let at = start + value.rfind([')', ']', '}']).or_else(|| value.find(['(', '[', '{']))?;
        return Some(Miss::put(whole, at, at + 1, MisreadKind::Brackets, ""));
    }
    if let Some(found) = ["/", "; ", ";", " + "].into_iter().find(|joint| parts(joint)) {
        let kind = MisreadKind::WrongSeparator { found: found.to_owned(), write: ", " };
        let at = start + value.find(found)?;
        let list: Vec<&str> = value.split(found).map(str::trim).collect();
        return Some(Miss::new(at, at + found.len(), kind).becomes(splice(whole, start, end, &list.join(", "))));
    }
    (value == "unknown").then(|| {
        let kind = MisreadKind::WrongWord { found: "unknown".into(), write: "not known".into() };
        Miss::put(whole, start, end, kind, "not known")
    })
}

/// `sentiment is below -0.3`: the comparison stands without `is`.
fn comparison_after_is(whole: &str, start: usize, value: &str) -> Option<Miss> {
    // Every value of every rule comes by here, and few of them hold a number.
    if !value.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let lead = start.checked_sub(" is ".len())?;
    let before = whole.get(lead..start).filter(|before| *before == " is ")?;
    let phrase = format!("{before}{value}");
    let number = |rest: &str| rest.starts_with(|found: char| found.is_ascii_digit() || found == '-');
    for (found, write) in WORDS {
        let Some(rest) = phrase.strip_prefix(found).filter(|rest| number(rest)) else { continue };
        let written = found.trim().to_owned();
        let kind = MisreadKind::WrongWord { found: written.clone(), write: write.to_owned() };
        let miss = Miss::new(lead + 1, lead + 1 + written.len(), kind);
        let end = start + value.len() - rest.len();
        return Some(miss.becomes(splice(whole, lead, end, &format!(" {write} "))));
    }
    for (sign, write) in SIGNS {
        let Some(rest) = value.strip_prefix(sign).map(str::trim_start).filter(|rest| number(rest)) else { continue };
        let kind = MisreadKind::WrongWord { found: sign.to_owned(), write: write.to_owned() };
        let end = start + value.len() - rest.len();
        return Some(Miss::new(start, start + sign.len(), kind).becomes(splice(
            whole,
            lead,
            end,
            &format!(" {write} "),
        )));
    }
    None
}
