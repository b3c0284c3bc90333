//! The parts of a contact that a text names, however it is put: to show its author how a contact is written.

use std::collections::BTreeSet;

use crate::calendar::{Date, TimeOfDay, Weekday};
use crate::notation::date::DATE;
use crate::notation::hours_misread::day_of;
use crate::notation::story::ContactNames;
use crate::notation::time_of_day::{TIME_OF_DAY, other_form};

/// The longest text that is looked into, in bytes. A longer one is no contact that somebody mistyped.
const LONGEST_BYTES: usize = 2 * 1024;

/// Words that stand before a channel.
const BEFORE_CHANNEL: [&str; 7] = ["on", "via", "by", "through", "over", "using", "at"];

/// Words that stand before a customer.
const BEFORE_CUSTOMER: [&str; 3] = ["from", "for", "of"];

/// What was found. Names are spelt as the strategy spells them, the day and the time as a contact line does.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ContactParts {
    /// The contact type.
    pub contact_type: Option<String>,
    /// The channel.
    pub channel: Option<String>,
    /// The customer segment.
    pub customer: Option<String>,
    /// `Tue`, or a date.
    pub day: Option<String>,
    /// `12:00`
    pub time: Option<String>,
    /// What else is known, such as `sentiment -0.8` and `in German`.
    pub facts: Vec<String>,
}

/// What was probably meant by a text, of some names; none where that is not sure.
pub type Guess<'g> = &'g dyn Fn(&str, &[&str]) -> Option<String>;

/// Looks for the parts of a contact in a text of any form.
#[must_use]
pub fn contact_parts(text: &str, names: &ContactNames<'_>, languages: &[&str], guess: Guess<'_>) -> ContactParts {
    if text.len() > LONGEST_BYTES {
        return ContactParts::default();
    }
    let mut search = Search::new(text);
    let contact_type = search.exact(names.types, &[]);
    let channel = search.exact(names.channels, &BEFORE_CHANNEL);
    let customer = search.exact(names.customers, &BEFORE_CUSTOMER);
    let (day, time) = search.moment();
    let contact_type = contact_type.or_else(|| search.near_first(names.types, guess));
    let channel = channel.or_else(|| search.near_after(&BEFORE_CHANNEL, names.channels, guess));
    let channel = channel.or_else(|| search.near_anywhere(names.channels, guess));
    let customer = customer.or_else(|| search.near_after(&BEFORE_CUSTOMER, names.customers, guess));
    let facts = search.facts(names.fields, languages, guess);
    ContactParts { contact_type, channel, customer, day, time, facts }
}

/// A word of the text.
struct Word<'t> {
    text: &'t str,
    lower: String,
    /// Behind how many commas it stands.
    piece: usize,
}

/// The words of a text, and which of them have found their meaning.
struct Search<'t> {
    words: Vec<Word<'t>>,
    used: BTreeSet<usize>,
}

impl<'t> Search<'t> {
    fn new(text: &'t str) -> Self {
        let quotes = ['"', '\'', '“', '”', '„', '‘', '’', '«', '»'];
        let pieces = text.split([',', ';']).enumerate();
        let words = pieces.flat_map(|(piece, part)| {
            let words = part.split_whitespace().map(move |word| word.trim_matches(quotes));
            words.filter(|word| !word.is_empty()).map(move |text| Word { text, lower: text.to_lowercase(), piece })
        });
        Self { words: words.collect(), used: BTreeSet::new() }
    }

    fn is(&self, at: usize, any_of: &[&str]) -> bool {
        self.words.get(at).is_some_and(|word| any_of.contains(&word.lower.as_str()))
    }

    fn take(&mut self, from: usize, count: usize) {
        self.used.extend(from..from + count);
    }

    /// The words `from..from + count`, where they stand in one piece and none of them is used.
    fn run(&self, from: usize, count: usize) -> Option<&[Word<'t>]> {
        let words = self.words.get(from..from + count)?;
        let piece = words.first()?.piece;
        let free = words.iter().zip(from..).all(|(word, at)| word.piece == piece && !self.used.contains(&at));
        free.then_some(words)
    }

