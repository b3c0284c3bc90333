//! The commands, in the order in which the help shows them. A new one is a file beside this, and two lines here.

use crate::cli::command::Entry;

mod ask;
mod build;
mod check;
mod compile;
mod completions;
mod decide;
mod document;
mod explain;
mod help;
mod init;
mod man;
mod schema;
mod show;
mod test;
mod worksheet;

/// THE LIST.
pub(crate) const COMMANDS: [Entry; 15] = [
    Entry::of::<init::Init>(),
    Entry::of::<check::Check>(),
    Entry::of::<explain::Explain>(),
    Entry::of::<build::Build>(),
    Entry::of::<compile::Compile>(),
    Entry::of::<document::WriteDocument>(),
    Entry::of::<worksheet::Worksheet>(),
    Entry::of::<test::Test>(),
    Entry::of::<ask::Ask>(),
    Entry::of::<decide::Decide>(),
    Entry::of::<show::Show>(),
    Entry::of::<schema::Schema>(),
    Entry::of::<completions::Completions>(),
    Entry::of::<man::Man>(),
    Entry::of::<help::Help>(),
];
