//! One test a fault: it is named with its facts, it is told once, the rest is read, and its repair repairs it.

use crate::source::{Pasted, SourceId, Span};
use crate::yaml::tests::help::{cut, one_fault, root};
use crate::yaml::{FaultKind, Reserved, read};

fn span(start: usize, end: usize) -> Span {
    Span::new(SourceId(0), start, end)
}

#[test]
fn one_space_too_few() {
    let text = "hours:\n  Main:\n    open: Mon\n   when closed: x  # c\n  Social:\n    open: y\n";
    let fault = one_fault(text, "{hours: {Main: {open: Mon, when closed: x}, Social: {open: y}}}");
    assert_eq!(cut(text, fault.span), "when closed");
    let FaultKind::Indentation { key, found, fitting, neighbour, neighbour_span } = fault.kind else {
        panic!("{fault:?}")
    };
    assert_eq!((key.as_str(), found, fitting, neighbour.as_str()), ("when closed", 3, 4, "open"));
    assert_eq!(cut(text, neighbour_span), "open");
    assert_eq!(fault.edits[0].text, "    ");
}

#[test]
fn one_space_too_many() {
    let text = "hours:\n  Main:\n    open: Mon\n     when closed: x\n  Social:\n    open: y\nend: z\n";
    let fault = one_fault(text, "{hours: {Main: {open: Mon, when closed: x}, Social: {open: y}}, end: z}");
    assert!(matches!(fault.kind, FaultKind::Indentation { found: 5, fitting: 4, .. }), "{fault:?}");
}

#[test]
fn a_heading_between_two_levels() {
    let text = "hours:\n  Main:\n    open: Mon\n   Social:\n    open: y\n  Third:\n    open: z\n";
    let fault = one_fault(text, "{hours: {Main: {open: Mon}, Social: {open: y}, Third: {open: z}}}");
    let FaultKind::Indentation { found: 3, fitting: 2, neighbour, .. } = fault.kind else { panic!("{fault:?}") };
    assert_eq!(neighbour, "Main");
}

#[test]
fn a_first_line_too_far_right() {
    let text = "  format: 1\nstrategy: Acorn\ntime zone: Europe/London\n";
    let fault = one_fault(text, "{format: 1, strategy: Acorn, time zone: Europe/London}");
    let FaultKind::Indentation { key, found: 2, fitting: 0, neighbour, .. } = fault.kind else { panic!("{fault:?}") };
    assert_eq!((key.as_str(), neighbour.as_str()), ("format", "strategy"));
}

#[test]
fn a_top_level_line_that_is_indented() {
    let text = "format: 1\n strategy: Acorn\nzone: x\n";
    let fault = one_fault(text, "{format: 1, strategy: Acorn, zone: x}");
    assert!(matches!(fault.kind, FaultKind::Indentation { found: 1, fitting: 0, .. }), "{fault:?}");
}

#[test]
fn lines_that_stand_off_alike_are_one_fault() {
    let text = "hours:\n  Main:\n    open: Mon\n    on: z\n   when closed: x\n   staffed: y\n  Social:\n    open: y\n";
    let fault = one_fault(text, "{hours: {Main: {open: Mon, on: z, when closed: x, staffed: y}, Social: {open: y}}}");
    assert_eq!(fault.edits.len(), 2);
    let text = "a:\n  b: |\n  | c |\n  | d |\ne: f\n";
    let fault = one_fault(text, "{a: {b: | c |/| d |/}, e: f}");
    assert!(matches!(fault.kind, FaultKind::Indentation { found: 2, fitting: 4, .. }), "{fault:?}");
}

#[test]
fn a_heading_at_the_column_of_its_lines() {
    let text = "types:\n    Safety:\n    gravity: high\n    share: 1%\n  Help:\n    gravity: low\nend: x\n";
    let fault = one_fault(text, "{types: {Safety: {gravity: high, share: 1%}, Help: {gravity: low}}, end: x}");
    let FaultKind::Indentation { key, found: 4, fitting: 2, neighbour, .. } = fault.kind else { panic!("{fault:?}") };
    assert_eq!((key.as_str(), neighbour.as_str()), ("Safety", "Help"));
}

