//! Near misses of promises: as people say them, with the parts the wrong way round, with other words.

use crate::notation::duration::DURATION;
use crate::notation::list::empty_item;
use crate::notation::misread_kind::MisreadKind;
use crate::notation::miss::{Miss, splice};
use crate::notation::phrase::Phrase;
use crate::notation::promise_spoken::{no_joint, no_share, separators, spoken};
use crate::notation::share::SHARE;
use crate::notation::slips::in_pieces;
use crate::notation::time_of_day::TIME_OF_DAY;

/// Words that stand for a part of a promise, and what the language writes. Longer ones first.
const WORDS: [(&str, &str); 33] = [
    ("no more than ", "at most "),
    ("not more than ", "at most "),
    ("less than or equal to ", "at most "),
    ("maximum of ", "at most "),
    ("maximum ", "at most "),
    ("max. ", "at most "),
    ("max ", "at most "),
    ("up to ", "at most "),
    ("below ", "at most "),
    ("under ", "at most "),
    ("<= ", "at most "),
    ("<=", "at most "),
    ("\u{2264} ", "at most "),
    ("\u{2264}", "at most "),
    ("< ", "at most "),
    ("<", "at most "),
    ("less than ", "fewer than "),
    ("at least ", ""),
    ("minimum ", ""),
    ("min. ", ""),
    (">= ", ""),
    (">=", ""),
    ("\u{2265} ", ""),
    ("\u{2265}", ""),
    ("> ", "more than "),
    (">", "more than "),
    ("over ", "more than "),
    ("average speed of answer ", "average "),
    ("an average of ", "average "),
    ("on average ", "average "),
    ("average of ", "average "),
    ("avg ", "average "),
    ("asa ", "average "),
];

/// The near miss of a text that does not read as a promise; `reads` says whether one clause reads.
pub(crate) fn look(text: &str, reads: &dyn Fn(&str) -> bool) -> Option<Miss> {
    whole_word(text).or_else(|| empty_item(text)).or_else(|| separators(text)).or_else(|| {
        let several = text.contains(", ");
        in_pieces(text, |piece| {
            if several && matches!(piece, "always" | "no promise" | "-") {
                return Some(Miss::new(0, piece.len(), MisreadKind::OnlyAlone { word: piece.to_owned() }));
            }
            clause(piece, reads)
        })
        .map(|miss| alone_or_rest(text, miss))
    })
}

/// Gives the two choices where a word that stands alone stands beside others.
fn alone_or_rest(text: &str, miss: Miss) -> Miss {
    let MisreadKind::OnlyAlone { word } = &miss.kind else { return miss };
    let rest: Vec<&str> = text.split(", ").filter(|piece| piece != word).collect();
    let choices = [word.clone(), rest.join(", ")];
    miss.or_either(choices)
}

/// One word for the whole cell, in other words than the language has.
fn whole_word(text: &str) -> Option<Miss> {
    let lower = text.to_ascii_lowercase();
    let all = |kind| Miss::new(0, text.len(), kind);
    let found = text.to_owned();
    let put = |write: &str| {
        let kind = MisreadKind::WrongWord { found: text.to_owned(), write: write.to_owned() };
        Some(all(kind).becomes(write))
    };
    match lower.as_str() {
        "n/a" | "na" | "none" | "no" | "nil" | "n.a." | "x" => {
            let choices = ["-".to_owned(), "no promise".to_owned()];
            Some(all(MisreadKind::NotOfferedWord { found }).or_either(choices))
        }
        "tbd" | "tbc" | "tba" | "?" | "??" | "???" | "todo" | "to do" | "to be decided" | "to be confirmed"
        | "to be agreed" | "open" => Some(all(MisreadKind::Undecided { found })),
        "not offered" | "not available" | "not supported" | "never" | "--" | "---" => put("-"),
        "no target" | "no promises" | "best effort" | "no sla" => put("no promise"),
        "24/7" | "24x7" | "any time" | "anytime" | "available" | "self-service" => {
            Some(all(MisreadKind::RoundTheClock { found }).becomes("always"))
        }
        "always" | "no promise" | "next working day" if lower != text => put(&lower),
        "next business day" | "next day" | "the next working day" | "by next working day" | "nbd" => {
            put("next working day")
        }
        "same day" | "the same day" | "same working day" | "immediately" | "asap" | "at once" => {
            Some(all(MisreadKind::SameDay { found }))
        }
        _ => None,
    }
}

