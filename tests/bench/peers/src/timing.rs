//! One way to time every engine: the work of the thread for a decision, from a contact that is ready.

use std::hint::black_box;
use std::time::Instant;

use frontdesk_bench::clock::{peak_megabytes, timed, worked};
use serde_json::{Value, json};

use crate::Data;
use crate::peer::{Contact, Peer};

/// A batch takes at least so many nanoseconds, so that reading the clock does not count.
const BATCH: f64 = 100_000.0;

/// So many contacts are made ready to see how long that takes.
const PREPARED: usize = 1_000;

/// Prints a line of JSON: how long an engine takes for a decision of a set of rules, and whether it answers as it should.
pub fn time<P: Peer>(data: &Data<'_>, seconds: f64) -> Result<(), String> {
    let read = |name: &str| -> Result<Value, String> {
        let name = format!("{}/{name}.json", data.folder);
        let text = std::fs::read_to_string(&name).map_err(|error| format!("{name}: {error}."))?;
        serde_json::from_str(&text).map_err(|error| format!("{name}: {error}."))
    };
    let contacts: Vec<Contact> =
        serde_json::from_value(read("contacts")?["contacts"].take()).map_err(|error| error.to_string())?;
    let answers: Vec<Option<usize>> =
        serde_json::from_value(read(&format!("answers-{}", data.size))?).map_err(|error| error.to_string())?;
    let rules = data.set.rules.len();
    let (peer, load) = timed(|| P::load(&data.set));
    let mut peer = match peer {
        Ok(peer) => peer,
        Err(reason) => {
            let reason: String = reason.chars().take(120).collect();
            println!("{}", json!({"tool": P::NAME, "rules": rules, "cannot": reason}));
            return Ok(());
        }
    };
    // With a step that has no factor in common with their number, all contacts come, and also the first few are mixed.
    let order: Vec<usize> = (0..contacts.len()).map(|at| at * 7919 % contacts.len()).collect();
    let (mut inputs, mut wrong) = (Vec::new(), 0);
    let started = Instant::now();
    for at in &order {
        let input = peer.prepare(&contacts[*at]);
        wrong += usize::from(peer.decide(&input) != answers[*at]);
        inputs.push(input);
        if started.elapsed().as_secs_f64() > seconds {
            break;
        }
    }
    let some = &order[..inputs.len().min(PREPARED)];
    let (prepared, ready) = timed(|| some.iter().map(|at| peer.prepare(&contacts[*at])).collect::<Vec<_>>());
    drop(prepared);
    let mut times = decisions(&mut peer, &inputs, seconds);
    times.sort_by(f64::total_cmp);
    let line = json!({
        "tool": P::NAME,
        "rules": rules,
        "decide_ns": times[times.len() / 2],
        "prepare_ns": ready * 1e6 / some.len() as f64,
        "load_ms": load,
        "compared": inputs.len(),
        "wrong": wrong,
        "peak_mb": peak_megabytes(),
    });
    println!("{line}");
    Ok(())
}

/// The nanoseconds of a decision, batch by batch.
fn decisions<P: Peer>(peer: &mut P, inputs: &[P::Input], seconds: f64) -> Vec<f64> {
    let few = &inputs[..inputs.len().min(200)];
    let ((), first) = timed(|| few.iter().for_each(|input| _ = black_box(peer.decide(black_box(input)))));
    let each = (first * 1e6 / few.len() as f64).max(1.0);
    let size = ((BATCH / each).ceil() as usize).clamp(1, inputs.len());
    let mut times = Vec::new();
    let started = Instant::now();
    loop {
        for batch in inputs.chunks_exact(size) {
            let before = worked();
            batch.iter().for_each(|input| _ = black_box(peer.decide(black_box(input))));
            times.push((worked() - before) as f64 / size as f64);
            if started.elapsed().as_secs_f64() > seconds {
                return times;
            }
        }
    }
}
