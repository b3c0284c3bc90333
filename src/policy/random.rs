//! Policies of every shape for property tests, each made from a tape of numbers: a shorter tape makes a smaller policy.

use crate::calendar::ChannelStatus;
use crate::calendar::{
    Closure, Date, DaySpan, Days, Deadline, Duration, Hours, OpenSpan, Season, SpecialDay, TimeOfDay, Unit, Weekday,
    WeeklyHours, Zone,
};
use crate::measure::{Comparison, Decimal, Formula, Share};
use crate::policy::builder::PolicyBuilder;
use crate::policy::condition::{NamedAxis, Test};
use crate::policy::desk::{Desk, DeskZone};
use crate::policy::example::nowhere;
use crate::policy::field::{Field, FieldKind};
use crate::policy::group::{Group, OnDuty, People, Skill};
use crate::policy::ids::{
    ChannelId, ContactTypeId, DeskId, FieldId, GroupId, LanguageId, PromiseId, RuleId, SeasonId, SegmentId, TermId,
};
use crate::policy::information::{Constraints, Information, Item, Sensitivity};
use crate::policy::objective::{Clause, CountingRules, Level, NamedObjective, ObjectiveKind, Promise};
use crate::policy::origin::{Element, Place, Places};
use crate::policy::promise_table::{Cell, Column, PromiseTable, Promised};
use crate::policy::rule::{Action, Escalation, Rule, Step, Teller};
use crate::policy::who::{
    Channel, ChannelKind, ChannelSet, ContactType, Family, Gravity, Mode, PrivateMessages, Reply, ReplyNeed, Segment,
};
use crate::policy::whole::Policy;

/// Numbers that decide how a policy looks; after the last one everything is the first of its kind.
pub(crate) struct Tape(std::vec::IntoIter<u32>);

/// How many elements of each kind a policy has.
pub(in crate::policy) struct Sizes {
    pub(in crate::policy) segments: u16,
    pub(in crate::policy) contact_types: u16,
    pub(in crate::policy) channels: u16,
    pub(in crate::policy) languages: u16,
    pub(in crate::policy) terms: u16,
    pub(in crate::policy) desks: u16,
    pub(in crate::policy) seasons: u16,
    pub(in crate::policy) promises: u16,
    pub(in crate::policy) groups: u16,
}

impl Tape {
    pub(crate) fn new(numbers: Vec<u32>) -> Self {
        Self(numbers.into_iter())
    }

    /// The next number, brought below a limit.
    pub(crate) fn below(&mut self, limit: u16) -> u16 {
        u16::try_from(self.0.next().unwrap_or(0) % u32::from(limit.max(1))).unwrap()
    }

    /// Yes or no.
    pub(crate) fn coin(&mut self) -> bool {
        self.below(2) == 1
    }

    /// The next number.
    pub(crate) fn any(&mut self) -> u32 {
        self.0.next().unwrap_or(0)
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[usize::from(self.below(u16::try_from(of.len()).unwrap()))]
    }

    fn some<T>(&mut self, value: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.coin().then(|| value(self))
    }

