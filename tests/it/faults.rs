//! Planted faults: files with mistakes as managers make them, and what is said of each.

use crate::bless;
use crate::support::{all, compile_file, files, root};

#[test]
fn planted_faults_are_found() {
    let folder = root().join("tests/faults");
    let paths = files(&folder, ".strategy.yaml");
    assert!(paths.len() >= 6);
    for path in paths {
        let compilation = compile_file(&path);
        assert!(!compilation.runnable(), "{}", path.display());
        bless::same(&path.with_extension("").with_extension("findings.txt"), &all(&compilation));
    }
}
