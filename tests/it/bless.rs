//! Expected outputs as files: compared, or with FRONTDESK_BLESS=1 written anew.

use std::path::Path;

/// Compares a text with the file that holds what is right; writes the file where blessing is asked for.
pub(crate) fn same(path: &Path, found: &str) {
    if std::env::var_os("FRONTDESK_BLESS").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, found).unwrap();
        return;
    }
    let right = std::fs::read_to_string(path).unwrap_or_default();
    if right != found {
        let line = right.lines().zip(found.lines()).position(|(right, found)| right != found);
        let line = line.unwrap_or_else(|| right.lines().count().min(found.lines().count()));
        panic!(
            "{} differs from line {} on.\n  right: {}\n  found: {}\nIf the change is meant: FRONTDESK_BLESS=1 cargo test, then read git diff.",
            path.display(),
            line + 1,
            right.lines().nth(line).unwrap_or("(end)"),
            found.lines().nth(line).unwrap_or("(end)")
        );
    }
}
