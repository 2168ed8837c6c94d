//! The written form: one JSON object per value, with short names, always ASCII. `docs/stored-form.md` has the tables.
//!
//! The domain's types know nothing of it: here it is said by which names serde writes their fields. Three rules let the
//! form grow without a new version:
//!
//! - a field that is absent was not given;
//! - a field that is not known is kept as it is and written back ([`UnknownFields`]);
//! - what is known is read strictly: a wrong type, a value out of range or a reference to nothing makes the whole
//!   record unreadable, and it is never read in part.
//!
//! Each kind of record has a version of its own. It is raised only when an older app would tell the person something
//! wrong, and an older app leaves only that kind of record alone.
//!
//! [`UnknownFields`]: crate::domain::unknown_fields::UnknownFields

mod ascii;
pub mod live;
mod object;
pub mod session;
pub mod singletons;
mod terms;

pub use ascii::in_ascii;
use std::ops::RangeInclusive;

use object::{Fields, Headed, Object};
use serde::Deserialize;

/// What reading a value came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Read<T> {
    /// All of it was understood.
    Whole(T),
    /// It is not what it should be. It is never read in part.
    Spoilt,
    /// A newer app wrote it.
    Newer,
}

impl<T> Read<T> {
    /// Changes what was read.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Read<U> {
        match self {
            Self::Whole(value) => Read::Whole(change(value)),
            Self::Spoilt => Read::Spoilt,
            Self::Newer => Read::Newer,
        }
    }

    /// What was read, if all of it was.
    pub fn whole(self) -> Option<T> {
        match self {
            Self::Whole(value) => Some(value),
            Self::Spoilt | Self::Newer => None,
        }
    }
}

/// What is read of a record of any version.
#[derive(Deserialize)]
struct AnyRecord {
    v: u64,
}

/// Reads a record of one of these versions. `name` is that of its revision or of the number of its write; `convert` gets that number
/// and the record, and checks what serde cannot.
fn read<R: Object, T>(
    text: &str,
    versions: RangeInclusive<u32>,
    name: &str,
    convert: impl FnOnce(u32, R) -> Option<T>,
) -> Read<T> {
    if let Ok(mut fields) = serde_json::from_str::<Fields>(text)
        && fields.take("v", None).is_some_and(|version| versions.contains(&version))
        && let Some(number) = fields.take(name, None)
        && let Some(record) = R::read(&mut fields)
        && let Some(value) = convert(number, record)
    {
        return Read::Whole(value);
    }
    // The whole of a newer record may be anything, only its version is certain.
    match serde_json::from_str::<AnyRecord>(text) {
        Ok(record) if record.v > u64::from(*versions.end()) => Read::Newer,
        Ok(_) | Err(_) => Read::Spoilt,
    }
}

/// Writes a record of this version.
fn write(version: u32, name: &str, number: u32, record: &impl Object) -> String {
    in_ascii(&Headed(version, name, number, record))
}

/// Whether a browser's date can hold this unix millisecond.
pub fn is_unix_ms(ms: i64) -> bool {
    terms::UNIX_MS.contains(&ms)
}
