//! Reports of hand-made findings, at several widths, with and without colours.

use std::sync::LazyLock;

use crate::cli::formats::look::Look;
use crate::cli::formats::report::Report;
use crate::cli::formats::{FORMATS, findings_schema, text};
use crate::compilation::{
    Audience, Confidence, Date, Diagnostic, Finding, Severity, SourceFile, SourceId, Sources, Span,
};

static NO_UNIT: Finding = Finding {
    name: "no-unit",
    code: "S201",
    severity: Severity::Must,
    confidence: Confidence::Sure,
    audience: Audience::Author,
    page: "# no-unit\n",
};

static NEVER_WINS: Finding = Finding {
    name: "rule-never-wins",
    code: "R104",
    severity: Severity::Should,
    confidence: Confidence::Likely,
    audience: Audience::Author,
    page: "# rule-never-wins\n",
};

static NO_NOTE: Finding = Finding {
    name: "no-note",
    code: "H110",
    severity: Severity::Look,
    confidence: Confidence::Sure,
    audience: Audience::Reviewer,
    page: "# no-note\n",
};

const STRATEGY: &str = "\
strategy: Acorn Outdoor
service levels: |
  | contact type   | phone       | chat        |
  | Order help     | 80% in 30   | 80% in 40 s |
routing:
  Big audience:
    when: channel is x and followers at least 10000
    send to: Care team
";

static SOURCES: LazyLock<Sources> = LazyLock::new(|| {
    let mut sources = Sources::new();
    sources.add(SourceFile::new("acorn.strategy.yaml", STRATEGY));
    sources.add(SourceFile::new("hours.strategy.yaml", "hours:\n  Größe: \"\u{1b}[31mred\"\n\n"));
    sources
});

fn place(source: u16, text: &str) -> Span {
    let id = SourceId(source);
    let start = SOURCES.get(id).unwrap().text().find(text).unwrap();
    Span::new(id, start, start + text.len())
}

static FOUND: LazyLock<Vec<Diagnostic>> = LazyLock::new(|| {
    let mut again = Diagnostic::new(
        &NO_NOTE,
        place(1, "Größe"),
        "The desk Gr\u{f6}\u{df}e has \u{1b}[31mno note\u{1b}[0m for its closed hours.",
    )
    .see(place(0, "Care team"), "the same here")
    .see(place(0, "phone "), "the same here");
    again.repeats = 2;
    vec![
        Diagnostic::new(&NO_UNIT, place(0, "80% in 30 "), "The promise for Order help on phone has no unit.")
            .path(["service levels", "Order help", "phone"])
            .why("Write it with s, min or h. The other phone promises are in seconds.")
            .advise("80% in 30 s"),
        Diagnostic::new(&NEVER_WINS, place(0, "Big audience"), "\"Big audience\" never decides anything.")
            .path(["routing", "Big audience"])
            .why("Every contact it fits is already taken by \"Other social\", which comes first.")
            .story("A post by Trail Club on x on Sunday 29 November 2026 at 22:05 goes to the Care team by \"Other social\".")
            .see(place(1, "hours"), "the hours of the Care team")
            .advise("move it above \"Other social\"")
            .advise("Other social:\n  when: channel is x\n  send to: Care team"),
        again,
    ]
});

fn report() -> Report<'static> {
    Report {
        sources: &SOURCES,
        strategy: "Acorn Outdoor",
        shown: FOUND.iter().collect(),
        withheld: 2,
        accepted: 1,
        today: Date::new(2026, 11, 24).unwrap(),
        file: "acorn.strategy.yaml".to_owned(),
        more_for_reviewers: 0,
        more_for_auditors: 3,
        ends_with_next: true,
    }
}

fn written(name: &str, look: Look) -> String {
    let format = FORMATS.into_iter().find(|format| format.name == name).unwrap();
    (format.write)(&[report()], look).unwrap()
}

fn text_at(width: usize) -> String {
    written("text", Look { width, color: false })
}

