//! Near misses of promises as people say them: `80/20`, `max 2 min`, `within 4h`, `80% in 20 s (average 10 s)`.

use crate::calendar::Unit;
use crate::notation::duration::DURATION;
use crate::notation::misread_kind::MisreadKind;
use crate::notation::miss::{Miss, splice};
use crate::notation::reader::unplaced;
use crate::notation::share::SHARE;

/// `and`, `;` or `/` between clauses, or a second clause in brackets.
pub(crate) fn separators(text: &str) -> Option<Miss> {
    let put = |at: usize, found: &str| {
        let kind = MisreadKind::WrongSeparator { found: found.to_owned(), write: ", " };
        Miss::put(text, at, at + found.len(), kind, ", ")
    };
    for found in [", and ", ", then ", " and ", " then ", " plus ", "; ", ";", " & ", " + "] {
        if let Some(at) = text.find(found) {
            return Some(put(at, found));
        }
    }
    for found in [" / ", "/", " - "] {
        let clauses = |(at, _): &(usize, &str)| {
            let sides = [text.get(..*at).unwrap_or(""), text.get(at + found.len()..).unwrap_or("")];
            sides.into_iter().all(is_clause)
        };
        if let Some((at, _)) = text.match_indices(found).find(clauses) {
            return Some(put(at, found));
        }
    }
    brackets(text)
}

/// Whether a text is more than one number of a spoken promise.
fn is_clause(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let words = [" in ", " within ", "average ", "avg ", "asa ", " abandon", " busy", "working day", "/"];
    text.contains(|letter: char| letter.is_ascii_digit()) && words.into_iter().any(|word| lower.contains(word))
}

/// `80% in 20 s (average 10 s)`: a second clause in brackets.
fn brackets(text: &str) -> Option<Miss> {
    let (open, close) = [('(', ')'), ('[', ']')].into_iter().find(|(open, _)| text.contains(*open))?;
    let at = text.find(open).filter(|at| *at > 0)?;
    let inner = text.get(at + 1..)?.strip_suffix(close).filter(|inner| !inner.contains([open, close]))?;
    let promises = is_clause(inner) || deadline(inner).is_some();
    let start = text.get(..at)?.trim_end().len();
    let kind = MisreadKind::WrongSeparator { found: open.to_string(), write: ", " };
    promises.then(|| Miss::new(at, at + 1, kind).becomes(splice(text, start, text.len(), &format!(", {inner}"))))
}

/// `80/20`, `80/20 s`, `80%/20s`, `80:20`; `20/80` the other way round.
pub(crate) fn spoken(text: &str) -> Option<Miss> {
    let sign = ['/', ':', '-'].into_iter().find(|sign| text.contains(*sign))?;
    let (first, last) = text.split_once(sign)?;
    let (share, share_sign) = number_and_rest(first.trim())?;
    let (time, unit) = number_and_rest(last.trim())?;
    let found = text.to_owned();
    let all = |kind| Miss::new(0, text.len(), kind);
    if unit == "%" && share_sign != "%" {
        // `20/80%`, `20 s / 80%`: the time comes first.
        let (unit, kind) = match share_sign {
            "" => ("s", MisreadKind::SpokenPromise(found)),
            unit => (unit, MisreadKind::SwappedPromise),
        };
        return Some(all(kind).becomes(format!("{time}% in {share} {unit}")));
    }
    if !matches!(share_sign, "" | "%") {
        return None;
    }
    let (percent, seconds) = (share.parse::<u32>().ok()?, time.parse::<u32>().ok()?);
    let plain = share_sign.is_empty() && unit.is_empty();
    if plain && percent < 50 && (50..=100).contains(&seconds) {
        let choices = [format!("{time}% in {share} s"), format!("{share}% in {time} s")];
        return Some(all(MisreadKind::SpokenEitherWay(found)).or_either(choices));
    }
    // With another sign it could be a time of the clock, or a stretch.
    let is_share = share_sign == "%" || ((50..=100).contains(&percent) && seconds > 0 && plain);
    if sign != '/' && !is_share {
        return None;
    }
    if !unit.is_empty() {
        let kind = MisreadKind::WrongSeparator { found: sign.to_string(), write: " in " };
        return Some(Miss::new(first.len(), first.len() + 1, kind).becomes(format!("{share}% in {time} {unit}")));
    }
    Some(all(MisreadKind::SpokenPromise(found)).becomes(format!("{share}% in {time} s")))
}

/// The digits at the beginning of a text, and what follows them.
fn number_and_rest(text: &str) -> Option<(&str, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at_checked(digits)?;
    (1..=9).contains(&digits).then_some((number, rest.trim()))
}

