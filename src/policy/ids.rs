//! The numbers by which the parts of a policy know each other.

macro_rules! ids {
    ($($(#[$about:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name(pub u16);

        impl $name {
            /// The number as an index into the list of its kind.
            #[must_use]
            pub fn index(self) -> usize {
                usize::from(self.0)
            }
        }

        impl From<u16> for $name {
            fn from(number: u16) -> Self {
                Self(number)
            }
        }
    )+};
}

ids! {
    /// A customer segment, in the order in which segments are tried.
    SegmentId,
    /// A contact type.
    ContactTypeId,
    /// An access channel.
    ChannelId,
    /// A language that the strategy names.
    LanguageId,
    /// A contact field; the built-in ones come first.
    FieldId,
    /// A named condition.
    TermId,
    /// A desk: channels with hours.
    DeskId,
    /// A season of promises.
    SeasonId,
    /// A promise.
    PromiseId,
    /// A routing rule, in the order in which rules are tried.
    RuleId,
    /// An agent group.
    GroupId,
}
