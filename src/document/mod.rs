//! The strategy as people read it: a document of headings, tables and links, as HTML and as Markdown. Floor 5.

mod block;
mod content;
mod front;
mod front_parts;
mod html;
mod in_short;
mod markdown;
mod marks;
mod owner;
mod parts;
mod promises;
mod proofs;
mod sections;
mod write;

pub use block::{Block, Document, Inline, Row, Section, State, Text};
pub use content::Content;
pub use html::{TemplateError, TemplateFault, house_templates, html, template_names};
pub use markdown::markdown;
pub use write::write;
