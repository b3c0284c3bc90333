//! What the tests share: compiling a text or a file, and saying briefly what was found.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use frontdesk::compilation::{
    Compilation, Date, Diagnostic, Files, Options, Severity, SourceFile, Sources, Span, compile,
};

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The day at which tests judge age.
pub(crate) fn today() -> Date {
    Date::new(2026, 11, 24).unwrap()
}

/// Compiles one text.
pub(crate) fn compile_text(name: &str, text: &str) -> Compilation {
    compile_text_on(name, text, today())
}

/// Compiles one text with another day at which age is judged.
pub(crate) fn compile_text_on(name: &str, text: &str, today: Date) -> Compilation {
    let mut sources = Sources::new();
    sources.add(SourceFile::new(name, text));
    compile(sources, Options { today })
}

/// Compiles a file with the files that it names, each under its name relative to the root. A file that is not there, or
/// lies outside the folder of the first one, is left out, as a door would leave it out.
pub(crate) fn compile_file(path: &Path) -> Compilation {
    let mut files = Files::new();
    let shown = |path: &Path| path.strip_prefix(root()).unwrap_or(path).to_string_lossy().replace('\\', "/");
    files.add(SourceFile::new(shown(path), std::fs::read_to_string(path).unwrap()));
    let folder = shown(path.parent().unwrap());
    loop {
        let mut added = false;
        for (name, _) in files.missing() {
            let inside = name.starts_with(&folder) && !name.contains("..");
            if let Some(text) = std::fs::read_to_string(root().join(&name)).ok().filter(|_| inside) {
                files.add(SourceFile::new(name, text));
                added = true;
            }
        }
        if !added {
            return compile(files, Options { today: today() });
        }
    }
}

/// All files below a folder whose name ends so, sorted.
pub(crate) fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The word for how bad a finding is.
pub(crate) fn severity(found: &Diagnostic) -> &'static str {
    match found.severity {
        Severity::Must => "must",
        Severity::Should => "should",
        Severity::Look => "look",
    }
}

/// Everything that a finding says, as plain lines: the whole message, for comparing.
pub(crate) fn whole(compilation: &Compilation, found: &Diagnostic) -> String {
    let sources = compilation.sources();
    let start = sources.start(found.primary);
    // With several files a line says too little.
    let file = |span: Span| {
        let name = sources.name(span).rsplit('/').next().unwrap_or_default();
        if sources.iter().count() > 1 { format!("{name} ") } else { String::new() }
    };
    let mut out = String::new();
    let _ = writeln!(
        out,
        "{} [{} {}] {}line {}, column {}: {}",
        severity(found),
        found.finding.name,
        found.finding.code,
        file(found.primary),
        start.line,
        start.column,
        found.path.join(" › ")
    );
    let _ = writeln!(out, "  {}", found.headline);
    if !found.why.is_empty() {
        let _ = writeln!(out, "  why: {}", found.why);
    }
    if let Some(story) = &found.story {
        let _ = writeln!(out, "  story: {story}");
    }
    for fix in &found.fixes {
        let _ = writeln!(out, "  fix: {}", fix.text.replace('\n', "\n       "));
    }
    for related in &found.related {
        let _ =
            writeln!(out, "  see {}line {}: {}", file(related.span), sources.start(related.span).line, related.label);
    }
    out
}

/// Every finding of a compilation, whole.
pub(crate) fn all(compilation: &Compilation) -> String {
    let mut out: String = compilation.diagnostics().iter().map(|found| whole(compilation, found)).collect();
    let _ = writeln!(out, "withheld: {}", compilation.withheld());
    out
}

/// Every finding that must or should be fixed, whole.
pub(crate) fn faults(compilation: &Compilation) -> String {
    let faults = compilation.diagnostics().iter().filter(|found| found.severity < Severity::Look);
    let mut out: String = faults.map(|found| whole(compilation, found)).collect();
    let _ = writeln!(out, "withheld: {}", compilation.withheld());
    out
}