/// The near miss of one clause.
fn clause(text: &str, reads: &dyn Fn(&str) -> bool) -> Option<Miss> {
    if reads(text) {
        return None;
    }
    spoken(text)
        .or_else(|| average_last(text))
        .or_else(|| without_day(text))
        .or_else(|| rings(text))
        .or_else(|| no_share(text))
        .or_else(|| leading_word(text))
        .or_else(|| capitals(text, reads))
        .or_else(|| tail(text))
        .or_else(|| extra_words(text))
        .or_else(|| swapped(text))
        .or_else(|| no_joint(text))
        .or_else(|| business_days(text))
        .or_else(|| by(text))
        .or_else(|| point(text))
        .or_else(|| bare(text))
}

/// `2 min on average`, `30 s average`.
fn average_last(text: &str) -> Option<Miss> {
    let lower = text.to_ascii_lowercase();
    let last =
        [" on average", " in average", " on avg", " average", " avg"].into_iter().find(|last| lower.ends_with(last))?;
    let start = text.len() - last.len();
    let time = text.get(..start)?;
    if !time.starts_with(|first: char| first.is_ascii_digit()) || time.contains('%') {
        return None;
    }
    let kind = MisreadKind::WrongWord { found: text.get(start + 1..)?.to_owned(), write: "average".into() };
    Some(Miss::new(start + 1, text.len(), kind).becomes(format!("average {time}")))
}

/// `80% by 17:00`, `80% by end of day`: until when, but not on which day.
fn without_day(text: &str) -> Option<Miss> {
    const CLOSES: [&str; 12] = [
        "end of day",
        "the end of day",
        "end of the day",
        "the end of the day",
        "eod",
        "cob",
        "close",
        "close of business",
        "close of play",
        "the end of business",
        "end of business",
        "closing time",
    ];
    let start = if text.starts_with("by ") { "by ".len() } else { text.find(" by ")? + " by ".len() };
    let (before, when) = (text.get(..start)?, text.get(start..)?);
    let write = if CLOSES.contains(&when.to_ascii_lowercase().as_str()) {
        format!("{before}close of working day 1")
    } else {
        let time = TIME_OF_DAY.reads(when).then(|| when.to_owned());
        format!("{before}{} on working day 1", time.or_else(|| TIME_OF_DAY.miss(when)?.rewrite)?)
    };
    let found = text.get(start - "by ".len()..)?.to_owned();
    Some(Miss::new(start - "by ".len(), text.len(), MisreadKind::NoWorkingDay { found, write }))
}

/// `5 rings`, `80% in 5 rings`.
fn rings(text: &str) -> Option<Miss> {
    let before = text.strip_suffix(" rings").or_else(|| text.strip_suffix(" ring"))?;
    let number = before.rsplit(' ').next()?.to_owned();
    let start = before.len() - number.len();
    number.parse::<u32>().ok()?;
    Some(Miss::new(start, text.len(), MisreadKind::Rings { number }))
}

/// `<5% abandoned`, `max 3% busy`, `ASA 30 s`, `at least 80% in 20 s`, `5% abandoned`.
fn leading_word(text: &str) -> Option<Miss> {
    let lower = text.to_ascii_lowercase();
    let is_tail = lower.contains(" over ") || lower.contains(" wait");
    for (found, write) in WORDS {
        if !lower.starts_with(found) || (found == "less than " && !is_tail) {
            continue;
        }
        let tail_of_waits = is_tail && write == "at most " && !lower.contains("abandon");
        let write = if tail_of_waits { "fewer than " } else { write };
        let end = found.trim_end().len();
        let found_words = text.get(..end)?.to_owned();
        let kind = if write.is_empty() {
            MisreadKind::ExtraWords { found: found_words }
        } else {
            MisreadKind::WrongWord { found: found_words, write: write.trim_end().to_owned() }
        };
        return Some(Miss::new(0, end, kind).becomes(splice(text, 0, found.len(), write)));
    }
    if lower.starts_with("less than ") || lower.starts_with("fewer than ") {
        let lost = lower.contains("abandon") || lower.ends_with(" busy");
        let end = text.find(" than ").filter(|_| lost)? + " than".len();
        let kind = MisreadKind::WrongWord { found: text.get(..end)?.to_owned(), write: "at most".into() };
        return Some(Miss::put(text, 0, end, kind, "at most"));
    }
    for sign in ["average <= ", "average < ", "average under ", "average below ", "average of ", "average at most "] {
        if lower.starts_with(sign) {
            let found = sign.trim_start_matches("average ").trim_end().to_owned();
            let end = sign.trim_end().len();
            let miss = Miss::new("average ".len(), end, MisreadKind::ExtraWords { found });
            return Some(miss.becomes(splice(text, 0, sign.len(), "average ")));
        }
    }
    let starts_with_share = text.find('%').is_some_and(|at| SHARE.reads(text.get(..=at).unwrap_or("")));
    if starts_with_share && (lower.contains(" abandon") || lower.ends_with(" busy")) {
        let kind = MisreadKind::WrongWord { found: String::new(), write: "at most".into() };
        return Some(Miss::new(0, text.len(), kind).becomes(format!("at most {text}")));
    }
    None
}