    pub(in crate::policy) fn list<T>(&mut self, most: u16, mut value: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.below(most + 1)).map(|_| value(self)).collect()
    }

    fn ids<I: From<u16>>(&mut self, count: u16) -> Vec<I> {
        if count == 0 { Vec::new() } else { self.list(3, |tape| I::from(tape.below(count))) }
    }

    fn maybe_id<I: From<u16>>(&mut self, count: u16) -> Option<I> {
        if count == 0 { None } else { self.some(|tape| I::from(tape.below(count))) }
    }

    pub(in crate::policy) fn name(&mut self) -> String {
        let names =
            ["", "phone", "Ümläut 漢字", "a \"quoted\" one", "with [ and {", "line\nbreak", "\u{1F600}", "x, y"];
        self.one(&names).into()
    }

    fn date(&mut self) -> Date {
        Date::new(2026, 1, 1).unwrap().plus_days(i64::from(self.below(2000)))
    }

    fn status(&mut self) -> ChannelStatus {
        let date = self.some(Self::date);
        self.one(&[
            ChannelStatus::Live { since: date },
            ChannelStatus::Planned { from: date },
            ChannelStatus::Pilot { until: date },
            ChannelStatus::Retired { on: date },
        ])
    }

    fn time(&mut self) -> TimeOfDay {
        TimeOfDay::from_seconds(self.any() % 86_401).unwrap()
    }

    fn decimal(&mut self) -> Decimal {
        let billionths = i64::from(self.any()) * i64::from(self.any() % 1_000_000);
        Decimal::from_billionths(if self.coin() { -billionths } else { billionths })
    }

    fn share(&mut self) -> Share {
        Share::percent(Decimal::from_billionths(i64::from(self.any()) * 20)).unwrap()
    }

    pub(in crate::policy) fn duration(&mut self) -> Duration {
        Duration::new(self.any(), self.one(&Unit::ALL))
    }

    fn channels(&mut self, sizes: &Sizes) -> ChannelSet {
        match self.below(if sizes.channels == 0 { 2 } else { 3 }) {
            0 => ChannelSet::Kind(self.kind()),
            1 => ChannelSet::Family(self.one(&[Family::Voice, Family::Written])),
            _ => ChannelSet::One(ChannelId(self.below(sizes.channels))),
        }
    }

    fn kind(&mut self) -> ChannelKind {
        self.one(&ChannelKind::ALL).0
    }

    pub(in crate::policy) fn test(&mut self, sizes: &Sizes) -> Test {
        let bound = |tape: &mut Self| tape.decimal();
        match self.below(5) {
            0 => {
                let (axis, count) = match self.below(7) {
                    0 => (NamedAxis::Customer, sizes.segments),
                    1 => (NamedAxis::ContactType, sizes.contact_types),
                    2 => (NamedAxis::Channel, sizes.channels),
                    3 => (NamedAxis::Language, sizes.languages),
                    4 => (NamedAxis::Day, 7),
                    5 => (NamedAxis::Field(FieldId(3)), 2),
                    _ => (NamedAxis::Field(FieldId(4)), 2),
                };
                let values = (0..count).filter(|_| self.coin()).collect();
                Test::Named { axis, values, negated: self.coin() }
            }
            1 => {
                let comparison = match self.below(5) {
                    0 => Comparison::Above(bound(self)),
                    1 => Comparison::Below(bound(self)),
                    2 => Comparison::AtLeast(bound(self)),
                    3 => Comparison::AtMost(bound(self)),
                    _ => Comparison::Between(bound(self), bound(self)),
                };
                Test::Number { field: FieldId(self.below(3)), comparison }
            }
            2 if sizes.terms > 0 => Test::Term { term: TermId(self.below(sizes.terms)), negated: self.coin() },
            3 if sizes.desks > 0 => Test::Desk { desk: DeskId(self.below(sizes.desks)), open: self.coin() },
            _ => Test::Known { axis: NamedAxis::Field(FieldId(self.below(6))), known: self.coin() },
        }
    }

    fn weekly(&mut self) -> WeeklyHours {
        match self.below(3) {
            0 => WeeklyHours::Always,
            1 => WeeklyHours::Never,
            _ => WeeklyHours::Spans(self.list(3, |tape| {
                let (from, to) = (tape.time(), tape.time());
                let days = tape.list(4, |tape| tape.one(&Weekday::ALL));
                let days = days.into_iter().fold(Days::NONE, |days, day| days.and(Days::one(day)));
                OpenSpan { days, from, to, next_day: from >= to }
            })),
        }
    }

    fn hours(&mut self) -> Hours {
        let zones = ["UTC", "Europe/London", "Australia/Lord_Howe", "America/St_Johns"];
        Hours {
            zone: Zone::find(self.one(&zones)).unwrap(),
            weekly: self.weekly(),
            seasons: self.list(2, |tape| Season {
                name: tape.name(),
                from: tape.date(),
                to: tape.date(),
                weekly: tape.weekly(),
            }),
            closed: self.list(2, |tape| Closure::Dates {
                from: tape.date(),
                to: tape.date(),
                name: tape.some(Self::name),
                part: tape.some(|tape| (tape.time(), tape.time())),
            }),
            special: self.list(2, |tape| SpecialDay {
                date: tape.date(),
                spans: tape.list(2, |tape| DaySpan { from: tape.time(), to: tape.time(), next_day: tape.coin() }),
            }),
        }
    }

    fn promise(&mut self) -> Promise {
        let clauses = self.list(3, |tape| match tape.below(5) {
            0 => Clause::Point { share: tape.share(), strict: tape.coin(), deadline: tape.deadline() },
            1 => Clause::Average(tape.duration()),
            2 => Clause::Abandoned { at_most: tape.share(), after: tape.some(Self::duration) },
            3 => Clause::Busy { at_most: tape.share() },
            _ => Clause::Over { fewer_than: tape.share(), over: tape.duration() },
        });
        Promise { written: self.name(), clauses }
    }

    fn deadline(&mut self) -> Deadline {
        match self.below(3) {
            0 => Deadline::Within(self.duration()),
            1 => Deadline::AtTime { working_day: self.any(), time: self.time() },
            _ => Deadline::SameTime { working_days: self.any() },
        }
    }

    fn counting(&mut self) -> CountingRules {
        CountingRules {
            all_hours: self.coin(),
            after_close_next_working_day: self.coin(),
            formula: self.some(|tape| tape.one(&Formula::all())),
            starts_when: self.some(Self::name),
            stops_when: self.some(Self::name),
            pauses_while: self.list(2, Self::name),
            not_counted: self.list(2, Self::name),
            also_counted: self.list(2, Self::name),
            interval: self.some(Self::name),
            period: self.some(Self::name),
            normal_conditions: self.some(Self::name),
        }
    }

    fn skills(&mut self) -> Vec<Skill> {
        self.list(2, |tape| Skill { name: tape.name(), level: tape.some(Self::name) })
    }

    fn items(&mut self, sizes: &Sizes) -> Vec<Item> {
        self.list(3, |tape| Item {
            name: tape.name(),
            sensitivity: tape.some(|tape| tape.one(&Sensitivity::ALL).0),
            only_on: tape.list(2, |tape| tape.channels(sizes)),
            source_system: tape.some(Self::name),
            keep_for: tape.some(Self::duration),
        })
    }

    pub(in crate::policy) fn action(&mut self, sizes: &Sizes) -> Action {
        let groups = sizes.groups;
        let steps = if groups == 0 { 0 } else { 2 };
        Action {
            send_to: self.maybe_id(groups),
            steps: self.list(steps, |tape| Step {
                after: tape.duration(),
                group: GroupId(tape.below(groups)),
                without: tape.list(2, Self::name),
            }),
            escalations: self.list(2, |tape| Escalation {
                after: tape.duration(),
                tell: tape.maybe_id(groups).map_or_else(|| Teller::Role("Duty manager".into()), Teller::Group),
            }),
            priority: self.some(Self::any),
            needs: self.skills(),
            same_person_for: self.some(Self::duration),
            no_reply_needed: self.coin(),
            private: self.coin(),
            ask_for: self.list(2, Self::name),
        }
    }
}

