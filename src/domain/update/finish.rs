//! The end of a session, and what may be changed about it afterwards.

use std::sync::Arc;

use crate::domain::{
    draft::Draft,
    effect::{Announcement, Effect, Tone},
    event::Edit,
    history::{Body, Entry, History, SaveStatus},
    hold::Hold,
    model::{Model, SessionState},
    running::Running,
    session::{KneeScore, Session, SessionId, roller_name},
    spot::Placed,
    time::Now,
    unknown_fields::UnknownFields,
};

use super::output::Output;

/// Writes the session that has just reached its end, if anything was rolled or held.
pub fn finish(model: &mut Model, out: &mut Output) {
    let SessionState::Running(running) = &mut model.sitting else {
        return;
    };
    let id = running.id;
    out.play(Tone::Done);
    out.say(Announcement::Done);
    let now_unix_ms = running.seen.unix_ms;
    if running.has_begun() {
        let rev = running.rev;
        let session = record(running, model.build, &model.history);
        write(model, rev, session, out);
        clear_draft(model, out);
    } else {
        // Undo led back from the summary to before anything was rolled.
        bury(model, id, now_unix_ms, out);
    }
    out.push(Effect::DropLive(id));
}

/// The draft has been rolled: it goes, and the next leg to begin with is looked at.
pub fn clear_draft(model: &mut Model, out: &mut Output) {
    let mut next = Draft::empty(model.history.next_first_leg(model.now.unix_ms));
    next.unknown = model.draft.unknown.clone();
    model.cleared_draft = Some(std::mem::replace(&mut model.draft, next));
    out.push(Effect::SaveDraft);
}

/// The session as it will be kept, should it end at the last event.
pub fn record(running: &Running, build: &str, history: &History) -> Session {
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
        passes: running.course.passes.clone(),
        holds: running.course.holds.clone(),
        unknown: running.unknown.clone(),
    };
    if let Some(earlier) = history.get(running.id).and_then(|e| e.full.as_ref()) {
        keep_corrections(&mut session, &earlier.1);
    } else if let Some(last) = history.newest(running.seen.unix_ms) {
        // Most people have one; another one is said in the summary.
        session.roller.clone_from(&last.roller);
    }
    session
}

/// After Undo from the summary the session ends once more: what was said and corrected in the summary
/// stays, as far as it is about holds that are still the same.
fn keep_corrections(session: &mut Session, earlier: &Session) {
    session.tag = earlier.tag;
    session.sport = earlier.sport;
    session.roller.clone_from(&earlier.roller);
    session.knee_after = earlier.knee_after;
    if session.unknown == UnknownFields::NONE {
        session.unknown = earlier.unknown.clone();
    }
    let same = |a: &Hold, b: &Hold| (a.pass, a.start_ms, a.held_ms) == (b.pass, b.start_ms, b.held_ms);
    for (hold, known) in session.holds.iter_mut().zip(&earlier.holds) {
        if same(hold, known) {
            hold.position = known.position;
            hold.placed = known.placed;
            hold.track = known.track;
            hold.pain_press = known.pain_press;
            hold.pain_ease = known.pain_ease;
            hold.unknown = known.unknown.clone();
            if known.edited {
                hold.ending = known.ending;
                hold.edited = true;
            }
        }
    }
}

/// Takes a revision into the history and has it kept.
pub fn write(model: &mut Model, rev: u32, session: Session, out: &mut Output) {
    let session = Arc::new(session);
    let entry = Entry {
        rev,
        crc: 0,
        body: Body::Full(session.clone()),
        full: Some((rev, session.clone())),
        kept: SaveStatus::Pending,
    };
    model.history.merge(session.id, entry);
    out.push(Effect::SaveSession { rev, session });
}

/// Changes a finished session by a new revision.
pub fn edit(model: &mut Model, id: SessionId, edit: &Edit, now: Now, out: &mut Output) {
    // By the machine while its summary is shown, else by the wall clock.
    let summary_ms = model.running().filter(|running| running.id == id).map(|running| running.elapsed_ms);
    let Some(known) = model.history.session(id) else {
        return;
    };
    let mut session = Session::clone(known);
    match edit {
        &Edit::Place(hold, position) => {
            if let Some(hold) = session.holds.get_mut(hold)
                && hold.position != position
            {
                hold.position = position;
                hold.placed = Placed::Corrected;
                // The track was pinned to the place that turned out wrong.
                hold.track = None;
            }
        }
        &Edit::Ending(hold, ending) => {
            if let Some(hold) = session.holds.get_mut(hold)
                && hold.ending != ending
                && hold.ending.editable()
                && ending.editable()
            {
                hold.ending = ending;
                hold.edited = true;
            }
        }
        Edit::PlacesRight => {
            for hold in &mut session.holds {
                if hold.placed == Placed::Paced {
                    hold.placed = Placed::Confirmed;
                }
            }
        }
        &Edit::Tag(tag) => session.tag = tag,
        &Edit::Sport(sport) => session.sport = sport,
        Edit::Roller(word) => session.roller = roller_name(word),
        &Edit::PainPress(hold, pain) => {
            if let Some(hold) = session.holds.get_mut(hold) {
                hold.pain_press = pain;
            }
        }
        &Edit::PainEase(hold, pain) => {
            if let Some(hold) = session.holds.get_mut(hold) {
                hold.pain_ease = pain;
            }
        }
        &Edit::KneeAfter(pain) => {
            let since_ms = summary_ms.unwrap_or(now.unix_ms.saturating_sub(session.start_unix_ms)).max(0);
            let minutes = i32::try_from(since_ms / 60_000).unwrap_or(i32::MAX);
            session.knee_after = pain.map(|pain| KneeScore { pain, minutes });
        }
    }
    if session != **known {
        let rev = model.history.next_rev(id);
        write(model, rev, session, out);
    }
}

/// Deletes a session by a revision that says so; what it said stays known for "bring back".
pub fn delete(model: &mut Model, id: SessionId, now: Now, out: &mut Output) {
    if bury(model, id, now.unix_ms, out) {
        out.say(Announcement::Deleted);
    }
}

fn bury(model: &mut Model, id: SessionId, unix_ms: i64, out: &mut Output) -> bool {
    let Some(full) = model.history.get(id).filter(|e| matches!(e.body, Body::Full(_))) else {
        return false;
    };
    let full = full.full.clone();
    let rev = model.history.next_rev(id);
    let entry = Entry { rev, crc: 0, body: Body::Deleted(unix_ms), full, kept: SaveStatus::Pending };
    model.history.merge(id, entry);
    out.push(Effect::SaveTombstone { id, rev, unix_ms });
    true
}

/// Writes the last full revision of a deleted session again.
pub fn bring_back(model: &mut Model, id: SessionId, out: &mut Output) {
    let Some(entry) = model.history.get(id) else {
        return;
    };
    if let (Body::Deleted(_), Some((_, full))) = (&entry.body, entry.full.clone()) {
        let rev = model.history.next_rev(id);
        write(model, rev, Session::clone(&full), out);
        out.say(Announcement::BroughtBack);
    }
}
