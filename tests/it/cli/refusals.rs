//! What cannot be done is refused in plain words, with exit code 2, and nothing is left half done.

use super::runs::{NOTHING, Place, TODAY, WITHOUT_STRATEGY, on_strategy, plain};

#[test]
fn a_missing_file() {
    let place = Place::new();
    let before = place.all();
    for line in on_strategy("acron.strategy.yaml") {
        let ran = place.run(&line);
        ran.refused(&["There is no file acron.strategy.yaml.", "Did you mean acorn.strategy.yaml?"]);
        assert_eq!(ran.out, "", "{line:?}");
    }
    place.run(&["check", "acorn"]).refused(&["Did you mean acorn.strategy.yaml?"]);
    place.run(&["check", "elsewhere/acorn.strategy.yaml"]).refused(&["There is no folder elsewhere either."]);
    place.run(&["decide", "acorn.bundle.json"]).refused(&["There is no file acorn.bundle.json."]);
    assert_eq!(place.all(), before);
}

#[test]
fn a_folder_as_a_file_and_a_file_as_a_folder() {
    let place = Place::new();
    place.write("plans/shop.strategy.yaml", "format: 1\n");
    let before = place.all();
    for line in on_strategy("plans") {
        place.run(&line).refused(&["plans is a folder.", "plans/shop.strategy.yaml"]);
    }
    place.run(&["decide", "plans"]).refused(&["plans is a folder."]);
    for line in on_strategy("acorn.strategy.yaml/x.strategy.yaml") {
        place.run(&line).refused(&["a part of the path is a file, not a folder"]);
    }
    assert_eq!(place.all(), before);
}

#[test]
fn a_file_with_nothing_in_it() {
    for (name, text) in NOTHING {
        let place = Place::bare();
        place.write(name, text);
        let kept = place.all();
        for line in on_strategy(name) {
            let ran = place.run(&line);
            assert!(matches!(ran.code, 1 | 2), "{line:?}: {ran:?}");
            assert!(!ran.err.contains("panicked"), "{line:?}: {ran:?}");
            assert!(!ran.out.is_empty() || !ran.err.is_empty(), "{line:?}");
        }
        assert_eq!(place.all(), kept, "{name}");
    }
}

#[test]
fn a_place_that_cannot_be_written() {
    let place = Place::new();
    let before = place.all();
    let mut places = vec!["broken.strategy.yaml/x", "nowhere/x"];
    if cfg!(target_os = "linux") {
        // Whoever runs the tests as root may write into any folder but these.
        places.extend(["/proc/x", "/sys/x"]);
    }
    for output in places {
        for command in ["check", "compile", "document", "worksheet"] {
            let ran = place.run(&[command, "acorn.strategy.yaml", "-o", output]);
            ran.refused(&[output, "cannot be written", "-o"]);
        }
        place.run(&["init", "small-shop", output]).refused(&[output, "cannot be written"]);
        if output != "nowhere/x" {
            place.run(&["build", "acorn.strategy.yaml", "-o", output]).refused(&[output, "cannot be made"]);
            place.run(&["man", "-o", output]).refused(&[output, "cannot be made"]);
        }
    }
    place.run(&["build", "acorn.strategy.yaml", "-o", "broken.strategy.yaml"]).refused(&["is a file, not a folder"]);
    place.run(&["build", "acorn.strategy.yaml", "-o", "-"]).refused(&["Name a folder"]);
    place.run(&["compile", "acorn.strategy.yaml", "-o", "."]).refused(&[". is a folder."]);
    assert_eq!(place.all(), before);
}

#[test]
fn the_strategy_itself_is_never_replaced() {
    let place = Place::bare();
    place.write("hours.strategy.yaml", "hours:\n  Main desk:\n    channels: phone\n    open: always\n");
    place.write(
        "shop.strategy.yaml",
        "format: 1\nstrategy: Shop\ntime zone: Europe/London\ninclude: hours.strategy.yaml\n",
    );
    std::fs::hard_link(place.path("shop.strategy.yaml"), place.path("same.json")).unwrap();
    let mut outputs = vec!["shop.strategy.yaml", "./shop.strategy.yaml", "hours.strategy.yaml"];
    if cfg!(unix) {
        outputs.push("same.json");
    }
    let before = place.all();
    for output in outputs {
        for command in ["check", "compile", "document", "worksheet"] {
            let mut line = vec![command, "shop.strategy.yaml", "-o", output];
            line.extend((command == "compile").then_some("--even-if-broken"));
            let ran = place.run(&line);
            assert_eq!(ran.code, 2, "{line:?}: {ran:?}");
            assert!(ran.err.contains("holds the strategy itself, or a part of it."), "{line:?}: {ran:?}");
        }
    }
    assert_eq!(place.all(), before);
}