/// `80% IN 20 s`, `Average 2 min`: words of the language in capitals.
fn capitals(text: &str, reads: &dyn Fn(&str) -> bool) -> Option<Miss> {
    let lower = text.to_ascii_lowercase();
    (lower != text && reads(&lower)).then(|| {
        let kind = MisreadKind::WrongWord { found: text.to_owned(), write: lower.clone() };
        Miss::new(0, text.len(), kind).becomes(lower)
    })
}

/// What may follow `at most 5%` and `fewer than 15%`.
fn tail(text: &str) -> Option<Miss> {
    let put = |start: usize, end: usize, write: &str| {
        let kind = MisreadKind::WrongWord { found: text.get(start..end)?.to_owned(), write: write.to_owned() };
        Some(Miss::put(text, start, end, kind, write))
    };
    let lower = text.to_ascii_lowercase();
    for (lead, second) in [("at most ", " abandoned"), ("at most ", " busy"), ("fewer than ", " over ")] {
        let Some(rest) = text.strip_prefix(lead) else { continue };
        let percent = rest.find('%').map_or_else(
            || lead.len() + rest.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count(),
            |at| lead.len() + at + 1,
        );
        let after = text.get(percent..)?;
        if !after.starts_with(second) {
            continue;
        }
        if let Some(miss) = SHARE.miss_in(text, lead.len(), percent) {
            return Some(miss);
        }
        let words = percent + second.len();
        let start = if second == " abandoned" { words + " after ".len() } else { words };
        if second == " over " || text.get(words..)?.starts_with(" after ") {
            return DURATION.miss_in(text, start, text.len());
        }
        for word in [" within ", " in ", " past ", " over "] {
            if text.get(words..)?.starts_with(word) && second == " abandoned" {
                return put(words + 1, words + word.len() - 1, "after");
            }
        }
    }
    for word in
        [" wait over ", " wait more than ", " wait longer than ", " waiting over ", " longer than ", " more than "]
    {
        if lower.starts_with("fewer than ") && lower.contains(word) {
            let at = lower.find(word)?;
            return put(at + 1, at + word.len() - 1, "over");
        }
    }
    for word in ["abandonment", "abandons", "abandon", "abandoned calls", "lost"] {
        if lower.starts_with("at most ") && lower.ends_with(word) {
            return put(text.len() - word.len(), text.len(), "abandoned");
        }
    }
    text.strip_prefix("average ").and_then(|rest| DURATION.miss_in(text, text.len() - rest.len(), text.len()))
}

/// `80% of calls answered within 20 s`: the words between share and `in`.
fn extra_words(text: &str) -> Option<Miss> {
    let percent = text.find('%')? + 1;
    let lower = text.to_ascii_lowercase();
    let joint = [" within ", " in "].into_iter().filter_map(|word| lower.rfind(word)).max()?;
    if joint <= percent {
        return None;
    }
    let found = text.get(percent..joint)?.trim().to_owned();
    let known = found.split(' ').all(|word| {
        matches!(
            word.to_ascii_lowercase().as_str(),
            "of" | "the"
                | "all"
                | "calls"
                | "contacts"
                | "chats"
                | "emails"
                | "messages"
                | "posts"
                | "letters"
                | "cases"
                | "requests"
                | "answered"
                | "are"
                | "is"
                | "be"
                | "will"
                | "replied"
                | "responded"
                | "to"
                | "handled"
                | "resolved"
                | "queries"
                | "enquiries"
                | "inquiries"
                | "tickets"
                | "our"
        )
    });
    (known && !found.is_empty()).then(|| {
        let start = joint - found.len();
        Miss::new(start, joint, MisreadKind::ExtraWords { found }).becomes(splice(text, percent, joint, ""))
    })
}

/// `20 s in 80%`: the time and the share the wrong way round.
fn swapped(text: &str) -> Option<Miss> {
    for joint in [" in ", " within ", " for ", " at "] {
        let Some((time, share)) = text.split_once(joint) else { continue };
        let digits_first = time.starts_with(|found: char| found.is_ascii_digit());
        if digits_first && share.ends_with('%') && !time.contains('%') {
            return Some(Miss::new(0, text.len(), MisreadKind::SwappedPromise).becomes(format!("{share} in {time}")));
        }
    }
    None
}

