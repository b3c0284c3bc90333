//! The document says what the strategy says: nothing is left out, and nothing is said that is not so.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::support::{compile_text, root};

const TOP: &str = "format: 1\nstrategy: Acorn\ntime zone: Europe/London\n";

fn markdown(rest: &str) -> String {
    compile_text("acorn.strategy.yaml", &format!("{TOP}{rest}")).document_markdown()
}

/// The line of the document that has this in it.
fn line<'a>(page: &'a str, words: &str) -> &'a str {
    page.lines().find(|line| line.contains(words)).unwrap_or_else(|| panic!("{words} is not in:\n{page}"))
}

const CHANNELS: &str = "channels:\n  phone:\n  email:\n  help pages:\n    kind: self-service\n";

#[test]
fn a_part_says_what_it_takes_over_as_it_runs() {
    let text = "contact types:\n  Danger:\n    gravity: critical\n    reply: never\n    private only: yes\n  \
                Gas leak:\n    part of: Danger\n  Loud leak:\n    part of: Danger\n    gravity: low\n";
    let page = markdown(text);
    assert_eq!(
        line(&page, "| **Gas leak**"),
        "| **Gas leak** | Danger | critical, as for Danger | never, as for Danger |"
    );
    assert_eq!(line(&page, "| **Loud leak**"), "| **Loud leak** | Danger | low | never, as for Danger |");
    assert_eq!(page.matches("- **Private only:** yes, as for Danger").count(), 2);
    let runs = compile_text("a.strategy.yaml", &format!("{TOP}{text}"));
    assert!(runs.policy().contact_types[1].private_only, "the document and what runs say the same");
}

#[test]
fn what_is_not_understood_is_shown_as_written_and_marked() {
    let page = compile_text(
        "broken.strategy.yaml",
        "format: 1\nstrategy: Acorn\ntime zone: Europe/Londn\nstatus: aproved\napplies from: 2026-31-02\n\
         owners:\n  routing: Dana Okafor, Marketing, updated 2026-31-02\n\
         contact types:\n  Order help:\n    gravity: urgnt\n    colour: red\n  Complaint:\n\
         channels:\n  phone:\n\
         hours:\n  Main desk:\n    channels: phone, fone\n    open: Mon-Fri 09:00-17:00\n\
         service levels:\n  promises: |\n    | contact type | fone | phone |\n    |---|---|---|\n    \
         | Order help | 80% in 20 s | 80% within 30 |\n    | Lost rows | 70% in 10 s | 60% in 40 s |\n  \
         for Nobody: |\n    | contact type | phone |\n    |---|---|\n    | Order help | 90% in 9 s |\n\
         routing:\n  Angry:\n    when: channel is phone\n    send to: Social team\n    then after 5 min: Nowhere\n  \
         Rest:\n    reply: nne\n\
         agent groups:\n  Care team:\n    people: 3\n\
         stories:\n  Lunch:\n    contact: Order hlp on phone, Tue 12:00\n    expect: Care team\n",
    )
    .document_markdown();
    let says = |words: &str, also: &[&str]| {
        let line = line(&page, words);
        also.iter().for_each(|also| assert!(line.contains(also), "{also} is not in: {line}"));
    };
    says("Europe/Londn", &["✗ not understood: unknown-zone"]);
    says("Hours are read", &["Europe/Londn ✗ not understood"]);
    assert!(!page.contains("UTC"), "no zone is made up");
    says("aproved", &["✗ not understood: unknown-word", "applies from 2026-31-02 ✗ not understood: impossible-date"]);
    says("| Routing |", &["Dana Okafor, Marketing, updated 2026-31-02 ✗ not understood: impossible-date"]);
    says("Kept current by: Dana", &["✗ not understood: impossible-date"]);
    says("| **Order help** | urgnt", &["✗ not understood: unknown-word"]);
    says("- **colour:**", &["red ✗ not understood: unknown-key"]);
    says("| Contact type | fone", &["✗ not understood: unknown-name"]);
    says("| **Order help** | *80% in 20 s*", &["80% within 30 ✗ not understood"]);
    says("| Lost rows ✗ not understood: unknown-name", &["70% in 10 s", "60% in 40 s"]);
    says("90% in 9 s", &[]);
    says("phone, fone", &["✗ not understood: unknown-name"]);
    says(
        "1. **Angry**",
        &["✗ has no effect", "Social team ✗ not understood: unknown-name", "after 5 min: Nowhere ✗ not"],
    );
    says("2. **Rest**", &["reply: nne ✗ not understood: unknown-word"]);
    assert!(!page.contains("no reply needed"));
    says("- **Contact:** Order hlp", &["✗ not understood: unknown-name"]);
    says("- **Result:**", &["✗ not understood"]);
    says("line 3: ", &["unknown-zone"]);
}