    /// The name that stands in the text but for capitals: behind one of the leading words where there is such a one, and
    /// of these the longest.
    fn exact(&mut self, names: &[&str], leads: &[&str]) -> Option<String> {
        let mut best: Option<(bool, usize, usize, &str)> = None;
        for name in names {
            let lower = name.to_lowercase();
            let wanted: Vec<&str> = lower.split(' ').collect();
            for from in 0..self.words.len() {
                let Some(run) = self.run(from, wanted.len()) else { continue };
                if !run.iter().map(|word| word.lower.as_str()).eq(wanted.iter().copied()) {
                    continue;
                }
                let led = from > 0 && self.is(from - 1, leads);
                if best.is_none_or(|(before, length, _, _)| (led, wanted.len()) > (before, length)) {
                    best = Some((led, wanted.len(), from, name));
                }
            }
        }
        let (_, length, from, name) = best?;
        self.take(from, length);
        Some(name.to_owned())
    }

    /// How many words from here on belong together: up to the end of the piece, a used word or one that begins
    /// another part.
    fn reach(&self, from: usize) -> usize {
        let piece = self.words.get(from).map(|word| word.piece);
        let within = self.words.iter().enumerate().skip(from).take_while(|(at, word)| {
            let leads = BEFORE_CHANNEL.contains(&word.lower.as_str()) || BEFORE_CUSTOMER.contains(&word.lower.as_str());
            Some(word.piece) == piece && !self.used.contains(at) && !leads
        });
        within.count()
    }

    /// The name that the words from here on probably mean.
    fn near(&mut self, from: usize, names: &[&str], guess: Guess<'_>) -> Option<String> {
        let count = self.reach(from);
        let text = self.run(from, count)?.iter().map(|word| word.text).collect::<Vec<_>>().join(" ");
        let name = guess(&text, names)?;
        self.take(from, count);
        Some(name)
    }

    fn near_first(&mut self, names: &[&str], guess: Guess<'_>) -> Option<String> {
        self.near(0, names, guess)
    }

    fn near_after(&mut self, leads: &[&str], names: &[&str], guess: Guess<'_>) -> Option<String> {
        (1..self.words.len()).find_map(|at| {
            let led = self.is(at - 1, leads);
            if led { self.near(at, names, guess) } else { None }
        })
    }

    fn near_anywhere(&mut self, names: &[&str], guess: Guess<'_>) -> Option<String> {
        let free = (0..self.words.len()).filter(|at| !self.used.contains(at));
        let words = free.filter_map(|at| self.words.get(at).map(|word| (at, word.text)));
        let (at, name) =
            words.filter(|(_, word)| word.len() > 2).find_map(|(at, word)| Some((at, guess(word, names)?)))?;
        self.take(at, 1);
        Some(name)
    }

    /// The day and the time of day, written right.
    fn moment(&mut self) -> (Option<String>, Option<String>) {
        let mut day = self.day();
        let mut time = None;
        for at in 0..self.words.len() {
            let follows = at > 0 && self.used.contains(&(at - 1)) && day.as_ref().is_some_and(|(_, end)| *end == at);
            // `9 am` before `9`.
            for count in [2, 1] {
                let Some(run) = self.run(at, count) else { continue };
                let text = run.iter().map(|word| word.text).collect::<Vec<_>>().join(" ");
                if let Some(read) = time_in(&text, follows) {
                    self.take(at, count);
                    time = time.or(Some(read));
                    break;
                }
            }
            if time.is_some() {
                break;
            }
        }
        if time == Some(TimeOfDay::END) {
            time = Some(TimeOfDay::MIDNIGHT);
            day = day.map(|(day, end)| (day.next(), end));
        }
        (day.map(|(day, _)| day.written()), time.map(|time| time.to_string()))
    }

