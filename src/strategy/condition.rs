//! Conditions as meant: every name of a test given its meaning, every comparison checked against what the field holds.

use crate::calendar::{Duration, Unit, Weekday};
use crate::measure::Decimal;
use crate::notation::{self, MisreadKind, MisreadPart, Vocabulary};
use crate::policy::{ChannelKind, Comparison, DeskId, Family, FieldId, FieldKind, NamedAxis, TermId, Test};
use crate::source::{Excerpt, Sink, Span, Spanned};
use crate::strategy::condition_guess::with_meant;
use crate::strategy::errors;
use crate::strategy::names::{NameKind, Names};
use crate::strategy::names_with_and::as_declared;
use crate::strategy::written::Written;

/// What a condition of this strategy may speak of.
struct Words<'a>(&'a Names);

impl Vocabulary for Words<'_> {
    fn is_field(&self, words: &str) -> bool {
        self.0.number(NameKind::Field, words).is_some()
    }

    fn is_name(&self, words: &str) -> bool {
        let kinds = [
            NameKind::Customer,
            NameKind::ContactType,
            NameKind::Channel,
            NameKind::Language,
            NameKind::Term,
            NameKind::Desk,
        ];
        kinds.into_iter().any(|kind| self.0.number(kind, words).is_some())
            || ChannelKind::from_word(words).is_some()
            || Family::from_word(words).is_some()
            || self.0.is_field_value(words)
    }
}

/// Gives a condition its meaning; `None` where any part of it has none, which has been reported.
pub fn resolve(written: &Written, names: &Names, sink: &mut Sink) -> Option<Vec<Spanned<Test>>> {
    let joined = names.with_and().kept_together(&written.text);
    let excerpt = Excerpt { text: &joined, span: written.span, exact: written.exact };
    let (condition, faults) = notation::condition_each(excerpt, &Words(names));
    let mut whole = faults.is_empty();
    // A field may be missing only because what it holds, or its section, could not be read.
    let unread = names.is_unreadable(NameKind::Field);
    let (waiting, faults): (Vec<_>, Vec<_>) = faults
        .into_iter()
        .map(parted)
        .map(|fault| with_meant(fault, names))
        .partition(|fault| unread && matches!(fault.misread.kind, MisreadKind::UnknownField { .. }));
    waiting.iter().for_each(|_| sink.withhold());
    errors::push_misread_parts(&faults, "when", written, sink);
    let mut tests = Vec::new();
    for test in condition.tests {
        match resolve_test(&test.value, test.span, names, sink) {
            Some(found) => tests.push(Spanned::new(found, test.span)),
            None => whole = false,
        }
    }
    whole.then_some(tests)
}

/// The part of a condition that could not be read, with the blanks inside its names as they were written.
fn parted(mut fault: MisreadPart) -> MisreadPart {
    let blanks = |text: &mut String| *text = as_declared(text);
    blanks(&mut fault.part.text);
    // Quotes of a text program around a name would be read as a part of it.
    let repaired = |text: &mut String| {
        blanks(text);
        text.retain(|letter| !matches!(letter, '\u{201c}' | '\u{201d}'));
    };
    fault.misread.suggestion.iter_mut().chain(&mut fault.misread.choices).for_each(repaired);
    fault
}

fn plain(name: &Spanned<String>) -> Spanned<String> {
    Spanned::new(as_declared(&name.value), name.span)
}

fn resolve_test(test: &notation::Test, span: Span, names: &Names, sink: &mut Sink) -> Option<Test> {
    match test {
        notation::Test::Named { field, negated, values } => named(field, *negated, values, names, sink),
        notation::Test::Number { field, comparison, unit } => number(field, *comparison, *unit, span, names, sink),
        notation::Test::Known { field, known } => {
            axis(field, names, sink).map(|axis| Test::Known { axis, known: *known })
        }
        notation::Test::Contact { negated, term } => {
            let number = names.find(NameKind::Term, &plain(term), sink)?;
            Some(Test::Term { term: TermId(number), negated: *negated })
        }
        notation::Test::Desk { desk, open } => {
            let number = names.find(NameKind::Desk, &plain(desk), sink)?;
            Some(Test::Desk { desk: DeskId(number), open: *open })
        }
    }
}

