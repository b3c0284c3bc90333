//! Cases: a strategy in, everything that comes out beside it.

use std::collections::BTreeSet;

use frontdesk::compilation::Compilation;

use crate::bless;
use crate::support::{all, compile_file, compile_text, faults, files, root};

#[test]
fn every_case_says_what_it_said() {
    let cases = files(&root().join("tests/cases"), "case.strategy.yaml");
    assert!(!cases.is_empty());
    for path in cases {
        let compilation = compile_file(&path);
        let folder = path.parent().unwrap();
        // A case about reading files says nothing of what could be better in them.
        let findings = if folder.join("without-advice").exists() { faults(&compilation) } else { all(&compilation) };
        bless::same(&folder.join("findings.txt"), &findings);
        if folder.join("with-bundle").exists() {
            bless::same(&folder.join("case.bundle.json"), &String::from_utf8(compilation.bundle()).unwrap());
        }
        if folder.join("with-document").exists() {
            bless::same(&folder.join("case.md"), &compilation.document_markdown());
        }
        if folder.join("with-result").exists() {
            let result = compilation.show_result();
            bless::same(&folder.join("result.txt"), &result);
            // All files as one say the same as all files.
            let one = compile_text("result.strategy.yaml", &result);
            assert_eq!(one.fingerprint(), compilation.fingerprint(), "{}", path.display());
            assert_eq!(kinds(&one), kinds(&compilation), "{}", path.display());
        }
        if folder.join("with-worksheet").exists() {
            bless::same(&folder.join("worksheet.txt"), &compilation.worksheet_text(None).unwrap());
        }
    }
}

/// The kinds of findings, without those about reading several files.
fn kinds(compilation: &Compilation) -> BTreeSet<&'static str> {
    compilation.diagnostics().iter().map(|found| found.finding.name).collect()
}
