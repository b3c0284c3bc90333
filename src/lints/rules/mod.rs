//! THE LIST of the lints. A new one is a file, its page, and two lines here.

use crate::lints::lint::Lint;

mod channel_without_address;

/// All lints, in the order of the book.
pub static LINTS: &[&Lint] = &[&channel_without_address::LINT];
