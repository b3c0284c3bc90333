//! Any text is read as any phrase (the first byte says which): no panic, places inside the text, suggestions that read.
#![no_main]

use frontdesk::notation::{self as n, ContactNames, KnownWords, Misread, Phrase};
use frontdesk::source::{Excerpt, SourceId, Span, Spanned};
use libfuzzer_sys::fuzz_target;

const WORDS: KnownWords<'static> = KnownWords { fields: &["loyalty tier", "what is it"], names: &["Trail Club"] };

const NAMES: ContactNames<'static> = ContactNames {
    types: &["Order help", "Call on us"],
    channels: &["phone", "x"],
    customers: &["Trail Club"],
    fields: &["loyalty tier"],
};

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
    let spans = read(phrase, exact(text)).unwrap_or_else(|misread| {
        for rewritten in misread.suggestion.iter().chain(&misread.choices) {
            assert!(read(phrase, exact(rewritten)).is_ok(), "{phrase:?}: {rewritten:?} is suggested and does not read");
        }
        vec![misread.span]
    });
    for span in spans {
        assert!(text.get(span.range()).is_some(), "{phrase:?}: {span:?} is no place of the text");
    }
}

fn table_sound(text: &str) {
    let reading = n::table(&exact(text).split("\n"));
    for fault in &reading.faults {
        assert!(text.get(fault.span.range()).is_some(), "table: {:?} is no place of the text", fault.span);
    }
    let table = reading.table;
    for cell in table.headings.iter().chain(table.rows.iter().flat_map(|row| &row.cells)) {
        let written = text.get(cell.span.range());
        assert!(written.is_some_and(|written| !cell.exact || written == cell.text), "table: {cell:?}");
    }
}

/// Reads a text as one kind of phrase and answers the places that were given for parts of it.
fn read(phrase: Phrase, excerpt: Excerpt<'_>) -> Result<Vec<Span>, Misread> {
    let one = |span: Span| vec![span];
    fn all<T>(parts: &[Spanned<T>]) -> Vec<Span> {
        parts.iter().map(|part| part.span).collect()
    }
    match phrase {
        Phrase::Duration => n::duration(excerpt).map(|read| one(read.span)),
        Phrase::Share => n::share(excerpt).map(|read| one(read.span)),
        Phrase::Date => n::date(excerpt).map(|read| one(read.span)),
        Phrase::DateRange => n::date_range(excerpt).map(|_| Vec::new()),
        Phrase::TimeOfDay => n::time_of_day(excerpt).map(|read| one(read.span)),
        Phrase::Hours => n::hours(excerpt).map(|read| all(&read.spans)),
        Phrase::DayHours => n::day_hours(excerpt).map(|read| all(&read)),
        Phrase::ClosedOn => n::closed_on(excerpt).map(|read| all(&read)),
        Phrase::Promise => n::promise(excerpt).map(|read| all(&read.value.clauses)),
        Phrase::Condition => n::condition(excerpt, &WORDS).map(|read| all(&read.tests)),
        Phrase::Owner => n::owner(excerpt).map(|read| one(read.person.span)),
        Phrase::SourceNote => n::source(excerpt).map(|read| vec![read.title.span, read.address.span, read.as_of.span]),
        Phrase::Status => n::status(excerpt).map(|read| one(read.span)),
        Phrase::Rate => n::rate(excerpt).map(|read| one(read.span)),
        Phrase::Money => n::money(excerpt).map(|read| one(read.span)),
        Phrase::Count => n::count(excerpt).map(|read| one(read.span)),
        Phrase::YesNo => n::yes_no(excerpt).map(|read| one(read.span)),
        Phrase::Volume => n::volume(excerpt).map(|read| one(read.span)),
        Phrase::People => n::people(excerpt).map(|read| one(read.span)),
        Phrase::Mix => n::mix(excerpt).map(|read| one(read.span)),
        Phrase::Skills => n::skills(excerpt).map(|read| read.iter().map(|skill| skill.name.span).collect()),
        Phrase::FieldType => n::field_type(excerpt).map(|read| read.only_when.iter().map(|kept| kept.span).collect()),
        Phrase::Loop => n::loop_phrase(excerpt).map(|read| all(&read.who)),
        Phrase::Escalation => n::escalation(excerpt).map(|read| one(read.span)),
        Phrase::Claims => n::claims(excerpt).map(|read| all(&read)),
        Phrase::Comparison => n::compare(excerpt, &WORDS).map(|read| all(&read.second.tests)),
        Phrase::Contact => n::contact_phrase(excerpt, &NAMES)
            .map(|read| vec![read.channel.span, read.contact_type.span, read.moment.span]),
        Phrase::Expectations => n::expectations(excerpt).map(|read| all(&read)),
        Phrase::List => n::list(excerpt).map(|read| all(&read)),
    }
}
