//! What must come out of a story: `Club team, answer in 30 s`.

use std::fmt;

use crate::calendar::{Duration, TimeOfDay};
use crate::notation::duration::{DURATION, build_duration};
use crate::notation::grammar::{Found, Rule, parse};
use crate::notation::misread::Misread;
use crate::notation::misread_kind::MisreadKind;
use crate::notation::miss::Miss;
use crate::notation::phrase::Phrase;
use crate::notation::reader::{Attempt, Reader};
use crate::notation::slips::{in_pieces, leading_words, telling, whole_words, wrong_word};
use crate::notation::story::{Moment, MomentDay, build_moment};
use crate::notation::story_misread::moment;
use crate::notation::time_of_day::{TIME_OF_DAY, build_time};
use crate::source::{Excerpt, Spanned};

/// One thing that must come out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expectation {
    /// This group answers.
    Group(String),
    /// This rule decides.
    Rule(Spanned<String>),
    /// The promise is to answer in this time.
    AnswerIn(Duration),
    /// The answer is due at this time, on the day of the contact where no day is written.
    AnswerBy {
        /// The day.
        day: Option<MomentDay>,
        /// The time.
        time: TimeOfDay,
    },
    /// The desk is closed and opens again then.
    OpenAgain(Moment),
    /// Another group takes over after some time.
    Then {
        /// The group.
        group: Spanned<String>,
        /// After so long.
        after: Duration,
    },
    /// Somebody is told after some time.
    Tell {
        /// The person, role or group.
        role: Spanned<String>,
        /// After so long.
        after: Duration,
    },
    /// It is answered, but no time is promised.
    NoPromise,
    /// It is not offered here.
    NotOffered,
    /// It needs no reply.
    NoReplyNeeded,
    /// It reaches nobody.
    ReachesNobody,
}

pub(crate) const EXPECTATIONS: Reader<'static, Vec<Spanned<Expectation>>> =
    Reader { wanted: Phrase::Expectations, parse: &parse_expectations, look: &look };

/// Reads what must come out, between `, `.
///
/// # Errors
/// Says what is wrong with any other text. Words that begin like no expectation are the name of a group.
pub fn expectations(excerpt: Excerpt<'_>) -> Result<Vec<Spanned<Expectation>>, Misread> {
    EXPECTATIONS.read(excerpt)
}

fn parse_expectations(excerpt: Excerpt<'_>) -> Attempt<Vec<Spanned<Expectation>>> {
    if let Some(miss) = crate::notation::list::empty_item(excerpt.text) {
        return Err(miss.into());
    }
    let phrase = parse(Rule::expectations_phrase, excerpt)?;
    phrase.all(Rule::expectation).map(|found| Ok(found.with(build_expectation(&found)?))).collect()
}

fn build_expectation(found: &Found<'_>) -> Attempt<Expectation> {
    let form = found.first()?;
    let rule = form.rule();
    let duration = || build_duration(&form.need(Rule::duration)?).map(|duration| duration.value);
    Ok(if rule == Rule::group {
        Expectation::Group(form.text().to_owned())
    } else if rule == Rule::rule_decides {
        Expectation::Rule(form.need(Rule::piece)?.words())
    } else if rule == Rule::answer_in {
        Expectation::AnswerIn(duration()?)
    } else if rule == Rule::answer_by {
        match form.part(Rule::moment) {
            Some(moment) => {
                let Moment { day, time } = build_moment(&moment)?;
                Expectation::AnswerBy { day: Some(day), time }
            }
            None => Expectation::AnswerBy { day: None, time: build_time(&form.need(Rule::time)?)?.value },
        }
    } else if rule == Rule::open_again {
        Expectation::OpenAgain(build_moment(&form.need(Rule::moment)?)?)
    } else if rule == Rule::then_after {
        Expectation::Then { group: form.need(Rule::step)?.words(), after: duration()? }
    } else if rule == Rule::tell_after {
        Expectation::Tell { role: form.need(Rule::step)?.words(), after: duration()? }
    } else if rule == Rule::no_promise {
        Expectation::NoPromise
    } else if rule == Rule::not_offered_here {
        Expectation::NotOffered
    } else if rule == Rule::no_reply_needed {
        Expectation::NoReplyNeeded
    } else {
        Expectation::ReachesNobody
    })
}

fn look(text: &str) -> Option<Miss> {
    in_pieces(text, look_one)
}

