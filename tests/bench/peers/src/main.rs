//! The same rules and the same contacts in frontdesk and in other engines.
//!
//! `peers time ENGINE FOLDER N SECONDS` times one engine, `peers stream ENGINE FOLDER N` decides lines of JSON,
//! `peers verify FOLDER N` asks ZEN's own verifier, `peers rego FOLDER N` prints the rules as Rego.

mod cedar;
mod cel;
mod frontdesk;
mod peer;
mod regorus;
mod scan;
mod stream;
mod timing;
mod words;
mod zen;

use std::process::ExitCode;

use frontdesk_bench::rules::{RuleSet, rule_set_from_json};

/// What is done with an engine.
#[derive(Debug, Clone, Copy)]
enum Task {
    Time { seconds: f64 },
    Stream,
}

/// Some engines call themselves once for each rule.
const STACK: usize = 4 << 30;

fn main() -> ExitCode {
    let work = std::thread::Builder::new().stack_size(STACK).spawn(run);
    match work.map(std::thread::JoinHandle::join) {
        Ok(Ok(Ok(()))) => ExitCode::SUCCESS,
        Ok(Ok(Err(sentence))) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
        Ok(Err(_)) | Err(_) => ExitCode::FAILURE,
    }
}

fn run() -> Result<(), String> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["time", engine, folder, size, seconds] => {
            let seconds = seconds.parse().map_err(|_| "SECONDS is a number.")?;
            with(engine, &Data { folder, size, set: read(folder, size)? }, Task::Time { seconds })
        }
        ["stream", engine, folder, size] => {
            with(engine, &Data { folder, size, set: read(folder, size)? }, Task::Stream)
        }
        ["verify", folder, size] => zen::verify(&read(folder, size)?),
        ["rego", folder, size] => {
            print!("{}", words::rego(&read(folder, size)?, words::Rego::Else));
            Ok(())
        }
        _ => {
            Err("Usage: peers time ENGINE FOLDER N SECONDS | stream ENGINE FOLDER N | verify FOLDER N | rego FOLDER N"
                .into())
        }
    }
}

/// A folder that `ruleset` wrote, and the set of one size in it.
struct Data<'a> {
    folder: &'a str,
    size: &'a str,
    set: RuleSet,
}

fn with(engine: &str, data: &Data<'_>, task: Task) -> Result<(), String> {
    match engine {
        "frontdesk" => with_peer::<frontdesk::Index>(data, task),
        "frontdesk-whole" => with_peer::<frontdesk::Whole>(data, task),
        "scan" => with_peer::<scan::Compiled>(data, task),
        "zen" => with_peer::<zen::Zen>(data, task),
        "cel" => with_peer::<cel::Cel>(data, task),
        "cedar" => with_peer::<cedar::Cedar>(data, task),
        "regorus-code" => with_peer::<regorus::Code>(data, task),
        "regorus-tree" => with_peer::<regorus::Tree>(data, task),
        _ => Err(format!("No engine is called {engine}.")),
    }
}

fn with_peer<P: peer::Peer>(data: &Data<'_>, task: Task) -> Result<(), String> {
    match task {
        Task::Time { seconds } => timing::time::<P>(data, seconds),
        Task::Stream => stream::stream::<P>(&data.set),
    }
}

fn read(folder: &str, size: &str) -> Result<RuleSet, String> {
    let name = format!("{folder}/rules-{size}.json");
    let text = std::fs::read_to_string(&name).map_err(|error| format!("{name}: {error}."))?;
    rule_set_from_json(&text).ok_or_else(|| format!("{name} is no set of rules."))
}