#[test]
fn a_first_line_below_a_heading_too_far_left() {
    let text = "types:\n  Safety:\n gravity: high\n    share: 1%\n  Help:\n    gravity: low\n";
    let fault = one_fault(text, "{types: {Safety: {gravity: high, share: 1%}, Help: {gravity: low}}}");
    assert!(matches!(fault.kind, FaultKind::Indentation { found: 1, fitting: 4, .. }), "{fault:?}");
}

#[test]
fn blanks_from_a_text_processor_in_the_indentation() {
    let text = "hours:\n  Main:\n  \u{a0}\u{a0}open: a # c\n    closed: b\n \u{a0}Social:\n    open: c\n";
    let tree = read(SourceId(0), text);
    assert_eq!(root(&tree), "{hours: {Main: {open: a, closed: b}, Social: {open: c}}}");
    let told: Vec<_> = tree.faults.iter().map(|fault| fault.edits.len()).collect();
    assert_eq!(told, [2, 1]);
    assert_eq!(tree.comments.len(), 1);
    one_fault("t: |\n  | a |\n \u{a0}| b |\n  | c |\nd: e\n", "{t: | a |/| b |/| c |/, d: e}");
    one_fault("a: b\n\u{a0}\u{a0}\nc: d\n", "{a: b, c: d}");
}

#[test]
fn a_row_that_does_not_line_up() {
    let text = "levels: |\n  | a | b |\n | c | d |\n  | e | f |\nrouting: x\n";
    let fault = one_fault(text, "{levels: | a | b |/| c | d |/| e | f |/, routing: x}");
    let FaultKind::Indentation { key, found: 1, fitting: 2, neighbour, .. } = fault.kind else { panic!("{fault:?}") };
    assert_eq!((key.as_str(), neighbour.as_str()), ("| c | d |", "| a | b |"));
    let tree = read(SourceId(0), text);
    let levels = tree.root.as_ref().and_then(|root| root.get("levels")).unwrap();
    let lines = levels.value.scalar().unwrap().lines();
    assert_eq!(
        lines.iter().map(|line| cut(text, line.span)).collect::<Vec<_>>(),
        ["| a | b |", "| c | d |", "| e | f |"]
    );
}

#[test]
fn a_tab() {
    let text = "hours:\n  Main:\n\topen: Mon # c\n  Social: x\n";
    let fault = one_fault(text, "{hours: {Main: {open: Mon}, Social: x}}");
    assert_eq!(fault.kind, FaultKind::TabIndentation { key: "open".to_owned(), tabs: 1, fitting: 4 });
    assert_eq!(cut(text, fault.span), "open", "a mark under a tab marks nothing that can be seen");
    assert_eq!(cut(text, fault.edits[0].span), "\t");
    let two = one_fault("hours:\n  Main:\n\t\topen: Mon\n", "{hours: {Main: {open: Mon}}}");
    assert_eq!(two.kind, FaultKind::TabIndentation { key: "open".to_owned(), tabs: 2, fitting: 4 });
}

#[test]
fn a_tab_before_the_rest_of_a_text() {
    one_fault("a: b,\n\tc # d\ne: f\n", "{a: b, c, e: f}");
    one_fault("a:\n\tb c\ne: f\n", "{a: b c, e: f}");
}

#[test]
fn blanks_on_an_empty_line_before_a_table() {
    let text = "a: |\n    \n  | b |\n  | c |\nd: e\n";
    let fault = one_fault(text, "{a: | b |/| c |/, d: e}");
    assert_eq!((fault.kind, cut(text, fault.span)), (FaultKind::StrayBlanks, "    "));
}

