//! Who else hears about it: `Product team, every week, top 10 reasons`, `tell Duty manager`.

use std::fmt;

use crate::calendar::Duration;
use crate::notation::amount::{RATE, Rate, build_rate};
use crate::notation::duration::{DURATION, build_duration};
use crate::notation::grammar::{Found, Rule, parse};
use crate::notation::misread::Misread;
use crate::notation::misread_kind::MisreadKind;
use crate::notation::miss::Miss;
use crate::notation::phrase::Phrase;
use crate::notation::reader::{Attempt, Reader};
use crate::notation::slips::{leading_words, pieces, whole_words, wrong_word};
use crate::source::{Excerpt, Spanned};

/// A feedback loop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedbackLoop {
    /// Who hears of it; one at least.
    pub who: Vec<Spanned<String>>,
    /// How often, or how soon.
    pub when: Spanned<HowOften>,
    /// What they hear.
    pub what: Option<Spanned<LoopTopic>>,
}

/// How often or how soon somebody hears of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum HowOften {
    /// `every day`
    EveryDay,
    /// `every week`
    EveryWeek,
    /// `every month`
    EveryMonth,
    /// `every quarter`
    EveryQuarter,
    /// `same day`
    SameDay,
    /// `within 15 min`
    Within(Duration),
}

/// What a feedback loop is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LoopTopic {
    /// In the author's words.
    Text(String),
    /// `when Public complaint above 50 per h`: only when more of these come than the rate says.
    Above {
        /// The contact type.
        contact_type: Spanned<String>,
        /// The rate above which it begins.
        rate: Rate,
    },
}

pub(crate) const LOOP: Reader<'static, FeedbackLoop> =
    Reader { wanted: Phrase::Loop, parse: &parse_loop, look: &look_loop };

pub(crate) const ESCALATION: Reader<'static, Spanned<String>> =
    Reader { wanted: Phrase::Escalation, parse: &parse_escalation, look: &look_escalation };

/// Reads `WHO [and WHO], WHEN [, WHAT]`.
///
/// # Errors
/// Says what is wrong with any other text; most often WHEN is missing or said in other words.
pub fn loop_phrase(excerpt: Excerpt<'_>) -> Result<FeedbackLoop, Misread> {
    LOOP.read(excerpt)
}

/// Reads `tell ROLE` and gives the role, which is any text.
///
/// # Errors
/// Says what is wrong with any other text.
pub fn escalation(excerpt: Excerpt<'_>) -> Result<Spanned<String>, Misread> {
    ESCALATION.read(excerpt)
}

fn parse_loop(excerpt: Excerpt<'_>) -> Attempt<FeedbackLoop> {
    let phrase = parse(Rule::loop_phrase, excerpt)?;
    let when = phrase.need(Rule::how_often)?;
    let topic = phrase.part(Rule::topic).map(|topic| topic.with(LoopTopic::Text(topic.text().to_owned())));
    let trigger = phrase.part(Rule::trigger).map(|trigger| build_trigger(&trigger)).transpose()?;
    Ok(FeedbackLoop {
        who: phrase.all(Rule::who).map(|who| who.words()).collect(),
        when: when.with(build_how_often(&when)?),
        what: trigger.or(topic),
    })
}

fn build_trigger(trigger: &Found<'_>) -> Attempt<Spanned<LoopTopic>> {
    let contact_type = trigger.need(Rule::trigger_type)?.words();
    let rate = build_rate(&trigger.need(Rule::rate)?)?.value;
    Ok(trigger.with(LoopTopic::Above { contact_type, rate }))
}

fn build_how_often(found: &Found<'_>) -> Attempt<HowOften> {
    let form = found.first()?;
    let rule = form.rule();
    Ok(if rule == Rule::within {
        HowOften::Within(build_duration(&form.need(Rule::duration)?)?.value)
    } else if rule == Rule::every_day {
        HowOften::EveryDay
    } else if rule == Rule::every_week {
        HowOften::EveryWeek
    } else if rule == Rule::every_month {
        HowOften::EveryMonth
    } else if rule == Rule::every_quarter {
        HowOften::EveryQuarter
    } else {
        HowOften::SameDay
    })
}

