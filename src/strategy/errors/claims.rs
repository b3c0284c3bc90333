//! What is said of fields, terms, guarantees and stories.

use crate::source::{Diagnostic, Span, Spanned, capital, quoted};
use crate::strategy::errors::finding::{
    CIRCULAR_TERM, EMPTY_GUARANTEE, RESERVED_VALUE, SAME_WITHOUT_COMPARISON, WHEN_AND_COMPARE, WRONG_BUILT_IN_FIELD,
};

/// A field that is built in and holds something else than is written.
pub fn wrong_built_in_field(name: &str, at: Span, holds: &str) -> Diagnostic {
    Diagnostic::new(&WRONG_BUILT_IN_FIELD, at, format!("{} is built in and holds something else.", quoted(name)))
        .why(format!("{} is {holds}. What is written here would change nothing.", capital(name)))
        .advise("remove this line")
        .advise("give the field another name")
}

/// A value that stands for all values that are not named.
pub fn reserved_value(field: &str, value: &Spanned<String>) -> Diagnostic {
    let headline = format!("{} cannot be a value of {}.", quoted(&value.value), quoted(field));
    let why = if value.value == "other" {
        "Every field has other already: it is whatever is not named."
    } else {
        "A test would read it as part of its own words: is not, is known."
    };
    Diagnostic::new(&RESERVED_VALUE, value.span, headline).why(why).advise("leave it out, or choose another word")
}

/// A term that is said by itself.
pub fn circular_term(name: &str, at: Span, through: &str) -> Diagnostic {
    let headline = format!("{} is explained by itself.", quoted(name));
    let why = if name == through {
        "A term says what another test means, so it cannot be its own test.".to_owned()
    } else {
        format!("It uses {}, which leads back to it.", quoted(through))
    };
    Diagnostic::new(&CIRCULAR_TERM, at, headline).why(why).advise("say it with fields, such as sentiment below -0.3")
}

/// A guarantee that is about single contacts and about pairs at once.
pub fn when_and_compare(name: &str, when: Span, compare: Span) -> Diagnostic {
    Diagnostic::new(&WHEN_AND_COMPARE, when, format!("{} says both when and compare.", quoted(name)))
        .why("With when it is about each contact, with compare about two that are alike in all else.")
        .see(compare, "compare is here")
        .advise("write the condition into both sides of compare, and remove when")
}

/// A guarantee that guarantees nothing.
pub fn empty_guarantee(name: &str, at: Span) -> Diagnostic {
    Diagnostic::new(&EMPTY_GUARANTEE, at, format!("{} guarantees nothing.", quoted(name)))
        .why("It says neither what always holds nor what never does.")
        .advise("add the line always: somebody answers")
}

/// A claim that compares, in a guarantee that does not.
pub fn same_without_comparison(name: &str, at: Span) -> Diagnostic {
    Diagnostic::new(&SAME_WITHOUT_COMPARISON, at, format!("{} does not say the same as what.", quoted(name)))
        .why("A promise can be at most the same only beside another contact.")
        .advise("add the line compare, such as customer is Trail Club with customer is Everyone else")
        .advise("write a time, such as promise at most 15 min")
}