#[test]
fn tabs_everywhere() {
    let text = "hours:\n\tMain:\n\t\topen: a\n\t\tclosed: b\n\tSocial:\n\t\topen: c\nend: d\n";
    let tree = read(SourceId(0), text);
    assert_eq!(root(&tree), "{hours: {Main: {open: a, closed: b}, Social: {open: c}}, end: d}");
    assert_eq!(tree.faults.len(), 5);
    let text = super::help::repaired(text, &tree);
    let again = read(SourceId(0), &text);
    assert_eq!((root(&again), again.faults), (root(&tree), Vec::new()), "{text}");
}

#[test]
fn a_handle() {
    let text = "x:\n  address: @acornhelp   # ours\n  kind: social\n";
    let fault = one_fault(text, "{x: {address: acornhelp, kind: social}}");
    assert_eq!(fault.kind, FaultKind::AtHandle { handle: "acornhelp".to_owned() });
    assert_eq!(cut(text, fault.span), "@acornhelp");
    let tree = read(SourceId(0), text);
    assert_eq!(tree.comments[0].text, "ours");
    assert_eq!(tree.path_at(fault.span.at_start()), ["x", "address"]);
    one_fault("a:\n- @b c\n- d\n", "{a: [@b c, d]}");
    one_fault("a:\n  - b: @c\n    d: e\n  - f: g\n", "{a: [{b: c, d: e}, {f: g}]}");
}

#[test]
fn a_hashtag() {
    let text = "tag: #acornfail #win # ours\nnext: x\n";
    let fault = one_fault(text, "{tag: #acornfail #win, next: x}");
    assert_eq!(cut(text, fault.span), "#acornfail #win");
    assert_eq!(
        fault.kind,
        FaultKind::HashtagSwallowed { key: "tag".to_owned(), hashtag: "#acornfail #win".to_owned() }
    );
    assert_eq!(read(SourceId(0), text).comments[0].text, "ours");
    one_fault("tags:\n  - #a\n  - b\n", "{tags: [#a, b]}");
}

#[test]
fn a_hashtag_inside_a_value() {
    let text = "key: x #word # ours\n";
    let tree = read(SourceId(0), text);
    let [fault] = tree.faults.as_slice() else { panic!("{:?}", tree.faults) };
    assert_eq!(cut(text, fault.span), "#word");
    assert_eq!(fault.edits[0].text, "\"x #word\"");
    assert_eq!(tree.comments[0].text, "word # ours", "it stays a comment");
    let text = "key: x, #word, y # ours\n";
    let fault = one_fault(text, "{key: x, #word, y}");
    assert_eq!(fault.edits[0].text, "\"x, #word, y\"");
    assert_eq!(read(SourceId(0), text).comments[0].text, "ours", "after a comma it is surely meant");
}

#[test]
fn comments_are_no_hashtags() {
    for text in [
        "key:   # a comment\nb: c\n",
        "key: #word\n  a: b\n",
        "key: x # word\n",
        "key: 'x' #word\n",
        "key:\n#word\nb: c\n",
        "a: # \n",
    ] {
        assert_eq!(read(SourceId(0), text).faults, [], "{text}");
    }
}

#[test]
fn characters_with_a_meaning_of_their_own() {
    let cases = [
        ("*important*", Reserved::Star),
        ("*very important*", Reserved::Star),
        ("&Co", Reserved::Ampersand),
        ("& Co", Reserved::Ampersand),
        ("&Co and sons", Reserved::Ampersand),
        ("!important", Reserved::Exclamation),
        ("!important thing", Reserved::Exclamation),
        ("%20", Reserved::Percent),
        ("`code`", Reserved::Backtick),
        ("> 80%", Reserved::Greater),
        ("| a", Reserved::Bar),
        (", a", Reserved::Comma),
        ("] a", Reserved::ClosingBracket),
        ("- a", Reserved::Dash),
    ];
    for (value, start) in cases {
        let text = format!("a:\n  key: {value} # c\n  b: c\nd: e\n");
        let fault = one_fault(&text, &format!("{{a: {{key: {value}, b: c}}, d: e}}"));
        assert_eq!(fault.kind, FaultKind::ReservedStart { start, text: value.to_owned() }, "{text}");
        assert_eq!(cut(&text, fault.span), value);
    }
    let fault = one_fault("a: b\n@c: d\ne: f\n", "{a: b, @c: d, e: f}");
    assert!(matches!(fault.kind, FaultKind::ReservedStart { start: Reserved::At, .. }));
    let fault = one_fault("a: b\n%c: d\ne: f\n", "{a: b, %c: d, e: f}");
    assert!(matches!(fault.kind, FaultKind::ReservedStart { start: Reserved::Percent, .. }));
}

