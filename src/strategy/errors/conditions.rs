//! What is said of tests whose words are known but do not fit each other.

use crate::calendar::Weekday;
use crate::source::{Diagnostic, Span, Spanned, quoted, some_of};
use crate::strategy::errors::finding::{NO_UNIT, NUMBER_OUT_OF_RANGE, UNKNOWN_NAME, WRONG_COMPARISON};
use crate::strategy::guess;

/// A value that a field does not have.
pub fn unknown_value(field: &str, value: &Spanned<String>, known: &[String]) -> Diagnostic {
    let headline = format!("{} is not one of the values of {}.", quoted(&value.value), quoted(field));
    let finding = Diagnostic::new(&UNKNOWN_NAME, value.span, headline);
    let names: Vec<&str> = known.iter().map(String::as_str).collect();
    let finding = finding.why(format!("It can be {}.", some_of(known)));
    match guess::nearest(&value.value, &names) {
        Some(guess) => finding.replace(value.span, guess),
        None => finding.advise("use one of these values, or add it where the field is declared"),
    }
}

/// A day of the week in another spelling, or several of them in one word.
pub fn unknown_day(written: &Spanned<String>) -> Diagnostic {
    let headline = format!("{} is not written as a day here.", quoted(&written.value));
    let finding = Diagnostic::new(&UNKNOWN_NAME, written.span, headline)
        .why("Days have three letters, and commas between them: Mon, Tue, Wed, Thu, Fri, Sat, Sun.");
    let lower = written.value.to_lowercase();
    let singular = lower.strip_suffix('s').unwrap_or(&lower);
    let named = Weekday::ALL.iter().find(|day| day.name().to_lowercase() == singular);
    let meant = match singular {
        "weekend" => Some("Sat, Sun"),
        "weekday" | "workday" | "mon-fri" => Some("Mon, Tue, Wed, Thu, Fri"),
        _ => named.map(|day| day.short()),
    };
    match meant {
        Some(days) => finding.replace(written.span, days),
        None => finding.advise("write one or several of these days"),
    }
}

/// A comparison that does not fit what the field holds; `can` says what would.
pub fn wrong_comparison(field: &str, span: Span, holds: &str, can: &str) -> Diagnostic {
    Diagnostic::new(&WRONG_COMPARISON, span, format!("{} cannot be compared like this.", quoted(field)))
        .why(format!("It holds {holds}."))
        .advise(format!("write it like this: {can}"))
}

/// A number with a unit, compared with a field that holds a number alone; `test` is the same without the unit.
pub fn unit_of_a_number(field: &str, span: Span, test: &str) -> Diagnostic {
    Diagnostic::new(&WRONG_COMPARISON, span, format!("{} cannot be compared like this.", quoted(field)))
        .why("It holds a number, and a number has no unit here.")
        .replace(span, test)
}

/// A length of time without its unit.
pub fn test_without_unit(test: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&NO_UNIT, span, format!("{} has no unit.", quoted(test)))
        .why("It could be seconds, minutes or hours, and the rule would fit too early or too late.")
        .replace(span, format!("{test} min"))
        .replace(span, format!("{test} s"))
}

/// A number that the field can never have.
pub fn number_out_of_range(field: &str, span: Span, number: &str, range: &str) -> Diagnostic {
    Diagnostic::new(&NUMBER_OUT_OF_RANGE, span, format!("{} never reaches {number}.", quoted(field)))
        .why(format!("It goes {range}, so this test fits no contact, or every one."))
        .advise("choose a number within its range")
}
