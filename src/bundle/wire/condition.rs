//! Tests, terms and contact fields in a file.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::bundle::fault::{Fault, Flaw, Within};
use crate::bundle::wire::form::{Limits, Wire, read_all, write_all};
use crate::bundle::wire::reference::{Referenced, WireRef, within_count};
use crate::bundle::wire::text::WireDecimal;
use crate::policy::{
    ChannelId, Comparison, ContactTypeId, Decimal, Field, FieldKind, LanguageId, NamedAxis, Policy, SegmentId, Test,
    Weekday,
};

/// A test. A value that is not known fits no positive test and no comparison, and fits every negated one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "Test")]
pub(crate) enum WireTest {
    /// The value is one of these.
    Is(WireNamed),
    /// The value is none of these.
    IsNot(WireNamed),
    /// A number compares so.
    Number(WireNumber),
    /// The value is known.
    Known(WireAxis),
    /// The value is not known.
    NotKnown(WireAxis),
    /// A term holds.
    Term(WireRef),
    /// A term does not hold.
    NotTerm(WireRef),
    /// A desk is open when the contact arrives.
    Open(WireRef),
    /// A desk is closed when the contact arrives.
    Closed(WireRef),
}

/// Values of an axis.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Values")]
pub(crate) struct WireNamed {
    /// Of what.
    axis: WireAxis,
    /// The values, by number, in rising order.
    values: Vec<WireRef>,
}

/// A comparison with an exact number. Lengths of time are in seconds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Number")]
pub(crate) struct WireNumber {
    /// Of which field.
    field: WireRef,
    /// How it compares.
    compares: WireComparison,
}

/// How a number compares.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[schemars(rename = "Comparison")]
pub(crate) enum WireComparison {
    /// More than.
    Above(WireDecimal),
    /// Less than.
    Below(WireDecimal),
    /// This or more.
    AtLeast(WireDecimal),
    /// This or less.
    AtMost(WireDecimal),
    /// From the one to the other, both included.
    Between {
        /// The least.
        low: WireDecimal,
        /// The greatest.
        high: WireDecimal,
    },
}

/// What a test asks about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "Axis")]
pub(crate) enum WireAxis {
    /// The customer segment.
    Customer,
    /// The contact type.
    ContactType,
    /// The channel.
    Channel,
    /// The language.
    Language,
    /// The weekday of arrival in the strategy's zone; 0 is Monday.
    Day,
    /// A contact field; of a yes-or-no field 0 is yes.
    Field(WireRef),
}

impl Wire<NamedAxis> for WireAxis {
    fn write(axis: &NamedAxis, policy: &Policy) -> Self {
        match axis {
            NamedAxis::Customer => Self::Customer,
            NamedAxis::ContactType => Self::ContactType,
            NamedAxis::Channel => Self::Channel,
            NamedAxis::Language => Self::Language,
            NamedAxis::Day => Self::Day,
            NamedAxis::Field(field) => Self::Field(WireRef::write(field, policy)),
        }
    }

    fn read(self, limits: &Limits) -> Result<NamedAxis, Fault> {
        Ok(match self {
            Self::Customer => NamedAxis::Customer,
            Self::ContactType => NamedAxis::ContactType,
            Self::Channel => NamedAxis::Channel,
            Self::Language => NamedAxis::Language,
            Self::Day => NamedAxis::Day,
            Self::Field(field) => NamedAxis::Field(field.read(limits).within("field")?),
        })
    }
}

impl WireNamed {
    fn write(axis: NamedAxis, values: &[u16], policy: &Policy) -> Self {
        let form = |number: &u16| WireRef { number: *number, name: value_name(axis, *number, policy) };
        Self { axis: WireAxis::write(&axis, policy), values: values.iter().map(form).collect() }
    }

