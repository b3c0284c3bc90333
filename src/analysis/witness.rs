//! One concrete contact out of many: the one with the fewest unusual things about it.

use crate::analysis::code::Code;
use crate::analysis::point::Point;
use crate::analysis::solver::{Answer, Literal};
use crate::analysis::space::{Space, bounds};
use crate::policy::{
    Axis, AxisOf, ChannelId, ContactTypeId, Decimal, FieldId, FieldKind, FieldValue, Instant, LanguageId, NamedAxis,
    NamedValue, SegmentId, TimeOfDay, Weekday,
};

/// The language of a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spoken {
    /// Not known.
    Unknown,
    /// One that the strategy names.
    Named(LanguageId),
    /// One that it does not name.
    Other,
}

/// A contact that shows something to be so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Witness {
    /// The customer segment; none where there is none for the contact.
    pub customer: Option<SegmentId>,
    /// The contact type.
    pub contact_type: ContactTypeId,
    /// The channel.
    pub channel: ChannelId,
    /// The language.
    pub language: Spoken,
    /// The fields that are known.
    pub fields: Vec<(FieldId, FieldValue)>,
    /// When it arrives.
    pub at: Instant,
}

impl Witness {
    /// The value of a field, where it is known.
    #[must_use]
    pub fn field(&self, field: FieldId) -> Option<&FieldValue> {
        self.fields.iter().find(|(known, _)| *known == field).map(|(_, value)| value)
    }
}

/// Up to so many unusual things are tried in every combination; beyond, they are given up one after the other.
const MOST_UNUSUAL: usize = 3;
/// At most so many combinations are tried.
const MOST_COMBINATIONS: usize = 400;

/// The contact with the fewest unusual things of those for which these literals hold, and of those the first.
///
/// # Errors
///
/// The answer to the plain question, where it is not that there is one.
pub(crate) fn simplest(code: &mut Code<'_>, assumed: &[Literal]) -> Result<Point, Answer> {
    match code.ask(assumed) {
        Answer::Found => {}
        other @ (Answer::None | Answer::GivenUp) => return Err(other),
    }
    let mut point = code.found();
    let usual = usual_cells(code);
    let with = |code: &Code<'_>, kept: &[usize]| {
        let fixed = usual.iter().filter(|(place, _)| kept.contains(place));
        let fixed = fixed.flat_map(|(place, cell)| code.at(*place, *cell));
        assumed.iter().copied().chain(fixed).collect::<Vec<_>>()
    };
    let places: Vec<usize> = usual.iter().map(|(place, _)| *place).collect();
    let can = |code: &mut Code<'_>, kept: &[usize]| {
        let question = with(code, kept);
        code.ask(&question) == Answer::Found
    };
    let free: Vec<usize> = places.iter().copied().filter(|place| can(code, &[*place])).collect();
    let kept = most_usual(&free, |kept| can(code, kept));
    // What is not usual is as usual as it can be, axis after axis.
    let mut question = with(code, &kept);
    for place in places.iter().filter(|place| !kept.contains(place)) {
        let found = open_cells(code, *place, assumed).into_iter().find_map(|cell| {
            let mut narrower = question.clone();
            narrower.extend(code.at(*place, cell));
            (code.ask(&narrower) == Answer::Found).then_some(narrower)
        });
        if let Some(narrower) = found {
            question = narrower;
        }
    }
    if code.ask(&question) == Answer::Found {
        point = code.found();
    }
    Ok(point)
}

/// The cells of an axis that the assumptions themselves do not exclude, in order: where they name the cell, only that.
fn open_cells(code: &Code<'_>, place: usize, assumed: &[Literal]) -> Vec<u32> {
    let cells = code.space.possible.get(place).map_or(&[][..], Vec::as_slice);
    let named = cells.iter().find(|cell| matches!(code.at(place, **cell).as_slice(), [only] if assumed.contains(only)));
    let excluded = |cell: u32| code.at(place, cell).iter().any(|literal| assumed.contains(&!*literal));
    named.map_or_else(|| cells.iter().copied().filter(|cell| !excluded(*cell)).collect(), |cell| vec![*cell])
}

/// The usual cell of each axis that says something of its own.
fn usual_cells(code: &Code<'_>) -> Vec<(usize, u32)> {
    let axes = code.space.axes.list().iter().zip(&code.space.possible).enumerate();
    let own = axes.filter(|(_, (axis, _))| !axis.is_term());
    own.filter_map(|(place, (_, possible))| Some((place, possible.first().copied()?))).collect()
}

/// The most of these places that can be usual together.
fn most_usual(free: &[usize], mut can: impl FnMut(&[usize]) -> bool) -> Vec<usize> {
    let mut tried = 0;
    for unusual in 0..=MOST_UNUSUAL.min(free.len()) {
        for dropped in combinations(free.len(), unusual, 0) {
            tried += 1;
            if tried > MOST_COMBINATIONS {
                return one_by_one(free, can);
            }
            // The last axes are given up first: customer, contact type and channel are what a story begins with.
            let kept = (0..free.len()).rev().filter(|at| !dropped.contains(&(free.len() - 1 - at)));
            let mut kept: Vec<usize> = kept.filter_map(|at| free.get(at).copied()).collect();
            kept.sort_unstable();
            if can(&kept) {
                return kept;
            }
        }
    }
    one_by_one(free, can)
}

fn one_by_one(free: &[usize], mut can: impl FnMut(&[usize]) -> bool) -> Vec<usize> {
    let mut kept = Vec::new();
    for place in free {
        kept.push(*place);
        if !can(&kept) {
            kept.pop();
        }
    }
    kept
}

