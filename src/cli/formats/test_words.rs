//! A test of a condition in the words of the strategy file, and what was found in place of it.

use crate::compilation::{Comparison, FieldKind, Found, NamedAxis, Policy, Test, Weekday};

/// The test as an author would write it.
pub(crate) fn test(policy: &Policy, test: &Test) -> String {
    match test {
        Test::Named { axis, values, negated } => {
            let not = if *negated { "not " } else { "" };
            let mut names: Vec<String> = values.iter().take(6).map(|value| value_name(policy, *axis, *value)).collect();
            if values.len() > 6 {
                names.push("…".to_owned());
            }
            format!("{} is {not}{}", axis_name(policy, *axis), names.join(", "))
        }
        Test::Number { field, comparison } => {
            let name = policy.field(*field).map_or("", |field| field.name.as_str());
            let unit = unit(policy, NamedAxis::Field(*field));
            match comparison {
                Comparison::Above(bound) => format!("{name} above {bound}{unit}"),
                Comparison::Below(bound) => format!("{name} below {bound}{unit}"),
                Comparison::AtLeast(bound) => format!("{name} at least {bound}{unit}"),
                Comparison::AtMost(bound) => format!("{name} at most {bound}{unit}"),
                Comparison::Between(low, high) => format!("{name} between {low} and {high}{unit}"),
            }
        }
        Test::Known { axis, known } => {
            format!("{} is {}known", axis_name(policy, *axis), if *known { "" } else { "not " })
        }
        Test::Term { term, negated } => {
            let name = policy.term(*term).map_or("", |(name, _)| name.as_str());
            format!("contact is {}{name}", if *negated { "not " } else { "" })
        }
        Test::Desk { desk, open } => {
            let name = policy.desk(*desk).map_or("", |desk| desk.name.as_str());
            format!("desk {name} is {}", if *open { "open" } else { "closed" })
        }
    }
}

/// What the contact had in place of it: `channel is x`, `sentiment is not known`.
pub(crate) fn found_instead(policy: &Policy, test: &Test, found: &Found) -> String {
    let axis = match test {
        Test::Named { axis, .. } | Test::Known { axis, .. } => Some(*axis),
        Test::Number { field, .. } => Some(NamedAxis::Field(*field)),
        Test::Term { .. } | Test::Desk { .. } => None,
    };
    let name = axis.map_or_else(|| subject(policy, test), |axis| axis_name(policy, axis));
    match found {
        Found::Unknown => format!("{name} is not known"),
        Found::Name(value) => {
            format!("{name} is {}", axis.map_or_else(String::new, |axis| value_name(policy, axis, *value)))
        }
        Found::OtherName(other) if other.is_empty() => format!("{name} is another one"),
        Found::OtherName(other) => format!("{name} is {other}"),
        Found::Number(number) => {
            format!("{name} is {number}{}", axis.map_or_else(String::new, |axis| unit(policy, axis)))
        }
        Found::Text(text) => format!("{name} is {text}"),
        Found::Desk { open } => format!("{name} is {}", if *open { "open" } else { "closed" }),
        Found::Term { holds, .. } => format!("contact is {}{name}", if *holds { "" } else { "not " }),
    }
}

fn subject(policy: &Policy, test: &Test) -> String {
    match test {
        Test::Term { term, .. } => policy.term(*term).map_or_else(String::new, |(name, _)| name.clone()),
        Test::Desk { desk, .. } => policy.desk(*desk).map_or_else(String::new, |desk| format!("desk {}", desk.name)),
        Test::Named { .. } | Test::Number { .. } | Test::Known { .. } => String::new(),
    }
}

fn axis_name(policy: &Policy, axis: NamedAxis) -> String {
    match axis {
        NamedAxis::Customer => "customer".to_owned(),
        NamedAxis::ContactType => "contact type".to_owned(),
        NamedAxis::Channel => "channel".to_owned(),
        NamedAxis::Language => "language".to_owned(),
        NamedAxis::Day => "day".to_owned(),
        NamedAxis::Field(field) => policy.field(field).map_or_else(String::new, |field| field.name.clone()),
    }
}

fn value_name(policy: &Policy, axis: NamedAxis, value: u16) -> String {
    let at = usize::from(value);
    let found = match axis {
        NamedAxis::Customer => policy.segments.get(at).map(|segment| segment.name.clone()),
        NamedAxis::ContactType => policy.contact_types.get(at).map(|contact_type| contact_type.name.clone()),
        NamedAxis::Channel => policy.channels.get(at).map(|channel| channel.name.clone()),
        NamedAxis::Language => policy.languages.get(at).cloned(),
        NamedAxis::Day => Weekday::ALL.get(at).map(|day| day.short().to_owned()),
        NamedAxis::Field(field) => match policy.field(field).map(|field| &field.kind) {
            Some(FieldKind::OneOf(names)) => names.get(at).cloned(),
            Some(FieldKind::YesNo) => Some(if at == 0 { "yes" } else { "no" }.to_owned()),
            Some(FieldKind::Number { .. } | FieldKind::Time | FieldKind::Text) | None => None,
        },
    };
    found.unwrap_or_else(|| "another one".to_owned())
}

/// The unit of a field's numbers, with a blank before it.
fn unit(policy: &Policy, axis: NamedAxis) -> String {
    let NamedAxis::Field(field) = axis else { return String::new() };
    match policy.field(field).map(|field| &field.kind) {
        Some(FieldKind::Time) => " s".to_owned(),
        Some(FieldKind::Number { .. } | FieldKind::OneOf(_) | FieldKind::YesNo | FieldKind::Text) | None => {
            String::new()
        }
    }
}
