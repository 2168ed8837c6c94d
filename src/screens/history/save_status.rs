//! Where a session of the list is stored.

use crate::domain::{
    history::{History, SaveStatus},
    session::SessionId,
};

/// Where a session is stored.
pub fn save_status(history: &History, id: SessionId) -> SaveStatus {
    history.get(id).map_or(SaveStatus::Pending, |entry| entry.save_status)
}
