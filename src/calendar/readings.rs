//! The readings of the wall clock at which one desk is open, as spans on the line of local seconds.
//!
//! The line has every nominal second of every date, whether a zone's clocks show it or not, so nothing here knows a
//! zone. The desk is open at an instant when the reading at that instant lies in one of these spans.

use crate::calendar::civil::{DAY, weekday_index};
use crate::calendar::hours::{Closure, DaySpan, Hours};
use crate::calendar::spans::{Span, difference, joined, push, union, within};
use crate::calendar::weekly::WeeklyHours;

/// What a week says on its own, without dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Never open.
    Never,
    /// Open at every reading.
    Always,
    /// Open at some readings and closed at others.
    Mixed,
}

/// The hours of one desk, sorted out for placing on the line.
#[derive(Debug, Clone)]
pub(crate) struct Readings {
    weekly: Week,
    /// First and last day number, and the week.
    seasons: Vec<(i64, i64, Week)>,
    /// Whole dates on which neither week counts: closed dates and special days.
    masked: Vec<Span>,
    /// The spans of special days, as far as they count.
    special: Vec<Span>,
    /// Parts of days that are taken out last.
    taken_out: Vec<Span>,
    /// The reading after which only the weekly hours count.
    dated_until: i64,
}

impl Readings {
    pub(crate) fn new(hours: &Hours) -> Self {
        let day = |number: i64| number * DAY;
        let mut masked = Vec::new();
        let mut taken_out = Vec::new();
        for closure in &hours.closed {
            let Closure::Dates { from, to, name: _, part } = closure;
            let (from, to) = (from.day_number(), to.day_number());
            match part {
                None => masked.push((day(from), day(to + 1))),
                Some((start, end)) => {
                    let part =
                        |number| (day(number) + i64::from(start.seconds()), day(number) + i64::from(end.seconds()));
                    taken_out.extend((from..=to).map(part));
                }
            }
        }
        masked.extend(hours.special.iter().map(|special| {
            let number = special.date.day_number();
            (day(number), day(number + 1))
        }));
        let masked = joined(masked);
        let (mut on_the_date, mut carried_over) = (Vec::new(), Vec::new());
        for special in &hours.special {
            let start = day(special.date.day_number());
            for (from, to) in special.spans.iter().map(seconds_of_day) {
                on_the_date.push((start + from, start + to.min(DAY)));
                carried_over.push((start + from.max(DAY), start + to));
            }
        }
        let special = union(difference(joined(carried_over), &masked), &joined(on_the_date));
        let seasons: Vec<_> = hours
            .seasons
            .iter()
            .map(|season| (season.from.day_number(), season.to.day_number(), Week::new(&season.weekly)))
            .collect();
        let taken_out = joined(taken_out);
        let ends = [&masked, &special, &taken_out].map(|list| list.last().map_or(i64::MIN, |span| span.1));
        // What a season's last date carries over ends at most a day later.
        let seasons_end = seasons.iter().map(|(_, to, _)| day(to + 2)).max().unwrap_or(i64::MIN);
        let dated_until = ends.into_iter().fold(seasons_end, i64::max);
        Self { weekly: Week::new(&hours.weekly), seasons, masked, special, taken_out, dated_until }
    }

    /// The spans of the readings from `from` up to but not including `to`, in order and joined. Within a day of the two
    /// ends they may be incomplete.
    pub(crate) fn open(&self, from: i64, to: i64) -> Vec<Span> {
        let mut spans = Vec::new();
        for number in from.div_euclid(DAY)..to.div_euclid(DAY) + 1 {
            let season = self.seasons.iter().find(|(first, last, _)| (*first..=*last).contains(&number));
            let week = season.map_or(&self.weekly, |(_, _, week)| week);
            for (start, end) in week.on(number) {
                push(&mut spans, (number * DAY + start, number * DAY + end));
            }
        }
        let spans = difference(spans, within(&self.masked, from, to));
        let spans = union(spans, within(&self.special, from, to));
        difference(spans, within(&self.taken_out, from, to))
    }

    /// What the weekly hours say on their own.
    pub(crate) fn shape(&self) -> Shape {
        self.weekly.shape()
    }

    /// The reading from which on only the weekly hours count.
    pub(crate) fn dated_until(&self) -> i64 {
        self.dated_until
    }
}

/// Spans by the weekday on which they begin, from Monday, in seconds of that day; they may run on past its end.
#[derive(Debug, Clone, Default)]
struct Week([Vec<Span>; 7]);

impl Week {
    fn new(weekly: &WeeklyHours) -> Self {
        let mut week = Self::default();
        match weekly {
            WeeklyHours::Always => week.0.iter_mut().for_each(|spans| spans.push((0, DAY))),
            WeeklyHours::Never => {}
            WeeklyHours::Spans(spans) => {
                for span in spans {
                    let on_day = seconds_of_day(&DaySpan { from: span.from, to: span.to, next_day: span.next_day });
                    for day in span.days.iter() {
                        if let Some(spans) = week.0.get_mut(usize::from(day.index())) {
                            spans.push(on_day);
                        }
                    }
                }
            }
        }
        Self(week.0.map(joined))
    }

    fn on(&self, day_number: i64) -> impl Iterator<Item = Span> + '_ {
        self.0.get(weekday_index(day_number)).into_iter().flatten().copied()
    }

    fn shape(&self) -> Shape {
        // The last day is placed before the first as well, for what it carries over.
        let mut spans = Vec::new();
        for number in 0..8 {
            for (from, to) in self.on(number) {
                push(&mut spans, (number * DAY + from, number * DAY + to));
            }
        }
        match within(&spans, DAY, 8 * DAY) {
            [] => Shape::Never,
            [(from, to)] if *from <= DAY && *to >= 8 * DAY => Shape::Always,
            _ => Shape::Mixed,
        }
    }
}

/// A span in seconds from the start of its date.
fn seconds_of_day(span: &DaySpan) -> Span {
    let to = i64::from(span.to.seconds()) + if span.next_day { DAY } else { 0 };
    (span.from.seconds().into(), to)
}