/// `by close of business day 3`, `next business day`, `by noon on working day 3`.
fn business_days(text: &str) -> Option<Miss> {
    let at = text
        .find("business day")
        .filter(|_| text.contains("close of ") || text.contains(" on ") || text.contains("same time"))?;
    let kind = MisreadKind::BusinessDays { number: text.chars().filter(char::is_ascii_digit).collect() };
    Some(Miss::put(text, at, at + "business".len(), kind, "working"))
}

/// `by 9am on working day 3`, `by the close of working day 3`, `90% next working day`.
fn by(text: &str) -> Option<Miss> {
    if let Some(at) = text.find("by the close of ") {
        let kind = MisreadKind::ExtraWords { found: "the".into() };
        return Some(Miss::new(at + 3, at + 6, kind).becomes(splice(text, at + 3, at + 7, "")));
    }
    if let Some(share) = text.strip_suffix(" next working day").filter(|share| SHARE.reads(share)) {
        let kind = MisreadKind::WrongWord { found: "next working day".into(), write: "in 1 working day".into() };
        return Some(Miss::new(share.len() + 1, text.len(), kind).becomes(format!("{share} in 1 working day")));
    }
    let start = if text.starts_with("by ") { "by ".len() } else { text.find(" by ")? + " by ".len() };
    let end = text.find(" on working day ").filter(|end| *end > start)?;
    TIME_OF_DAY.miss_in(text, start, end)
}

/// `80% within 30`, `0.8 in 20 s`, `80 in 20 s`, `80% in 20s`, and a share without `in`.
fn point(text: &str) -> Option<Miss> {
    for (found, write) in [
        (" within ", " in "),
        (" inside ", " in "),
        (" at ", " in "),
        (" @ ", " in "),
        (" <= ", " in "),
        (" < ", " in "),
    ] {
        if let Some(at) = text.find(found) {
            let word = found.trim().to_owned();
            let kind = MisreadKind::WrongWord { found: word, write: write.trim().to_owned() };
            let miss = Miss::put(text, at + 1, at + found.len() - 1, kind, write.trim());
            // A missing unit weighs more than `within`: nobody can guess it.
            let unit = DURATION.miss_in(text, at + found.len(), text.len());
            let rewritten = miss.rewrite.as_deref().unwrap_or("");
            let then =
                unit.filter(|unit| matches!(unit.kind, MisreadKind::NoUnit { .. } | MisreadKind::AmbiguousUnit { .. }));
            return Some(match then {
                Some(unit) => Miss { choices: point(rewritten).map(|next| next.choices).unwrap_or_default(), ..unit },
                None => miss,
            });
        }
    }
    let more_than = if text.starts_with("more than ") { "more than ".len() } else { 0 };
    let joint = text.find(" in ")?;
    let after = joint + " in ".len();
    let share = SHARE.miss_in(text, more_than, joint);
    let readable = |miss: &Miss| !matches!(miss.kind, MisreadKind::Unreadable { .. });
    if let Some(miss) = share {
        return Some(miss).filter(readable);
    }
    let rest = text.get(after..)?;
    let days = rest.strip_suffix(" at the same time").unwrap_or(rest);
    if let Some(miss) = DURATION.miss_in(text, after, after + days.len()).filter(readable) {
        return Some(miss);
    }
    if let Some(rest) = rest.strip_suffix(" or less").or_else(|| rest.strip_suffix(" max")) {
        let start = after + rest.len();
        let kind = MisreadKind::ExtraWords { found: text.get(start..)?.trim().to_owned() };
        return Some(Miss::put(text, start, text.len(), kind, ""));
    }
    let found = rest.to_owned();
    let before = text.get(..after)?.to_owned();
    Some(Miss::new(after, text.len(), MisreadKind::NoTimeOfShare { found, before }))
}

/// A share without a time, or a number alone: `80%`, `30`.
fn bare(text: &str) -> Option<Miss> {
    let figure = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'.' | b',');
    if !text.is_empty() && text.len() <= 9 && text.bytes().all(figure) {
        return Some(Miss::new(0, text.len(), MisreadKind::BareNumber { number: text.to_owned() }));
    }
    if SHARE.reads(text) {
        return Some(Miss::new(0, text.len(), MisreadKind::MissingPart { wanted: Phrase::Duration }));
    }
    let end = text.strip_suffix(" at the same time").map_or(text.len(), str::len);
    DURATION.miss_in(text, 0, end).filter(|miss| !matches!(miss.kind, MisreadKind::Unreadable { .. }))
}
