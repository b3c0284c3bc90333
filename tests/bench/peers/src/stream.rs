//! Contacts as lines of JSON in, decisions as lines of JSON out, with any engine.

use std::io::{BufRead, BufWriter, Write};

use frontdesk_bench::rules::RuleSet;
use serde_json::json;

use crate::peer::{Contact, Peer};

/// Reads a contact a line from the standard input, and writes the number of its rule and the name of its decision. Two names
/// of members have a blank in the lines, which no language of rules allows.
pub fn stream<P: Peer>(set: &RuleSet) -> Result<(), String> {
    let mut peer = P::load(set)?;
    let mut input = std::io::stdin().lock();
    let mut output = BufWriter::with_capacity(128 * 1024, std::io::stdout().lock());
    let mut line = String::new();
    loop {
        line.clear();
        if input.read_line(&mut line).map_err(|error| error.to_string())? == 0 {
            return output.flush().map_err(|error| error.to_string());
        }
        let mut contact: Contact = serde_json::from_str(&line).map_err(|error| error.to_string())?;
        for (written, name) in [("customer", "segment"), ("contact type", "contact_type")] {
            if let Some(value) = contact.remove(written) {
                contact.insert(name.to_owned(), value);
            }
        }
        let ready = peer.prepare(&contact);
        let rule = peer.decide(&ready);
        let decision = rule.map(|rule| set.decisions[set.rules[rule].then].as_str());
        writeln!(output, "{}", json!({"rule": rule, "decision": decision})).map_err(|error| error.to_string())?;
    }
}
