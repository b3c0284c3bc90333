//! What the crate reads without complaint, but not as its author means it: looked for in the finished tree.

use std::collections::{BTreeMap, BTreeSet};

use crate::source::{Edit, Pasted, PastedCharacter, SourceId, Span, find_pasted, replace_pasted};
use crate::yaml::anchors::Anchors;
use crate::yaml::fault::{Fault, FaultKind, Reserved};
use crate::yaml::frames::{Builder, FAULT_LIMIT};
use crate::yaml::line::{KeyLine, Line, clip, in_quotes, slice, tight_colon};
use crate::yaml::tree::{Comment, Entry, Node, Scalar, Style, Value};

/// Looks through the finished tree; tells what it finds and reads it as it was meant.
pub(in crate::yaml) fn polish(builder: &mut Builder<'_>) {
    let Some(mut root) = builder.root.take() else { return };
    let mut polish = Polish {
        source: builder.source,
        text: builder.text,
        ascii: builder.text.is_ascii(),
        faults: Vec::new(),
        told: BTreeSet::new(),
        anchors: idle_anchors(&builder.anchors),
        hashtags: BTreeMap::new(),
    };
    polish.node(&mut root, None);
    let Polish { faults, hashtags, .. } = polish;
    builder.root = Some(root);
    builder.faults.extend(faults);
    if !hashtags.is_empty() {
        let rest = |comment: Comment| match hashtags.get(&comment.span.start) {
            Some(rest) => rest.clone(),
            None => Some(comment),
        };
        builder.comments = std::mem::take(&mut builder.comments).into_iter().filter_map(rest).collect();
    }
}

/// Anchors of texts that no alias means, by the start of the text. Who writes `&Co` does not mean an anchor.
fn idle_anchors(anchors: &Anchors) -> BTreeMap<u32, Span> {
    let idle = anchors.values().filter(|anchor| {
        let value = anchor.value.as_ref().map(|named| &named.node.value);
        !anchor.used && matches!(value, Some(Value::Empty | Value::Scalar(_)))
    });
    idle.map(|anchor| (anchor.value_start, anchor.span)).collect()
}

/// The entry of `key:value`, of which the text begins at the byte `start`, and its fault: a blank is missing.
pub(in crate::yaml) fn tight_entry(source: SourceId, text: &str, start: usize, shape: &KeyLine) -> (Entry, Fault) {
    let key = Span::new(source, start + shape.key.start, start + shape.key.end);
    let value = Span::new(source, start + shape.value.start, start + shape.value.end);
    let told = |span: Span| clip(slice(text, span.range()));
    let kind = FaultKind::MissingSpaceAfterColon { key: told(key), value: told(value) };
    let edits = vec![Edit { span: value.at_start(), text: " ".to_owned() }];
    let scalar = |span: Span| Scalar::new(slice(text, span.range()), span, Style::Plain);
    let node = Node { span: value, value: Value::Scalar(scalar(value)) };
    (Entry { key: scalar(key), value: node, merged: false }, Fault { span: key.to(value), kind, edits })
}

struct Polish<'t> {
    source: SourceId,
    text: &'t str,
    /// Whether the whole text is ASCII, so that nothing pasted can be in it.
    ascii: bool,
    faults: Vec<Fault>,
    /// Where faults were told; what aliases repeat is told once.
    told: BTreeSet<Span>,
    anchors: BTreeMap<u32, Span>,
    /// Comments that are values, by their start, with what remains as a comment.
    hashtags: BTreeMap<u32, Option<Comment>>,
}

