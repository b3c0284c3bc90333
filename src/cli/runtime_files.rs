//! From what was typed to something that decides: a bundle, or a strategy that is compiled first.

use std::path::Path;

use crate::cli::disk;
use crate::cli::outcome::Refusal;
use crate::cli::strategy_files::{Loaded, Reading, from_bytes, is_standard_input};
use crate::compilation::{LARGEST_BUNDLE_BYTES, Runtime, load};

/// Something that decides, and the strategy that it was made of, where it was one.
#[derive(Debug)]
pub(crate) struct Deciding {
    /// What decides.
    pub(crate) runtime: Runtime,
    /// The strategy; none where a bundle was given.
    pub(crate) strategy: Option<Loaded>,
}

/// A bundle or a strategy, told apart by what is in it: a bundle begins with a brace.
pub(crate) fn bundle_or_strategy(path: &Path) -> Result<Deciding, Refusal> {
    let bytes = bytes(path)?;
    if is_bundle(without_mark(&bytes)) {
        let runtime = from_bundle(path, without_mark(&bytes))?;
        return Ok(Deciding { runtime, strategy: None });
    }
    let name = if is_standard_input(path) { "standard input".into() } else { path.to_string_lossy().into_owned() };
    let loaded = from_bytes(path, name, &bytes, &Reading::default())?;
    Ok(Deciding { runtime: loaded.compilation.runtime(), strategy: Some(loaded) })
}

/// A bundle, and nothing else.
pub(crate) fn bundle(path: &Path) -> Result<Runtime, Refusal> {
    let bytes = bytes(path)?;
    let bytes = without_mark(&bytes);
    if !is_bundle(bytes) && path.to_string_lossy().ends_with(".yaml") {
        let what = format!("{} is a strategy, not a bundle.", path.display());
        return Err(Refusal::new(what, format!("Compile it first: frontdesk compile {}", path.display())));
    }
    from_bundle(path, bytes)
}

/// Some programs mark the beginning of a text in UTF-8.
fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

fn bytes(path: &Path) -> Result<Vec<u8>, Refusal> {
    let bytes = if is_standard_input(path) {
        disk::read_standard_input(LARGEST_BUNDLE_BYTES)?
    } else {
        disk::read(path, LARGEST_BUNDLE_BYTES)?
    };
    if bytes.len() > LARGEST_BUNDLE_BYTES {
        let what = format!("{} is larger than {} MB.", path.display(), LARGEST_BUNDLE_BYTES / (1024 * 1024));
        return Err(Refusal::new(what, "No bundle is so large. Check the name."));
    }
    Ok(bytes)
}

fn is_bundle(bytes: &[u8]) -> bool {
    bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{')
}

fn from_bundle(path: &Path, bytes: &[u8]) -> Result<Runtime, Refusal> {
    load(bytes).map_err(|error| {
        let what = format!("{} cannot be used. {error}", path.display());
        Refusal::new(what, "A bundle is written by: frontdesk compile")
    })
}
