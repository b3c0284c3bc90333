//! Each command does what its help says.

use super::runs::{Place, TODAY};
use crate::bless;
use crate::support::root;

#[test]
fn check_answers_by_its_exit_code() {
    let place = Place::new();
    let clean = place.run(&["check", "acorn.strategy.yaml", "--today", TODAY]);
    assert!(clean.ended(0).out.contains("Acorn Outdoor: "), "{clean:?}");
    assert!(clean.out.contains(&format!("as of {TODAY}.")), "{clean:?}");
    let broken = place.run(&["check", "broken.strategy.yaml"]);
    assert!(broken.ended(1).out.starts_with("Must fix   "), "{broken:?}");
    assert!(broken.out.contains("\nNext: frontdesk explain "), "{broken:?}");
    place.run(&["check", "broken.strategy.yaml", "--fail-on", "never"]).ended(0);
    let both = place.run(&["check", "acorn.strategy.yaml", "broken.strategy.yaml", "--today", TODAY, "--brief"]);
    assert!(both.ended(1).out.contains("Acorn Outdoor: "), "{both:?}");
    assert!(both.out.contains("Broken: "), "{both:?}");
    let one_missing = place.run(&["check", "gone.strategy.yaml", "broken.strategy.yaml"]);
    assert!(one_missing.ended(2).err.contains("There is no file gone.strategy.yaml."), "{one_missing:?}");
    assert!(one_missing.out.contains("Broken: "), "the rest is checked: {one_missing:?}");
}

#[test]
fn check_takes_the_only_strategy_of_the_folder() {
    let place = Place::bare();
    place.run(&["init", "small-shop"]).ended(0);
    let named = place.run(&["check", "small-shop.strategy.yaml"]);
    assert_eq!(place.run(&["check"]), named);
}

/// A strategy in two files, the second of which is no strategy of its own.
fn in_two_files() -> Place {
    let place = Place::bare();
    let hours = "hours:\n  Main desk:\n    channels: phone\n    open: Mon-Fri 09:00-17:00\n";
    place.write("hours.strategy.yaml", hours);
    let shop =
        "format: 1\nstrategy: Shop\ntime zone: Europe/Londn\ninclude: hours.strategy.yaml\nchannels:\n  phone:\n";
    place.write("shop.strategy.yaml", shop);
    place
}

#[test]
fn a_part_is_checked_with_its_strategy() {
    let place = in_two_files();
    let alone = place.run(&["check", "shop.strategy.yaml", "--brief"]);
    assert!(alone.ended(1).out.contains("Europe/Londn"), "{alone:?}");
    assert_eq!(place.run(&["check", "--brief"]), alone, "the only strategy of the folder");
    let both = place.run(&["check", "hours.strategy.yaml", "./shop.strategy.yaml", "--brief"]);
    assert_eq!(both.err, "hours.strategy.yaml is checked as a part of ./shop.strategy.yaml.\n");
    assert_eq!(both.ended(1).out.replace("./", ""), alone.out);
}

#[test]
fn several_strategies_make_one_object() {
    let place = Place::new();
    let line = ["check", "acorn.strategy.yaml", "broken.strategy.yaml", "--format", "json", "--today", TODAY];
    let ran = place.run(&line);
    let found: serde_json::Value = serde_json::from_str(&ran.ended(1).out).unwrap();
    assert_eq!(found["strategy"], "Acorn Outdoor, Broken");
    let files = found["findings"].as_array().unwrap().iter().map(|found| found["file"].as_str().unwrap());
    let files: std::collections::BTreeSet<_> = files.collect();
    assert_eq!(files.into_iter().collect::<Vec<_>>(), ["acorn.strategy.yaml", "broken.strategy.yaml"]);
}

#[test]
fn check_writes_json_of_the_published_form() {
    let place = Place::new();
    let schema = place.run(&["schema", "findings"]);
    let schema: serde_json::Value = serde_json::from_str(&schema.ended(0).out).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for file in ["acorn.strategy.yaml", "broken.strategy.yaml"] {
        let ran = place.run(&["check", file, "--format", "json", "--for", "auditor", "--today", TODAY]);
        let found: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        assert!(validator.is_valid(&found), "{found:#}");
        assert_eq!(found["today"], TODAY);
    }
    let ran = place.run(&["check", "broken.strategy.yaml", "--format", "json", "-o", "found.json"]);
    assert!(ran.ended(1).out.starts_with("Wrote found.json ("), "{ran:?}");
    let found: serde_json::Value = serde_json::from_str(&place.read("found.json")).unwrap();
    let first = &found["findings"][0];
    assert_eq!(
        (&first["severity"], &first["line"], &first["file"]),
        (&"must".into(), &3.into(), &"broken.strategy.yaml".into())
    );
}

