//! When a rule fits: `customer is Trail Club and channel is phone, chat`.

use std::fmt;

use crate::calendar::Unit;
use crate::measure::{Comparison, Decimal};
use crate::notation::amount::either_way;
use crate::notation::condition_field::odd_field;
use crate::notation::condition_misread::{look, odd_value};
use crate::notation::duration::unit_as_written;
use crate::notation::grammar::{Found, Rule, parse};
use crate::notation::misread::Misread;
use crate::notation::misread_kind::MisreadKind;
use crate::notation::miss::Miss;
use crate::notation::phrase::Phrase;
use crate::notation::reader::{Attempt, Fault, Reader};
use crate::notation::vocabulary::{Vocabulary, is_field};
use crate::source::{Excerpt, Spanned};

/// A condition: all its tests must be met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// The tests, one at least.
    pub tests: Vec<Spanned<Test>>,
}

/// One test of a contact.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Test {
    /// `channel is phone, chat`: any of these; `channel is not email`: none of these.
    Named {
        /// The field.
        field: Spanned<String>,
        /// Whether it is `is not`.
        negated: bool,
        /// The names, one at least.
        values: Vec<Spanned<String>>,
    },
    /// `sentiment below -0.3`, `waiting above 10 min`, `followers between 1000 and 5000`.
    Number {
        /// The field.
        field: Spanned<String>,
        /// How it compares.
        comparison: Comparison,
        /// The unit of the numbers, where one is written.
        unit: Option<Unit>,
    },
    /// `loyalty tier is known`, `loyalty tier is not known`.
    Known {
        /// The field.
        field: Spanned<String>,
        /// Whether it has to be known (else: not known).
        known: bool,
    },
    /// `contact is angry`: a condition that has a name under `terms`.
    Contact {
        /// Whether it is `is not`.
        negated: bool,
        /// The term.
        term: Spanned<String>,
    },
    /// `desk Main desk is open`.
    Desk {
        /// The desk.
        desk: Spanned<String>,
        /// Whether it has to be open (else: closed).
        open: bool,
    },
}

/// Reads a condition. Of several fields that may be meant the one with the longest name is taken.
///
/// # Errors
/// Says what is wrong with any other text, and which field is not known.
pub fn condition(excerpt: Excerpt<'_>, words: &dyn Vocabulary) -> Result<Condition, Misread> {
    let parse = |excerpt: Excerpt<'_>| parse_condition(excerpt, words);
    let look = |text: &str| look(text, words);
    Reader { wanted: Phrase::Condition, parse: &parse, look: &look }.read(excerpt)
}

/// Reads a condition where it is part of another phrase.
pub(crate) fn parse_condition(excerpt: Excerpt<'_>, words: &dyn Vocabulary) -> Attempt<Condition> {
    let phrase = parse(Rule::condition_phrase, excerpt)?;
    let tests = phrase.all(Rule::test).map(|test| Ok(test.with(build_test(&test, excerpt, words)?)));
    Ok(Condition { tests: tests.collect::<Attempt<_>>()? })
}

fn build_test(test: &Found<'_>, whole: Excerpt<'_>, words: &dyn Vocabulary) -> Attempt<Test> {
    let form = test.first()?;
    if form.rule() == Rule::term_test {
        let term = form.need(Rule::name)?;
        refuse_odd(&term, words)?;
        return Ok(Test::Contact { negated: form.part(Rule::negated).is_some(), term: term.words() });
    }
    if form.rule() == Rule::desk_test {
        let desk = form.need(Rule::desk)?.words();
        return Ok(Test::Desk { desk, open: form.part(Rule::desk_open).is_some() });
    }
    if let Some(longer) = longer_field(test, &form, whole, words) {
        return longer;
    }
    if !is_field(form.text(), words) {
        return Err(unknown_field(test, &form, words).into());
    }
    build_predicate(form.words(), &test.need(Rule::predicate)?, words)
}

/// Words before a comparison that may belong to the name of a field themselves.
const COMPARISONS: [&str; 6] = [" is ", " above ", " below ", " at least ", " at most ", " between "];

/// The same test with a longer field, where a known field holds one of the words of comparison: `what is wanted`.
fn longer_field(
    test: &Found<'_>,
    field: &Found<'_>,
    whole: Excerpt<'_>,
    words: &dyn Vocabulary,
) -> Option<Attempt<Test>> {
    let rest = test.text().get(field.text().len() + 1..)?;
    let ends = COMPARISONS.iter().filter_map(|comparison| rest.rfind(comparison));
    let end = field.end()
        + 1
        + ends
            .filter(|end| {
                let longer = whole.text.get(test.start()..field.end() + 1 + end);
                longer.is_some_and(|longer| words.is_field(longer))
            })
            .max()?;
    let name = Spanned::new(whole.text.get(test.start()..end)?.to_owned(), whole.place(test.start(), end));
    if is_field(field.text(), words) && !words.is_field(&name.value) {
        return None;
    }
    // The comparison begins with its blank, so the piece is not trimmed.
    let text = whole.text.get(end..test.end())?;
    let piece = Excerpt { text, span: whole.place(end, test.end()), exact: whole.exact };
    let predicate = parse(Rule::predicate_phrase, piece).and_then(|phrase| phrase.need(Rule::predicate));
    Some(predicate.and_then(|predicate| build_predicate(name, &predicate, words)))
}

