//! Rows of bits, one bit a rule: stored once each, and the first bit that several rows have in common.

use std::collections::BTreeMap;

/// So many rules are looked at in one step: a line of the cache.
pub(crate) const BLOCK_RULES: usize = 512;
const BLOCK_WORDS: usize = BLOCK_RULES / WORD_RULES;
/// Rules in a word.
pub(crate) const WORD_RULES: usize = 64;

/// The bits of 512 rules.
#[derive(Debug, Clone, Copy)]
#[repr(align(64))]
pub(crate) struct Block([u64; BLOCK_WORDS]);

impl Block {
    const FULL: Self = Self([u64::MAX; BLOCK_WORDS]);

    #[inline]
    fn and(&mut self, other: &Self) {
        for (word, other) in self.0.iter_mut().zip(&other.0) {
            *word &= other;
        }
    }

    #[inline]
    fn is_empty(&self) -> bool {
        self.0.iter().fold(0, |all, word| all | word) == 0
    }
}

/// Rows, all of the same length. A row is known by the number of its first block, or of its only word.
#[derive(Debug)]
pub(crate) enum Rows {
    /// Of 64 rules at most.
    Words(Vec<u64>),
    /// Of more.
    Blocks {
        /// Row after row.
        blocks: Vec<Block>,
        /// How many blocks make up a row.
        length: usize,
    },
}

/// Collects rows; equal ones are stored once.
#[derive(Debug)]
pub(crate) struct RowStore {
    rows: Rows,
    known: BTreeMap<Vec<u64>, u32>,
}

impl RowStore {
    /// For rows of so many rules.
    pub(crate) fn new(rules: usize) -> Self {
        let rows = if rules <= WORD_RULES {
            Rows::Words(Vec::new())
        } else {
            Rows::Blocks { blocks: Vec::new(), length: rules.div_ceil(BLOCK_RULES) }
        };
        Self { rows, known: BTreeMap::new() }
    }

    /// The number by which the row is known from now on.
    pub(crate) fn number(&mut self, row: Vec<u64>) -> u32 {
        let rows = &mut self.rows;
        *self.known.entry(row).or_insert_with_key(|row| {
            let next = match rows {
                Rows::Words(words) => {
                    words.extend(row.first());
                    words.len().saturating_sub(1)
                }
                Rows::Blocks { blocks, length } => {
                    let start = blocks.len();
                    for words in row.chunks(BLOCK_WORDS) {
                        let mut block = Block([0; BLOCK_WORDS]);
                        block.0.iter_mut().zip(words).for_each(|(to, from)| *to = *from);
                        blocks.push(block);
                    }
                    blocks.resize(start + *length, Block([0; BLOCK_WORDS]));
                    start
                }
            };
            u32::try_from(next).unwrap_or(u32::MAX)
        })
    }

    /// The rows.
    pub(crate) fn finish(self) -> Rows {
        self.rows
    }
}

impl Rows {
    /// How many bytes the rows take.
    pub(crate) fn bytes(&self) -> usize {
        match self {
            Self::Words(words) => size_of_val(words.as_slice()),
            Self::Blocks { blocks, .. } => size_of_val(blocks.as_slice()),
        }
    }

    /// The first bit that all of these rows have and that `counts` takes. No rows have no bits.
    pub(crate) fn first(&self, rows: &[u32], counts: impl Fn(usize) -> bool) -> Option<usize> {
        match self {
            Self::Words(words) => {
                let row = |number: &u32| words.get(place(*number)).copied().unwrap_or(0);
                let all = rows.iter().fold(u64::MAX, |all, number| all & row(number));
                first_of(all, 0, &counts).filter(|_| !rows.is_empty())
            }
            Self::Blocks { blocks, length } => {
                let scan = Scan { blocks, length: *length };
                match rows.len() {
                    0 => None,
                    1 => scan.first::<1>(rows, counts),
                    2 => scan.first::<2>(rows, counts),
                    3 => scan.first::<3>(rows, counts),
                    4 => scan.first::<4>(rows, counts),
                    5 => scan.first::<5>(rows, counts),
                    6 => scan.first::<6>(rows, counts),
                    7 => scan.first::<7>(rows, counts),
                    8 => scan.first::<8>(rows, counts),
                    _ => scan.first_of_many(rows, counts),
                }
            }
        }
    }
}