/// A policy and places of its elements.
pub(crate) fn random_policy(tape: &mut Tape) -> (Policy, Places) {
    let zone = Zone::find("Europe/London").unwrap();
    let mut builder = PolicyBuilder::new(tape.name(), zone);
    let (version, from, until) = (tape.some(Tape::name), tape.some(Tape::date), tape.some(Tape::date));
    builder.header(version, from, until);
    if tape.coin() {
        builder.incomplete();
    }
    let sizes = Sizes {
        segments: tape.below(3),
        contact_types: tape.below(4),
        channels: tape.below(4),
        languages: tape.below(3),
        terms: tape.below(3),
        desks: tape.below(3),
        seasons: tape.below(3),
        promises: tape.below(4),
        groups: tape.below(3),
    };
    builder.languages((0..sizes.languages).map(|_| tape.name()).collect());
    fields_and_terms(tape, &sizes, &mut builder);
    who(tape, &sizes, &mut builder);
    desks_and_groups(tape, &sizes, &mut builder);
    promises(tape, &sizes, &mut builder);
    for _ in 0..tape.below(4) {
        let tests = tape.list(3, |tape| tape.test(&sizes));
        builder.rule(Rule { name: tape.name(), tests, action: tape.action(&sizes) }, nowhere());
    }
    let information = Information {
        agents_see: tape.items(&sizes),
        customers_see: tape.items(&sizes),
        we_record: tape.items(&sizes),
        history_across_channels: tape.some(Tape::name),
        case_number: tape.some(Tape::name),
    };
    builder.information(information, nowhere());
    builder.constraints(Constraints { publicly: tape.list(2, Tape::name), privately: tape.list(2, Tape::name) });
    let (policy, _, origins) = builder.finish();
    let mut places: Places = origins.into_keys().map(|element| (element, place(tape))).collect();
    for (rule, found) in (0u16..).map(RuleId).zip(&policy.rules) {
        let numbers = |length: usize| 0..u16::try_from(length).unwrap();
        places.extend(numbers(found.action.steps.len()).map(|at| (Element::Step(rule, at), place(tape))));
        places.extend(numbers(found.action.escalations.len()).map(|at| (Element::Escalation(rule, at), place(tape))));
    }
    (policy, places)
}