#[test]
fn a_dash_alone() {
    let fault = one_fault("a:\n  fees: -\n  b: c\n", "{a: {fees: -, b: c}}");
    assert_eq!(fault.kind, FaultKind::LoneDash { key: "fees".to_owned() });
}

#[test]
fn a_quote_that_is_not_closed() {
    let text = "a:\n  b: \"open\n  c: d\n  e: \"f\"\ng: h\n";
    let fault = one_fault(text, "{a: {b: open, c: d, e: f}, g: h}");
    let at = text.find('"').unwrap();
    assert_eq!(fault.kind, FaultKind::UnclosedQuote { quote: '"', opened: span(at, at + 1) });
    one_fault("a: 'tis the season\nb: c\n", "{a: tis the season, b: c}");
    let tree = read(SourceId(0), "a: 'tis the season # c\n   of joy\nb: c\n");
    assert_eq!((root(&tree).as_str(), tree.faults.len()), ("{a: tis the season, b: c}", 1));
}

#[test]
fn text_after_a_quote() {
    let fault = one_fault("a: \"Acorn\" shop # c\nb: c\n", "{a: \"Acorn\" shop, b: c}");
    assert_eq!(fault.kind, FaultKind::TextAfterQuote { quoted: "\"Acorn\"".to_owned(), rest: "shop".to_owned() });
    one_fault("x: y\n\"a\" b: c\nd: e\n", "{x: y, \"a\" b: c, d: e}");
}

#[test]
fn quotes_inside_quotes() {
    for (written, read, repaired) in [
        ("'Corner's Books'", "Corner's Books", "Corner's Books"),
        ("\"The \"best\" shop\"", "The \"best\" shop", "The \"best\" shop"),
        ("'Open 7: it's late'", "Open 7: it's late", "\"Open 7: it's late\""),
        ("'phone', \"chat\"", "phone, chat", "phone, chat"),
    ] {
        let text = format!("a: {written}\nb: c\n");
        let fault = one_fault(&text, &format!("{{a: {read}, b: c}}"));
        assert_eq!((cut(&text, fault.span), fault.edits[0].text.as_str()), (written, repaired));
    }
    let fault = one_fault("x: y\n'Corner's': c\n", "{x: y, Corner's: c}");
    assert_eq!(fault.edits[0].text, "Corner's");
}

#[test]
fn a_hashtag_makes_what_it_stands_in_longer() {
    let tree = read(SourceId(0), "routing:\n  Posts:\n    send to: #shop\n");
    let path = tree.path_at(tree.faults[0].span);
    assert_eq!(path, ["routing", "Posts", "send to"]);
}

#[test]
fn a_backslash() {
    let fault = one_fault("a: \"C:\\Users\"\nb: c\n", "{a: C:\\Users, b: c}");
    assert_eq!(fault.kind, FaultKind::UnknownEscape { escape: "\\U".to_owned() });
}

#[test]
fn a_second_colon() {
    let text = "desk:\n  hours: Mon: 9-5 # c\n  open: x\n";
    let fault = one_fault(text, "{desk: {hours: Mon: 9-5, open: x}}");
    let at = text.find(": 9").unwrap();
    assert_eq!(cut(text, fault.span), ":");
    let kind = FaultKind::SecondColon { key: "hours".to_owned(), before: "Mon".to_owned(), colon: span(at, at + 1) };
    assert_eq!(fault.kind, kind);
    let text = "why: a long\n  text in\n  lines: three\nb: c\n";
    let fault = one_fault(text, "{why: a long text in lines: three, b: c}");
    assert!(matches!(fault.kind, FaultKind::SecondColon { .. }));
}

