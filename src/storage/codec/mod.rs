//! The storage format: one JSON object per value, with short names, in ASCII. `docs/storage-format.md` documents it.
//!
//! The domain types do not implement serde; this module defines how their fields are named. Three rules allow new
//! fields without a new version:
//!
//! - an absent field means "not given";
//! - an unknown field is kept and written back ([`UnknownFields`]);
//! - known fields are read strictly: a wrong type, a value out of range or a dangling reference makes the whole record
//!   unreadable. A record is never read in part.
//!
//! Each kind of record has its own version. It is raised only when an older app would show something wrong; an older
//! app then leaves only records of that version alone.
//!
//! [`UnknownFields`]: crate::domain::unknown_fields::UnknownFields

mod ascii;
mod object;
mod scalars;
pub mod session;
pub mod singletons;
pub mod snapshot;

pub use ascii::to_ascii_json;
use std::ops::RangeInclusive;

use object::{Fields, JsonObject, VersionedRecord};
use serde::Deserialize;

/// The result of reading a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadResult<T> {
    /// The value could be read completely.
    Valid(T),
    /// The value is damaged or has another form.
    Corrupt,
    /// A newer app wrote it.
    Newer,
}

impl<T> ReadResult<T> {
    /// Maps a valid value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> ReadResult<U> {
        match self {
            Self::Valid(value) => ReadResult::Valid(change(value)),
            Self::Corrupt => ReadResult::Corrupt,
            Self::Newer => ReadResult::Newer,
        }
    }

    /// The value, if it is valid.
    pub fn valid(self) -> Option<T> {
        match self {
            Self::Valid(value) => Some(value),
            Self::Corrupt | Self::Newer => None,
        }
    }
}

/// The version field, which records of all versions have.
#[derive(Deserialize)]
struct VersionOnly {
    v: u64,
}

/// Reads a record of one of these versions. `name` is the field name of its revision or write number; `convert` gets
/// that number and the record, and validates what serde cannot.
fn read<R: JsonObject, T>(
    text: &str,
    versions: RangeInclusive<u32>,
    name: &str,
    convert: impl FnOnce(u32, R) -> Option<T>,
) -> ReadResult<T> {
    if let Ok(mut fields) = serde_json::from_str::<Fields>(text)
        && fields.take("v", None).is_some_and(|version| versions.contains(&version))
        && let Some(number) = fields.take(name, None)
        && let Some(record) = R::read(&mut fields)
        && let Some(value) = convert(number, record)
    {
        return ReadResult::Valid(value);
    }
    // A newer record may have any form apart from its version.
    match serde_json::from_str::<VersionOnly>(text) {
        Ok(record) if record.v > u64::from(*versions.end()) => ReadResult::Newer,
        Ok(_) | Err(_) => ReadResult::Corrupt,
    }
}

/// Writes a record with its version and its revision or write number.
fn write(version: u32, name: &str, number: u32, record: &impl JsonObject) -> String {
    to_ascii_json(&VersionedRecord(version, name, number, record))
}

/// Whether a JavaScript `Date` can hold this unix time in milliseconds.
pub fn is_unix_ms(ms: i64) -> bool {
    scalars::UNIX_MS_RANGE.contains(&ms)
}
