//! The only file that touches the disk and the standard input. Each refusal says what is in the way and what to do.
#![expect(clippy::disallowed_methods, reason = "this is the door: disk access lives here and nowhere else")]

use std::fs::{self, File};
use std::io::{self, BufReader, ErrorKind, Read, Write as _};
use std::path::{Path, PathBuf};

use crate::cli::outcome::Refusal;

/// What stands at the end of the name of every strategy file.
pub(crate) const STRATEGY_ENDING: &str = ".strategy.yaml";

/// How many bytes of a stream are taken at once.
const STEP: usize = 128 * 1024;

/// The bytes of a file, never more than `most` and one: who gets more than `most` knows that the file is too large.
pub(crate) fn read(path: &Path, most: usize) -> Result<Vec<u8>, Refusal> {
    let file = open(path)?;
    read_at_most(file, most).map_err(|error| unreadable(path, &error))
}

/// The bytes of the standard input, never more than `most` and one.
pub(crate) fn read_standard_input(most: usize) -> Result<Vec<u8>, Refusal> {
    read_at_most(io::stdin().lock(), most).map_err(|error| {
        Refusal::new(format!("The standard input cannot be read: {}.", reason(&error)), "Name a file instead.")
    })
}

/// The lines of a file, to be read one by one.
pub(crate) fn lines(path: &Path) -> Result<BufReader<Box<dyn Read>>, Refusal> {
    Ok(BufReader::with_capacity(STEP, Box::new(open(path)?)))
}

/// The lines of the standard input, to be read one by one.
pub(crate) fn lines_of_standard_input() -> BufReader<Box<dyn Read>> {
    BufReader::with_capacity(STEP, Box::new(io::stdin()))
}

/// The strategy files of a folder, by name.
pub(crate) fn strategies_in(folder: &Path) -> Vec<PathBuf> {
    let names = names_in(folder);
    names.into_iter().filter(|name| name.ends_with(STRATEGY_ENDING)).map(|name| folder_with(folder, &name)).collect()
}

/// The names of what a folder holds, sorted; empty where it cannot be read.
pub(crate) fn names_in(folder: &Path) -> Vec<String> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    names
}

/// Whether a path is a folder.
pub(crate) fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// Whether there is nothing at a path.
pub(crate) fn is_not_there(path: &Path) -> bool {
    fs::metadata(path).is_err_and(|error| error.kind() == ErrorKind::NotFound)
}

/// Whether two paths lead to one file, by whatever names and links.
pub(crate) fn is_same_file(one: &Path, other: &Path) -> bool {
    let whole = |path: &Path| fs::canonicalize(path).ok();
    whole(one).is_some_and(|found| Some(found) == whole(other)) || has_same_place(one, other)
}

/// Two names may have one place on the disk.
#[cfg(unix)]
fn has_same_place(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let place = |path: &Path| fs::metadata(path).ok().map(|found| (found.dev(), found.ino()));
    place(one).is_some_and(|found| Some(found) == place(other))
}

#[cfg(not(unix))]
fn has_same_place(_: &Path, _: &Path) -> bool {
    false
}

/// Whether a link leads a path out of a folder. What is not there leads nowhere.
pub(crate) fn leads_out(path: &Path, folder: &Path) -> bool {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    match (fs::canonicalize(path), fs::canonicalize(folder)) {
        (Ok(path), Ok(folder)) => !path.starts_with(folder),
        (Err(_), _) | (_, Err(_)) => false,
    }
}

/// The bytes of an ordinary file, as [`read`] gives them. A pipe or a device is refused: reading it may never end.
pub(crate) fn read_ordinary(path: &Path, most: usize) -> Result<Vec<u8>, Refusal> {
    if fs::metadata(path).is_ok_and(|found| !found.is_file() && !found.is_dir()) {
        return Err(Refusal::new(format!("{} is no ordinary file.", path.display()), "Name a text file."));
    }
    read(path, most)
}