#[test]
fn compile_refuses_what_must_be_fixed() {
    let place = Place::new();
    let refused = place.run(&["compile", "broken.strategy.yaml"]);
    assert!(refused.ended(1).err.contains("Nothing was written: "), "{refused:?}");
    assert!(refused.err.contains("Must fix   "), "{refused:?}");
    assert!(!place.path("broken.bundle.json").exists());
    let even = place.run(&["compile", "broken.strategy.yaml", "--even-if-broken"]);
    assert!(even.ended(1).out.starts_with("Wrote broken.bundle.json ("), "{even:?}");
    assert!(place.path("broken.bundle.json").exists());
    let fine = place.run(&["compile", "acorn.strategy.yaml"]);
    assert!(fine.ended(0).out.contains("fingerprint "), "{fine:?}");
    assert_eq!(fine.err, "");
}

#[test]
fn document_writes_a_page_or_markdown() {
    let place = Place::new();
    place.run(&["document", "acorn.strategy.yaml", "--today", TODAY]).ended(0);
    let page = place.read("acorn.html");
    assert!(page.contains("<html") && page.contains("Acorn Outdoor"));
    place.run(&["document", "acorn.strategy.yaml", "--format", "markdown", "--today", TODAY]).ended(0);
    assert!(place.read("acorn.md").starts_with("# Acorn Outdoor"));
    let broken = place.run(&["document", "broken.strategy.yaml"]);
    assert!(broken.ended(1).err.contains("must be fixed"), "{broken:?}");
    assert!(place.path("broken.html").exists());
}

#[test]
fn document_takes_templates_of_ones_own() {
    let place = Place::new();
    place.write("style/document.html", "<p>{{ document.title }} by us</p>");
    place.write("style/documnt.html", "");
    let ran = place.run(&["document", "acorn.strategy.yaml", "--template", "style", "-o", "-"]);
    assert_eq!(ran.ended(0).out, "<p>Acorn Outdoor: customer access strategy by us</p>");
    assert!(ran.err.contains("style/documnt.html is not used"), "{ran:?}");
    place.write("style/document.html", "<p>{{ document.titel }}\n{% if %}</p>");
    let ran = place.run(&["document", "acorn.strategy.yaml", "--template", "style", "-o", "page.html"]);
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.err.contains("The template document.html"), "{ran:?}");
    assert!(!place.path("page.html").exists());
    std::fs::remove_file(place.path("style/documnt.html")).unwrap();
    for (text, words) in [
        ("\n{{ document.titel }}", "document.html, line 2, uses something that the document does not have."),
        ("{% include 'blocks.html' %}{% include 'document.html' %}", "calls itself without end."),
        (
            "{% for a in range(9999) %}{% for b in range(9999) %}{{ a }}{% endfor %}{% endfor %}",
            "asks for more work than any page needs. Look for a loop within a loop",
        ),
        // Values within values, deeper than a usual stack reaches.
        (
            "{% set n = namespace(s=[]) %}{% for a in range(99999) %}{% for b in range(9) %}{% set n.s = [n.s] %}\
             {% endfor %}{% endfor %}",
            "asks for more work than any page needs.",
        ),
    ] {
        place.write("style/document.html", text);
        place.run(&["document", "acorn.strategy.yaml", "--template", "style", "-o", "page.html"]).refused(&[words]);
        place.run(&["build", "acorn.strategy.yaml", "--template", "style", "--today", TODAY]).refused(&[words]);
    }
    assert!(!place.path("page.html").exists() && !place.path("out").exists());
    place.write("empty/readme.txt", "");
    place.run(&["document", "acorn.strategy.yaml", "--template", "empty"]).refused(&["holds none of the templates"]);
    place.run(&["document", "acorn.strategy.yaml", "--template", "none"]).refused(&["none is no folder."]);
    place
        .run(&["document", "acorn.strategy.yaml", "--template", "style", "--format", "markdown"])
        .refused(&["Templates are for the page"]);
}

