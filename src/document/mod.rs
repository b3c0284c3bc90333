//! The strategy as people read it: a document of headings, tables and links, as HTML and as Markdown. Floor 5.

mod block;
mod content;
mod front;
mod html;
mod markdown;
mod parts;
mod sections;
mod write;

pub use block::{Block, Document, Inline, Section, State, Text};
pub use content::Content;
pub use html::{TemplateError, TemplateFault, html, template_names};
pub use markdown::markdown;
pub use write::write;
