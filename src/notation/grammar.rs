//! The grammars of `grammar/*.pest` as one parser, and a view of what they find that points into the file.
//!
//! Only this file and the lines that name a `Rule` know the parser crate.

use pest::Parser;
use pest::error::InputLocation;
use pest::iterators::Pair;

use crate::notation::reader::Fault;
use crate::source::{Excerpt, Span, Spanned};

#[derive(pest_derive::Parser)]
#[grammar = "grammar/basics.pest"]
#[grammar = "grammar/duration.pest"]
#[grammar = "grammar/share.pest"]
#[grammar = "grammar/date.pest"]
#[grammar = "grammar/hours.pest"]
#[grammar = "grammar/promise.pest"]
#[grammar = "grammar/condition.pest"]
#[grammar = "grammar/owner.pest"]
#[grammar = "grammar/channel.pest"]
#[grammar = "grammar/amount.pest"]
#[grammar = "grammar/people.pest"]
#[grammar = "grammar/field.pest"]
#[grammar = "grammar/collaboration.pest"]
#[grammar = "grammar/guarantee.pest"]
#[grammar = "grammar/story.pest"]
struct Phrases;

/// A part of a phrase that a grammar rule matched.
#[derive(Debug, Clone)]
pub(crate) struct Found<'a> {
    pair: Pair<'a, Rule>,
    excerpt: Excerpt<'a>,
}

/// Reads the whole excerpt by the rule, or says how far it could be read.
pub(crate) fn parse<'a>(rule: Rule, excerpt: Excerpt<'a>) -> Result<Found<'a>, Fault> {
    match Phrases::parse(rule, excerpt.text) {
        Ok(mut pairs) => pairs.next().map(|pair| Found { pair, excerpt }).ok_or(Fault::Stuck(0)),
        Err(error) => Err(Fault::Stuck(match error.location {
            InputLocation::Pos(at) | InputLocation::Span((at, _)) => at,
        })),
    }
}

impl<'a> Found<'a> {
    /// The rule that matched.
    pub(crate) fn rule(&self) -> Rule {
        self.pair.as_rule()
    }

    /// The text that it matched.
    pub(crate) fn text(&self) -> &'a str {
        self.pair.as_str()
    }

    /// Its first byte in the excerpt.
    pub(crate) fn start(&self) -> usize {
        self.pair.as_span().start()
    }

    /// The byte after its last one in the excerpt.
    pub(crate) fn end(&self) -> usize {
        self.pair.as_span().end()
    }

    /// Its place in the file.
    pub(crate) fn span(&self) -> Span {
        self.excerpt.place(self.start(), self.end())
    }

    /// The whole text in which it was found.
    pub(crate) fn whole(&self) -> &'a str {
        self.excerpt.text
    }

    /// The place of the bytes `start..end` of its text.
    pub(crate) fn place(&self, start: usize, end: usize) -> Span {
        self.excerpt.place(self.start() + start, self.start() + end)
    }

    /// Its text, with its place.
    pub(crate) fn words(&self) -> Spanned<String> {
        Spanned::new(self.text().to_owned(), self.span())
    }

    /// A value at its place.
    pub(crate) fn with<T>(&self, value: T) -> Spanned<T> {
        Spanned::new(value, self.span())
    }

    /// Its direct parts, in order.
    pub(crate) fn parts(&self) -> impl Iterator<Item = Found<'a>> + use<'a> {
        let excerpt = self.excerpt;
        self.pair.clone().into_inner().map(move |pair| Found { pair, excerpt })
    }

    /// The first direct part of that rule.
    pub(crate) fn part(&self, rule: Rule) -> Option<Found<'a>> {
        self.parts().find(|part| part.rule() == rule)
    }

    /// All direct parts of that rule.
    pub(crate) fn all(&self, rule: Rule) -> impl Iterator<Item = Found<'a>> + use<'a> {
        self.parts().filter(move |part| part.rule() == rule)
    }

    /// The first direct part of that rule, which the grammar always provides.
    pub(crate) fn need(&self, rule: Rule) -> Result<Found<'a>, Fault> {
        self.part(rule).ok_or(Fault::Stuck(self.start()))
    }

    /// The first direct part.
    pub(crate) fn first(&self) -> Result<Found<'a>, Fault> {
        self.parts().next().ok_or(Fault::Stuck(self.start()))
    }
}
