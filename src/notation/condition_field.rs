//! Near misses of the field of a test: other words for it, capitals, a desk without the word `desk`.

use crate::notation::condition_misread::{WORDS, brackets, lead, leading_and, other_words, signs, which_desk};
use crate::notation::misread_kind::MisreadKind;
use crate::notation::miss::{Miss, splice};
use crate::notation::vocabulary::{Vocabulary, is_field};

/// Other words for the built-in fields.
const FIELD_WORDS: [(&str, &str); 12] = [
    ("contact reason", "contact type"),
    ("customer segment", "customer"),
    ("customer type", "customer"),
    ("enquiry", "contact type"),
    ("kind of contact", "contact type"),
    ("medium", "channel"),
    ("segment", "customer"),
    ("topic", "contact type"),
    ("type", "contact type"),
    ("wait", "waiting"),
    ("wait time", "waiting"),
    ("waiting time", "waiting"),
];

/// What is odd about a field that is not known: brackets, capitals, a desk without the word `desk`.
pub(crate) fn odd_field(test: &str, field: &str, words: &dyn Vocabulary) -> Option<Miss> {
    if let Some(miss) = which_desk(test) {
        return Some(miss);
    }
    if let Some(miss) = lead(test).or_else(|| brackets(test)).or_else(|| leading_and(test)) {
        return Some(miss);
    }
    if let Some((_, state)) = test.split_once(" is ").filter(|_| field.starts_with("desk ")) {
        let at = test.len() - state.len();
        let miss = Miss::new(at, test.len(), MisreadKind::DeskState { found: state.to_owned() });
        let put = |word: &str| splice(test, at, test.len(), word);
        return Some(match state {
            "shut" | "not open" | "closing" => miss.becomes(put("closed")),
            "not closed" | "working" | "staffed" => miss.becomes(put("open")),
            _ => miss.or_either([put("open"), put("closed")]),
        });
    }
    if let Some(rest) = test.strip_prefix("not ") {
        let kind = MisreadKind::WrongWord { found: "not".into(), write: "is not".into() };
        return Some(Miss::new(0, "not".len(), kind).becomes(rest.replacen(" is ", " is not ", 1)));
    }
    let lower = field.to_lowercase();
    if lower != field && is_field(&lower, words) {
        let kind = MisreadKind::WrongWord { found: field.to_owned(), write: lower.clone() };
        return Some(Miss::put(test, 0, field.len(), kind, &lower));
    }
    let meant = FIELD_WORDS.iter().find(|(word, _)| *word == lower).map(|(_, field)| *field);
    if let Some(meant) = meant {
        let kind = MisreadKind::WrongWord { found: field.to_owned(), write: meant.to_owned() };
        return Some(Miss::put(test, 0, field.len(), kind, meant));
    }
    if test.ends_with(" is open") || test.ends_with(" is closed") {
        let kind = MisreadKind::WrongWord { found: field.to_owned(), write: format!("desk {field}") };
        return Some(Miss::new(0, field.len(), kind).becomes(format!("desk {test}")));
    }
    other_words(field, &WORDS).or_else(|| signs(field)).map(|miss| miss.within(test, 0, field.len()))
}
