//! What is told of critical contacts outside opening hours is what the engine decides about them.

use frontdesk::compilation::{Compilation, Outcome, Zone};
use proptest::prelude::*;

use super::plan::{self, Dice};
use super::{config, written};
use crate::support::{all, compile_file, compile_text, files, root};

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_wait_that_is_told_is_the_wait_that_is_decided(numbers in proptest::collection::vec(any::<u32>(), 0..400)) {
        let (plan, _) = plan::plan(&mut Dice::new(numbers));
        let text = written::text(&plan);
        agrees(&compile_text("oracle.strategy.yaml", &text));
    }
}

#[test]
fn a_wait_that_is_told_of_a_strategy_is_the_wait_that_is_decided() {
    let told: usize =
        files(&root().join("strategies"), ".strategy.yaml").iter().map(|path| agrees(&compile_file(path))).sum();
    assert!(told > 0, "no strategy has such a story");
}

const PAGER: &str = "\
format: 1
strategy: Pager
applies from: 2027-01-04
time zone: Europe/London
contact types:
  Outage:
    gravity: critical
channels:
  phone:
    address: +44 20 7946 0123
  email:
    address: help@example.com
hours:
  Pager desk:
    channels: phone
    open: always
  Mail desk:
    channels: email
    open: Mon-Fri 09:00-17:00
    closed on: public holidays in England
service levels: |
  | contact type | phone       | email       |
  | Outage       | 95% in 20 s | 95% in 30 min |
routing:
  All:
    send to: On-call
agent groups:
  On-call:
    people: 6
    hours: Pager desk
";

fn story(compilation: &Compilation) -> Option<String> {
    let found = compilation.diagnostics().iter().find(|found| found.finding.name == "critical-while-closed");
    found.map(|found| found.story.clone().unwrap())
}

#[test]
fn a_group_on_duty_does_not_open_the_desk_of_the_channel() {
    let pager = compile_text("pager.strategy.yaml", PAGER);
    assert_eq!(agrees(&pager), 1);
    let told = story(&pager).unwrap();
    assert!(told.contains("on Friday 2027-01-08 at 17:05 waits 2 days 15 h, until Monday 09:00."), "{told}");
}

#[test]
fn what_cannot_be_named_changes_nothing_of_when_the_desk_is_closed() {
    let told = story(&compile_text("pager.strategy.yaml", PAGER));
    for (known, unknown) in [("send to: On-call", "send to: On call team"), ("hours: Pager desk", "hours: 25:00-26:00")]
    {
        let text = PAGER.replace(known, unknown);
        let compilation = compile_text("pager.strategy.yaml", &text);
        assert!(!compilation.runnable(), "{unknown}");
        assert_eq!(story(&compilation), told, "{unknown}");
    }
}

#[test]
fn a_desk_without_people_is_told_like_a_closed_one() {
    let text = PAGER.replace("    open: always\n", "    open: always\n    staffed: Mon-Fri 09:00-17:00\n");
    let text = text.replace("    closed on: public", "    when closed: call 020 7946 0123\n    closed on: public");
    let compilation = compile_text("pager.strategy.yaml", &text);
    assert_eq!(agrees(&compilation), 1, "{}", all(&compilation));
    assert!(
        all(&compilation)
            .contains("\"Outage\" is critical, and nobody answers at \"Pager desk\" from Fri 17:00 to Mon 09:00.")
    );
}

/// Whether the desk of a channel is open and has people at an instant.
fn answers(compilation: &Compilation, channel: &str, at: &str) -> bool {
    let runtime = compilation.runtime();
    let contact = serde_json::json!({ "contact type": "Outage", "channel": channel, "at": at });
    let decision = runtime.decide(&runtime.contact_from_json(&contact.to_string()).unwrap());
    decision.desk.open && decision.desk.staffed
}

#[test]
fn every_desk_that_does_not_answer_is_named() {
    let text = PAGER.replace("    open: always\n", "    open: Mon-Fri 08:00-18:00\n");
    let compilation = compile_text("pager.strategy.yaml", &text);
    assert_eq!(agrees(&compilation), 1);
    let told = all(&compilation);
    assert!(told.contains("\"Mail desk\" is closed from Fri 17:00 to Mon 09:00."), "{told}");
    assert!(told.contains("Nobody answers either at \"Pager desk\" from Fri 18:00 to Mon 08:00."), "{told}");
    for (channel, at, answered) in [
        ("email", "2027-01-08T17:00:00Z", false),
        ("phone", "2027-01-08T17:00:00Z", true),
        ("phone", "2027-01-08T18:00:00Z", false),
        ("phone", "2027-01-11T07:59:59Z", false),
        ("phone", "2027-01-11T08:00:00Z", true),
    ] {
        assert_eq!(answers(&compilation, channel, at), answered, "{channel} at {at}");
    }
}

/// Nothing is said of a desk whose customers are told where they are helped, and only of such a one.
#[test]
fn what_customers_are_told_counts_where_somebody_is_there() {
    let told = |when_closed: &str, phone: &str| {
        let text = PAGER.replace("    open: always\n", &format!("    open: {phone}\n"));
        let text =
            text.replace("    closed on: public", &format!("    when closed: {when_closed}\n    closed on: public"));
        let compilation = compile_text("pager.strategy.yaml", &text);
        agrees(&compilation);
        let found = compilation.diagnostics().iter().find(|found| found.finding.name == "critical-while-closed");
        found.is_some_and(|found| (found.headline.clone() + &found.why).contains("Mail desk"))
    };
    let (always, weekdays) = ("always", "Mon-Fri 08:00-18:00");
    for (when_closed, phone, named) in [
        ("call the phone", always, false),
        ("call 020 7946 0123", always, false),
        ("the telephone is always there", always, true),
        ("we are back in 120 min", always, true),
        ("call the phone", weekdays, true),
        ("call 020 7946 0123", weekdays, true),
        ("call 999", weekdays, false),
    ] {
        assert_eq!(told(when_closed, phone), named, "{when_closed}, phone {phone}");
    }
    let always_there = compile_text("pager.strategy.yaml", PAGER);
    assert!(answers(&always_there, "phone", "2027-01-09T03:00:00Z"));
}