#[test]
fn a_section_under_a_wrong_name_is_not_said_to_be_unwritten() {
    let page = markdown("custmers:\n  Everyone:\n    who: all who write to us\n");
    line(&page, "all who write to us");
}

#[test]
fn a_contact_type_without_a_row_is_a_gap() {
    let text = format!(
        "contact types:\n  Order help:\n  Lost parcel:\n    part of: Order help\n  Praise:\n  Spam:\n    reply: never\n\
         {CHANNELS}service levels:\n  promises: |\n    | contact type | phone | email | help pages |\n    |---|---|---|---|\n    \
         | Order help | 80% in 20 s | | always |\n"
    );
    let page = markdown(&text);
    assert_eq!(line(&page, "| Contact type | phone"), "| Contact type | phone | email | help pages |");
    assert_eq!(line(&page, "| **Order help** | 80%"), "| **Order help** | 80% in 20 s | ✗ gap | always |");
    assert_eq!(line(&page, "| **Praise** | ✗"), "| **Praise** | ✗ gap | ✗ gap | ✗ gap |");
    assert_eq!(
        line(&page, "| **Lost parcel** | *80%"),
        "| **Lost parcel** | *80% in 20 s, as for Order help* | ✗ gap | *always, as for Order help* |"
    );
    line(&page, "| **Spam** | – no reply | – no reply | – no reply |");
    assert!(line(&page, "**Check:**").contains("5 gaps in the promises"), "what is red is counted on the front page");
}

#[test]
fn names_stand_as_written() {
    let page = markdown(&format!("{CHANNELS}contact types:\n  help:\nstakeholders:\n  board: sponsor, Marketing\n"));
    for name in ["**help pages**", "**help**", "**board**"] {
        line(&page, name);
    }
    assert!(!page.contains("Help pages") && !page.contains("**Help**"));
}

#[test]
fn own_answers_and_owners_of_every_part_are_printed() {
    let page = markdown(
        "owners:\n  brand: Aisha Khan, Legal, updated 2026-10-12, review every 6 months\n  terms: Tom Reyes\n\
         brand:\n  voice: calm\nself-check:\n  What is our voice?: like a neighbour\n",
    );
    line(&page, "| **What is our voice?** | like a neighbour |");
    line(&page, "Kept current by **Aisha Khan**, Legal. Updated on 2026-10-12. Reviewed every 6 months.");
    line(&page, "Kept current by **Tom Reyes** (terms).");
    line(&page, "| Brand | voice: calm | Aisha Khan, Legal | 2026-10-12 | 2027-04-12 |");
}

#[test]
fn reasons_stand_with_what_they_are_about() {
    let page = markdown(
        "collaboration:\n  quality:\n    sample: ten a week\n    why: it was asked\n  trends: weekly\n\
         contact types:\n  Order help:\n    handle time:\n      phone: 12 min\n      email: 18 min\n      why: measured\n",
    );
    let at = |words: &str| page.find(words).unwrap_or_else(|| panic!("{words} is not in:\n{page}"));
    assert!(at("ten a week") < at("it was asked") && at("it was asked") < at("weekly\n"));
    line(&page, "phone: 12 min; email: 18 min");
    line(&page, "> **Why (handle time):** measured");
}

#[test]
fn whatever_is_named_once_is_not_repeated() {
    let page = markdown(
        "agent groups:\n  Care team:\n    people: 3\n  Night team:\n    people: 1\n    lead: Luis\n\
         routing:\n  All:\n    send to: Care team\n  Late:\n    send to: Night team\n    priority: 1\n",
    );
    assert!(!page.contains("### Care team") && !page.contains("### All"));
    assert!(page.contains("### Night team\n\n- **Lead:** Luis") && page.contains("### Late\n\n- **Priority:** 1"));
    assert_eq!(page.matches("the gravity of the contact type").count(), 1);
}

#[test]
fn there_is_a_page_to_sign_and_it_says_who_is_named() {
    let nobody = markdown(CHANNELS);
    assert_eq!(nobody.matches("| **Approves** |  |  |  |").count(), 2);
    line(&nobody, "Nobody is named in the strategy yet");
    let somebody = markdown("plan owner: Priya Shah\n");
    assert!(somebody.contains("| **Plan owner** | Priya Shah |  |  |") && !somebody.contains("**Approves**"));
}

#[test]
fn questions_that_do_not_arise_are_one_row_with_the_reason() {
    let page = markdown("channels:\n  phone:\n");
    assert_eq!(page.matches("not applicable |").count(), 1);
    assert!(line(&page, "not applicable |").contains("the strategy has no social channels"));
}