impl Polish<'_> {
    fn tell(&mut self, span: Span, kind: FaultKind, edits: Vec<Edit>) {
        if self.faults.len() <= FAULT_LIMIT && self.told.insert(span) {
            self.faults.push(Fault { span, kind, edits });
        }
    }

    fn place(&self, start: usize, end: usize) -> Span {
        Span::new(self.source, start, end)
    }

    /// INVARIANT: no tree is deeper than the limit of levels, so this may recurse.
    fn node(&mut self, node: &mut Node, key: Option<&Scalar>) {
        if !self.anchors.is_empty() {
            self.idle_anchor(node);
        }
        match &mut node.value {
            Value::Empty => self.hashtag(node, key),
            Value::Scalar(scalar) => {
                if scalar.style == Style::Plain && scalar.span == node.span {
                    self.hashtag_inside(scalar);
                    node.span = scalar.span;
                }
                if !self.ascii {
                    self.pasted(scalar);
                }
                let below = key.is_none_or(|key| scalar.span.start > key.span.end + 2);
                if below && scalar.style == Style::Plain {
                    self.tight_colons(node, key);
                }
            }
            Value::Sequence(items) => items.iter_mut().for_each(|item| self.node(item, None)),
            Value::Mapping(entries) => {
                for entry in &mut *entries {
                    if !self.ascii {
                        self.pasted(&mut entry.key);
                    }
                    self.node(&mut entry.value, Some(&entry.key));
                }
                // A value that was taken for a comment makes its entry longer, and all that it stands in.
                let last = entries.iter().rev().find(|entry| !entry.merged);
                if let Some(last) = last.filter(|last| node.span.holds(last.key.span)) {
                    node.span.end = node.span.end.max(last.value.span.end);
                }
            }
        }
    }

    /// `name: &Co` names an anchor and has no value, or loses its first word.
    fn idle_anchor(&mut self, node: &mut Node) {
        let Some(anchor) = self.anchors.get(&node.span.start).copied() else { return };
        let end = node.span.end.max(anchor.end) as usize;
        let whole = self.place(anchor.start as usize, end);
        let text = slice(self.text, whole.range());
        if !matches!(node.value, Value::Empty | Value::Scalar(_)) || text.contains(['\n', '\r']) {
            return;
        }
        let kind = FaultKind::ReservedStart { start: Reserved::Ampersand, text: clip(text) };
        self.tell(whole, kind, vec![Edit { span: whole, text: in_quotes(text) }]);
        *node = Node { span: whole, value: Value::Scalar(Scalar::new(text, whole, Style::Plain)) };
    }

    /// `tag: #acornfail` has no value in YAML.
    fn hashtag(&mut self, node: &mut Node, key: Option<&Scalar>) {
        let at = node.span.end as usize;
        let rest = slice(self.text, at..self.text.len());
        let start = at + (rest.len() - rest.trim_start_matches([' ', '\t']).len());
        let word = slice(self.text, start..self.text.len()).strip_prefix('#').and_then(|word| word.chars().next());
        if !word.is_some_and(|first| first.is_alphanumeric() || first == '_') || start == at {
            return;
        }
        let end = Line::at(self.text, start).end;
        let written = slice(self.text, start..end);
        let (value, comment) = match written.find(" # ") {
            Some(at) => (slice(written, 0..at), Some(start + at + 1)),
            None => (written, None),
        };
        let value = value.trim_end();
        let span = self.place(start, start + value.len());
        let comment = comment.map(|from| {
            let text = slice(self.text, from + 1..end).trim().to_owned();
            Comment { span: self.place(from, end), text }
        });
        self.hashtags.insert(span.start, comment);
        let key = key.map_or_else(String::new, |key| clip(&key.text));
        let kind = FaultKind::HashtagSwallowed { key, hashtag: clip(value) };
        self.tell(span, kind, vec![Edit { span, text: in_quotes(value) }]);
        *node = Node { span, value: Value::Scalar(Scalar::new(value, span, Style::Plain)) };
    }

    /// `examples: angry post, #acornfail, one-star review` ends at its second comma in YAML.
    fn hashtag_inside(&mut self, scalar: &mut Scalar) {
        let at = scalar.span.end as usize;
        let rest = slice(self.text, at..self.text.len());
        let start = at + (rest.len() - rest.trim_start_matches([' ', '\t']).len());
        let word = slice(self.text, start..self.text.len()).strip_prefix('#').and_then(|word| word.chars().next());
        if start == at || !word.is_some_and(char::is_alphabetic) {
            return;
        }
        let end = Line::at(self.text, start).end;
        let written = slice(self.text, start..end);
        let (hashtag, comment) = match written.find(" # ") {
            Some(at) => (slice(written, 0..at), Some(start + at + 1)),
            None => (written, None),
        };
        let hashtag = hashtag.trim_end();
        let span = self.place(start, start + hashtag.len());
        let whole = self.place(scalar.span.start as usize, start + hashtag.len());
        let text = slice(self.text, whole.range());
        let sure = scalar.text.ends_with(',') && scalar.exact;
        let kind = FaultKind::HashtagInside { hashtag: clip(hashtag), whole: clip(text), sure };
        self.tell(span, kind, vec![Edit { span: whole, text: in_quotes(text) }]);
        if sure {
            let comment = comment.map(|from| {
                let text = slice(self.text, from + 1..end).trim().to_owned();
                Comment { span: self.place(from, end), text }
            });
            self.hashtags.insert(span.start, comment);
            *scalar = Scalar::new(text, whole, Style::Plain);
        }
    }

    /// `open:Mon-Fri` below a key is one text in YAML.
    fn tight_colons(&mut self, node: &mut Node, key: Option<&Scalar>) {
        let start = node.span.start as usize;
        // Only as far back as the blanks reach: a line may be as long as the file.
        let before = slice(self.text, 0..start).trim_end_matches([' ', '\t']);
        let lone = before.is_empty() || before.ends_with(['\n', '\r']);
        if key.is_none() && !lone || key.is_some_and(|key| slice(self.text, key.span.end as usize..start).trim() != ":")
        {
            return;
        }
        if !lone || node.scalar().is_none_or(|scalar| scalar.span != node.span) {
            return;
        }
        let mut at = start;
        let mut shapes = Vec::new();
        while at < node.span.end as usize {
            let line = Line::at(self.text, at);
            let from = line.content.max(start);
            let text = slice(self.text, from..line.end.min(node.span.end as usize));
            let Some(shape) = tight_colon(text) else { return };
            shapes.push((from, shape));
            at = line.next;
        }
        let mut entries = Vec::with_capacity(shapes.len());
        for (from, shape) in shapes {
            let (entry, fault) = tight_entry(self.source, self.text, from, &shape);
            self.tell(fault.span, fault.kind, fault.edits);
            entries.push(entry);
        }
        node.value = Value::Mapping(entries);
    }

    /// Characters from a text processor in a plain text.
    fn pasted(&mut self, scalar: &mut Scalar) {
        if scalar.text.is_ascii() {
            return;
        }
        match scalar.style {
            Style::Plain => self.pasted_plain(scalar),
            // A table is read cell by cell later, and each cell says what is wrong with it.
            Style::Literal | Style::SingleQuoted | Style::DoubleQuoted | Style::Folded => {}
        }
    }

    fn pasted_plain(&mut self, scalar: &mut Scalar) {
        let found = find_pasted(&scalar.text);
        if found.is_empty() {
            return;
        }
        let base = scalar.span.start as usize;
        let written = slice(self.text, scalar.span.range());
        let places = if scalar.exact { found.clone() } else { find_pasted(written) };
        self.tell_pasted(&places, base);
        let only_quotes = found.iter().all(|one| one.what == Pasted::SmartQuotes);
        if let ([first, last], true, true) = (found.as_slice(), only_quotes, scalar.exact) {
            let inner = self.place(base + first.range.end, base + last.range.start);
            *scalar = Scalar::new(slice(self.text, inner.range()), inner, Style::Plain);
            return;
        }
        let text = replace_pasted(&scalar.text, &found).trim().to_owned();
        scalar.exact = false;
        scalar.text = text;
    }

    /// Tells what was found, each kind once for the text that begins at the byte `base`.
    fn tell_pasted(&mut self, found: &[PastedCharacter], base: usize) {
        for what in [Pasted::SmartQuotes, Pasted::LongDash, Pasted::NonBreakingSpace, Pasted::Invisible] {
            let of_kind = found.iter().filter(|one| one.what == what);
            let edit = |one: &PastedCharacter| Edit {
                span: self.place(base + one.range.start, base + one.range.end),
                text: one.write.to_owned(),
            };
            let places: Vec<Edit> = of_kind.map(edit).collect();
            if let Some(first) = places.first() {
                let kind = FaultKind::Pasted { what, places: places.clone() };
                self.tell(first.span, kind, places);
            }
        }
    }
}
