//! Many contacts: decided one by one, in order, however bad some lines are.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::Stdio;

use super::runs::Place;

const GOOD: &str = r#"{"contact type": "Order help", "channel": "phone", "at": "2026-12-01T12:00:00Z"}"#;

fn with_bundle() -> Place {
    let place = Place::new();
    place.run(&["compile", "acorn.strategy.yaml"]).ended(0);
    place
}

#[test]
fn bad_lines_are_reported_in_place_and_the_rest_goes_on() {
    let place = with_bundle();
    let mut input = format!("{GOOD}\nno object\n\n{{\"channel\": \"phone\"}}\r\n").into_bytes();
    input.extend(b"\xff\xfe\n");
    input.extend(vec![b'x'; 2 << 20]);
    input.push(b'\n');
    input.extend(GOOD.as_bytes());
    let ran = place.run_with(&["decide", "acorn.bundle.json"], &input);
    assert_eq!(ran.code, 1, "{}", ran.err);
    let records: Vec<serde_json::Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let lines: Vec<_> = records.iter().map(|record| record["line"].as_u64()).collect();
    assert_eq!(lines, [None, Some(2), Some(4), Some(5), Some(6), None]);
    assert_eq!(records[0], records[5], "the last line needs no line break");
    assert!(records[1]["error"].as_str().is_some_and(|error| !error.is_empty()));
    let told: Vec<&str> = ran.err.lines().collect();
    assert_eq!(told.len(), 5, "{told:?}");
    for (told, line) in told.iter().zip([2, 4, 5, 6]) {
        assert!(told.starts_with(&format!("Line {line}: ")), "{told}");
    }
    assert_eq!(told[4], "4 lines of 6 could not be decided.");
}

#[test]
fn good_lines_give_exit_code_0_and_the_published_form() {
    let place = with_bundle();
    place.write("contacts.jsonl", format!("{GOOD}\n{GOOD}\n"));
    let ran = place.run(&["decide", "acorn.bundle.json", "contacts.jsonl"]);
    let bad = place.run_with(&["decide", "acorn.bundle.json"], "{}\n").ended(1).out.clone();
    let why = place.run(&["decide", "acorn.bundle.json", "contacts.jsonl", "--why"]).ended(0).out.clone();
    assert!(why.contains("\"why_not\":["), "{why}");
    assert!(!ran.out.contains("why_not"), "only where it is asked for");
    assert_eq!((ran.ended(0).out.lines().count(), ran.err.as_str()), (2, ""));
    let schema: serde_json::Value = serde_json::from_str(&place.run(&["schema", "decision"]).out).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for line in ran.out.lines().chain(bad.lines()).chain(why.lines()) {
        let decision = serde_json::from_str(line).unwrap();
        assert!(validator.is_valid(&decision), "{line}");
    }
    assert!(!validator.is_valid(&serde_json::json!({})));
    assert_eq!(place.run_with(&["decide", "acorn.bundle.json"], "").ended(0).out, "");
}