#[test]
fn a_missing_colon() {
    let fault = one_fault("desk:\n  open: a\n  closed Mon\n  x: y\n", "{desk: {open: a, x: y}}");
    assert_eq!(fault.kind, FaultKind::MissingColon { text: "closed Mon".to_owned(), heading: false });
    let text = "hours:\n  Main desk\n    open: Mon\n    x: y\n  Social:\n    open: z\nb: c\n";
    let fault = one_fault(text, "{hours: {Main desk: {open: Mon, x: y}, Social: {open: z}}, b: c}");
    assert_eq!(fault.kind, FaultKind::MissingColon { text: "Main desk".to_owned(), heading: true });
    let text = "hours:\n  A:\n    open: x\n  Main desk # c\n    open: Mon\n    x: y\nb: c\n";
    one_fault(text, "{hours: {A: {open: x}, Main desk: {open: Mon, x: y}}, b: c}");
    one_fault("hours\n  A:\n    open: x\nb: c\n", "{hours: {A: {open: x}}, b: c}");
    one_fault("a: b\nhours\n  A:\n    open: x\nb: c\n", "{a: b, hours: {A: {open: x}}, b: c}");
}

#[test]
fn another_sign_in_place_of_the_colon() {
    for (sign, repaired) in [(";", ": "), (" = ", ": "), ("：", ": ")] {
        let text = format!("desk:\n  open: a\n  closed{sign}Mon # c\n  x: y\n");
        let fault = one_fault(&text, "{desk: {open: a, closed: Mon, x: y}}");
        assert_eq!(fault.edits[0].text, repaired);
        assert!(matches!(fault.kind, FaultKind::MissingColon { heading: false, .. }), "{fault:?}");
        let text = format!("hours:\n  Main desk{sign}\n    open: Mon\n    x: y\n  Social:\n    open: z\n");
        one_fault(&text, "{hours: {Main desk: {open: Mon, x: y}, Social: {open: z}}}");
    }
}

#[test]
fn a_table_without_its_bar_or_its_colon() {
    let text = "a: b\nlevels:\n  | a | b |\n  | c | d |\nend: x\n";
    let fault = one_fault(text, "{a: b, levels: | a | b |/| c | d |/, end: x}");
    assert_eq!(fault.kind, FaultKind::MissingBar { key: "levels".to_owned() });
    for head in ["levels |", "levels:|", "levels; |"] {
        let text = format!("a: b\n{head}\n  | a | b |\n  | c | d |\nend: x\n");
        one_fault(&text, "{a: b, levels: | a | b |/| c | d |/, end: x}");
    }
}

#[test]
fn a_text_beside_a_heading() {
    let text = "hours:\n  Main: our desk # c\n    open: a\n    closed: b\n  Social:\n    open: c\n";
    let fault = one_fault(text, "{hours: {Main: {open: a, closed: b}, Social: {open: c}}}");
    assert_eq!(fault.kind, FaultKind::TextAboveLines { key: "Main".to_owned(), text: "our desk".to_owned() });
    for signs in [",", "]", " ,", " “”", "：", " -", " @"] {
        one_fault(&format!("a:\n  b:{signs}\n    c: d\n  e:\n    c: f\ng: h\n"), "{a: {b: {c: d}, e: {c: f}}, g: h}");
    }
}

#[test]
fn a_dash_too_much() {
    let fault = one_fault("a:\n  b: c\n  - d: e\n  f: g\n", "{a: {b: c, d: e, f: g}}");
    assert_eq!(fault.kind, FaultKind::StrayDash { text: "d: e".to_owned() });
    one_fault("a:\n  - b: c\n  d: e\n  f: g\n", "{a: {b: c, d: e, f: g}}");
    one_fault("- a: b\nc: d\n", "{a: b, c: d}");
    let tree = read(SourceId(0), "a:\n  - b: c\n    d: e\n  f: g\n");
    assert_eq!((root(&tree).as_str(), tree.faults.len()), ("{a: {b: c, d: e, f: g}}", 1));
}

