//! Text in memory, places in it, and the only way to complain. Floor 1: knows nothing of ours.

mod diagnostic;
mod excerpt;
mod file;
mod line;
mod pasted;
mod sink;
mod span;
mod words;

pub use diagnostic::{Audience, Confidence, Diagnostic, Edit, Finding, Fix, Related, Severity};
pub use excerpt::Excerpt;
pub use file::{SourceFile, Sources};
pub use line::{LineIndex, Position};
pub use pasted::{CLOSING_QUOTES, Pasted, PastedCharacter, ascii_quote, find_pasted, replace_pasted};
pub use sink::Sink;
pub use span::{SourceId, Span, Spanned};
pub use words::{article, capital, quoted, some_of};
