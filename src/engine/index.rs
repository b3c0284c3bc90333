//! Which rule decides, however many there are: one row of bits per class of cells, and the first bit that the rows of a
//! contact have in common.

use crate::engine::bits::{RowStore, Rows};
use crate::engine::index_layout::{Table, checks, classes, tables};
use crate::policy::{
    Axes, AxisOf, Decimal, DeskId, FieldId, Known, NamedAxis, NamedValue, Policy, RuleId, TermId, Test,
};

/// The routing rules of a policy, laid out so that the first that fits is found without trying them one by one.
///
/// Where an axis has more cells than there is room for, several share a row, and a rule that is found counts only after its
/// tests on that axis were asked.
#[derive(Debug)]
pub struct RuleIndex {
    tables: Vec<Table>,
    rows: Rows,
    /// The axes of which some cells share a row.
    coarse: Vec<AxisOf>,
    /// By rule: its tests on those axes. Empty where there are none.
    checks: Vec<Vec<Test>>,
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
    /// The values on the axes of which some cells share a row.
    values: Vec<Value>,
}

/// So many tables need no list of their own.
const FEW_TABLES: usize = 8;

#[derive(Debug, Clone, Copy)]
struct Value {
    named: NamedValue,
    number: Option<Decimal>,
}

impl RuleIndex {
    /// Lays out the rules of a policy.
    #[must_use]
    pub fn new(policy: &Policy) -> Self {
        let axes = Axes::new(policy, policy.rules.iter().flat_map(|rule| &rule.tests));
        let classes = classes(policy, &axes);
        let coarse: Vec<AxisOf> = classes.iter().filter(|axis| axis.coarse).map(|axis| axis.axis.of).collect();
        let checks = if coarse.is_empty() { Vec::new() } else { checks(policy, &axes, &coarse) };
        let mut store = RowStore::new(policy.rules.len());
        let tables = tables(classes, policy.rules.len(), &mut store);
        let untested = policy.rules.first().filter(|_| tables.is_empty()).map(|_| RuleId(0));
        Self { tables, rows: store.finish(), coarse, checks, untested }
    }

    /// Looks up a contact.
    pub fn prepare(&self, known: &impl Known, prepared: &mut Prepared) {
        let rows = |table: &Table| {
            let at: usize = table.axes.iter().map(|lookup| lookup.of(known)).sum();
            table.rows.get(at).copied().unwrap_or(u32::MAX)
        };
        if self.tables.len() <= FEW_TABLES {
            for (slot, table) in prepared.few.iter_mut().zip(&self.tables) {
                *slot = rows(table);
            }
        } else {
            prepared.many.clear();
            prepared.many.extend(self.tables.iter().map(rows));
        }
        prepared.values.clear();
        prepared.values.extend(self.coarse.iter().map(|axis| value(known, *axis)));
    }

    /// The first rule that fits a contact that was prepared with this index.
    #[must_use]
    pub fn first(&self, prepared: &Prepared) -> Option<RuleId> {
        let counts = |rule: usize| match self.checks.get(rule) {
            None => true,
            Some(tests) => {
                let values = Values { axes: &self.coarse, values: &prepared.values };
                tests.iter().all(|test| test.fits(&values))
            }
        };
        let rows = prepared.few.get(..self.tables.len()).unwrap_or(&prepared.many);
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

fn value(known: &impl Known, axis: AxisOf) -> Value {
    match axis {
        AxisOf::Named(axis) => Value { named: known.named(axis), number: None },
        AxisOf::Number(field) => Value { named: known.named(NamedAxis::Field(field)), number: known.number(field) },
        AxisOf::Desk(_) | AxisOf::Term(_) => Value { named: NamedValue::Unknown, number: None },
    }
}

/// What was kept of a contact, for the tests that are asked again.
struct Values<'a> {
    axes: &'a [AxisOf],
    values: &'a [Value],
}

impl Values<'_> {
    fn of(&self, is: impl Fn(AxisOf) -> bool) -> Option<Value> {
        let mut values = self.axes.iter().zip(self.values);
        values.find(|(axis, _)| is(**axis)).map(|(_, value)| *value)
    }
}

impl Known for Values<'_> {
    fn named(&self, axis: NamedAxis) -> NamedValue {
        let found = self.of(|of| match of {
            AxisOf::Named(named) => named == axis,
            AxisOf::Number(field) => NamedAxis::Field(field) == axis,
            AxisOf::Desk(_) | AxisOf::Term(_) => false,
        });
        found.map_or(NamedValue::Unknown, |value| value.named)
    }

    fn number(&self, field: FieldId) -> Option<Decimal> {
        self.of(|of| of == AxisOf::Number(field))?.number
    }

    // INVARIANT: an axis of two cells is never coarse, so that these are never asked.
    fn term(&self, _: TermId) -> bool {
        false
    }

    fn desk_is_open(&self, _: DeskId) -> bool {
        false
    }
}
