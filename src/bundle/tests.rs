//! What is written is read again, byte for byte; what is not understood is refused.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::policy::{Element, Place, Places, Policy, RuleId, Tape, acorn, random_policy};

proptest! {
    #[test]
    fn what_is_written_is_read_again(numbers in proptest::collection::vec(any::<u32>(), 0..900)) {
        let (policy, places) = random_policy(&mut Tape::new(numbers));
        let bytes = Bundle::write(&policy, &places);
        let bundle = Bundle::read(&bytes).unwrap();
        prop_assert_eq!(&bundle.policy, &policy);
        prop_assert_eq!(&bundle.places, &places);
        prop_assert_eq!(&bundle.fingerprint, &Fingerprint::of(&policy));
        prop_assert_eq!(Bundle::write(&bundle.policy, &bundle.places), bytes);
    }

    #[test]
    fn damaged_bytes_are_refused_or_read_but_never_more(at in 0usize..12_000, byte in any::<u8>()) {
        let mut bytes = example();
        let length = bytes.len();
        bytes[at % length] = byte;
        if let Ok(bundle) = Bundle::read(&bytes) {
            prop_assert_eq!(bundle.policy, acorn().0);
        }
    }
}

fn places() -> Places {
    let place = Place { file: "acorn.strategy.yaml".into(), line: 104, column: 3, path: vec!["Routing".into()] };
    [
        (Element::Rule(RuleId(0)), place.clone()),
        (Element::Step(RuleId(2), 0), place.clone()),
        (Element::Story(0), place),
    ]
    .into()
}

fn example() -> Vec<u8> {
    Bundle::write(&acorn().0, &places())
}

/// The example with its policy changed as JSON, and the fingerprint made to fit.
fn forged(change: impl FnOnce(&mut Value)) -> Result<Bundle, BundleError> {
    let mut bundle: Value = serde_json::from_slice(&example()).unwrap();
    change(&mut bundle);
    let read = |bundle: &Value| Bundle::read(bundle.to_string().as_bytes());
    match read(&bundle) {
        Err(BundleError::Fingerprint { found, .. }) => {
            bundle["fingerprint"] = found.into();
            read(&bundle)
        }
        other => other,
    }
}

fn refused(change: impl FnOnce(&mut Value)) -> String {
    forged(change).unwrap_err().to_string()
}

#[test]
fn the_file_can_be_read_by_people() {
    let text = String::from_utf8(example()).unwrap();
    let start = "{\n  \"format\": 1,\n  \"strategy\": \"Acorn Outdoor\",\n  \"fingerprint\": \"sha256:";
    assert!(text.starts_with(start), "{text}");
    for line in [
        "          { \"is\": { \"axis\": \"customer\", \"values\": [{ \"number\": 0, \"name\": \"Trail Club\" }] } },",
        "        \"send_to\": { \"number\": 2, \"name\": \"Club team\" },",
        "    \"applies_from\": \"2026-12-01\",",
        "      { \"name\": \"Everything else\", \"when\": [], \"send_to\": { \"number\": 3, \"name\": \"Care team\" } }",
    ] {
        assert!(text.lines().any(|found| found == line), "{line}\n{text}");
    }
    assert!(text.lines().all(|line| line.len() <= 160), "no line is too long to read");
    assert!(text.ends_with("}\n"));
}

#[test]
fn the_fingerprint_covers_what_decides_and_nothing_else() {
    let (policy, _, _) = acorn();
    let fingerprint = Fingerprint::of(&policy);
    assert_eq!(fingerprint.to_string().len(), 71);
    assert_eq!(fingerprint.short().len(), 12);
    assert!(fingerprint.to_string().starts_with(&format!("sha256:{}", fingerprint.short())));
    let elsewhere = Bundle::read(&Bundle::write(&policy, &Places::new())).unwrap();
    assert_eq!(elsewhere.fingerprint, fingerprint, "places are not covered");
    let change = |change: fn(&mut Policy)| {
        let mut changed = policy.clone();
        change(&mut changed);
        Fingerprint::of(&changed)
    };
    assert_ne!(change(|policy| policy.rules[2].action.private = true), fingerprint);
    assert_ne!(change(|policy| policy.version = Some("2".into())), fingerprint);
    let canonical = serde_json::to_value(crate::bundle::wire::WirePolicy::write(&policy)).unwrap();
    let from_the_file: Value = serde_json::from_slice(&example()).unwrap();
    assert_eq!(from_the_file["policy"], canonical, "anybody can compute it from the file");
}

