//! An instant as programs write it.

use crate::calendar::civil::{DAY, date_of};
use crate::calendar::instant::Instant;

/// An instant in RFC 3339, `2026-11-24T09:00:00+01:00`: at hand as text, mostly without memory of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp(Form);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Form {
    /// With an offset.
    Offset([u8; 25]),
    /// Any other.
    Text(String),
}

impl Stamp {
    /// An instant on a clock that is so many seconds ahead of UTC. RFC 3339 can only say whole minutes and years of four
    /// digits; any other instant is given in UTC.
    pub(crate) fn new(instant: Instant, offset: i64) -> Self {
        let reading = instant.seconds().saturating_add(offset);
        let (year, month, day) = date_of(reading.div_euclid(DAY));
        if offset % 60 != 0 || !(0..10_000).contains(&year) {
            return Self(Form::Text(instant.to_string()));
        }
        let time = reading.rem_euclid(DAY);
        let sign = if offset < 0 { b'-' } else { b'+' };
        let size = offset.abs();
        let [y1, y2] = digits(year / 100);
        let [y3, y4] = digits(year % 100);
        let [o1, o2] = digits(month.into());
        let [d1, d2] = digits(day.into());
        let [h1, h2] = digits(time / 3600);
        let [m1, m2] = digits(time / 60 % 60);
        let [s1, s2] = digits(time % 60);
        let [p1, p2] = digits(size / 3600);
        let [q1, q2] = digits(size / 60 % 60);
        Self(Form::Offset([
            y1, y2, y3, y4, b'-', o1, o2, b'-', d1, d2, b'T', h1, h2, b':', m1, m2, b':', s1, s2, sign, p1, p2, b':',
            q1, q2,
        ]))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Form::Offset(text) => std::str::from_utf8(text).unwrap_or_default(),
            Form::Text(text) => text,
        }
    }
}

/// The two digits of a number below 100.
fn digits(number: i64) -> [u8; 2] {
    let digit = |number: i64| b'0' + u8::try_from(number % 10).unwrap_or(0);
    [digit(number / 10), digit(number)]
}
