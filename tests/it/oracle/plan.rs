//! A small strategy as plain data, made from numbers: what the oracle reads, and from which the text is written.

/// What a strategy says, as far as the oracle knows.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    pub(super) zone: &'static str,
    pub(super) all_hours: bool,
    pub(super) after_close_next: bool,
    pub(super) segments: Vec<(String, Vec<Test>)>,
    pub(super) types: Vec<Type>,
    pub(super) channels: Vec<Channel>,
    pub(super) desks: Vec<Desk>,
    pub(super) tables: Vec<Table>,
    pub(super) terms: Vec<(String, Vec<Test>)>,
    pub(super) rules: Vec<Rule>,
}

#[derive(Debug, Clone)]
pub(super) struct Type {
    pub(super) name: String,
    pub(super) part_of: Option<usize>,
    pub(super) gravity: Option<&'static str>,
    pub(super) reply: Option<&'static str>,
    pub(super) everything_else: bool,
}

#[derive(Debug, Clone)]
pub(super) struct Channel {
    pub(super) name: &'static str,
    pub(super) kind: &'static str,
    pub(super) family: &'static str,
    pub(super) listen: bool,
}

#[derive(Debug, Clone)]
pub(super) struct Desk {
    pub(super) name: String,
    pub(super) channels: Vec<&'static str>,
    pub(super) zone: Option<&'static str>,
    pub(super) open: Week,
    pub(super) staffed: Option<Week>,
    /// Day numbers from 1970-01-01, as everywhere here.
    pub(super) closed: Vec<(i64, i64)>,
    pub(super) special: Vec<(i64, Vec<Span>)>,
    pub(super) season: Option<(i64, i64, Week)>,
}

/// Round the clock, or spans with their weekdays (0 is Monday).
#[derive(Debug, Clone)]
pub(super) enum Week {
    Always,
    Never,
    Spans(Vec<(Vec<usize>, Span)>),
}

/// Minutes of the day; the end may lie on the next.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span {
    pub(super) from: i64,
    pub(super) to: i64,
}

