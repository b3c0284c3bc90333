//! Who keeps a part current, as it is said in the strip of a section and on the front page.

use crate::calendar::{Date, Unit};
use crate::document::block::{Inline, Text, fixed, plain, quiet};
use crate::document::content::Content;
use crate::document::marks;
use crate::strategy::OwnerModel;

/// A component is due for review after so many days, unless its owner says otherwise.
const REVIEW_DAYS: i64 = 180;

/// Who keeps parts current, and since when. Says nothing of parts that are no components and have no owner.
pub(crate) fn strip(content: &Content<'_>, keys: &[&str]) -> Text {
    let mut text = Text::new();
    for key in keys {
        let of = if keys.len() > 1 { format!(" ({key})") } else { String::new() };
        if let Some(owner) = content.strategy.governance.owners.content.of(key) {
            text.extend(words(owner, &of));
        } else if let Some(line) = unread(content, key) {
            text.extend(plain(format!("Kept current by{of}: ")));
            text.extend(line);
            text.extend(plain(". "));
        } else if any_named(content) && content.strategy.components.sections().iter().any(|(known, ..)| known == key) {
            text.extend(quiet("No owner is named for this part. "));
        }
    }
    if let Some(Inline::Text { text } | Inline::Quiet { text }) = text.last_mut() {
        text.truncate(text.trim_end().len());
    }
    text
}

/// Whether anybody is named for anything. Where nobody is, that is said once, on the front page.
pub(crate) fn any_named(content: &Content<'_>) -> bool {
    let owners = &content.strategy.governance.owners.content;
    !owners.owners.is_empty() || !owners.unreadable.is_empty()
}

fn words(owner: &OwnerModel, of: &str) -> Text {
    let mut text = plain("Kept current by ");
    text.push(Inline::Strong { text: owner.person.value.clone() });
    if let Some(function) = &owner.function {
        text.extend(plain(format!(", {}", function.value)));
    }
    text.extend(plain(of));
    if let Some(updated) = &owner.updated {
        text.extend(plain(". Updated on "));
        text.extend(fixed(updated.value.to_string()));
    }
    if let Some(every) = &owner.review_every {
        text.extend(plain(format!(". Reviewed every {}", every.value)));
    }
    text.extend(plain(". "));
    text
}

/// The line that names an owner and has no meaning, as written.
pub(crate) fn unread(content: &Content<'_>, section: &str) -> Option<Text> {
    let heads = &content.strategy.governance.owners.content.unreadable;
    let head = heads.iter().find(|head| head.name == section)?;
    let line = head.facts.first()?;
    Some(marks::unread(content, &line.text, line.span))
}

/// The day on which a part is due for review.
pub(crate) fn due(owner: &OwnerModel) -> Option<Date> {
    let updated = owner.updated?.value;
    let Some(every) = owner.review_every else { return Some(updated.plus_days(REVIEW_DAYS)) };
    let amount = i64::from(every.value.amount);
    Some(match every.value.unit {
        Unit::Month => updated.plus_months(amount),
        Unit::Week => updated.plus_days(amount * 7),
        Unit::Day | Unit::WorkingDay | Unit::Second | Unit::Minute | Unit::Hour | Unit::OpenHour | Unit::ClockHour => {
            updated.plus_days(amount)
        }
    })
}

/// The owners whose part is past its review.
pub(crate) fn overdue<'a>(content: &Content<'a>) -> Vec<&'a OwnerModel> {
    let owners = &content.strategy.governance.owners.content.owners;
    owners.iter().filter(|owner| due(owner).is_some_and(|due| due < content.today)).collect()
}
