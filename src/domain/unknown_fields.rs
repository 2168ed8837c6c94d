//! Fields of a stored record that this version of the app does not know.

use std::sync::Arc;

/// The fields that a later version added to a record, as the text of one JSON object; empty if there are none.
///
/// The core never reads them. It passes them from the record that was read to the one that is written, so that they
/// are kept when this version rewrites it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnknownFields(Option<Arc<str>>);

impl UnknownFields {
    /// No unknown fields.
    pub const NONE: Self = Self(None);

    /// The fields of this JSON object. `storage::codec` guarantees that the text is one.
    pub fn from_json(object: &str) -> Self {
        Self(Some(object.into()))
    }

    /// The JSON object that holds them; `None` if there are none.
    pub fn as_json(&self) -> Option<&str> {
        self.0.as_deref()
    }
}
