//! A folder of its own for each test, and runs of the program in it.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The day at which all tests judge age.
pub(super) const TODAY: &str = "2026-11-24";

/// A strategy with a finding that must be fixed: there is no such time zone.
pub(super) const BROKEN: &str = "format: 1\nstrategy: Broken\ntime zone: Europe/Londn\n";

/// Files that hold nothing.
pub(super) const NOTHING: [(&str, &str); 2] =
    [("empty.strategy.yaml", ""), ("comments.strategy.yaml", "# only\n\n# comments\n")];

/// What came of one run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Ran {
    pub(super) code: i32,
    pub(super) out: String,
    pub(super) err: String,
}

impl Ran {
    /// Holds that the work could not be done, and that it was said in plain words on the standard error, in a few lines.
    #[track_caller]
    pub(super) fn refused(&self, words: &[&str]) -> &Self {
        assert_eq!(self.code, 2, "{self:?}");
        assert!(self.err.starts_with("Could not run   "), "{self:?}");
        assert!(self.err.lines().count() <= 3, "{self:?}");
        for word in words {
            assert!(self.err.contains(word), "no \"{word}\" in {self:?}");
        }
        plain(&self.err);
        self
    }

    /// Holds the exit code, and that the program did not fall over.
    #[track_caller]
    pub(super) fn ended(&self, code: i32) -> &Self {
        assert_eq!(self.code, code, "{self:?}");
        assert!(!self.err.contains("panicked"), "{self:?}");
        self
    }
}

/// Holds that a text has none of the words of programmers.
#[track_caller]
pub(super) fn plain(text: &str) {
    let forbidden = [
        "parse",
        "token",
        "scalar",
        "sequence",
        "string",
        "integer",
        "boolean",
        "regex",
        "invalid",
        "illegal",
        "expected",
        "unexpected",
        "syntax",
        "must match",
        "os error",
        "Err(",
        "please",
        "!",
    ];
    for word in forbidden {
        assert!(!text.to_lowercase().contains(word), "\"{word}\" in: {text}");
    }
}

/// A folder for one test, removed with everything in it.
pub(super) struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    /// A folder with the worked example and a broken strategy in it.
    pub(super) fn new() -> Self {
        let place = Self { folder: tempfile::tempdir().unwrap() };
        std::fs::copy(
            Path::new(env!("CARGO_MANIFEST_DIR")).join("strategies/acorn.strategy.yaml"),
            place.path("acorn.strategy.yaml"),
        )
        .unwrap();
        place.write("broken.strategy.yaml", BROKEN);
        place
    }

    /// A folder with nothing in it.
    pub(super) fn bare() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(super) fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    pub(super) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    /// Everything in the folder, with what is in it; folders end with a slash.
    pub(super) fn all(&self) -> BTreeMap<String, Vec<u8>> {
        let mut found = BTreeMap::new();
        let mut folders = vec![self.folder.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(&folder).unwrap() {
                let path = entry.unwrap().path();
                let name = path.strip_prefix(self.folder.path()).unwrap().to_string_lossy().into_owned();
                if path.is_dir() {
                    found.insert(name + "/", Vec::new());
                    folders.push(path);
                } else {
                    found.insert(name, std::fs::read(path).unwrap());
                }
            }
        }
        found
    }

    /// The program, ready to run here, without anything in its surroundings that could change what it says.
    pub(super) fn command(&self, line: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_frontdesk"));
        command.args(line).current_dir(self.folder.path()).env("COLUMNS", "100").env_remove("RUST_BACKTRACE");
        for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
            command.env_remove(name);
        }
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Runs the program here.
    pub(super) fn run(&self, line: &[&str]) -> Ran {
        ran(self.command(line).output().unwrap())
    }

    /// Runs the program here with an input.
    pub(super) fn run_with(&self, line: &[&str], input: impl AsRef<[u8]>) -> Ran {
        let mut child = self.command(line).stdin(Stdio::piped()).spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let input = input.as_ref().to_owned();
        // A program that does not read everything is no fault of the test.
        let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
        let output = child.wait_with_output().unwrap();
        writer.join().unwrap();
        ran(output)
    }

    /// Runs the program here with nobody at the other end of its standard output.
    pub(super) fn run_closed(&self, line: &[&str]) -> Ran {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        ran(self.command(line).stdout(writer).output().unwrap())
    }
}

fn ran(output: std::process::Output) -> Ran {
    Ran {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8_lossy(&output.stdout).into_owned(),
        err: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

/// Every command that reads a strategy, on the file of that name. What it writes stays in the folder of the test.
pub(super) fn on_strategy(file: &str) -> Vec<Vec<&str>> {
    vec![
        vec!["check", "--today", TODAY, file],
        vec!["check", "--today", TODAY, "--format", "json", file],
        vec!["check", "--today", TODAY, "--brief", "--for", "auditor", file],
        vec!["compile", "--today", TODAY, file],
        vec!["compile", "--today", TODAY, file, "-o", "-"],
        vec!["document", "--today", TODAY, file],
        vec!["document", "--today", TODAY, "--format", "markdown", "-o", "-", file],
        vec!["worksheet", "--today", TODAY, file],
        vec!["worksheet", "--today", TODAY, "--format", "json", file],
        vec!["build", "--today", TODAY, file],
        vec!["ask", file, "Order help on phone from Trail Club, Tue 12:00"],
        vec!["show", "--today", TODAY, "--defaults", file],
        vec!["show", "--today", TODAY, "--result", file],
    ]
}

/// Every command that reads no strategy.
pub(super) const WITHOUT_STRATEGY: [&[&str]; 14] = [
    &["init"],
    &["init", "small-shop", "-"],
    &["explain"],
    &["explain", "unknown-name"],
    &["schema"],
    &["schema", "findings"],
    &["completions", "bash"],
    &["man"],
    &["help"],
    &["help", "check"],
    &["--help"],
    &["check", "--help"],
    &["--version"],
    &["-h"],
];
