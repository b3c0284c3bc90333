//! Who is called what, who mentions whom, and what was probably meant.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::calendar::Date;
use crate::policy::{ChannelId, ChannelKind, ChannelSet, Family, Field, FieldId, FieldKind, TermId};
use crate::source::{Sink, Span, Spanned};
use crate::strategy::errors;
use crate::strategy::guess;
pub use crate::strategy::name_kind::NameKind;
use crate::strategy::names_with_and::NamesWithAnd;
use crate::strategy::usable_names::check_name;

/// One use of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mention {
    /// The kind of the thing named.
    pub kind: NameKind,
    /// Its number.
    pub number: u16,
    /// Where it is used.
    pub span: Span,
}

/// What is known of a season.
#[derive(Debug, Clone, Default)]
struct SeasonEntry {
    path: Vec<String>,
    dates: Vec<(Date, Date)>,
}

/// The names of a strategy.
#[derive(Debug, Clone, Default)]
pub struct Names {
    declared: BTreeMap<NameKind, Vec<Spanned<String>>>,
    index: BTreeMap<NameKind, BTreeMap<String, u16>>,
    kinds: Vec<Option<ChannelKind>>,
    fields: Vec<FieldKind>,
    /// The values of all `one of` fields, each with the fields that have it and its number there.
    values: BTreeMap<String, BTreeMap<u16, usize>>,
    implicit_fields: BTreeSet<u16>,
    parts: BTreeMap<u16, Vec<u16>>,
    with_and: NamesWithAnd,
    seasons: BTreeMap<String, SeasonEntry>,
    unreadable: BTreeSet<NameKind>,
    pub(super) removed: BTreeMap<(NameKind, String), Span>,
    customer_terms: BTreeSet<u16>,
    broken_terms: RefCell<BTreeSet<u16>>,
    mentions: RefCell<Vec<Mention>>,
    kinds_used: RefCell<BTreeSet<(Option<ChannelKind>, Option<Family>)>>,
}

impl Names {
    /// No names yet but those of the built-in contact fields.
    #[must_use]
    pub fn new() -> Self {
        let mut names = Self::default();
        for (number, field) in (0u16..).zip(Field::built_in()) {
            names.index.entry(NameKind::Field).or_default().insert(field.name.clone(), number);
            names.declared.entry(NameKind::Field).or_default().push(Spanned::new(field.name, Span::default()));
            names.fields.push(field.kind);
        }
        names
    }

    /// Declares a name and answers its number; a second declaration of the same name is not counted (the reader of the
    /// section has reported it). A name that cannot be one is reported and declared all the same, so that its uses are
    /// not reported too. A name past the limit of its kind is reported once and not declared.
    pub fn declare(&mut self, kind: NameKind, name: &str, span: Span, sink: &mut Sink) -> Option<u16> {
        if let Some(known) = self.index.get(&kind).and_then(|names| names.get(name)) {
            return Some(*known);
        }
        check_name(kind, name, span, sink);
        let list = self.declared.entry(kind).or_default();
        if list.len() >= kind.limit() {
            if list.len() == kind.limit() && !self.unreadable.contains(&kind) {
                sink.push(errors::too_many(kind, span));
                self.unreadable.insert(kind);
            }
            return None;
        }
        let number = u16::try_from(list.len()).ok()?;
        list.push(Spanned::new(name.to_owned(), span));
        if kind.is_tested() || kind == NameKind::Desk {
            self.with_and.remember(name);
        }
        self.index.entry(kind).or_default().insert(name.to_owned(), number);
        Some(number)
    }

    /// The names that hold the word `and`, which also joins tests.
    pub(super) fn with_and(&self) -> &NamesWithAnd {
        &self.with_and
    }

    /// Declares a channel with its kind, where that is known.
    pub fn declare_channel(&mut self, name: &str, span: Span, kind: Option<ChannelKind>, sink: &mut Sink) {
        let Some(number) = self.declare(NameKind::Channel, name, span, sink) else { return };
        if usize::from(number) == self.kinds.len() {
            self.kinds.push(kind);
        }
    }

