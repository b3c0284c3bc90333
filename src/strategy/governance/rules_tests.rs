//! Terms, fields, guarantees and stories, from text to what runs.

use crate::calendar::{Duration, Unit};
use crate::measure::Decimal;
use crate::policy::{Claim, Comparison, Field, FieldId, FieldKind, GroupId, NamedAxis, Scope, TermId, Test};
use crate::strategy::testing::{Tried, tried};

const REST: &str = "
channels:
  phone:
  x:
    kind: social
contact types:
  Order help:
  Public complaint:
customers:
  Trail Club:
    recognised by: loyalty tier is club
  Everyone else:
agent groups:
  Safety desk:
  Care team:
routing:
  Everything:
    send to: Care team
";

fn with(text: &str) -> Tried {
    tried(&format!("{text}{REST}"))
}

#[test]
fn terms_are_conditions_with_a_name() {
    let tried = with("terms:\n  angry: sentiment below -0.3\n  loud: contact is angry and channel is social\n");
    assert_eq!(tried.told(), "");
    let below =
        Test::Number { field: Field::SENTIMENT, comparison: Comparison::Below(Decimal::parse("-0.3").unwrap()) };
    assert_eq!(tried.policy.terms[0], ("angry".to_owned(), vec![below]));
    assert_eq!(tried.policy.terms[1].1[0], Test::Term { term: TermId(0), negated: false });
    assert_eq!(tried.governance.terms.content.terms[0].head.facts[0].text, "sentiment below -0.3");
}

#[test]
fn a_term_that_leads_back_to_itself_has_no_meaning() {
    let tried = with(
        "terms:\n  self: contact is self\n  angry: contact is upset\n  upset: contact is angry\n  loud: contact is angry\n",
    );
    assert_eq!(
        tried.told(),
        "\
Must circular-term [contact is self]
  \"self\" is explained by itself.
  why: A term says what another test means, so it cannot be its own test.
  do: say it with fields, such as sentiment below -0.3
Must circular-term [contact is upset]
  \"angry\" is explained by itself.
  why: It uses \"upset\", which leads back to it.
  do: say it with fields, such as sentiment below -0.3
Must circular-term [contact is angry]
  \"upset\" is explained by itself.
  why: It uses \"angry\", which leads back to it.
  do: say it with fields, such as sentiment below -0.3
"
    );
    assert_eq!(tried.withheld(), 1);
    assert!(tried.governance.terms.content.terms.iter().all(|term| term.broken));
    assert_eq!(tried.policy.terms.len(), 4);
}

#[test]
fn a_term_that_uses_one_without_a_meaning_has_none() {
    let tried = with("terms:\n  loud: contact is angry\n  angry: channel is fone\n  calm: sentiment above 0\n");
    assert_eq!(tried.found(), ["unknown-name"]);
    let broken: Vec<_> = tried.governance.terms.content.terms.iter().map(|term| term.broken).collect();
    assert_eq!(broken, [true, true, false]);
}

#[test]
fn declared_fields_come_after_the_built_in_ones() {
    let tried = with(
        "fields:\n  product: one of editor, gateway\n  age: number from 0 to 120\n  staff: yes or no\n  note: text\n  \
         sentiment: number from -1 to 1, only when channel is social\n",
    );
    assert_eq!(tried.told(), "");
    let fields = &tried.policy.fields;
    let kinds: Vec<_> = fields.iter().map(|field| (field.name.as_str(), &field.kind)).skip(3).collect();
    let age = FieldKind::Number { low: Some(Decimal::ZERO), high: Some(Decimal::whole(120)) };
    let product = FieldKind::OneOf(vec!["editor".into(), "gateway".into()]);
    let tier = FieldKind::OneOf(vec!["club".into()]);
    assert_eq!(
        kinds,
        [
            ("product", &product),
            ("age", &age),
            ("staff", &FieldKind::YesNo),
            ("note", &FieldKind::Text),
            ("loyalty tier", &tier)
        ]
    );
    let social = Test::Named { axis: NamedAxis::Channel, values: vec![1], negated: false };
    assert_eq!(fields[0].only_when, [social]);
    assert_eq!(tried.origins[&Field::SENTIMENT.into()].path, ["fields", "sentiment"]);
}

#[test]
fn a_built_in_field_holds_what_it_holds() {
    assert_eq!(
        with("fields:\n  sentiment: one of angry, calm\n").told(),
        "\
Must wrong-built-in-field [sentiment]
  \"sentiment\" is built in and holds something else.
  why: Sentiment is a number from -1 to 1. What is written here would change nothing.
  do: remove this line
  do: give the field another name
"
    );
}

#[test]
fn words_of_a_test_are_no_values() {
    let tried = with("fields:\n  product: one of editor, other\n  state: one of known, new\n");
    assert_eq!(
        tried.told(),
        "\
Must reserved-value [other]
  \"other\" cannot be a value of \"product\".
  why: Every field has other already: it is whatever is not named.
  do: leave it out, or choose another word
Must reserved-value [known]
  \"known\" cannot be a value of \"state\".
  why: A test would read it as part of its own words: is not, is known.
  do: leave it out, or choose another word
"
    );
    assert_eq!(tried.policy.fields[3].kind, FieldKind::OneOf(vec!["editor".into()]));
    assert_eq!(tried.names.field_kind(FieldId(3)), Some(&tried.policy.fields[3].kind));
}