    fn read(self, negated: bool, limits: &Limits) -> Result<Test, Fault> {
        let axis: NamedAxis = self.axis.read(limits).within("axis")?;
        let (kind, count) = values_of(axis, limits);
        let read = |(at, value): (usize, WireRef)| within_count(kind, value.number, count).within(at);
        let values: Vec<u16> =
            self.values.into_iter().enumerate().map(read).collect::<Result<_, _>>().within("values")?;
        if !values.is_sorted_by(|before, after| before < after) {
            return Err(Flaw::NotInOrder.into()).within("values");
        }
        Ok(Test::Named { axis, values, negated })
    }
}

fn value_name(axis: NamedAxis, number: u16, policy: &Policy) -> String {
    let name = match axis {
        NamedAxis::Customer => SegmentId(number).name(policy).map(String::from),
        NamedAxis::ContactType => ContactTypeId(number).name(policy).map(String::from),
        NamedAxis::Channel => ChannelId(number).name(policy).map(String::from),
        NamedAxis::Language => LanguageId(number).name(policy).map(String::from),
        NamedAxis::Day => Weekday::ALL.get(usize::from(number)).map(|day| day.name().into()),
        NamedAxis::Field(field) => policy.field(field).and_then(|field| field.kind.name(number)).map(String::from),
    };
    name.unwrap_or_default()
}

/// What the values of an axis are, and how many there are.
fn values_of(axis: NamedAxis, limits: &Limits) -> (&'static str, usize) {
    match axis {
        NamedAxis::Customer => (SegmentId::KIND, limits.segments),
        NamedAxis::ContactType => (ContactTypeId::KIND, limits.contact_types),
        NamedAxis::Channel => (ChannelId::KIND, limits.channels),
        NamedAxis::Language => (LanguageId::KIND, limits.languages),
        NamedAxis::Day => ("weekday", 7),
        NamedAxis::Field(field) => ("value", limits.fields.get(field.index()).copied().unwrap_or(0)),
    }
}

impl Wire<Comparison> for WireComparison {
    fn write(comparison: &Comparison, _: &Policy) -> Self {
        match *comparison {
            Comparison::Above(bound) => Self::Above(WireDecimal(bound)),
            Comparison::Below(bound) => Self::Below(WireDecimal(bound)),
            Comparison::AtLeast(bound) => Self::AtLeast(WireDecimal(bound)),
            Comparison::AtMost(bound) => Self::AtMost(WireDecimal(bound)),
            Comparison::Between(low, high) => Self::Between { low: WireDecimal(low), high: WireDecimal(high) },
        }
    }

    fn read(self, _: &Limits) -> Result<Comparison, Fault> {
        Ok(match self {
            Self::Above(WireDecimal(bound)) => Comparison::Above(bound),
            Self::Below(WireDecimal(bound)) => Comparison::Below(bound),
            Self::AtLeast(WireDecimal(bound)) => Comparison::AtLeast(bound),
            Self::AtMost(WireDecimal(bound)) => Comparison::AtMost(bound),
            Self::Between { low, high } => Comparison::Between(low.0, high.0),
        })
    }
}

impl Wire<Test> for WireTest {
    fn write(test: &Test, policy: &Policy) -> Self {
        match test {
            Test::Named { axis, values, negated } => {
                let named = WireNamed::write(*axis, values, policy);
                if *negated { Self::IsNot(named) } else { Self::Is(named) }
            }
            Test::Number { field, comparison } => Self::Number(WireNumber {
                field: WireRef::write(field, policy),
                compares: WireComparison::write(comparison, policy),
            }),
            Test::Known { axis, known } => {
                let axis = WireAxis::write(axis, policy);
                if *known { Self::Known(axis) } else { Self::NotKnown(axis) }
            }
            Test::Term { term, negated } => {
                let term = WireRef::write(term, policy);
                if *negated { Self::NotTerm(term) } else { Self::Term(term) }
            }
            Test::Desk { desk, open } => {
                let desk = WireRef::write(desk, policy);
                if *open { Self::Open(desk) } else { Self::Closed(desk) }
            }
        }
    }