/// The axis of a field.
fn axis(field: &Spanned<String>, names: &Names, sink: &mut Sink) -> Option<NamedAxis> {
    match field.value.as_str() {
        "customer" => Some(NamedAxis::Customer),
        "contact type" => Some(NamedAxis::ContactType),
        "channel" => Some(NamedAxis::Channel),
        "language" => Some(NamedAxis::Language),
        "day" => Some(NamedAxis::Day),
        _ => names.find(NameKind::Field, field, sink).map(|number| NamedAxis::Field(FieldId(number))),
    }
}

fn named(
    field: &Spanned<String>,
    negated: bool,
    written: &[Spanned<String>],
    names: &Names,
    sink: &mut Sink,
) -> Option<Test> {
    let axis = axis(field, names, sink)?;
    let mut values = Vec::new();
    let mut whole = true;
    for name in written {
        match values_of(axis, &plain(name), field, names, sink) {
            Some(found) => values.extend(found),
            None => whole = false,
        }
    }
    values.sort_unstable();
    values.dedup();
    whole.then_some(Test::Named { axis, values, negated })
}

/// The numbers that one name stands for on an axis.
fn values_of(
    axis: NamedAxis,
    name: &Spanned<String>,
    field: &Spanned<String>,
    names: &Names,
    sink: &mut Sink,
) -> Option<Vec<u16>> {
    match axis {
        NamedAxis::Customer => names.find(NameKind::Customer, name, sink).map(|number| vec![number]),
        NamedAxis::ContactType => {
            let number = names.find(NameKind::ContactType, name, sink)?;
            Some(names.with_parts(number))
        }
        NamedAxis::Channel => names.find_channels(name, sink).map(|set| names.channels_in(set)),
        NamedAxis::Language => names.find(NameKind::Language, name, sink).map(|number| vec![number]),
        NamedAxis::Day => {
            let day = Weekday::from_short(&name.value);
            if day.is_none() {
                sink.push(errors::unknown_day(name));
            }
            day.map(|day| vec![u16::from(day.index())])
        }
        NamedAxis::Field(id) => field_value(id, name, field, names, sink),
    }
}

fn field_value(
    id: FieldId,
    name: &Spanned<String>,
    field: &Spanned<String>,
    names: &Names,
    sink: &mut Sink,
) -> Option<Vec<u16>> {
    match names.field_kind(id)? {
        FieldKind::OneOf(known) => {
            let position = names.value_of_field(id, &name.value);
            if position.is_none() {
                sink.push(errors::unknown_value(&field.value, name, known));
            }
            position.and_then(|position| u16::try_from(position).ok()).map(|value| vec![value])
        }
        FieldKind::YesNo => match name.value.as_str() {
            "yes" => Some(vec![0]),
            "no" => Some(vec![1]),
            _ => {
                sink.push(errors::unknown_value(&field.value, name, &["yes".to_owned(), "no".to_owned()]));
                None
            }
        },
        kind @ (FieldKind::Number { .. } | FieldKind::Time | FieldKind::Text) => {
            let (holds, can) = comparable(&field.value, kind);
            sink.push(errors::wrong_comparison(&field.value, name.span, holds, &can));
            None
        }
    }
}

/// A name that stands on an axis, for an example.
fn one_of_its_names(axis: NamedAxis, names: &Names) -> String {
    let first = |kind: NameKind| names.all(kind).first().map(|name| name.value.clone());
    let found = match axis {
        NamedAxis::Customer => first(NameKind::Customer),
        NamedAxis::ContactType => first(NameKind::ContactType),
        NamedAxis::Channel => first(NameKind::Channel),
        NamedAxis::Language => first(NameKind::Language),
        NamedAxis::Day => Some("Mon".to_owned()),
        NamedAxis::Field(_) => None,
    };
    found.unwrap_or_else(|| "and the name".to_owned())
}