#[test]
fn words_of_conditions_are_no_fields() {
    for (name, refused) in [("channel", true), ("desk number", true), ("day", true), ("desktop", false)] {
        assert_eq!(with(&format!("fields:\n  {name}: text\n")).found().contains(&"unusable-name"), refused, "{name}");
    }
}

#[test]
fn guarantees_are_claims_about_contacts() {
    let tried = with(
        "guarantees:
  Complaints are settled:
    when: contact type is Public complaint
    always: answered by Safety desk, promise at most 15 min, priority at least 2, somebody answers
    never: sent to Care team, reaches Care team
  The club never waits longer:
    compare: customer is Trail Club with customer is Everyone else
    always: promise at most the same
  Somebody always answers:
    always: somebody answers
",
    );
    assert_eq!(tried.told(), "");
    let guarantees = &tried.claims.guarantees;
    let (safety, care) = (GroupId(0), GroupId(1));
    assert_eq!(
        guarantees[0].always,
        [
            Claim::AnsweredBy(safety),
            Claim::PromiseAtMost(Duration::new(15, Unit::Minute)),
            Claim::PriorityAtLeast(2),
            Claim::SomebodyAnswers
        ]
    );
    assert_eq!(guarantees[0].never, [Claim::SentTo(care), Claim::Reaches(care)]);
    let customer = |number| vec![Test::Named { axis: NamedAxis::Customer, values: vec![number], negated: false }];
    assert_eq!(guarantees[1].scope, Scope::Compare(customer(0), customer(1)));
    assert_eq!(guarantees[2].scope, Scope::When(Vec::new()));
}

#[test]
fn guarantees_that_say_too_much_or_too_little() {
    let tried = with(
        "guarantees:
  Both:
    when: channel is phone
    compare: customer is Trail Club with customer is Everyone else
    always: promise at most the same
  Nothing:
    when: channel is phone
  The same:
    always: promise at most the same
  Unknown:
    when: channel is fone
    always: sent to Clubb team
",
    );
    assert_eq!(
        tried.told(),
        "\
Must when-and-compare [when]
  \"Both\" says both when and compare.
  why: With when it is about each contact, with compare about two that are alike in all else.
  do: write the condition into both sides of compare, and remove when
  see [compare]: compare is here
Must empty-guarantee [Nothing]
  \"Nothing\" guarantees nothing.
  why: It says neither what always holds nor what never does.
  do: add the line always: somebody answers
Must same-without-comparison [promise at most the same]
  \"The same\" does not say the same as what.
  why: A promise can be at most the same only beside another contact.
  do: add the line compare, such as customer is Trail Club with customer is Everyone else
  do: write a time, such as promise at most 15 min
Must unknown-name [fone]
  There is no channel called \"fone\" in this strategy.
  write: phone
  see [phone]: phone is described here
Must unknown-name [Clubb team]
  There is no agent group called \"Clubb team\" in this strategy.
  why: The agent groups here: Safety desk or Care team.
  do: use one of these names, or add \"Clubb team\" under agent groups
"
    );
    assert!(tried.claims.guarantees.is_empty());
}

#[test]
fn stories_are_kept_as_written() {
    let tried = with(
        "stories:
  Angry post late on Sunday:
    contact: Public complaint on x from Everyone else, Sun 22:10, sentiment -0.8
    expect: Care team, rule Everything, then Safety desk after 20 min, answer by Mon 08:30
    why: it happened
",
    );
    assert_eq!(tried.told(), "");
    let story = &tried.claims.stories[0];
    assert_eq!(story.contact, "Public complaint on x from Everyone else, Sun 22:10, sentiment -0.8");
    let expect: Vec<_> = story.expect.iter().map(|one| one.written.as_str()).collect();
    assert_eq!(expect, ["Care team", "rule Everything", "then Safety desk after 20 min", "answer by Mon 08:30"]);
}

#[test]
fn names_in_stories_are_checked_at_their_place() {
    let tried = with(
        "stories:
  One:
    contact: Public complaints on x, Sun 22:10
    expect: Care taem
  Two:
    contact: Order help on fone from Everyone else, Sun 22:10
    expect: then Safety dsk after 20 min
  Three:
    contact: Order help on phone from Everyone, Sun 22:10
    expect: rule Everythin, no promise
",
    );
    let told = tried.told();
    for place in ["Public complaints", "Care taem", "fone", "Safety dsk", "Everyone", "Everythin"] {
        assert!(told.contains(&format!("Must unknown-name [{place}]")), "{place}: {told}");
    }
    assert_eq!(tried.found(), ["unknown-name"; 6]);
    assert!(tried.claims.stories.is_empty());
}

#[test]
fn a_story_needs_a_contact_and_an_end() {
    assert_eq!(with("stories:\n  One:\n    contact: Order help on phone, Sun 22:10\n").found(), ["missing-key"]);
}
