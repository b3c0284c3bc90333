//! Compares index, rules and analyses on as many made-up contacts as asked for: `agree CONTACTS SEED`.

use std::process::ExitCode;

use frontdesk_bench::agreement::agreement;
use frontdesk_bench::rules::{Profile, rule_set};

const PROFILES: [(&str, Profile); 3] =
    [("layered", Profile::Layered), ("layered12", Profile::Layered12), ("random", Profile::Random)];
const SIZES: [usize; 4] = [10, 100, 1_000, 10_000];

/// For each rule an example is asked for where there are no more rules than this.
const EXAMPLES: usize = 1_000;

/// How many questions were given up of contacts of which anything may be unknown, and of those of which everything is known.
fn given_up((anything, known): (usize, usize)) -> String {
    if anything + known == 0 { "none".into() } else { format!("{anything}; {known} where all is known") }
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let numbers: Vec<u64> = arguments.iter().filter_map(|number| number.parse().ok()).collect();
    let [contacts, seed] = numbers.as_slice() else {
        eprintln!("Usage: agree CONTACTS SEED");
        return ExitCode::from(2);
    };
    let share = (*contacts as usize).div_ceil(PROFILES.len() * SIZES.len());
    let (mut all, mut wrong) = (0, 0);
    println!(
        "| profile | rules | contacts | left to the last rule | never win | guarantees that hold | given up | examples | disagreements |"
    );
    println!("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
    for (name, profile) in PROFILES {
        for size in SIZES {
            let set = rule_set(size, *seed, profile);
            let found = agreement(&set, *seed, share, size <= EXAMPLES);
            found.disagreements.iter().take(5).for_each(|sentence| eprintln!("{name}, {size} rules: {sentence}"));
            let (never, hold) = found.proven;
            println!(
                "| {name} | {size} | {} | {} | {never} | {hold} of {} | {} | {} | {} |",
                found.contacts,
                found.left,
                set.guarantees.len(),
                given_up(found.too_hard),
                found.witnesses,
                found.disagreements.len(),
            );
            all += found.contacts;
            wrong += found.disagreements.len();
        }
    }
    println!("\n{all} contacts, {wrong} disagreements");
    ExitCode::from(u8::from(wrong > 0))
}
