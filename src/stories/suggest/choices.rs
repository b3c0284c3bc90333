//! The values that a made-up contact can have, the usual ones first, and the first of them that some tests fit.

use std::collections::BTreeMap;

use crate::engine::{Engine, Spoken};
use crate::policy::{
    Axes, AxisOf, ChannelId, ContactTypeId, Decimal, DeskId, DeskTables, FieldId, FieldKind, FieldValue, Guarantee,
    Known, LanguageId, NamedAxis, NamedValue, Policy, Scope, SegmentId, TermId, Test,
};
use crate::stories::suggest::moments::{At, desks, moments};
use crate::stories::suggest::sketch::{Sketch, value_words};

/// A test that must fit, or must not. INVARIANT: it is no named condition.
pub(crate) type Literal<'p> = (&'p Test, bool);

/// What an axis of a made-up contact is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    Customer,
    ContactType,
    Channel,
    Language,
    Moment,
    Field(FieldId),
}

/// The values of every axis, in the order in which they are tried.
#[derive(Debug)]
pub(crate) struct Choices {
    pub(crate) types: Vec<ContactTypeId>,
    pub(crate) channels: Vec<ChannelId>,
    pub(crate) customers: Vec<Option<SegmentId>>,
    languages: Vec<Spoken>,
    fields: Vec<Vec<Option<FieldValue>>>,
    pub(crate) moments: Vec<At>,
    pub(crate) desks: Vec<DeskTables>,
}

impl Choices {
    /// For a policy; the numbers in the conditions of guarantees are told apart too.
    pub(crate) fn new(engine: &Engine, guarantees: &[Guarantee]) -> Self {
        let policy = engine.policy();
        let desks = desks(policy);
        let moments = moments(policy, &desks);
        let day = moments.first().map(|at| policy.time_zone.local(at.instant).date);
        let mut channels: Vec<ChannelId> = ids(&policy.channels).map(ChannelId).collect();
        // Channels that customers cannot use come last.
        channels.sort_by_key(|id| !policy.channel(*id).zip(day).is_some_and(|(channel, day)| channel.in_use(day)));
        let usual = policy.everyone_else();
        let others = ids(&policy.segments).map(SegmentId).filter(|id| Some(*id) != usual);
        let mut customers: Vec<Option<SegmentId>> = usual.into_iter().chain(others).map(Some).collect();
        if usual.is_none() {
            customers.push(None);
        }
        let named = ids(&policy.languages).map(LanguageId).map(Spoken::Named);
        let languages = std::iter::once(Spoken::Unknown).chain(named).chain([Spoken::Other("another language".into())]);
        let claimed = guarantees.iter().flat_map(|guarantee| match &guarantee.scope {
            Scope::When(tests) => vec![tests],
            Scope::Compare(one, other) => vec![one, other],
        });
        let axes = Axes::new(policy, every_test(policy).chain(claimed.flatten()));
        Self {
            types: ids(&policy.contact_types).map(ContactTypeId).collect(),
            channels,
            customers,
            languages: languages.collect(),
            fields: ids(&policy.fields).map(FieldId).map(|id| values(policy, &axes, id)).collect(),
            moments,
            desks,
        }
    }

    /// The contact of the usual values that fits all of these. Where `fixed` names the value of a field, it has that one.
    ///
    /// # Errors
    ///
    /// The part of a contact of which no value fits.
    pub(crate) fn first(
        &self,
        literals: &[Literal<'_>],
        fixed: &BTreeMap<FieldId, FieldValue>,
    ) -> Result<Sketch, Part> {
        let mut by_part: BTreeMap<Part, Vec<Literal<'_>>> = BTreeMap::new();
        for (test, wanted) in literals {
            if let Some(part) = part_of(test) {
                by_part.entry(part).or_default().push((test, *wanted));
            }
        }
        let fits = |part: Part, value: &Value<'_>| {
            by_part.get(&part).is_none_or(|literals| literals.iter().all(|(test, wanted)| test.fits(value) == *wanted))
        };
        let contact_type = self.types.iter().find(|id| fits(Part::ContactType, &Value::Named(NamedValue::At(id.0))));
        let contact_type = contact_type.ok_or(Part::ContactType)?;
        let channel = self.channels.iter().find(|id| fits(Part::Channel, &Value::Named(NamedValue::At(id.0))));
        let channel = channel.ok_or(Part::Channel)?;
        let customer = self
            .customers
            .iter()
            .find(|id| fits(Part::Customer, &Value::Named(id.map_or(NamedValue::Unknown, |id| NamedValue::At(id.0)))));
        let customer = customer.ok_or(Part::Customer)?;
        let language = self.languages.iter().find(|language| fits(Part::Language, &Value::Named(spoken(language))));
        let language = language.ok_or(Part::Language)?;
        let at = self.moments.iter().find(|at| fits(Part::Moment, &Value::At(at))).ok_or(Part::Moment)?;
        let mut fields = BTreeMap::new();
        for (id, values) in (0u16..).map(FieldId).zip(&self.fields) {
            let fixed = fixed.get(&id).map(|value| vec![Some(value.clone())]);
            let values = fixed.as_ref().unwrap_or(values);
            let value = values.iter().find(|value| fits(Part::Field(id), &Value::Field(value.as_ref())));
            let value = value.ok_or(Part::Field(id))?;
            fields.extend(value.clone().map(|value| (id, value)));
        }
        Ok(Sketch {
            contact_type: *contact_type,
            channel: *channel,
            customer: *customer,
            language: language.clone(),
            fields,
            moment: at.moment,
        })
    }
}

