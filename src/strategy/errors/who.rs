//! What is said of customers, contact types and channels: who contacts us, why, and by which means.

use crate::policy::ChannelKind;
use crate::source::{Diagnostic, Span, Spanned, article, quoted, some_of};
use crate::strategy::errors::finding::{
    CIRCULAR_RECOGNITION, EARLY_CATCH_ALL_SEGMENT, MISSING_KIND, NESTED_PART, NO_CATCH_ALL_SEGMENT, SECOND_CATCH_ALL,
    SEVERAL_PRIVATE_CHANNELS, UNKNOWN_WORD, UNUSABLE_NAME,
};
use crate::strategy::written::Written;

/// Nobody takes the customers whom no segment recognises. `channel` and `contact_type` are for the story.
pub fn no_catch_all_segment(last: &str, at: Span, channel: Option<&str>, contact_type: Option<&str>) -> Diagnostic {
    let channel = channel.map_or_else(String::new, |name| format!(" on {name}"));
    let about = contact_type.map_or_else(String::new, |name| format!(" about {}", quoted(name)));
    Diagnostic::new(&NO_CATCH_ALL_SEGMENT, at, "Customers whom nothing recognises belong to no segment.")
        .why(format!(
            "Segments are tried from the top, and {}, the last one, takes only those who fit its condition.",
            quoted(last)
        ))
        .story(format!(
            "On Tuesday at 10:00 somebody makes contact{channel}{about}. Nothing is known of them yet, so every rule \
             and promise for a segment passes them by."
        ))
        .advise(format!("remove this line, if {} is everyone else", quoted(last)))
        .advise("add a last segment without recognised by, such as Everyone else")
}

/// A segment that takes everyone stands before others.
pub fn early_catch_all_segment(name: &Spanned<String>, after: &[Spanned<String>]) -> Diagnostic {
    let names: Vec<String> = after.iter().map(|later| later.value.clone()).collect();
    let headline = format!("{} takes every customer, so nobody is left for those below.", quoted(&name.value));
    let finding = Diagnostic::new(&EARLY_CATCH_ALL_SEGMENT, name.span, headline).why(format!(
        "A segment without recognised by takes everyone whom no earlier one has. Below it: {}.",
        some_of(&names)
    ));
    let finding = match after.first() {
        Some(next) => finding.see(next.span, "recognised only when the contact says so"),
        None => finding,
    };
    finding.advise("say how they are recognised").advise("move this segment to the end")
}

/// How customers are recognised depends on which customers they are. `through` is the term that says so, if one does.
pub fn circular_recognition(name: &str, at: Span, through: Option<&str>) -> Diagnostic {
    let why = match through {
        Some(term) => {
            format!("{} asks which customer it is. That is what recognised by has to find out.", quoted(term))
        }
        None => "The customer is what recognised by has to find out.".to_owned(),
    };
    Diagnostic::new(&CIRCULAR_RECOGNITION, at, format!("{} is recognised by what nobody knows yet.", quoted(name)))
        .why(why)
        .advise("test something that is known of a contact, such as loyalty tier is club")
}

/// Two contact types take everything else.
pub fn second_catch_all(name: &str, at: Span, first: &Spanned<String>) -> Diagnostic {
    let headline = format!("Both {} and {} take everything else.", quoted(&first.value), quoted(name));
    Diagnostic::new(&SECOND_CATCH_ALL, at, headline)
        .why("A contact of an unknown kind can be decided in one way only. The first one counts.")
        .see(first.span, "this one takes everything else too")
        .advise("keep the line on one of the two")
}

/// A part of a part.
pub fn nested_part(name: &str, parent: &Spanned<String>, grandparent: &str) -> Diagnostic {
    let headline = format!("{} is a part of a part.", quoted(name));
    Diagnostic::new(&NESTED_PART, parent.span, headline)
        .why(format!(
            "{} is itself a part of {}, and contact types have two levels.",
            quoted(&parent.value),
            quoted(grandparent)
        ))
        .replace(parent.span, grandparent)
}

/// A contact type that is a part of itself, directly or by way of others.
pub fn part_of_itself(name: &str, parent: &Spanned<String>) -> Diagnostic {
    Diagnostic::new(&NESTED_PART, parent.span, format!("{} is a part of itself.", quoted(name)))
        .why("Following part of from one to the next leads back to where it began.")
        .advise("remove part of from the one that holds the others")
}

/// A channel whose name does not say its kind.
pub fn missing_kind(name: &Spanned<String>, guess: Option<ChannelKind>) -> Diagnostic {
    let finding = Diagnostic::new(&MISSING_KIND, name.span, format!("{} does not say its kind.", quoted(&name.value)))
        .why("The kind says whether everybody can read it, whether customers wait there, and which rules mean it.");
    match guess {
        Some(kind) => finding.advise(format!("add the line kind: {}", kind.word())),
        None => finding.advise("add the line kind, with a word such as phone, chat, email, social or self-service"),
    }
}

/// A channel that is named like a kind, but says that it is of another one.
pub fn other_kind_than_name(name: &str, kind: &Spanned<ChannelKind>, at: Span) -> Diagnostic {
    let word = kind.value.word();
    let headline = format!("The channel {} says that it is {} {word} channel.", quoted(name), article(word));
    Diagnostic::new(&UNUSABLE_NAME, kind.span, headline)
        .why(format!("{} also means every channel of that kind, so nobody could tell which is meant.", quoted(name)))
        .see(at, "the name")
        .advise("remove this line")
        .advise("give the channel a name of its own")
}

/// A channel that is named like its kind, and is not the only one of that kind.
pub fn name_of_several(name: &Spanned<String>, other: &Spanned<String>) -> Diagnostic {
    let headline = format!("{} could mean this channel, or {} too.", quoted(&name.value), quoted(&other.value));
    Diagnostic::new(&UNUSABLE_NAME, name.span, headline)
        .why(format!("{} means every channel of that kind, and there is more than one.", quoted(&name.value)))
        .see(other.span, "this one is of the same kind")
        .advise(format!("give this one a name of its own, and the line kind: {}", name.value))
}

/// A conversation should go on in private, in a kind of which there are several.
pub fn several_private_channels(written: &Spanned<String>, channels: &[String]) -> Diagnostic {
    let headline = format!("{} means several channels here.", quoted(&written.value));
    Diagnostic::new(&SEVERAL_PRIVATE_CHANNELS, written.span, headline)
        .why("A conversation that goes private goes on in one place.")
        .advise(format!("name one of them: {}", some_of(channels)))
}

/// A reply that is needed only under some condition, which is not said as one. `condition` is it, where that is sure.
pub fn reply_condition(written: &Written, need: &str, condition: Option<String>) -> Diagnostic {
    let headline = format!("{} is not a word that reply knows.", quoted(&written.text));
    let finding = Diagnostic::new(&UNKNOWN_WORD, written.span, headline);
    match condition {
        Some(condition) if need != "always" => finding
            .why("A condition begins with when, directly after the word.")
            .replace(written.span, format!("{need} when {condition}")),
        Some(_) | None => finding
            .why("A reply is always needed but where optional when or never when says otherwise.")
            .advise("say where it is not needed: never when, and the condition")
            .advise("say where it may be left out: optional when, and the condition"),
    }
}
