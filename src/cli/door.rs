//! The two ways out: what was asked for goes to the standard output, everything else to the standard error.

use std::io::Write as _;

use anstream::{AutoStream, ColorChoice};
use clap::ValueEnum;

use crate::cli::disk;
use crate::cli::formats::plain;
use crate::cli::outcome::Refusal;
use crate::cli::surroundings::Surroundings;

/// When colours are used.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless NO_COLOR says otherwise.
    #[default]
    Auto,
    /// Everywhere.
    Always,
    /// Nowhere.
    Never,
}

/// Where a command speaks.
#[derive(Debug)]
pub(crate) struct Door {
    surroundings: Surroundings,
    color: Color,
    closed: bool,
}

impl Door {
    /// A door in these surroundings.
    pub(crate) fn new(surroundings: Surroundings, color: Color) -> Self {
        Self { surroundings, color, closed: false }
    }

    /// How many columns a report may use.
    pub(crate) fn width(&self) -> usize {
        self.surroundings.width
    }

    /// Whether somebody watches the standard error, so that a progress line makes sense.
    pub(crate) fn is_watched(&self) -> bool {
        self.surroundings.errors_are_watched
    }

    /// Whether colours are used on the standard output.
    pub(crate) fn color_on_output(&self) -> bool {
        self.wanted(self.surroundings.color_on_output)
    }

    /// Whether colours are used on the standard error.
    pub(crate) fn color_on_errors(&self) -> bool {
        self.wanted(self.surroundings.color_on_errors)
    }

    /// Whether colours are used in a file: only where they were asked for.
    pub(crate) fn color_in_file(&self) -> bool {
        self.wanted(false)
    }

    fn wanted(&self, by_surroundings: bool) -> bool {
        match self.color {
            Color::Auto => by_surroundings,
            Color::Always => true,
            Color::Never => false,
        }
    }

    /// Whether the reader of the standard output has gone, as in `frontdesk check | head -1`.
    pub(crate) fn is_closed(&self) -> bool {
        self.closed
    }

    /// Prints what was asked for. A reader who has gone is no fault; nothing more is printed then.
    pub(crate) fn print(&mut self, text: &str) -> Result<(), Refusal> {
        // A name in a strategy may hold characters that would command a terminal.
        let text = if self.surroundings.output_is_terminal { plain::lines(text) } else { text.into() };
        self.write(text.as_bytes())
    }

    /// Prints bytes that were asked for.
    pub(crate) fn write(&mut self, bytes: &[u8]) -> Result<(), Refusal> {
        let mut output = std::io::stdout().lock();
        let written = if self.closed { Ok(()) } else { output.write_all(bytes).and_then(|()| output.flush()) };
        self.settle(written)
    }

    /// Prints a text that holds colours where `color_on_output` says so.
    pub(crate) fn print_colored(&mut self, text: &str) -> Result<(), Refusal> {
        if self.closed {
            return Ok(());
        }
        let choice = if self.color_on_output() { ColorChoice::Always } else { ColorChoice::Never };
        let mut output = AutoStream::new(std::io::stdout().lock(), choice);
        let written = output.write_all(text.as_bytes()).and_then(|()| output.flush());
        self.settle(written)
    }

    /// Takes the outcome of a write to the standard output.
    pub(crate) fn settle(&mut self, written: std::io::Result<()>) -> Result<(), Refusal> {
        match written {
            Ok(()) => Ok(()),
            Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => {
                self.closed = true;
                Ok(())
            }
            Err(error) => Err(Refusal::new(
                format!("The output cannot be written: {}.", disk::reason(&error)),
                "Send it to a place with room, or name a file with -o.",
            )),
        }
    }

    /// Says something on the standard error. If nobody can hear it, there is nobody to tell.
    pub(crate) fn tell(&self, text: &str) {
        let _ = writeln!(std::io::stderr().lock(), "{}", plain::line(text));
    }

    /// Says why the work could not be done.
    pub(crate) fn refuse(&self, refusal: &Refusal) {
        self.tell_labelled("Could not run", &refusal.to_string());
    }

    /// Says something on the standard error behind a label that stands out.
    pub(crate) fn tell_labelled(&self, label: &str, text: &str) {
        // A name with a line break in it must not look like a message of its own.
        let text = plain::line(text);
        let label = if self.color_on_errors() { format!("\u{1b}[1;31m{label}\u{1b}[0m") } else { label.to_owned() };
        self.tell_colored(&format!("{label}   {text}\n"));
    }

    /// Says a text that holds colours where `color_on_errors` says so.
    pub(crate) fn tell_colored(&self, text: &str) {
        let choice = if self.color_on_errors() { ColorChoice::Always } else { ColorChoice::Never };
        let mut errors = AutoStream::new(std::io::stderr().lock(), choice);
        let _ = errors.write_all(text.as_bytes()).and_then(|()| errors.flush());
    }
}
