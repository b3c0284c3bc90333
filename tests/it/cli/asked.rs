//! What `ask` says of a contact is true at the time of the contact.

use super::runs::Place;

const DESK: &str = "\
format: 1
strategy: Lamp Shop
time zone: America/New_York
customers:
  Everyone:
    share of contacts: 100%
contact types:
  Fire:
    gravity: critical
    never on: email
  Question:
    everything else: yes
channels:
  phone:
    address: 555
  chat:
    address: lamp.example
  email:
    address: a@lamp.example
  help pages:
    kind: self-service
    address: lamp.example/help
  video:
    address: lamp.example/video
    status: planned for 2027-02-01
hours:
  Desk:
    channels: phone, chat, email
    open: Mon-Sun 00:00-24:00
service levels:
  promises: |
    | contact type | phone       | chat | email | help pages |
    |--------------|-------------|------|-------|------------|
    | Fire         | 90% in 10 s | -    | -     | no promise |
    | Question     | 90% in 2 h  | 90% in 30 min | 90% in 4 h | always |
  also:
    First word:
      kind: service level
      on: phone
      target: 90% in 60 min
routing:
  rules: |
    | rule   | when              | send to | then after 60 s       | needs  |
    |--------|-------------------|---------|-----------------------|--------|
    | Chat   | channel is chat   | Night   |                       |        |
    | Others |                   | Night   | Day, without French   | French |
agent groups:
  Night:
    hours: Mon-Sun 20:00-24:00
    people: 3
    skills: French
  Day:
    hours: always
    people: 3
";

