//! What is wrong with a phrase: one kind for each near miss that people write.

use crate::calendar::{Date, TimeOfDay, Unit, Weekday};
use crate::notation::phrase::Phrase;

/// What is wrong with a phrase. One variant for each near miss that people write; `Unreadable` for all else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MisreadKind {
    /// Longer than any phrase may be.
    TooLong {
        /// The longest that is read, in bytes.
        limit_bytes: usize,
    },
    /// Nothing is written.
    Empty {
        /// What should be.
        wanted: Phrase,
    },
    /// None of the near misses below.
    Unreadable {
        /// What it should have been.
        wanted: Phrase,
    },
    /// A character that text programs put in place of the plain one: a long dash, a curly quote, a hard blank.
    OddCharacter {
        /// The character.
        found: char,
        /// What to write in its place; may be nothing.
        write: &'static str,
    },
    /// Blanks too many or too few.
    Blanks,
    /// A word or sign that the language says in another way: `within` for `in`, `>` for `above`, `AND` for `and`.
    WrongWord {
        /// As written.
        found: String,
        /// As the language says it.
        write: String,
    },
    /// Parts are joined by something else than what joins them here.
    WrongSeparator {
        /// As written.
        found: String,
        /// What joins the parts.
        write: &'static str,
    },
    /// Nothing stands between two commas, or after the last one.
    EmptyItem,
    /// Words that the phrase does not need: `of calls` in `80% of calls in 20 s`.
    ExtraWords {
        /// The words.
        found: String,
    },
    /// Something that must follow is not there, such as the date after `updated`.
    MissingPart {
        /// What is missing.
        wanted: Phrase,
    },
    /// A word that stands for the whole value beside others, such as `always` in a ladder.
    OnlyAlone {
        /// The word.
        word: String,
    },

    /// A whole number was needed, written as digits only.
    NumberForm {
        /// As written: `1_000`, `1,000`, `012`, `12 people`.
        found: String,
    },
    /// A number that is a thousand times another one in another country: `1.000`.
    NumberEitherWay {
        /// As written.
        found: String,
    },
    /// A number greater than any that makes sense here.
    NumberTooLarge {
        /// As written.
        found: String,
    },
    /// Two numbers where one must stand: `10-15 min`, `4 to 6`.
    TwoNumbers {
        /// As written.
        found: String,
    },
    /// A length of time as phone systems report it: `00:06:00`.
    ReportedLength(String),
    /// A length of time as a clock shows it: `2:30`.
    ClockLength {
        /// As written.
        found: String,
    },
    /// Words where a number must stand.
    NotANumber {
        /// As written.
        found: String,
    },

    /// A length of time without its unit.
    NoUnit {
        /// The bare number.
        number: String,
    },
    /// `m` (minutes or months) or `d` (days or working days).
    AmbiguousUnit {
        /// The number.
        number: String,
        /// The unit as written.
        found: String,
    },
    /// A unit in another spelling: `mins`, `hours`, `1 days`.
    UnitForm {
        /// As written.
        found: String,
        /// The unit that is meant.
        unit: Unit,
    },
    /// A unit that the language does not have.
    UnknownUnit {
        /// As written.
        found: String,
    },
    /// No blank between number and unit.
    NoBlankBeforeUnit {
        /// The number.
        number: String,
        /// The unit.
        unit: String,
    },
    /// Part of a unit: `1.5 h`. Lengths of time are whole numbers.
    FractionOfUnit {
        /// The number as written.
        number: String,
        /// Its unit.
        unit: Unit,
    },
    /// Two units in one length of time: `1 h 30 min`.
    TwoUnits,
    /// Two lengths of time in one place: `2 min and 4 min`.
    TwoLengths {
        /// As written.
        found: String,
    },
    /// A number of people from a time on that is not after the one before.
    ShiftOrder {
        /// The time before.
        before: TimeOfDay,
        /// This time.
        from: TimeOfDay,
    },
    /// The same day, or at once: no length of time, and no time of day.
    SameDay {
        /// As written.
        found: String,
    },
    /// Until what time of a day, but not of which day.
    NoWorkingDay {
        /// As written.
        found: String,
        /// The clause with the first working day after receipt.
        write: String,
    },
    /// Rings of a telephone as a unit.
    Rings {
        /// How many.
        number: String,
    },
    /// Business days, which the language calls working days.
    BusinessDays {
        /// How many.
        number: String,
    },
    /// A length of time as computers write it: `PT4H`.
    IsoDuration,
    /// No time at all: `0 min`.
    ZeroDuration,

    /// A share without its percent sign: `80`.
    ShareWithoutSign {
        /// The bare number.
        number: String,
    },
    /// A share as a fraction of one: `0.8`.
    ShareAsFraction {
        /// As written.
        number: String,
    },
    /// A share with a blank, a word or a comma in it: `80 %`, `80 percent`, `80,5%`.
    ShareForm {
        /// As written.
        found: String,
    },
    /// More than the whole.
    ShareOverWhole {
        /// The number of percent.
        number: String,
    },
    /// Less than nothing.
    NegativeShare {
        /// The number of percent.
        number: String,
    },

    /// A date that the calendar does not have.
    NoSuchDate {
        /// The year.
        year: u32,
        /// The month as written; may be above 12.
        month: u32,
        /// The day as written.
        day: u32,
        /// How many days that month has, where there is such a month.
        days_in_month: Option<u8>,
    },
    /// A date in another form: `31/12/2026`, `1 Dec 2026`, `2026-2-9`.
    DateForm {
        /// As written.
        found: String,
    },
    /// A date whose day and month could be either way round: `01/02/2026`.
    DateEitherWay {
        /// As written.
        found: String,
    },
    /// A day of no stated year: `25 December`.
    DateWithoutYear {
        /// As written.
        found: String,
        /// The month, as a number.
        month: u32,
        /// The day of the month.
        day: u32,
    },
    /// A stretch of dates where one date belongs.
    SeveralDates {
        /// As written.
        found: String,
    },
    /// Several dates in another form: `24-26 December 2026`.
    DatesForm(String),
    /// Several dates whose days and months could be either way round: `1/2-3/2/2026`.
    DatesEitherWay(String),
    /// A stretch of dates of no stated year: `24-26 December`.
    DatesWithoutYear {
        /// As written.
        found: String,
        /// The stretch in one year, as it is written.
        example: String,
    },
    /// `none` where dates are listed.
    NoDates(String),
    /// The end of a range comes before its start.
    RangeBackwards {
        /// Its start.
        from: Date,
        /// Its end.
        to: Date,
    },

    /// A time of day in another form: `9:00`, `0900`, `9am`, `08.30`.
    TimeForm {
        /// As written.
        found: String,
    },
    /// An hour past the end of the day: `25:00`, `24:30`.
    HourPastMidnight {
        /// The hour as written.
        hour: u32,
        /// The minute as written.
        minute: u32,
    },
    /// A minute (or second) that the clock does not have.
    MinutePastHour {
        /// As written.
        minute: u32,
    },

    /// A weekday in another spelling: `Monday`, `mon`, `Tues`.
    DayName {
        /// As written.
        found: String,
        /// The day that is meant.
        day: Weekday,
    },
    /// A word for several days: `daily`, `weekdays`.
    DayWord {
        /// As written.
        found: String,
        /// The days as the language says them.
        write: &'static str,
    },
    /// `24/7` and its like, for `always`.
    RoundTheClock {
        /// As written.
        found: String,
    },
    /// A span that ends before it begins: the wrong way round, or over midnight.
    EndsBeforeStart {
        /// When it begins.
        from: TimeOfDay,
        /// When it ends.
        to: TimeOfDay,
    },
    /// A span that begins and ends at the same time.
    NoLength {
        /// The time.
        time: TimeOfDay,
    },
    /// A span that begins at 24:00, which is the end of a day.
    BeginsAtDayEnd,
    /// Times without days.
    NoDays,
    /// Days without times.
    NoTimes {
        /// The days as written.
        found: String,
    },
    /// A span of which only the beginning is written.
    NoEnd {
        /// The only time.
        from: String,
    },
    /// Bare hours of the clock: `9-5`.
    BareHours {
        /// As written.
        found: String,
    },
    /// The times before the days: `8am to 10pm daily`.
    DaysLast {
        /// The days as written.
        days: String,
    },
    /// A holiday by its name, where a date is needed: `Good Friday`.
    HolidayByName {
        /// As written.
        found: String,
    },
    /// `closed` for a day of the week: days that are not listed are closed.
    ClosedDay {
        /// As written.
        found: String,
    },
    /// A colon after the days.
    ColonAfterDays,
    /// A time zone among the hours: `Mon-Fri 08:00-20:00 GMT`.
    ZoneInHours {
        /// As written.
        found: String,
    },
    /// `bank holidays`, which the language calls public holidays.
    BankHolidays,
    /// Public holidays of no stated country or region.
    HolidaysWithoutRegion,
    /// `UK holidays`: the region comes last.
    RegionBeforeHolidays {
        /// The region as written.
        region: String,
    },

    /// `80/20`, as people say it.
    SpokenPromise(String),
    /// `20/80`: the same the other way round, or a share of 20%.
    SpokenEitherWay(String),
    /// The time before the share: `20 s in 80%`.
    SwappedPromise,
    /// A deadline without a share: `4 h`, `max 2 min`.
    NoShare {
        /// As written.
        found: String,
        /// The deadline as the language writes it.
        deadline: String,
    },
    /// Something else than a time after the share: `80% in a while`.
    NoTimeOfShare {
        /// As written.
        found: String,
        /// What stands before it.
        before: String,
    },
    /// A promise that is a number alone: `30`.
    BareNumber {
        /// The number.
        number: String,
    },
    /// Nobody is answered in no time: `80% in 0 s`.
    InNoTime {
        /// The time as written.
        found: String,
    },
    /// A promise to nobody, or to more than all: `0% in 30 s`, `at most 100% busy`, `more than 100% in 20 s`.
    ToNobody {
        /// The clause as written.
        found: String,
        /// Whether it can be kept whatever happens; else it cannot be kept at all.
        kept: bool,
    },
    /// `n/a`, `none`: either not offered (`-`) or answered without a promise (`no promise`).
    NotOfferedWord {
        /// As written.
        found: String,
    },
    /// `TBD`, `?`: an empty cell is a gap, and says so.
    Undecided {
        /// As written.
        found: String,
    },

    /// `or`: a comma within one test, another rule for another test.
    Or {
        /// Whether it joins two tests (else it joins two names of one test).
        between_tests: bool,
    },
    /// Brackets: conditions have none.
    Brackets,
    /// No field has that name.
    UnknownField {
        /// The words before the comparison.
        found: String,
    },
    /// `always`, `everything`: what holds for every contact is no test.
    HoldsForAll {
        /// As written.
        found: String,
    },
    /// A desk that is neither open nor closed: `desk Main desk is shut`.
    DeskState {
        /// As written.
        found: String,
    },
    /// Whether a desk is open, but not which: `desk is closed`, `out of hours`.
    WhichDesk {
        /// As written.
        found: String,
        /// Whether it asks for one that is open.
        open: bool,
    },
    /// A bracket without the other one.
    LoneBracket,
    /// A test without a comparison.
    NoComparison {
        /// As written.
        found: String,
    },
    /// A test without a value.
    NoValue {
        /// The field.
        field: String,
    },
    /// An `and` with nothing after it.
    DanglingAnd,
    /// A lower end above the upper end: `between 5 and 1`.
    BetweenBackwards,

    /// A feedback loop that does not say when: `every week`, `same day`, `within 15 min`.
    NoFrequency {
        /// What stands where it should.
        found: String,
    },
    /// A contact line without the channel: `TYPE on CHANNEL`.
    NoChannel {
        /// What stands where type and channel should.
        found: String,
    },
    /// A contact line whose channel is not known.
    UnknownChannel {
        /// As written.
        found: String,
    },
    /// A contact line that does not say when it comes: `Tue 12:00`.
    NoMoment {
        /// What stands where it should; empty where nothing does.
        found: String,
    },
    /// A rate that does not say per what time: `400`.
    NoRateUnit {
        /// The bare number.
        number: String,
    },
    /// A rate per something else than h, day, week or month: `400 per fortnight`.
    RateUnit {
        /// As written.
        found: String,
    },
    /// An amount of money without its currency.
    NoCurrency {
        /// The amount.
        amount: String,
    },
    /// An amount of money in another form: `£4.50`, `GBP 4.50`.
    MoneyForm {
        /// As written.
        found: String,
    },
}