#[test]
fn stories_and_guarantees_are_in_no_bundle() {
    let bundle = Bundle::read(&example()).unwrap();
    assert_eq!(bundle.places.len(), 2);
    assert!(!bundle.places.contains_key(&Element::Story(0)));
}

#[test]
fn newer_formats_and_other_files_are_refused_first() {
    let newer = br#"{"format": 7, "policy": {"new things": []}}"#;
    let error = Bundle::read(newer).unwrap_err();
    assert_eq!(error, BundleError::NewerFormat { format: 7, known: 1 });
    assert!(error.to_string().contains("format 7, but this version of frontdesk reads up to format 1"));
    for other in [
        "{}",
        "[1]",
        "17",
        "\"bundle\"",
        "{\"format\": 0}",
        "{\"format\": \"1\"}",
        "{\"format\": null}",
        "{\"format\": -1}",
    ] {
        let refused = Bundle::read(other.as_bytes()).unwrap_err();
        assert!(matches!(refused, BundleError::NotABundle | BundleError::Unread(_)), "{other}: {refused:?}");
    }
    let large = vec![b' '; LARGEST_BUNDLE_BYTES + 1];
    assert!(matches!(Bundle::read(&large), Err(BundleError::TooLarge { .. })));
}

#[test]
fn what_cannot_be_read_is_said_with_its_line() {
    let said = |text: &[u8]| Bundle::read(text).unwrap_err().to_string();
    assert_eq!(said(b""), "The file ends too early, in line 1, column 0.");
    assert_eq!(said(b"{\n  \"format\": 1,\n  oops"), "From line 3, column 3 on, the file is not JSON.");
    assert_eq!(said("[".repeat(300).as_bytes()), "In line 1, column 128, the file goes deeper than any bundle.");
    assert_eq!(said(b"{\"format\": 1, \"strategy\": \"\xff\"}"), "From line 1, column 28 on, the file is not JSON.");
    let edited = |from: &str, to: &str| {
        let text = String::from_utf8(example()).unwrap();
        assert!(text.contains(from), "{from}");
        said(text.replacen(from, to, 1).as_bytes())
    };
    assert_eq!(
        edited("\"strategy\"", "\"stratgy\""),
        "In line 3, column 11: no bundle of this format has \"stratgy\" here."
    );
    assert_eq!(
        edited("\"strategy\": \"Acorn Outdoor\"", "\"format\": 1"),
        "In line 3, column 10: \"format\" is there twice."
    );
    assert!(
        edited("\"kind\": \"phone\"", "\"kind\": \"fone\"")
            .ends_with(": \"fone\" is not a kind of channel that this program knows.")
    );
    assert!(
        edited("\"Europe/London\"", "\"Europe/Londn\"")
            .ends_with(": \"Europe/Londn\" is not a time zone that this program knows.")
    );
    assert!(edited("\"2026-12-01\"", "\"2026-31-02\"").ends_with(": \"2026-31-02\" is not a date like 2026-12-25."));
    assert!(edited("\"-0.3\"", "\"-.3\"").contains("is not a number like -0.3"));
    assert!(edited("\"is\"", "\"was\"").ends_with(": no bundle of this format has \"was\" here."));
    assert!(edited("\"complete\": true", "\"complete\": 1").ends_with(": here stands 1, which does not belong here."));
    assert!(
        edited("\"complete\": true", "\"complete\": [1]")
            .ends_with(": here stands a list, which does not belong here.")
    );
    assert!(
        edited("\"complete\": true", &format!("\"complete\": {}1{}", "[".repeat(200), "]".repeat(200)))
            .ends_with("here stands a list, which does not belong here.")
    );
    assert!(edited("\"complete\": true,", "").ends_with(": \"complete\" is missing."));
    assert!(
        edited("\"complete\": true", "\"complete\": false")
            .starts_with("The policy in this bundle is not the one that was compiled")
    );
}

