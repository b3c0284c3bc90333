//! Where the parts of a phrase of any kind stand: one door to all readers, for what must hold of every one of them.

use crate::notation::amount::{count, money, rate, yes_no};
use crate::notation::closed_on::closed_on;
use crate::notation::collaboration::{escalation, loop_phrase};
use crate::notation::condition::condition;
use crate::notation::date::{date, date_range};
use crate::notation::duration::duration;
use crate::notation::expectation::expectations;
use crate::notation::field_type::field_type;
use crate::notation::guarantee::{claims, compare};
use crate::notation::hours::{day_hours, hours};
use crate::notation::list::list;
use crate::notation::misread::Misread;
use crate::notation::owner::{owner, source};
use crate::notation::people::people;
use crate::notation::phrase::Phrase;
use crate::notation::promise::promise;
use crate::notation::share::share;
use crate::notation::skills::{mix, skills};
use crate::notation::status::status;
use crate::notation::story::{ContactNames, contact_phrase};
use crate::notation::time_of_day::time_of_day;
use crate::notation::vocabulary::KnownWords;
use crate::notation::volume::volume;
use crate::source::{Excerpt, Span, Spanned};

const WORDS: KnownWords<'static> = KnownWords { fields: &["loyalty tier", "what is it"], names: &["Trail Club"] };

const NAMES: ContactNames<'static> = ContactNames {
    types: &["Order help", "Call on us"],
    channels: &["phone", "x"],
    customers: &["Trail Club"],
    fields: &["loyalty tier"],
};

/// Reads a text as one kind of phrase, with a few names known, and answers the places that were given for parts of it.
///
/// # Errors
/// Says what is wrong with a text that is no phrase of that kind.
pub fn places(phrase: Phrase, excerpt: Excerpt<'_>) -> Result<Vec<Span>, Misread> {
    let one = |span: Span| vec![span];
    fn all<T>(parts: &[Spanned<T>]) -> Vec<Span> {
        parts.iter().map(|part| part.span).collect()
    }
    match phrase {
        Phrase::Duration => duration(excerpt).map(|read| one(read.span)),
        Phrase::Share => share(excerpt).map(|read| one(read.span)),
        Phrase::Date => date(excerpt).map(|read| one(read.span)),
        Phrase::DateRange => date_range(excerpt).map(|_| Vec::new()),
        Phrase::TimeOfDay => time_of_day(excerpt).map(|read| one(read.span)),
        Phrase::Hours => hours(excerpt).map(|read| all(&read.spans)),
        Phrase::DayHours => day_hours(excerpt).map(|read| all(&read)),
        Phrase::ClosedOn => closed_on(excerpt).map(|read| all(&read)),
        Phrase::Promise => promise(excerpt).map(|read| all(&read.value.clauses)),
        Phrase::Condition => condition(excerpt, &WORDS).map(|read| all(&read.tests)),
        Phrase::Owner => owner(excerpt).map(|read| one(read.person.span)),
        Phrase::SourceNote => source(excerpt).map(|read| vec![read.title.span, read.address.span, read.as_of.span]),
        Phrase::Status => status(excerpt).map(|read| one(read.span)),
        Phrase::Rate => rate(excerpt).map(|read| one(read.span)),
        Phrase::Money => money(excerpt).map(|read| one(read.span)),
        Phrase::Count => count(excerpt).map(|read| one(read.span)),
        Phrase::YesNo => yes_no(excerpt).map(|read| one(read.span)),
        Phrase::Volume => volume(excerpt).map(|read| one(read.span)),
        Phrase::People => people(excerpt).map(|read| one(read.span)),
        Phrase::Mix => mix(excerpt).map(|read| one(read.span)),
        Phrase::Skills => skills(excerpt).map(|read| read.iter().map(|skill| skill.name.span).collect()),
        Phrase::FieldType => field_type(excerpt).map(|read| read.only_when.iter().map(|kept| kept.span).collect()),
        Phrase::Loop => loop_phrase(excerpt).map(|read| all(&read.who)),
        Phrase::Escalation => escalation(excerpt).map(|read| one(read.span)),
        Phrase::Claims => claims(excerpt).map(|read| all(&read)),
        Phrase::Comparison => compare(excerpt, &WORDS).map(|read| all(&read.second.tests)),
        Phrase::Contact => contact_phrase(excerpt, &NAMES)
            .map(|read| vec![read.channel.span, read.contact_type.span, read.moment.span]),
        Phrase::Expectations => expectations(excerpt).map(|read| all(&read)),
        Phrase::List => list(excerpt).map(|read| all(&read)),
    }
}
