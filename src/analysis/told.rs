//! A contact as a phrase, in the notation of stories: it can be pasted under `stories:` and handed to `ask`.

use crate::analysis::witness::{Spoken, Witness};
use crate::policy::{Duration, FieldId, FieldKind, FieldValue, Policy};

/// Languages of which a strategy that does not name one of them is told as of another language.
const LANGUAGES: [&str; 6] = ["Icelandic", "Finnish", "Latin", "Welsh", "Basque", "Maori"];

/// Values that a list of names seldom holds.
const VALUES: [&str; 3] = ["another", "another one", "none of these"];

impl Witness {
    /// The contact as a phrase: `Order help on phone from Trail Club, Tue 12:00, sentiment -0.8, in German`.
    #[must_use]
    pub fn told(&self, policy: &Policy) -> String {
        let contact_type = policy.contact_type(self.contact_type).map_or("", |found| found.name.as_str());
        let channel = policy.channel(self.channel).map_or("", |found| found.name.as_str());
        let mut words = format!("{contact_type} on {channel}");
        if let Some(customer) = self.customer.and_then(|id| policy.segment(id)) {
            words += &format!(" from {}", customer.name);
        }
        words += &format!(", {}", self.moment(policy));
        for (field, value) in &self.fields {
            words.extend(fact(policy, *field, value).map(|fact| format!(", {fact}")));
        }
        words.extend(self.language(policy).map(|language| format!(", in {language}")));
        words
    }

    /// `Tue 12:00`, where that is the first such day on or after the day on which the policy begins to apply; else the
    /// date and the time.
    fn moment(&self, policy: &Policy) -> String {
        let local = policy.time_zone.local(self.at);
        let first = policy.first_day();
        if (0..7).any(|days| first.plus_days(days) == local.date) {
            format!("{} {}", local.weekday().short(), local.time)
        } else {
            format!("{} {}", local.date, local.time)
        }
    }

    /// The language, where it is known.
    #[must_use]
    pub fn language<'p>(&self, policy: &'p Policy) -> Option<&'p str> {
        match self.language {
            Spoken::Unknown => None,
            Spoken::Named(language) => policy.language(language).map(String::as_str),
            Spoken::Other => Some(unlisted(&LANGUAGES, &policy.languages)),
        }
    }
}

/// What is known of one field, as a contact phrase says it.
fn fact(policy: &Policy, id: FieldId, value: &FieldValue) -> Option<String> {
    let field = policy.field(id)?;
    let said = match (value, &field.kind) {
        (FieldValue::Number(seconds), FieldKind::Time) => {
            seconds.whole_part().map_or_else(|| format!("{seconds} s"), |whole| Duration::of_seconds(whole).to_string())
        }
        (FieldValue::Number(number), _) => number.to_string(),
        (FieldValue::Name(name), FieldKind::OneOf(names)) => {
            let listed = name.and_then(|name| field.kind.name(name));
            listed.unwrap_or_else(|| unlisted(&VALUES, names)).to_owned()
        }
        (FieldValue::Name(name), kind) => name.and_then(|name| kind.name(name)).unwrap_or("no").to_owned(),
        (FieldValue::Text(text), _) => text.clone(),
    };
    Some(format!("{} {said}", field.name))
}

/// The first of these names that is not in a list, capitals or not.
fn unlisted<'n>(names: &[&'n str], listed: &[String]) -> &'n str {
    let is_listed = |name: &&str| listed.iter().any(|known| known.to_lowercase() == name.to_lowercase());
    names.iter().copied().find(|name| !is_listed(name)).unwrap_or("unlisted")
}