#[test]
fn text_at_80_columns() {
    insta::assert_snapshot!(text_at(80), @r#"
    Must fix   The promise for Order help on phone has no unit.
      acorn.strategy.yaml, line 4, Service levels › Order help › phone
       4 |   | Order help     | 80% in 30   | 80% in 40 s |
                                ~~~~~~~~~~
      Write it with s, min or h. The other phone promises are in seconds.
      Fix: 80% in 30 s
                                                                [no-unit S201]

    Should fix   "Big audience" never decides anything.
      acorn.strategy.yaml, line 6, Routing › Big audience
       6 |   Big audience:
             ~~~~~~~~~~~~
      Every contact it fits is already taken by "Other social", which comes first.
      Story: A post by Trail Club on x on Sunday 29 November 2026 at 22:05 goes to
      the Care team by "Other social".
      See hours.strategy.yaml, line 1: the hours of the Care team.
      Fix: move it above "Other social"
      or:
          Other social:
            when: channel is x
            send to: Care team
                                                              [rule-never-wins R104]

    Worth a look   The desk Größe has �[31mno note�[0m for its closed hours.
      hours.strategy.yaml, line 2
       2 |   Größe: "�[31mred"
             ~~~~~
      The same in 2 more places (acorn.strategy.yaml line 8, acorn.strategy.yaml
      line 3).
                                                                [no-note H110]

    Acorn Outdoor: 1 must fix, 1 should fix, 1 worth a look, as of 2026-11-24.
    2 more checks wait until these are fixed.
    1 finding is accepted in the strategy itself.
    3 more for auditors: frontdesk check acorn.strategy.yaml --for auditor
    Next: frontdesk explain no-unit
    "#);
}

#[test]
fn text_at_60_columns() {
    insta::assert_snapshot!(text_at(60), @r#"
    Must fix   The promise for Order help on phone has no unit.
      acorn.strategy.yaml, line 4, Service levels › Order help ›
      phone
       4 |   | Order help     | 80% in 30   | 80% in 40 s |
                                ~~~~~~~~~~
      Write it with s, min or h. The other phone promises are in
      seconds.
      Fix: 80% in 30 s
                                                  [no-unit S201]

    Should fix   "Big audience" never decides anything.
      acorn.strategy.yaml, line 6, Routing › Big audience
       6 |   Big audience:
             ~~~~~~~~~~~~
      Every contact it fits is already taken by "Other social",
      which comes first.
      Story: A post by Trail Club on x on Sunday 29 November
      2026 at 22:05 goes to the Care team by "Other social".
      See hours.strategy.yaml, line 1: the hours of the Care
      team.
      Fix: move it above "Other social"
      or:
          Other social:
            when: channel is x
            send to: Care team
                                          [rule-never-wins R104]

    Worth a look   The desk Größe has �[31mno note�[0m for its
                   closed hours.
      hours.strategy.yaml, line 2
       2 |   Größe: "�[31mred"
             ~~~~~
      The same in 2 more places (acorn.strategy.yaml line 8,
      acorn.strategy.yaml line 3).
                                                  [no-note H110]

    Acorn Outdoor: 1 must fix, 1 should fix, 1 worth a look, as
    of 2026-11-24.
    2 more checks wait until these are fixed.
    1 finding is accepted in the strategy itself.
    3 more for auditors: frontdesk check acorn.strategy.yaml --for auditor
    Next: frontdesk explain no-unit
    "#);
}

#[test]
fn text_at_120_columns() {
    insta::assert_snapshot!(text_at(120), @r#"
    Must fix   The promise for Order help on phone has no unit.
      acorn.strategy.yaml, line 4, Service levels › Order help › phone
       4 |   | Order help     | 80% in 30   | 80% in 40 s |
                                ~~~~~~~~~~
      Write it with s, min or h. The other phone promises are in seconds.
      Fix: 80% in 30 s
                                                                [no-unit S201]

    Should fix   "Big audience" never decides anything.
      acorn.strategy.yaml, line 6, Routing › Big audience
       6 |   Big audience:
             ~~~~~~~~~~~~
      Every contact it fits is already taken by "Other social", which comes first.
      Story: A post by Trail Club on x on Sunday 29 November 2026 at 22:05 goes to the Care team by "Other social".
      See hours.strategy.yaml, line 1: the hours of the Care team.
      Fix: move it above "Other social"
      or:
          Other social:
            when: channel is x
            send to: Care team
                                                                [rule-never-wins R104]

    Worth a look   The desk Größe has �[31mno note�[0m for its closed hours.
      hours.strategy.yaml, line 2
       2 |   Größe: "�[31mred"
             ~~~~~
      The same in 2 more places (acorn.strategy.yaml line 8, acorn.strategy.yaml line 3).
                                                                [no-note H110]

    Acorn Outdoor: 1 must fix, 1 should fix, 1 worth a look, as of 2026-11-24.
    2 more checks wait until these are fixed.
    1 finding is accepted in the strategy itself.
    3 more for auditors: frontdesk check acorn.strategy.yaml --for auditor
    Next: frontdesk explain no-unit
    "#);
}

#[test]
fn colours_change_nothing_but_colours() {
    for width in [60, 80, 120] {
        let colored = written("text", Look { width, color: true });
        assert!(colored.contains("\u{1b}[1;31mMust fix\u{1b}[0m"));
        let pieces = colored.split("\u{1b}[").enumerate();
        let plain: String =
            pieces.map(|(at, piece)| if at == 0 { piece } else { piece.split_once('m').unwrap().1 }).collect();
        assert_eq!(plain, text_at(width));
    }
}

#[test]
fn prose_stays_within_the_width() {
    for width in [40, 60, 80, 120] {
        for line in text_at(width).lines().filter(|line| !line.contains(" | ") && !line.contains(": frontdesk ")) {
            assert!(line.chars().count() <= width, "{width}: {line}");
        }
    }
}

#[test]
fn brief_is_one_line_a_finding() {
    insta::assert_snapshot!(written("brief", Look { width: 80, color: false }), @r#"
    acorn.strategy.yaml:4:22: Must fix: The promise for Order help on phone has no unit. [no-unit]
    acorn.strategy.yaml:6:3: Should fix: "Big audience" never decides anything. [rule-never-wins]
    hours.strategy.yaml:2:3: Worth a look: The desk Größe has �[31mno note�[0m for its closed hours. (2 more) [no-note]
    Acorn Outdoor: 1 must fix, 1 should fix, 1 worth a look, as of 2026-11-24.
    2 more checks wait until these are fixed.
    1 finding is accepted in the strategy itself.
    3 more for auditors: frontdesk check acorn.strategy.yaml --for auditor
    Next: frontdesk explain no-unit
    "#);
}

#[test]
fn json_says_everything() {
    let one = Report { shown: FOUND.iter().skip(1).take(1).collect(), ..report() };
    let format = FORMATS.into_iter().find(|format| format.name == "json").unwrap();
    let written = (format.write)(&[one], Look { width: 80, color: false }).unwrap();
    insta::assert_snapshot!(written, @r#"
    {
      "format": 1,
      "strategy": "Acorn Outdoor",
      "today": "2026-11-24",
      "findings": [
        {
          "name": "rule-never-wins",
          "code": "R104",
          "severity": "should",
          "confidence": "likely",
          "headline": "\"Big audience\" never decides anything.",
          "file": "acorn.strategy.yaml",
          "line": 6,
          "column": 3,
          "end_line": 6,
          "end_column": 15,
          "path": "Routing › Big audience",
          "why": "Every contact it fits is already taken by \"Other social\", which comes first.",
          "story": "A post by Trail Club on x on Sunday 29 November 2026 at 22:05 goes to the Care team by \"Other social\".",
          "fix": "move it above \"Other social\"",
          "fixes": [
            "move it above \"Other social\"",
            "Other social:\n  when: channel is x\n  send to: Care team"
          ],
          "related": [
            {
              "file": "hours.strategy.yaml",
              "line": 1,
              "column": 1,
              "label": "the hours of the Care team"
            }
          ]
        }
      ],
      "withheld": 2,
      "accepted": 1
    }
    "#);
}

#[test]
fn json_has_the_published_form() {
    let written: serde_json::Value = serde_json::from_str(&written("json", Look { width: 80, color: false })).unwrap();
    let validator = jsonschema::validator_for(&findings_schema()).unwrap();
    assert!(validator.is_valid(&written));
    let mut wrong = written;
    wrong["findings"][0]["line"] = serde_json::json!("four");
    assert!(!validator.is_valid(&wrong));
}

#[test]
fn nothing_to_fix_is_said_with_the_next_command() {
    let clean = Report { shown: Vec::new(), withheld: 0, accepted: 0, more_for_auditors: 0, strategy: "", ..report() };
    insta::assert_snapshot!(text::write(&clean, Look { width: 80, color: false }), @r#"
    acorn.strategy.yaml: nothing to fix, as of 2026-11-24.
    Next: frontdesk build acorn.strategy.yaml -o out
    "#);
    let quiet = Report { withheld: 1, ..clean.without_next() };
    insta::assert_snapshot!(text::write(&quiet, Look { width: 80, color: false }), @r#"
    acorn.strategy.yaml: nothing to fix, as of 2026-11-24.
    1 more check waits until these are fixed.
    "#);
}
