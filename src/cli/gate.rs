//! What stands between a strategy and its files: findings that must be fixed come first.

use std::path::{Path, PathBuf};

use crate::cli::disk::{self, NewFile, Replace};
use crate::cli::door::Door;
use crate::cli::formats::{Look, findings_in_words};
use crate::cli::outcome::{Exit, Refusal};
use crate::cli::strategy_files::{Loaded, is_standard_input};
use crate::compilation::Audience;

/// Shows the findings for the author on the standard error where some must be fixed. The exit code says so too.
pub(crate) fn must_fix(loaded: &Loaded, door: &Door) -> Exit {
    if loaded.must_fix() == 0 {
        return Exit::Fine;
    }
    let report = loaded.report(Audience::Author).without_next();
    let look = Look { width: door.width(), color: door.color_on_errors() };
    door.tell_colored(&findings_in_words(&report, look));
    Exit::Findings
}

/// Says that nothing was written, why, and what to do.
pub(crate) fn nothing_written(loaded: &Loaded, door: &Door) {
    let count = loaded.must_fix();
    let findings =
        if count == 1 { "1 finding must be fixed".to_owned() } else { format!("{count} findings must be fixed") };
    door.tell(&format!("Nothing was written: {findings} first. To write all the same, add --even-if-broken."));
}

/// Writes one file, or to the standard output where the place is `-` or where there is none; says what was written. A file
/// that the strategies were read from is never replaced: it is somebody's work.
pub(crate) fn deliver(
    door: &mut Door,
    place: Option<PathBuf>,
    bytes: Vec<u8>,
    about: &str,
    strategies: &[Loaded],
) -> Result<(), Refusal> {
    match place.filter(|place| !is_standard_input(place)) {
        None => door.write(&bytes),
        Some(place) => {
            if strategies.iter().flat_map(Loaded::files).any(|read| disk::is_same_file(&read, &place)) {
                let what = format!("{} holds the strategy itself, or a part of it.", place.display());
                return Err(Refusal::new(what, "Nothing was written. Name another file with -o."));
            }
            let line = wrote(&place, bytes.len(), about);
            disk::write(vec![NewFile { path: place, bytes }], Replace::Yes)?;
            door.print(&line)
        }
    }
}

/// One line about a file that was written.
pub(crate) fn wrote(place: &Path, bytes: usize, about: &str) -> String {
    format!("Wrote {} ({}{about}).\n", place.display(), size(bytes))
}

fn size(bytes: usize) -> String {
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{} kB", bytes.div_ceil(1_000)),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_read_as_people_say_them() {
        assert_eq!(size(17), "17 bytes");
        assert_eq!(size(1_001), "2 kB");
        assert_eq!(size(2_360_000), "2.3 MB");
    }
}
