//! Cases: a strategy in, everything that comes out beside it.

use crate::bless;
use crate::support::{all, compile_file, files, root};

#[test]
fn every_case_says_what_it_said() {
    let cases = files(&root().join("tests/cases"), "case.strategy.yaml");
    assert!(!cases.is_empty());
    for path in cases {
        let compilation = compile_file(&path);
        let folder = path.parent().unwrap();
        bless::same(&folder.join("findings.txt"), &all(&compilation));
        if folder.join("with-bundle").exists() {
            bless::same(&folder.join("case.bundle.json"), &String::from_utf8(compilation.bundle()).unwrap());
        }
        if folder.join("with-document").exists() {
            bless::same(&folder.join("case.md"), &compilation.document_markdown());
        }
        if folder.join("with-worksheet").exists() {
            bless::same(&folder.join("worksheet.txt"), &compilation.worksheet_text(None).unwrap());
        }
    }
}
