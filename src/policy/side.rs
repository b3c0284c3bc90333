//! A set of cells of one axis, in the form in which a condition makes it.

/// A set of cells. Conditions make no other sets, and what two of them have in common is one of them again.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// These cells. INVARIANT: sorted, without doubles.
    Only(Vec<u32>),
    /// All cells but these. INVARIANT: sorted, without doubles.
    Except(Vec<u32>),
    /// From the first to the second, both included; nothing where the first is the greater one.
    Span(u32, u32),
}

impl Side {
    /// Whether a cell is in it.
    #[must_use]
    pub fn holds(&self, cell: u32) -> bool {
        match self {
            Self::Only(cells) => cells.binary_search(&cell).is_ok(),
            Self::Except(cells) => cells.binary_search(&cell).is_err(),
            Self::Span(from, to) => (*from..=*to).contains(&cell),
        }
    }

    /// What is in both.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        match (self, other) {
            (Self::Only(cells), other) | (other, Self::Only(cells)) => {
                Self::Only(cells.iter().copied().filter(|cell| other.holds(*cell)).collect())
            }
            (Self::Except(one), Self::Except(two)) => {
                let mut both: Vec<u32> = one.iter().chain(two).copied().collect();
                both.sort_unstable();
                both.dedup();
                Self::Except(both)
            }
            (Self::Span(from, to), Self::Span(least, most)) => Self::Span(*from.max(least), *to.min(most)),
            (Self::Except(without), Self::Span(from, to)) | (Self::Span(from, to), Self::Except(without)) => {
                span_without(*from, *to, without)
            }
        }
    }

    /// The cells in it, in order, of an axis of so many.
    pub fn cells(&self, of: u32) -> impl Iterator<Item = u32> + '_ {
        let (from, to) = match self {
            Self::Only(cells) => (cells.first().copied().unwrap_or(1), cells.last().copied().unwrap_or(0)),
            Self::Except(_) => (0, u32::MAX),
            Self::Span(from, to) => (*from, *to),
        };
        (from..=to).take_while(move |cell| *cell < of).filter(|cell| self.holds(*cell))
    }

    /// Whether none of the cells of an axis of so many is in it.
    #[must_use]
    pub fn is_empty(&self, of: u32) -> bool {
        self.cells(of).next().is_none()
    }
}

/// A number axis is only ever asked for being known apart from its spans, and then the span stays one.
fn span_without(from: u32, to: u32, without: &[u32]) -> Side {
    let inside = without.iter().filter(|cell| (from..=to).contains(cell));
    if inside.clone().next().is_none() {
        return Side::Span(from, to);
    }
    Side::Only((from..=to).filter(|cell| without.binary_search(cell).is_err()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    const CELLS: u32 = 6;

    fn all() -> Vec<Side> {
        let lists: [&[u32]; 5] = [&[], &[0], &[1, 3], &[2, 3, 5], &[0, 1, 2, 3, 4, 5]];
        let mut sides = Vec::new();
        for list in lists {
            sides.extend([Side::Only(list.to_vec()), Side::Except(list.to_vec())]);
        }
        for from in 0..CELLS {
            sides.extend((0..CELLS).map(|to| Side::Span(from, to)));
        }
        sides
    }

    #[test]
    fn what_two_have_in_common_is_what_both_hold() {
        for one in all() {
            for two in all() {
                let both = one.and(&two);
                let expected: Vec<u32> = (0..CELLS).filter(|cell| one.holds(*cell) && two.holds(*cell)).collect();
                assert_eq!(both.cells(CELLS).collect::<Vec<_>>(), expected, "{one:?} and {two:?}");
                assert_eq!(both.is_empty(CELLS), expected.is_empty(), "{one:?} and {two:?}");
            }
        }
    }
}