#[test]
fn the_templates_of_the_house_can_be_had_and_give_the_same_page() {
    let place = Place::new();
    let ran = place.run(&["document", "--copy-templates", "style"]);
    assert!(ran.ended(0).out.contains("document.html, blocks.html, style.css into style"), "{ran:?}");
    place.run(&["document", "acorn.strategy.yaml", "--today", TODAY, "--template", "style"]).ended(0);
    let own = place.read("acorn.html");
    place.run(&["document", "acorn.strategy.yaml", "--today", TODAY]).ended(0);
    assert_eq!(place.read("acorn.html"), own);
    place.run(&["document", "--copy-templates", "style"]).refused(&["style/document.html is already there"]);
    place.run(&["document", "acorn.strategy.yaml", "--copy-templates", "other"]).refused(&["--copy-templates"]);
    assert!(!place.path("other").exists());
    let page = place.read("style/document.html").replace("{{ document.foot }}", "{{ document.feet }}");
    place.write("style/document.html", &page);
    place.run(&["document", "acorn.strategy.yaml", "--template", "style"]).refused(&[
        "The template document.html, line ",
        "uses something that the document does not have",
        "It reads: <footer><p>{{ document.feet }}</p></footer>",
        "frontdesk document --copy-templates FOLDER",
    ]);
    let blocks = place.read("style/blocks.html").replace("part.text }}</strong>", "part.texd }}</strong>");
    place.write("style/document.html", page.replace("document.feet", "document.foot"));
    place.write("style/blocks.html", &blocks);
    place
        .run(&["document", "acorn.strategy.yaml", "--template", "style"])
        .refused(&["The template blocks.html, line "]);
}

#[test]
fn nothing_is_written_for_a_file_in_which_nothing_is_written() {
    let place = Place::bare();
    place.write("empty.strategy.yaml", "# only a comment\n");
    let ran = place.run(&["document", "empty.strategy.yaml"]);
    assert!(ran.ended(1).err.contains("Nothing was written: the strategy says nothing yet."), "{ran:?}");
    place.run(&["build", "empty.strategy.yaml", "--even-if-broken"]).ended(1);
    assert_eq!(place.all().len(), 1);
}

#[test]
fn build_says_what_it_wrote_and_what_to_open() {
    let place = Place::new();
    let ran = place.run(&["build", "acorn.strategy.yaml", "--today", TODAY, "-o", "out"]);
    for words in ["Acorn Outdoor: ", "Written into out:", "acorn.bundle.json", "Open out/acorn.html in a browser."] {
        assert!(ran.ended(0).out.contains(words), "{words}: {ran:?}");
    }
    assert_eq!(ran.err, "", "no progress is shown where nobody watches");
    let broken = place.run(&["build", "broken.strategy.yaml", "--today", TODAY]);
    assert!(broken.ended(1).out.contains("Must fix   "), "{broken:?}");
    assert!(broken.err.contains("Nothing was written: "), "{broken:?}");
}

#[test]
fn worksheet_is_for_social_channels_or_for_the_named_ones() {
    let place = Place::new();
    let social = place.run(&["worksheet", "acorn.strategy.yaml", "--today", TODAY]);
    let phone = place.run(&["worksheet", "acorn.strategy.yaml", "--today", TODAY, "--channels", "phone, email"]);
    assert!(!social.ended(0).out.is_empty() && social.out != phone.ended(0).out);
    let refused = |channels: &str, words: &str| {
        place.run(&["worksheet", "acorn.strategy.yaml", "--channels", channels]).refused(&[words]);
    };
    refused("fone", "There is no channel called \"fone\" in this strategy. Did you mean \"phone\"?");
    refused("Phone", "Did you mean \"phone\"?");
    refused("telex", "It has phone, chat, email, facebook, instagram, x and 2 more.");
    refused("fax", "No channel of this strategy is of the kind \"fax\".");
    refused("", "--channels names no channel. Write names with commas between them");
    refused(" , ,", "--channels names no channel.");
    refused("phone,,email", "Write it like this: --channels \"phone,email\"");
    refused("phone, email,", "--channels has a comma with no channel beside it.");
    let twice = place.run(&["worksheet", "acorn.strategy.yaml", "--today", TODAY, "--channels", "phone,email,phone"]);
    assert_eq!(twice.ended(0).out, phone.out);
    assert!(twice.err.contains("\"phone\" twice"), "{twice:?}");
    let written = place.run(&["worksheet", "acorn.strategy.yaml", "--today", TODAY, "--channels", "written"]);
    assert!(written.ended(0).out.contains("email"), "a family stands for its channels: {written:?}");
    let json = place.run(&["worksheet", "acorn.strategy.yaml", "--today", TODAY, "--format", "json"]);
    serde_json::from_str::<serde_json::Value>(&json.ended(0).out).unwrap();
    place.run(&["worksheet", "acorn.strategy.yaml", "--today", TODAY, "-o", "sheet.txt"]).ended(0);
    assert_eq!(place.read("sheet.txt"), social.out);
}