    fn read(self, limits: &Limits) -> Result<Test, Fault> {
        match self {
            Self::Is(named) => named.read(false, limits).within("is"),
            Self::IsNot(named) => named.read(true, limits).within("is_not"),
            Self::Number(number) => {
                let field = number.field.read(limits).within("field").within("number")?;
                Ok(Test::Number { field, comparison: number.compares.read(limits)? })
            }
            Self::Known(axis) => Ok(Test::Known { axis: axis.read(limits).within("known")?, known: true }),
            Self::NotKnown(axis) => Ok(Test::Known { axis: axis.read(limits).within("not_known")?, known: false }),
            Self::Term(term) => Ok(Test::Term { term: term.read(limits).within("term")?, negated: false }),
            Self::NotTerm(term) => Ok(Test::Term { term: term.read(limits).within("not_term")?, negated: true }),
            Self::Open(desk) => Ok(Test::Desk { desk: desk.read(limits).within("open")?, open: true }),
            Self::Closed(desk) => Ok(Test::Desk { desk: desk.read(limits).within("closed")?, open: false }),
        }
    }
}

/// A named condition.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Term")]
pub(crate) struct WireTerm {
    /// The name.
    name: String,
    /// All of these must fit.
    tests: Vec<WireTest>,
}

impl Wire<(String, Vec<Test>)> for WireTerm {
    fn write((name, tests): &(String, Vec<Test>), policy: &Policy) -> Self {
        Self { name: name.clone(), tests: write_all(tests, policy) }
    }

    fn read(self, limits: &Limits) -> Result<(String, Vec<Test>), Fault> {
        Ok((self.name, read_all(self.tests, "tests", limits)?))
    }
}

/// A contact field.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Field")]
pub(crate) struct WireField {
    /// The name.
    name: String,
    /// What it holds.
    pub(crate) holds: WireFieldKind,
    /// Where it can be known at all; missing: everywhere.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    only_when: Vec<WireTest>,
}

/// What a contact field holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[schemars(rename = "FieldKind")]
pub(crate) enum WireFieldKind {
    /// A number.
    Number {
        /// The least.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        low: Option<WireDecimal>,
        /// The greatest.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        high: Option<WireDecimal>,
    },
    /// A length of time in seconds.
    Time,
    /// One of these names, or another one.
    OneOf(Vec<String>),
    /// Yes or no.
    YesOrNo,
    /// Text, which is never tested.
    Text,
}

impl WireFieldKind {
    /// How many names the values of the field have.
    pub(crate) fn names(&self) -> usize {
        match self {
            Self::OneOf(names) => names.len(),
            Self::YesOrNo => 2,
            Self::Number { .. } | Self::Time | Self::Text => 0,
        }
    }
}

impl Wire<Field> for WireField {
    fn write(field: &Field, policy: &Policy) -> Self {
        let decimal = |bound: Option<Decimal>| bound.map(WireDecimal);
        let holds = match &field.kind {
            FieldKind::Number { low, high } => WireFieldKind::Number { low: decimal(*low), high: decimal(*high) },
            FieldKind::Time => WireFieldKind::Time,
            FieldKind::OneOf(names) => WireFieldKind::OneOf(names.clone()),
            FieldKind::YesNo => WireFieldKind::YesOrNo,
            FieldKind::Text => WireFieldKind::Text,
        };
        Self { name: field.name.clone(), holds, only_when: write_all(&field.only_when, policy) }
    }

    fn read(self, limits: &Limits) -> Result<Field, Fault> {
        let decimal = |bound: Option<WireDecimal>| bound.map(|bound| bound.0);
        let kind = match self.holds {
            WireFieldKind::Number { low, high } => FieldKind::Number { low: decimal(low), high: decimal(high) },
            WireFieldKind::Time => FieldKind::Time,
            WireFieldKind::OneOf(names) => FieldKind::OneOf(names),
            WireFieldKind::YesOrNo => FieldKind::YesNo,
            WireFieldKind::Text => FieldKind::Text,
        };
        Ok(Field { name: self.name, kind, only_when: read_all(self.only_when, "only_when", limits)? })
    }
}
