//! Reads a whole text. It never fails: what cannot be read is a fault in the tree.
//!
//! No YAML library goes on after an error inside a document, so this room does. Where reading stops, what was read
//! incompletely is taken back and read again from the start of its line; what is open stays open, so the rest goes on
//! where it left off. A line with which that fails twice is read by hand (`hand`): its fault is named and its key and
//! value are kept. Every step moves forward, and the work is bounded, so the time is linear in the size of the text.

use std::collections::BTreeMap;

use crate::source::{Edit, Pasted, SourceId, Span};
use crate::yaml::bytes::SIZE_LIMIT;
use crate::yaml::events::{Cause, Piece, Place, Stop, read_piece};
use crate::yaml::fault::{Fault, FaultKind};
use crate::yaml::frames::{Builder, FAULT_LIMIT, NODE_LIMIT};
use crate::yaml::line::{Line, key_line, slice};
use crate::yaml::polish::polish;
use crate::yaml::tree::Tree;

/// How often a text may be read over, on average.
const WORK_FACTOR: usize = 4;

/// How many bytes may be read over in any case.
const WORK_FLOOR: usize = 1 << 20;

/// Reads a text into a tree. What does not read is told in `faults`; the rest is read all the same.
#[must_use]
pub fn read(source: SourceId, text: &str) -> Tree {
    if text.len() > SIZE_LIMIT {
        let kind = FaultKind::TooLarge { bytes: text.len(), limit: SIZE_LIMIT };
        let fault = Fault { span: Span::new(source, 0, 0), kind, edits: Vec::new() };
        return Tree { source, root: None, comments: Vec::new(), faults: vec![fault] };
    }
    let mut reader = Reader::new(source, text);
    while reader.step() {}
    reader.finish()
}

/// Which lines belong to a value that was read by hand, and are passed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::yaml) enum Rest {
    /// Those that stand deeper than the column.
    Deeper(usize),
    /// Those that stand deeper than the column and have no key.
    Keyless(usize),
}

/// The reading of a text.
#[derive(Debug)]
pub(in crate::yaml) struct Reader<'t> {
    pub(in crate::yaml) builder: Builder<'t>,
    pub(in crate::yaml) text: &'t str,
    /// The first byte that is still to be read.
    pub(in crate::yaml) at: usize,
    /// The byte before which reading stops for now.
    limit: usize,
    /// How many bytes were read, over and over.
    work: usize,
    /// A place where the crate stopped and for which no fault is named yet.
    suspect: Option<Fault>,
    pub(in crate::yaml) rest: Option<Rest>,
    /// The column at which the rows of a table stand, by the first byte of the table, where its first row is off.
    pub(in crate::yaml) table: Option<(usize, usize)>,
    /// The key of the last line that stood off, if that was the last fault.
    pub(in crate::yaml) off: Option<Span>,
    /// Whether a fault was told since this was last set to `false`.
    pub(in crate::yaml) explained: bool,
    /// The lines with blanks from a text processor in their indentation, the last one first.
    pasted: Vec<usize>,
    /// Which column a number of tabs stood for, on the lines above that were indented with tabs.
    pub(in crate::yaml) tabs: BTreeMap<usize, usize>,
}

impl<'t> Reader<'t> {
    fn new(source: SourceId, text: &'t str) -> Self {
        let pasted = pasted_lines(text);
        Self {
            builder: Builder::new(source, text),
            text,
            at: 0,
            limit: pasted.last().copied().unwrap_or(text.len()),
            work: 0,
            suspect: None,
            rest: None,
            table: None,
            off: None,
            explained: false,
            pasted,
            tabs: BTreeMap::new(),
        }
    }

    /// Reads on as far as it goes; `false` when nothing is left.
    fn step(&mut self) -> bool {
        if self.pasted.last() == Some(&self.at) {
            return self.pasted_line();
        }
        let place = match Line::speaking(self.text, self.at) {
            None => Place::Root,
            Some(line) if self.is_rest(line) => {
                self.go_on_at(line.next);
                return true;
            }
            Some(line) => match self.place_of(line) {
                Some(place) => place,
                None => return self.line_by_hand(line, None),
            },
        };
        let line = Line::speaking(self.text, self.at);
        let piece = Piece {
            text: slice(self.text, self.at..self.limit),
            base: self.at,
            cap: self.limit,
            column: line.map_or(0, |line| line.column),
            place,
        };
        let outcome = read_piece(&mut self.builder, piece);
        match (outcome, line) {
            (Ok(()), _) => {
                self.work += piece.text.len();
                self.go_on_at(self.limit);
                self.at < self.text.len()
            }
            (Err(stop), None) => {
                let fault = self.nameless(Line::at(self.text, stop.at), Some(&stop.cause));
                self.builder.faults.push(fault);
                false
            }
            (Err(stop), Some(line)) => self.stopped(line, stop),
        }
    }

