//! The end of a session, and changes to finished sessions.

use std::sync::Arc;

use crate::domain::{
    draft::Draft,
    effect::{Announcement, Effect},
    event::Edit,
    history::{History, RevisionBody, SaveStatus, SessionEntry},
    hold::Hold,
    model::{Model, SessionState},
    running::RunningSession,
    session::{KneeScore, Session, SessionId, normalized_roller_name},
    spot::PositionSource,
    time::Now,
    tone::Tone,
    unknown_fields::UnknownFields,
};

use super::output::Output;

/// Stores the session that has just ended, if anything was rolled or held.
pub fn finish_session(model: &mut Model, out: &mut Output) {
    let SessionState::Running(running) = &mut model.session_state else {
        return;
    };
    let id = running.id;
    out.play(Tone::Done);
    out.announce(Announcement::Done);
    let now_unix_ms = running.last_event_at.unix_ms;
    if running.has_activity() {
        let rev = running.rev;
        let session = build_session(running, model.build, &model.history);
        save_revision(model, rev, session, out);
        clear_draft(model, out);
    } else {
        // Undo has returned to a time before anything was rolled, so the stored revision must be deleted.
        save_tombstone(model, id, now_unix_ms, out);
    }
    out.push(Effect::RemoveSnapshot(id));
}

/// Clears the draft, whose marks have been rolled, and shows the leg that the next session begins with.
pub fn clear_draft(model: &mut Model, out: &mut Output) {
    let mut next = Draft::empty(model.history.next_first_leg(model.now.unix_ms));
    next.unknown = model.draft.unknown.clone();
    model.cleared_draft = Some(std::mem::replace(&mut model.draft, next));
    out.push(Effect::SaveDraft);
}

/// The session to store if it ends at the last event.
pub fn build_session(running: &RunningSession, build: &str, history: &History) -> Session {
    let mut session = Session {
        id: running.id,
        start_unix_ms: running.start_unix_ms,
        end_unix_ms: running.end_unix_ms(),
        utc_offset_min: running.utc_offset_min,
        build: build.to_owned(),
        advance: running.advance,
        gate_unix_ms: running.gate_unix_ms,
        tag: None,
        sport: None,
        roller: String::new(),
        knee_before: running.knee_before,
        knee_after: None,
        passes: running.progress.passes.clone(),
        holds: running.progress.holds.clone(),
        unknown: running.unknown.clone(),
    };
    if let Some(earlier) = history.get(running.id).and_then(|e| e.newest_full.as_ref()) {
        keep_corrections(&mut session, &earlier.1);
    } else if let Some(last) = history.newest_session(running.last_event_at.unix_ms) {
        // Most people have one roller. It can be changed in the summary.
        session.roller.clone_from(&last.roller);
    }
    session
}

/// Copies what was entered and corrected in the summary before Undo returned to the session, as far as the holds are
/// still the same.
fn keep_corrections(session: &mut Session, earlier: &Session) {
    session.tag = earlier.tag;
    session.sport = earlier.sport;
    session.roller.clone_from(&earlier.roller);
    session.knee_after = earlier.knee_after;
    if session.unknown == UnknownFields::NONE {
        session.unknown = earlier.unknown.clone();
    }
    let is_same_hold =
        |a: &Hold, b: &Hold| (a.pass, a.start_ms, a.held_ms) == (b.pass, b.start_ms, b.held_ms);
    for (hold, known) in session.holds.iter_mut().zip(&earlier.holds) {
        if is_same_hold(hold, known) {
            hold.position = known.position;
            hold.position_source = known.position_source;
            hold.pinned_track = known.pinned_track;
            hold.pain_at_press = known.pain_at_press;
            hold.pain_at_ease = known.pain_at_ease;
            hold.unknown = known.unknown.clone();
            if known.edited {
                hold.ending = known.ending;
                hold.edited = true;
            }
        }
    }
}

