//! What the door knows of the world around it: the date, how wide the terminal is, and whether colours are wanted.
#![expect(clippy::disallowed_methods, reason = "the one place that looks at the environment and at the clock")]

use std::io::IsTerminal as _;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use anstream::{AutoStream, ColorChoice};

use crate::compilation::Date;

/// The narrowest and the widest report.
const NARROWEST: usize = 40;
const WIDEST: usize = 120;

/// How wide a report is that goes into a file or another program.
const USUAL_WIDTH: usize = 80;

/// The world around one run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Surroundings {
    /// How many columns a report may use.
    pub(crate) width: usize,
    /// Whether colours are wanted on the standard output, as far as the surroundings tell.
    pub(crate) color_on_output: bool,
    /// Whether colours are wanted on the standard error, as far as the surroundings tell.
    pub(crate) color_on_errors: bool,
    /// Whether the standard output is a terminal.
    pub(crate) output_is_terminal: bool,
    /// Whether somebody watches the standard error.
    pub(crate) errors_are_watched: bool,
}

/// Looks around. Colours follow `NO_COLOR`, `CLICOLOR_FORCE`, `CLICOLOR` and `TERM`; the width follows `COLUMNS`, then the
/// terminal.
pub(crate) fn look() -> Surroundings {
    let (output, errors) = (std::io::stdout(), std::io::stderr());
    Surroundings {
        width: width(std::env::var("COLUMNS").ok().as_deref(), output.is_terminal()),
        color_on_output: AutoStream::choice(&output) != ColorChoice::Never,
        color_on_errors: AutoStream::choice(&errors) != ColorChoice::Never,
        output_is_terminal: output.is_terminal(),
        errors_are_watched: errors.is_terminal(),
    }
}

/// The arguments of the process.
pub(crate) fn arguments() -> Vec<std::ffi::OsString> {
    std::env::args_os().collect()
}

/// Today's date. It is the date in Greenwich: the machine's own time zone is not asked, as no time-zone data of a system is
/// ever used.
pub(crate) fn today() -> Date {
    date_of(SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO))
}

fn date_of(since_1970: Duration) -> Date {
    let days = i64::try_from(since_1970.as_secs() / 86_400).unwrap_or(0);
    Date::from_day_number(days)
}

fn width(columns: Option<&str>, terminal: bool) -> usize {
    let said = columns.and_then(|columns| columns.trim().parse().ok()).filter(|columns| *columns > 0);
    let measured = || if terminal { measured() } else { USUAL_WIDTH };
    said.unwrap_or_else(measured).clamp(NARROWEST, WIDEST)
}

/// How wide the terminal is. The crate that draws the help knows, and keeps it to itself; so a help that is one long line of
/// one-letter words is drawn, and measured.
fn measured() -> usize {
    let about = "- ".repeat(WIDEST);
    let mut probe = clap::Command::new("probe").about(about).help_template("{about}").max_term_width(WIDEST);
    let drawn = probe.render_help().to_string();
    drawn.lines().map(|line| line.trim_end().chars().count() + 1).max().unwrap_or(USUAL_WIDTH)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_date_is_counted_from_1970() {
        assert_eq!(date_of(Duration::ZERO).to_string(), "1970-01-01");
        assert_eq!(date_of(Duration::from_secs(1_795_478_399)).to_string(), "2026-11-23");
        assert_eq!(date_of(Duration::from_secs(1_795_478_400)).to_string(), "2026-11-24");
    }

    #[test]
    fn the_width_follows_columns_within_bounds() {
        assert_eq!(width(Some("72"), true), 72);
        assert_eq!(width(Some("9"), false), NARROWEST);
        assert_eq!(width(Some("900"), false), WIDEST);
        assert_eq!(width(Some("wide"), false), USUAL_WIDTH);
        assert_eq!(width(Some("0"), false), USUAL_WIDTH);
        assert_eq!(width(None, false), USUAL_WIDTH);
    }

    #[test]
    fn a_measured_width_is_within_bounds() {
        assert!((20..=WIDEST).contains(&measured()));
    }
}