#[derive(Debug, Clone)]
pub(super) struct Table {
    pub(super) customer: Option<String>,
    pub(super) season: bool,
    pub(super) columns: Vec<&'static str>,
    pub(super) rows: Vec<(usize, Vec<Cell>)>,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    Blank,
    NotOffered,
    NoPromise,
    /// The points of a promise, in the order written.
    Points(Vec<Deadline>),
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Deadline {
    Minutes(i64),
    OpenHours(i64),
    ClockHours(i64),
    WorkingDays(usize),
    AtTime(usize, i64),
    SameTime(usize),
    Days(i64),
    Months(i64),
}

#[derive(Debug, Clone)]
pub(super) struct Rule {
    pub(super) name: String,
    pub(super) tests: Vec<Test>,
    pub(super) group: Option<&'static str>,
    pub(super) step: Option<(Deadline, &'static str)>,
    pub(super) tell: Option<Deadline>,
    pub(super) priority: Option<u32>,
}

#[derive(Debug, Clone)]
pub(super) enum Test {
    /// `FIELD is [not] NAMES`; fields are customer, contact type, channel, language, day, tier and vip.
    Is(&'static str, Vec<String>, bool),
    /// `FIELD above N` and so on, in tenths (waiting: in minutes).
    Number(&'static str, &'static str, i64),
    Between(&'static str, i64, i64),
    Known(&'static str, bool),
    Term(usize, bool),
    Desk(usize, bool),
}

/// A contact, as sent.
#[derive(Debug, Clone, Default)]
pub(super) struct Contact {
    pub(super) contact_type: String,
    pub(super) channel: &'static str,
    /// Minutes from 1970-01-01T00:00Z.
    pub(super) at: i64,
    pub(super) customer: Option<String>,
    pub(super) language: Option<&'static str>,
    pub(super) tier: Option<&'static str>,
    pub(super) vip: Option<bool>,
    pub(super) sentiment: Option<i64>,
    pub(super) score: Option<i64>,
    pub(super) waiting: Option<i64>,
}

/// Zones, each with minutes at which its clocks change.
const ZONES: [(&str, [i64; 2]); 5] = [
    ("Europe/London", [29_881_500, 30_103_260]),
    ("America/New_York", [29_891_880, 30_083_460]),
    ("Australia/Lord_Howe", [29_850_690, 30_112_740]),
    ("Africa/Cairo", [29_888_460, 30_150_600]),
    ("Asia/Kolkata", [29_881_500, 30_103_260]),
];

pub(super) const GROUPS: [&str; 3] = ["Team A", "Team B", "Team C"];
pub(super) const GRAVITIES: [&str; 4] = ["critical", "high", "normal", "low"];
const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// Numbers that decide how a plan looks; after the last one everything is the first of its kind.
pub(super) struct Dice(std::vec::IntoIter<u32>);

impl Dice {
    pub(super) fn new(numbers: Vec<u32>) -> Self {
        Self(numbers.into_iter())
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.0.next().unwrap_or(0)).unwrap() % limit.max(1)
    }

    fn number(&mut self, from: i64, to: i64) -> i64 {
        from + i64::from(self.0.next().unwrap_or(0)) % (to - from + 1)
    }

    fn coin(&mut self) -> bool {
        self.below(2) == 1
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    fn maybe<T>(&mut self, value: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.coin().then(|| value(self))
    }

    /// At least one of these, each at most once.
    fn some<T: Copy>(&mut self, of: &[T]) -> Vec<T> {
        let first = self.below(of.len());
        of.iter().enumerate().filter(|(at, _)| *at == first || self.below(3) == 0).map(|(_, value)| *value).collect()
    }

    fn span(&mut self) -> Span {
        // Often in the early morning, where clocks change.
        let from = if self.coin() { self.number(0, 16) * 15 } else { self.number(0, 95) * 15 };
        let length = self.number(1, 80) * 15;
        Span { from, to: from + length }
    }

    fn week(&mut self) -> Week {
        match self.below(8) {
            0 => Week::Always,
            1 => Week::Never,
            _ => {
                let count = self.below(3) + 1;
                let span = |dice: &mut Self| (dice.some(&[0, 1, 2, 3, 4, 5, 6]), dice.span());
                Week::Spans((0..count).map(|_| span(self)).collect())
            }
        }
    }

    fn deadline(&mut self) -> Deadline {
        match self.below(10) {
            0 => Deadline::OpenHours(self.number(1, 30)),
            1 => Deadline::ClockHours(self.number(1, 60)),
            2 | 3 => Deadline::WorkingDays(self.below(3) + 1),
            4 => Deadline::AtTime(self.below(3) + 1, self.number(0, 95) * 15),
            5 => Deadline::SameTime(self.below(3) + 1),
            6 => Deadline::Days(self.number(1, 9)),
            7 => Deadline::Months(self.number(1, 3)),
            _ => Deadline::Minutes(self.number(1, 1500)),
        }
    }

    /// A length of time, as steps have one.
    fn length(&mut self) -> Deadline {
        match self.below(5) {
            0 => Deadline::ClockHours(self.number(1, 60)),
            1 => Deadline::WorkingDays(self.below(3) + 1),
            2 => Deadline::Days(self.number(1, 9)),
            _ => Deadline::Minutes(self.number(1, 1500)),
        }
    }

    fn cell(&mut self) -> Cell {
        match self.below(9) {
            0 | 1 => Cell::Blank,
            2 => Cell::NotOffered,
            3 => Cell::NoPromise,
            4 => {
                let first = self.number(1, 300);
                Cell::Points(vec![Deadline::Minutes(first), Deadline::Minutes(first + self.number(1, 300))])
            }
            _ => Cell::Points(vec![self.deadline()]),
        }
    }

    fn fact(&mut self) -> Test {
        let not = self.coin();
        match self.below(6) {
            0 => {
                Test::Is("tier", self.some(&["gold", "silver", "bronze"]).iter().map(|it| (*it).into()).collect(), not)
            }
            1 => Test::Is("vip", vec![self.one(&["yes", "no"]).into()], not),
            2 => Test::Known(self.one(&["tier", "vip", "score", "sentiment", "waiting"]), not),
            3 => {
                let low = self.number(-50, 50);
                Test::Between("score", low, low + self.number(0, 50))
            }
            _ => {
                let field = self.one(&["sentiment", "score", "waiting"]);
                let value = match field {
                    "sentiment" => self.number(-9, 9),
                    "score" => self.number(-90, 90),
                    _ => self.number(1, 20),
                };
                Test::Number(field, self.one(&["above", "below", "at least", "at most"]), value)
            }
        }
    }

    fn test(&mut self, at: usize, plan: &Plan) -> Test {
        let not = self.coin();
        let owned = |names: Vec<&str>| names.into_iter().map(str::to_owned).collect::<Vec<_>>();
        match at {
            0 => {
                let names: Vec<&str> = plan.segments.iter().map(|(name, _)| name.as_str()).collect();
                Test::Is("customer", owned(self.some(&names)), not)
            }
            1 => {
                let names: Vec<&str> = plan.types.iter().map(|it| it.name.as_str()).collect();
                Test::Is("contact type", owned(self.some(&names)), not)
            }
            2 => Test::Is("channel", owned(self.some(&headings(plan))), not),
            3 => Test::Is("language", owned(self.some(&["German", "Welsh"])), not),
            4 => Test::Is("day", owned(self.some(&DAYS)), not),
            5 if !plan.terms.is_empty() => Test::Term(self.below(plan.terms.len()), not),
            6 if !plan.desks.is_empty() => Test::Desk(self.below(plan.desks.len()), not),
            _ => self.fact(),
        }
    }
}

/// What may stand where a channel may: names, kinds and families.
fn headings(plan: &Plan) -> Vec<&'static str> {
    let mut all: Vec<&str> = plan.channels.iter().map(|channel| channel.name).collect();
    all.extend(plan.channels.iter().map(|channel| channel.kind));
    all.extend(plan.channels.iter().map(|channel| channel.family).filter(|family| !family.is_empty()));
    all.sort_unstable();
    all.dedup();
    all
}

/// A plan, and some contacts that it must decide.
pub(super) fn plan(dice: &mut Dice) -> (Plan, Vec<Contact>) {
    let (zone, changes) = dice.one(&ZONES);
    let around = dice.one(&changes) + dice.number(-3 * 1440, 3 * 1440);
    let (all_hours, after_close_next) = (dice.below(4) == 1, dice.below(4) == 1);
    let channel = |name, kind, family, listen| Channel { name, kind, family, listen };
    let mut channels = vec![
        channel("line one", "phone", "voice", false),
        channel("wall", "social", "written", dice.below(4) == 1),
        channel("plaza", "social", "written", dice.below(4) == 1),
        channel("mailbox", "email", "written", false),
        channel("robot", "self-service", "", false),
    ];
    channels.truncate(dice.below(4) + 2);
    let mut plan = Plan {
        zone,
        all_hours,
        after_close_next,
        segments: Vec::new(),
        types: Vec::new(),
        channels,
        desks: Vec::new(),
        tables: Vec::new(),
        terms: Vec::new(),
        rules: Vec::new(),
    };
    for at in 0..dice.below(3) {
        let tests = if dice.below(3) == 0 { vec![dice.fact(), dice.fact()] } else { vec![dice.fact()] };
        plan.segments.push((format!("Segment {at}"), tests));
    }
    plan.segments.push(("Everyone else".into(), Vec::new()));
    let catch_all = dice.coin();
    for at in 0..dice.below(4) + 1 {
        plan.types.push(Type {
            name: format!("Type {}", char::from(b'A' + u8::try_from(at).unwrap())),
            part_of: if at > 0 && dice.below(3) == 0 { Some(0) } else { None },
            gravity: dice.maybe(|dice| dice.one(&GRAVITIES)),
            reply: dice.maybe(|dice| dice.one(&["always", "optional", "never"])),
            everything_else: at == 0 && catch_all,
        });
    }
    desks(dice, &mut plan, around);
    for at in 0..dice.below(3) {
        plan.terms.push((format!("mood {at}"), vec![dice.fact()]));
    }
    tables(dice, &mut plan);
    rules(dice, &mut plan);
    let contacts = (0..4).map(|_| contact(dice, &plan, around)).collect();
    (plan, contacts)
}

fn desks(dice: &mut Dice, plan: &mut Plan, around: i64) {
    let middle = around.div_euclid(1440);
    for at in 0..dice.below(4) {
        let names = headings(plan);
        let mut desk = Desk {
            name: format!("Desk {at}"),
            channels: dice.some(&names),
            zone: if dice.below(3) == 1 { Some(dice.one(&ZONES).0) } else { None },
            open: dice.week(),
            staffed: if dice.below(4) == 1 { Some(dice.week()) } else { None },
            closed: Vec::new(),
            special: Vec::new(),
            season: None,
        };
        for _ in 0..dice.below(3) {
            let from = middle + dice.number(-4, 6);
            desk.closed.push((from, from + dice.number(0, 2)));
        }
        let mut dates: Vec<i64> = (0..dice.below(3)).map(|_| middle + dice.number(-4, 6)).collect();
        dates.sort_unstable();
        dates.dedup();
        for date in dates {
            let count = dice.below(3);
            desk.special.push((date, (0..count).map(|_| dice.span()).collect()));
        }
        if dice.below(3) == 1 {
            let from = middle + dice.number(-5, 3);
            desk.season = Some((from, from + dice.number(0, 8), dice.week()));
        }
        // A season of promises has the dates of the hours, so that they can differ in one desk only.
        if plan.desks.iter().any(|desk| desk.season.is_some()) {
            desk.season = None;
        }
        plan.desks.push(desk);
    }
}

fn tables(dice: &mut Dice, plan: &mut Plan) {
    let has_season = plan.desks.iter().any(|desk| desk.season.is_some());
    let customers: Vec<String> = plan.segments.iter().map(|(name, _)| name.clone()).collect();
    let add = |dice: &mut Dice, customer: Option<String>, season: bool| {
        let columns = dice.some(&headings(plan));
        let types: Vec<usize> = (0..plan.types.len()).collect();
        let rows = dice.some(&types).into_iter();
        let rows = rows.map(|row| (row, columns.iter().map(|_| dice.cell()).collect())).collect();
        Table { customer, season, columns, rows }
    };
    let mut made = vec![add(dice, None, false)];
    if dice.coin() {
        let customer = customers[dice.below(customers.len())].clone();
        made.push(add(dice, Some(customer), false));
    }
    if has_season && dice.coin() {
        made.push(add(dice, None, true));
    }
    plan.tables = made;
}

fn rules(dice: &mut Dice, plan: &mut Plan) {
    for at in 0..dice.below(5) {
        // No two tests on one axis: what cannot fit is another finding.
        let mut axes: Vec<usize> = (0..dice.below(3) + 1).map(|_| dice.below(9)).collect();
        axes.sort_unstable();
        axes.dedup();
        let tests = axes.into_iter().map(|axis| dice.test(axis, plan)).collect();
        plan.rules.push(rule(dice, format!("Rule {at}"), tests));
    }
    if dice.below(4) != 1 {
        let last = rule(dice, "The rest".into(), Vec::new());
        plan.rules.push(last);
    }
}

fn rule(dice: &mut Dice, name: String, tests: Vec<Test>) -> Rule {
    let group = if dice.below(6) == 1 { None } else { Some(dice.one(&GROUPS)) };
    let step = group.and_then(|_| dice.maybe(|dice| (dice.length(), dice.one(&GROUPS))));
    let tell = group.and_then(|_| dice.maybe(Dice::length));
    Rule { name, tests, group, step, tell, priority: dice.maybe(|dice| u32::try_from(dice.number(1, 9)).unwrap()) }
}

fn contact(dice: &mut Dice, plan: &Plan, around: i64) -> Contact {
    let types: Vec<&str> = plan.types.iter().map(|it| it.name.as_str()).collect();
    let channels: Vec<&'static str> = plan.channels.iter().map(|it| it.name).collect();
    let customers: Vec<&str> = plan.segments.iter().map(|(name, _)| name.as_str()).collect();
    let unknown_type = dice.below(6) == 1 && plan.types.iter().any(|it| it.everything_else);
    Contact {
        contact_type: if unknown_type { "Nothing known".into() } else { dice.one(&types).into() },
        channel: dice.one(&channels),
        at: around + dice.number(-1440, 1440),
        customer: match dice.below(4) {
            0 => None,
            1 => Some("Nobody known".into()),
            2 => Some(dice.one(&customers).into()),
            _ => None,
        },
        language: dice.maybe(|dice| dice.one(&["German", "Welsh", "French"])),
        tier: dice.maybe(|dice| dice.one(&["gold", "silver", "bronze", "tin"])),
        vip: dice.maybe(Dice::coin),
        sentiment: dice.maybe(|dice| dice.number(-10, 10)),
        score: dice.maybe(|dice| dice.number(-100, 100)),
        waiting: dice.maybe(|dice| dice.number(0, 25)),
    }
}
