//! A desk: the hours of one or more channels.

use crate::calendar::Hours;
use crate::policy::who::ChannelSet;

/// Whose clock a desk's hours are read on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum DeskZone {
    /// The zone of the hours.
    #[default]
    Own,
    /// The zone of each customer; the zone of the hours where a contact does not say.
    Customers,
}

/// A desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Desk {
    /// The name.
    pub name: String,
    /// When contacts are accepted. Public holidays have become dates.
    pub hours: Hours,
    /// Whose clock the hours are read on.
    pub zone: DeskZone,
    /// When people answer, if that differs.
    pub staffed: Option<Hours>,
    /// What the customer gets when it is closed.
    pub when_closed: Option<String>,
    /// The channels that it lists, by name, kind or family.
    pub channels: Vec<ChannelSet>,
    /// The last year for which the public holidays that it closes on are known.
    pub holidays_known_until: Option<i16>,
}
