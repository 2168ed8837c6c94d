//! The written form, version 1: one JSON array per value (settings: one object), integers and short codes
//! only, always ASCII. `docs/stored-form.md` has the tables.
//!
//! The types here are the domain's own and the rows are written and read by hand: derived serialisation
//! would double the codec's weight in the wasm and hide the form, which is a promise, in attributes.

mod codes;
pub mod live;
mod places;
mod row;
pub mod session;
pub mod single;

use super::json::Json;

/// The version that this app writes, and the highest that it reads.
pub const VERSION: i64 = 1;

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

/// Parses a text and hands it on if it is of this version.
fn read<T>(text: &str, parse: impl FnOnce(&Json) -> Option<T>) -> Read<T> {
    Json::parse(text).map_or(Read::Spoilt, |value| of_value(&value, parse))
}

/// The same for what stands inside a larger text, as in a backup.
fn of_value<T>(value: &Json, parse: impl FnOnce(&Json) -> Option<T>) -> Read<T> {
    let version = value.list().and_then(<[Json]>::first).or_else(|| value.get("v"));
    match version.and_then(Json::int) {
        Some(VERSION) => parse(value).map_or(Read::Spoilt, Read::Whole),
        Some(newer) if newer > VERSION => Read::Newer,
        Some(_) | None => Read::Spoilt,
    }
}
