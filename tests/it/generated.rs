//! Generated files are current: schemas and references.

use frontdesk::compilation::{findings, language_reference, schemas};

use crate::bless;
use crate::support::root;

#[test]
fn schemas_are_current() {
    for (name, schema) in schemas() {
        let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
        bless::same(&root().join(format!("schemas/{name}.schema.json")), &text);
    }
}

#[test]
fn the_language_reference_is_current() {
    bless::same(&root().join("docs/language.md"), &language_reference());
}

#[test]
fn the_list_of_findings_is_current() {
    let mut all = findings();
    all.sort_by_key(|finding| finding.code);
    let mut out = String::from(
        "<!-- Made from the pages beside the code. Do not edit: FRONTDESK_BLESS=1 cargo test -->\n# Findings\n\n\
         `frontdesk explain NAME` prints the page of each.\n\n| code | name | severity | shown to | what it says |\n\
         | --- | --- | --- | --- | --- |\n",
    );
    for finding in all {
        let severity = format!("{:?}", finding.severity).to_lowercase();
        let audience = format!("{:?}", finding.audience).to_lowercase();
        let first = finding.page.lines().skip(1).skip_while(|line| line.is_empty()).take_while(|line| !line.is_empty());
        let first = first.collect::<Vec<_>>().join(" ").replace('|', "\\|");
        out.push_str(&format!("| {} | `{}` | {severity} | {audience} | {first} |\n", finding.code, finding.name));
    }
    bless::same(&root().join("docs/lints.md"), &out);
}
