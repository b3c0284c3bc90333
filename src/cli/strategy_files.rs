//! From what was typed to a compilation: which file, its text, and the files that it names.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

use crate::cli::disk::{self, STRATEGY_ENDING};
use crate::cli::door::Door;
use crate::cli::formats::Report;
use crate::cli::outcome::{Exit, Refusal};
use crate::cli::surroundings;
use crate::compilation::{
    Audience, BytesFault, Compilation, Date, Files, Options, SIZE_LIMIT, Severity, SourceFile, compile,
    read_bytes_check,
};

/// How many files a strategy may be made of.
const MOST_FILES: usize = 64;

/// What to do about a strategy that is too large.
const TOO_MUCH: &str = "Look for data that went into it by mistake.";

/// The name of the standard input in messages, where none is given.
const STANDARD_INPUT: &str = "standard input";

/// How strategies are read: the same for every command that reads one.
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct Reading {
    /// The day at which age is judged, such as 2026-11-24; without it, today's date in Greenwich
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) today: Option<Date>,
    /// What messages call the standard input, and where the files that it names are looked for
    #[arg(long, value_name = "NAME")]
    pub(crate) stdin_name: Option<String>,
}

/// One strategy and how it is read.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct OneStrategy {
    /// The strategy file, or - for the standard input; without it, the only *.strategy.yaml of this folder
    #[arg(value_name = "STRATEGY")]
    pub(crate) file: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

/// What becomes of a file that a strategy names and that is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gone {
    /// The work cannot be done: half a strategy would decide otherwise than the whole one.
    Refused,
    /// A finding says so.
    Told,
}

/// A strategy that was read and taken through all stages.
#[derive(Debug)]
pub(crate) struct Loaded {
    /// What came of it.
    pub(crate) compilation: Compilation,
    /// The day at which age was judged.
    pub(crate) today: Date,
    file: PathBuf,
    name: String,
}

impl OneStrategy {
    /// Reads the strategy.
    pub(crate) fn load(&self) -> Result<Loaded, Refusal> {
        self.loaded(Gone::Refused)
    }

    /// Reads the strategy to tell what is wrong with it: a file that it names and that is not there is a finding beside
    /// the others, and no reason to tell nothing.
    pub(crate) fn load_to_check(&self) -> Result<Loaded, Refusal> {
        self.loaded(Gone::Told)
    }

    fn loaded(&self, gone: Gone) -> Result<Loaded, Refusal> {
        match &self.file {
            Some(file) => load(file, &self.reading, gone),
            None => load(&only_strategy_here()?, &self.reading, gone),
        }
    }
}

impl Loaded {
    /// The file, as messages name it.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// The files that it was read from.
    pub(crate) fn files(&self) -> Vec<PathBuf> {
        let named = self.compilation.sources().iter().skip(1).map(|(_, file)| PathBuf::from(file.name()));
        std::iter::once(self.file.clone()).chain(named).collect()
    }

    /// Whether another file is one of those that this strategy is made of, and no strategy of its own.
    pub(crate) fn has_part(&self, other: &Self) -> bool {
        let named = || self.files().iter().skip(1).any(|part| disk::is_same_file(part, &other.file));
        self.name != other.name && other.is_nameless() && named()
    }

    /// Whether its file says the name of no strategy.
    fn is_nameless(&self) -> bool {
        self.compilation.sources().iter().next().is_none_or(|(_, file)| !names_a_strategy(file.text()))
    }

    /// The findings for a reader.
    pub(crate) fn report(&self, audience: Audience) -> Report<'_> {
        Report::new(&self.compilation, audience, self.today, self.command_word())
    }

    /// The file as the next command should name it.
    pub(crate) fn command_word(&self) -> String {
        let file = self.file.to_string_lossy();
        // A word that begins with a dash would be taken for an option.
        let option = file.starts_with('-') && !is_standard_input(&self.file);
        shell_word(&if option { format!("./{file}").into() } else { file })
    }

    /// The name without its folder and its ending: `acorn` for `work/acorn.strategy.yaml`.
    pub(crate) fn stem(&self) -> String {
        let name = self.name.rsplit(['/', '\\']).next().unwrap_or_default();
        let endings = [STRATEGY_ENDING, ".strategy.yml", ".yaml", ".yml"];
        let stem = endings.iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name);
        if stem.is_empty() || stem == STANDARD_INPUT { "strategy".to_owned() } else { stem.to_owned() }
    }

    /// Where a file goes whose place was not said: beside the strategy; none for the standard input, which lies nowhere.
    pub(crate) fn beside(&self, ending: &str) -> Option<PathBuf> {
        (!is_standard_input(&self.file)).then(|| self.file.with_file_name(format!("{}{ending}", self.stem())))
    }

    /// How many findings must be fixed.
    pub(crate) fn must_fix(&self) -> usize {
        self.compilation.diagnostics().iter().filter(|found| found.severity == Severity::Must).count()
    }

    /// Says on the standard error that findings must be fixed, if there are any. The exit code says so too.
    pub(crate) fn warn(&self, door: &Door) -> Exit {
        let count = self.must_fix();
        if count > 0 {
            let findings = if count == 1 { "finding that must be fixed" } else { "findings that must be fixed" };
            door.tell(&format!(
                "{} has {count} {findings}, so this may be wrong: frontdesk check {}",
                self.name,
                self.command_word()
            ));
        }
        Exit::findings(count > 0)
    }
}