#[inline]
fn place(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

struct Scan<'a> {
    blocks: &'a [Block],
    length: usize,
}

impl Scan<'_> {
    /// With the number of rows known when this is compiled, the loop over them is unrolled and stays in registers.
    fn first<const ROWS: usize>(&self, numbers: &[u32], counts: impl Fn(usize) -> bool) -> Option<usize> {
        let mut rows: [&[Block]; ROWS] = [&[]; ROWS];
        for (row, number) in rows.iter_mut().zip(numbers) {
            *row = self.blocks.get(place(*number)..)?.get(..self.length)?;
        }
        for at in 0..self.length {
            let mut all = Block::FULL;
            for row in &rows {
                all.and(row.get(at)?);
            }
            if !all.is_empty()
                && let Some(found) = first_in(&all, at, &counts)
            {
                return Some(found);
            }
        }
        None
    }

    /// A block is left as soon as the rows so far have nothing in common.
    fn first_of_many(&self, numbers: &[u32], counts: impl Fn(usize) -> bool) -> Option<usize> {
        for at in 0..self.length {
            let mut all = Block::FULL;
            for number in numbers {
                all.and(self.blocks.get(place(*number) + at)?);
                if all.is_empty() {
                    break;
                }
            }
            if let Some(found) = first_in(&all, at, &counts) {
                return Some(found);
            }
        }
        None
    }
}

/// Which words have bits is worked out without a branch for each: none could be foretold.
#[inline]
fn first_in(block: &Block, at: usize, counts: &impl Fn(usize) -> bool) -> Option<usize> {
    let mut left = (0..).zip(&block.0).fold(0_u32, |all, (number, word)| all | u32::from(*word != 0) << number);
    while left != 0 {
        let number = place(left.trailing_zeros());
        let word = block.0.get(number).copied().unwrap_or(0);
        if let Some(found) = first_of(word, at * BLOCK_RULES + number * WORD_RULES, counts) {
            return Some(found);
        }
        left &= left - 1;
    }
    None
}

#[inline]
fn first_of(mut word: u64, base: usize, counts: &impl Fn(usize) -> bool) -> Option<usize> {
    while word != 0 {
        let found = base + place(word.trailing_zeros());
        if counts(found) {
            return Some(found);
        }
        word &= word - 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rows whose bits are the multiples of some numbers, below a limit.
    fn multiples(of: &[usize], limit: usize) -> (Rows, Vec<u32>) {
        let mut store = RowStore::new(limit);
        let row = |number: usize| {
            let mut row = vec![0; limit.div_ceil(WORD_RULES)];
            (0..limit)
                .filter(|at| at.is_multiple_of(number))
                .for_each(|at| row[at / WORD_RULES] |= 1 << (at % WORD_RULES));
            row
        };
        let numbers = of.iter().map(|number| store.number(row(*number))).collect();
        (store.finish(), numbers)
    }

    #[test]
    fn the_first_bit_in_common_is_the_least_common_multiple() {
        let all = [2, 3, 5, 7, 11, 13, 4, 9, 25, 1, 2, 3];
        for rows in 1..=all.len() {
            for limit in [1, 60, 64, 65, 511, 512, 513, 5_000] {
                let of = &all[..rows];
                let (stored, numbers) = multiples(of, limit);
                let fits = |at: &usize| of.iter().all(|number| at.is_multiple_of(*number));
                for least in [0, 1, 40, 600] {
                    let found = stored.first(&numbers, |at| at >= least);
                    assert_eq!(found, (least..limit).find(fits), "{rows} rows of {limit} from {least}");
                }
            }
        }
    }

    #[test]
    fn equal_rows_are_stored_once() {
        let (stored, numbers) = multiples(&[3, 5, 3, 5], 1_000);
        assert_eq!((numbers[0], numbers[1]), (numbers[2], numbers[3]));
        assert_eq!(stored.bytes(), 2 * 128);
        assert_eq!(multiples(&[], 1_000).0.first(&[], |_| true), None);
    }
}