    /// The first day that is written, and the place of the word after it. `2026-12-01T12:00` is taken apart.
    fn day(&mut self) -> Option<(Day, usize)> {
        self.date().or_else(|| {
            let days = self.words.iter().enumerate().filter(|(at, _)| !self.used.contains(at));
            let mut days = days.filter_map(|(at, word)| Some((at, weekday_in(word.text)?)));
            let (at, day) = days.next()?;
            self.take(at, 1);
            Some((Day::Weekday(day), at + 1))
        })
    }

    fn date(&mut self) -> Option<(Day, usize)> {
        for at in 0..self.words.len() {
            for count in [3, 2, 1] {
                let Some(run) = self.run(at, count) else { continue };
                let text = run.iter().map(|word| word.text).collect::<Vec<_>>().join(" ");
                if let Some(date) = date_in(&text) {
                    self.take(at, count);
                    return Some((Day::Date(date), at + count));
                }
            }
            let word = self.run(at, 1).and_then(|run| run.first());
            let parts = word.and_then(|word| Some((word.text.split_once(['T', 't'])?, word.piece)));
            if let Some(((written, time), piece)) = parts
                && let Some(date) = date_in(written)
            {
                let time = time.get(..5).unwrap_or(time);
                let moved = [written, time].map(|text| Word { text, lower: text.to_lowercase(), piece });
                self.words.splice(at..=at, moved);
                self.take(at, 1);
                return Some((Day::Date(date), at + 1));
            }
        }
        None
    }

    /// What else the pieces after the first say: a field with its value, or a language.
    fn facts(&self, fields: &[&str], languages: &[&str], guess: Guess<'_>) -> Vec<String> {
        let last = self.words.last().map_or(0, |word| word.piece);
        let pieces = (1..=last).filter_map(|piece| {
            let free = self.words.iter().zip(0..).filter(|(word, at)| word.piece == piece && !self.used.contains(at));
            let words: Vec<&str> = free.map(|(word, _)| word.text).collect();
            fact(&words, fields, languages, guess)
        });
        pieces.collect()
    }
}

/// A day of a contact line.
enum Day {
    Weekday(Weekday),
    Date(Date),
}

impl Day {
    fn written(&self) -> String {
        match self {
            Self::Weekday(day) => day.short().to_owned(),
            Self::Date(date) => date.to_string(),
        }
    }

    fn next(self) -> Self {
        match self {
            Self::Weekday(day) => {
                let days = Weekday::ALL.into_iter().cycle();
                Self::Weekday(days.skip_while(|other| *other != day).nth(1).unwrap_or(day))
            }
            Self::Date(date) => Self::Date(date.plus_days(1)),
        }
    }
}

/// A weekday, however it is spelt.
fn weekday_in(text: &str) -> Option<Weekday> {
    if text.len() > 2 { day_of(text) } else { None }
}

/// A date in any form in which there is no doubt.
fn date_in(text: &str) -> Option<Date> {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) || text.len() < 8 {
        return None;
    }
    let written = if DATE.reads(text) { text.to_owned() } else { DATE.miss(text)?.rewrite? };
    Date::parse(&written)
}

/// A time of day in any form. A bare number is one only behind a day.
fn time_in(text: &str, follows_day: bool) -> Option<TimeOfDay> {
    if TIME_OF_DAY.reads(text) {
        return TimeOfDay::parse(text);
    }
    let bare = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b'-');
    let written = other_form(text).filter(|_| !bare || follows_day)?;
    TimeOfDay::parse(&written)
}

