//! Customers, from text to what runs.

use crate::policy::{FieldId, FieldKind, LanguageId, NamedAxis, SegmentId, Test};
use crate::source::{Diagnostic, Sink, SourceId};
use crate::strategy::component::Component;
use crate::strategy::components::customers::Customers;
use crate::strategy::governance::stories::Stories;
use crate::strategy::reader;
use crate::strategy::testing::tried;
use crate::yaml;

const SEGMENTS: &str = "
customers:
  Trail Club:
    who: paying members, two or more orders a year
    recognised by: loyalty tier is club, gold
    share of contacts: 20%
    languages: English, Welsh
    prefers: chat
    talks on: x, review sites
    locations: England, Wales
    time zones: Europe/London, Europe/Dublin
    value: one third of all orders
    vulnerable: some are; a quiet line
    needs: text relay, large print
    why: they pay for it
  Trade:
    recognised by: loyalty tier is trade
  Everyone else:
    share of contacts: 80%
channels:
  chat:
";

#[test]
fn segments_are_tried_from_the_top_and_the_last_takes_everyone_else() {
    let tried = tried(SEGMENTS);
    assert_eq!(tried.told(), "");
    let segments = &tried.policy.segments;
    assert_eq!(
        segments.iter().map(|segment| segment.name.as_str()).collect::<Vec<_>>(),
        ["Trail Club", "Trade", "Everyone else"]
    );
    let axis = NamedAxis::Field(FieldId(3));
    assert_eq!(segments[0].recognised_by, [Test::Named { axis, values: vec![0, 1], negated: false }]);
    assert_eq!(segments[1].recognised_by, [Test::Named { axis, values: vec![2], negated: false }]);
    assert!(segments[2].recognised_by.is_empty() && !segments[2].by_name_only);
    assert_eq!(segments[0].languages, [LanguageId(0), LanguageId(1)]);
    let path = &tried.origins[&SegmentId(1).into()].path;
    assert_eq!(path, &["customers", "Trade"]);
}

#[test]
fn a_field_is_known_by_its_use() {
    let tried = tried(SEGMENTS);
    let field = &tried.policy.fields[3];
    assert_eq!(field.name, "loyalty tier");
    assert_eq!(field.kind, FieldKind::OneOf(vec!["club".into(), "gold".into(), "trade".into()]));
    assert_eq!(tried.policy.fields.len(), 4);
}

#[test]
fn everything_that_is_written_is_kept() {
    let tried = tried(SEGMENTS);
    let club = &tried.components.customers.content.segments[0];
    let texts = |list: &[crate::strategy::Written]| list.iter().map(|it| it.text.clone()).collect::<Vec<_>>().join("|");
    assert_eq!(club.share.unwrap().value.to_string(), "20%");
    assert_eq!(club.prefers.len(), 1);
    assert_eq!(texts(&club.talks_on), "x|review sites");
    assert_eq!(texts(&club.locations), "England|Wales");
    assert_eq!(club.time_zones.len(), 2);
    assert_eq!(texts(&club.needs), "text relay|large print");
    assert_eq!(club.value.as_ref().unwrap().text, "one third of all orders");
    assert_eq!(club.vulnerable.as_ref().unwrap().text, "some are; a quiet line");
    assert_eq!(club.head.note.why.as_ref().unwrap().value, "they pay for it");
    assert_eq!(club.head.facts.len(), 11);
}

#[test]
fn the_last_segment_must_take_everyone_else() {
    let text = "
customers:
  Businesses:
    recognised by: account is business
  Homes:
    recognised by: account is home
contact types:
  Order help:
channels:
  phone:
";
    assert_eq!(
        tried(text).told(),
        "\
Must no-catch-all-segment [account is home]
  Customers whom nothing recognises belong to no segment.
  why: Segments are tried from the top, and \"Homes\", the last one, takes only those who fit its condition.
  story: On Tuesday at 10:00 somebody makes contact on phone about \"Order help\". Nothing is known of them yet, so every \
rule and promise for a segment passes them by.
  do: remove this line, if \"Homes\" is everyone else
  do: add a last segment without recognised by, such as Everyone else
"
    );
}

