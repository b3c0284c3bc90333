//! Small searches that many readers of near misses share: other words, and the pieces between commas.

use crate::notation::misread_kind::MisreadKind;
use crate::notation::miss::{Miss, splice};

/// The pieces between `, `, with their places.
pub(crate) fn pieces(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split(", ").map(move |piece| {
        let start = at;
        at += piece.len() + ", ".len();
        (start, piece)
    })
}

/// The words `start..end` stand for `write`. Where nothing is to be written, the blank after them goes too.
pub(crate) fn wrong_word(text: &str, start: usize, end: usize, write: &str) -> Miss {
    let found = text.get(start..end).unwrap_or("").to_owned();
    let blank = usize::from(write.is_empty() && text.get(end..).is_some_and(|rest| rest.starts_with(' ')));
    let kind = if write.is_empty() {
        MisreadKind::ExtraWords { found }
    } else {
        MisreadKind::WrongWord { found, write: write.to_owned() }
    };
    Miss::new(start, end, kind).becomes(splice(text, start, end + blank, write))
}

/// The whole text is one of the words of the table, in any case. A table pairs what is found with what to write.
pub(crate) fn whole_words(text: &str, table: &[(&str, &str)]) -> Option<Miss> {
    let (_, write) = table.iter().find(|(found, _)| text.eq_ignore_ascii_case(found))?;
    (*write != text).then(|| wrong_word(text, 0, text.len(), write))
}

/// The text begins with words of the table and a blank, in any case.
pub(crate) fn leading_words(text: &str, table: &[(&str, &str)]) -> Option<Miss> {
    table.iter().find_map(|(found, write)| {
        let lead = text.get(..found.len())?;
        let rest = text.get(found.len()..)?;
        let fits = lead.eq_ignore_ascii_case(found) && rest.starts_with(' ') && lead != *write;
        fits.then(|| wrong_word(text, 0, found.len(), write))
    })
}

/// Parts joined by something else than what joins them.
pub(crate) fn wrong_separator(text: &str, found: &[&str], write: &'static str) -> Option<Miss> {
    found.iter().find_map(|found| {
        let at = text.find(found)?;
        let kind = MisreadKind::WrongSeparator { found: (*found).to_owned(), write };
        Some(Miss::put(text, at, at + found.len(), kind, write))
    })
}

/// The first piece between commas that `look` finds fault with, told of the whole text.
pub(crate) fn in_pieces(text: &str, look: impl Fn(&str) -> Option<Miss>) -> Option<Miss> {
    pieces(text).find_map(|(start, piece)| look(piece).map(|miss| miss.within(text, start, start + piece.len())))
}

/// A fault that says more than that nothing could be read.
pub(crate) fn telling(miss: Miss) -> Option<Miss> {
    let unreadable = matches!(miss.kind, MisreadKind::Unreadable { .. } | MisreadKind::Empty { .. });
    (!unreadable).then_some(miss)
}
