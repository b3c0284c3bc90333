//! Desks taken together, on the clock of one customer: when they accept contacts, and when people answer.

use crate::calendar::{Combination, Hours, Instant, Timetable, Zone};
use crate::policy::desk::{Desk, DeskZone};

/// The hours of one desk, or of those who have hours of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeskHours {
    /// Whose clock they are read on.
    pub zone: DeskZone,
    /// When contacts are accepted.
    pub hours: Hours,
    /// When people answer, if that differs.
    pub staffed: Option<Hours>,
}

impl From<&Desk> for DeskHours {
    fn from(desk: &Desk) -> Self {
        Self { zone: desk.zone, hours: desk.hours.clone(), staffed: desk.staffed.clone() }
    }
}

impl DeskHours {
    fn read_on(&self, hours: &Hours, customer: Option<&Zone>) -> Hours {
        match (self.zone, customer) {
            (DeskZone::Customers, Some(zone)) => Hours { zone: zone.clone(), ..hours.clone() },
            (DeskZone::Customers, None) | (DeskZone::Own, _) => hours.clone(),
        }
    }
}

/// The hours of some desks taken together, open when any of them is, ready for questions.
#[derive(Debug, Clone)]
pub struct DeskTables {
    /// When contacts are accepted: any of the desks is open. Promises run on it.
    pub accepting: Timetable,
    staffed: Option<Timetable>,
}

impl DeskTables {
    /// For a customer in a zone; where that is not known, on the desks' own clocks. Worked out around an instant first.
    #[must_use]
    pub fn new(desks: &[DeskHours], customer: Option<&Zone>, around: Instant) -> Self {
        let hours: Vec<_> = desks.iter().map(|desk| desk.read_on(&desk.hours, customer)).collect();
        let accepting = Timetable::new(&hours, around);
        let staffed = desks.iter().any(|desk| desk.staffed.is_some()).then(|| {
            let answering = desks.iter().zip(hours).map(|(desk, hours)| match &desk.staffed {
                None => Combination::Desk(hours),
                Some(staffed) => Combination::AllOf(vec![
                    Combination::Desk(hours),
                    Combination::Desk(desk.read_on(staffed, customer)),
                ]),
            });
            Timetable::combined(&Combination::AnyOf(answering.collect()), accepting.zone().clone(), around)
        });
        Self { accepting, staffed }
    }

    /// When people answer: any of the desks is open and has people.
    #[must_use]
    pub fn answering(&self) -> &Timetable {
        self.staffed.as_ref().unwrap_or(&self.accepting)
    }
}
