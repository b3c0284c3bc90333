//! What a cell of the service-level table promises: `80% in 20 s`, a ladder, `next working day`, `no promise`, `-`.

use std::fmt;

use crate::calendar::{Deadline, Duration, Unit};
use crate::measure::Share;
use crate::notation::duration::{build_amount, build_duration};
use crate::notation::grammar::{Found, Rule, parse};
use crate::notation::misread::Misread;
use crate::notation::misread_kind::MisreadKind;
use crate::notation::miss::Miss;
use crate::notation::phrase::Phrase;
use crate::notation::promise_misread::look;
use crate::notation::reader::{Attempt, Fault, Reader, unplaced};
use crate::notation::share::build_share;
use crate::notation::time_of_day::build_time;
use crate::source::{Excerpt, Spanned};

/// What is promised, as written: all clauses together. Prints as written, but for the spellings of working days, of
/// which it knows one.
///
/// INVARIANT: at least one clause; `Always`, `NoPromise` and `NotOffered` stand alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    /// The clauses, in order.
    pub clauses: Vec<Spanned<Clause>>,
}

/// One part of a promise.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Clause {
    /// `80% in 20 s`: so many of all contacts are answered by the deadline.
    Point {
        /// How many.
        share: Share,
        /// Whether it must be more than that share: `more than 85% in 10 min`.
        strict: bool,
        /// By when.
        deadline: Deadline,
    },
    /// `average 2 min`: the average wait is at most so long.
    Average(Duration),
    /// `at most 5% abandoned after 10 s`.
    Abandoned {
        /// The most that may hang up or leave.
        at_most: Share,
        /// Only those who waited at least so long count; all count where it is absent.
        after: Option<Duration>,
    },
    /// `at most 3% busy`: the most that may find no line or be turned away.
    Busy {
        /// The most that may.
        at_most: Share,
    },
    /// `fewer than 15% over 10 min`: the tail of the waits. The same as more than 85% in 10 min.
    Over {
        /// Fewer than this share of all contacts.
        fewer_than: Share,
        /// Wait longer than this.
        over: Duration,
    },
    /// `always`: there at once, whenever it is open (self-service).
    Always,
    /// `no promise`: answered, but no time is promised.
    NoPromise,
    /// `-`: not offered here, on purpose.
    NotOffered,
}

pub(crate) const PROMISE: Reader<'static, Spanned<Promise>> = Reader {
    wanted: Phrase::Promise,
    parse: &parse_promise,
    look: &|text| look(text, &|clause| parse_promise(unplaced(clause)).is_ok()).map(|miss| in_no_time(text, miss)),
};

/// A length of time of nothing, as what it is in a promise.
fn in_no_time(text: &str, miss: Miss) -> Miss {
    if miss.kind != MisreadKind::ZeroDuration {
        return miss;
    }
    let found = text.get(miss.start..miss.end).unwrap_or("").to_owned();
    Miss { kind: MisreadKind::InNoTime { found }, ..miss }
}

/// Reads a promise. A blank cell is a gap and is not to be read as one.
///
/// # Errors
/// Says what is wrong with any other text.
pub fn promise(excerpt: Excerpt<'_>) -> Result<Spanned<Promise>, Misread> {
    PROMISE.read(excerpt)
}

fn parse_promise(excerpt: Excerpt<'_>) -> Attempt<Spanned<Promise>> {
    let phrase = parse(Rule::promise_phrase, excerpt)?;
    let mut clauses = Vec::new();
    for part in phrase.parts() {
        if part.rule() == Rule::alone {
            clauses.push(part.with(build_alone(&part)?));
        } else if part.rule() == Rule::clause {
            let clause = build_clause(&part)?;
            if let Some(kept) = to_nobody(&clause) {
                let kind = MisreadKind::ToNobody { found: part.text().to_owned(), kept };
                let miss = Miss::new(part.start(), part.end(), kind);
                let choices = ["no promise", "-"].map(str::to_owned);
                return Err(if kept { miss.or_either(choices) } else { miss }.into());
            }
            clauses.push(part.with(clause));
        }
    }
    Ok(Spanned::new(Promise { clauses }, phrase.span()))
}

