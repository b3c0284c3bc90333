//! Rows of bits, one bit a rule, and the first bit that several rows have in common.

/// Rules in a word.
pub(crate) const WORD_RULES: usize = 64;

/// Words of a block where rules are many: a line of the cache, looked at in one step.
const LINE: usize = 8;

/// The bits of some rules in a row.
trait Block: Copy {
    /// How many words it has.
    const WORDS: usize;
    /// No rules.
    const EMPTY: Self;
    /// All rules.
    const FULL: Self;
    /// Its words.
    fn words(&self) -> &[u64];
    /// The same, to be changed.
    fn words_mut(&mut self) -> &mut [u64];

    #[inline]
    fn and(&mut self, other: &Self) {
        for (word, other) in self.words_mut().iter_mut().zip(other.words()) {
            *word &= other;
        }
    }

    #[inline]
    fn is_empty(&self) -> bool {
        self.words().iter().fold(0, |all, word| all | word) == 0
    }
}

impl<const WORDS: usize> Block for [u64; WORDS] {
    const WORDS: usize = WORDS;
    const EMPTY: Self = [0; WORDS];
    const FULL: Self = [u64::MAX; WORDS];

    #[inline]
    fn words(&self) -> &[u64] {
        self
    }

    #[inline]
    fn words_mut(&mut self) -> &mut [u64] {
        self
    }
}

/// A block that lies in one line of the cache.
#[derive(Debug, Clone, Copy)]
#[repr(align(64))]
pub(crate) struct Line([u64; LINE]);

impl Block for Line {
    const WORDS: usize = LINE;
    const EMPTY: Self = Self([0; LINE]);
    const FULL: Self = Self([u64::MAX; LINE]);

    #[inline]
    fn words(&self) -> &[u64] {
        &self.0
    }

    #[inline]
    fn words_mut(&mut self) -> &mut [u64] {
        &mut self.0
    }
}

/// Rows, all of the same length. A row is known by the number of its first block.
#[derive(Debug)]
pub(crate) enum Rows {
    /// Of 64 rules at most.
    One(Vec<[u64; 1]>),
    /// Of 128 rules at most.
    Two(Vec<[u64; 2]>),
    /// Of 256 rules at most.
    Four(Vec<[u64; 4]>),
    /// Of more: so many lines a row.
    Lines(Vec<Line>, usize),
}

impl Rows {
    /// No rows yet, for so many rules.
    pub(crate) fn new(rules: usize) -> Self {
        match rules.div_ceil(WORD_RULES) {
            0 | 1 => Self::One(Vec::new()),
            2 => Self::Two(Vec::new()),
            3 | 4 => Self::Four(Vec::new()),
            words => Self::Lines(Vec::new(), words.div_ceil(LINE)),
        }
    }

    /// How many bytes a row of so many rules takes.
    pub(crate) fn row_bytes(rules: usize) -> usize {
        let words = rules.div_ceil(WORD_RULES);
        8 * if words <= 4 { words.next_power_of_two() } else { words.next_multiple_of(LINE) }
    }

    /// Adds a row, and answers its number.
    pub(crate) fn push(&mut self, row: &[u64]) -> usize {
        match self {
            Self::One(blocks) => push(blocks, 1, row),
            Self::Two(blocks) => push(blocks, 1, row),
            Self::Four(blocks) => push(blocks, 1, row),
            Self::Lines(blocks, length) => push(blocks, *length, row),
        }
    }

    /// How far apart the numbers of rows are that were added one after the other.
    pub(crate) fn stride(&self) -> usize {
        match self {
            Self::One(_) | Self::Two(_) | Self::Four(_) => 1,
            Self::Lines(_, length) => *length,
        }
    }

    /// How many bytes the rows take.
    pub(crate) fn bytes(&self) -> usize {
        match self {
            Self::One(blocks) => size_of_val(blocks.as_slice()),
            Self::Two(blocks) => size_of_val(blocks.as_slice()),
            Self::Four(blocks) => size_of_val(blocks.as_slice()),
            Self::Lines(blocks, _) => size_of_val(blocks.as_slice()),
        }
    }

