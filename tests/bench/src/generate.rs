//! Writes a clean strategy of about as many lines as asked for: `generate LINES FILE`. The same lines every time.

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [lines, file] = arguments.as_slice() else {
        eprintln!("Usage: generate LINES FILE");
        return ExitCode::from(2);
    };
    let Ok(lines) = lines.parse() else {
        eprintln!("LINES is a number, such as 10000.");
        return ExitCode::from(2);
    };
    match std::fs::write(file, frontdesk_bench::strategy(lines)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{file} could not be written: {error}.");
            ExitCode::FAILURE
        }
    }
}
