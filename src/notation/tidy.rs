//! Characters that text programs slip in, and blanks too many or too few: found and put right.

use crate::notation::misread_kind::MisreadKind;
use crate::notation::miss::Miss;
use crate::notation::phrase::Phrase;

/// Whether phrases of that kind hold names or free text, in which an odd character may be meant.
pub(crate) fn has_names(phrase: Phrase) -> bool {
    match phrase {
        Phrase::Duration
        | Phrase::Share
        | Phrase::Date
        | Phrase::DateRange
        | Phrase::TimeOfDay
        | Phrase::Hours
        | Phrase::DayHours
        | Phrase::Promise
        | Phrase::Status
        | Phrase::Rate
        | Phrase::Money
        | Phrase::Count
        | Phrase::YesNo => false,
        Phrase::ClosedOn
        | Phrase::Condition
        | Phrase::Owner
        | Phrase::SourceNote
        | Phrase::Volume
        | Phrase::People
        | Phrase::Mix
        | Phrase::Skills
        | Phrase::FieldType
        | Phrase::Loop
        | Phrase::Escalation
        | Phrase::Claims
        | Phrase::Comparison
        | Phrase::Contact
        | Phrase::Expectations
        | Phrase::List => true,
    }
}

/// What to write in place of an odd character.
fn plain(found: char) -> Option<&'static str> {
    match found {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{ff0d}' => Some("-"),
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' | '\t' | '\n' | '\r' => Some(" "),
        '\u{201c}'..='\u{201f}' | '\u{ab}' | '\u{bb}' | '"' => Some(""),
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => Some(""),
        '\u{ff05}' => Some("%"),
        '\u{ff1a}' => Some(":"),
        '\u{ff0c}' => Some(","),
        _ => None,
    }
}

/// The first slip of a text, with the whole text tidied; `None` where it is tidy.
pub(crate) fn tidy(text: &str) -> Option<Miss> {
    let mut plainer = String::with_capacity(text.len());
    let mut first = None;
    for (at, found) in text.char_indices() {
        match plain(found) {
            Some(write) => {
                first = first.or(Some((at, found, write)));
                plainer.push_str(write);
            }
            None => plainer.push(found),
        }
    }
    let spaced = even_blanks(&plainer);
    if let Some((at, found, write)) = first {
        let kind = MisreadKind::OddCharacter { found, write };
        return Some(Miss::new(at, at + found.len_utf8(), kind).becomes(spaced));
    }
    if spaced == text {
        return None;
    }
    let same = text.bytes().zip(spaced.bytes()).take_while(|(a, b)| a == b).count();
    let at = text.floor_char_boundary(same);
    let end = text.len().min(text.ceil_char_boundary(at + 1));
    Some(Miss::new(at, end, MisreadKind::Blanks).becomes(spaced))
}

/// One blank between words, none before a comma, one after it (unless it stands between digits).
fn even_blanks(text: &str) -> String {
    let single = text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ").replace(" ,", ",");
    let mut spaced = String::with_capacity(single.len());
    let mut before = ' ';
    let mut characters = single.chars().peekable();
    while let Some(found) = characters.next() {
        spaced.push(found);
        let next = characters.peek().copied();
        let between_digits = before.is_ascii_digit() && next.is_some_and(|next| next.is_ascii_digit());
        if found == ',' && next.is_some_and(|next| next != ' ') && !between_digits {
            spaced.push(' ');
        }
        before = found;
    }
    spaced
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tidied(text: &str) -> Option<String> {
        tidy(text).and_then(|miss| miss.rewrite)
    }

    #[test]
    fn slips_of_text_programs_are_put_right() {
        assert_eq!(tidied("Mon\u{2013}Fri 08:00\u{2014}20:00").as_deref(), Some("Mon-Fri 08:00-20:00"));
        assert_eq!(tidied("80%\u{a0}in 20 s").as_deref(), Some("80% in 20 s"));
        assert_eq!(tidied("\u{201c}80%\u{201d}").as_deref(), Some("80%"));
        assert_eq!(tidied("Mon  08:00-09:00 ,Tue 09:00-10:00").as_deref(), Some("Mon 08:00-09:00, Tue 09:00-10:00"));
        assert_eq!(tidied("1,000"), None);
        assert_eq!(tidied("80% in 20 s"), None);
    }

    #[test]
    fn the_place_is_that_of_the_first_slip() {
        let miss = tidy("80% in  20 s").unwrap();
        assert_eq!((miss.start, miss.end, miss.kind), (7, 8, MisreadKind::Blanks));
        let miss = tidy("08:00\u{2013}09:00").unwrap();
        assert_eq!((miss.start, miss.end), (5, 8));
    }
}
