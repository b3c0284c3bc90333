//! `frontdesk test`: the stories of a strategy, run, and what none of them meets.

use super::runs::{Place, plain};

/// The worked example with stories of one's own.
fn with_stories(stories: &str) -> Place {
    let place = Place::new();
    let text = place.read("acorn.strategy.yaml");
    let (before, _) = text.split_once("\nstories:\n").unwrap();
    place.write("mine.strategy.yaml", format!("{before}\nstories:\n{stories}"));
    place
}

const MIXED: &str = "
  Club member phones at lunch:
    contact: Order help on phone from Trail Club, Tue 12:00
    expect: Care team, answer in 10 s, then Care team after 45 s
  Angry post:
    contact: Public complaint on x, Sun 12:00, sentiment -0.8
    expect: rule Angry in public, tell Duty manager after 10 min
";

#[test]
fn what_comes_out_otherwise_is_told_with_the_line_that_decides() {
    let place = with_stories(MIXED);
    let ran = place.run(&["test", "mine.strategy.yaml"]);
    let out = &ran.ended(1).out;
    assert_eq!(ran.err, "", "that it is a finding too is no warning");
    plain(out);
    for words in [
        "Not right  Club member phones at lunch\n",
        "It should be \"Care team\", but it is \"Club team\".",
        "It should be \"answer in 10 s\", but it is \"80% in 30 s: by Tue 2026-12-01 12:00:30\".",
        "Rule Club members decides it (mine.strategy.yaml:114). The promise is that of Order help on phone",
        "Right      Angry post\n",
        "Acorn Outdoor: 1 of 2 stories is not right.",
        "2 of 5 rules have a story. Without one: Safety first; Other social; Everything else.",
        "2 of 17 promises have a story.",
        "Next: frontdesk ask mine.strategy.yaml \"Order help on phone from Trail Club, Tue 12:00\"\n",
    ] {
        assert!(out.contains(words), "{words}\n{out}");
    }
    assert!(!out.contains("then Care team after 45 s"), "that comes so: {out}");
    let steps = "2 of 3 steps have a story. Without one: Other social: then Care team after 20 min.";
    assert!(out.contains(steps), "{out}");
}

#[test]
fn a_story_without_meaning_cannot_be_asked() {
    let place = with_stories("  Odd:\n    contact: Order hlp on phone, Tue 12:00\n    expect: Care team\n");
    let ran = place.run(&["test", "mine.strategy.yaml"]);
    let out = &ran.ended(1).out;
    assert!(out.contains("Not right  Odd\n") && out.contains("This cannot be asked. "), "{out}");
    assert!(out.contains("Order hlp") && out.contains("Next: frontdesk check mine.strategy.yaml\n"), "{out}");
    assert!(ran.err.contains("must be fixed"), "{ran:?}");
    place.run(&["test", "gone.strategy.yaml"]).refused(&["There is no file gone.strategy.yaml."]);
    let none = with_stories("").run(&["test", "mine.strategy.yaml"]);
    assert!(none.out.contains("Acorn Outdoor has no stories yet"), "{none:?}");
}

#[test]
fn stories_are_written_in_the_published_form() {
    let place = with_stories(MIXED);
    let schema: serde_json::Value = serde_json::from_str(&place.run(&["schema", "stories"]).ended(0).out).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for (file, code) in [("acorn.strategy.yaml", 0), ("mine.strategy.yaml", 1)] {
        let ran = place.run(&["test", file, "--format", "json"]);
        let told: serde_json::Value = serde_json::from_str(&ran.ended(code).out).unwrap();
        assert!(validator.is_valid(&told), "{told:#}");
        assert_eq!((&told["right"], &told["not_right"]), (&(2 - code).into(), &code.into()));
        assert_eq!(told["coverage"]["rules"]["of"], 5);
    }
    let told = place.run(&["test", "mine.strategy.yaml", "--format", "json"]).out;
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    let story = &told["stories"][0];
    assert_eq!((&story["rule"]["name"], &story["rule"]["line"]), (&"Club members".into(), &114.into()));
    assert_eq!(story["expect"][1]["happens"], "80% in 30 s: by Tue 2026-12-01 12:00:30");
}