fn unknown_field(test: &Found<'_>, field: &Found<'_>, words: &dyn Vocabulary) -> Miss {
    let found = field.text();
    let miss = odd_field(test.text(), found, words)
        .unwrap_or_else(|| Miss::new(0, found.len(), MisreadKind::UnknownField { found: found.to_owned() }));
    miss.within(test.whole(), test.start(), test.end())
}

fn build_predicate(field: Spanned<String>, predicate: &Found<'_>, words: &dyn Vocabulary) -> Attempt<Test> {
    let form = predicate.first()?;
    let negated = form.part(Rule::negated).is_some();
    if form.rule() == Rule::known_test {
        return Ok(Test::Known { field, known: !negated });
    }
    if form.rule() == Rule::named_test {
        let mut values = Vec::new();
        for value in form.all(Rule::name) {
            refuse_odd(&value, words)?;
            values.push(value.words());
        }
        return Ok(Test::Named { field, negated, values });
    }
    let unit = form.part(Rule::unit).and_then(|unit| unit_as_written(unit.text()));
    let mut numbers = form.all(Rule::decimal).map(|found| build_decimal(&found));
    let first = numbers.next().ok_or(Fault::Stuck(form.start()))??;
    let comparison = match numbers.next().transpose()? {
        Some(second) if first > second => {
            return Err(Miss::new(form.start(), form.end(), MisreadKind::BetweenBackwards).into());
        }
        Some(second) => Comparison::Between(first, second),
        None if form.part(Rule::above).is_some() => Comparison::Above(first),
        None if form.part(Rule::below).is_some() => Comparison::Below(first),
        None if form.part(Rule::at_least).is_some() => Comparison::AtLeast(first),
        None => Comparison::AtMost(first),
    };
    Ok(Test::Number { field, comparison, unit })
}

/// The number that the rule `decimal` matched.
pub(crate) fn build_decimal(found: &Found<'_>) -> Attempt<Decimal> {
    // `1.000` is a thousand in some countries and one in others; `0.125` and `1.125` are meant as they stand.
    if let Some(miss) = either_way(found).filter(|_| found.text().ends_with(".000")) {
        return Err(miss.into());
    }
    Decimal::parse(found.text()).ok_or_else(|| {
        let kind = MisreadKind::NumberTooLarge { found: found.text().to_owned() };
        Miss::new(found.start(), found.end(), kind).into()
    })
}

/// Refuses words after `is` that are no name but a slip: `phone or chat`, `below 3`.
fn refuse_odd(value: &Found<'_>, words: &dyn Vocabulary) -> Attempt<()> {
    match odd_value(value.whole(), value.start(), value.end(), words) {
        Some(miss) => Err(miss.into()),
        None => Ok(()),
    }
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, test) in self.tests.iter().enumerate() {
            if at > 0 {
                f.write_str(" and ")?;
            }
            test.value.fmt(f)?;
        }
        Ok(())
    }
}

impl fmt::Display for Test {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let not = |negated: &bool| if *negated { "not " } else { "" };
        match self {
            Self::Named { field, negated, values } => {
                let values: Vec<&str> = values.iter().map(|value| value.value.as_str()).collect();
                write!(f, "{} is {}{}", field.value, not(negated), values.join(", "))
            }
            Self::Number { field, comparison, unit } => {
                write!(f, "{} {comparison}", field.value)?;
                let amount = u32::from(!comparison.is_one()) + 1;
                unit.map_or(Ok(()), |unit| write!(f, " {}", unit.written(amount)))
            }
            Self::Known { field, known } => write!(f, "{} is {}known", field.value, not(&!known)),
            Self::Contact { negated, term } => write!(f, "contact is {}{}", not(negated), term.value),
            Self::Desk { desk, open } => write!(f, "desk {} is {}", desk.value, if *open { "open" } else { "closed" }),
        }
    }
}

impl Comparison {
    /// Whether the number before the unit is one, so that the unit is written in the singular.
    fn is_one(self) -> bool {
        match self {
            Self::Above(number)
            | Self::Below(number)
            | Self::AtLeast(number)
            | Self::AtMost(number)
            | Self::Between(_, number) => number == Decimal::whole(1),
        }
    }
}

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Above(number) => write!(f, "above {number}"),
            Self::Below(number) => write!(f, "below {number}"),
            Self::AtLeast(number) => write!(f, "at least {number}"),
            Self::AtMost(number) => write!(f, "at most {number}"),
            Self::Between(first, second) => write!(f, "between {first} and {second}"),
        }
    }
}