    /// What to do where reading stopped: `line` is the first line that was read.
    fn stopped(&mut self, line: Line, stop: Stop) -> bool {
        let span = Line::at(self.text, stop.at);
        let span = self.builder.span(stop.at, span.end.max(stop.at));
        match stop.cause {
            Cause::SecondDocument => {
                self.builder.fault(span, FaultKind::MoreThanOneDocument, Vec::new());
                return false;
            }
            Cause::TooManyNodes => {
                self.builder.fault(span, FaultKind::TooManyNodes { limit: NODE_LIMIT }, Vec::new());
                return false;
            }
            Cause::Refused(_) | Cause::Misplaced | Cause::TooDeep => {}
        }
        self.work += stop.seen.saturating_sub(self.at) + 64;
        if self.work > WORK_FACTOR * self.text.len() + WORK_FLOOR {
            return self.give_up(span);
        }
        let from = self.builder.unfinished(self.at, stop.at);
        let stop_line = Line::at(self.text, stop.at).start;
        // A text that goes on further left than the piece began is no fault: the piece only began too deep.
        let outward = |at: usize| Line::at(self.text, at).column < line.column;
        let suspect = self.nameless(Line { content: stop.at, ..Line::at(self.text, stop.at) }, Some(&stop.cause));
        if from > line.start {
            let suspect = (!outward(from)).then_some(suspect);
            self.builder.rewind(from);
            self.go_on_at(from);
            self.settle_suspect();
            self.suspect = suspect;
        } else if stop_line > line.start && stop_line < self.limit {
            // The line at which reading stopped may be innocent, or what stands before it may be: try that alone.
            if self.suspect.is_none() && !outward(stop_line) {
                self.suspect = Some(suspect);
            }
            self.builder.rewind(line.start);
            self.limit = stop_line;
        } else {
            self.builder.rewind(line.start);
            return self.line_by_hand(line, Some(stop));
        }
        true
    }

    /// Goes on at a byte, up to the next line that must be read by hand.
    fn go_on_at(&mut self, at: usize) {
        self.at = at;
        while self.pasted.last().is_some_and(|line| *line < at) {
            self.pasted.pop();
        }
        self.limit = self.pasted.last().copied().filter(|line| *line > at).unwrap_or(self.text.len());
    }

    /// Reads a line that has blanks from a text processor in its indentation.
    fn pasted_line(&mut self) -> bool {
        let line = Line::at(self.text, self.at);
        self.pasted.pop();
        let blanks = line.blanks(self.text).char_indices().filter(|(_, letter)| !letter.is_ascii());
        let place = |(at, letter): (usize, char)| {
            let span = self.builder.span(line.start + at, line.start + at + letter.len_utf8());
            Edit { span, text: " ".to_owned() }
        };
        let places: Vec<Edit> = blanks.map(place).collect();
        let span = places.iter().map(|edit| edit.span).reduce(Span::to).unwrap_or_else(|| self.builder.span(0, 0));
        let kind = FaultKind::Pasted { what: Pasted::NonBreakingSpace, places: places.clone() };
        self.builder.fault(span, kind, places);
        if line.is_silent(self.text) || self.is_rest(line) {
            self.go_on_at(line.next);
            return self.at < self.text.len();
        }
        self.line_by_hand(line, None)
    }