/// Whether a name means the standard input.
pub(crate) fn is_standard_input(path: &Path) -> bool {
    path == Path::new("-")
}

/// Reads a strategy and the files that it names, and takes it through all stages.
fn load(file: &Path, reading: &Reading, gone: Gone) -> Result<Loaded, Refusal> {
    let (name, bytes) = if is_standard_input(file) {
        let name = reading.stdin_name.clone().unwrap_or_else(|| STANDARD_INPUT.to_owned());
        (name, disk::read_standard_input(SIZE_LIMIT)?)
    } else {
        (file.to_string_lossy().into_owned(), disk::read(file, SIZE_LIMIT)?)
    };
    compiled(file, name, &bytes, reading, gone)
}

/// The same for a file whose bytes were read already.
pub(crate) fn from_bytes(file: &Path, name: String, bytes: &[u8], reading: &Reading) -> Result<Loaded, Refusal> {
    compiled(file, name, bytes, reading, Gone::Refused)
}

fn compiled(file: &Path, name: String, bytes: &[u8], reading: &Reading, gone: Gone) -> Result<Loaded, Refusal> {
    let mut files = Files::new();
    files.add(SourceFile::new(name.clone(), text(&name, bytes)?));
    add_named_files(&mut files, &name, bytes.len(), gone)?;
    let today = reading.today.unwrap_or_else(surroundings::today);
    let compilation = compile(files, Options { today });
    Ok(Loaded { compilation, today, file: file.to_owned(), name })
}

/// Reads the files that a strategy names, and those that these name, until none is missing.
fn add_named_files(files: &mut Files, first: &str, first_size: usize, gone: Gone) -> Result<(), Refusal> {
    let folder = first.rfind(['/', '\\']).map_or("", |end| first.get(..=end).unwrap_or_default());
    let mut size = first_size;
    let mut not_there: BTreeSet<String> = BTreeSet::new();
    loop {
        let mut missing = files.missing();
        missing.retain(|(path, _)| !not_there.contains(path));
        if missing.is_empty() {
            return Ok(());
        }
        if files.sources().iter().count() + missing.len() > MOST_FILES {
            let what = format!("{first} is made of more than {MOST_FILES} files.");
            return Err(Refusal::new(what, "Join some of them."));
        }
        for (path, at) in missing {
            let named = path.strip_prefix(folder).unwrap_or(&path);
            let place = format!("{}, line {},", files.sources().name(at), files.sources().start(at).line);
            if leaves_its_folder(named) || disk::leads_out(Path::new(&path), Path::new(folder)) {
                let what = format!("{place} names the file \"{named}\", which is outside the folder of {first}.");
                return Err(Refusal::new(what, "Put all files of a strategy into one folder or the folders in it."));
            }
            if gone == Gone::Told && disk::is_not_there(Path::new(&path)) {
                not_there.insert(path);
                continue;
            }
            let bytes = disk::read_ordinary(Path::new(&path), SIZE_LIMIT).map_err(|refusal| {
                Refusal::new(format!("{place} names a file that cannot be used."), refusal.to_string())
            })?;
            size += bytes.len();
            if size > SIZE_LIMIT && bytes.len() <= SIZE_LIMIT {
                let most = megabytes(SIZE_LIMIT);
                let what =
                    format!("The files of {first} are larger than {most} together, the most that a strategy has.");
                return Err(Refusal::new(
                    what,
                    "No strategy needs so much. Look for data that went into it by mistake.",
                ));
            }
            files.add(SourceFile::new(path.clone(), text(&path, &bytes)?));
        }
    }
}

/// Whether a name leads out of the folder that it is looked for in.
fn leaves_its_folder(name: &str) -> bool {
    let inside = Path::new(name).components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    let drive = name.split_once(':').is_some_and(|(drive, _)| drive.len() == 1);
    !inside || drive || name.split(['/', '\\']).any(|part| part == "..") || name.starts_with('\\')
}

/// Whether a text says the name of a strategy; one that does not is a part, such as hours that several strategies share.
fn names_a_strategy(text: &str) -> bool {
    text.lines().any(|line| line.starts_with("strategy:"))
}