#[test]
fn a_missing_space_after_a_colon() {
    let kind = FaultKind::MissingSpaceAfterColon { key: "open".to_owned(), value: "Mon-Fri".to_owned() };
    for (text, shape) in [
        ("a:\n  x: y\n  open:Mon-Fri\n  b: c\n", "{a: {x: y, open: Mon-Fri, b: c}}"),
        ("a:\n  open:Mon-Fri\n  b: c\n", "{a: {open: Mon-Fri, b: c}}"),
        ("a:\n  x: y\n  open:Mon-Fri\nb: c\n", "{a: {x: y, open: Mon-Fri}, b: c}"),
        ("a:\n  open:Mon-Fri\nb: c\n", "{a: {open: Mon-Fri}, b: c}"),
        ("open:Mon-Fri\n", "{open: Mon-Fri}"),
        ("a:\n  open:Mon-Fri # c\n", "{a: {open: Mon-Fri}}"),
    ] {
        let fault = one_fault(text, shape);
        assert_eq!(fault.kind, kind, "{text}");
        assert_eq!(cut(text, fault.span), "open:Mon-Fri", "{text}");
    }
    for text in ["a:\n  https://acorn.example\n", "a: open:Mon\n", "a:\n  08:00-17:00\n", "a:\n  mailto:x\n"] {
        assert_eq!(read(SourceId(0), text).faults, [], "{text}");
    }
}

#[test]
fn characters_from_a_text_processor() {
    let cases = [
        ("“Mon, Tue”", "Mon, Tue", Pasted::SmartQuotes, 2),
        ("\"Mon, Tue”", "Mon, Tue", Pasted::SmartQuotes, 1),
        ("‘Mon’", "Mon", Pasted::SmartQuotes, 2),
        ("8–20", "8-20", Pasted::LongDash, 1),
        ("08:00 – 20:00", "08:00-20:00", Pasted::LongDash, 1),
        ("Mon–Fri 08:00–20:00", "Mon-Fri 08:00-20:00", Pasted::LongDash, 2),
        ("sentiment below −0.3", "sentiment below -0.3", Pasted::LongDash, 1),
        ("offer\u{a0}a callback", "offer a callback", Pasted::NonBreakingSpace, 1),
        ("off\u{200b}er", "offer", Pasted::Invisible, 1),
    ];
    for (value, read_as, what, count) in cases {
        let text = format!("a:\n  key: {value} # c\n  b: c\n");
        let fault = one_fault(&text, &format!("{{a: {{key: {read_as}, b: c}}}}"));
        let FaultKind::Pasted { what: told, places } = fault.kind else { panic!("{fault:?}") };
        assert_eq!((told, places.len()), (what, count), "{text}");
        assert_eq!(places, fault.edits);
    }
    one_fault("a:\n  “Main desk”: b\n  c: d\n", "{a: {Main desk: b, c: d}}");
    one_fault("a:\n  Main\u{a0}desk: b\n", "{a: {Main desk: b}}");
    let table = read(SourceId(0), "t: |\n  | a | – | 5–9 |\n  | – | b |\n");
    assert_eq!(table.faults, [], "each cell of a table says for itself what is wrong with it");
}

#[test]
fn prose_may_have_its_own_signs() {
    for text in [
        "why: people – mostly – like it\n",
        "why: “quoted” at the start\n",
        "why: don’t\n",
        "a: b # “comment” 8–20\n",
        "a: \"“x”\"\n",
        "a: |\n  “x”\n",
    ] {
        assert_eq!(read(SourceId(0), text).faults, [], "{text}");
    }
}

