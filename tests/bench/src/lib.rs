//! A clean strategy of about as many lines as asked for, the same lines every time; and sets of rules of any size.

pub mod agreement;
pub mod clock;
pub mod rules;

use std::fmt::Write as _;

/// The numbers of Knuth's MMIX: they need not be good, only the same everywhere.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % limit.max(1)
    }

    fn one_of(&mut self, words: &[&'static str]) -> &'static str {
        words[self.below(words.len())]
    }
}

/// How many there are of each thing.
struct Counts {
    customers: usize,
    types: usize,
    channels: usize,
    desks: usize,
    groups: usize,
    rules: usize,
}

impl Counts {
    /// About `lines` lines: a type takes five lines and a row, a group four, a channel three, a desk four, a rule four.
    fn for_lines(lines: usize) -> Self {
        let of = |divisor: usize, least: usize, most: usize| (lines / divisor).clamp(least, most);
        let (customers, channels, desks) = (of(500, 2, 40), of(40, 8, 200), of(60, 4, 300));
        let (types, groups) = (of(25, 4, 20_000), of(50, 4, 20_000));
        let others = 50 + customers * 3 + channels * 3 + desks * 4 + types * 6 + groups * 4;
        Self { customers, types, channels, desks, groups, rules: lines.saturating_sub(others) / 4 }
    }
}

/// The kinds of the channels, in turn. The first are those of the table of promises.
const KINDS: [&str; 4] = ["phone", "chat", "email", "social"];

const SYLLABLES: [&str; 40] = [
    "ba", "bel", "bri", "ca", "cor", "da", "den", "dri", "el", "fa", "fen", "ga", "gor", "ha", "hol", "is", "ja",
    "ken", "la", "lor", "ma", "men", "na", "nor", "o", "pa", "per", "ra", "rin", "sa", "sol", "ta", "tor", "ul", "va",
    "ver", "wa", "win", "ya", "zan",
];

/// A made-up word, another one for each number: `number` written with syllables for digits, after a word of the field.
fn name(kind: &str, number: usize) -> String {
    let mut word = String::new();
    let mut rest = number;
    for _ in 0..3 {
        word.push_str(SYLLABLES[rest % SYLLABLES.len()]);
        rest /= SYLLABLES.len();
    }
    format!("{kind} {word}")
}

fn customer(number: usize) -> String {
    name("Club", number)
}

fn contact_type(number: usize) -> String {
    name("Help with", number)
}

fn channel(number: usize) -> String {
    name(KINDS[number % KINDS.len()], number)
}

fn desk(number: usize) -> String {
    name("Desk", number)
}

fn group(number: usize) -> String {
    name("Team", number)
}

/// A skill that the group has.
fn skill(group: usize) -> String {
    name("skill", group % 50)
}

/// Lines of the file; writing to a text cannot fail.
macro_rules! line {
    ($text:expr, $($words:tt)*) => {{
        let _ = writeln!($text, $($words)*);
    }};
}

/// A strategy of about `lines` lines (below some 150 it stays at 150) in which nothing must or should be fixed.
#[must_use]
pub fn strategy(lines: usize) -> String {
    let counts = Counts::for_lines(lines);
    let mut dice = Dice(20_261_124);
    let mut text = String::from(
        "---\n# Made by tests/bench, to be large.\nformat: 1\nstrategy: Large\napplies from: 2026-12-01\n\
         time zone: Europe/London\nplan owner: Priya Shah, Head of Customer Care\n",
    );
    customers(&mut text, &counts);
    contact_types(&mut text, &counts, &mut dice);
    channels(&mut text, &counts);
    hours(&mut text, &counts, &mut dice);
    service_levels(&mut text, &counts, &mut dice);
    routing(&mut text, &counts, &mut dice);
    groups(&mut text, &counts, &mut dice);
    text.push_str(
        "\ninformation:\n  agents see: order history, tier, past contacts on every channel\n  \
         customers see: parcel tracking, opening times\n  we record: contact type, outcome, tier\n  keep for: 24 months\n\
         \ncollaboration:\n  Product faults: Product team, every week, top 10 reasons\n\
         \ndeployment:\n  new channel: pilot 8 weeks, then decide\n  approved by: Priya Shah\n",
    );
    text
}

fn customers(text: &mut String, counts: &Counts) {
    text.push_str("\ncustomers:\n");
    for number in 1..counts.customers {
        line!(text, "  {}:", customer(number));
        line!(text, "    recognised by: tier is {}", name("tier", number));
    }
    text.push_str("  Everyone else:\n    who: all others\n");
}

fn contact_types(text: &mut String, counts: &Counts, dice: &mut Dice) {
    text.push_str("\ncontact types:\n");
    for number in 0..counts.types {
        line!(text, "  {}:", contact_type(number));
        line!(text, "    examples: case {number} of the old list, and all like it");
        line!(text, "    gravity: {}", dice.one_of(&["high", "normal", "low"]));
        line!(text, "    handle time: {} min", 2 + dice.below(20));
        line!(text, "    volume: {} per day", 1 + dice.below(300));
    }
    text.push_str("  Anything else:\n    everything else: yes\n");
}

fn channels(text: &mut String, counts: &Counts) {
    text.push_str("\nchannels:\n");
    for number in 0..counts.channels {
        line!(text, "  {}:", channel(number));
        line!(text, "    kind: {}", KINDS[number % KINDS.len()]);
        line!(text, "    address: {}.example/{number}", SYLLABLES[number % SYLLABLES.len()]);
    }
}

/// Each desk has channels of its own as long as there are some; the others share the last channels.
fn hours(text: &mut String, counts: &Counts, dice: &mut Dice) {
    text.push_str("\nhours:\n");
    for number in 0..counts.desks {
        let mut listed: Vec<String> = (number..counts.channels).step_by(counts.desks).map(channel).collect();
        if listed.is_empty() {
            listed.push(channel(number % counts.channels));
        }
        line!(text, "  {}:", desk(number));
        line!(text, "    channels: {}", listed.join(", "));
        line!(text, "    open: Mon-Fri 0{}:00-{}:30, Sat 09:00-17:00", 6 + dice.below(4), 16 + dice.below(6));
        line!(text, "    when closed: offer a callback");
    }
}

fn service_levels(text: &mut String, counts: &Counts, dice: &mut Dice) {
    text.push_str("\nservice levels: |\n  | contact type | phone | chat | email | social |\n  |---|---|---|---|---|\n");
    for number in 0..=counts.types {
        let row = if number == counts.types { "Anything else".to_owned() } else { contact_type(number) };
        let share = dice.one_of(&["80%", "85%", "90%"]);
        let (seconds, hours) = (10 + 5 * dice.below(9), 1 + dice.below(8));
        line!(
            text,
            "  | {row} | {share} in {seconds} s | {share} in {seconds} s | 90% in {hours} h | {share} in 2 h |"
        );
    }
}

/// Four lines a rule, no two with the same condition: the number of the rule is cut into a type, a channel and a customer.
fn routing(text: &mut String, counts: &Counts, dice: &mut Dice) {
    text.push_str("\nrouting:\n");
    for number in 0..counts.rules {
        let (kind, round) = (number % counts.types, number / counts.types);
        let via = (number + round) % counts.channels;
        let team = number % counts.groups;
        line!(text, "  Rule {number}:");
        let who = if counts.customers > 1 && round % 2 == 1 {
            format!(" and customer is {}", customer(1 + number % (counts.customers - 1)))
        } else {
            String::new()
        };
        line!(text, "    when: contact type is {} and channel is {}{who}", contact_type(kind), channel(via));
        line!(text, "    send to: {}", group(team));
        match dice.below(3) {
            0 => line!(text, "    needs: {}", skill(team)),
            1 => line!(text, "    then after {} min: {}", 1 + dice.below(40), group((team + 1) % counts.groups)),
            _ => line!(text, "    if not answered in {} min: tell Duty manager", 1 + dice.below(40)),
        }
    }
    line!(text, "  Everything else:");
    for number in 0..counts.groups.min(40) {
        match number {
            0 => line!(text, "    send to: {}", group(0)),
            _ => line!(text, "    then after {number} min: {}", group(number)),
        }
    }
}

fn groups(text: &mut String, counts: &Counts, dice: &mut Dice) {
    text.push_str("\nagent groups:\n");
    for number in 0..counts.groups {
        line!(text, "  {}:", group(number));
        line!(text, "    people: {}", 2 + dice.below(60));
        line!(text, "    hours: {}", desk(number % counts.desks));
        line!(text, "    skills: {}, writing in public", skill(number));
    }
}
