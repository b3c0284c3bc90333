//! Days as numbers: how dates and the line of local seconds are counted, without a zone.

/// Seconds of a nominal day on a wall clock. A real day may be longer or shorter; the readings never are.
pub(crate) const DAY: i64 = 86_400;

/// The number of days from 1970-01-01 to a date of the Gregorian calendar.
///
/// Years are counted from March, so that the leap day is the last of its year, in cycles of 400 years of 146,097 days.
pub(crate) fn day_number(year: i64, month: u8, day: u8) -> i64 {
    let month = i64::from(month);
    let year = if month <= 2 { year - 1 } else { year };
    let (cycle, year_of_cycle) = (year.div_euclid(400), year.rem_euclid(400));
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + i64::from(day) - 1;
    cycle * 146_097 + year_of_cycle * 365 + year_of_cycle / 4 - year_of_cycle / 100 + day_of_year - 719_468
}

/// Year, month and day of a day number: the inverse of [`day_number`].
pub(crate) fn date_of(day_number: i64) -> (i64, u8, u8) {
    let days = day_number + 719_468;
    let (cycle, day_of_cycle) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_cycle = (day_of_cycle - day_of_cycle / 1_460 + day_of_cycle / 36_524 - day_of_cycle / 146_096) / 365;
    let day_of_year = day_of_cycle - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = cycle * 400 + year_of_cycle + i64::from(month <= 2);
    (year, u8::try_from(month).unwrap_or(1), u8::try_from(day).unwrap_or(1))
}

/// 0 for Monday to 6 for Sunday.
pub(crate) fn weekday_index(day_number: i64) -> usize {
    usize::try_from((day_number + 3).rem_euclid(7)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_dates_agree_with_the_time_crate() {
        let mut date = jiff::civil::date(1, 1, 1);
        let first = day_number(1, 1, 1);
        assert_eq!(day_number(1970, 1, 1), 0);
        for step in 0..400_000 {
            let (year, month, day) = date_of(first + step);
            assert_eq!((year, month, day), (date.year().into(), date.month() as u8, date.day() as u8));
            assert_eq!(day_number(year, month, day), first + step);
            assert_eq!(weekday_index(first + step), date.weekday().to_monday_zero_offset() as usize);
            date = date.tomorrow().unwrap();
        }
        assert_eq!(date_of(day_number(9999, 12, 31)), (9999, 12, 31));
    }
}