/// `80% 20s`: nothing between share and time.
pub(crate) fn no_joint(text: &str) -> Option<Miss> {
    let at = text.find('%')? + 1;
    let rest = text.get(at..)?.trim_start();
    let rest = rest.trim_start_matches(['-', ':', ' ']);
    let share = text.get(..at).filter(|share| SHARE.reads(share) && is_time(rest))?;
    let kind = MisreadKind::WrongWord { found: String::new(), write: "in".into() };
    Some(Miss::new(0, text.len(), kind).becomes(format!("{share} in {rest}")))
}

/// Whether a text is a length of time, or it is sure how it should be written.
fn is_time(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_digit())
        && DURATION.read(unplaced(text)).map_or_else(|misread| misread.suggestion.is_some(), |_| true)
}

/// Words before a time that say no more than that it is the longest.
const BEFORE: [&str; 40] = [
    "<",
    "<=",
    "\u{2264}",
    "a",
    "answer",
    "answered",
    "answers",
    "at",
    "below",
    "fewer",
    "first",
    "in",
    "inside",
    "latest",
    "less",
    "max",
    "max.",
    "maximum",
    "more",
    "most",
    "no",
    "not",
    "of",
    "picked",
    "reply",
    "replied",
    "replies",
    "respond",
    "responded",
    "response",
    "response:",
    "sla",
    "than",
    "the",
    "time",
    "under",
    "up",
    "wait",
    "we",
    "within",
];

/// Words after a time that say no more than that it is the longest.
const AFTER: [&str; 19] = [
    " or less",
    " or fewer",
    " or sooner",
    " or better",
    " at most",
    " at the most",
    " at the latest",
    " maximum",
    " max",
    " max.",
    " wait",
    " waiting",
    " waiting time",
    " wait time",
    " response",
    " response time",
    " of receipt",
    " after receipt",
    " sla",
];

/// A deadline as people write it, and whether words say that it is the longest.
struct Deadline {
    /// The ways in which it can be read, as the language writes it; one where it is sure.
    times: Vec<String>,
    /// What is wrong with the time itself, where that cannot be told for certain.
    unsure: Option<(usize, usize, MisreadKind)>,
    longest: bool,
}

/// A time without a share, in any spelling of which something can be made.
fn deadline(text: &str) -> Option<Deadline> {
    let (mut start, mut longest) = (0, false);
    loop {
        let rest = text.get(start..)?;
        let lower = rest.to_ascii_lowercase();
        if let Some(ending) = AFTER.into_iter().filter(|ending| lower.ends_with(ending)).max_by_key(|end| end.len())
            && let Some(mut found) = time(rest.get(..rest.len() - ending.len())?, start)
        {
            found.longest = true;
            return Some(found);
        }
        if let Some(mut found) = time(rest, start) {
            found.longest |= longest;
            return Some(found);
        }
        let word = lower.split([' ', ':']).next().filter(|word| BEFORE.contains(word));
        let tight = ["<=", "\u{2264}", "<"].into_iter().find(|sign| lower.starts_with(sign));
        let passed = word.or(tight).filter(|word| !word.is_empty())?;
        longest = true;
        let after = rest.get(passed.len()..)?;
        start += passed.len() + (after.len() - after.trim_start_matches([' ', ':']).len());
    }
}

/// A time that begins at `start`.
fn time(text: &str, start: usize) -> Option<Deadline> {
    let Err(misread) = DURATION.read(unplaced(text)) else {
        return Some(Deadline { times: vec![text.to_owned()], unsure: None, longest: false });
    };
    let words = matches!(misread.kind, MisreadKind::ExtraWords { .. });
    if let Some(sure) = misread.suggestion {
        return Some(Deadline { times: vec![sure], unsure: None, longest: words });
    }
    if words {
        return None;
    }
    let place = misread.span.range();
    let unsure = Some((start + place.start, start + place.end, misread.kind));
    (!misread.choices.is_empty()).then_some(Deadline { times: misread.choices, unsure, longest: false })
}

/// `4 h`, `max 2 min`, `within 2 business days`: a time, but not for how many contacts.
pub(crate) fn no_share(text: &str) -> Option<Miss> {
    if text.contains('%') || text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',')) {
        return None;
    }
    let Deadline { times, unsure, longest } = deadline(text)?;
    let to_all = |time: &String| format!("100% in {time}");
    if let Some((start, end, kind)) = unsure {
        return Some(Miss::new(start, end, kind).or_either(times.iter().map(to_all)));
    }
    let deadline = times.into_iter().next()?;
    let miss = |deadline: &str| {
        let kind = MisreadKind::NoShare { found: text.to_owned(), deadline: deadline.to_owned() };
        Miss::new(0, text.len(), kind)
    };
    let all = to_all(&deadline);
    let short = DURATION.read(unplaced(&deadline)).is_ok_and(|read| read.value.unit <= Unit::ClockHour);
    Some(if longest || !short {
        miss(&deadline).becomes(all)
    } else {
        miss(&deadline).or_either([all, format!("average {deadline}")])
    })
}
