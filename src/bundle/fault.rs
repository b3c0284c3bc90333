//! What is wrong inside a bundle that can be read, and where.

use std::fmt;

/// What is wrong with one member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flaw {
    /// A number that stands for none of the elements of its kind.
    NoSuchElement {
        /// What the number stands for, such as `channel`.
        kind: &'static str,
        /// The number.
        number: u16,
        /// How many there are.
        count: usize,
    },
    /// More elements of one kind than numbers can tell apart.
    TooMany {
        /// How many there are.
        count: usize,
        /// How many there can be.
        limit: usize,
    },
    /// Values that are not in order, or are there twice.
    NotInOrder,
    /// A row with more or fewer cells than there are columns.
    Cells {
        /// How many cells.
        cells: usize,
        /// How many columns.
        columns: usize,
    },
    /// A named condition that is written in terms of itself.
    InCircles,
    /// A span that ends before it begins.
    Backwards,
    /// Stretches of dates that are longer than any strategy needs.
    TooLong {
        /// How many days altogether.
        days: i64,
        /// How many there can be.
        limit: i64,
    },
    /// The contact fields do not begin with the built-in ones.
    BuiltInFields,
    /// A member says another thing than the rest of the bundle: a name that is not the one of its number, the name of
    /// another strategy.
    Contradicts,
    /// A place of something that the bundle does not have.
    PlaceOfNothing,
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSuchElement { kind, number, count } => {
                write!(f, "it names {kind} number {number}, but there are {count}, counted from 0")
            }
            Self::TooMany { count, limit } => write!(f, "there are {count}, but no more than {limit} can be numbered"),
            Self::NotInOrder => f.write_str("the values are not in order, or one is there twice"),
            Self::Cells { cells, columns } => write!(f, "the row has {cells} cells for {columns} columns"),
            Self::InCircles => f.write_str("the term is written in terms of itself"),
            Self::Backwards => f.write_str("the span ends before it begins"),
            Self::TooLong { days, limit } => write!(f, "it covers {days} days, but the most is {limit}"),
            Self::BuiltInFields => f.write_str("the first fields are not sentiment, followers and waiting"),
            Self::Contradicts => f.write_str("it says another thing than the rest of the file"),
            Self::PlaceOfNothing => f.write_str("it is the place of something that is not in the file"),
        }
    }
}

/// A flaw with the way to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    /// The members that lead to it, the innermost first.
    members: Vec<String>,
    pub(crate) flaw: Flaw,
}

impl Fault {
    /// The way from the top of the file, as a JSON pointer.
    pub(crate) fn pointer(&self) -> String {
        self.members.iter().rev().fold(String::new(), |way, member| way + "/" + member)
    }
}

impl From<Flaw> for Fault {
    fn from(flaw: Flaw) -> Self {
        Self { members: Vec::new(), flaw }
    }
}

/// Says where a fault was found, from the inside out.
pub(crate) trait Within {
    /// The same, found in a member of that name or at that position.
    fn within(self, member: impl fmt::Display) -> Self;
}

impl<T> Within for Result<T, Fault> {
    fn within(self, member: impl fmt::Display) -> Self {
        self.map_err(|mut fault| {
            fault.members.push(member.to_string());
            fault
        })
    }
}