/// All ways to take `take` of the numbers from `first` on and below `of`, in order.
fn combinations(of: usize, take: usize, first: usize) -> Vec<Vec<usize>> {
    if take == 0 {
        return vec![Vec::new()];
    }
    (first..of)
        .flat_map(|start| {
            combinations(of, take - 1, start + 1).into_iter().map(move |mut rest| {
                rest.insert(0, start);
                rest
            })
        })
        .collect()
}

impl Space<'_> {
    /// The contact of these cells.
    pub(crate) fn witness(&self, point: &Point) -> Witness {
        let cell = |of: AxisOf| Some(*point.get(self.axes.place(of)?)?);
        let name = |axis: NamedAxis| cell(AxisOf::Named(axis)).and_then(|cell| u16::try_from(cell).ok());
        let language = self.axes.place(AxisOf::Named(NamedAxis::Language));
        let language = language.and_then(|place| Some(self.axis(place)?.value(*point.get(place)?)));
        let spoken = match language.unwrap_or(NamedValue::Unknown) {
            NamedValue::At(language) => Spoken::Named(LanguageId(language)),
            NamedValue::Other => Spoken::Other,
            NamedValue::Unknown => Spoken::Unknown,
        };
        let customer = name(NamedAxis::Customer).map(SegmentId).filter(|id| self.policy.segment(*id).is_some());
        let fields = self.axes.list().iter().zip(point).filter_map(|(axis, cell)| self.field_value(axis, *cell));
        Witness {
            customer,
            contact_type: ContactTypeId(name(NamedAxis::ContactType).unwrap_or(0)),
            channel: ChannelId(name(NamedAxis::Channel).unwrap_or(0)),
            language: spoken,
            fields: fields.collect(),
            at: self.instant(point),
        }
    }

    fn field_value(&self, axis: &Axis, cell: u32) -> Option<(FieldId, FieldValue)> {
        if cell == axis.unknown() {
            return None;
        }
        match axis.of {
            AxisOf::Number(field) => {
                let kind = self.policy.field(field).map(|field| &field.kind);
                let (low, high) = bounds(kind);
                let (least, greatest) = axis.numbers(cell);
                let (least, greatest) = (least.max(low), [greatest, high].into_iter().flatten().min());
                // A length of time is written as a second at the least.
                let second = Some(Decimal::whole(1)).filter(|_| kind == Some(&FieldKind::Time));
                let sayable = second.filter(|second| greatest.is_none_or(|greatest| *second <= greatest));
                Some((field, FieldValue::Number(round(least.max(sayable), greatest))))
            }
            AxisOf::Named(NamedAxis::Field(field)) => {
                let text = matches!(self.policy.field(field).map(|field| &field.kind), Some(FieldKind::Text));
                let value = match axis.value(cell) {
                    _ if text => FieldValue::Text("known".into()),
                    NamedValue::At(name) => FieldValue::Name(Some(name)),
                    NamedValue::Other | NamedValue::Unknown => FieldValue::Name(None),
                };
                Some((field, value))
            }
            AxisOf::Named(_) | AxisOf::Desk(_) | AxisOf::Term(_) => None,
        }
    }

    /// An instant at which it is so on the axes of time.
    fn instant(&self, point: &Point) -> Instant {
        if let Some(moment) = self.moments_of(point).next() {
            return moment.at;
        }
        let day = self.axes.place(AxisOf::Named(NamedAxis::Day)).and_then(|place| point.get(place).copied());
        let weekday = day.unwrap_or_else(|| Weekday::Tuesday.index().into());
        let first = self.policy.first_day();
        let date = (0..7).map(|days| first.plus_days(days)).find(|date| u32::from(date.weekday().index()) == weekday);
        let ten = TimeOfDay::new(10, 0).unwrap_or(TimeOfDay::MIDNIGHT);
        self.policy.time_zone.first_at(date.unwrap_or(first), ten)
    }
}

/// A number from the least to the greatest that is easy to say: one with few digits, and of those the one nearest to 0.
fn round(least: Option<Decimal>, greatest: Option<Decimal>) -> Decimal {
    let (least, greatest) = (least.map(Decimal::billionths), greatest.map(Decimal::billionths));
    let inside = |number: i64| least.is_none_or(|least| least <= number) && greatest.is_none_or(|most| number <= most);
    let mut step: i64 = 1_000_000_000;
    while step > 0 {
        let up = |number: i64| number.div_euclid(step) + i64::from(number.rem_euclid(step) != 0);
        let candidates =
            [Some(0), least.map(|least| up(least) * step), greatest.map(|most| most.div_euclid(step) * step)];
        let found = candidates.into_iter().flatten().filter(|number| inside(*number)).min_by_key(|number| number.abs());
        if let Some(found) = found {
            return Decimal::from_billionths(found);
        }
        step /= 10;
    }
    Decimal::from_billionths(least.or(greatest).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_told_with_few_digits() {
        let number = |text: &str| Decimal::parse(text);
        for (least, greatest, told) in [
            (None, None, "0"),
            (number("-1"), number("-0.300000001"), "-1"),
            (number("10000.000000001"), None, "10001"),
            (number("0.2"), number("0.29"), "0.2"),
            (number("0.21"), number("0.29"), "0.21"),
            (None, number("-4.5"), "-5"),
            (number("5.000000001"), number("5.000000001"), "5.000000001"),
        ] {
            assert_eq!(round(least, greatest).to_string(), told, "{least:?} to {greatest:?}");
        }
    }

    #[test]
    fn each_combination_comes_once() {
        assert_eq!(combinations(4, 2, 0), [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]]);
        assert_eq!(combinations(3, 0, 0), [[0_usize; 0]]);
        assert_eq!(combinations(2, 3, 0), Vec::<Vec<usize>>::new());
    }
}
