//! Laying the entries of an overlay over those of its base.

use std::collections::BTreeMap;

use crate::source::{Sink, Sources, Span, Spanned};
use crate::strategy::errors;
use crate::strategy::field::Field;
use crate::strategy::overlay::arrange::{self, Addition};
use crate::strategy::overlay::form::{self, Form, is_table};
use crate::strategy::overlay::kind::{self, Kind, Order};
use crate::strategy::overlay::marks::{self, Marks};
use crate::strategy::overlay::steps;
use crate::strategy::reader::is_explained;
use crate::yaml::{Entry, Fault, Node, Scalar, Value};

/// Something that an overlay took away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Removed {
    /// The section, and where it stood deeper the keys down to it.
    pub path: Vec<String>,
    /// Its name, and where the overlay says that it is gone.
    pub name: Spanned<String>,
}

/// One overlay on its way over its base.
pub(crate) struct Laying<'a> {
    /// The files.
    pub sources: &'a Sources,
    /// What could not be read of any of them.
    pub faults: &'a [Fault],
    /// Whether some text of the base was lost, so that a name may only seem to be missing.
    pub base_lost: bool,
    /// What was taken away so far.
    pub removed: &'a mut Vec<Removed>,
    /// Where findings go.
    pub sink: &'a mut Sink,
}

/// Where a list of entries stands.
#[derive(Clone, Copy)]
struct Place<'p> {
    /// The keys of these entries; none for the sections themselves.
    fields: Option<&'static [Field]>,
    /// Whether their order decides.
    order: Option<Order>,
    /// Whether all of it is new, so that nothing in it needs to say so.
    fresh: bool,
    /// The keys from the outside in.
    path: &'p [String],
}

impl Place<'_> {
    fn kind(&self, key: &str) -> Kind {
        self.fields.map_or_else(|| kind::at_top(key), |fields| kind::among(fields, key))
    }
}

