//! Which names are used, and what may be missing from that because something could not be read.

use std::collections::BTreeSet;

use crate::policy::{ChannelKind, ChannelSet, Family};
use crate::strategy::{NameKind, Strategy, guess};

/// The numbers of all names of a kind that are used anywhere.
#[must_use]
pub(crate) fn used(strategy: &Strategy, kind: NameKind) -> BTreeSet<u16> {
    let mentions = strategy.names.mentions();
    mentions.iter().filter(|mention| mention.kind == kind).map(|mention| mention.number).collect()
}

/// Whether no component but the hours is written: such a file wants its hours checked and nothing else.
#[must_use]
pub(crate) fn only_hours(strategy: &Strategy) -> bool {
    !strategy.components.sections().iter().any(|(section, written, ..)| *written && *section != "hours")
}

/// Whether some condition has no meaning, which has been reported: the names in it are not known to be used.
#[must_use]
pub(crate) fn conditions_lost(strategy: &Strategy) -> bool {
    let (components, governance) = (&strategy.components, &strategy.governance);
    components.customers.content.segments.iter().any(|segment| segment.by_name_only)
        || components.contact_types.content.types.iter().any(|one| one.incomplete)
        || components.routing.content.rules.iter().any(|rule| rule.incomplete)
        || governance.terms.content.terms.iter().any(|term| term.broken)
        || governance.contact_fields.content.fields.iter().any(|field| field.incomplete)
        || governance.guarantees.content.guarantees.iter().any(|one| one.guarantee.is_none())
        || governance.stories.content.stories.iter().any(|story| story.broken)
}

/// How many names without a meaning are looked at for what was meant; each costs a look at every channel.
const GUESSES: usize = 50;

/// The numbers of the channels that some desk lists, by name, kind or family. A channel that was probably meant by a name
/// without a meaning, which has been reported, counts as listed.
#[must_use]
pub(crate) fn channels_with_desk(strategy: &Strategy) -> BTreeSet<u16> {
    let desks = &strategy.components.hours.content.desks;
    let sets: BTreeSet<ChannelSet> = desks.iter().flat_map(|desk| &desk.channels).map(|set| set.value).collect();
    let mut found = BTreeSet::new();
    for set in sets {
        match set {
            ChannelSet::One(channel) => {
                found.insert(channel.0);
            }
            ChannelSet::Kind(_) | ChannelSet::Family(_) => found.extend(strategy.names.channels_in(set)),
        }
    }
    let known: Vec<&str> = strategy.names.all(NameKind::Channel).iter().map(|name| name.value.as_str()).collect();
    let meaningless = |name: &&str| {
        let broad = ChannelKind::from_word(name).is_some() || Family::from_word(name).is_some();
        !broad && strategy.names.number(NameKind::Channel, name).is_none()
    };
    let written = desks.iter().filter_map(|desk| desk.head.fact("channels"));
    let names = written.flat_map(|fact| fact.text.split(',').map(str::trim)).filter(meaningless);
    let meant = names.take(GUESSES).filter_map(|name| guess(name, &known));
    found.extend(meant.filter_map(|name| strategy.names.number(NameKind::Channel, &name)));
    found
}
