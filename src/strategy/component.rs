//! What each part of a strategy owes: a table of keys, and four steps from written to run.

use crate::policy::PolicyBuilder;
use crate::source::Sink;
use crate::strategy::field::Field;
use crate::strategy::names::Names;
use crate::yaml::Entry;

/// One of the ten components, or a part of the governance.
pub trait Component {
    /// The key of the section: `contact types`.
    const KEY: &'static str;
    /// The table of its keys.
    const FIELDS: &'static [Field];
    /// Its page: what it is, what it must hold, wrong and right examples.
    const ABOUT: &'static str;
    /// The section as written.
    type Syntax: Default;
    /// The section as meant.
    type Model: Default;

    /// Reads everything that was written, right or wrong, and complains about what has no meaning.
    fn read(entry: &Entry, sink: &mut Sink) -> Self::Syntax;
    /// Says who is called what.
    fn declare(syntax: &Self::Syntax, names: &mut Names, sink: &mut Sink);
    /// Gives names their meaning and reports those that have none.
    fn resolve(syntax: &Self::Syntax, names: &Names, sink: &mut Sink) -> Self::Model;
    /// Keeps what decides.
    fn lower(model: &Self::Model, policy: &mut PolicyBuilder);
}

/// Ties the files of a part together under one name.
macro_rules! component {
    (
        $(#[$about:meta])* $name:ident = $key:literal, $fields:path, $page:expr, $syntax:ty, $model:ty;
        $read:path, $declare:path, $resolve:path, $lower:path
    ) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy)]
        pub struct $name;

        impl crate::strategy::component::Component for $name {
            const KEY: &'static str = $key;
            const FIELDS: &'static [crate::strategy::field::Field] = $fields;
            const ABOUT: &'static str = $page;
            type Syntax = $syntax;
            type Model = $model;

            fn read(entry: &crate::yaml::Entry, sink: &mut crate::source::Sink) -> $syntax {
                $read(entry, sink)
            }
            fn declare(
                syntax: &$syntax,
                names: &mut crate::strategy::names::Names,
                sink: &mut crate::source::Sink,
            ) {
                $declare(syntax, names, sink);
            }
            fn resolve(
                syntax: &$syntax,
                names: &crate::strategy::names::Names,
                sink: &mut crate::source::Sink,
            ) -> $model {
                $resolve(syntax, names, sink)
            }
            fn lower(model: &$model, policy: &mut crate::policy::PolicyBuilder) {
                $lower(model, policy);
            }
        }
    };
}

pub(crate) use component;