#[test]
fn a_segment_that_takes_everyone_stands_last() {
    let text = "
customers:
  Everyone:
  Trail Club:
    recognised by: loyalty tier is club
  Trade:
    recognised by: loyalty tier is trade
";
    assert_eq!(
        tried(text).told(),
        "\
Should early-catch-all-segment [Everyone]
  \"Everyone\" takes every customer, so nobody is left for those below.
  why: A segment without recognised by takes everyone whom no earlier one has. Below it: Trail Club or Trade.
  do: say how they are recognised
  do: move this segment to the end
  see [Trail Club]: recognised only when the contact says so
"
    );
}

#[test]
fn nobody_is_recognised_by_who_they_are() {
    let text = "
terms:
  ours: contact is valued
  valued: customer is Gold
customers:
  Gold:
    recognised by: tier is gold
  Gold abroad:
    recognised by: customer is Gold
  Club:
    recognised by: contact is ours
  Everyone else:
";
    let tried = tried(text);
    assert_eq!(
        tried.told(),
        "\
Must circular-recognition [customer is Gold]
  \"Gold abroad\" is recognised by what nobody knows yet.
  why: The customer is what recognised by has to find out.
  do: test something that is known of a contact, such as loyalty tier is club
Must circular-recognition [contact is ours]
  \"Club\" is recognised by what nobody knows yet.
  why: \"ours\" asks which customer it is. That is what recognised by has to find out.
  do: test something that is known of a contact, such as loyalty tier is club
"
    );
    let by_name_only: Vec<_> = tried.policy.segments.iter().map(|segment| segment.by_name_only).collect();
    assert_eq!(by_name_only, [false, true, true, false]);
    assert!(!tried.policy.complete);
}

#[test]
fn a_condition_that_has_no_meaning_leaves_the_segment_to_its_name() {
    let text = "
customers:
  Callers:
    recognised by: channel is fone
  Everyone else:
channels:
  phone:
";
    let tried = tried(text);
    assert_eq!(tried.found(), ["unknown-name"]);
    assert!(tried.policy.segments[0].by_name_only && !tried.policy.complete);
}

#[test]
fn an_unknown_zone_is_reported() {
    let text = "
customers:
  Everyone:
    time zones: Europe/London, Europe/Londn
";
    let tried = tried(text);
    assert_eq!(tried.found(), ["unknown-zone"]);
    assert_eq!(tried.components.customers.content.segments[0].time_zones.len(), 1);
}

#[test]
fn names_that_phrases_could_not_tell_apart_are_refused() {
    for (name, refused) in [
        ("phone", true),
        ("voice", true),
        ("other", true),
        ("Other", false),
        ("Gold, Silver", true),
        ("Gold and Silver", true),
        ("not registered", true),
        ("known", true),
        ("Known callers", false),
    ] {
        let found = tried(&format!("customers:\n  {name}:\n")).found();
        assert_eq!(found.contains(&"unusable-name"), refused, "{name}: {found:?}");
    }
}

/// How many names are read of a section with so many, and the findings.
fn names_read<C: Component>(count: usize) -> (usize, Vec<Diagnostic>) {
    let text = (0..count).fold(format!("{}:\n", C::KEY), |text, at| text + &format!("  N{at}:\n"));
    let root = yaml::read(SourceId(0), &text).root.unwrap();
    let mut sink = Sink::new();
    let read = reader::keys(root.get(C::KEY).unwrap(), C::FIELDS, &mut sink).names().count();
    (read, sink.so_far().to_vec())
}

#[test]
fn names_past_the_limit_are_not_read() {
    // 1,000, the words that may stand for several names, and one more, so that whoever declares them sees it.
    assert_eq!(names_read::<Customers>(1_500), (1_065, Vec::new()));
    let (read, told) = names_read::<Stories>(30_005);
    let headlines: Vec<&str> = told.iter().map(|finding| finding.headline.as_str()).collect();
    assert_eq!((read, headlines), (30_000, vec!["There are more than 30000 names below \"stories\"."]));
    assert_eq!(names_read::<Stories>(30_000).1, Vec::new());
}
