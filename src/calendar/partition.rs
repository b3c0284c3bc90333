//! A stretch of time cut into pieces by which of several timetables are open: exact, with nothing left out.

use std::collections::BTreeMap;

use crate::calendar::instant::Instant;
use crate::calendar::timetable::Timetable;

/// A stretch of time in pieces, in order and without holes. Within a piece no timetable opens or closes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partition {
    pieces: Vec<Piece>,
    /// Each set of open timetables that occurs, once.
    sets: Vec<Vec<usize>>,
}

/// A piece: from its first instant up to but not including the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// Its first instant.
    pub from: Instant,
    /// The instant after its last.
    pub to: Instant,
    /// Which set of timetables is open, as an index into [`Partition::sets`].
    pub set: usize,
}

impl Partition {
    /// Cuts the time from `from` up to `to` wherever one of the timetables opens or closes.
    #[must_use]
    pub fn new(timetables: &[&Timetable], from: Instant, to: Instant) -> Self {
        let mut changes = Vec::new();
        for (index, timetable) in timetables.iter().enumerate() {
            changes.extend(
                timetable.spans(from, to).into_iter().flat_map(|(opens, closes)| [(opens, index), (closes, index)]),
            );
        }
        changes.sort();
        let mut sweep = Sweep::new(timetables.len());
        let mut pieces = Vec::with_capacity(changes.len());
        let mut start = from;
        for (at, index) in changes {
            if at > start {
                pieces.push(Piece { from: start, to: at, set: sweep.set() });
                start = at;
            }
            sweep.toggle(index);
        }
        if start < to {
            pieces.push(Piece { from: start, to, set: sweep.set() });
        }
        Self { pieces, sets: sweep.sets }
    }

    /// The pieces, in order.
    #[must_use]
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// The sets of open timetables that occur, each as indices into the list of timetables, in the order in which they
    /// first occur.
    #[must_use]
    pub fn sets(&self) -> &[Vec<usize>] {
        &self.sets
    }
}

/// Which timetables are open, while time goes on.
struct Sweep {
    open: Vec<u64>,
    known: BTreeMap<Vec<u64>, usize>,
    sets: Vec<Vec<usize>>,
}

impl Sweep {
    fn new(timetables: usize) -> Self {
        Self { open: vec![0; timetables.div_ceil(64)], known: BTreeMap::new(), sets: Vec::new() }
    }

    /// A timetable opens or closes.
    fn toggle(&mut self, index: usize) {
        if let Some(word) = self.open.get_mut(index / 64) {
            *word ^= 1 << (index % 64);
        }
    }

    /// The number of the set that is open now.
    fn set(&mut self) -> usize {
        if let Some(number) = self.known.get(&self.open) {
            return *number;
        }
        let number = self.sets.len();
        let bits = self.open.iter().enumerate();
        let members = bits
            .flat_map(|(word, bits)| (0..64).filter(move |bit| bits >> bit & 1 == 1).map(move |bit| word * 64 + bit));
        self.sets.push(members.collect());
        self.known.insert(self.open.clone(), number);
        number
    }
}