#[test]
fn brackets_that_are_not_closed() {
    let text = "a:\n  b: [phone, chat # c\n  d: e\nf: g\n";
    let fault = one_fault(text, "{a: {b: [phone, chat], d: e}, f: g}");
    let at = text.find('[').unwrap();
    assert_eq!(fault.kind, FaultKind::UnclosedFlow { open: '[', opened: span(at, at + 1) });
    let text = "a: {b: c, d: [e\n  f: g\n}\nh: i\n";
    let tree = read(SourceId(0), text);
    assert_eq!(root(&tree), "{a: {b: c, d: [e]}, h: i}");
    assert_eq!(tree.faults.len(), 1);
}

#[test]
fn keys_that_are_no_text() {
    let fault = one_fault("a: b\n[c, d]: e\n", "{a: b, [c, d]: e}");
    assert_eq!(fault.kind, FaultKind::KeyNotText { text: "[c, d]".to_owned() });
    let fault = one_fault("a: b\n: e\n", "{a: b, : e}");
    assert_eq!(fault.kind, FaultKind::EmptyKey);
}

#[test]
fn a_character_that_cannot_be_seen() {
    let fault = one_fault("a: b\u{7}c\nd: e\n", "{a: b\u{7}c, d: e}");
    assert_eq!(fault.kind, FaultKind::ControlCharacter { character: '\u{7}' });
}

#[test]
fn anchors_and_aliases() {
    let fault = one_fault("a: &x b\nc: &x d\ne: *x\n", "{a: b, c: d, e: d}");
    assert_eq!(fault.kind, FaultKind::DuplicateAnchor { name: "x".to_owned(), first: span(3, 5) });
    let fault = one_fault("a: &x b\nc: *x\ne: *y\n", "{a: b, c: b, e: *y}");
    assert_eq!(fault.kind, FaultKind::UnknownAlias { name: "y".to_owned() });
    let fault = one_fault("a: &x {b: *x}\n", "{a: {b: _}}");
    assert_eq!(fault.kind, FaultKind::RecursiveAlias { name: "x".to_owned() });
    let fault = one_fault("a: &x [*x]\n", "{a: [_]}");
    assert_eq!(fault.kind, FaultKind::RecursiveAlias { name: "x".to_owned() });
    let fault = one_fault("a:\n  <<: b\n  c: d\n", "{a: {c: d}}");
    assert_eq!(fault.kind, FaultKind::NothingToMerge);
}

#[test]
fn a_second_document() {
    let text = "a: b\n---\nc: d\n";
    let fault = one_fault(text, "{a: b}");
    assert_eq!((fault.kind, cut(text, fault.span)), (FaultKind::MoreThanOneDocument, "---"));
    for text in ["---\na: b\n", "a: b\n...\n", "%YAML 1.2\n---\na: b\n"] {
        assert_eq!(read(SourceId(0), text).faults, [], "{text}");
    }
}

#[test]
fn items_among_keys() {
    let fault = one_fault("a:\n  b: c\n  - d\n  e: f\n", "{a: {b: c, e: f}}");
    assert_eq!(fault.kind, FaultKind::Mixed { text: "- d".to_owned(), key: false });
    let fault = one_fault("a:\n  - d\n  b: c\n  - e\n", "{a: [d, e]}");
    assert_eq!(fault.kind, FaultKind::Mixed { text: "b: c".to_owned(), key: true });
}

#[test]
fn a_comment_inside_a_text() {
    let text = "why: a # c\n  b\nd: e\n";
    let fault = one_fault(text, "{why: a b, d: e}");
    assert!(matches!(fault.kind, FaultKind::CommentInside { .. }));
    assert_eq!(cut(text, fault.span), "# c");
    let text = "t: |\n  | a |\n # c\n  | b |\n  | c |\nd: e\n";
    let fault = one_fault(text, "{t: | a |/| b |/| c |/, d: e}");
    assert!(matches!(fault.kind, FaultKind::CommentInside { .. }));
    assert_eq!(cut(text, fault.span), "# c");
}
