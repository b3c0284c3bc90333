//! What must hold for every contact: `answered by Safety desk, promise at most 15 min`; and two kinds of contact compared.

use std::fmt;

use crate::calendar::Duration;
use crate::notation::condition::{Condition, parse_condition};
use crate::notation::duration::{DURATION, build_amount, build_duration};
use crate::notation::grammar::{Found, Rule, parse};
use crate::notation::list::empty_item;
use crate::notation::misread::Misread;
use crate::notation::misread_kind::MisreadKind;
use crate::notation::miss::Miss;
use crate::notation::phrase::Phrase;
use crate::notation::reader::{Attempt, Fault, Reader, unplaced};
use crate::notation::slips::{in_pieces, leading_words, telling, whole_words, wrong_separator, wrong_word};
use crate::notation::vocabulary::Vocabulary;
use crate::source::{Excerpt, Spanned};

/// One claim of a guarantee.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Claim {
    /// `sent to G`: the first group.
    SentTo(Spanned<String>),
    /// `answered by G`: the first group and all later ones.
    AnsweredBy(Spanned<String>),
    /// `reaches G`: the first group or any later one.
    Reaches(Spanned<String>),
    /// `promise at most 15 min`; false where there is no promise.
    PromiseAtMost(Duration),
    /// `promise at most the same`, when two kinds of contact are compared.
    PromiseAtMostTheSame,
    /// `priority at least 2`; 1 is first.
    PriorityAtLeast(u32),
    /// `somebody answers`
    SomebodyAnswers,
}

/// Two kinds of contact that are alike in all else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// The kind about which something is claimed.
    pub first: Condition,
    /// The kind to compare it with.
    pub second: Condition,
}

pub(crate) const CLAIMS: Reader<'static, Vec<Spanned<Claim>>> =
    Reader { wanted: Phrase::Claims, parse: &parse_claims, look: &look_claims };

/// Reads claims between `, `.
///
/// # Errors
/// Says what is wrong with any other text.
pub fn claims(excerpt: Excerpt<'_>) -> Result<Vec<Spanned<Claim>>, Misread> {
    CLAIMS.read(excerpt)
}

/// Reads `CONDITION with CONDITION`.
///
/// # Errors
/// Says what is wrong with any other text, or with one of the conditions.
pub fn compare(excerpt: Excerpt<'_>, words: &dyn Vocabulary) -> Result<Compared, Misread> {
    let parse = |excerpt: Excerpt<'_>| parse_compare(excerpt, words);
    let look = |text: &str| look_compare(text, words);
    Reader { wanted: Phrase::Comparison, parse: &parse, look: &look }.read(excerpt)
}

fn parse_claims(excerpt: Excerpt<'_>) -> Attempt<Vec<Spanned<Claim>>> {
    // A group may be called anything, so what joins two claims, or nothing, would be read as a part of its name.
    if let Some(miss) = empty_item(excerpt.text).filter(|_| !excerpt.text.is_empty()).or_else(|| joined(excerpt.text)) {
        return Err(miss.into());
    }
    let phrase = parse(Rule::claims_phrase, excerpt)?;
    phrase.all(Rule::claim).map(|claim| Ok(claim.with(build_claim(&claim)?))).collect()
}

/// `sent to Care team and promise at most 15 min`
fn joined(text: &str) -> Option<Miss> {
    let claims = ["sent to ", "answered by ", "reaches ", "promise at most ", "priority at least ", "somebody answers"];
    let joint = " and ";
    let (at, _) = text.match_indices(joint).find(|(at, _)| {
        text.get(at + joint.len()..).is_some_and(|rest| claims.iter().any(|claim| rest.starts_with(claim)))
    })?;
    let kind = MisreadKind::WrongSeparator { found: joint.to_owned(), write: ", " };
    Some(Miss::put(text, at, at + joint.len(), kind, ", "))
}

fn build_claim(claim: &Found<'_>) -> Attempt<Claim> {
    let form = claim.first()?;
    let rule = form.rule();
    let group = || form.need(Rule::piece).map(|group| group.words());
    Ok(if rule == Rule::sent_to {
        Claim::SentTo(group()?)
    } else if rule == Rule::answered_by {
        Claim::AnsweredBy(group()?)
    } else if rule == Rule::reaches {
        Claim::Reaches(group()?)
    } else if rule == Rule::promise_same {
        Claim::PromiseAtMostTheSame
    } else if rule == Rule::promise_at_most {
        Claim::PromiseAtMost(build_duration(&form.need(Rule::duration)?)?.value)
    } else if rule == Rule::priority_at_least {
        let number = form.need(Rule::number)?;
        Claim::PriorityAtLeast(build_amount(number.text(), number.start())?)
    } else {
        Claim::SomebodyAnswers
    })
}

const WITH: &str = " with ";

fn parse_compare(excerpt: Excerpt<'_>, words: &dyn Vocabulary) -> Attempt<Compared> {
    let mut first_fault = None;
    // A name may hold " with ", so the first place at which both sides read is taken; a bound keeps hostile texts cheap.
    for (at, _) in excerpt.text.match_indices(WITH).take(20) {
        let second = at + WITH.len();
        let sides = [(0, at), (second, excerpt.text.len())].map(|(start, end)| {
            let condition = parse_condition(excerpt.piece(start, end), words);
            condition.map_err(|fault| moved(fault, excerpt.text, start, end))
        });
        match sides {
            [Ok(first), Ok(second)] => return Ok(Compared { first, second }),
            [Err(fault), _] | [_, Err(fault)] => first_fault = first_fault.or(Some(fault)),
        }
    }
    Err(first_fault.unwrap_or(Fault::Stuck(0)))
}