#[test]
fn what_has_no_meaning_is_said_with_its_way() {
    let at = |bundle: &mut Value, pointer: &str, value: Value| *bundle.pointer_mut(pointer).unwrap() = value;
    let cases: [(&str, Value, &str); 12] = [
        (
            "/policy/routing/0/send_to/number",
            json!(9),
            "The bundle has no meaning at /policy/routing/0/send_to: it names agent group number 9, but there are 4, counted from 0.",
        ),
        (
            "/policy/routing/0/send_to/name",
            json!("Care team"),
            "The bundle has no meaning at /policy/routing/0/send_to/name: it says another thing than the rest of the file.",
        ),
        (
            "/policy/routing/1/when/0/is/values/0/number",
            json!(5),
            "The bundle has no meaning at /policy/routing/1/when/0/is/values: the values are not in order, or one is there twice.",
        ),
        (
            "/policy/routing/1/when/0/is/values/0/number",
            json!(17),
            "The bundle has no meaning at /policy/routing/1/when/0/is/values/0: it names channel number 17, but there are 8, counted from 0.",
        ),
        (
            "/policy/service_levels/0/rows/0/cells",
            json!([]),
            "The bundle has no meaning at /policy/service_levels/0/rows/0: the row has 0 cells for 5 columns.",
        ),
        (
            "/policy/fields/0/name",
            json!("mood"),
            "The bundle has no meaning at /policy/fields: the first fields are not sentiment, followers and waiting.",
        ),
        (
            "/policy/hours/0/open/weekly/spans/0/to",
            json!("07:00"),
            "The bundle has no meaning at /policy/hours/0/open/weekly/spans/0: the span ends before it begins.",
        ),
        (
            "/policy/hours/0/open/closed/0",
            json!({"from": "2000-01-01", "to": "2200-01-01", "part": {"from": "08:00", "to": "09:00"}}),
            "The bundle has no meaning at /policy/hours/0/open/closed: it covers 73050 days, but the most is 36525.",
        ),
        (
            "/policy/terms",
            json!([{"name": "a", "tests": [{"term": {"number": 0, "name": "a"}}]}]),
            "The bundle has no meaning at /policy/terms/0: the term is written in terms of itself.",
        ),
        (
            "/places/0/of",
            json!("/routing/99"),
            "The bundle has no meaning at /places/0: it is the place of something that is not in the file.",
        ),
        (
            "/places/1/of",
            json!("/routing/0"),
            "The bundle has no meaning at /places/1: the values are not in order, or one is there twice.",
        ),
        (
            "/strategy",
            json!("Other"),
            "The bundle has no meaning at /strategy: it says another thing than the rest of the file.",
        ),
    ];
    for (pointer, value, said) in cases {
        assert_eq!(refused(|bundle| at(bundle, pointer, value)), said);
    }
    assert!(forged(|bundle| at(bundle, "/policy/routing/0/name", json!("Safety always first"))).is_ok());
    let nested = format!("{{\"format\": 1, \"policy\": {}", "[".repeat(100_000));
    assert!(matches!(Bundle::read(nested.as_bytes()), Err(BundleError::Unread(_))), "deep nesting is bounded");
}

#[test]
fn bundles_fit_their_published_schema() {
    let schema = schema();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let mut bundle: Value = serde_json::from_slice(&example()).unwrap();
    assert!(
        validator.is_valid(&bundle),
        "{:?}",
        validator.iter_errors(&bundle).map(|e| e.to_string()).collect::<Vec<_>>()
    );
    for seed in 0..40u32 {
        let numbers =
            (0..900u32).map(|at| (at + 1).wrapping_mul(seed.wrapping_mul(2_654_435_761) ^ 0x9E37_79B9)).collect();
        let (policy, places) = random_policy(&mut Tape::new(numbers));
        let random: Value = serde_json::from_slice(&Bundle::write(&policy, &places)).unwrap();
        assert!(
            validator.is_valid(&random),
            "{:?}",
            validator.iter_errors(&random).map(|e| e.to_string()).collect::<Vec<_>>()
        );
    }
    bundle["surprise"] = json!(1);
    assert!(!validator.is_valid(&bundle));
}
