//! `frontdesk test --suggest`: what it writes is pasted into every strategy, and is right there.

use super::runs::{Place, plain};
use crate::support::{files, root};

/// The strategy with what was proposed pasted below `stories:`, or behind everything where it has none.
fn pasted(text: &str, proposed: &str) -> String {
    let begins = text.lines().position(|line| line.starts_with("stories:"));
    match begins {
        None => format!("{}\n{proposed}", text.trim_end()),
        Some(at) => {
            let (before, after): (Vec<&str>, Vec<&str>) =
                (text.lines().take(at + 1).collect(), text.lines().skip(at + 1).collect());
            format!("{}\n{proposed}{}\n", before.join("\n"), after.join("\n"))
        }
    }
}

fn told(place: &Place, line: &[&str]) -> serde_json::Value {
    serde_json::from_str(&place.run(line).ended(0).out).unwrap()
}

#[test]
fn what_is_proposed_is_right_in_every_strategy_and_leaves_no_rule_without_a_story() {
    let paths = files(&root().join("strategies"), ".strategy.yaml");
    assert!(paths.len() >= 23, "{} strategies", paths.len());
    for path in paths {
        let place = Place::bare();
        let text = std::fs::read_to_string(&path).unwrap();
        place.write("mine.strategy.yaml", &text);
        let ran = place.run(&["test", "mine.strategy.yaml", "--suggest"]);
        let proposed = &ran.ended(0).out;
        assert_eq!(place.read("mine.strategy.yaml"), text, "nothing is written to the strategy");
        plain(proposed);
        assert_eq!(place.run(&["test", "mine.strategy.yaml", "--suggest"]), ran, "the same, twice");
        place.write("mine.strategy.yaml", pasted(&text, proposed));
        let told = told(&place, &["test", "mine.strategy.yaml", "--suggest", "--format", "json"]);
        assert_eq!(told["not_right"], 0, "{}\n{proposed}", path.display());
        assert!(told["right"].as_u64() > Some(1), "{}", path.display());
        assert_eq!(told["suggestions"], serde_json::json!([]), "{}: nothing is missing then", path.display());
        let left: Vec<&str> =
            told["left_out"].as_array().unwrap().iter().map(|left| left["reason"].as_str().unwrap()).collect();
        for (part, word) in [("rules", "rule"), ("promises", "promise")] {
            for name in told["coverage"][part]["without"].as_array().unwrap() {
                let name = format!("{word} {}", name.as_str().unwrap());
                assert!(left.contains(&name.as_str()), "{}: {name} has no story\n{proposed}", path.display());
            }
        }
        assert_eq!(told["coverage"]["desks"]["without"], serde_json::json!([]), "{}", path.display());
    }
}

#[test]
fn a_strategy_without_stories_gets_the_section_too_and_one_that_has_all_is_told_so() {
    let place = Place::new();
    let text = place.read("acorn.strategy.yaml");
    let (before, _) = text.split_once("\nstories:\n").unwrap();
    place.write("mine.strategy.yaml", before);
    let proposed = place.run(&["test", "mine.strategy.yaml", "--suggest"]).ended(0).out.clone();
    for words in [
        "# Add them to the strategy, then: frontdesk test mine.strategy.yaml\nstories:\n",
        "  # Rules that no story decides yet, and what they do later\n  Safety first:\n    contact: Safety issue on phone",
        "    expect: Safety desk, rule Safety first, answer in 10 s\n",
        "  Just before Main desk closes:\n    contact: Safety issue on phone from Everyone else, Tue 19:59\n",
    ] {
        assert!(proposed.contains(words), "{words}\n{proposed}");
    }
    place.write("mine.strategy.yaml", format!("{before}\n{proposed}"));
    let all = place.run(&["test", "mine.strategy.yaml"]);
    assert!(all.ended(0).out.contains("5 of 5 rules have a story.\n"), "{all:?}");
    assert!(all.out.contains("Next: frontdesk build mine.strategy.yaml -o out\n"), "{all:?}");
    let none = place.run(&["test", "mine.strategy.yaml", "--suggest"]);
    assert_eq!(none.ended(0).out, "# Acorn Outdoor lacks no story.\n");
    let shadowed = format!("{before}\n").replace(
        "  Other social:\n    when: channel is social\n",
        "  Angry again:\n    when: channel is social and sentiment below -0.5\n    send to: Social team\n  Other social:\n    when: channel is social\n",
    );
    place.write("mine.strategy.yaml", shadowed);
    let ran = place.run(&["test", "mine.strategy.yaml", "--suggest"]);
    assert!(ran.out.ends_with("\n# No contact can ever come to: rule Angry again.\n"), "{ran:?}");
}

#[test]
fn names_that_need_quotes_get_them() {
    let place = Place::bare();
    place.write(
        "odd.strategy.yaml",
        "format: 1\nstrategy: Odd\ncontact types:\n  'Help: now':\n  'Lost # found':\nchannels:\n  phone:\n    address: 1\nhours:\n  \
         'Desk: one':\n    channels: phone\n    open: every day 08:00-20:00\nrouting:\n  'Rule: help':\n    when: contact type is \
         Help: now\n    send to: Team\n  Rest:\n    send to: Team\nagent groups:\n  Team:\n",
    );
    let ran = place.run(&["test", "odd.strategy.yaml", "--suggest"]);
    let text = place.read("odd.strategy.yaml");
    place.write("odd.strategy.yaml", format!("{text}{}", ran.out));
    let told = place.run(&["test", "odd.strategy.yaml", "--format", "json"]).out;
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert!(ran.out.contains("  'Rule: help':\n    contact: 'Help: now on phone, Tue 12:00'\n"), "{}", ran.out);
    assert_eq!((&told["not_right"], &told["coverage"]["rules"]["with"]), (&0.into(), &2.into()), "{told:#}");
}