/// One thing that is known, as a contact line says it.
fn fact(words: &[&str], fields: &[&str], languages: &[&str], guess: Guess<'_>) -> Option<String> {
    let text = words.join(" ");
    let lower = text.to_lowercase();
    let led =
        |field: &&&str| lower.strip_prefix(&field.to_lowercase()).is_some_and(|rest| rest.starts_with([' ', ':', '=']));
    if let Some(field) = fields.iter().filter(led).max_by_key(|field| field.len()) {
        let value = text.get(field.len()..)?.trim_start_matches([' ', ':', '=']);
        let value = value.strip_prefix("is ").unwrap_or(value).trim();
        return (!value.is_empty()).then(|| format!("{field} {value}"));
    }
    let language = lower.strip_prefix("in ").unwrap_or(&lower);
    let known = languages.iter().find(|known| known.to_lowercase() == language).map(|known| (*known).to_owned());
    // A strategy need not name a language for a contact to be in it.
    let other = || text.strip_prefix("in ").map(str::to_owned);
    known.or_else(|| guess(language, languages)).or_else(other).map(|language| format!("in {language}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: ContactNames<'static> = ContactNames {
        types: &["Order help", "Public complaint", "Praise and chatter"],
        channels: &["phone", "chat", "x"],
        customers: &["Trail Club", "Everyone else"],
        fields: &["sentiment", "waiting", "loyalty tier"],
    };

    /// What is found, as a contact line; what is not found is left out.
    fn found(text: &str) -> String {
        let synonyms = |written: &str, names: &[&str]| {
            let near = [("twitter", "x"), ("fone", "phone"), ("order hlp", "Order help"), ("trail clbu", "Trail Club")];
            let (_, meant) = near.iter().find(|(word, _)| *word == written.to_lowercase())?;
            names.contains(meant).then(|| (*meant).to_owned())
        };
        let parts = contact_parts(text, &NAMES, &["German"], &synonyms);
        let part = |part: Option<String>, before: &str| part.map_or_else(String::new, |part| format!("{before}{part}"));
        let facts: String = parts.facts.iter().map(|fact| format!(", {fact}")).collect();
        let day = part(parts.day, ", ");
        [
            part(parts.contact_type, ""),
            part(parts.channel, " on "),
            part(parts.customer, " from "),
            day,
            part(parts.time, " "),
            facts,
        ]
        .concat()
    }

    #[test]
    fn parts_are_found_in_any_order_and_spelling() {
        for (text, line) in [
            ("Order help phone Tue 12:00", "Order help on phone, Tue 12:00"),
            ("order HELP via Phone for trail club on tuesday at 9am", "Order help on phone from Trail Club, Tue 09:00"),
            ("phone, Order help, Tue, 12:00", "Order help on phone, Tue 12:00"),
            ("Order hlp on fone from Trail Clbu, Tue 12", "Order help on phone from Trail Club, Tue 12:00"),
            ("Public complaint twitter Sun 22:10", "Public complaint on x, Sun 22:10"),
            ("Praise and chatter, chat, 2026-12-01T12:00:00Z", "Praise and chatter on chat, 2026-12-01 12:00"),
            ("Order help on phone, 1 Dec 2026 9 am", "Order help on phone, 2026-12-01 09:00"),
            ("Order help on phone, Sun 24:00", "Order help on phone, Mon 00:00"),
            ("Order help on phone, 2026-12-31 midnight", "Order help on phone, 2027-01-01 00:00"),
            (
                "Order help on x, Sun 22:10 in german, sentiment is -0.8",
                "Order help on x, Sun 22:10, in German, sentiment -0.8",
            ),
            (
                "Order help on x, Sun 22:10, German, Waiting 5 min",
                "Order help on x, Sun 22:10, in German, waiting 5 min",
            ),
            ("Order help on phone, Sun 2027-03-28 01:30", "Order help on phone, 2027-03-28 01:30"),
            ("Order help on phone, tomorrow", "Order help on phone"),
            ("Order help on phone, Tue 12:00 in Welsh, urgent", "Order help on phone, Tue 12:00, in Welsh"),
            ("help", ""),
            ("", ""),
        ] {
            assert_eq!(found(text), line, "{text}");
        }
        assert_eq!(found(&"x ".repeat(5000)), "");
    }
}