    /// Declares a contact field with what it holds.
    pub fn declare_field(&mut self, name: &str, span: Span, kind: FieldKind, sink: &mut Sink) {
        let Some(number) = self.declare(NameKind::Field, name, span, sink) else { return };
        if usize::from(number) == self.fields.len() {
            if let FieldKind::OneOf(values) = &kind {
                for (at, value) in values.iter().enumerate() {
                    self.values.entry(value.clone()).or_default().entry(number).or_insert(at);
                }
            }
            self.fields.push(kind);
        }
    }

    /// Declares a field as one of all values that `recognised by` uses, unless `fields` says more.
    pub fn declare_by_use(&mut self, name: &str, span: Span, values: &[Spanned<String>], sink: &mut Sink) {
        if self.number(NameKind::Field, name).is_none() {
            self.declare_field(name, span, FieldKind::OneOf(Vec::new()), sink);
            self.implicit_fields.extend(self.number(NameKind::Field, name));
        }
        let Some(number) = self.number(NameKind::Field, name) else { return };
        if !self.implicit_fields.contains(&number) {
            return;
        }
        let Some(FieldKind::OneOf(known)) = self.fields.get_mut(usize::from(number)) else { return };
        for value in values {
            let fields = self.values.entry(value.value.clone()).or_default();
            fields.entry(number).or_insert_with(|| {
                known.push(value.value.clone());
                known.len() - 1
            });
        }
    }

    /// Says that a contact type is a part of another one, where both are declared.
    pub fn declare_part(&mut self, part: &str, of: &str) {
        let number = |name| self.number(NameKind::ContactType, name);
        if let (Some(part), Some(of)) = (number(part), number(of)) {
            self.parts.entry(of).or_default().push(part);
        }
    }

    /// A contact type and its parts: a parent stands for them, as a kind stands for its channels.
    #[must_use]
    pub fn with_parts(&self, contact_type: u16) -> Vec<u16> {
        let parts = self.parts.get(&contact_type).map_or(&[] as &[u16], Vec::as_slice);
        let mut all = vec![contact_type];
        all.extend_from_slice(parts);
        all
    }

    /// Whether some `one of` field has this value.
    #[must_use]
    pub fn is_field_value(&self, value: &str) -> bool {
        self.values.contains_key(value)
    }

    /// The number of a value of a `one of` field.
    #[must_use]
    pub fn value_of_field(&self, field: FieldId, value: &str) -> Option<usize> {
        self.values.get(value)?.get(&field.0).copied()
    }

    /// Says where a season is described, in words, and on which dates it holds, both ends included. What is said first
    /// of the place counts; dates are added.
    pub fn describe_season(&mut self, name: &str, path: Vec<String>, dates: Option<(Date, Date)>) {
        let season = self.seasons.entry(name.to_owned()).or_insert_with(|| SeasonEntry { path, dates: Vec::new() });
        if let Some(dates) = dates.filter(|dates| !season.dates.contains(dates)) {
            season.dates.push(dates);
        }
    }

    /// The stretches of dates of a season.
    #[must_use]
    pub fn dates_of_season(&self, name: &str) -> &[(Date, Date)] {
        self.seasons.get(name).map_or(&[], |season| season.dates.as_slice())
    }

    /// Where a season is described, in words.
    #[must_use]
    pub fn path_of_season(&self, name: &str) -> &[String] {
        self.seasons.get(name).map_or(&[], |season| season.path.as_slice())
    }

    /// What a field holds.
    #[must_use]
    pub fn field_kind(&self, field: FieldId) -> Option<&FieldKind> {
        self.fields.get(field.index())
    }

    /// Whether a field was declared only by its use in `recognised by`.
    #[must_use]
    pub fn field_is_implicit(&self, field: FieldId) -> bool {
        self.implicit_fields.contains(&field.0)
    }

    /// Says that a term tests, directly or through another term, which customer it is; so nothing that tells customers
    /// apart may use it.
    pub fn mark_customer_term(&mut self, term: TermId) {
        self.customer_terms.insert(term.0);
    }