#[test]
#[cfg(unix)]
fn links_and_pipes_that_a_strategy_names() {
    let place = Place::bare();
    place.write("secret.yaml", "a secret: of somebody else\n");
    place.write("plans/a.strategy.yaml", "format: 1\nstrategy: A\ninclude: link.strategy.yaml\n");
    std::os::unix::fs::symlink(place.path("secret.yaml"), place.path("plans/link.strategy.yaml")).unwrap();
    let ran = place.run(&["check", "plans/a.strategy.yaml"]);
    ran.refused(&["plans/a.strategy.yaml, line 3,", "outside the folder"]);
    assert!(!ran.out.contains("a secret"), "{ran:?}");
    let made = std::process::Command::new("mkfifo").arg(place.path("plans/pipe.yaml")).status();
    if made.is_ok_and(|made| made.success()) {
        place.write("plans/a.strategy.yaml", "format: 1\nstrategy: A\ninclude: pipe.yaml\n");
        place.run(&["check", "plans/a.strategy.yaml"]).refused(&["plans/pipe.yaml is no ordinary file."]);
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk() {
    let place = Place::new();
    for line in on_strategy("acorn.strategy.yaml").iter().map(Vec::as_slice).chain(WITHOUT_STRATEGY) {
        let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
        let output = place.command(line).stdout(full).output().unwrap();
        let err = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{line:?}: {err}");
        assert!(err.contains("The output cannot be written: the disk is full."), "{line:?}: {err}");
    }
    place.run(&["compile", "acorn.strategy.yaml", "-o", "/dev/full"]).refused(&["/dev/full cannot be written", "full"]);
}

#[test]
fn a_reader_who_has_gone() {
    let place = Place::new();
    for file in ["acorn.strategy.yaml", "broken.strategy.yaml"] {
        for line in on_strategy(file) {
            let (closed, open) = (place.run_closed(&line), place.run(&line));
            assert_eq!((closed.code, &closed.err), (open.code, &open.err), "{line:?}");
        }
    }
    for line in WITHOUT_STRATEGY {
        let closed = place.run_closed(line);
        assert_eq!((closed.code, closed.err.as_str()), (0, ""), "{line:?}");
    }
}

#[test]
fn bytes_that_are_no_text() {
    let place = Place::bare();
    let files: [(&str, &[u8], &str); 4] = [
        ("word.strategy.yaml", b"PK\x03\x04 and so on", "Word, Excel or zip"),
        ("wide.strategy.yaml", b"\xff\xfef\0o\0", "UTF-16"),
        ("ansi.strategy.yaml", b"strategy: Caf\xe9\n", "line 1"),
        ("zero.strategy.yaml", b"strategy: a\0b\n", "line 1"),
    ];
    for (name, bytes, words) in files {
        place.write(name, bytes);
        for line in on_strategy(name) {
            place.run(&line).refused(&[name, words]);
        }
    }
    place.write("large.strategy.yaml", vec![b'#'; 50 << 20]);
    let start = std::time::Instant::now();
    place.run(&["check", "large.strategy.yaml"]).refused(&["large.strategy.yaml is larger than 8 MB"]);
    place.run_with(&["check", "-"], vec![b'#'; 50 << 20]).refused(&["standard input is larger than 8 MB"]);
    assert!(start.elapsed().as_secs() < 4);
}

#[test]
fn files_that_a_strategy_names() {
    let place = Place::bare();
    let cases = [
        ("hours.strategy.yaml", "There is no file plans/hours.strategy.yaml."),
        ("../secret.yaml", "outside the folder"),
        ("/etc/passwd", "outside the folder"),
        ("C:\\secret.yaml", "outside the folder"),
        ("parts", "plans/parts is a folder."),
    ];
    place.write("plans/parts/x", "");
    for (named, words) in cases {
        // The line is that of the value, wherever else the name stands.
        place.write("plans/a.strategy.yaml", format!("# {named}\nformat: 1\nstrategy: A\ninclude: {named}\nb: 1\n"));
        for line in on_strategy("plans/a.strategy.yaml") {
            let ran = place.run(&line);
            if line[0] == "check" && named.starts_with("hours") {
                // A finding beside the others: the file has more faults than this one.
                ran.ended(1);
                assert!(ran.out.contains("missing-file") && ran.out.contains("unknown-key"), "{ran:?}");
            } else {
                ran.refused(&["plans/a.strategy.yaml, line 4,", words]);
            }
        }
    }
    let many: Vec<String> = (0..80).map(|at| format!("f{at}.yaml")).collect();
    place.write("plans/a.strategy.yaml", format!("format: 1\ninclude: {}\n", many.join(", ")));
    place.run(&["check", "plans/a.strategy.yaml"]).refused(&["more than 64 files"]);
    for at in 0..3 {
        place.write(&format!("plans/f{at}.yaml"), vec![b'#'; 3 << 20]);
    }
    place.write("plans/a.strategy.yaml", "format: 1\ninclude: f0.yaml, f1.yaml, f2.yaml\n");
    place.run(&["check", "plans/a.strategy.yaml"]).refused(&["larger than 8 MB together"]);
}

#[test]
fn a_folder_without_one_strategy() {
    let place = Place::bare();
    place.run(&["check"]).refused(&["There is no *.strategy.yaml in this folder.", "frontdesk init"]);
    place.write("a.strategy.yaml", "");
    place.write("b.strategy.yaml", "");
    place.run(&["build"]).refused(&["There are 2 strategies in this folder: a.strategy.yaml, b.strategy.yaml."]);
}

#[test]
fn mistakes_on_the_command_line() {
    let place = Place::new();
    let lines: [&[&str]; 12] = [
        &["chek"],
        &["check", "--frobnicate"],
        &["check", "--for", "manager"],
        &["check", "--today", "24.11.2026"],
        &["check", "--today", "2026-02-30"],
        &["check", "--format", "xml"],
        &["build", "a", "b"],
        &["ask"],
        &["show", "acorn.strategy.yaml"],
        &["explain", "unknown-nam"],
        &["init", "smal-shop"],
        &["schema", "strateg"],
    ];
    for line in lines {
        let ran = place.run(line);
        ran.refused(&[]);
        assert_eq!(ran.out, "", "{line:?}");
    }
    place.run(&["explain", "unknown-nam"]).refused(&["Did you mean unknown-name?"]);
    place.run(&["init", "smal-shop"]).refused(&["Did you mean small-shop?"]);
    let alone = place.run(&[]);
    assert_eq!(alone.code, 2);
    assert!(alone.err.contains("Usage: frontdesk"), "{alone:?}");
    plain(&alone.err);
}

/// What is read of a template is never cut: a page would look whole and lack its end.
#[test]
fn a_template_that_is_too_large_or_no_ordinary_file() {
    let place = Place::new();
    let mut large = b"<p>{{ strategy }}</p>".to_vec();
    large.resize(8 * 1024 * 1024 + 1, b' ');
    place.write("style/document.html", &large);
    let line = ["document", "acorn.strategy.yaml", "--template", "style", "-o", "page.html"];
    place.run(&line).refused(&["The template style/document.html is larger than 8 MB, the most that is read of one."]);
    if cfg!(unix) {
        std::fs::remove_file(place.path("style/document.html")).unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink("/dev/zero", place.path("style/document.html")).unwrap();
        place.run(&line).refused(&["style/document.html is no ordinary file. Name a text file."]);
    }
    assert!(!place.path("page.html").exists());
}

/// A line break in a name must not make a line that looks like one of the program's own.
#[test]
fn no_name_makes_a_line_of_its_own() {
    let place = Place::bare();
    let strategy = "format: 1\nstrategy: \"Good\\n\\nAcorn: nothing to fix, as of 2026-11-24.\"\ntime zone: Europe/London\n\
                    hours:\n  A:\n    open: Mon-Fri 09:00-17:00\n    chanels: phone\n";
    place.write("spoof.strategy.yaml", strategy);
    let ran = place.run(&["check", "spoof.strategy.yaml", "--today", TODAY]);
    ran.ended(1);
    assert!(!ran.out.lines().any(|line| line.starts_with("Acorn")), "{}", ran.out);
    let forged = "gone.strategy.yaml\nMust fix   Nothing at all.";
    let ran = place.run(&["check", forged]);
    ran.refused(&["There is no file gone.strategy.yaml Must fix   Nothing at all."]);
    assert_eq!(ran.err.lines().count(), 1, "{ran:?}");
    let place = Place::new();
    let ran = place.run(&["ask", "acorn.strategy.yaml", "Order\nMust fix   Nothing. on phone, Tue 12:00"]);
    assert_eq!(ran.refused(&["Order Must fix   Nothing."]).err.lines().count(), 1, "{ran:?}");
}

#[test]
fn a_file_that_begins_with_a_dash_is_named_so_that_it_is_no_option() {
    let place = Place::bare();
    place.write("-dash.strategy.yaml", "format: 1\nstrategy: Dash\ntime zone: Europe/London\n");
    let ran = place.run(&["check", "--today", TODAY]);
    assert!(ran.out.contains("Next: frontdesk build ./-dash.strategy.yaml -o out"), "{ran:?}");
}

#[test]
fn a_contact_of_everything_else_is_decided_alike_in_words_and_by_machines() {
    let place = Place::bare();
    place.write(
        "a.strategy.yaml",
        "format: 1\nstrategy: A\ntime zone: Europe/London\ncontact types:\n  Order help:\n  Anything else:\n    \
         everything else: yes\nchannels:\n  email:\nrouting:\n  All:\n    send to: Team\n    \
         needs: German (fluent)\nagent groups:\n  Team:\n    people: 4\n    skills: German (basic)\n",
    );
    let words = place.run(&["ask", "a.strategy.yaml", "Weird on email, Tue 12:00"]);
    assert!(
        words.out.contains("There is no contact type called \"Weird\"; it is decided as everything else."),
        "{words:?}"
    );
    assert!(words.out.contains("German (fluent)"), "{words:?}");
    let object = r#"{"contact type": "Weird", "channel": "email", "at": "2026-12-01T12:00:00Z"}"#;
    let json = place.run(&["ask", "a.strategy.yaml", "--json", object]);
    assert_eq!(json.code, words.code);
    let told: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(told["needs"], serde_json::json!(["German (fluent)"]));
    let slip = place.run(&["ask", "a.strategy.yaml", "Order hlp on email, Tue 12:00"]);
    slip.refused(&["Did you mean \"Order help\"?", "To ask about everything else, name \"Anything else\"."]);
}
