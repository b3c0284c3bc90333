//! Any text is read as any phrase (the first byte says which): no panic, places inside the text, suggestions that read.
#![no_main]

use frontdesk::notation::{Phrase, places, table};
use frontdesk::source::{Excerpt, SourceId, Span};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((first, rest)) = bytes.split_first() else { return };
    let Ok(text) = std::str::from_utf8(rest) else { return };
    match Phrase::ALL.get(usize::from(*first) % (Phrase::ALL.len() + 1)) {
        Some(phrase) => phrase_sound(*phrase, text),
        None => table_sound(text),
    }
});

/// A text that stands at the start of a file.
fn exact(text: &str) -> Excerpt<'_> {
    Excerpt::exact(text, Span::new(SourceId(0), 0, text.len()))
}

fn phrase_sound(phrase: Phrase, text: &str) {
    let spans = places(phrase, exact(text)).unwrap_or_else(|misread| {
        for rewritten in misread.suggestion.iter().chain(&misread.choices) {
            assert!(
                places(phrase, exact(rewritten)).is_ok(),
                "{phrase:?}: {rewritten:?} is suggested and does not read"
            );
        }
        vec![misread.span]
    });
    for span in spans {
        assert!(text.get(span.range()).is_some(), "{phrase:?}: {span:?} is no place of the text");
    }
}

fn table_sound(text: &str) {
    let reading = table(&exact(text).split("\n"));
    for fault in &reading.faults {
        assert!(text.get(fault.span.range()).is_some(), "table: {:?} is no place of the text", fault.span);
    }
    let table = reading.table;
    for cell in table.headings.iter().chain(table.rows.iter().flat_map(|row| &row.cells)) {
        let written = text.get(cell.span.range());
        assert!(written.is_some_and(|written| !cell.exact || written == cell.text), "table: {cell:?}");
    }
}
