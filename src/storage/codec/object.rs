//! Structs as JSON objects that keep the fields that they do not know.
//!
//! Not by `#[derive]` with `#[serde(flatten)]`: that cannot keep a value as its text (so 0.1 may come back as another number),
//! and took 46 kB more of the first visit, measured with all records of this folder.

use std::{borrow::Cow, fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error as _, MapAccess, Visitor},
    ser::SerializeMap,
};
use serde_json::value::RawValue;

use super::ascii::escaped;
use crate::domain::unknown_fields::UnknownFields;

/// A struct whose fields are those of a JSON object. Written by [`object!`].
pub trait Object: Sized {
    /// Names of the fields.
    const NAMES: &[&str];
    /// Writes the fields.
    fn write<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error>;
    /// Takes the fields. `None` when one that has to be there is missing or cannot be read.
    fn read(fields: &mut Fields) -> Option<Self>;
}

/// The fields of an object that have not been taken yet, with their values as they are written.
#[derive(Default)]
pub struct Fields<'a>(Vec<(Cow<'a, str>, &'a RawValue)>);

impl<'a> Fields<'a> {
    /// Takes a field. `None` when it is there and cannot be read; an absent one is what `absent` says.
    pub fn take<T: Deserialize<'a>>(&mut self, name: &str, absent: Option<T>) -> Option<T> {
        match self.remove(name) {
            Some(value) => T::deserialize(&mut serde_json::Deserializer::from_str(value)).ok(),
            None => absent,
        }
    }

    fn remove(&mut self, name: &str) -> Option<&'a str> {
        let at = self.0.iter().position(|(known, _)| known == name)?;
        Some(self.0.remove(at).1.get())
    }

    /// What is left.
    pub fn unknown(&mut self) -> UnknownFields {
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
        UnknownFields::from_json(&escaped(json))
    }
}

/// Most fields of an object, known and unknown: each name is compared with all before it.
const MOST_FIELDS: usize = 256;

/// A name, borrowed where it has no escape.
#[derive(Deserialize)]
struct Name<'a>(#[serde(borrow)] Cow<'a, str>);

impl<'de> Deserialize<'de> for Fields<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AnyFields<'a>(PhantomData<Fields<'a>>);
        impl<'de> Visitor<'de> for AnyFields<'de> {
            type Value = Fields<'de>;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut fields: Vec<(Cow<str>, &RawValue)> = Vec::new();
                while let Some(Name(name)) = map.next_key()? {
                    // Of two fields with one name either may be meant.
                    if fields.len() == MOST_FIELDS || fields.iter().any(|(known, _)| *known == name) {
                        return Err(A::Error::custom("a name stands there twice, or there are too many"));
                    }
                    fields.push((name, map.next_value()?));
                }
                Ok(Fields(fields))
            }
        }
        deserializer.deserialize_map(AnyFields(PhantomData))
    }
}

/// Names that stand in the head of a record.
const HEAD: [&str; 4] = ["v", "r", "n", "seq"];

/// Writes unknown fields after the known ones. They may come from another kind of record, where a name of this one was not
/// known (from a running session into its end): then this one's own field counts.
pub fn write_unknown<M: SerializeMap>(
    unknown: &UnknownFields,
    known: &[&str],
    map: &mut M,
) -> Result<(), M::Error> {
    // They were read as an object, so they are one.
    let fields = unknown.as_json().and_then(|json| serde_json::from_str::<Fields>(json).ok());
    let mut fields = fields.unwrap_or_default().0.into_iter();
    fields.try_for_each(|(name, value)| {
        let is_known = known.contains(&&*name) || HEAD.contains(&&*name);
        if is_known { Ok(()) } else { map.serialize_entry(&name, value) }
    })
}

/// A record to be written: version of its kind, name and value of its revision or of the number of its write, and its fields.
pub struct Headed<'a, T>(pub u32, pub &'a str, pub u32, pub &'a T);

impl<T: Object> Serialize for Headed<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("v", &self.0)?;
        map.serialize_entry(self.1, &self.2)?;
        self.3.write(&mut map)?;
        map.end()
    }
}

/// Says by which names the fields of a struct are written: `field: "name"`. `as Form` writes a field in the form of that
/// wrapper; `= default` leaves it out when it has that value; `=> default` writes it always, and takes that value where it is
/// absent. `unknown` is the field that keeps what is not known; `rest` are fields that are not written.
macro_rules! object {
    ($type:ty { $($field:ident: $name:literal $(as $form:ident)? $(= $default:expr)? $(=> $absent:expr)?),+ $(,)? } $(unknown: $unknown:ident)? $(rest: { $($rest:tt)* })?) => {
        impl $crate::storage::codec::object::Object for $type {
            const NAMES: &[&str] = &[$($name),+];

            fn write<M: serde::ser::SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
                $(if object!(@is_given self.$field $(, $default)?) {
                    map.serialize_entry($name, object!(@form &self.$field $(, $form)?))?;
                })+
                $($crate::storage::codec::object::write_unknown(&self.$unknown, Self::NAMES, map)?;)?
                Ok(())
            }

            fn read(fields: &mut $crate::storage::codec::object::Fields) -> Option<Self> {
                Some(Self {
                    $($field: object!(@take fields, $name, object!(@absent $($default)? $($absent)?) $(, $form)?),)+
                    $($unknown: fields.unknown(),)?
                    $($($rest)*)?
                })
            }
        }

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeMap as _;
                let mut map = serializer.serialize_map(None)?;
                $crate::storage::codec::object::Object::write(self, &mut map)?;
                map.end()
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                use serde::de::Error as _;
                let mut fields = $crate::storage::codec::object::Fields::deserialize(deserializer)?;
                let read = $crate::storage::codec::object::Object::read(&mut fields);
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
    (@form $value:expr) => {
        $value
    };
    (@form $value:expr, $form:ident) => {
        &$form($value.clone())
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
    (@take $fields:ident, $name:literal, $absent:expr, $form:ident) => {
        $fields.take($name, $absent.map($form))?.0
    };
}
pub(super) use object;
