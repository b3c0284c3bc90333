//! Where each element came from, in a file. An element is named by its way inside the member `policy`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::bundle::fault::{Fault, Flaw};
use crate::bundle::wire::form::Limits;
use crate::policy::{
    ChannelId, ContactTypeId, DeskId, Element, FieldId, GroupId, Place, PromiseId, RuleId, SeasonId, SegmentId, TermId,
};

/// The place of one element.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Place")]
pub(crate) struct WirePlace {
    /// The element: a JSON pointer into the member `policy`.
    of: String,
    /// The file.
    file: String,
    /// The line, from 1.
    line: u32,
    /// The column, from 1, in characters.
    column: u32,
    /// The path in words, from the outside in.
    path: Vec<String>,
}

impl WirePlace {
    /// The form of a place; guarantees and stories decide nothing and have none.
    pub(crate) fn write(element: &Element, place: &Place) -> Option<Self> {
        Some(Self {
            of: pointer(element)?,
            file: place.file.clone(),
            line: place.line,
            column: place.column,
            path: place.path.clone(),
        })
    }

    pub(crate) fn read(self, limits: &Limits) -> Result<(Element, Place), Fault> {
        let element = element(&self.of, limits).ok_or(Flaw::PlaceOfNothing)?;
        Ok((element, Place { file: self.file, line: self.line, column: self.column, path: self.path }))
    }
}

fn pointer(element: &Element) -> Option<String> {
    Some(match element {
        Element::Segment(id) => format!("/customers/{}", id.0),
        Element::ContactType(id) => format!("/contact_types/{}", id.0),
        Element::Channel(id) => format!("/channels/{}", id.0),
        Element::Field(id) => format!("/fields/{}", id.0),
        Element::Term(id) => format!("/terms/{}", id.0),
        Element::Desk(id) => format!("/hours/{}", id.0),
        Element::Season(id) => format!("/seasons/{}", id.0),
        Element::Promise(id) => format!("/promises/{}", id.0),
        Element::Rule(id) => format!("/routing/{}", id.0),
        Element::Step(id, at) => format!("/routing/{}/steps/{at}", id.0),
        Element::Escalation(id, at) => format!("/routing/{}/escalations/{at}", id.0),
        Element::Group(id) => format!("/agent_groups/{}", id.0),
        Element::Counting => "/counting".into(),
        Element::Objective(at) => format!("/objectives/{at}"),
        Element::Information => "/information".into(),
        Element::Guarantee(_) | Element::Story(_) => return None,
    })
}

/// The element of a pointer. Steps and escalations are only looked up as far as their rule.
fn element(pointer: &str, limits: &Limits) -> Option<Element> {
    let members: Vec<_> = pointer.strip_prefix('/')?.split('/').collect();
    let below = |number: &str, count: usize| {
        let number = number.parse::<u16>().ok()?;
        (usize::from(number) < count).then_some(number)
    };
    Some(match members.as_slice() {
        ["customers", at] => SegmentId(below(at, limits.segments)?).into(),
        ["contact_types", at] => ContactTypeId(below(at, limits.contact_types)?).into(),
        ["channels", at] => ChannelId(below(at, limits.channels)?).into(),
        ["fields", at] => FieldId(below(at, limits.fields.len())?).into(),
        ["terms", at] => TermId(below(at, limits.terms)?).into(),
        ["hours", at] => DeskId(below(at, limits.desks)?).into(),
        ["seasons", at] => SeasonId(below(at, limits.seasons)?).into(),
        ["promises", at] => PromiseId(below(at, limits.promises)?).into(),
        ["routing", at] => RuleId(below(at, limits.rules)?).into(),
        ["routing", at, "steps", step] => Element::Step(RuleId(below(at, limits.rules)?), step.parse().ok()?),
        ["routing", at, "escalations", told] => {
            Element::Escalation(RuleId(below(at, limits.rules)?), told.parse().ok()?)
        }
        ["agent_groups", at] => GroupId(below(at, limits.groups)?).into(),
        ["objectives", at] => Element::Objective(below(at, limits.objectives)?),
        ["counting"] => Element::Counting,
        ["information"] => Element::Information,
        _ => return None,
    })
}