fn place(tape: &mut Tape) -> Place {
    Place { file: tape.name(), line: tape.any(), column: tape.any(), path: tape.list(3, Tape::name) }
}

fn fields_and_terms(tape: &mut Tape, sizes: &Sizes, builder: &mut PolicyBuilder) {
    let kinds = [
        FieldKind::OneOf(vec!["gold".into(), "silver".into()]),
        FieldKind::YesNo,
        if tape.coin() {
            FieldKind::Text
        } else {
            FieldKind::Number { low: tape.some(Tape::decimal), high: tape.some(Tape::decimal) }
        },
    ];
    for kind in kinds {
        let only_when = tape.list(2, |tape| tape.test(sizes));
        builder.field(Field { name: tape.name(), kind, only_when }, nowhere());
    }
    for term in 0..sizes.terms {
        // Terms use earlier terms only, so that none goes in circles.
        let earlier = Sizes { terms: term, ..*sizes };
        let tests = tape.list(2, |tape| tape.test(&earlier));
        builder.term((tape.name(), tests), nowhere());
    }
}

fn who(tape: &mut Tape, sizes: &Sizes, builder: &mut PolicyBuilder) {
    for _ in 0..sizes.segments {
        let segment = Segment {
            name: tape.name(),
            recognised_by: tape.list(2, |tape| tape.test(sizes)),
            by_name_only: tape.coin(),
            languages: tape.ids::<LanguageId>(sizes.languages),
        };
        builder.segment(segment, nowhere());
    }
    for _ in 0..sizes.contact_types {
        let contact_type = ContactType {
            name: tape.name(),
            gravity: tape.one(&Gravity::ALL).0,
            part_of: tape.maybe_id::<ContactTypeId>(sizes.contact_types),
            everything_else: tape.coin(),
            reply: Reply {
                need: tape.one(&[ReplyNeed::Always, ReplyNeed::Optional, ReplyNeed::Never]),
                when: tape.list(2, |tape| tape.test(sizes)),
            },
            private_only: tape.coin(),
            never_on: tape.list(2, |tape| tape.channels(sizes)),
            handle_time: tape.some(Tape::duration),
        };
        builder.contact_type(contact_type, nowhere());
    }
    for _ in 0..sizes.channels {
        let private = PrivateMessages::In(ChannelId(tape.below(sizes.channels)));
        let channel = Channel {
            name: tape.name(),
            kind: tape.kind(),
            mode: tape.one(&[Mode::Respond, Mode::Listen]),
            public: tape.coin(),
            private_messages: tape.one(&[PrivateMessages::NotSaid, PrivateMessages::NotPossible, private]),
            languages: tape.ids::<LanguageId>(sizes.languages),
            status: tape.status(),
            reaches_a_person_by: tape.some(Tape::name),
        };
        builder.channel(channel, nowhere());
    }
}