/// Every test that a policy asks.
fn every_test(policy: &Policy) -> impl Iterator<Item = &Test> {
    let rules = policy.rules.iter().flat_map(|rule| &rule.tests);
    let terms = policy.terms.iter().flat_map(|(_, tests)| tests);
    let segments = policy.segments.iter().flat_map(|segment| &segment.recognised_by);
    rules.chain(terms).chain(segments).chain(policy.fields.iter().flat_map(|field| &field.only_when))
}

fn ids<T>(list: &[T]) -> impl Iterator<Item = u16> {
    (0u16..).take(list.len())
}

fn spoken(language: &Spoken) -> NamedValue {
    match language {
        Spoken::Unknown => NamedValue::Unknown,
        Spoken::Named(id) => NamedValue::At(id.0),
        Spoken::Other(_) => NamedValue::Other,
    }
}

/// The part of a contact that a test is about; `None` for a named condition, which is about several.
pub(crate) fn part_of(test: &Test) -> Option<Part> {
    Some(match test {
        Test::Named { axis, .. } | Test::Known { axis, .. } => match axis {
            NamedAxis::Customer => Part::Customer,
            NamedAxis::ContactType => Part::ContactType,
            NamedAxis::Channel => Part::Channel,
            NamedAxis::Language => Part::Language,
            NamedAxis::Day => Part::Moment,
            NamedAxis::Field(field) => Part::Field(*field),
        },
        Test::Number { field, .. } => Part::Field(*field),
        Test::Desk { .. } => Part::Moment,
        Test::Term { .. } => return None,
    })
}

/// The values of a field that conditions can tell apart, not known first.
fn values(policy: &Policy, axes: &Axes, id: FieldId) -> Vec<Option<FieldValue>> {
    let Some(field) = policy.field(id) else { return vec![None] };
    let mut values: Vec<FieldValue> = Vec::new();
    match &field.kind {
        FieldKind::OneOf(names) => {
            values.extend(ids(names).map(|name| FieldValue::Name(Some(name))));
            values.push(FieldValue::Name(None));
        }
        FieldKind::YesNo => values.extend([0, 1].map(|name| FieldValue::Name(Some(name)))),
        FieldKind::Text => values.push(FieldValue::Text("something".into())),
        FieldKind::Time => values.extend(numbers(axes, id, Some(Decimal::whole(1)), None)),
        FieldKind::Number { low, high } => values.extend(numbers(axes, id, *low, *high)),
    }
    values.retain(|value| value_words(&field.kind, value).is_some());
    std::iter::once(None).chain(values.into_iter().map(Some)).collect()
}

/// A number or two of every piece of an axis of numbers: round ones first, then the ends of the piece.
fn numbers(axes: &Axes, field: FieldId, low: Option<Decimal>, high: Option<Decimal>) -> Vec<FieldValue> {
    let inside = |number: &Decimal| low.is_none_or(|low| low <= *number) && high.is_none_or(|high| *number <= high);
    let axis = axes.place(AxisOf::Number(field)).and_then(|place| axes.list().get(place));
    let Some(axis) = axis else {
        return low.or(high).or(Some(Decimal::whole(1))).map(FieldValue::Number).into_iter().collect();
    };
    let narrow = low.zip(high).is_some_and(|(low, high)| high.minus(low) <= Decimal::whole(20));
    let (whole, tenth, hundredth) = (1_000_000_000, 100_000_000, 10_000_000);
    let steps = if narrow { [tenth, hundredth, whole] } else { [whole, tenth, hundredth] };
    let mut found: Vec<Decimal> = Vec::new();
    for piece in 0..axis.other() {
        let (least, greatest) = axis.numbers(piece);
        let least = least.max(low);
        let greatest = match (greatest, high) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
        let fits = |number: &Decimal| {
            least.is_none_or(|least| least <= *number) && greatest.is_none_or(|greatest| *number <= greatest)
        };
        let round = steps.into_iter().flat_map(|step: i64| {
            let up = least.map(|least| least.billionths().div_euclid(step) * step + step);
            let down = greatest.map(|greatest| greatest.billionths().div_euclid(step) * step);
            [down, up].into_iter().flatten().map(Decimal::from_billionths)
        });
        let ends = [least, greatest].into_iter().flatten();
        found.extend(round.filter(fits).take(1));
        found.extend(ends.filter(fits));
    }
    found.retain(inside);
    found.into_iter().map(FieldValue::Number).collect()
}

/// What is known of one part of a made-up contact.
enum Value<'a> {
    Named(NamedValue),
    Field(Option<&'a FieldValue>),
    At(&'a At),
}

impl Known for Value<'_> {
    fn named(&self, axis: NamedAxis) -> NamedValue {
        match self {
            Self::Named(value) => *value,
            Self::At(at) if axis == NamedAxis::Day => NamedValue::At(at.kind.day),
            Self::At(_) | Self::Field(None) => NamedValue::Unknown,
            Self::Field(Some(value)) => value.name(),
        }
    }

    fn number(&self, _: FieldId) -> Option<Decimal> {
        match self {
            Self::Field(value) => value.and_then(FieldValue::number),
            Self::Named(_) | Self::At(_) => None,
        }
    }

    fn term(&self, _: TermId) -> bool {
        false
    }

    fn desk_is_open(&self, desk: DeskId) -> bool {
        match self {
            Self::At(at) => at.kind.open.get(desk.index()).copied().unwrap_or(false),
            Self::Named(_) | Self::Field(_) => false,
        }
    }
}