#[test]
fn what_is_told_of_a_night_is_when_the_desk_is_open() {
    let text =
        PAGER.replace("    open: always\n", "    open: every day 22:00-06:00 next day\n    closed on: 2027-02-10\n");
    let compilation = compile_text("pager.strategy.yaml", &text);
    let found = compilation.diagnostics().iter().find(|found| found.finding.name == "night-cut-by-date").unwrap();
    let why = "Wednesday 10 February 2027: 00:00 to 06:00 is lost of the night that begins at 22:00 before, \
               and 00:00 to 06:00 is left of the night after.";
    assert!(found.why.contains(why), "{}", found.why);
    for (at, open) in [
        ("2027-02-09T22:00:00Z", true),
        ("2027-02-09T23:59:59Z", true),
        ("2027-02-10T00:00:00Z", false),
        ("2027-02-10T23:59:59Z", false),
        ("2027-02-11T00:00:00Z", true),
        ("2027-02-11T05:59:59Z", true),
        ("2027-02-11T06:00:00Z", false),
    ] {
        assert_eq!(answers(&compilation, "phone", at), open, "{at}");
    }
}

/// Asks the engine about the contact of every such story; how many there are.
fn agrees(compilation: &Compilation) -> usize {
    let runtime = compilation.runtime();
    let found = compilation.diagnostics().iter().filter(|found| found.finding.name == "critical-while-closed");
    let stories: Vec<&str> = found.map(|found| found.story.as_deref().unwrap()).collect();
    for story in &stories {
        let told = Told::read(story, &compilation.policy().time_zone);
        let contact =
            serde_json::json!({ "contact type": told.what, "channel": told.channel, "at": told.at.to_string() });
        let contact = runtime.contact_from_json(&contact.to_string()).unwrap();
        let decision = runtime.decide(&contact);
        assert!(!(decision.desk.open && decision.desk.staffed), "{story}\n{decision:?}");
        match decision.outcome {
            Outcome::Waits { until } => {
                let until = until.unwrap();
                assert_eq!(told.seconds, as_told(contact.arrived.seconds_until(until)), "{story}");
                let local = told.zone.local(until);
                assert_eq!(format!("{} {}", local.weekday().name(), local.time), told.until, "{story}");
            }
            // A rule may send it to nobody, and then nobody waits.
            Outcome::ReachesNobody | Outcome::NoReplyNeeded => {}
            Outcome::AnsweredNow | Outcome::GroupOffDuty | Outcome::OnlyMonitored | Outcome::ChannelNotInUse { .. } => {
                panic!("{story}\n{decision:?}")
            }
        }
    }
    stories.len()
}

/// A story, read back.
struct Told {
    what: String,
    channel: String,
    at: jiff::Timestamp,
    zone: Zone,
    seconds: u64,
    until: String,
}

impl Told {
    fn read(story: &str, own: &Zone) -> Self {
        let (what, rest) = story.split_once(" on ").unwrap();
        let (channel, rest) = rest.split_once(" on ").unwrap();
        let (day, rest) = rest.split_once(" at ").unwrap();
        let (time, rest) = rest.split_once(" waits ").unwrap();
        let (time, zone) = time.split_once(" in ").unwrap_or((time, own.name()));
        let (wait, rest) = rest.split_once(", until ").unwrap();
        let (weekday, date) = day.split_once(' ').unwrap();
        let date: jiff::civil::Date = date.parse().unwrap();
        let time = if time.len() == 5 { format!("{time}:00") } else { time.to_owned() };
        let time: jiff::civil::Time = time.parse().unwrap();
        let zone = Zone::find(zone).unwrap();
        let at = date.to_datetime(time).in_tz(zone.name()).unwrap().timestamp();
        let own_name = zone.local(frontdesk::compilation::Instant::from_seconds(at.as_second())).weekday().name();
        assert_eq!(weekday, own_name, "{story}");
        let (until, _) = rest.split_once('.').unwrap();
        let name = |quoted: &str| quoted.trim_matches('"').to_owned();
        Self { what: name(what), channel: name(channel), at, zone, seconds: seconds(wait), until: until.to_owned() }
    }
}

/// `2 days 15 h` in seconds.
fn seconds(wait: &str) -> u64 {
    let words: Vec<&str> = wait.split(' ').collect();
    let pairs = words.chunks(2).map(|pair| {
        let unit = match pair[1] {
            "day" | "days" => 86_400,
            "h" => 3_600,
            "min" => 60,
            "s" => 1,
            other => panic!("{other} in {wait}"),
        };
        pair[0].parse::<u64>().unwrap() * unit
    });
    pairs.sum()
}

/// A wait of days is told in whole hours, one of hours in whole minutes.
fn as_told(seconds: u64) -> u64 {
    let step = if seconds >= 86_400 {
        3_600
    } else if seconds >= 3_600 {
        60
    } else {
        1
    };
    seconds - seconds % step
}
