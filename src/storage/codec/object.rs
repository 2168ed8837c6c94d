//! Structs as JSON objects that keep unknown fields.
//!
//! `#[derive]` with `#[serde(flatten)]` cannot keep a value as its text (0.1 may come back as another number), and
//! added 46 kB to the first download, measured with all records of this module.

use std::{borrow::Cow, fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error as _, MapAccess, Visitor},
    ser::SerializeMap,
};
use serde_json::value::RawValue;

use super::ascii::escape_non_ascii;
use crate::domain::unknown_fields::UnknownFields;

/// A struct whose fields are those of a JSON object. Implemented by [`json_object!`].
pub trait JsonObject: Sized {
    /// Names of the JSON fields.
    const NAMES: &[&str];
    /// Writes the fields.
    fn write<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error>;
    /// Builds the struct from the fields. `None` if a required field is missing or a known field is invalid.
    fn read(fields: &mut Fields) -> Option<Self>;
}

/// The fields of an object that have not been taken yet, with their raw values.
#[derive(Default)]
pub struct Fields<'a>(Vec<(Cow<'a, str>, &'a RawValue)>);

impl<'a> Fields<'a> {
    /// Removes and reads a field. `None` if it is present and invalid; `absent` if it is absent.
    pub fn take<T: Deserialize<'a>>(&mut self, name: &str, absent: Option<T>) -> Option<T> {
        match self.remove(name) {
            Some(value) => T::deserialize(&mut serde_json::Deserializer::from_str(value)).ok(),
            None => absent,
        }
    }

    fn remove(&mut self, name: &str) -> Option<&'a str> {
        let index = self.0.iter().position(|(existing, _)| existing == name)?;
        Some(self.0.remove(index).1.get())
    }

    /// Takes the remaining fields.
    pub fn take_unknown(&mut self) -> UnknownFields {
        if self.0.is_empty() {
            return UnknownFields::NONE;
        }
        let mut json = String::new();
        for (name, value) in self.0.drain(..) {
            let name = serde_json::to_string(&name).unwrap_or_default();
            for part in [if json.is_empty() { "{" } else { "," }, &name, ":", value.get()] {
                json.push_str(part);
            }
        }
        json.push('}');
        UnknownFields::from_json(&escape_non_ascii(json))
    }
}

/// Maximum number of fields of an object: each name is compared with all previous ones.
const MAX_FIELDS: usize = 256;

/// A field name, borrowed unless it has an escape.
#[derive(Deserialize)]
struct FieldName<'a>(#[serde(borrow)] Cow<'a, str>);

impl<'de> Deserialize<'de> for Fields<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct FieldsVisitor<'a>(PhantomData<Fields<'a>>);
        impl<'de> Visitor<'de> for FieldsVisitor<'de> {
            type Value = Fields<'de>;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut fields: Vec<(Cow<str>, &RawValue)> = Vec::new();
                while let Some(FieldName(name)) = map.next_key()? {
                    // A duplicate name is ambiguous.
                    if fields.len() == MAX_FIELDS || fields.iter().any(|(existing, _)| *existing == name) {
                        return Err(A::Error::custom(
                            "a field name is duplicate, or there are too many fields",
                        ));
                    }
                    fields.push((name, map.next_value()?));
                }
                Ok(Fields(fields))
            }
        }
        deserializer.deserialize_map(FieldsVisitor(PhantomData))
    }
}

/// Names of version, revision and write number fields.
const HEADER_FIELDS: [&str; 4] = ["v", "r", "n", "seq"];

/// Writes unknown fields after the known ones. They may come from another kind of record (from a snapshot to the
/// finished session), where a known name of this record was unknown: such a field is dropped.
pub fn write_unknown<M: SerializeMap>(
    unknown: &UnknownFields,
    known_names: &[&str],
    map: &mut M,
) -> Result<(), M::Error> {
    // Unknown fields are always read from an object.
    let fields = unknown.as_json().and_then(|json| serde_json::from_str::<Fields>(json).ok());
    let mut fields = fields.unwrap_or_default().0.into_iter();
    fields.try_for_each(|(name, value)| {
        let is_known = known_names.contains(&&*name) || HEADER_FIELDS.contains(&&*name);
        if is_known { Ok(()) } else { map.serialize_entry(&name, value) }
    })
}

/// A record to be written: its version, name and value of its revision or write number, and its fields.
pub struct VersionedRecord<'a, T>(pub u32, pub &'a str, pub u32, pub &'a T);

impl<T: JsonObject> Serialize for VersionedRecord<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("v", &self.0)?;
        map.serialize_entry(self.1, &self.2)?;
        self.3.write(&mut map)?;
        map.end()
    }
}

/// Implements [`JsonObject`] and serde for a struct: `field: "name"`. `as Wrapper` serializes a field as that wrapper
/// type; `= default` omits the field if it has this value; `=> default` always writes it, and uses this value if it
/// is absent. `unknown` is the field that keeps unknown fields; `not_stored` has the values of fields that are not
/// stored.
macro_rules! json_object {
    ($type:ty { $($field:ident: $name:literal $(as $wrapper:ident)? $(= $default:expr)? $(=> $absent:expr)?),+ $(,)? } $(unknown: $unknown:ident)? $(not_stored: { $($not_stored:tt)* })?) => {
        impl $crate::storage::codec::object::JsonObject for $type {
            const NAMES: &[&str] = &[$($name),+];

            fn write<M: serde::ser::SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
                $(if json_object!(@is_given self.$field $(, $default)?) {
                    map.serialize_entry($name, json_object!(@wrapped &self.$field $(, $wrapper)?))?;
                })+
                $($crate::storage::codec::object::write_unknown(&self.$unknown, Self::NAMES, map)?;)?
                Ok(())
            }

            fn read(fields: &mut $crate::storage::codec::object::Fields) -> Option<Self> {
                Some(Self {
                    $($field: json_object!(@take fields, $name, json_object!(@absent $($default)? $($absent)?) $(, $wrapper)?),)+
                    $($unknown: fields.take_unknown(),)?
                    $($($not_stored)*)?
                })
            }
        }

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeMap as _;
                let mut map = serializer.serialize_map(None)?;
                $crate::storage::codec::object::JsonObject::write(self, &mut map)?;
                map.end()
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                use serde::de::Error as _;
                let mut fields = $crate::storage::codec::object::Fields::deserialize(deserializer)?;
                let read = $crate::storage::codec::object::JsonObject::read(&mut fields);
                read.ok_or_else(|| D::Error::custom("a field is missing or cannot be read"))
            }
        }
    };
    (@is_given $value:expr) => {
        true
    };
    (@is_given $value:expr, $default:expr) => {
        $value != $default
    };
    (@wrapped $value:expr) => {
        $value
    };
    (@wrapped $value:expr, $wrapper:ident) => {
        &$wrapper($value.clone())
    };
    (@absent) => {
        None
    };
    (@absent $absent:expr) => {
        Some($absent)
    };
    (@take $fields:ident, $name:literal, $absent:expr) => {
        $fields.take($name, $absent)?
    };
    (@take $fields:ident, $name:literal, $absent:expr, $wrapper:ident) => {
        $fields.take($name, $absent.map($wrapper))?.0
    };
}
pub(super) use json_object;