fn only_strategy_here() -> Result<PathBuf, Refusal> {
    let mut found = disk::strategies_in(Path::new(""));
    if found.len() > 1 {
        let whole = |path: &PathBuf| {
            disk::read(path, SIZE_LIMIT).is_ok_and(|bytes| names_a_strategy(&String::from_utf8_lossy(&bytes)))
        };
        let named: Vec<PathBuf> = found.iter().filter(|path| whole(path)).cloned().collect();
        if !named.is_empty() {
            found = named;
        }
    }
    if found.len() > 1 {
        let names: Vec<String> = found.iter().take(6).map(|path| path.display().to_string()).collect();
        let more = if found.len() > 6 { format!(" and {} more", found.len() - 6) } else { String::new() };
        return Err(Refusal::new(
            format!("There are {} strategies in this folder: {}{more}.", found.len(), names.join(", ")),
            "Say which one.",
        ));
    }
    found.pop().ok_or_else(|| {
        Refusal::new(
            format!("There is no *{STRATEGY_ENDING} in this folder."),
            "Name a file, or begin one with: frontdesk init",
        )
    })
}

/// The text of a strategy file, or why its bytes are none.
fn text(name: &str, bytes: &[u8]) -> Result<String, Refusal> {
    if bytes.starts_with(b"PK\x03\x04") {
        let what = format!("{name} is a Word, Excel or zip file.");
        return Err(Refusal::new(what, "A strategy is a plain text file. Save it as text in UTF-8."));
    }
    read_bytes_check(bytes).map_err(|fault| match fault {
        BytesFault::TooLarge { limit, .. } => {
            Refusal::new(format!("{name} is larger than {}, the most that a strategy has.", megabytes(limit)), TOO_MUCH)
        }
        BytesFault::OtherEncoding { name: encoding } => Refusal::new(
            format!("{name} is saved as {encoding}, which some editors call Unicode."),
            "Save it as UTF-8.",
        ),
        BytesFault::NotUtf8 { line, before, .. } => {
            let after = before.trim();
            let after = if after.is_empty() { String::new() } else { format!(", after \"{after}\"") };
            Refusal::new(
                format!("{name}, line {line}{after}, holds a letter that is not saved as UTF-8."),
                "Save the file as UTF-8; editors on Windows often offer ANSI first.",
            )
        }
        BytesFault::Nul { line, .. } => Refusal::new(
            format!("{name}, line {line}, holds a byte of value zero, so it is no plain text."),
            "Save it as text in UTF-8.",
        ),
    })
}

/// A size in words.
pub(crate) fn megabytes(bytes: usize) -> String {
    format!("{} MB", bytes / (1024 * 1024))
}

/// A word as a shell reads it: in quotes where it needs them.
pub(crate) fn shell_word(word: &str) -> String {
    let plain = |letter: char| letter.is_alphanumeric() || "-_./\\:+,@%".contains(letter);
    if !word.is_empty() && word.chars().all(plain) {
        return word.to_owned();
    }
    if word.contains(['"', '$', '`', '\\', '!']) {
        format!("'{}'", word.replace('\'', "'\\''"))
    } else {
        format!("\"{word}\"")
    }
}

/// A date as an option: `2026-11-24`.
fn date(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| format!("\"{text}\" is no date. Write it like 2026-11-24."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_lead_out_are_seen() {
        for name in ["../x", "/etc/passwd", "a/../../x", "C:\\x", "c:x", "\\\\server\\x", "..\\x", "a\\..\\x"] {
            assert!(leaves_its_folder(name), "{name}");
        }
        for name in ["hours.strategy.yaml", "./hours.yaml", "parts/hours.yaml", "a..b.yaml"] {
            assert!(!leaves_its_folder(name), "{name}");
        }
    }

    #[test]
    fn names_are_quoted_where_a_shell_needs_it() {
        assert_eq!(shell_word("acorn.strategy.yaml"), "acorn.strategy.yaml");
        assert_eq!(shell_word("my plan.yaml"), "\"my plan.yaml\"");
        assert_eq!(shell_word("it's $5.yaml"), "'it'\\''s $5.yaml'");
    }

    #[test]
    fn bytes_that_are_no_text_are_refused_in_words() {
        let too_large = vec![b'x'; SIZE_LIMIT + 1];
        let all: [&[u8]; 5] = [b"PK\x03\x04...", b"\xff\xfea\0", b"one: 1\nname: Caf\xe9\n", b"a: \0\n", &too_large];
        let said: String = all.iter().map(|bytes| format!("{}\n", text("a.yaml", bytes).unwrap_err())).collect();
        insta::assert_snapshot!(said, @r#"
        a.yaml is a Word, Excel or zip file. A strategy is a plain text file. Save it as text in UTF-8.
        a.yaml is saved as UTF-16, which some editors call Unicode. Save it as UTF-8.
        a.yaml, line 2, after "name: Caf", holds a letter that is not saved as UTF-8. Save the file as UTF-8; editors on Windows often offer ANSI first.
        a.yaml, line 1, holds a byte of value zero, so it is no plain text. Save it as text in UTF-8.
        a.yaml is larger than 8 MB, the most that a strategy has. Look for data that went into it by mistake.
        "#);
    }
}
