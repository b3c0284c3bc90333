//! Hours as run.

use crate::policy::{Desk, Origin, PolicyBuilder, WeeklyHours};
use crate::strategy::components::hours::model::HoursModel;

/// Keeps what decides: each desk with its hours, in its zone.
pub(super) fn lower(model: &HoursModel, policy: &mut PolicyBuilder) {
    let zone = policy.time_zone().clone();
    for desk in &model.desks {
        let hours = desk.hours(&zone, desk.open.as_ref());
        let staffed = desk.staffed.as_ref().map(|phrase| desk.hours(&zone, Some(phrase)));
        let origin = Origin { span: desk.head.span, path: vec!["hours".into(), desk.head.name.clone()] };
        if desk.open.is_none() && hours.weekly == WeeklyHours::Never {
            policy.incomplete();
        }
        policy.desk(
            Desk {
                name: desk.head.name.clone(),
                hours,
                zone: desk.zone_of,
                staffed,
                when_closed: desk.when_closed.as_ref().map(|text| text.text.clone()),
                channels: desk.channels.iter().map(|set| set.value).collect(),
                holidays_known_until: desk.holidays_known_until(),
            },
            origin,
        );
    }
}