/// Whether a clause that promises nothing to anybody, or something to more than all, is always kept (else never);
/// `None` for any honest one.
fn to_nobody(clause: &Clause) -> Option<bool> {
    let none = Share::all().rest();
    match clause {
        Clause::Point { share, strict, .. } if *strict => (*share == Share::all()).then_some(false),
        Clause::Point { share, .. } => (*share == none).then_some(true),
        Clause::Abandoned { at_most, .. } | Clause::Busy { at_most } => (*at_most == Share::all()).then_some(true),
        Clause::Over { fewer_than, .. } => (*fewer_than == none).then_some(false),
        Clause::Average(_) | Clause::Always | Clause::NoPromise | Clause::NotOffered => None,
    }
}

fn build_alone(part: &Found<'_>) -> Attempt<Clause> {
    let word = part.first()?.rule();
    Ok(if word == Rule::available {
        Clause::Always
    } else if word == Rule::no_promise {
        Clause::NoPromise
    } else {
        Clause::NotOffered
    })
}

fn build_clause(part: &Found<'_>) -> Attempt<Clause> {
    let form = part.first()?;
    let share = || build_share(&form.need(Rule::share)?).map(|share| share.value);
    let duration = || build_duration(&form.need(Rule::duration)?).map(|duration| duration.value);
    let rule = form.rule();
    if rule == Rule::average {
        Ok(Clause::Average(duration()?))
    } else if rule == Rule::abandoned {
        let after = form.part(Rule::duration).map(|found| build_duration(&found)).transpose()?;
        Ok(Clause::Abandoned { at_most: share()?, after: after.map(|after| after.value) })
    } else if rule == Rule::busy {
        Ok(Clause::Busy { at_most: share()? })
    } else if rule == Rule::over {
        Ok(Clause::Over { fewer_than: share()?, over: duration()? })
    } else {
        build_point(&form)
    }
}

/// A point of a ladder. Without a share it is promised to all.
fn build_point(form: &Found<'_>) -> Attempt<Clause> {
    let (mut share, mut strict, mut deadline) = (Share::all(), false, None);
    for part in form.parts() {
        let rule = part.rule();
        if rule == Rule::more_than {
            strict = true;
        } else if rule == Rule::share {
            share = build_share(&part)?.value;
        } else if rule == Rule::duration {
            deadline = Some(Deadline::Within(build_duration(&part)?.value));
        } else if rule == Rule::same_time {
            let days = part.parts().next().ok_or(Fault::Stuck(part.start()))?;
            let working_days = build_amount(days.text(), days.start())?;
            deadline = Some(Deadline::SameTime { working_days });
        } else if rule == Rule::by_close {
            deadline = Some(within_working_days(working_day(&part)?));
        } else if rule == Rule::by_time {
            let time = build_time(&part.need(Rule::time)?)?.value;
            deadline = Some(Deadline::AtTime { working_day: working_day(&part)?, time });
        } else if rule == Rule::next_working_day {
            deadline = Some(within_working_days(1));
        }
    }
    let deadline = deadline.ok_or(Fault::Stuck(form.start()))?;
    Ok(Clause::Point { share, strict, deadline })
}

fn within_working_days(days: u32) -> Deadline {
    Deadline::Within(Duration::new(days, Unit::WorkingDay))
}

/// The number of a working day, from 1.
fn working_day(part: &Found<'_>) -> Attempt<u32> {
    let found = part.need(Rule::number)?;
    let number = build_amount(found.text(), found.start())?;
    if number == 0 {
        return Err(Miss::new(found.start(), found.end(), MisreadKind::ZeroDuration).into());
    }
    Ok(number)
}

impl fmt::Display for Promise {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, clause) in self.clauses.iter().enumerate() {
            if at > 0 {
                f.write_str(", ")?;
            }
            clause.value.fmt(f)?;
        }
        Ok(())
    }
}

impl fmt::Display for Clause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Point { share, strict, deadline } => {
                let more_than = if *strict { "more than " } else { "" };
                let joint = match deadline {
                    Deadline::AtTime { .. } => "by",
                    Deadline::Within(_) | Deadline::SameTime { .. } => "in",
                };
                write!(f, "{more_than}{share} {joint} {deadline}")
            }
            Self::Average(duration) => write!(f, "average {duration}"),
            Self::Abandoned { at_most, after: Some(after) } => write!(f, "at most {at_most} abandoned after {after}"),
            Self::Abandoned { at_most, after: None } => write!(f, "at most {at_most} abandoned"),
            Self::Busy { at_most } => write!(f, "at most {at_most} busy"),
            Self::Over { fewer_than, over } => write!(f, "fewer than {fewer_than} over {over}"),
            Self::Always => f.write_str("always"),
            Self::NoPromise => f.write_str("no promise"),
            Self::NotOffered => f.write_str("-"),
        }
    }
}
