//! What is written, and how: whole or not at all, where it was said, as other files are.

use super::runs::{Place, TODAY};

#[test]
fn a_file_that_is_there_is_replaced_as_a_whole() {
    let place = Place::new();
    place.write("acorn.bundle.json", "old");
    place.run(&["compile", "acorn.strategy.yaml"]).ended(0);
    assert!(place.read("acorn.bundle.json").starts_with('{'));
    place.run(&["compile", "broken.strategy.yaml", "-o", "acorn.bundle.json"]).ended(1);
    assert!(place.read("acorn.bundle.json").starts_with('{'), "a refused compile leaves the old file");
    assert!(place.all().keys().all(|name| !name.contains(".frontdesk-")), "nothing temporary is left");
}

#[test]
fn a_build_writes_all_or_nothing() {
    let place = Place::new();
    place.run(&["build", "broken.strategy.yaml", "--today", TODAY]).ended(1);
    assert!(!place.path("out").exists());
    // The last file cannot be put in its place, so the others stay as they are.
    place.write("out/acorn.html", "old");
    place.write("out/acorn.bundle.json/in the way", "");
    let before = place.all();
    place.run(&["build", "acorn.strategy.yaml", "--today", TODAY]).refused(&["out/acorn.bundle.json is a folder."]);
    assert_eq!(place.all(), before);
    let even = place.run(&["build", "broken.strategy.yaml", "--today", TODAY, "-o", "a/b", "--even-if-broken"]);
    even.ended(1);
    let names: Vec<String> = place.all().into_keys().filter(|name| name.starts_with("a/b/")).collect();
    assert_eq!(
        names,
        [
            "a/b/",
            "a/b/broken.bundle.json",
            "a/b/broken.html",
            "a/b/broken.md",
            "a/b/broken.worksheet.json",
            "a/b/broken.worksheet.txt"
        ]
    );
}

#[test]
fn init_never_replaces_a_file() {
    let place = Place::new();
    let before = place.all();
    place.run(&["init", "small-shop", "acorn.strategy.yaml"]).refused(&["acorn.strategy.yaml is already there"]);
    assert_eq!(place.all(), before);
}

#[test]
fn the_standard_output_and_the_standard_input_are_dashes() {
    let place = Place::new();
    let acorn = place.read("acorn.strategy.yaml");
    place.run(&["compile", "acorn.strategy.yaml"]).ended(0);
    let bundle = place.read("acorn.bundle.json");
    assert_eq!(place.run(&["compile", "acorn.strategy.yaml", "-o", "-"]).ended(0).out, bundle);
    let before = place.all();
    let piped = place.run_with(&["compile", "-", "--stdin-name", "acorn.strategy.yaml"], &acorn);
    assert_eq!(piped.ended(0).out, bundle, "from the standard input it goes to the standard output");
    let checked = place.run_with(&["check", "-", "--brief"], "format: 1\nstrategy: S\ntime zone: Europe/Londn\n");
    assert!(checked.ended(1).out.starts_with("standard input:3:"), "{checked:?}");
    let named = place.run_with(&["check", "-", "--brief", "--stdin-name", "plan.yaml"], "time zone: Europe/Londn\n");
    assert!(named.ended(1).out.contains("plan.yaml:1:"), "{named:?}");
    assert_eq!(place.all(), before);
}

#[test]
#[cfg(unix)]
fn files_are_written_as_other_files_are() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = Place::new();
    let mode = |name: &str| std::fs::metadata(place.path(name)).unwrap().permissions().mode() & 0o777;
    std::fs::File::create(place.path("usual")).unwrap();
    place.run(&["compile", "acorn.strategy.yaml"]).ended(0);
    assert_eq!(mode("acorn.bundle.json"), mode("usual"), "a new file can be read by whom other new files can");
    std::fs::set_permissions(place.path("acorn.bundle.json"), std::fs::Permissions::from_mode(0o640)).unwrap();
    place.run(&["compile", "acorn.strategy.yaml"]).ended(0);
    assert_eq!(mode("acorn.bundle.json"), 0o640, "a replaced file keeps who may read it");
    std::fs::rename(place.path("acorn.bundle.json"), place.path("real.json")).unwrap();
    std::os::unix::fs::symlink("real.json", place.path("acorn.bundle.json")).unwrap();
    place.write("real.json", "old");
    place.run(&["compile", "acorn.strategy.yaml"]).ended(0);
    assert!(place.path("acorn.bundle.json").is_symlink(), "a link stays a link");
    assert!(place.read("real.json").starts_with('{'));
    place.run(&["compile", "acorn.strategy.yaml", "-o", "/dev/null"]).ended(0);
    assert!(!std::fs::metadata("/dev/null").unwrap().is_file(), "a device is written, not replaced");
}

#[test]
fn files_that_a_strategy_names_are_read_from_its_folder() {
    let place = Place::bare();
    place.write(
        "plans/a.strategy.yaml",
        "format: 1\nstrategy: A\ntime zone: Europe/London\ninclude: parts/hours.strategy.yaml\n",
    );
    place.write("plans/parts/hours.strategy.yaml", "hours:\n  Main desk:\n    open: 25:00\n");
    let checked = place.run(&["check", "plans/a.strategy.yaml", "--brief", "--today", TODAY]);
    assert!(checked.ended(1).out.contains("plans/parts/hours.strategy.yaml:3:"), "{checked:?}");
    let piped = place.run_with(
        &["check", "-", "--stdin-name", "plans/a.strategy.yaml", "--brief", "--today", TODAY],
        place.read("plans/a.strategy.yaml"),
    );
    assert_eq!(piped.out, checked.out.replace("frontdesk check plans/a.strategy.yaml", "frontdesk check -"));
}

#[test]
fn the_same_strategy_gives_the_same_files() {
    let place = Place::new();
    for folder in ["one", "two"] {
        place.run(&["build", "acorn.strategy.yaml", "--today", TODAY, "-o", folder]).ended(0);
    }
    let all = place.all();
    for (name, bytes) in all.iter().filter(|(name, _)| name.starts_with("one/")) {
        assert_eq!(all.get(&name.replace("one/", "two/")), Some(bytes), "{name}");
    }
}