/// A file that is to be written.
#[derive(Debug)]
pub(crate) struct NewFile {
    /// Where.
    pub(crate) path: PathBuf,
    /// What.
    pub(crate) bytes: Vec<u8>,
}

/// Whether a file that is already there may be replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Replace {
    /// It may: what was written before is written anew.
    Yes,
    /// It may not: it is somebody's work.
    No,
}

/// A file in waiting: everything that can fail has been tried, but for putting it in its place.
enum Prepared {
    /// Written beside its place under another name.
    Beside { file: tempfile::NamedTempFile, place: PathBuf },
    /// No ordinary file (a pipe, a device): there is nothing to put in its place, so it is written as it is.
    Straight { file: File, bytes: Vec<u8> },
}

/// Writes files so that each is either the old one or the new one, never half of it, and so that all are written or none:
/// all are prepared beside their places first, and only then put there.
pub(crate) fn write(files: Vec<NewFile>, replace: Replace) -> Result<(), Refusal> {
    let mut prepared = Vec::with_capacity(files.len());
    for file in files {
        let path = file.path.clone();
        prepared.push((prepare(file, replace)?, path));
    }
    for (file, path) in prepared {
        put(file, replace).map_err(|error| unwritable(&path, &error))?;
    }
    Ok(())
}

/// Makes a folder and those that it lies in. Answers whether it was not there before.
pub(crate) fn make_folder(path: &Path) -> Result<bool, Refusal> {
    if path.is_dir() {
        return Ok(false);
    }
    if path.exists() {
        return Err(Refusal::new(
            format!("{} is a file, not a folder.", path.display()),
            "Name another folder with -o.",
        ));
    }
    fs::create_dir_all(path).map(|()| true).map_err(|error| {
        let what = format!("The folder {} cannot be made: {}.", path.display(), reason(&error));
        Refusal::new(what, "Name another folder with -o.")
    })
}

/// Removes a folder that was made for nothing. It stays if there is anything in it.
pub(crate) fn remove_empty_folder(path: &Path) {
    let _ = fs::remove_dir(path);
}

fn prepare(new: NewFile, replace: Replace) -> Result<Prepared, Refusal> {
    let NewFile { path, bytes } = new;
    let unwritable = |error: io::Error| unwritable(&path, &error);
    let old = match fs::metadata(&path) {
        Ok(metadata) if metadata.is_dir() => {
            return Err(Refusal::new(format!("{} is a folder.", path.display()), "Name a file."));
        }
        Ok(_) if replace == Replace::No => return Err(already_there(&path)),
        Ok(metadata) if !metadata.is_file() => {
            let file = File::options().write(true).open(&path).map_err(unwritable)?;
            return Ok(Prepared::Straight { file, bytes });
        }
        Ok(metadata) => Some(metadata),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(unwritable(error)),
    };
    // A link is followed, so that it stays a link.
    let place = if old.is_some() { fs::canonicalize(&path).map_err(unwritable)? } else { path.clone() };
    let folder = place.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !folder.is_dir() {
        let what = format!("{} cannot be written: there is no folder {}.", path.display(), folder.display());
        return Err(Refusal::new(what, "Make the folder first, or name another place with -o."));
    }
    let mut builder = tempfile::Builder::new();
    builder.prefix(".frontdesk-");
    usual_permissions(&mut builder);
    let mut file = builder.tempfile_in(folder).map_err(unwritable)?;
    file.write_all(&bytes).and_then(|()| file.flush()).map_err(unwritable)?;
    if let Some(old) = old {
        file.as_file().set_permissions(old.permissions()).map_err(unwritable)?;
    }
    Ok(Prepared::Beside { file, place })
}

fn put(prepared: Prepared, replace: Replace) -> io::Result<()> {
    match prepared {
        Prepared::Straight { mut file, bytes } => file.write_all(&bytes).and_then(|()| file.flush()),
        Prepared::Beside { file, place } => match replace {
            Replace::Yes => file.persist(place).map(drop).map_err(|error| error.error),
            Replace::No => file.persist_noclobber(place).map(drop).map_err(|error| error.error),
        },
    }
}