fn parse_escalation(excerpt: Excerpt<'_>) -> Attempt<Spanned<String>> {
    Ok(parse(Rule::escalation_phrase, excerpt)?.need(Rule::rest)?.words())
}

fn look_loop(text: &str) -> Option<Miss> {
    let parts: Vec<(usize, &str)> = pieces(text).collect();
    for (start, piece) in parts.iter().skip(1) {
        if let Some(miss) = look_how_often(piece).or_else(|| look_trigger(piece)) {
            return Some(miss.within(text, *start, start + piece.len()));
        }
    }
    // Another piece says when, so what stands before it is more than one name.
    let found = parts.iter().skip(1).position(|(_, piece)| reads_how_often(piece));
    match found {
        Some(0) => None,
        Some(_) => {
            let comma = parts.get(1).map(|(start, _)| start - ", ".len())?;
            let kind = MisreadKind::WrongSeparator { found: ", ".into(), write: " and " };
            Some(Miss::put(text, comma, comma + ", ".len(), kind, " and "))
        }
        None => {
            let (start, end) = parts.get(1).map_or((0, text.len()), |(start, piece)| (*start, start + piece.len()));
            Some(Miss::new(start, end, MisreadKind::NoFrequency { found: text.get(start..end)?.to_owned() }))
        }
    }
}

fn reads_how_often(piece: &str) -> bool {
    matches!(piece, "every day" | "every week" | "every month" | "every quarter" | "same day")
        || piece.strip_prefix("within ").is_some_and(|time| DURATION.reads(time))
}

fn look_how_often(piece: &str) -> Option<Miss> {
    let words = [
        ("daily", "every day"),
        ("weekly", "every week"),
        ("monthly", "every month"),
        ("quarterly", "every quarter"),
        ("each day", "every day"),
        ("each week", "every week"),
        ("each month", "every month"),
        ("each quarter", "every quarter"),
        ("once a day", "every day"),
        ("once a week", "every week"),
        ("once a month", "every month"),
        ("once a quarter", "every quarter"),
        ("every 3 months", "every quarter"),
        ("every three months", "every quarter"),
        ("every day", "every day"),
        ("every week", "every week"),
        ("every month", "every month"),
        ("every quarter", "every quarter"),
        ("same day", "same day"),
        ("the same day", "same day"),
        ("on the same day", "same day"),
    ];
    if let Some(miss) = whole_words(piece, &words) {
        return Some(miss);
    }
    if let Some(time) = piece.strip_prefix("within ") {
        return DURATION.miss_in(piece, piece.len() - time.len(), piece.len());
    }
    for lead in ["in", "after", "inside"] {
        let time = piece.strip_prefix(lead).and_then(|rest| rest.strip_prefix(' ')).unwrap_or("");
        if DURATION.reads(time) {
            return Some(wrong_word(piece, 0, lead.len(), "within"));
        }
    }
    None
}

fn look_trigger(piece: &str) -> Option<Miss> {
    let leads = [("if", "when"), ("as soon as", "when"), ("once", "when")];
    let above = [" over ", " more than ", " exceeds ", " > "];
    if let Some(miss) = leading_words(piece, &leads).filter(|_| piece.contains(" above ") && piece.contains(" per ")) {
        return Some(miss);
    }
    let rest = piece.strip_prefix("when ")?;
    for found in above.into_iter().filter(|_| piece.contains(" per ") || piece.contains('/')) {
        if let Some(at) = piece.find(found) {
            return Some(wrong_word(piece, at + 1, at + found.len() - 1, "above"));
        }
    }
    let at = piece.len() - rest.len() + rest.find(" above ")? + " above ".len();
    RATE.miss_in(piece, at, piece.len())
}

fn look_escalation(text: &str) -> Option<Miss> {
    let words = [
        ("notify", "tell"),
        ("inform", "tell"),
        ("alert", "tell"),
        ("warn", "tell"),
        ("call", "tell"),
        ("page", "tell"),
        ("ask", "tell"),
        ("contact", "tell"),
        ("escalate to", "tell"),
        ("escalate", "tell"),
        ("send to", "tell"),
        ("Tell", "tell"),
        ("tell:", "tell"),
    ];
    if let Some(miss) = leading_words(text, &words) {
        return Some(miss);
    }
    if text == "tell" {
        return Some(Miss::new(0, text.len(), MisreadKind::MissingPart { wanted: Phrase::Escalation }));
    }
    let kind = MisreadKind::WrongWord { found: String::new(), write: "tell".into() };
    Some(Miss::new(0, text.len(), kind).becomes(format!("tell {text}")))
}

