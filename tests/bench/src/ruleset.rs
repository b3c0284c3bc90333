//! Writes a set of rules and contacts for it: `ruleset FOLDER N,.. SEED CONTACTS PROFILE`. The same files every time.

use std::path::Path;
use std::process::ExitCode;

use frontdesk::bundle::Bundle;
use frontdesk_bench::rules::{
    Contact, MOST_ATTRIBUTES, Profile, Scan, contacts, contacts_json, lines_json, policy, rule_set, rule_set_json,
};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, sizes, seed, count, profile] = arguments.as_slice() else {
        eprintln!("Usage: ruleset FOLDER N,.. SEED CONTACTS layered|layered12|random");
        return ExitCode::from(2);
    };
    let sizes: Vec<usize> = sizes.split(',').filter_map(|size| size.parse().ok()).collect();
    let (Ok(seed), Ok(count), Some(profile)) = (seed.parse(), count.parse(), Profile::named(profile)) else {
        eprintln!("SEED and CONTACTS are numbers, and PROFILE is layered, layered12 or random.");
        return ExitCode::from(2);
    };
    match write(Path::new(folder), &sizes, seed, count, profile) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{folder} could not be written: {error}.");
            ExitCode::FAILURE
        }
    }
}

fn write(folder: &Path, sizes: &[usize], seed: u64, count: usize, profile: Profile) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let sets: Vec<_> = sizes.iter().map(|size| rule_set(*size, seed, profile)).collect();
    let contacts = contacts(&sets, seed, count);
    for (size, set) in sizes.iter().zip(&sets) {
        let scan = Scan::new(set);
        let first = |contact: &Contact| scan.first(&Scan::ready::<MOST_ATTRIBUTES>(set, contact));
        let answers: Vec<_> = contacts.iter().map(first).collect();
        std::fs::write(folder.join(format!("rules-{size}.json")), rule_set_json(set).to_string())?;
        std::fs::write(folder.join(format!("answers-{size}.json")), serde_json::to_string(&answers)?)?;
        let bundle = Bundle::write(&policy(set), &Default::default());
        std::fs::write(folder.join(format!("rules-{size}.bundle.json")), bundle)?;
    }
    if let Some(set) = sets.first() {
        std::fs::write(folder.join("contacts.json"), contacts_json(set, &contacts))?;
        std::fs::write(folder.join("contacts.jsonl"), lines_json(set, &contacts))?;
    }
    Ok(())
}