/// Adds a revision to the history and saves it.
pub fn save_revision(model: &mut Model, rev: u32, session: Session, out: &mut Output) {
    let session = Arc::new(session);
    let entry = SessionEntry {
        rev,
        crc: 0,
        body: RevisionBody::Full(session.clone()),
        newest_full: Some((rev, session.clone())),
        save_status: SaveStatus::Pending,
    };
    model.history.merge_entry(session.id, entry);
    out.push(Effect::SaveSession { rev, session });
}

/// Changes a finished session by writing a new revision.
pub fn edit_session(model: &mut Model, id: SessionId, edit: &Edit, now: Now, out: &mut Output) {
    // While the summary is shown, the time is measured; later, only the wall clock is available.
    let summary_ms = model.running().filter(|running| running.id == id).map(|running| running.elapsed_ms);
    let Some(known) = model.history.session(id) else {
        return;
    };
    let mut session = Session::clone(known);
    match edit {
        &Edit::Position(hold, position) => {
            if let Some(hold) = session.holds.get_mut(hold)
                && hold.position != position
            {
                hold.position = position;
                hold.position_source = PositionSource::Corrected;
                // The track belonged to the position that turned out wrong.
                hold.pinned_track = None;
            }
        }
        &Edit::Ending(hold, ending) => {
            if let Some(hold) = session.holds.get_mut(hold)
                && hold.ending != ending
                && hold.ending.is_editable()
                && ending.is_editable()
            {
                hold.ending = ending;
                hold.edited = true;
            }
        }
        Edit::PositionsConfirmed => {
            for hold in &mut session.holds {
                if hold.position_source == PositionSource::Estimated {
                    hold.position_source = PositionSource::Confirmed;
                }
            }
        }
        &Edit::Tag(tag) => session.tag = tag,
        &Edit::Sport(sport) => session.sport = sport,
        Edit::Roller(roller) => session.roller = normalized_roller_name(roller),
        &Edit::PainAtPress(hold, pain) => {
            if let Some(hold) = session.holds.get_mut(hold) {
                hold.pain_at_press = pain;
            }
        }
        &Edit::PainAtEase(hold, pain) => {
            if let Some(hold) = session.holds.get_mut(hold) {
                hold.pain_at_ease = pain;
            }
        }
        &Edit::KneeAfter(pain) => {
            let elapsed_ms = summary_ms.unwrap_or(now.unix_ms.saturating_sub(session.start_unix_ms)).max(0);
            let minutes = i32::try_from(elapsed_ms / 60_000).unwrap_or(i32::MAX);
            session.knee_after = pain.map(|pain| KneeScore { pain, minutes });
        }
    }
    if session != **known {
        let rev = model.history.next_rev(id);
        save_revision(model, rev, session, out);
    }
}

/// Deletes a session by writing a tombstone. Its last full revision stays known, so that it can be brought back.
pub fn delete_session(model: &mut Model, id: SessionId, now: Now, out: &mut Output) {
    if save_tombstone(model, id, now.unix_ms, out) {
        out.announce(Announcement::SessionDeleted);
    }
}

/// Writes a tombstone for a session. Returns `false` if there is nothing to delete.
fn save_tombstone(model: &mut Model, id: SessionId, unix_ms: i64, out: &mut Output) -> bool {
    let Some(full) = model.history.get(id).filter(|e| matches!(e.body, RevisionBody::Full(_))) else {
        return false;
    };
    let full = full.newest_full.clone();
    let rev = model.history.next_rev(id);
    let entry = SessionEntry {
        rev,
        crc: 0,
        body: RevisionBody::Deleted(unix_ms),
        newest_full: full,
        save_status: SaveStatus::Pending,
    };
    model.history.merge_entry(id, entry);
    out.push(Effect::SaveTombstone { id, rev, unix_ms });
    true
}

/// Brings a deleted session back by writing its last full revision again.
pub fn undelete_session(model: &mut Model, id: SessionId, out: &mut Output) {
    let Some(entry) = model.history.get(id) else {
        return;
    };
    if let (RevisionBody::Deleted(_), Some((_, full))) = (&entry.body, entry.newest_full.clone()) {
        let rev = model.history.next_rev(id);
        save_revision(model, rev, Session::clone(&full), out);
        out.announce(Announcement::SessionUndeleted);
    }
}
