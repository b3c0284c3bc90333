//! Which rule decides, however many there are: one row of bits per class of cells, and the first bit that the rows of a
//! contact have in common.

use crate::engine::bits::Rows;
use crate::engine::index_checks::{Checks, Kept};
use crate::engine::index_layout::{Layout, Lookup, classes};
use crate::policy::{Axes, Known, NamedAxis, NamedValue, Policy, RuleId};

/// The routing rules of a policy, laid out so that the first that fits is found without trying them one by one.
///
/// Where an axis has more cells than there is room for, several share a row, and a rule that is found counts only after its
/// tests on that axis were asked.
#[derive(Debug)]
pub struct RuleIndex {
    layout: Layout,
    /// By table: the number of its first row, where tables are few.
    first_rows: [u32; FEW_TABLES],
    rows: Rows,
    checks: Checks,
    /// For a policy whose rules test nothing: its first rule.
    untested: Option<RuleId>,
}

/// What the index keeps of one contact. It can be used again for the next one, without new memory.
#[derive(Debug, Clone, Default)]
pub struct Prepared {
    /// The rows of the tables where they are few.
    few: [u32; FEW_TABLES],
    /// The rows of the tables where they are many.
    many: Vec<u32>,
    kept: Kept,
}

/// So many tables need no list of their own.
const FEW_TABLES: usize = 8;

impl RuleIndex {
    /// Lays out the rules of a policy.
    #[must_use]
    pub fn new(policy: &Policy) -> Self {
        let axes = Axes::new(policy, policy.rules.iter().flat_map(|rule| &rule.tests));
        let mut rows = Rows::new(policy.rules.len());
        let layout = Layout::new(classes(policy, &axes), policy.rules.len(), &mut rows);
        let checks = Checks::new(policy, &layout.coarse());
        let untested = policy.rules.first().filter(|_| layout.tables.is_empty()).map(|_| RuleId(0));
        let mut first_rows = [0; FEW_TABLES];
        first_rows.iter_mut().zip(&layout.tables).for_each(|(to, from)| *to = *from);
        Self { layout, first_rows, rows, checks, untested }
    }

    /// Looks up a contact.
    pub fn prepare(&self, known: &impl Known, prepared: &mut Prepared) {
        let layout = &self.layout;
        let Prepared { few, many, kept } = prepared;
        let sums = if layout.tables.len() <= FEW_TABLES {
            *few = self.first_rows;
            few.as_mut_slice()
        } else {
            many.clone_from(&layout.tables);
            many.as_mut_slice()
        };
        kept.clear();
        for (axis, lookup) in &layout.named {
            let value = known.named(*axis);
            lookup.add(cell(lookup, value), sums);
            if lookup.coarse {
                kept.named(value);
            }
        }
        for (field, starts, lookup) in &layout.numbers {
            let number = known.number(*field);
            let cell = match number {
                Some(number) => starts.partition_point(|start| *start <= number),
                None => lookup.other() + usize::from(known.named(NamedAxis::Field(*field)) == NamedValue::Unknown),
            };
            lookup.add(cell, sums);
            if lookup.coarse {
                kept.number(number);
            }
        }
        for (desk, lookup) in &layout.desks {
            lookup.add(usize::from(!known.desk_is_open(*desk)), sums);
        }
        for (term, lookup) in &layout.terms {
            lookup.add(usize::from(!known.term(*term)), sums);
        }
    }

    /// The first rule that fits a contact that was prepared with this index.
    #[must_use]
    pub fn first(&self, prepared: &Prepared) -> Option<RuleId> {
        let counts = |rule: usize| self.checks.fit(rule, &prepared.kept);
        let rows = prepared.few.get(..self.layout.tables.len()).unwrap_or(&prepared.many);
        let found = if rows.is_empty() { return self.untested } else { self.rows.first(rows, counts) };
        found.and_then(|rule| u16::try_from(rule).ok()).map(RuleId)
    }

    /// The first rule for each of many contacts.
    pub fn first_of_each<'a>(&'a self, prepared: &'a [Prepared]) -> impl Iterator<Item = Option<RuleId>> + 'a {
        prepared.iter().map(|one| self.first(one))
    }

    /// How many bytes the rows take.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.rows.bytes()
    }
}

/// The cell of a value on an axis of names.
#[inline]
fn cell(lookup: &Lookup, value: NamedValue) -> usize {
    let other = lookup.other();
    match value {
        NamedValue::At(value) => usize::from(value).min(other),
        NamedValue::Other => other,
        NamedValue::Unknown => other + 1,
    }
}
