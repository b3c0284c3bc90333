//! Which of the things that a contact can be is the usual one, so that stories are about contacts that people know.

use crate::policy::{Axis, AxisOf, ChannelId, ContactTypeId, NamedAxis, Policy};

/// The cells of an axis, the most usual first.
pub(crate) fn usual(policy: &Policy, axis: &Axis, mut cells: Vec<u32>) -> Vec<u32> {
    match axis.of {
        // Not known is the usual thing about what a contact may come without.
        AxisOf::Named(NamedAxis::Language | NamedAxis::Field(_)) => {
            cells.sort_by_key(|cell| (*cell != axis.unknown(), *cell == axis.other(), *cell));
        }
        AxisOf::Number(_) => {
            let piece = |cell: u32| {
                let (least, greatest) = axis.numbers(cell);
                let zero = crate::policy::Decimal::ZERO;
                least.is_none_or(|least| least <= zero) && greatest.is_none_or(|greatest| zero <= greatest)
            };
            cells.sort_by_key(|cell| (*cell != axis.unknown(), !piece(*cell), *cell));
        }
        AxisOf::Named(NamedAxis::Customer) => {
            let everyone = policy.everyone_else().map(|segment| u32::from(segment.0));
            cells.sort_by_key(|cell| (Some(*cell) != everyone, *cell));
        }
        AxisOf::Named(NamedAxis::ContactType) => {
            let rest = |cell: u32| {
                let id = u16::try_from(cell).ok().map(ContactTypeId);
                id.and_then(|id| policy.contact_type(id)).is_some_and(|found| found.everything_else)
            };
            cells.sort_by_key(|cell| (rest(*cell), *cell));
        }
        AxisOf::Named(NamedAxis::Channel) => {
            let date = policy.first_day();
            let unused = |cell: u32| {
                let id = u16::try_from(cell).ok().map(ChannelId);
                id.and_then(|id| policy.channel(id)).is_some_and(|channel| !channel.in_use(date))
            };
            cells.sort_by_key(|cell| (unused(*cell), *cell));
        }
        // A condition that has a name is the exception; a desk is asked for when it is open.
        AxisOf::Term(_) => cells.reverse(),
        AxisOf::Named(NamedAxis::Day) | AxisOf::Desk(_) => {}
    }
    cells
}