impl fmt::Display for FeedbackLoop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let who: Vec<&str> = self.who.iter().map(|who| who.value.as_str()).collect();
        write!(f, "{}, {}", who.join(" and "), self.when.value)?;
        self.what.as_ref().map_or(Ok(()), |what| write!(f, ", {}", what.value))
    }
}

impl fmt::Display for HowOften {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EveryDay => f.write_str("every day"),
            Self::EveryWeek => f.write_str("every week"),
            Self::EveryMonth => f.write_str("every month"),
            Self::EveryQuarter => f.write_str("every quarter"),
            Self::SameDay => f.write_str("same day"),
            Self::Within(duration) => write!(f, "within {duration}"),
        }
    }
}

impl fmt::Display for LoopTopic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Above { contact_type, rate } => write!(f, "when {} above {rate}", contact_type.value),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notation::checks::{at, exact, misread, print_all};

    #[test]
    fn right_forms_print_as_they_were_written() {
        print_all(
            loop_phrase,
            &[
                "Product team, every week, top 10 reasons",
                "Engineering and Marketing, every month",
                "Legal and Quality, same day",
                "Legal, every day, faults, one by one",
                "Legal, every quarter, when a product is recalled",
                "Public Relations, within 15 min, when Public complaint above 50 per h",
            ],
        );
        let text = "Legal and Quality, within 2 h, when Public complaint above 50 per h";
        let read = loop_phrase(exact(text)).unwrap();
        assert_eq!(at(text, read.who[1].span), "Quality");
        assert_eq!(at(text, read.when.span), "within 2 h");
        let Some(LoopTopic::Above { contact_type, .. }) = read.what.map(|what| what.value) else {
            panic!("no trigger")
        };
        assert_eq!(at(text, contact_type.span), "Public complaint");
    }

    #[test]
    fn near_misses_of_loops() {
        let word = |found: &str, write: &str| MisreadKind::WrongWord { found: found.into(), write: write.into() };
        let right = Some("Product team, every week, top 10 reasons");
        misread(loop_phrase, "Product team, weekly, top 10 reasons", &word("weekly", "every week"), right);
        misread(loop_phrase, "Product team, once a week, top 10 reasons", &word("once a week", "every week"), right);
        let comma = MisreadKind::WrongSeparator { found: ", ".into(), write: " and " };
        misread(loop_phrase, "Legal, Quality, same day", &comma, Some("Legal and Quality, same day"));
        let none = |found: &str| MisreadKind::NoFrequency { found: found.into() };
        misread(loop_phrase, "Product team, top 10 reasons", &none("top 10 reasons"), None);
        misread(loop_phrase, "Product team", &none("Product team"), None);
        misread(loop_phrase, "Legal, in 15 min", &word("in", "within"), Some("Legal, within 15 min"));
        let unit = MisreadKind::AmbiguousUnit { number: "15".into(), found: "m".into() };
        misread(loop_phrase, "Legal, within 15 m", &unit, None);
        let hour = Some("Legal, same day, when Complaint above 50 per h");
        misread(loop_phrase, "Legal, same day, when Complaint above 50 per hour", &word("hour", "h"), hour);
        misread(loop_phrase, "Legal, same day, if Complaint above 50 per h", &word("if", "when"), hour);
    }

    #[test]
    fn escalations_tell_somebody() {
        assert_eq!(escalation(exact("tell Duty manager")).unwrap().value, "Duty manager");
        let word = |found: &str| MisreadKind::WrongWord { found: found.into(), write: "tell".into() };
        misread(escalation, "notify Duty manager", &word("notify"), Some("tell Duty manager"));
        misread(escalation, "Duty manager", &word(""), Some("tell Duty manager"));
        misread(escalation, "tell", &MisreadKind::MissingPart { wanted: Phrase::Escalation }, None);
    }
}
