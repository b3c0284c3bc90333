//! The kinds of phrases, each with an example that reads.

/// A kind of phrase, for saying what a value should have been.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phrase {
    /// `45 min`
    Duration,
    /// `80%`
    Share,
    /// `2026-12-01`
    Date,
    /// `2026-12-24 to 2026-12-27`
    DateRange,
    /// `08:30`
    TimeOfDay,
    /// `Mon-Fri 08:00-20:00, Sat 09:00-17:00`
    Hours,
    /// `10:00-14:00, 16:00-18:00`
    DayHours,
    /// `public holidays in England, 2027-06-18`
    ClosedOn,
    /// `80% in 20 s`
    Promise,
    /// `customer is Trail Club and channel is phone, chat`
    Condition,
    /// `Dana Okafor, Marketing, updated 2026-10-12`
    Owner,
    /// `Citizen charter, example.org/charter, as of 2026-10-12`
    SourceNote,
    /// `live since 2026-10-12`
    Status,
    /// `50 per h`
    Rate,
    /// `4.50 GBP`
    Money,
    /// `12`
    Count,
    /// `yes`
    YesNo,
    /// `400 per day, plus or minus 20%`
    Volume,
    /// `4 from 08:00, 9 from 12:00`
    People,
    /// `blended with email, phone first`
    Mix,
    /// `orders, German (fluent)`
    Skills,
    /// `number from -1 to 1`
    FieldType,
    /// `Product team, every week, top 10 reasons`
    Loop,
    /// `tell Duty manager`
    Escalation,
    /// `answered by Safety desk, promise at most 15 min`
    Claims,
    /// `customer is Trail Club with customer is Everyone else`
    Comparison,
    /// `Order help on phone from Trail Club, Tue 12:00`
    Contact,
    /// `Club team, answer in 30 s`
    Expectations,
    /// `phone, chat`
    List,
}

impl Phrase {
    /// Every kind of phrase.
    pub const ALL: [Self; 29] = [
        Self::Duration,
        Self::Share,
        Self::Date,
        Self::DateRange,
        Self::TimeOfDay,
        Self::Hours,
        Self::DayHours,
        Self::ClosedOn,
        Self::Promise,
        Self::Condition,
        Self::Owner,
        Self::SourceNote,
        Self::Status,
        Self::Rate,
        Self::Money,
        Self::Count,
        Self::YesNo,
        Self::Volume,
        Self::People,
        Self::Mix,
        Self::Skills,
        Self::FieldType,
        Self::Loop,
        Self::Escalation,
        Self::Claims,
        Self::Comparison,
        Self::Contact,
        Self::Expectations,
        Self::List,
    ];

    /// A phrase of this kind that reads, for showing.
    #[must_use]
    pub fn example(self) -> &'static str {
        match self {
            Self::Duration => "45 min",
            Self::Share => "80%",
            Self::Date => "2026-12-01",
            Self::DateRange => "2026-12-24 to 2026-12-27",
            Self::TimeOfDay => "08:30",
            Self::Hours => "Mon-Fri 08:00-20:00, Sat 09:00-17:00",
            Self::DayHours => "10:00-14:00, 16:00-18:00",
            Self::ClosedOn => "public holidays in England, 2027-06-18",
            Self::Promise => "80% in 20 s",
            Self::Condition => "customer is Trail Club and channel is phone, chat",
            Self::Owner => "Dana Okafor, Marketing, updated 2026-10-12",
            Self::SourceNote => "Citizen charter, example.org/charter, as of 2026-10-12",
            Self::Status => "live since 2026-10-12",
            Self::Rate => "50 per h",
            Self::Money => "4.50 GBP",
            Self::Count => "12",
            Self::YesNo => "yes",
            Self::Volume => "400 per day, plus or minus 20%",
            Self::People => "4 from 08:00, 9 from 12:00",
            Self::Mix => "blended with email, phone first",
            Self::Skills => "orders, German (fluent)",
            Self::FieldType => "number from -1 to 1",
            Self::Loop => "Product team, every week, top 10 reasons",
            Self::Escalation => "tell Duty manager",
            Self::Claims => "answered by Safety desk, promise at most 15 min",
            Self::Comparison => "customer is Trail Club with customer is Everyone else",
            Self::Contact => "Order help on phone from Trail Club, Tue 12:00",
            Self::Expectations => "Club team, answer in 30 s",
            Self::List => "phone, chat",
        }
    }
}