/// What a field holds, and how it can be compared.
fn comparable(field: &str, kind: &FieldKind) -> (&'static str, String) {
    match kind {
        FieldKind::Number { low, high } => {
            let five = Decimal::whole(5);
            let fits = low.is_none_or(|low| low <= five) && high.is_none_or(|high| high >= five);
            let example = if fits { five } else { low.or(*high).filter(|low| *low > five).unwrap_or(Decimal::ZERO) };
            ("a number", format!("{field} below {example}"))
        }
        FieldKind::Time => ("a length of time", format!("{field} above 10 min")),
        FieldKind::OneOf(values) => {
            let value = values.first().map_or("…", String::as_str);
            ("one of several names", format!("{field} is {value}"))
        }
        FieldKind::YesNo => ("yes or no", format!("{field} is yes")),
        FieldKind::Text => ("text, which can be shown and recorded but not tested", format!("{field} is known")),
    }
}

fn number(
    field: &Spanned<String>,
    comparison: Comparison,
    unit: Option<Unit>,
    span: Span,
    names: &Names,
    sink: &mut Sink,
) -> Option<Test> {
    let axis = axis(field, names, sink)?;
    let NamedAxis::Field(id) = axis else {
        let can = format!("{} is {}", field.value, one_of_its_names(axis, names));
        sink.push(errors::wrong_comparison(&field.value, span, "one of several names", &can));
        return None;
    };
    let kind = names.field_kind(id)?;
    let comparison = match (kind, unit) {
        (FieldKind::Number { low, high }, None) => {
            let comparison = scaled(comparison, 1)?;
            report_range(field, span, comparison, *low, *high, sink);
            comparison
        }
        (FieldKind::Time, Some(unit)) => {
            let seconds = Duration::new(1, unit).seconds().and_then(|seconds| i64::try_from(seconds).ok());
            let Some(seconds) = seconds else {
                sink.push(errors::wrong_comparison(
                    &field.value,
                    span,
                    "a length of time in s, min or h",
                    "waiting above 10 min",
                ));
                return None;
            };
            scaled(comparison, seconds)?
        }
        (FieldKind::Time, None) => {
            sink.push(errors::test_without_unit(&format!("{} {comparison}", field.value), span));
            return None;
        }
        (FieldKind::Number { .. }, Some(_)) => {
            let test = format!("{} {comparison}", field.value);
            sink.push(errors::unit_of_a_number(&field.value, span, &test));
            return None;
        }
        (kind, _) => {
            let (holds, can) = comparable(&field.value, kind);
            sink.push(errors::wrong_comparison(&field.value, span, holds, &can));
            return None;
        }
    };
    Some(Test::Number { field: id, comparison })
}

/// The comparison as it runs, its numbers multiplied.
fn scaled(comparison: Comparison, by: i64) -> Option<Comparison> {
    comparison.with(|number| number.billionths().checked_mul(by).map(Decimal::from_billionths))
}

/// Reports a bound that lies outside what the field can hold: the test then fits nothing, or everything.
fn report_range(
    field: &Spanned<String>,
    span: Span,
    comparison: Comparison,
    low: Option<Decimal>,
    high: Option<Decimal>,
    sink: &mut Sink,
) {
    let bounds: Vec<Decimal> = match comparison {
        Comparison::Above(bound)
        | Comparison::Below(bound)
        | Comparison::AtLeast(bound)
        | Comparison::AtMost(bound) => {
            vec![bound]
        }
        Comparison::Between(from, to) => vec![from, to],
    };
    let outside =
        bounds.into_iter().find(|bound| low.is_some_and(|low| *bound < low) || high.is_some_and(|high| *bound > high));
    if let Some(bound) = outside {
        let range = match (low, high) {
            (Some(low), Some(high)) => format!("from {low} to {high}"),
            (Some(low), None) => format!("from {low} up"),
            (None, Some(high)) => format!("up to {high}"),
            (None, None) => return,
        };
        sink.push(errors::number_out_of_range(&field.value, span, &bound.to_string(), &range));
    }
}
