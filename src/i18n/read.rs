//! Reads a language file into the typed catalogue.
//!
//! `serde_json` takes the file apart; `phrases!` says which value belongs to which field. Derived `Deserialize`
//! implementations do the same in 40 kB more of the first visit (docs/weight.md): they compile the way through an object
//! once per struct, with code of its own for each field.

use std::{fmt, ops::Deref, sync::OnceLock};

use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, SeqAccess, Visitor},
};
use serde_json::value::RawValue;

/// What is wrong with a language file, one sentence each. A field whose value is wrong keeps what it had.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults(pub Vec<String>);

impl Faults {
    /// Adds one.
    pub fn add(&mut self, fault: &[&str]) {
        self.0.push(fault.concat());
    }
}

/// What is read from a value of a language file.
pub trait Read {
    /// Reads the value, whose JSON text this is.
    fn read(&mut self, json: &'static str, faults: &mut Faults);
}

/// Reads a value from nothing.
///
/// # Errors
/// What is wrong with it.
pub fn read_whole<T: Read + Default>(json: &'static str) -> Result<T, Faults> {
    let (mut value, mut faults) = (T::default(), Faults::default());
    value.read(json, &mut faults);
    if faults.0.is_empty() { Ok(value) } else { Err(faults) }
}

/// Declares groups of phrases: structs whose fields are read from the values of the same names.
macro_rules! phrases {
    ($(
        $(#[$about:meta])*
        pub struct $group:ident {
            $($(#[$about_field:meta])* pub $field:ident: $kind:ty,)+
        }
    )+) => {$(
        $(#[$about])*
        pub struct $group {
            $($(#[$about_field])* pub $field: $kind,)+
        }

        impl $crate::i18n::read::Read for $group {
            fn read(&mut self, json: &'static str, faults: &mut $crate::i18n::read::Faults) {
                const NAMES: &[&str] = &[$(stringify!($field)),+];
                $crate::i18n::read::read_fields(json, NAMES, faults, &mut |key, json, faults| match key {
                    $(stringify!($field) => $crate::i18n::read::Read::read(&mut self.$field, json, faults),)+
                    _ => {}
                });
            }
        }
    )+};
}

pub(super) use phrases;

/// Reads an object that has to have these fields. `read` takes what it knows, and is told the values of all.
pub fn read_fields(
    json: &'static str,
    names: &[&str],
    faults: &mut Faults,
    read: &mut dyn FnMut(&str, &'static str, &mut Faults),
) {
    let Values(values) = parse(json, faults).unwrap_or_default();
    let found = values.iter().filter(|(key, _)| names.contains(key)).count();
    if found != names.len() {
        faults.add(&["a phrase is missing beside ", names[0]]);
    }
    for (key, json) in values {
        read(key, json, faults);
    }
}

/// Parses a value of one of the forms that serde knows.
pub fn parse<T: Deserialize<'static>>(json: &'static str, faults: &mut Faults) -> Option<T> {
    let value = serde_json::from_str(json);
    value.map_err(|_| faults.add(&["not as expected: ", json])).ok()
}

/// A group that only a lazy part of the program needs: it is read when its first phrase is, so that the code for it is in that
/// part as well.
#[derive(Clone, Debug, Default)]
pub struct Deferred<T> {
    json: &'static str,
    value: OnceLock<T>,
}

impl<T: Read + Default> Read for Deferred<T> {
    fn read(&mut self, json: &'static str, faults: &mut Faults) {
        self.json = json;
        // The build and the tests look at all of it.
        if cfg!(not(target_arch = "wasm32")) {
            T::default().read(json, faults);
        }
    }
}

impl<T: Read + Default> Deref for Deferred<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.value.get_or_init(|| {
            let mut value = T::default();
            value.read(self.json, &mut Faults::default());
            value
        })
    }
}

impl Read for &'static str {
    fn read(&mut self, json: &'static str, faults: &mut Faults) {
        if let Some(phrase) = parse(json, faults) {
            *self = phrase;
        }
    }
}

impl<T: Read, const N: usize> Read for [T; N] {
    fn read(&mut self, json: &'static str, faults: &mut Faults) {
        let Values(values) = parse(json, faults).unwrap_or_default();
        if values.len() != N {
            faults.add(&["a list of another length: ", json]);
        }
        self.iter_mut().zip(values).for_each(|(item, (_, json))| item.read(json, faults));
    }
}

impl<T: Read + Default> Read for Vec<T> {
    fn read(&mut self, json: &'static str, faults: &mut Faults) {
        let Values(values) = parse(json, faults).unwrap_or_default();
        self.resize_with(values.len(), T::default);
        self.iter_mut().zip(values).for_each(|(item, (_, json))| item.read(json, faults));
    }
}

impl<T: Read + Default> Read for Option<T> {
    fn read(&mut self, json: &'static str, faults: &mut Faults) {
        if json != "null" {
            self.insert(T::default()).read(json, faults);
        }
    }
}

/// The values of an object with their keys, or those of an array, each as its JSON text.
#[derive(Default)]
struct Values(Vec<(&'static str, &'static str)>);

impl Deserialize<'static> for Values {
    fn deserialize<D: Deserializer<'static>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ValuesVisitor)
    }
}

struct ValuesVisitor;

impl Visitor<'static> for ValuesVisitor {
    type Value = Values;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object or a list")
    }

    fn visit_map<A: MapAccess<'static>>(self, mut map: A) -> Result<Values, A::Error> {
        let mut values = Vec::new();
        while let Some((key, value)) = map.next_entry::<&'static str, &'static RawValue>()? {
            values.push((key, value.get()));
        }
        Ok(Values(values))
    }

    fn visit_seq<A: SeqAccess<'static>>(self, mut list: A) -> Result<Values, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = list.next_element::<&'static RawValue>()? {
            values.push(("", value.get()));
        }
        Ok(Values(values))
    }
}
