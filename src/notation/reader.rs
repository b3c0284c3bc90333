//! What every reader of a phrase does: read by the grammar; if that fails, find the near miss, rewrite, read again.

use crate::notation::misread::{LONGEST_PHRASE_BYTES, Misread};
use crate::notation::misread_kind::MisreadKind;
use crate::notation::miss::Miss;
use crate::notation::phrase::Phrase;
use crate::notation::tidy::{has_names, tidy};
use crate::source::{Excerpt, Span};

/// The longest text in which near misses are sought, in bytes. Above it the cost of looking could grow with the square
/// of the length, and a text of that length is no near miss of anything.
const LONGEST_NEAR_MISS_BYTES: usize = 2 * 1024;

/// How often a phrase is rewritten in search of a suggestion.
const MOST_REWRITES: usize = 32;

/// Why a grammar could not make a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The text cannot be read; this is the furthest byte that was reached.
    Stuck(usize),
    /// The text can be read, but what it says cannot be.
    Miss(Box<Miss>),
}

impl From<Miss> for Fault {
    fn from(miss: Miss) -> Self {
        Self::Miss(Box::new(miss))
    }
}

/// What a grammar makes of a text.
pub(crate) type Attempt<T> = Result<T, Fault>;

/// A reader of one kind of phrase.
pub(crate) struct Reader<'r, T> {
    /// What it reads.
    pub(crate) wanted: Phrase,
    /// Reads the right forms.
    pub(crate) parse: &'r dyn Fn(Excerpt<'_>) -> Attempt<T>,
    /// Knows the near misses; asked only for texts that do not read.
    pub(crate) look: &'r dyn Fn(&str) -> Option<Miss>,
}

impl<T> Reader<'_, T> {
    /// Reads a phrase or says what is wrong with it.
    pub(crate) fn read(&self, excerpt: Excerpt<'_>) -> Result<T, Misread> {
        if excerpt.text.len() > LONGEST_PHRASE_BYTES {
            let kind = MisreadKind::TooLong { limit_bytes: LONGEST_PHRASE_BYTES };
            return Err(Misread { span: excerpt.span, kind, suggestion: None, choices: Vec::new() });
        }
        self.find(excerpt).map_err(|miss| self.report(excerpt, miss))
    }

    /// The first fault of a text; `None` where it reads.
    pub(crate) fn miss(&self, text: &str) -> Option<Miss> {
        self.find(unplaced(text)).err()
    }

    /// The same for the piece `start..end` of `whole`.
    pub(crate) fn miss_in(&self, whole: &str, start: usize, end: usize) -> Option<Miss> {
        let piece = whole.get(start..end)?;
        self.miss(piece).map(|miss| miss.within(whole, start, end))
    }

    /// Whether a text reads.
    pub(crate) fn reads(&self, text: &str) -> bool {
        (self.parse)(unplaced(text)).is_ok()
    }

    fn find(&self, excerpt: Excerpt<'_>) -> Result<T, Miss> {
        match (self.parse)(excerpt) {
            Ok(value) => Ok(value),
            Err(Fault::Miss(miss)) => Err(*miss),
            Err(Fault::Stuck(at)) => Err(self.diagnose(excerpt.text, at)),
        }
    }

    fn diagnose(&self, text: &str, at: usize) -> Miss {
        if text.trim().is_empty() {
            return Miss::new(0, text.len(), MisreadKind::Empty { wanted: self.wanted });
        }
        let (start, end) = stuck_part(text, at);
        let unreadable = Miss::new(start, end, MisreadKind::Unreadable { wanted: self.wanted });
        if text.len() > LONGEST_NEAR_MISS_BYTES {
            return unreadable;
        }
        if let Some(miss) = tidy(text)
            && miss.rewrite.as_deref().is_some_and(|tidied| self.is_worth_tidying(tidied))
        {
            return miss;
        }
        (self.look)(text).unwrap_or(unreadable)
    }

    /// In phrases without names an odd character is always a slip. In names it may be meant, so there the tidied text
    /// has to read.
    fn is_worth_tidying(&self, tidied: &str) -> bool {
        match (self.parse)(unplaced(tidied)) {
            Ok(_) => true,
            Err(Fault::Miss(_)) => !has_names(self.wanted),
            Err(Fault::Stuck(_)) => !has_names(self.wanted) && (self.look)(tidied).is_some(),
        }
    }

    fn report(&self, excerpt: Excerpt<'_>, miss: Miss) -> Misread {
        let mut choices = miss.choices;
        let mut suggestion = None;
        match miss.rewrite.map(|text| self.mend(text)) {
            Some(Ok(text)) => suggestion = Some(text),
            Some(Err(further)) if choices.is_empty() => choices = further,
            Some(Err(_)) | None => {}
        }
        let choices = choices.into_iter().filter_map(|text| self.mend(text).ok()).collect();
        Misread { span: excerpt.place(miss.start, miss.end), kind: miss.kind, suggestion, choices }
    }

    /// Rewrites a text until it reads. Where it is not sure how, the error holds the texts of which the author has to
    /// choose, if any.
    fn mend(&self, mut text: String) -> Result<String, Vec<String>> {
        for _ in 0..MOST_REWRITES {
            if text.len() > LONGEST_PHRASE_BYTES {
                break;
            }
            match self.miss(&text) {
                None => return Ok(text),
                Some(Miss { rewrite: Some(next), .. }) => text = next,
                Some(Miss { choices, .. }) => return Err(choices),
            }
        }
        Err(Vec::new())
    }
}

/// A text that stands nowhere, for trying.
pub(crate) fn unplaced(text: &str) -> Excerpt<'_> {
    Excerpt::exact(text, Span { end: u32::try_from(text.len()).unwrap_or(u32::MAX), ..Span::default() })
}

/// The part of a text that could not be read: from the word at which reading ended to the end of the text, or all of
/// it where nothing is left.
fn stuck_part(text: &str, at: usize) -> (usize, usize) {
    let at = text.floor_char_boundary(at.min(text.len()));
    let before = text.get(..at).unwrap_or("");
    let start = before.rfind([' ', ',']).map_or(0, |blank| blank + 1);
    let rest = text.get(start..).unwrap_or("");
    if rest.trim().is_empty() {
        return (0, text.len());
    }
    (start + (rest.len() - rest.trim_start().len()), text.len())
}