impl Laying<'_> {
    /// Lays the sections of an overlay over those of its base.
    pub(crate) fn sections(&mut self, mut base: Vec<Entry>, over: Vec<Entry>) -> Vec<Entry> {
        base.retain(|entry| !matches!(entry.key.text.as_str(), "include" | "based on"));
        self.all(base, over, Place { fields: None, order: None, fresh: false, path: &[] })
    }

    fn all(&mut self, base: Vec<Entry>, over: Vec<Entry>, place: Place<'_>) -> Vec<Entry> {
        let mut at: BTreeMap<String, usize> = BTreeMap::new();
        for (position, entry) in base.iter().enumerate() {
            at.entry(entry.key.text.clone()).or_insert(position);
        }
        let over = self.without_doubles(over, place);
        let rivals = steps::rivals(&base, &over, |key| place.kind(key));
        let mut slots: Vec<Option<Entry>> = base.into_iter().map(Some).collect();
        let mut additions = Vec::new();
        let mut moves = BTreeMap::new();
        for mut entry in over {
            let kind = place.kind(&entry.key.text);
            let marks = marks::take(&mut entry, kind, place.order.is_some(), self.sink);
            let slot = at.get(&entry.key.text).and_then(|at| slots.get_mut(*at));
            let Some(slot) = slot.filter(|slot| slot.is_some()) else {
                let known = slots.iter().flatten();
                if self.may_be_new(&entry, kind, &marks, place, known) {
                    let new = marks.added.is_none() && !at.contains_key(&entry.key.text);
                    if let Some(rivals) = kind.timed.and_then(|words| rivals.get(words)).filter(|_| new) {
                        self.report_rivals(&entry, kind, rivals, place);
                    }
                    additions.push(self.addition(entry, kind, marks, place));
                }
                continue;
            };
            if let Some(mark) = marks.removed {
                self.remove(slot, mark, place);
                continue;
            }
            if let Some(before) = marks.before.clone() {
                moves.insert(entry.key.text.clone(), before);
            }
            if let Some(known) = slot {
                self.over(known, entry, kind, &marks, place);
            }
            // What has nothing left below it is not there any more, but for a name, which says something alone.
            slot.take_if(|known| !kind.named && known.value.mapping().is_some_and(<[Entry]>::is_empty));
        }
        let kept: Vec<Entry> = slots.into_iter().flatten().collect();
        match place.order {
            Some(order) => {
                let all = arrange::add(kept, additions, order, self.sink);
                arrange::settle(all, &moves, self.sink)
            }
            None => {
                let added = additions.into_iter().map(|addition| addition.entry).collect();
                steps::in_time(kept, added, |key| place.kind(key))
            }
        }
    }

    fn remove(&mut self, slot: &mut Option<Entry>, mark: Span, place: Place<'_>) {
        if let Some(gone) = slot.take() {
            self.removed.push(Removed { path: place.path.to_vec(), name: Spanned::new(gone.key.text, mark) });
        }
    }

    /// Names that are written twice in the overlay; the first one counts.
    fn without_doubles(&mut self, over: Vec<Entry>, place: Place<'_>) -> Vec<Entry> {
        let mut first: BTreeMap<String, usize> = BTreeMap::new();
        let mut kept: Vec<Entry> = Vec::new();
        for entry in over {
            if entry.key.text.is_empty() {
                // A colon without a name has been reported by whoever read the text.
                self.sink.withhold();
            } else if let Some(known) = first.get(&entry.key.text).and_then(|at| kept.get(*at)) {
                let named = place.kind(&entry.key.text).named;
                self.sink.push(errors::described_twice(&entry.key.text, known, &entry, named));
            } else {
                first.insert(entry.key.text.clone(), kept.len());
                kept.push(entry);
            }
        }
        kept
    }

    /// Whether something that the base does not have may be added; reports it where it may not.
    fn may_be_new<'k>(
        &mut self,
        entry: &Entry,
        kind: Kind,
        marks: &Marks,
        place: Place<'_>,
        known: impl Iterator<Item = &'k Entry>,
    ) -> bool {
        let gone = marks.removed.is_some();
        if !gone && (!kind.named || marks.added.is_some() || (place.fresh && self.removed.is_empty())) {
            return true;
        }
        let earlier = self.removed.iter().rev().find(|it| it.name.value == entry.key.text && it.path == place.path);
        let earlier = earlier.map(|removed| removed.name.span);
        // In a section that is new as a whole only what was taken away before has to say that it is back.
        if !gone && place.fresh && earlier.is_none() {
            return true;
        }
        if marks.unclear || self.base_lost || self.sink.has_enough_of("not-in-base") {
            self.sink.withhold();
            return false;
        }
        let names: Vec<Spanned<String>> = known
            .filter(|entry| place.kind(&entry.key.text).named || !kind.named)
            .map(|entry| Spanned::new(entry.key.text.clone(), entry.key.span))
            .collect();
        let finding = if gone {
            errors::nothing_to_remove(entry, &names, earlier)
        } else {
            let finding = errors::not_in_base(entry, self.add_mark(entry, kind), &names);
            earlier.into_iter().fold(finding, |finding, earlier| finding.see(earlier, "removed here"))
        };
        self.sink.push(finding.path(deeper(place.path, &entry.key.text)));
        false
    }

    /// What to put in the place of what, so that an entry says that it is new; none for a row of a table.
    fn add_mark(&self, entry: &Entry, kind: Kind) -> Option<(Span, String)> {
        let (key, value) = (entry.key.span, entry.value.span);
        if value.start < key.end {
            return None;
        }
        let text = |span: Span| self.sources.text(span);
        let column = |span: Span| self.sources.start(span).column.saturating_sub(1) as usize;
        let indent = || format!("\n{}", " ".repeat(column(key) + 2));
        match &entry.value.value {
            Value::Empty => Some((value.at_start(), format!("{}added: yes", indent()))),
            Value::Mapping(_) if text(value).starts_with('{') => {
                let after = Span { start: value.start + 1, end: value.start + 1, ..value };
                let blank = text(value).starts_with("{ ");
                Some((after, if blank { " added: yes," } else { "added: yes, " }.to_owned()))
            }
            Value::Mapping(_) => Some((value.at_start(), format!("added: yes\n{}", " ".repeat(column(value))))),
            Value::Scalar(_) | Value::Sequence(_) if kind.one_value() => {
                let gap = Span { start: key.end, end: value.start, ..key };
                (text(gap).trim() == ":").then(|| (gap, format!(":{}added: ", indent())))
            }
            Value::Scalar(_) | Value::Sequence(_) => None,
        }
    }

    /// A time that the base does not have, where nothing says whether it stands beside those of the base.
    fn report_rivals(&mut self, entry: &Entry, kind: Kind, rivals: &[Spanned<String>], place: Place<'_>) {
        if self.sink.has_enough_of("unclear-change") {
            self.sink.withhold();
            return;
        }
        let key = entry.key.span;
        let indent = self.sources.start(key).column.saturating_sub(1);
        let before = Span { start: key.start.saturating_sub(indent), end: key.start, ..key };
        let own_line = self.sources.text(before).bytes().all(|byte| byte == b' ');
        let mark = self.add_mark(entry, kind).filter(|_| own_line);
        let finding = errors::second_time(entry, rivals, mark, indent as usize);
        self.sink.push(finding.path(deeper(place.path, &entry.key.text)));
    }

    /// A new entry, the marks in it taken out.
    fn addition(&mut self, mut entry: Entry, kind: Kind, marks: Marks, place: Place<'_>) -> Addition {
        if let Value::Mapping(below) = &mut entry.value.value {
            let path = deeper(place.path, &entry.key.text);
            let inner = Place { fields: Some(kind.inner), order: kind.order, fresh: true, path: &path };
            *below = self.all(Vec::new(), std::mem::take(below), inner);
        }
        Addition { entry, before: marks.before, marked: marks.added.is_some() }
    }

    /// Lays one entry over the one of the same name.
    fn over(&mut self, known: &mut Entry, mut over: Entry, kind: Kind, marks: &Marks, place: Place<'_>) {
        if let Some(added) = marks.added {
            self.sink.push(errors::added_already_there(&over.key.text, added, known.key.span));
        }
        if place.fields.is_none() && form::same(known, &mut over, self.sink) == Form::Unreadable {
            self.sink.withhold();
            return;
        }
        let only_keys = !kind.one_value() && !kind.or_value;
        let span = over.value.span;
        match (&mut known.value.value, over.value.value) {
            (_, Value::Empty) => self.says_nothing(&over.key, span, kind.one_value()),
            (Value::Mapping(below), Value::Mapping(entries)) => {
                if entries.is_empty() && (marks.unclear || marks.added.is_some() || marks.before.is_some()) {
                    return;
                }
                let path = deeper(place.path, &known.key.text);
                let inner = Place { fields: Some(kind.inner), order: kind.order, fresh: false, path: &path };
                *below = self.all(std::mem::take(below), entries, inner);
            }
            (value @ Value::Empty, Value::Mapping(entries)) if only_keys => {
                let path = deeper(place.path, &known.key.text);
                let inner = Place { fields: Some(kind.inner), order: kind.order, fresh: true, path: &path };
                *value = Value::Mapping(self.all(Vec::new(), entries, inner));
                known.key = over.key;
                known.value.span = span;
            }
            (Value::Scalar(table), Value::Scalar(over)) if kind.table && is_table(table) && is_table(&over) => {
                table.lay(over);
            }
            (Value::Mapping(_), Value::Scalar(scalar)) if only_keys => {
                self.sink.push(errors::keys_missing(&over.key.text, &scalar, kind.inner));
            }
            (Value::Mapping(_), Value::Sequence(_)) if only_keys => {
                self.sink.push(errors::dashes_without_names(&over.key.text, span, kind.inner));
            }
            // What is wrong with the base is told by whoever reads it.
            (Value::Scalar(_) | Value::Sequence(_), Value::Mapping(_)) if only_keys => self.sink.withhold(),
            (_, value) => {
                known.key = over.key;
                known.value = Node { span, value };
            }
        }
    }

    /// An entry of the overlay with nothing after it changes nothing, unless a fault of the text explains it.
    fn says_nothing(&mut self, key: &Scalar, value: Span, one_value: bool) {
        let near = |at: Span| {
            at.source == key.span.source && at.start >= key.span.start && at.start <= value.end.saturating_add(8)
        };
        if self.faults.iter().any(|fault| near(fault.span)) || is_explained(key.span, self.sink) {
            self.sink.withhold();
        } else {
            self.sink.push(errors::changes_nothing(&key.text, key.span, one_value));
        }
    }
}

fn deeper(path: &[String], key: &str) -> Vec<String> {
    path.iter().cloned().chain(std::iter::once(key.to_owned())).collect()
}