    /// Whether a term tests which customer it is.
    #[must_use]
    pub fn is_customer_term(&self, term: TermId) -> bool {
        self.customer_terms.contains(&term.0)
    }

    /// Says that a term has no meaning, which has been reported; whatever uses it has none either.
    pub fn mark_broken_term(&self, term: TermId) {
        self.broken_terms.borrow_mut().insert(term.0);
    }

    /// Whether a term has no meaning.
    #[must_use]
    pub fn is_broken_term(&self, term: TermId) -> bool {
        self.broken_terms.borrow().contains(&term.0)
    }

    /// Says that the section which declares this kind could not be read whole: names not found there are not reported,
    /// since they may only be missing because of the earlier fault.
    pub fn mark_unreadable(&mut self, kind: NameKind) {
        self.unreadable.insert(kind);
    }

    /// Whether names of this kind may be missing only because of an earlier fault.
    pub(super) fn is_unreadable(&self, kind: NameKind) -> bool {
        self.unreadable.contains(&kind)
    }

    /// All names of a kind, in the order of their numbers.
    #[must_use]
    pub fn all(&self, kind: NameKind) -> &[Spanned<String>] {
        self.declared.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// The name of that number.
    #[must_use]
    pub fn name(&self, kind: NameKind, number: u16) -> &str {
        self.all(kind).get(usize::from(number)).map_or("", |name| name.value.as_str())
    }

    /// The number of a name, without reporting and without counting as a use.
    #[must_use]
    pub fn number(&self, kind: NameKind, name: &str) -> Option<u16> {
        self.index.get(&kind)?.get(name).copied()
    }

    /// The number of a name that must be declared; reports it where it is not, with a suggestion only when sure.
    pub fn find(&self, kind: NameKind, written: &Spanned<String>, sink: &mut Sink) -> Option<u16> {
        if let Some(number) = self.number(kind, &written.value) {
            self.mention(kind, number, written.span);
            return Some(number);
        }
        self.report_unknown(kind, written, &[], sink);
        None
    }

    /// The same without counting as a use: for what only speaks of a name, such as a story.
    pub fn look_up(&self, kind: NameKind, written: &Spanned<String>, sink: &mut Sink) -> Option<u16> {
        let number = self.number(kind, &written.value);
        if number.is_none() {
            let called = if kind == NameKind::Channel { self.channels_called(&written.value) } else { Vec::new() };
            if called.is_empty() {
                self.report_unknown(kind, written, &[], sink);
            } else {
                sink.push(errors::several_channels(written, &called));
            }
        }
        number
    }

    /// What stands where a channel may: a channel, a kind or a family.
    pub fn find_channels(&self, written: &Spanned<String>, sink: &mut Sink) -> Option<ChannelSet> {
        if let Some(number) = self.number(NameKind::Channel, &written.value) {
            self.mention(NameKind::Channel, number, written.span);
            return Some(ChannelSet::One(ChannelId(number)));
        }
        if let Some(kind) = ChannelKind::from_word(&written.value) {
            self.kinds_used.borrow_mut().insert((Some(kind), None));
            self.report_empty_set(self.kinds.contains(&Some(kind)), written, sink);
            return Some(ChannelSet::Kind(kind));
        }
        if let Some(family) = Family::from_word(&written.value) {
            self.kinds_used.borrow_mut().insert((None, Some(family)));
            let some = self.kinds.iter().flatten().any(|kind| kind.family() == Some(family));
            self.report_empty_set(some, written, sink);
            return Some(ChannelSet::Family(family));
        }
        let known = ChannelKind::ALL.iter().filter(|(kind, _)| self.kinds.contains(&Some(*kind)));
        self.report_unknown(NameKind::Channel, written, &known.map(|(_, word)| *word).collect::<Vec<_>>(), sink);
        None
    }

    /// Whether a word stands for no kind or family of which there is a channel.
    #[must_use]
    pub fn has_no_kind(&self, word: &str) -> bool {
        let kind = ChannelKind::from_word(word).is_some_and(|kind| self.kinds.contains(&Some(kind)));
        let in_family = |family| self.kinds.iter().flatten().any(|kind| kind.family() == Some(family));
        !kind && !Family::from_word(word).is_some_and(in_family)
    }

    /// The kind of a channel.
    #[must_use]
    pub fn kind_of(&self, channel: ChannelId) -> Option<ChannelKind> {
        self.kinds.get(channel.index()).copied().flatten()
    }

    /// The channels that a set stands for, in the order of their numbers.
    #[must_use]
    pub fn channels_in(&self, set: ChannelSet) -> Vec<u16> {
        let fits = |(number, kind): (u16, &Option<ChannelKind>)| {
            let holds = match kind {
                Some(kind) => set.holds(ChannelId(number), *kind),
                None => set == ChannelSet::One(ChannelId(number)),
            };
            holds.then_some(number)
        };
        (0u16..).zip(&self.kinds).filter_map(fits).collect()
    }

    /// Counts a use.
    pub fn mention(&self, kind: NameKind, number: u16, span: Span) {
        self.mentions.borrow_mut().push(Mention { kind, number, span });
    }

    /// All uses, sorted; made once everything is resolved.
    #[must_use]
    pub fn mentions(&self) -> Vec<Mention> {
        let mut mentions = self.mentions.borrow().clone();
        mentions.sort_unstable();
        mentions.dedup();
        mentions
    }

    /// Whether a channel of this kind was meant by its kind or family somewhere.
    #[must_use]
    pub fn kind_is_used(&self, kind: ChannelKind) -> bool {
        let used = self.kinds_used.borrow();
        used.contains(&(Some(kind), None)) || kind.family().is_some_and(|family| used.contains(&(None, Some(family))))
    }

    fn report_empty_set(&self, some: bool, written: &Spanned<String>, sink: &mut Sink) {
        if some {
            return;
        }
        if let Some(removed) = self.removed.get(&(NameKind::Channel, written.value.clone())) {
            sink.push(errors::removed_name(NameKind::Channel, written, *removed));
            return;
        }
        if self.unreadable.contains(&NameKind::Channel) || self.kinds.contains(&None) {
            sink.withhold();
        } else {
            sink.push(errors::empty_kind(&written.value, written.span));
        }
    }

    /// The channels of a kind or family, by its word.
    fn channels_called(&self, word: &str) -> Vec<String> {
        let numbers = ChannelSet::from_word(word).into_iter().flat_map(|set| self.channels_in(set));
        numbers.map(|number| self.name(NameKind::Channel, number).to_owned()).collect()
    }

    /// `kinds` are the words that may stand there beside names.
    fn report_unknown(&self, kind: NameKind, written: &Spanned<String>, kinds: &[&str], sink: &mut Sink) {
        if self.unreadable.contains(&kind) || sink.has_enough_of("unknown-name") {
            sink.withhold();
            return;
        }
        if let Some(removed) = self.removed.get(&(kind, written.value.clone())) {
            sink.push(errors::removed_name(kind, written, *removed));
            return;
        }
        let known = self.all(kind);
        let candidates: Vec<&str> = known.iter().map(|name| name.value.as_str()).collect();
        // Of groups, rules and terms only one is named at a place.
        let several = !matches!(kind, NameKind::Group | NameKind::Rule | NameKind::Term);
        if let Some(list) = guess::joined(&written.value, |name| several && self.number(kind, name).is_some()) {
            return sink.push(errors::unknown_name(kind, written, Some(&list), None, known));
        }
        let plain = written.value.strip_prefix('#');
        let bare = plain.unwrap_or(&written.value).trim_matches(['"', '\u{201c}', '\u{201d}']);
        let guess = guess::nearest_channel(bare, &candidates, kinds);
        let declared = guess.as_deref().and_then(|name| known.iter().find(|known| known.value == name));
        let name = Spanned::new(plain.unwrap_or(&written.value).to_owned(), written.span);
        let unknown = errors::unknown_name(kind, &name, guess.as_deref(), declared.map(|name| name.span), known);
        let finding = if plain.is_some() { errors::instead_of_hashtag(unknown, sink) } else { unknown };
        sink.push(finding);
    }
}