    /// Reads one line by hand and goes on after it.
    fn line_by_hand(&mut self, line: Line, stop: Option<Stop>) -> bool {
        let before = self.builder.faults.len();
        self.explained = false;
        // Comments above the line are read by the crate; there is nothing else above it.
        let above = slice(self.text, self.at..line.start);
        let piece = Piece { text: above, base: self.at, cap: line.start, column: 0, place: Place::Root };
        if !above.trim_ascii().is_empty() && read_piece(&mut self.builder, piece).is_err() {
            self.builder.rewind(line.start);
        }
        self.work += line.next - self.at;
        self.go_on_at(line.next);
        let cause = stop.as_ref().map(|stop| stop.cause.clone());
        self.by_hand(line, cause.as_ref());
        if self.explained || self.builder.faults.len() > before {
            self.suspect = None;
        } else if let Some(stop) = stop.filter(|_| self.suspect.is_none()) {
            self.suspect = Some(self.nameless(Line::at(self.text, stop.at), Some(&stop.cause)));
        }
        if self.builder.faults.len() >= FAULT_LIMIT {
            let span = self.builder.span(self.at, self.at);
            return self.at < self.text.len() && self.give_up(span);
        }
        self.at < self.text.len()
    }

    /// A fault that has no name, or that of a character that cannot be written, on a line (or its end).
    pub(in crate::yaml) fn nameless(&self, line: Line, cause: Option<&Cause>) -> Fault {
        let written = slice(self.text, line.start..line.end);
        let unwritable = |(_, character): &(usize, char)| character.is_control() && *character != '\t';
        if let Some((at, character)) = written.char_indices().find(unwritable) {
            let span = self.builder.span(line.start + at, line.start + at + character.len_utf8());
            let edits = vec![Edit { span, text: String::new() }];
            return Fault { span, kind: FaultKind::ControlCharacter { character }, edits };
        }
        let message = cause.map_or_else(|| "a text without a key".to_owned(), message);
        let span = self.builder.span(line.content, line.end.max(line.content));
        Fault { span, kind: FaultKind::Unreadable { message }, edits: Vec::new() }
    }

    /// Leaves the rest unread.
    fn give_up(&mut self, span: Span) -> bool {
        let kind = FaultKind::TooManyFaults { limit: FAULT_LIMIT };
        self.builder.faults.push(Fault { span, kind, edits: Vec::new() });
        self.suspect = None;
        false
    }

    /// Tells a place where the crate stopped, when everything around it has been read without a fault.
    fn settle_suspect(&mut self) {
        if let Some(fault) = self.suspect.take() {
            self.builder.faults.push(fault);
        }
    }

    /// Whether a line belongs to a value that was read by hand already.
    fn is_rest(&mut self, line: Line) -> bool {
        let content = line.text(self.text);
        let is_rest = match self.rest {
            None => false,
            Some(Rest::Deeper(column)) => {
                line.column > column || content.chars().all(|c| matches!(c, ']' | '}' | ',' | ' '))
            }
            Some(Rest::Keyless(column)) => line.column > column && key_line(content).is_none(),
        };
        if !is_rest {
            self.rest = None;
        }
        is_rest
    }

    /// Closes everything and looks for what reads but does not mean what its author means.
    fn finish(mut self) -> Tree {
        self.settle_suspect();
        while !self.builder.frames.is_empty() {
            self.builder.close(None);
        }
        polish(&mut self.builder);
        let Builder { source, root, mut comments, mut faults, .. } = self.builder;
        comments.sort_by_key(|comment| comment.span);
        comments.dedup();
        faults.sort_by_key(|fault| fault.span);
        faults.dedup();
        let many = faults.len() > FAULT_LIMIT;
        faults.truncate(FAULT_LIMIT);
        if let Some(last) = faults.last().map(|fault| fault.span).filter(|_| many) {
            faults.push(Fault { span: last, kind: FaultKind::TooManyFaults { limit: FAULT_LIMIT }, edits: Vec::new() });
        }
        Tree { source, root, comments, faults }
    }
}

/// The lines with blanks from a text processor in their indentation, the last one first. The crate takes such blanks
/// for letters, so these lines are read by hand.
fn pasted_lines(text: &str) -> Vec<usize> {
    let mut lines = Vec::new();
    let mut at = 0;
    while !text.is_ascii() && at < text.len() {
        let line = Line::at(text, at);
        if line.is_pasted() {
            lines.push(at);
        }
        at = line.next;
    }
    lines.reverse();
    lines
}

/// What the crate said, for the record.
fn message(cause: &Cause) -> String {
    match cause {
        Cause::Refused(message) => message.clone(),
        Cause::Misplaced | Cause::SecondDocument | Cause::TooDeep | Cause::TooManyNodes => format!("{cause:?}"),
    }
}
