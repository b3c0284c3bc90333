//! Lists: `phone, chat`.

use crate::notation::misread::Misread;
use crate::notation::misread_kind::MisreadKind;
use crate::notation::miss::Miss;
use crate::notation::phrase::Phrase;
use crate::notation::reader::{Attempt, Reader};
use crate::source::{Excerpt, Spanned};

pub(crate) const LIST: Reader<'static, Vec<Spanned<String>>> =
    Reader { wanted: Phrase::List, parse: &parse_list, look: &|_| None };

/// Reads items between `, `. A list has one item at least.
///
/// # Errors
/// Says where an item is empty, where `;` stands for a comma, and where a comma has no blank after it.
pub fn list(excerpt: Excerpt<'_>) -> Result<Vec<Spanned<String>>, Misread> {
    LIST.read(excerpt)
}

/// A list is cut by hand: its whole grammar is `item { ", " item }`, and an item may be anything.
fn parse_list(excerpt: Excerpt<'_>) -> Attempt<Vec<Spanned<String>>> {
    let text = excerpt.text;
    if text.trim().is_empty() {
        return Err(Miss::new(0, text.len(), MisreadKind::Empty { wanted: Phrase::List }).into());
    }
    if let Some(miss) = empty_item(text).or_else(|| semicolon(text)).or_else(|| tight_comma(text)) {
        return Err(miss.into());
    }
    let pieces = excerpt.split(", ").into_iter();
    Ok(pieces.map(|piece| Spanned::new(piece.text.to_owned(), piece.span)).collect())
}

/// Nothing between two commas, before the first or after the last.
pub(crate) fn empty_item(text: &str) -> Option<Miss> {
    let mut start = 0;
    for (at, _) in text.match_indices(',').chain([(text.len(), "")]) {
        let item = text.get(start..at)?;
        if item.trim().is_empty() {
            let kept: Vec<&str> = text.split(',').map(str::trim).filter(|item| !item.is_empty()).collect();
            // The place is the comma itself, which a reader can see, and not the nothing beside it.
            let place = if start > 0 { start - 1 } else { at };
            let miss = Miss::new(place, (place + 1).min(text.len()), MisreadKind::EmptyItem);
            return Some(if kept.is_empty() { miss } else { miss.becomes(kept.join(", ")) });
        }
        start = at + 1;
    }
    None
}

fn semicolon(text: &str) -> Option<Miss> {
    let at = text.find(';').filter(|_| !text.contains(", "))?;
    let items: Vec<&str> = text.split(';').map(str::trim).filter(|item| !item.is_empty()).collect();
    let kind = MisreadKind::WrongSeparator { found: ";".into(), write: ", " };
    let miss = Miss::new(at, at + 1, kind);
    Some(if items.is_empty() { miss } else { miss.becomes(items.join(", ")) })
}

/// `phone,chat`: a comma between letters is a slip; between digits (`1,000`) it belongs to a number.
fn tight_comma(text: &str) -> Option<Miss> {
    let (at, _) = text.match_indices(',').find(|(at, _)| {
        let before = text.get(..*at).and_then(|part| part.chars().next_back());
        let after = text.get(at + 1..).and_then(|part| part.chars().next());
        before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphabetic)
    })?;
    Some(Miss::put(text, at, at + 1, MisreadKind::Blanks, ", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notation::checks::{exact, misread};

    #[test]
    fn items_keep_their_places() {
        let items = list(exact("phone, web form,  1,000 metre club")).unwrap();
        let texts: Vec<_> = items.iter().map(|item| item.value.as_str()).collect();
        assert_eq!(texts, ["phone", "web form", "1,000 metre club"]);
        assert_eq!(items[1].span.range(), 7..15);
        assert_eq!(items[2].span.range(), 18..34);
        assert_eq!(list(exact("English and Welsh")).unwrap().len(), 1);
    }

    #[test]
    fn near_misses() {
        let semicolon = MisreadKind::WrongSeparator { found: ";".into(), write: ", " };
        misread(list, "phone, , chat", &MisreadKind::EmptyItem, Some("phone, chat"));
        misread(list, "phone, chat,", &MisreadKind::EmptyItem, Some("phone, chat"));
        misread(list, ", phone", &MisreadKind::EmptyItem, Some("phone"));
        misread(list, ",", &MisreadKind::EmptyItem, None);
        misread(list, "phone; chat", &semicolon, Some("phone, chat"));
        misread(list, "phone,chat", &MisreadKind::Blanks, Some("phone, chat"));
        misread(list, "", &MisreadKind::Empty { wanted: Phrase::List }, None);
    }
}
