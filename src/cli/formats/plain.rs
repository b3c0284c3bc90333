//! Text that a terminal shows and never obeys: characters that command it, or that turn the direction of writing, are
//! replaced.

use std::borrow::Cow;

/// The text with every commanding character replaced by `�`; line breaks and tabs stay.
pub(crate) fn lines(text: &str) -> Cow<'_, str> {
    clean(text, |letter| matches!(letter, '\n' | '\t'))
}

/// The same for a text that is one line: line breaks and tabs become blanks.
pub(crate) fn line(text: &str) -> Cow<'_, str> {
    let text = clean(text, |letter| matches!(letter, '\n' | '\r' | '\t'));
    if text.contains(['\n', '\r', '\t']) { text.replace(['\n', '\r', '\t'], " ").into() } else { text }
}

fn clean(text: &str, stays: impl Fn(char) -> bool) -> Cow<'_, str> {
    let commands = |letter: char| (letter.is_control() || turns(letter)) && !stays(letter);
    if text.chars().any(commands) { text.replace(commands, "\u{fffd}").into() } else { text.into() }
}

/// The marks that turn the direction of what follows; with them a text shows something else than it says.
fn turns(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_replaced_and_letters_stay() {
        assert_eq!(lines("Größe\t1\nnext"), "Größe\t1\nnext");
        assert_eq!(lines("red \u{1b}[31mname\u{7}\r"), "red �[31mname��");
        assert_eq!(lines("a\u{202e}b"), "a�b");
        assert_eq!(line("two\nlines\tone"), "two lines one");
    }
}