fn look_one(text: &str) -> Option<Miss> {
    if EXPECTATIONS.reads(text) {
        return None;
    }
    let words = [
        ("no reply", "no reply needed"),
        ("no reply necessary", "no reply needed"),
        ("no reply required", "no reply needed"),
        ("no answer needed", "no reply needed"),
        ("no promises", "no promise"),
        ("no promise made", "no promise"),
        ("nobody", "reaches nobody"),
        ("reaches noone", "reaches nobody"),
        ("not offered here", "not offered"),
        ("reaches no one", "reaches nobody"),
        ("reaches no-one", "reaches nobody"),
        ("reaches none", "reaches nobody"),
        ("reaches Nobody", "reaches nobody"),
    ];
    let leads = [
        ("answered within", "answer in"),
        ("answered in", "answer in"),
        ("answered by", "answer by"),
        ("answer within", "answer in"),
        ("answer after", "answer in"),
        ("answer at", "answer by"),
        ("answer before", "answer by"),
        ("answer on", "answer by"),
        ("open again at", "open again"),
        ("open again on", "open again"),
    ];
    if let Some(miss) = whole_words(text, &words).or_else(|| leading_words(text, &leads)).or_else(|| time_first(text)) {
        return Some(miss);
    }
    let missing = |wanted| Some(Miss::new(0, text.len(), MisreadKind::MissingPart { wanted }));
    if let Some(time) = text.strip_prefix("answer in ") {
        return DURATION.miss_in(text, text.len() - time.len(), text.len());
    }
    for lead in ["answer by ", "open again "] {
        let Some(time) = text.strip_prefix(lead) else { continue };
        let start = text.len() - time.len();
        let bare =
            TIME_OF_DAY.miss(time).and_then(telling).filter(|_| lead == "answer by " || !TIME_OF_DAY.reads(time));
        let day = moment(time);
        return match (day, bare) {
            (Some(day), _) => Some(day.within(text, start, text.len())),
            (None, Some(bare)) => Some(bare.within(text, start, text.len())),
            (None, None) => Some(Miss::new(start, text.len(), MisreadKind::NoMoment { found: time.to_owned() })),
        };
    }
    for lead in ["then ", "tell "] {
        let Some(rest) = text.strip_prefix(lead) else { continue };
        if let Some(at) = rest.rfind(" after ") {
            let start = lead.len() + at + " after ".len();
            return DURATION.miss_in(text, start, text.len());
        }
        for joint in [" in ", " within "] {
            let at = rest.rfind(joint).filter(|at| DURATION.reads(rest.get(at + joint.len()..).unwrap_or("")));
            if let Some(at) = at {
                return Some(wrong_word(text, lead.len() + at + 1, lead.len() + at + joint.len() - 1, "after"));
            }
        }
        return missing(Phrase::Duration);
    }
    match text {
        "answer in" | "then" | "tell" => missing(Phrase::Duration),
        "answer by" | "open again" => Some(Miss::new(0, text.len(), MisreadKind::NoMoment { found: String::new() })),
        _ => None,
    }
}

/// `then after 1 min Care team`: the time stands before the group.
fn time_first(text: &str) -> Option<Miss> {
    let word = ["then ", "tell "].into_iter().find(|word| text.starts_with(word))?;
    let rest = text.get(word.len()..)?.strip_prefix("after ")?;
    let ends = rest.match_indices(' ').map(|(at, _)| at).take(8);
    let end = ends.filter(|end| DURATION.reads(rest.get(..*end).unwrap_or(""))).last()?;
    let (time, whom) = (rest.get(..end)?, rest.get(end + 1..)?);
    Some(wrong_word(text, 0, text.len(), &format!("{word}{whom} after {time}")))
}

impl fmt::Display for Expectation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Group(group) => f.write_str(group),
            Self::Rule(rule) => write!(f, "rule {}", rule.value),
            Self::AnswerIn(duration) => write!(f, "answer in {duration}"),
            Self::AnswerBy { day: Some(day), time } => write!(f, "answer by {}", Moment { day: *day, time: *time }),
            Self::AnswerBy { day: None, time } => write!(f, "answer by {time}"),
            Self::OpenAgain(moment) => write!(f, "open again {moment}"),
            Self::Then { group, after } => write!(f, "then {} after {after}", group.value),
            Self::Tell { role, after } => write!(f, "tell {} after {after}", role.value),
            Self::NoPromise => f.write_str("no promise"),
            Self::NotOffered => f.write_str("not offered"),
            Self::NoReplyNeeded => f.write_str("no reply needed"),
            Self::ReachesNobody => f.write_str("reaches nobody"),
        }
    }
}