#[test]
fn explain_knows_names_and_codes() {
    let place = Place::bare();
    let page = place.run(&["explain", "unknown-name"]);
    assert!(page.ended(0).out.starts_with("unknown-name\n"), "{page:?}");
    assert_eq!(place.run(&["explain", "[Unknown-Name]"]), page);
    let list = place.run(&["explain"]);
    let line = list.ended(0).out.lines().find(|line| line.starts_with("unknown-name ")).unwrap();
    let code = line.split_whitespace().nth(1).unwrap();
    assert_eq!(place.run(&["explain", code]), page);
    assert_eq!(place.run(&["explain", &format!("unknown-name {code}")]), page, "as the report shows it");
}

#[test]
fn init_writes_starters_that_are_clean() {
    let place = Place::bare();
    let list = place.run(&["init"]);
    let starters: Vec<&str> =
        list.ended(0).out.lines().filter_map(|line| line.strip_prefix("  ")?.split_whitespace().next()).collect();
    assert_eq!(starters.len(), 5, "{list:?}");
    for starter in starters {
        let wrote = place.run(&["init", starter]);
        let file = format!("{starter}.strategy.yaml");
        assert!(wrote.ended(0).out.contains(&format!("frontdesk check {file}")), "{wrote:?}");
        let checked = place.run(&["check", &file, "--fail-on", "should"]);
        assert_eq!(checked.code, 0, "{}", checked.out);
        assert_eq!(place.run(&["init", starter, "-"]).ended(0).out, place.read(&file));
    }
    place.run(&["init", "small-shop", "my plan.yaml"]).ended(0);
    assert!(place.path("my plan.yaml").exists());
}

#[test]
fn show_and_schema_print() {
    let place = Place::new();
    for what in ["--defaults", "--result"] {
        assert!(!place.run(&["show", what, "acorn.strategy.yaml", "--today", TODAY]).ended(0).out.is_empty());
    }
    let names = place.run(&["schema"]);
    for name in names.ended(0).out.lines() {
        let text = place.run(&["schema", name]).ended(0).out.clone();
        let schema: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert!(jsonschema::meta::is_valid(&schema), "{name}");
        bless::same(&root().join(format!("schemas/{name}.schema.json")), &text);
    }
}

#[test]
fn ask_says_what_is_wrong_with_a_contact() {
    let place = Place::new();
    let write = "Write it like this: Order help on phone, Tue 12:00";
    let phrases = [
        ("Order help on twitter, Tue 12:00", "There is no channel called \"twitter\". Did you mean \"x\"?"),
        ("Order help on telex, Tue 12:00", "The channels are: phone, chat, email, facebook, instagram, x and 2 more."),
        ("Order help on Phone, Tue 12:00", write),
        ("Order help on phone", "It does not say when. Add the day and the time, such as \", Tue 12:00\"."),
        ("Order help on phone", write),
        ("Order help on phone, 12:00", "It does not say on which day."),
        ("Order help on phone, Tue", "It does not say at what time."),
        ("Order help on phone, tomorrow 12:00", "\"tomorrow\" means something else whenever it is asked."),
        ("Order help on phone, Tue 24:00", "Write it like this: Order help on phone, Wed 00:00"),
        ("Order help on phone, Tue 9am", "Write it like this: Order help on phone, Tue 09:00"),
        ("Order help phone Tue 12:00", "The word \"on\" is missing before phone."),
        ("Order help phone Tue 12:00", write),
        ("Order help on phone Tue 12:00", "A comma is missing before the day."),
        ("Order help, phone, Tue 12:00", write),
        ("hello", "This is no contact: it does not say what about, on which channel and when."),
        ("Order help on phone, Tue 25:00", "25:00 is past midnight."),
        ("Order help on phone, Tuesday 12:00", write),
        ("Order help on phone, Tue 12:00,", "There is a comma with nothing behind it."),
        ("Order help on , Tue 12:00", "It does not say on which channel."),
        ("Order help on phone from , Tue 12:00", "It says \"from\", but not from whom."),
        (
            "Order hlp on phone, Tue 12:00",
            "There is no contact type called \"Order hlp\". Did you mean \"Order help\"?",
        ),
        ("order help on phone, Tue 12:00", write),
        ("Refund on phone, Tue 12:00", "The contact types are: Safety issue, Public complaint, Order help,"),
        (
            "Order help on phone from trail club, Tue 12:00",
            "There is no customer called \"trail club\". Did you mean \"Trail Club\"? Write it like this: Order help on \
             phone from Trail Club, Tue 12:00",
        ),
        ("Order help on phone from VIP, Tue 12:00", "The customers are: Trail Club, Everyone else."),
        ("Order help on phone for Trail Club, Tue 12:00", "Order help on phone from Trail Club, Tue 12:00"),
        ("Order help on social, Tue 12:00", "Name one: facebook, instagram, x, review sites."),
        ("Order help on x, Tue 12:00, mood bad", "What can be known: sentiment, followers, waiting, loyalty tier."),
        ("Order help on x, Tue 12:00, loyalty tier Club", "Did you mean \"club\"?"),
        ("Order help on x, Tue 12:00, sentiment bad", "\"sentiment\" is \"bad\", but it holds a number."),
        ("Order help on phone, 01/02/2027 12:00", "2027-02-01 12:00, or: Order help on phone, 2027-01-02 12:00"),
    ];
    for (phrase, words) in phrases {
        place.run(&["ask", "acorn.strategy.yaml", phrase]).refused(&[phrase, words]);
    }
    place.write("empty.strategy.yaml", "# nothing yet\n");
    place.run(&["ask", "empty.strategy.yaml", "Order help on phone, Tue 12:00"]).refused(&[
        "empty.strategy.yaml describes no channel, so there is no way to make contact. See: frontdesk check",
    ]);
    let objects = [
        ("[1]", "This is no JSON object."),
        ("{\"a\": }", "it goes wrong at character 7"),
        ("{\"contact_type\": \"Order help\"}", "no part called \"contact_type\". Did you mean \"contact type\"?"),
        ("{\"chanel\": \"phone\"}", "Did you mean \"channel\"?"),
        ("{\"sentiment\": 1e999}", "It has a number that is too large"),
        ("{\"contact type\": \"Order help\"}", "The contact has no \"channel\"."),
    ];
    for (object, words) in objects {
        place.run(&["ask", "acorn.strategy.yaml", "--json", object]).refused(&[words]);
    }
}

