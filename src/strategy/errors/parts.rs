//! What is said of a value of which one part or several cannot be read.

use crate::notation::{Misread, MisreadPart};
use crate::source::{Diagnostic, Sink};
use crate::strategy::errors::phrases::{self, misread};
use crate::strategy::written::Written;

/// The findings of parts that could not be read. What is shown to be pasted is the whole value put right, since a part
/// alone, pasted over the value, would lose the rest; what a machine changes is the part.
pub fn misread_parts(parts: &[MisreadPart], key: &str, whole: &Written) -> Vec<Diagnostic> {
    let finding = |(at, fault): (usize, &MisreadPart)| {
        let mut finding = misread(&fault.misread, key, &Written::from(fault.part.clone()));
        for fix in finding.fixes.iter_mut().filter(|fix| !fix.edits.is_empty()) {
            if let Some(text) = whole_put_right(whole, parts, at, &fix.text) {
                fix.text = text;
            }
        }
        finding
    };
    parts.iter().enumerate().map(finding).collect()
}

/// Reports a phrase that could not be read.
pub fn push_misread(misread: &Misread, key: &str, whole: &Written, sink: &mut Sink) {
    let mended = misread.suggestion.is_some() || !misread.choices.is_empty();
    if tells_more(whole, mended, sink) {
        sink.push(phrases::misread(misread, key, whole));
    }
}

/// Reports each part of a phrase that could not be read.
pub fn push_misread_parts(parts: &[MisreadPart], key: &str, whole: &Written, sink: &mut Sink) {
    let mended = |part: &MisreadPart| part.misread.suggestion.is_some() || !part.misread.choices.is_empty();
    if parts.is_empty() || !tells_more(whole, parts.iter().all(mended), sink) {
        return;
    }
    for finding in misread_parts(parts, key, whole) {
        sink.push(finding);
    }
}

/// Whether what is wrong with a phrase is still to be told. A second colon in it is the same fault: the repair of the
/// phrase, where there is one, says more than that of the line.
fn tells_more(whole: &Written, mended: bool, sink: &mut Sink) -> bool {
    let colon = sink.so_far().iter().find(|told| told.finding.name == "second-colon" && whole.span.holds(told.primary));
    let Some(place) = colon.map(|told| told.primary) else { return true };
    if mended {
        sink.retract("second-colon", place);
    } else {
        sink.withhold();
    }
    mended
}

/// The longest value that is shown whole to be pasted, in bytes.
const LONGEST_SHOWN: usize = 400;

/// The whole value with this text in place of one part, and the other parts put right where that is sure. `None` where
/// it does not stand in the file byte for byte, or is too long to be shown.
fn whole_put_right(whole: &Written, parts: &[MisreadPart], chosen: usize, text: &str) -> Option<String> {
    if !whole.exact || whole.text.len() > LONGEST_SHOWN {
        return None;
    }
    let (mut right, mut rest) = (String::new(), whole.span.start);
    let copy = |from: u32, to: u32| {
        let place = from.checked_sub(whole.span.start)? as usize..to.checked_sub(whole.span.start)? as usize;
        whole.text.get(place)
    };
    for (at, fault) in parts.iter().enumerate() {
        let span = fault.part.span;
        right.push_str(copy(rest, span.start)?);
        let sure = fault.misread.suggestion.as_deref().filter(|_| fault.part.exact);
        right.push_str(if at == chosen { text } else { sure.map_or_else(|| copy(span.start, span.end), Some)? });
        rest = span.end;
    }
    right.push_str(copy(rest, whole.span.end)?);
    Some(right)
}

#[cfg(test)]
mod tests {
    use crate::source::Fix;
    use crate::strategy::checks::try_part;
    use crate::strategy::components::hours::Hours;

    fn fixes(open: &str) -> Vec<Fix> {
        let tried = try_part::<Hours>(&format!("hours:\n  Main desk:\n    channels: phone\n    open: {open}\n"));
        tried.findings.into_iter().flat_map(|finding| finding.fixes).collect()
    }

    #[test]
    fn what_is_shown_is_the_whole_value_and_what_is_changed_is_the_part() {
        let found = fixes("Mon-Fri 08:00-20:00, Saturday 09:00-17:00, Sunday 10:00-16:00");
        let shown: Vec<&str> = found.iter().map(|fix| fix.text.as_str()).collect();
        assert_eq!(shown, ["Mon-Fri 08:00-20:00, Sat 09:00-17:00, Sun 10:00-16:00"; 2]);
        let changed: Vec<&str> = found.iter().map(|fix| fix.edits[0].text.as_str()).collect();
        assert_eq!(changed, ["Sat 09:00-17:00", "Sun 10:00-16:00"]);
    }

    #[test]
    fn what_nobody_is_sure_of_stays_as_it_is_written() {
        let found = fixes("Mon-Fri 20:00-08:00, Saturday 09:00-17:00");
        let shown: Vec<&str> = found.iter().map(|fix| fix.text.as_str()).collect();
        let choices = ["Mon-Fri 20:00-08:00 next day, Sat 09:00-17:00", "Mon-Fri 08:00-20:00, Sat 09:00-17:00"];
        assert_eq!(shown, [choices[0], choices[1], "Mon-Fri 20:00-08:00, Sat 09:00-17:00"]);
    }
}