/// A fault in the piece `start..end`, told of the whole text.
fn moved(fault: Fault, whole: &str, start: usize, end: usize) -> Fault {
    match fault {
        Fault::Stuck(at) => Fault::Stuck(start + at),
        Fault::Miss(miss) => miss.within(whole, start, end).into(),
    }
}

fn look_compare(text: &str, words: &dyn Vocabulary) -> Option<Miss> {
    if !text.contains(WITH) {
        let others = [" to ", " versus ", " vs ", " vs. ", " against ", " and "];
        return others.into_iter().find_map(|found| {
            let at = text.find(found)?;
            let sides = [text.get(..at)?, text.get(at + found.len()..)?];
            let both = sides.iter().all(|side| parse_condition(unplaced(side), words).is_ok());
            both.then(|| {
                let kind = MisreadKind::WrongSeparator { found: found.to_owned(), write: WITH };
                Miss::put(text, at, at + found.len(), kind, WITH)
            })
        });
    }
    let at = text.find(WITH)?;
    [(0, at), (at + WITH.len(), text.len())].into_iter().find_map(|(start, end)| {
        let piece = text.get(start..end)?;
        let parse = |excerpt: Excerpt<'_>| parse_condition(excerpt, words);
        let look = |text: &str| crate::notation::condition_misread::look(text, words);
        Reader { wanted: Phrase::Condition, parse: &parse, look: &look }
            .miss(piece)
            .map(|miss| miss.within(text, start, end))
    })
}

fn look_claims(text: &str) -> Option<Miss> {
    empty_item(text).or_else(|| in_pieces(text, look_claim)).or_else(|| wrong_separator(text, &["; ", ";"], ", "))
}

fn look_claim(text: &str) -> Option<Miss> {
    if CLAIMS.reads(text) {
        return wrong_separator(text, &[" and "], ", ").filter(|_| text.contains(" and "));
    }
    let words = [
        ("someone answers", "somebody answers"),
        ("anybody answers", "somebody answers"),
        ("somebody answers", "somebody answers"),
        ("somebody answer", "somebody answers"),
        ("is answered", "somebody answers"),
        ("answered", "somebody answers"),
        ("promise at most same", "promise at most the same"),
        ("promise the same", "promise at most the same"),
        ("the same promise", "promise at most the same"),
        ("same promise", "promise at most the same"),
        ("promise at most the same time", "promise at most the same"),
        ("no longer promise", "promise at most the same"),
    ];
    let leads = [
        ("is sent to", "sent to"),
        ("send to", "sent to"),
        ("routed to", "sent to"),
        ("goes to", "sent to"),
        ("is answered by", "answered by"),
        ("handled by", "answered by"),
        ("answer by", "answered by"),
        ("reach", "reaches"),
        ("reached by", "reaches"),
        ("promise within", "promise at most"),
        ("promise under", "promise at most"),
        ("promise below", "promise at most"),
        ("promise in", "promise at most"),
        ("promise of at most", "promise at most"),
        ("promise <=", "promise at most"),
        ("promise <", "promise at most"),
        ("answer within", "promise at most"),
        ("answered within", "promise at most"),
        ("answered in", "promise at most"),
        ("priority above", "priority at least"),
        ("priority >=", "priority at least"),
        ("priority is", "priority at least"),
    ];
    if let Some(miss) = whole_words(text, &words).or_else(|| leading_words(text, &leads)) {
        return Some(miss);
    }
    if let Some(time) = text.strip_prefix("promise at most ") {
        return DURATION.miss_in(text, text.len() - time.len(), text.len());
    }
    if let Some(number) = text.strip_prefix("priority ").filter(|number| number.parse::<u8>().is_ok()) {
        let start = text.len() - number.len();
        let kind = MisreadKind::WrongWord { found: "priority".into(), write: "priority at least".into() };
        let whole = format!("priority at least {number}");
        return Some(Miss::new(0, start - 1, kind).becomes(whole));
    }
    if let Some(time) = text.strip_prefix("promise ").filter(|time| DURATION.reads(time)) {
        return Some(
            wrong_word(text, 0, "promise".len(), "promise at most").becomes(format!("promise at most {time}")),
        );
    }
    let missing = |wanted| Some(Miss::new(0, text.len(), MisreadKind::MissingPart { wanted }));
    match text {
        "promise at most" | "promise" => missing(Phrase::Duration),
        "priority at least" | "priority" => missing(Phrase::Count),
        "sent to" | "answered by" | "reaches" => missing(Phrase::Claims),
        _ => crate::notation::list::empty_item(text).and_then(telling),
    }
}

impl fmt::Display for Claim {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SentTo(group) => write!(f, "sent to {}", group.value),
            Self::AnsweredBy(group) => write!(f, "answered by {}", group.value),
            Self::Reaches(group) => write!(f, "reaches {}", group.value),
            Self::PromiseAtMost(duration) => write!(f, "promise at most {duration}"),
            Self::PromiseAtMostTheSame => f.write_str("promise at most the same"),
            Self::PriorityAtLeast(priority) => write!(f, "priority at least {priority}"),
            Self::SomebodyAnswers => f.write_str("somebody answers"),
        }
    }
}

impl fmt::Display for Compared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} with {}", self.first, self.second)
    }
}
