//! The session that was running when the backup was made: it ended there, as far as the file knows.

use super::contents::Revision;
use crate::{
    domain::{Effect, Event, Model, Now, live::SessionSnapshot, model::SessionState, update},
    storage::codec::session::Written,
};

/// Who is said to have recorded it. The record does not tell, and two devices that read the same file must
/// write the same.
pub const BUILD: &str = "backup";

/// What "Keep as interrupted" makes of it; `None` where nothing was rolled yet.
pub fn ended(live: SessionSnapshot) -> Option<Revision> {
    let mut model = Model::new(BUILD);
    model.sitting = SessionState::Found { live: Box::new(live), asks_discard: false };
    let written = |effect| {
        let Effect::SaveSession { rev, session } = effect else { return None };
        Some(Revision { id: session.id, rev, written: Written::Full(session) })
    };
    update(&mut model, Event::KeptInterrupted, Now::default()).into_iter().find_map(written)
}
