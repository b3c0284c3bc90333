//! What is said of names.

use crate::source::{Diagnostic, Sink, Span, Spanned, article, quoted, some_of};
use crate::strategy::errors::finding::{
    EMPTY_KIND, HASHTAG_BECAME_COMMENT, OTHER_SPELLING, TOO_MANY_NAMES, UNKNOWN_NAME, UNUSABLE_NAME,
};
use crate::strategy::guess;
use crate::strategy::names::NameKind;

/// A word for all channels of a kind, where one channel has to be named.
pub fn several_channels(written: &Spanned<String>, channels: &[String]) -> Diagnostic {
    let headline = format!("{} stands for every channel of its kind, and one is needed.", quoted(&written.value));
    let finding = Diagnostic::new(&UNKNOWN_NAME, written.span, headline);
    match channels {
        [only] => finding.why(format!("The one such channel here is {}.", quoted(only))).replace(written.span, only),
        _ => finding
            .why("What happens to a contact can differ from one channel to the next.")
            .advise(format!("name one of them: {}", some_of(channels))),
    }
}

/// A name that nothing of its kind has.
pub fn unknown_name(
    kind: NameKind,
    written: &Spanned<String>,
    guess: Option<&str>,
    declared: Option<Span>,
    known: &[Spanned<String>],
) -> Diagnostic {
    let word = kind.word();
    let headline = format!("There is no {word} called {} in this strategy.", quoted(&written.value));
    let finding = Diagnostic::new(&UNKNOWN_NAME, written.span, headline);
    if let Some(guess) = guess.filter(|guess| in_quotes(&written.value, guess)) {
        let headline = format!("The quotes around {guess} are read as a part of the name.");
        return Diagnostic::new(&OTHER_SPELLING, written.span, headline)
            .why("Names need no quotes.")
            .replace(written.span, guess);
    }
    if let Some(guess) = guess {
        let finding = finding.replace(written.span, guess);
        return match declared {
            Some(place) => finding.see(place, format!("{guess} is described here")),
            None => finding,
        };
    }
    if kind == NameKind::Language && written.value == "other" {
        return finding
            .why("Every language without a name here counts as other already.")
            .advise("write is not, and the languages that are meant elsewhere, such as language is not French");
    }
    if kind == NameKind::Group && matches!(written.value.as_str(), "closed" | "open") {
        return finding.advise("write when its desk opens again, such as open again Mon 09:00, or leave it out");
    }
    let of_several = || guess::joined(&written.value, |name| known.iter().any(|known| known.value == name)).is_some();
    if kind == NameKind::Group && (written.value.contains(", ") || of_several()) {
        return finding
            .why("One agent group answers first. Another one can come in later.")
            .advise("name the first one here, and add a line such as then after 20 min, with the other one");
    }
    if known.is_empty() {
        let section = kind.section();
        return finding.advise(format!("add it under {section}, or remove it here"));
    }
    let names: Vec<String> = known.iter().map(|name| name.value.clone()).collect();
    finding.why(format!("{} here: {}.", crate::source::capital(&plural(word, names.len())), some_of(&names))).advise(
        match names.as_slice() {
            _ if written.value.contains(", ") => format!("name one {word} here"),
            [only] => format!("use {only}, or add {} under {}", quoted(&written.value), kind.section()),
            _ => format!("use one of these names, or add {} under {}", quoted(&written.value), kind.section()),
        },
    )
}

/// Whether a name was written with quotes of its own, straight or curved.
fn in_quotes(written: &str, name: &str) -> bool {
    written != name && written.trim_matches(['"', '\u{201c}', '\u{201d}']) == name
}

/// The same of a name after `#`. Whoever read the text has said to put it in quotes, which would help nobody: there is
/// no such name, or word.
pub fn instead_of_hashtag(mut finding: Diagnostic, sink: &mut Sink) -> Diagnostic {
    sink.retract(HASHTAG_BECAME_COMMENT.name, finding.primary);
    let why = format!("{} A # starts a comment, so other programs read nothing here.", finding.why);
    finding.why = why.trim_start().to_owned();
    finding
}

fn plural(word: &str, count: usize) -> String {
    match (count, word) {
        (1, _) => format!("the only {word}"),
        (_, word) => format!("the {word}s"),
    }
}

/// A kind or family that stands for no channel.
pub fn empty_kind(word: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&EMPTY_KIND, span, format!("No channel here is {} {} channel.", article(word), quoted(word)))
        .why("A kind stands for all channels of that kind, so this part fits no contact.")
        .advise(format!("add a channel of that kind, or leave {} out", quoted(word)))
}

/// A name that cannot be used.
pub fn unusable_name(name: &Spanned<String>, reason: &str, instead: Option<String>) -> Diagnostic {
    let finding =
        Diagnostic::new(&UNUSABLE_NAME, name.span, format!("{} cannot be used as a name.", quoted(&name.value)))
            .why(reason);
    match instead {
        Some(names) => finding.replace(name.span, names),
        None => finding.advise("choose another name"),
    }
}

/// More names of a kind than a strategy may have.
pub fn too_many(kind: NameKind, span: Span) -> Diagnostic {
    let headline = format!("There are more than {} {}s.", kind.limit(), kind.word());
    Diagnostic::new(&TOO_MANY_NAMES, span, headline)
        .why("What comes after this one is left out.")
        .advise("split the strategy, or merge entries that are treated alike")
}

/// More names below a key than are read.
pub fn too_many_below(section: &str, limit: usize, span: Span) -> Diagnostic {
    let headline = format!("There are more than {limit} names below {}.", quoted(section));
    Diagnostic::new(&TOO_MANY_NAMES, span, headline)
        .why("This one and those after it are left out.")
        .advise("look for data that went into the file by mistake, or merge entries that say the same")
}

/// A name that an overlay took away and that something still uses.
pub fn removed_name(kind: NameKind, written: &Spanned<String>, removed: Span) -> Diagnostic {
    let name = quoted(&written.value);
    let headline = format!("The {} {name} was taken away, but is still used here.", kind.word());
    Diagnostic::new(&UNKNOWN_NAME, written.span, headline)
        .why("What is written here would speak of nothing.")
        .see(removed, "removed here")
        .advise(format!("change this in the file that takes {name} away, or keep {name} there"))
}