#[test]
fn a_decision_comes_back_before_the_next_contact_is_sent() {
    let place = with_bundle();
    let mut command = place.command(&["decide", "acorn.bundle.json"]);
    let mut child = command.stdin(Stdio::piped()).spawn().unwrap();
    let mut send = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap());
    for _ in 0..3 {
        writeln!(send, "{GOOD}").unwrap();
        let mut line = String::new();
        answers.read_line(&mut line).unwrap();
        assert!(line.contains("\"channel\":\"phone\""), "{line}");
    }
    drop(send);
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_reader_who_has_gone_ends_the_work_quietly() {
    let place = with_bundle();
    place.write("contacts.jsonl", format!("{GOOD}\n").repeat(20_000));
    let ran = place.run_closed(&["decide", "acorn.bundle.json", "contacts.jsonl"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
}

#[test]
fn what_cannot_be_decided_by_is_refused() {
    let place = with_bundle();
    place
        .run(&["decide", "acorn.strategy.yaml"])
        .refused(&["is a strategy, not a bundle", "frontdesk compile acorn.strategy.yaml"]);
    place.run(&["decide", "acorn.bundle.json", "gone.jsonl"]).refused(&["There is no file gone.jsonl."]);
    place.run(&["decide", "-", "-"]).refused(&["cannot both come from the standard input"]);
    for (name, text) in [("empty.json", ""), ("odd.json", "{\"format\": 1}"), ("half.json", "{\"format\": 1, \"po")] {
        place.write(name, text);
        let ran = place.run(&["decide", name]);
        assert_eq!(ran.code, 2, "{ran:?}");
        assert!(ran.err.contains(name) && ran.out.is_empty(), "{ran:?}");
    }
    let changed = place.read("acorn.bundle.json").replacen("Trail Club", "Trail Clubs", 1);
    place.write("changed.json", changed);
    assert_eq!(place.run_with(&["decide", "changed.json"], GOOD).code, 2);
}

#[test]
fn marks_of_the_beginning_are_passed_over() {
    let place = with_bundle();
    place.write("marked.json", format!("\u{feff}{}", place.read("acorn.bundle.json")));
    let ran = place.run_with(&["decide", "marked.json"], format!("\u{feff}{GOOD}\r\n{GOOD}\r\n"));
    assert_eq!((ran.ended(0).out.lines().count(), ran.err.as_str()), (2, ""));
}

#[test]
fn names_are_judged_as_the_language_says() {
    let place = with_bundle();
    let lines = [
        GOOD.replace('}', r#", "customer": "trail club"}"#),
        GOOD.replace("Order help", "order help"),
        GOOD.replace("\"phone\"", "\"Phone\""),
        GOOD.replace('}', r#", "time zone": "europe/london"}"#),
        GOOD.replace("contact type", "contactType"),
    ];
    let ran = place.run_with(&["decide", "acorn.bundle.json"], lines.join("\n"));
    assert_eq!(ran.code, 1, "{ran:?}");
    let records: Vec<serde_json::Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(records[0]["customer"], "Everyone else");
    let note = "There is no customer segment called \"trail club\"; it is decided as everyone else.";
    assert!(records[0]["notes"].as_array().unwrap().contains(&note.into()), "{}", records[0]);
    for (record, meant) in records[1..].iter().zip(["Order help", "phone", "Europe/London", "contact type"]) {
        let error = record["error"].as_str().unwrap();
        assert!(error.ends_with(&format!("Did you mean \"{meant}\"?")), "{error}");
    }
}

/// The most memory that a process has had so far, in KiB.
#[cfg(target_os = "linux")]
fn peak(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.split_whitespace().next().unwrap().parse().unwrap()
}

#[test]
#[cfg(target_os = "linux")]
fn memory_does_not_grow_with_the_contacts() {
    let place = with_bundle();
    let mut child = place.command(&["decide", "acorn.bundle.json"]).stdin(Stdio::piped()).spawn().unwrap();
    let mut send = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap());
    let mut errors = child.stderr.take().unwrap();
    let drain = std::thread::spawn(move || std::io::copy(&mut errors, &mut std::io::sink()).unwrap());
    let mut line = String::new();
    let mut pass = |contacts: usize| {
        for _ in 0..contacts / 100 {
            send.write_all(format!("{GOOD}\n").repeat(99).as_bytes()).unwrap();
            send.write_all(b"no object\n").unwrap();
            for _ in 0..100 {
                line.clear();
                answers.read_line(&mut line).unwrap();
            }
        }
    };
    pass(1_000);
    let before = peak(child.id());
    pass(20_000);
    let after = peak(child.id());
    assert!(after < before + 2_048, "from {before} to {after} KiB");
    drop(send);
    assert_eq!(child.wait().unwrap().code(), Some(1));
    assert!(drain.join().unwrap() > 0);
}
