//! Any text after a small header goes through all stages: findings point into it, bundle and document are written, and
//! the bundle is read back as the same policy.
#![no_main]

use std::hint::black_box;

use frontdesk::compilation::{Compilation, Date, Files, Options, SourceFile, Span, compile, load};
use libfuzzer_sys::fuzz_target;

const HEADER: &str = "format: 1\nstrategy: Any\ntime zone: Europe/London\n";

fuzz_target!(|text: &str| {
    let Some(today) = Date::new(2026, 11, 24) else { return };
    let written = [HEADER, text].concat();
    let mut files = Files::new();
    files.add(SourceFile::new("any.strategy.yaml", written.as_str()));
    black_box(files.missing());
    let compilation = compile(files, Options { today });
    findings_sound(&written, &compilation);

    let bundle = compilation.bundle();
    let runtime = load(&bundle).unwrap_or_else(|refused| panic!("the bundle is not read back: {refused}"));
    assert_eq!(runtime.fingerprint(), compilation.fingerprint());
    assert_eq!(runtime.policy(), compilation.policy());

    let document = compilation.document();
    assert!(!frontdesk::document::markdown(&document).is_empty());
    compilation.document_html().unwrap_or_else(|error| panic!("the page is not written: {error:?}"));
    black_box(compilation.show_result());
    black_box(compilation.show_defaults());
});

fn findings_sound(written: &str, compilation: &Compilation) {
    let at = |span: Span| assert!(written.get(span.range()).is_some(), "{span:?} is no place of the text");
    for found in compilation.diagnostics() {
        at(found.primary);
        assert!(!found.headline.is_empty());
        found.related.iter().for_each(|related| at(related.span));
        found.fixes.iter().flat_map(|fix| &fix.edits).for_each(|edit| at(edit.span));
    }
}
