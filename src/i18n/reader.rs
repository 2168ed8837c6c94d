//! Reads a language file into the typed catalogue.
//!
//! `serde_json` parses the file; the macro `phrases!` assigns the values to fields by name. Derived `Deserialize`
//! implementations would add 40 kB to the first visit (docs/experiments.md), because serde generates the code that walks an
//! object for each struct separately.

use std::{fmt, ops::Deref, sync::OnceLock};

use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, SeqAccess, Visitor},
};
use serde_json::value::RawValue;

/// The errors in a language file, one sentence each. A field with an invalid value keeps its previous value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadErrors(pub Vec<String>);

impl ReadErrors {
    /// Adds an error, given in parts.
    pub fn add(&mut self, parts: &[&str]) {
        self.0.push(parts.concat());
    }

    /// Prefixes the errors from this index on with the key of the value that has them.
    fn add_key(&mut self, from: usize, key: &str) {
        for error in self.0.iter_mut().skip(from) {
            *error = format!("{key}: {error}");
        }
    }
}

/// A type that can be read from a value of a language file.
pub trait ReadPhrases {
    /// Reads the value from its JSON text.
    fn read(&mut self, json: &'static str, errors: &mut ReadErrors);
}

/// Reads a new value from its JSON text.
///
/// # Errors
/// All errors in the JSON text.
pub fn read_from_json<T: ReadPhrases + Default>(json: &'static str) -> Result<T, ReadErrors> {
    let (mut value, mut errors) = (T::default(), ReadErrors::default());
    value.read(json, &mut errors);
    if errors.0.is_empty() { Ok(value) } else { Err(errors) }
}

/// Declares groups of phrases: structs whose fields are read from the JSON values of the same names.
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

        impl $crate::i18n::reader::ReadPhrases for $group {
            fn read(&mut self, json: &'static str, errors: &mut $crate::i18n::reader::ReadErrors) {
                const NAMES: &[&str] = &[$(stringify!($field)),+];
                $crate::i18n::reader::read_fields(json, NAMES, errors, &mut |key, json, errors| match key {
                    $(stringify!($field) => $crate::i18n::reader::ReadPhrases::read(&mut self.$field, json, errors),)+
                    _ => {}
                });
            }
        }
    )+};
}

pub(super) use phrases;

/// Reads an object that must have these fields. Calls `read` with every key and its value. Only native programs report
/// the names of the keys: the app just needs to know that the file is invalid, and stays smaller.
pub fn read_fields(
    json: &'static str,
    names: &[&str],
    errors: &mut ReadErrors,
    read: &mut dyn FnMut(&str, &'static str, &mut ReadErrors),
) {
    let Values(values) = parse(json, errors).unwrap_or_default();
    if cfg!(target_arch = "wasm32") {
        let found = values.iter().filter(|(key, _)| names.contains(key)).count();
        if found != names.len() {
            errors.add(&["a phrase is missing"]);
        }
    } else {
        for name in names {
            match values.iter().filter(|(key, _)| key == name).count() {
                0 => errors.add(&[name, " is missing"]),
                1 => {}
                _ => errors.add(&[name, " is duplicate"]),
            }
        }
    }
    for (key, json) in values {
        let before = errors.0.len();
        read(key, json, errors);
        if cfg!(not(target_arch = "wasm32")) {
            errors.add_key(before, key);
        }
    }
}

/// Parses a value of a type that serde supports.
pub fn parse<T: Deserialize<'static>>(json: &'static str, errors: &mut ReadErrors) -> Option<T> {
    let value = serde_json::from_str(json);
    value.map_err(|_| errors.add(&["not as expected: ", json])).ok()
}

/// A group of phrases that only a lazy part needs. It is read at the first access, so that the code that reads it is in
/// that lazy part too.
#[derive(Clone, Debug, Default)]
pub struct Deferred<T> {
    json: &'static str,
    value: OnceLock<T>,
}

impl<T: ReadPhrases + Default> ReadPhrases for Deferred<T> {
    fn read(&mut self, json: &'static str, errors: &mut ReadErrors) {
        self.json = json;
        // The build and the tests check the whole file at once.
        if cfg!(not(target_arch = "wasm32")) {
            T::default().read(json, errors);
        }
    }
}

impl<T: ReadPhrases + Default> Deref for Deferred<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.value.get_or_init(|| {
            let mut value = T::default();
            value.read(self.json, &mut ReadErrors::default());
            value
        })
    }
}

impl ReadPhrases for &'static str {
    fn read(&mut self, json: &'static str, errors: &mut ReadErrors) {
        if let Some(phrase) = parse(json, errors) {
            *self = phrase;
        }
    }
}

impl<T: ReadPhrases, const N: usize> ReadPhrases for [T; N] {
    fn read(&mut self, json: &'static str, errors: &mut ReadErrors) {
        let Values(values) = parse(json, errors).unwrap_or_default();
        if values.len() != N {
            errors.add(&["a list of another length: ", json]);
        }
        self.iter_mut().zip(values).for_each(|(item, (_, json))| item.read(json, errors));
    }
}

impl<T: ReadPhrases + Default> ReadPhrases for Vec<T> {
    fn read(&mut self, json: &'static str, errors: &mut ReadErrors) {
        let Values(values) = parse(json, errors).unwrap_or_default();
        self.resize_with(values.len(), T::default);
        self.iter_mut().zip(values).for_each(|(item, (_, json))| item.read(json, errors));
    }
}

impl<T: ReadPhrases + Default> ReadPhrases for Option<T> {
    fn read(&mut self, json: &'static str, errors: &mut ReadErrors) {
        if json != "null" {
            self.insert(T::default()).read(json, errors);
        }
    }
}

/// The values of an object with their keys, or of an array with empty keys, each as its JSON text.
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
