//! Which contacts a rule may fit, as far as its tests of the channel tell.

use crate::policy::{ChannelId, NamedAxis, Test};
use crate::source::Spanned;

/// Whether tests let a contact on a channel through; what else they ask for is left open.
#[must_use]
pub(crate) fn allows(tests: &[Spanned<Test>], channel: ChannelId) -> bool {
    tests.iter().all(|test| match &test.value {
        Test::Named { axis: NamedAxis::Channel, values, negated } => {
            values.binary_search(&channel.0).is_ok() != *negated
        }
        Test::Named { .. } | Test::Number { .. } | Test::Known { .. } | Test::Term { .. } | Test::Desk { .. } => true,
    })
}

/// Whether tests ask for nothing but channels, so that no contact on one that they let through goes on to later rules.
#[must_use]
pub(crate) fn asks_for_channels_only(tests: &[Spanned<Test>]) -> bool {
    tests.iter().all(|test| matches!(test.value, Test::Named { axis: NamedAxis::Channel, .. }))
}