    /// The first bit that all of these rows have and that `counts` takes. No rows have no bits.
    #[inline]
    pub(crate) fn first(&self, rows: &[u32], counts: impl Fn(usize) -> bool) -> Option<usize> {
        match self {
            Self::One(blocks) => Scan { blocks, length: 1 }.first(rows, counts),
            Self::Two(blocks) => Scan { blocks, length: 1 }.first(rows, counts),
            Self::Four(blocks) => Scan { blocks, length: 1 }.first(rows, counts),
            Self::Lines(blocks, length) => Scan { blocks, length: *length }.first(rows, counts),
        }
    }
}

fn push<B: Block>(blocks: &mut Vec<B>, length: usize, row: &[u64]) -> usize {
    let start = blocks.len();
    blocks.extend(row.chunks(B::WORDS).map(|words| {
        let mut block = B::EMPTY;
        block.words_mut().iter_mut().zip(words).for_each(|(to, from)| *to = *from);
        block
    }));
    blocks.resize(start + length, B::EMPTY);
    start
}

#[inline]
fn place(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

struct Scan<'a, B> {
    blocks: &'a [B],
    length: usize,
}

impl<B: Block> Scan<'_, B> {
    #[inline]
    fn first(&self, rows: &[u32], counts: impl Fn(usize) -> bool) -> Option<usize> {
        match rows.len() {
            0 => None,
            _ if self.length == 1 => self.first_of_one_block(rows, counts),
            1 => self.first_of::<1>(rows, counts),
            2 => self.first_of::<2>(rows, counts),
            3 => self.first_of::<3>(rows, counts),
            4 => self.first_of::<4>(rows, counts),
            5 => self.first_of::<5>(rows, counts),
            6 => self.first_of::<6>(rows, counts),
            7 => self.first_of::<7>(rows, counts),
            8 => self.first_of::<8>(rows, counts),
            _ => self.first_of_many(rows, counts),
        }
    }

    #[inline]
    fn first_of_one_block(&self, numbers: &[u32], counts: impl Fn(usize) -> bool) -> Option<usize> {
        let mut all = B::FULL;
        for number in numbers {
            all.and(self.blocks.get(place(*number))?);
        }
        first_in(&all, 0, &counts)
    }

    /// With the number of rows known when this is compiled, the loop over them is unrolled and stays in registers.
    fn first_of<const ROWS: usize>(&self, numbers: &[u32], counts: impl Fn(usize) -> bool) -> Option<usize> {
        let mut rows: [&[B]; ROWS] = [&[]; ROWS];
        for (row, number) in rows.iter_mut().zip(numbers) {
            *row = self.blocks.get(place(*number)..)?.get(..self.length)?;
        }
        for at in 0..self.length {
            let mut all = B::FULL;
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
            let mut all = B::FULL;
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
fn first_in<B: Block>(block: &B, at: usize, counts: &impl Fn(usize) -> bool) -> Option<usize> {
    let words = block.words();
    let mut left = (0..).zip(words).fold(0_u32, |all, (number, word)| all | u32::from(*word != 0) << number);
    while left != 0 {
        let number = place(left.trailing_zeros());
        let word = words.get(number).copied().unwrap_or(0);
        if let Some(found) = first_of(word, (at * B::WORDS + number) * WORD_RULES, counts) {
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
        let mut store = Rows::new(limit);
        let row = |number: usize| {
            let mut row = vec![0; limit.div_ceil(WORD_RULES)];
            (0..limit)
                .filter(|at| at.is_multiple_of(number))
                .for_each(|at| row[at / WORD_RULES] |= 1 << (at % WORD_RULES));
            row
        };
        let numbers = of.iter().map(|number| u32::try_from(store.push(&row(*number))).unwrap()).collect();
        (store, numbers)
    }

    #[test]
    fn the_first_bit_in_common_is_the_least_common_multiple() {
        let all = [2, 3, 5, 7, 11, 13, 4, 9, 25, 1, 2, 3];
        for rows in 1..=all.len() {
            for limit in [1, 60, 64, 65, 128, 129, 200, 257, 511, 512, 513, 5_000] {
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
    fn rows_take_as_much_room_as_is_said() {
        for rules in [1, 64, 65, 129, 192, 256, 257, 512, 513, 10_000] {
            let (stored, numbers) = multiples(&[3, 5], rules);
            assert_eq!(stored.bytes(), 2 * Rows::row_bytes(rules), "{rules}");
            assert_eq!(numbers, [0, u32::try_from(stored.stride()).unwrap()]);
        }
        assert_eq!(multiples(&[], 1_000).0.first(&[], |_| true), None);
    }
}