fn desks_and_groups(tape: &mut Tape, sizes: &Sizes, builder: &mut PolicyBuilder) {
    for _ in 0..sizes.desks {
        let desk = Desk {
            name: tape.name(),
            hours: tape.hours(),
            zone: tape.one(&[DeskZone::Own, DeskZone::Customers]),
            staffed: tape.some(Tape::hours),
            when_closed: tape.some(Tape::name),
            channels: tape.list(2, |tape| tape.channels(sizes)),
            holidays_known_until: tape.some(|tape| i16::try_from(tape.below(3000)).unwrap()),
        };
        builder.desk(desk, nowhere());
    }
    for _ in 0..sizes.groups {
        let people = match tape.below(4) {
            0 => People::NotSaid,
            1 => People::Number(tape.any()),
            2 => People::ByTime(tape.list(2, |tape| (tape.time(), tape.any()))),
            _ => People::AsNeeded,
        };
        let on_duty = match tape.below(3) {
            0 => OnDuty::NotSaid,
            1 => OnDuty::Desks(tape.ids::<DeskId>(sizes.desks)),
            _ => OnDuty::Hours(Box::new(tape.hours())),
        };
        let group = Group {
            name: tape.name(),
            people,
            on_duty,
            skills: tape.skills(),
            languages: tape.ids::<LanguageId>(sizes.languages),
            contacts_at_once: tape.some(Tape::any),
        };
        builder.group(group, nowhere());
    }
}

fn promises(tape: &mut Tape, sizes: &Sizes, builder: &mut PolicyBuilder) {
    for _ in 0..sizes.seasons {
        let dates = tape.list(2, |tape| (tape.date(), tape.date()));
        builder.season(Promised { name: tape.name(), dates }, nowhere());
    }
    for _ in 0..sizes.promises {
        let promise = tape.promise();
        builder.promise(promise, nowhere());
    }
    for _ in 0..tape.below(3) {
        let columns: Vec<_> = tape.list(3, |tape| Column { heading: tape.name(), channels: tape.channels(sizes) });
        let rows = (0..sizes.contact_types).map(|row| {
            let cells = columns.iter().map(|_| tape.some(|tape| cell(tape, sizes))).collect();
            (ContactTypeId(row), cells)
        });
        let rows = rows.collect();
        let segment = tape.maybe_id::<SegmentId>(sizes.segments);
        let season = tape.maybe_id::<SeasonId>(sizes.seasons);
        builder.promise_table(PromiseTable { segment, season, columns, rows });
    }
    let counting = tape.counting();
    builder.counting(counting, nowhere());
    for _ in 0..tape.below(3) {
        let objective = NamedObjective {
            name: tape.name(),
            kind: tape.one(&ObjectiveKind::ALL).0,
            contact_types: tape.ids::<ContactTypeId>(sizes.contact_types),
            channels: tape.list(2, |tape| tape.channels(sizes)),
            segments: tape.ids::<SegmentId>(sizes.segments),
            languages: tape.ids::<LanguageId>(sizes.languages),
            season: tape.maybe_id::<SeasonId>(sizes.seasons),
            target: tape.some(Tape::promise),
            counting: tape.counting(),
            level: tape.one(&Level::ALL).0,
            by_business_unit: tape.coin(),
        };
        builder.objective(objective, nowhere());
    }
    builder.regulations(tape.list(2, Tape::name));
}

fn cell(tape: &mut Tape, sizes: &Sizes) -> Cell {
    match tape.below(if sizes.promises == 0 { 3 } else { 4 }) {
        0 => Cell::Always,
        1 => Cell::NoPromise,
        2 => Cell::NotOffered,
        _ => Cell::Promise(PromiseId(tape.below(sizes.promises))),
    }
}
