//! The hours of desks made ready once, for each desk and for the desks of each channel and group.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use crate::policy::{
    ChannelId, ChannelKind, DeskHours, DeskId, DeskTables, DeskZone, GroupId, Hours, Index, Instant, OnDuty, Policy,
    WeeklyHours, Zone,
};

/// Some desks, open when any of them is.
#[derive(Debug)]
pub(crate) struct DeskSet {
    /// Which desks, in their order; none for hours of a group's own.
    pub(crate) desks: Vec<DeskId>,
    parts: Vec<DeskHours>,
    own: Arc<DeskTables>,
    /// The same for customers in other zones, worked out when the first of them comes.
    elsewhere: RwLock<BTreeMap<Zone, Arc<DeskTables>>>,
    around: Instant,
}

impl DeskSet {
    fn new(desks: Vec<DeskId>, parts: Vec<DeskHours>, around: Instant) -> Self {
        let own = Arc::new(DeskTables::new(&parts, None, around));
        Self { desks, parts, own, elsewhere: RwLock::default(), around }
    }

    fn hours(hours: &Hours, around: Instant) -> Self {
        Self::new(Vec::new(), vec![DeskHours { zone: DeskZone::Own, hours: hours.clone(), staffed: None }], around)
    }

    /// Whether any of the desks is read on the clock of each customer.
    pub(crate) fn in_customers_zone(&self) -> bool {
        self.parts.iter().any(|part| part.zone == DeskZone::Customers)
    }

    /// The hours for a customer in a zone; where that is not known, on the desks' own clocks.
    pub(crate) fn tables(&self, customer: Option<&Zone>) -> Arc<DeskTables> {
        let Some(zone) = customer.filter(|_| self.in_customers_zone()) else { return Arc::clone(&self.own) };
        if let Some(known) = self.elsewhere.read().unwrap_or_else(PoisonError::into_inner).get(zone) {
            return Arc::clone(known);
        }
        let tables = Arc::new(DeskTables::new(&self.parts, Some(zone), self.around));
        let mut elsewhere = self.elsewhere.write().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(elsewhere.entry(zone.clone()).or_insert(tables))
    }
}

/// The hours of every desk, channel and group of a policy.
#[derive(Debug)]
pub(crate) struct Clocks {
    desks: Vec<Arc<DeskSet>>,
    channels: Vec<Arc<DeskSet>>,
    groups: Vec<Option<Arc<DeskSet>>>,
    /// For a channel without a desk, and for one that the policy does not have.
    never: Arc<DeskSet>,
}

impl Clocks {
    pub(crate) fn new(policy: &Policy, index: &Index) -> Self {
        // Hours are worked out around it first, and further when asked.
        let (around, _) = policy.horizon();
        let mut known: BTreeMap<Vec<DeskId>, Arc<DeskSet>> = BTreeMap::new();
        let mut set = |desks: Vec<DeskId>| {
            let made = known.entry(desks.clone()).or_insert_with(|| Arc::new(of_desks(policy, desks, around)));
            Arc::clone(made)
        };
        let round_the_clock = |weekly| {
            let hours = Hours::every_week(policy.time_zone.clone(), weekly);
            Arc::new(DeskSet::hours(&hours, around))
        };
        let (always, never) = (round_the_clock(WeeklyHours::Always), round_the_clock(WeeklyHours::Never));
        let desks = (0u16..).zip(&policy.desks).map(|(at, _)| set(vec![DeskId(at)])).collect();
        let channels = (0u16..).zip(&policy.channels).map(|(at, channel)| {
            let desks = index.desks_of(ChannelId(at)).to_vec();
            match (desks.is_empty(), channel.kind == ChannelKind::SelfService) {
                (false, _) => set(desks),
                (true, true) => Arc::clone(&always),
                (true, false) => Arc::clone(&never),
            }
        });
        let channels = channels.collect();
        let groups = policy.groups.iter().map(|group| match &group.on_duty {
            OnDuty::NotSaid => None,
            OnDuty::Desks(desks) => Some(set(desks.clone())),
            OnDuty::Hours(hours) => Some(Arc::new(DeskSet::hours(hours, around))),
        });
        let groups = groups.collect();
        Self { desks, channels, groups, never }
    }

    /// The desks of a channel; of none: `always` for self-service, `never` for all others.
    pub(crate) fn of_channel(&self, channel: ChannelId) -> &DeskSet {
        self.channels.get(channel.index()).unwrap_or(&self.never)
    }

    /// The hours of one desk for a customer in a zone.
    pub(crate) fn of_desk(&self, desk: DeskId, customer: Option<&Zone>) -> Option<Arc<DeskTables>> {
        self.desks.get(desk.index()).map(|set| set.tables(customer))
    }

    /// The hours at which a group is on duty, where the strategy says.
    pub(crate) fn of_group(&self, group: GroupId, customer: Option<&Zone>) -> Option<Arc<DeskTables>> {
        self.groups.get(group.index())?.as_ref().map(|set| set.tables(customer))
    }
}

fn of_desks(policy: &Policy, desks: Vec<DeskId>, around: Instant) -> DeskSet {
    let parts = desks.iter().filter_map(|id| policy.desk(*id)).map(DeskHours::from).collect();
    DeskSet::new(desks, parts, around)
}
