//! Values that are one of a few words, the same words as in a strategy file.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::json;

use crate::policy::{ChannelKind, Gravity, Level, ObjectiveKind, ReplyNeed, Sensitivity, Unit};

macro_rules! words {
    ($($(#[$about:meta])* $name:ident($inner:ty), $title:literal, $wanted:literal, $all:expr;)+) => {$(
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) struct $name(pub(crate) $inner);

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let word = $all.into_iter().find(|(value, _)| *value == self.0).map_or("", |(_, word)| word);
                serializer.serialize_str(word)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                let found = $all.into_iter().find(|(_, word)| *word == text);
                found.map(|(value, _)| Self(value)).ok_or_else(|| {
                    D::Error::custom(format!("\"{text}\" is not {}", $wanted))
                })
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                $title.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                let words: Vec<_> = $all.into_iter().map(|(_, word)| word).collect();
                Schema::try_from(json!({ "type": "string", "enum": words })).unwrap_or_default()
            }
        }
    )+};
}

words! {
    /// A kind of channel.
    WireKind(ChannelKind), "ChannelKind", "a kind of channel that this program knows", ChannelKind::ALL;
    /// How grave a contact type is.
    WireGravity(Gravity), "Gravity", "a gravity: critical, high, normal or low", Gravity::ALL;
    /// Whether contacts get a reply.
    WireReplyNeed(ReplyNeed), "ReplyNeed", "always, optional or never", REPLY_NEEDS;
    /// How sensitive an item is.
    WireSensitivity(Sensitivity), "Sensitivity", "public, personal, payment or health", Sensitivity::ALL;
    /// To whom an objective is binding.
    WireLevel(Level), "Level", "published, internal or regulatory", Level::ALL;
    /// What an objective measures.
    WireObjectiveKind(ObjectiveKind), "ObjectiveKind", "a kind of objective that this program knows",
        ObjectiveKind::ALL;
    /// A unit of time.
    WireUnit(Unit), "Unit", "a unit of time, in the plural", units();
}

const REPLY_NEEDS: [(ReplyNeed, &str); 3] =
    [(ReplyNeed::Always, "always"), (ReplyNeed::Optional, "optional"), (ReplyNeed::Never, "never")];

/// All units, with their words in the plural.
fn units() -> [(Unit, &'static str); 9] {
    Unit::ALL.map(|unit| (unit, unit.written(2)))
}