/// Files for temporary use are for their owner's eyes only. These are to stay, so they get what other files get.
#[cfg(unix)]
fn usual_permissions(builder: &mut tempfile::Builder<'_, '_>) {
    use std::os::unix::fs::PermissionsExt as _;
    builder.permissions(fs::Permissions::from_mode(0o666));
}

#[cfg(not(unix))]
fn usual_permissions(_: &mut tempfile::Builder<'_, '_>) {}

fn already_there(path: &Path) -> Refusal {
    Refusal::new(format!("{} is already there and is never replaced.", path.display()), "Name another file.")
}

fn unwritable(path: &Path, error: &io::Error) -> Refusal {
    if error.kind() == ErrorKind::AlreadyExists {
        return already_there(path);
    }
    let what = format!("{} cannot be written: {}.", path.display(), reason(error));
    Refusal::new(what, "Name another place with -o.")
}

/// Why something on the disk did not work, in a few words.
pub(crate) fn reason(error: &io::Error) -> String {
    const REASONS: [(ErrorKind, &str); 6] = [
        (ErrorKind::PermissionDenied, "you have no permission"),
        (ErrorKind::ReadOnlyFilesystem, "the disk is read-only"),
        (ErrorKind::StorageFull, "the disk is full"),
        (ErrorKind::NotADirectory, "a part of the path is a file, not a folder"),
        (ErrorKind::NotFound, "no file can be made there"),
        (ErrorKind::InvalidFilename, "that is no name for a file"),
    ];
    let known = REASONS.iter().find(|(kind, _)| *kind == error.kind()).map(|(_, words)| (*words).to_owned());
    known.unwrap_or_else(|| {
        let text = error.to_string();
        text.split(" (os error").next().unwrap_or_default().to_lowercase()
    })
}

fn read_at_most(input: impl Read, most: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    input.take(u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn open(path: &Path) -> Result<File, Refusal> {
    let metadata = fs::metadata(path).map_err(|error| unreadable(path, &error))?;
    if metadata.is_dir() {
        return Err(folder_as_file(path));
    }
    File::open(path).map_err(|error| unreadable(path, &error))
}

fn folder_as_file(path: &Path) -> Refusal {
    let remedy = match strategies_in(path).first() {
        Some(first) => format!("Name a file in it, such as {}.", first.display()),
        None => "Name a file.".to_owned(),
    };
    Refusal::new(format!("{} is a folder.", path.display()), remedy)
}

fn unreadable(path: &Path, error: &io::Error) -> Refusal {
    let shown = path.display();
    if error.kind() == ErrorKind::NotFound {
        return missing(path);
    }
    let remedy = if error.kind() == ErrorKind::PermissionDenied {
        "Ask its owner, or copy it to a place of your own."
    } else {
        "Check the name."
    };
    Refusal::new(format!("{shown} cannot be read: {}.", reason(error)), remedy)
}

/// There is no such file. Something near in the same folder is offered only when sure.
fn missing(path: &Path) -> Refusal {
    let what = format!("There is no file {}.", path.display());
    let folder = path.parent().unwrap_or(Path::new(""));
    if !folder.as_os_str().is_empty() && !folder.exists() {
        return Refusal::new(what, format!("There is no folder {} either. Check the name.", folder.display()));
    }
    let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
        return Refusal::new(what, "Check the name.");
    };
    let there = names_in(folder);
    let with_ending = format!("{name}{STRATEGY_ENDING}");
    let exact = there.iter().find(|known| **known == with_ending);
    let near = || there.iter().find(|known| strsim::damerau_levenshtein(known, name) <= 2);
    match exact.or_else(near) {
        Some(known) => Refusal::new(what, format!("Did you mean {}?", folder_with(folder, known).display())),
        None => Refusal::new(what, "Check the name and the folder."),
    }
}

fn folder_with(folder: &Path, name: &str) -> PathBuf {
    if folder.as_os_str().is_empty() || folder == Path::new(".") { PathBuf::from(name) } else { folder.join(name) }
}
