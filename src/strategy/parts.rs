//! Makes the two structs of a list of parts, and the calls that take all parts through the four steps.

use crate::source::Span;
use crate::strategy::field::Field;
use crate::strategy::written::Note;

/// A section as written: what was read, and where it stands.
#[derive(Debug, Clone, Default)]
pub struct Section<T> {
    /// Whether the section was written at all.
    pub written: bool,
    /// The key of the section; empty at the start of the file where it was not written.
    pub span: Span,
    /// Key and value together.
    pub whole: Span,
    /// Why it is so, and where it was published.
    pub note: Note,
    /// What it says or means.
    pub content: T,
}

/// What is known of a part without reading any file.
#[derive(Debug, Clone, Copy)]
pub struct PartTable {
    /// The key of the section.
    pub key: &'static str,
    /// The table of its keys.
    pub fields: &'static [Field],
    /// Its page.
    pub about: &'static str,
}

macro_rules! parts {
    (
        $(#[$about_syntax:meta])* $syntax:ident;
        $(#[$about_model:meta])* $model:ident;
        $($field:ident: $part:ty),+ $(,)?
    ) => {
        $(#[$about_syntax])*
        #[derive(Debug, Clone, Default)]
        pub struct $syntax {
            $(
                #[doc = concat!("The section `", stringify!($field), "`.")]
                pub $field: crate::strategy::parts::Section<<$part as crate::strategy::component::Component>::Syntax>,
            )+
        }

        $(#[$about_model])*
        #[derive(Debug, Clone, Default)]
        pub struct $model {
            $(
                #[doc = concat!("The section `", stringify!($field), "`.")]
                pub $field: crate::strategy::parts::Section<<$part as crate::strategy::component::Component>::Model>,
            )+
        }

        impl $syntax {
            /// Reads the section if it is one of these; answers whether it was.
            pub fn read(&mut self, entry: &crate::yaml::Entry, sink: &mut crate::source::Sink) -> bool {
                $(
                    if entry.key.text == <$part as crate::strategy::component::Component>::KEY {
                        self.$field = crate::strategy::parts::Section {
                            written: true,
                            span: entry.key.span,
                            whole: entry.key.span.to(entry.value.span),
                            note: crate::strategy::reader::section_note(entry),
                            content: <$part as crate::strategy::component::Component>::read(entry, sink),
                        };
                        return true;
                    }
                )+
                false
            }

            /// Declares the names of all parts.
            pub fn declare(
                &self,
                names: &mut crate::strategy::names::Names,
                sink: &mut crate::source::Sink,
            ) {
                $(<$part as crate::strategy::component::Component>::declare(&self.$field.content, names, sink);)+
            }

            /// Gives the names of all parts their meaning.
            #[must_use]
            pub fn resolve(
                &self,
                names: &crate::strategy::names::Names,
                sink: &mut crate::source::Sink,
            ) -> $model {
                $model {
                    $(
                        $field: crate::strategy::parts::Section {
                            written: self.$field.written,
                            span: self.$field.span,
                            whole: self.$field.whole,
                            note: self.$field.note.clone(),
                            content: <$part as crate::strategy::component::Component>::resolve(
                                &self.$field.content,
                                names,
                                sink,
                            ),
                        },
                    )+
                }
            }
        }

        impl $model {
            /// Keeps what decides of all parts.
            pub fn lower(&self, policy: &mut crate::policy::PolicyBuilder) {
                $(<$part as crate::strategy::component::Component>::lower(&self.$field.content, policy);)+
            }

            /// Which sections were written, in order: key, whether written, place of the key, reasons.
            #[must_use]
            pub fn sections(
                &self,
            ) -> Vec<(&'static str, bool, crate::source::Span, &crate::strategy::written::Note)> {
                vec![
                    $((
                        <$part as crate::strategy::component::Component>::KEY,
                        self.$field.written,
                        self.$field.span,
                        &self.$field.note,
                    ),)+
                ]
            }
        }

        /// The tables of all parts, in order.
        pub static TABLES: &[crate::strategy::parts::PartTable] = &[
            $(crate::strategy::parts::PartTable {
                key: <$part as crate::strategy::component::Component>::KEY,
                fields: <$part as crate::strategy::component::Component>::FIELDS,
                about: <$part as crate::strategy::component::Component>::ABOUT,
            },)+
        ];
    };
}

pub(crate) use parts;
