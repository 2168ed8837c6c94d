//! Converts the snapshot of a backup to a finished, interrupted session.

use super::contents::ImportedRevision;
use crate::domain::{
    Effect, Event, Model, Now, history::RevisionBody, model::SessionState, session_snapshot::SessionSnapshot,
    update,
};

/// Its build. A snapshot has no build, and all devices that import the file must write the same text.
pub const INTERRUPTED_BUILD: &str = "backup";

/// Ends the session as "Keep as interrupted" does. `None` if nothing was rolled.
pub fn end_session(snapshot: SessionSnapshot) -> Option<ImportedRevision> {
    let mut model = Model::new(INTERRUPTED_BUILD);
    model.session_state =
        SessionState::Interrupted { snapshot: Box::new(snapshot), is_confirming_discard: false };
    let saved_revision = |effect| {
        let Effect::SaveSession { rev, session } = effect else { return None };
        Some(ImportedRevision { id: session.id, rev, body: RevisionBody::Full(session) })
    };
    update(&mut model, Event::InterruptedKept, Now::default()).into_iter().find_map(saved_revision)
}