#[test]
fn evidence_and_its_line_belong_together() {
    let page = markdown("self-check:\n  What is our voice?: calm\n");
    assert!(line(&page, "What should our voice").contains("from self-check, line 5; answer it in brand"));
}

const PROOFS: &str = "\
contact types:
  Safety:
    gravity: critical
channels:
  phone:
    address: 1
terms:
  angry: sentiment below 0
routing:
  Everything:
    send to: Team
agent groups:
  Team:
    people: 3
guarantees:
  Safe:
    when: contact type is Safety
    always: answered by Team
  Slow:
    never: priority at least 2
  Empty:
    when: contact is angry and sentiment above 0
    always: somebody answers
";

#[test]
fn every_guarantee_is_said_to_hold_or_not() {
    let page = markdown(PROOFS);
    assert!(line(&page, "holds for every contact").starts_with("- **Proof:** "), "{page}");
    let fails = line(&page, "fails: ");
    assert!(fails.contains("fails: Safety on phone, Tue 10:00. Its gravity gives it the priority 1."), "{fails}");
    assert!(line(&page, "is about nobody").starts_with("- **Proof:** "));
    assert!(line(&page, "**Check:**").contains("1 guarantee not proven"), "{}", line(&page, "**Check:**"));
}

/// What is not understood may be what breaks a guarantee.
#[test]
fn no_guarantee_of_an_unfinished_strategy_is_said_to_hold() {
    let page = markdown(&PROOFS.replace("send to: Team", "send to: Teem"));
    assert!(!page.contains("holds for every contact"));
    assert_eq!(page.matches("not decided, because something that was written is not understood yet").count(), 3);
    let unread = markdown(&PROOFS.replace("always: answered by Team", "always: answered"));
    assert_eq!(unread.matches("not decided, because").count(), 3, "{unread}");
}

const HARD_NAMES: &str = "channels:\n  <b>a & \"b\"</b>:\n    kind: chat\n  A+B:\n    kind: phone\n  A-B:\n    kind: email\n  \
                          Donaudampfschifffahrtsgesellschaftskapitaenswitwenverein:\n    kind: post\n";

#[test]
fn names_never_become_markup_and_identities_are_unique() {
    let page = compile_text("a.strategy.yaml", &format!("{TOP}{HARD_NAMES}")).document_html().unwrap();
    assert!(page.contains("&lt;b&gt;a &amp; &quot;b&quot;&lt;&#x2f;b&gt;"), "{page}");
    assert!(!page.contains("<b>"));
    assert!(page.contains("<span class=\"long\"><strong>Donaudampfschiff"));
    for path in crate::support::files(&root().join("strategies"), ".strategy.yaml") {
        let html = crate::support::compile_file(&path).document_html().unwrap();
        check_page(&html);
    }
    check_page(&page);
}

/// No script, nothing from elsewhere, each identity once, and no link that leads nowhere.
fn check_page(page: &str) {
    for forbidden in ["<script", "<img", "<link", " src=", "url(", "@import", "javascript:"] {
        assert!(!page.contains(forbidden), "{forbidden}");
    }
    let all = |before: &str| -> Vec<String> {
        page.split(before).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
    };
    let ids = all(" id=\"");
    let unique: BTreeSet<&String> = ids.iter().collect();
    assert_eq!(ids.len(), unique.len(), "{ids:?}");
    for link in all("href=\"#") {
        assert!(unique.contains(&link), "{link} leads nowhere");
    }
}

#[test]
fn every_value_that_a_template_gets_is_on_its_page() {
    let page = std::fs::read_to_string(root().join("docs/templates.md")).unwrap();
    let text = std::fs::read_to_string(root().join("tests/cases/acorn/case.strategy.yaml")).unwrap();
    let with_reason = text.replace("routing:\n", "routing:\n  why: so it was\n");
    let compilation = compile_text("a.strategy.yaml", &with_reason);
    let mut words = BTreeSet::new();
    collect(&serde_json::to_value(compilation.document()).unwrap(), &mut words);
    for word in ["strip", "figures", "cells", "address", "state", "fixed"] {
        assert!(words.contains(word), "{word}: the example has it");
    }
    for word in words {
        let told = page.contains(&format!("`{word}`")) || page.contains(&format!("`document.{word}`"));
        assert!(told, "docs/templates.md does not say what {word} is");
    }
}

/// The names of all values, and the kinds of blocks and texts.
fn collect(value: &Value, words: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            for (name, inner) in members {
                words.insert(name.clone());
                if matches!(name.as_str(), "kind" | "state") {
                    words.extend(inner.as_str().map(str::to_owned));
                }
                collect(inner, words);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, words)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
