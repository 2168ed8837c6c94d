//! Fields of a stored record that this version of the app does not know.

use std::sync::Arc;

/// What a later version added to a record, as the text of one JSON object; empty when it added nothing.
///
/// The core never looks inside. It carries the fields from what was read to what is written, so that a record that
/// passes through this version keeps them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnknownFields(Option<Arc<str>>);

impl UnknownFields {
    /// None.
    pub const NONE: Self = Self(None);

    /// The fields of this JSON object. `storage::codec` makes sure that it is one.
    pub fn from_json(object: &str) -> Self {
        Self(Some(object.into()))
    }

    /// The JSON object that holds them; `None` when there are none.
    pub fn as_json(&self) -> Option<&str> {
        self.0.as_deref()
    }
}
