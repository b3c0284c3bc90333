//! Values that stand in a file as text: dates, times of day, zones, exact numbers, formulas.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::json;

use crate::policy::{Date, Decimal, Formula, Share, TimeOfDay, Weekday, Zone};

macro_rules! texts {
    ($($(#[$about:meta])* $name:ident($inner:ty), $title:literal, $wanted:literal, $read:expr, $write:expr,
        $schema:tt;)+) => {$(
        $(#[$about])*
        #[derive(Debug, Clone, PartialEq)]
        pub(crate) struct $name(pub(crate) $inner);

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let write: fn(&$inner) -> String = $write;
                serializer.serialize_str(&write(&self.0))
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                let read: fn(&str) -> Option<$inner> = $read;
                read(&text).map(Self).ok_or_else(|| D::Error::custom(format!("\"{text}\" is not {}", $wanted)))
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                $title.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                Schema::try_from(json!($schema)).unwrap_or_default()
            }
        }
    )+};
}

texts! {
    /// `2026-12-25`.
    WireDate(Date), "Date", "a date like 2026-12-25",
        Date::parse, Date::to_string,
        { "type": "string", "format": "date", "description": "A date of the Gregorian calendar." };
    /// `08:30`.
    WireTime(TimeOfDay), "TimeOfDay", "a time of day like 08:30",
        TimeOfDay::parse, TimeOfDay::to_string,
        { "type": "string", "pattern": "^([01][0-9]|2[0-4]):[0-5][0-9](:[0-5][0-9])?$",
          "description": "A time of day on the wall clock, from 00:00 to 24:00." };
    /// `Europe/London`.
    WireZone(Zone), "TimeZone", "a time zone that this program knows",
        Zone::find, |zone| zone.name().to_owned(),
        { "type": "string", "description": "A name of the IANA time zone database." };
    /// `-0.3`.
    WireDecimal(Decimal), "Decimal", "a number like -0.3, with at most 9 digits before and after the point",
        Decimal::parse, Decimal::to_string,
        { "type": "string", "pattern": "^-?[0-9]{1,9}(\\.[0-9]{1,9})?$",
          "description": "An exact decimal number, as text so that no digit is lost." };
    /// `99.5`.
    WireShare(Share), "Percent", "a share from 0 to 100, in percent",
        |text| Decimal::parse(text).and_then(Share::percent), |share| share.as_percent().to_string(),
        { "type": "string", "pattern": "^[0-9]{1,3}(\\.[0-9]{1,9})?$",
          "description": "A share in percent, from 0 to 100, as text so that no digit is lost." };
    /// `answered in time, of all offered`.
    WireFormula(Formula), "Formula", "one of the service-level formulas",
        Formula::parse, Formula::to_string,
        { "type": "string", "description": "How a service level is computed, in words." };
    /// `Mon`.
    WireWeekday(Weekday), "Weekday", "a weekday like Mon",
        Weekday::from_short, |day| day.short().to_owned(),
        { "type": "string", "enum": ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
          "description": "A day of the week." };
}