#[test]
fn ask_says_how_it_took_a_time_that_clocks_skip_or_show_twice() {
    let place = Place::new();
    let told = |phrase: &str| {
        let answer = place.run(&["ask", "acorn.strategy.yaml", phrase]).ended(0).out.clone();
        answer.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let skipped = told("Order help on phone, 2027-03-28 01:30");
    let words = "On Sun 2027-03-28 the clocks in Europe/London jump over 01:30; Sun 2027-03-28 02:00 was taken";
    assert!(skipped.contains(words), "{skipped}");
    let twice = told("Order help on phone, 2027-10-31 01:30");
    let words = "On Sun 2027-10-31 the clocks in Europe/London show 01:30 twice; the first was taken, \
                 2027-10-31T01:30:00+01:00. The second is 2027-10-31T01:30:00+00:00";
    assert!(twice.contains(words), "{twice}");
    assert!(!told("Order help on phone, 2027-03-28 02:00").contains("clocks"));
}

#[test]
fn ask_answers_in_words_and_in_json() {
    let place = Place::new();
    place.run(&["compile", "acorn.strategy.yaml"]).ended(0);
    let phrase = "Order help on phone from Trail Club, Tue 12:00";
    let words = place.run(&["ask", "acorn.strategy.yaml", phrase]);
    assert!(words.ended(0).out.contains("Order help on phone from Trail Club"), "{words:?}");
    assert_eq!(place.run(&["ask", "acorn.bundle.json", phrase]), words, "a bundle answers as its strategy does");
    let split: Vec<&str> = ["ask", "acorn.bundle.json"].into_iter().chain(phrase.split(' ')).collect();
    assert_eq!(place.run(&split), words, "quotes are not needed");
    let object = r#"{"contact type": "Order help", "channel": "phone", "at": "2026-12-01T12:00:00Z"}"#;
    let json = place.run(&["ask", "acorn.bundle.json", "--json", object]);
    let decision: serde_json::Value = serde_json::from_str(&json.ended(0).out).unwrap();
    assert_eq!(decision["channel"], "phone");
    assert_eq!(place.run_with(&["ask", "acorn.bundle.json", "--json", "-"], object), json);
    place.run(&["ask", "acorn.bundle.json", "--json", "{}"]).refused(&["The contact cannot be decided."]);
    let broken = format!("{}\nquantum: yes\n", place.read("acorn.strategy.yaml"));
    place.write("odd.strategy.yaml", broken);
    let odd = place.run(&["ask", "odd.strategy.yaml", phrase]);
    assert_eq!(odd.code, 1, "{odd:?}");
    assert!(odd.err.contains("must be fixed") && !odd.out.is_empty(), "it warns, and answers: {odd:?}");
}