fn told(phrase: &str) -> String {
    let place = Place::bare();
    place.write("lamp.strategy.yaml", DESK);
    let ran = place.run(&["ask", "lamp.strategy.yaml", phrase]);
    assert!(ran.code < 2, "{ran:?}");
    ran.out.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn says(phrase: &str, words: &[&str]) {
    let answer = told(phrase);
    for word in words {
        assert!(answer.contains(word), "no \"{word}\" in {answer}");
    }
}

#[test]
fn a_group_off_duty_does_not_answer_now() {
    says(
        "Question on phone, 2026-12-08 12:00",
        &[
            "The desk is open, but Night is off duty until Tue 2026-12-08 20:00.",
            "Day takes it after 60 s, at Tue 2026-12-08 12:01.",
        ],
    );
    says("Question on chat, 2026-12-08 12:00", &["off duty until Tue 2026-12-08 20:00. Night answers from"]);
    says("Question on phone, 2026-12-08 21:00", &["Night answers now."]);
    says("Question on help pages, 2026-12-08 12:00", &["Self-service answers at once on help pages."]);
    let place = Place::bare();
    place.write("lamp.strategy.yaml", DESK);
    let contact = r#"{"contact type": "Question", "channel": "phone", "at": "2026-12-08T12:00:00-05:00"}"#;
    let json = place.run(&["ask", "lamp.strategy.yaml", "--json", contact]).out;
    assert!(json.contains("\"outcome\": \"group off duty\""), "{json}");
    assert!(json.contains("\"group_answers_from\": \"2026-12-08T20:00:00-05:00\""), "{json}");
}

#[test]
fn a_channel_that_is_not_in_use_is_said_first_and_for_the_day_of_the_contact() {
    let before = told("Question on video, 2026-12-08 12:00");
    assert!(
        before.contains("Customers cannot yet use video on Tue 2026-12-08. If they could, it would go to"),
        "{before}"
    );
    assert!(!before.contains("ever on duty"), "{before}");
    let after = told("Question on video, 2027-02-02 12:00");
    assert!(!after.contains("Customers can"), "{after}");
    assert!(after.contains("no desk lists video"), "{after}");
}

#[test]
fn programs_are_told_of_a_channel_that_is_not_in_use() {
    let place = Place::bare();
    let outcome = |desk: &str, at: &str| {
        place.write("lamp.strategy.yaml", desk);
        let contact = format!(r#"{{"contact type": "Question", "channel": "video", "at": "{at}T12:00:00-05:00"}}"#);
        let json = place.run(&["ask", "lamp.strategy.yaml", "--json", &contact]).out;
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert!(json["group"].is_string(), "{json}");
        (json["outcome"].as_str().unwrap().to_owned(), json["waits_until"].clone())
    };
    let nothing = serde_json::Value::Null;
    let planned = outcome(DESK, "2026-12-08");
    assert_eq!(planned, ("channel not yet in use".to_owned(), nothing.clone()));
    assert_eq!(outcome(DESK, "2027-02-02").0, "waits");
    let retired = outcome(&DESK.replace("planned for 2027-02-01", "retired on 2027-02-01"), "2027-02-02");
    assert_eq!(retired, ("channel no longer in use".to_owned(), nothing));
}

#[test]
fn a_contact_moves_only_where_it_is_offered_and_a_person_answers() {
    says("Fire on email, 2026-12-08 12:00", &["Moves to one of phone: it should never be on this channel"]);
}

#[test]
fn dropped_skills_and_earlier_objectives_are_told() {
    says(
        "Question on phone, 2026-12-08 12:00",
        &[
            "after 60 s (Tue 2026-12-08 12:01): Day, without French",
            "by Tue 2026-12-08 14:00",
            "Also First word, 90% in 60 min: by Tue 2026-12-08 13:00",
        ],
    );
}

#[test]
fn an_hour_that_comes_twice_and_years_without_a_calendar_are_told() {
    says(
        "Question on chat, 2026-11-01 01:45",
        &["by Sun 2026-11-01 01:15 (the second time, after the clocks go back)"],
    );
    let place = Place::bare();
    place.write("lamp.strategy.yaml", DESK);
    let late = place.run(&["ask", "lamp.strategy.yaml", "Question on phone, 9999-12-31 23:59"]);
    late.refused(&[
        "\"9999-12-31 23:59\" lies outside the years that can be asked about: from 0001-01-03 to 9999-12-30.",
    ]);
    for (zone, moment) in [
        ("Europe/London", "9999-12-31 12:00"),
        ("Europe/Paris", "9999-12-31 12:00"),
        ("Asia/Tokyo", "0001-01-01 12:00"),
        ("America/New_York", "9999-12-29 23:00"),
    ] {
        place.write("lamp.strategy.yaml", DESK.replace("America/New_York", zone));
        let asked = place.run(&["ask", "lamp.strategy.yaml", &format!("Question on phone, {moment}")]);
        asked.refused(&[&format!("\"{moment}\" lies outside the years")]);
    }
}

#[test]
fn a_desk_that_only_opens_without_people_is_not_said_never_to_open() {
    let place = Place::bare();
    let told = |staffed: &str, at: &str| {
        place.write("lamp.strategy.yaml", DESK.replace("00:00-24:00", &format!("09:00-17:00\n    {staffed}")));
        let ran = place.run(&["ask", "lamp.strategy.yaml", &format!("Question on phone, {at}")]);
        ran.out.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    for at in ["2026-12-08 12:00", "2026-12-08 19:00"] {
        let answer = told("staffed: never", at);
        let words = "It waits for Night, but nobody ever answers: the desk opens only without people.";
        assert!(answer.contains(words) && !answer.contains("never opens again"), "{answer}");
    }
}

#[test]
fn one_answer_has_one_zone() {
    let place = Place::bare();
    let desks = "  Desk:\n    channels: phone\n    time zone: Europe/Paris\n    open: Mon-Fri 08:00-20:00\n  Mail:\n    \
                 channels: chat, email\n    open: Mon-Fri 09:00-17:00\n";
    let text = DESK.replace("  Desk:\n    channels: phone, chat, email\n    open: Mon-Sun 00:00-24:00\n", desks);
    let text = text.replace("hours: Mon-Sun 20:00-24:00", "hours: always").replace("America/New_York", "Europe/London");
    place.write("lamp.strategy.yaml", &text);
    let ran = place.run(&["ask", "lamp.strategy.yaml", "Question on phone, 2026-12-07 05:00"]);
    let answer = ran.out.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in [
        "Mon 2026-12-07 06:00 (Europe/Paris)",
        "Night answers from Mon 2026-12-07 08:00 on.",
        "on chat: Night answers from Mon 2026-12-07 10:00 on.",
        "at Mon 2026-12-07 08:00: Night answers now.",
    ] {
        assert!(answer.contains(words), "no \"{words}\" in {answer}");
    }
}

/// After the answer: the nearest contact of each kind that comes out otherwise, and each of them does.
#[test]
fn ask_says_with_what_it_would_be_different() {
    let place = Place::new();
    let phrase = "Public complaint on x from Everyone else, Sun 22:10, sentiment -0.8";
    let out = place.run(&["ask", "acorn.strategy.yaml", phrase]).ended(0).out.clone();
    let (_, different) = out.split_once("\nIt would be different:\n").unwrap();
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    for line in [
        "  about Safety issue: Safety desk answers from Mon 2026-12-07 08:00 on. Promise: 95% in 15 min.\n",
        "  on phone: Care team answers from Mon 2026-12-07 08:00 on. Promise: 80% in 20 s.\n",
        "  with sentiment -0.3: Social team answers from Mon 2026-12-07 08:00 on. Then Care team after 20 min.\n",
        "  at Mon 2026-12-07 08:00: Social team answers now.\n",
    ] {
        assert!(words(different).contains(&words(line)), "{line}\n{different}");
    }
    assert_eq!(
        different.lines().filter(|line| !line.starts_with("    ")).count(),
        4,
        "from Trail Club it is the same: {different}"
    );
    let schema: serde_json::Value = serde_json::from_str(&place.run(&["schema", "decision"]).ended(0).out).unwrap();
    let object =
        r#"{"contact type": "Order help", "channel": "phone", "customer": "Trail Club", "at": "2026-12-01T12:00:00Z"}"#;
    let told = place.run(&["ask", "acorn.strategy.yaml", "--json", object]).ended(0).out.clone();
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert!(jsonschema::validator_for(&schema).unwrap().is_valid(&told), "{told:#}");
    let different = told["different_if"].as_array().unwrap();
    let whats: Vec<&str> = different.iter().map(|one| one["what"].as_str().unwrap()).collect();
    assert_eq!(whats, ["customer", "contact type", "channel", "at"]);
    for one in different {
        let mut other: serde_json::Value = serde_json::from_str(object).unwrap();
        other[one["what"].as_str().unwrap()] = one["value"].clone();
        let other = place.run(&["ask", "acorn.strategy.yaml", "--json", &other.to_string()]).ended(0).out.clone();
        let other: serde_json::Value = serde_json::from_str(&other).unwrap();
        assert_eq!(
            (&other["group"], &other["outcome"], &other["rule"]["name"]),
            (&one["group"], &one["outcome"], &one["rule"])
        );
        let same = |key: &str| other[key] == told[key];
        assert!(
            !same("group") || !same("outcome") || other["promise"]["written"] != told["promise"]["written"],
            "{one:#}"
        );
    }
}

/// `--all`: what is left out of a contact is every value in turn, and each row is what asking for it says.
#[test]
fn ask_shows_the_table_of_what_is_left_out() {
    let place = Place::new();
    let all = |phrase: &str| place.run(&["ask", "acorn.strategy.yaml", "--all", phrase]);
    let channels = all("Order help from Trail Club, Tue 20:30").ended(0).out.clone();
    let rows: Vec<Vec<&str>> = channels
        .lines()
        .map(|line| line.split("  ").map(str::trim).filter(|cell| !cell.is_empty()).collect())
        .collect();
    assert_eq!(rows[0], ["Channel", "Answered by", "Promise", "When"]);
    assert_eq!(rows.len(), 9, "{channels}");
    assert_eq!(rows[1], ["phone", "Club team", "80% in 30 s", "from Wed 2026-12-02 08:00 on"]);
    assert_eq!(rows[4], ["facebook", "Social team", "80% in 60 min", "now"]);
    assert_eq!(rows[8], ["help pages", "Care team", "always", "now"]);
    let everything = all("Tue 12:00, sentiment -0.8").ended(0).out.clone();
    assert_eq!(everything.lines().count(), 1 + 5 * 8 * 2, "{everything}");
    assert!(everything.starts_with("Contact type        Channel       Customer       Answered by"), "{everything}");
    all("Order help from Trail Club").refused(&["It does not say when."]);
    all("Order hlp from Trail Club, Tue 12:00").refused(&["What is understood: Order help from Trail Club, Tue 12:00"]);
    all("Order help on fax from Trail Club, Tue 12:00").refused(&["Not all of this is understood."]);
    all("Order help on phone, Tue 12:00, sentiment bad").refused(&["\"sentiment\" is \"bad\", but it holds a number."]);
    let schema: serde_json::Value = serde_json::from_str(&place.run(&["schema", "slice"]).ended(0).out).unwrap();
    let object = r#"{"contact type": "Order help", "customer": "Trail Club", "at": "2026-12-01T20:30:00Z"}"#;
    let told = place.run(&["ask", "acorn.strategy.yaml", "--all", "--json", object]).ended(0).out.clone();
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert!(jsonschema::validator_for(&schema).unwrap().is_valid(&told), "{told:#}");
    assert_eq!(told["varied"], serde_json::json!(["channel"]));
    for (row, words) in told["contacts"].as_array().unwrap().iter().zip(&rows[1..]) {
        let channel = row["values"][0].as_str().unwrap();
        assert_eq!((channel, row["decision"]["group"].as_str()), (words[0], Some(words[1])));
        let one = format!(r#"{{"channel": "{channel}", {}"#, object.trim_start_matches('{'));
        let one = place.run(&["ask", "acorn.strategy.yaml", "--json", &one]).ended(0).out.clone();
        let mut one: serde_json::Value = serde_json::from_str(&one).unwrap();
        for only_asked in ["why_not", "different_if"] {
            one.as_object_mut().unwrap().remove(only_asked);
        }
        assert_eq!(one, row["decision"]);
    }
    place.run(&["ask", "acorn.strategy.yaml", "--all", "--json", "{}"]).refused(&["The contact has no \"at\"."]);
}
