//! A backup laid beside what is here: what it would change, and what it brings.

use std::sync::Arc;

use super::{
    contents::{Backup, Revision},
    live::BUILD,
};
use crate::{
    domain::{
        Model,
        history::{Body, Entry, History, SaveStatus},
        import_preview::{Preview, Wish},
        model::SessionState,
        session::{Session, SessionId},
    },
    storage::codec::session::Written,
};

/// What becomes of one revision of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Nothing is known of the session here.
    New,
    /// It is here.
    Same,
    /// It is read from now on.
    Newer,
    /// The one here is read.
    Older,
    /// Equal revisions that say different things.
    Conflict,
    /// It was deleted here.
    DeletedHere,
    /// It deletes what is here.
    Deletes,
    /// Nothing that anybody would see.
    Unseen,
}

/// How many revisions are looked at in one go.
const AT_ONCE: usize = 200;

/// What a backup would bring.
pub fn preview(backup: &Backup, model: &Model) -> Preview {
    let (mut preview, mut next) = (Preview::default(), Some(0));
    while let Some(from) = next {
        next = preview_some(backup, model, from, &mut preview);
    }
    preview
}

/// Takes some more revisions into a preview, from this one on; returns the next one to begin with.
pub fn preview_some(backup: &Backup, model: &Model, from: usize, preview: &mut Preview) -> Option<usize> {
    preview.made_unix_ms = backup.made_unix_ms;
    preview.set_aside = backup.aside.len();
    preview.settings = backup.settings.as_ref().is_some_and(|settings| *settings != model.settings);
    preview.unanswered = model.trouble.read.is_waiting();
    let live = backup.live.as_ref().filter(|live| !is_stale(live, backup, model)).map(|live| live.id);
    let some = backup.revisions.iter().skip(from).take(AT_ONCE);
    // A session that was finished and gone on with stands there twice: what it became counts.
    let counted = some.filter(|revision| live != Some(revision.id));
    let live = backup.live.as_ref().filter(|_| from == 0 && live.is_some());
    for revision in counted.chain(live) {
        let count = match fate(revision, model) {
            Outcome::New => &mut preview.new,
            Outcome::Same => &mut preview.same,
            Outcome::Newer => &mut preview.newer,
            Outcome::Older => &mut preview.older,
            Outcome::Conflict => &mut preview.conflicts,
            Outcome::DeletedHere => &mut preview.deleted_here,
            Outcome::Deletes => &mut preview.deletes,
            Outcome::Unseen => continue,
        };
        *count += 1;
    }
    next(backup, from)
}

/// The revisions that the backup brings, as a history of its own that knows nothing of where it is kept: to be laid
/// together with both stores, which then get what they miss, the losers of a merge as older revisions too.
pub fn merged(backup: &Backup, model: &Model, wish: Wish) -> History {
    let (mut history, mut next) = (History::default(), Some(0));
    while let Some(from) = next {
        next = merge_some(backup, model, wish, from, &mut history);
    }
    history
}

/// Takes some more revisions into such a history, from this one on; returns the next one to begin with.
pub fn merge_some(
    backup: &Backup,
    model: &Model,
    wish: Wish,
    from: usize,
    history: &mut History,
) -> Option<usize> {
    let live = backup.live.as_ref().filter(|live| from == 0 && !is_stale(live, backup, model));
    for revision in backup.revisions.iter().skip(from).take(AT_ONCE).chain(live) {
        if let Some(entry) = brought(revision, model, wish) {
            history.merge(revision.id, entry);
        }
    }
    next(backup, from)
}

fn next(backup: &Backup, from: usize) -> Option<usize> {
    Some(from + AT_ONCE).filter(|next| *next < backup.revisions.len())
}

/// What a revision of the file becomes here, if anything.
fn brought(revision: &Revision, model: &Model, wish: Wish) -> Option<Entry> {
    match (fate(revision, model), &revision.written) {
        (Outcome::DeletedHere, Written::Full(session)) if wish.bring_back => {
            Some(brought_back(revision.rev, session, model))
        }
        (Outcome::DeletedHere, _) | (Outcome::Unseen, Written::Newer(_)) => None,
        // What was still running there when the file was made, or when it was brought from another one, is no match
        // for its end; and its end comes above it, or the greater checksum would decide.
        (Outcome::Older, Written::Full(session)) if is_torn(session) && !is_above(revision, model) => None,
        (Outcome::Newer, Written::Full(session)) if !is_above(revision, model) => {
            let here = model.history.get(revision.id).map_or(0, |entry| entry.rev);
            Some(entry(here.saturating_add(1), Body::Full(session.clone())))
        }
        // It is here under a higher number already, and needs no other.
        (Outcome::Same, _) if !is_above(revision, model) => None,
        _ if is_untouchable(model, revision.id) => None,
        (_, Written::Full(session)) => Some(entry(revision.rev, Body::Full(session.clone()))),
        (_, Written::Deleted(unix_ms)) => Some(entry(revision.rev, Body::Deleted(*unix_ms))),
        (_, Written::Newer(newer)) => Some(entry(revision.rev, Body::Newer(newer.clone()))),
    }
}

/// The revision of a session in the file, if it has one.
fn find(backup: &Backup, id: SessionId) -> Option<&Revision> {
    let at = backup.revisions.binary_search_by_key(&id, |revision| revision.id).ok()?;
    backup.revisions.get(at)
}

/// Whether what was running when the file was made counts no more, as with any running session: something later is
/// known of it.
fn is_stale(live: &Revision, backup: &Backup, model: &Model) -> bool {
    let is_later = |rev: u32, deleted: bool| rev >= live.rev || deleted;
    let in_file = find(backup, live.id);
    in_file.is_some_and(|known| is_later(known.rev, matches!(known.written, Written::Deleted(_))))
        || model
            .history
            .get(live.id)
            .is_some_and(|here| is_later(here.rev, matches!(here.body, Body::Deleted(_))))
}

fn fate(revision: &Revision, model: &Model) -> Outcome {
    if is_untouchable(model, revision.id) {
        return Outcome::Older;
    }
    let Some(here) = model.history.get(revision.id) else {
        return match revision.written {
            Written::Full(_) | Written::Newer(_) => Outcome::New,
            Written::Deleted(_) => Outcome::Unseen,
        };
    };
    match (&revision.written, &here.body) {
        (Written::Full(_), Body::Deleted(_)) => Outcome::DeletedHere,
        (Written::Deleted(_), Body::Full(_) | Body::Newer(_)) if revision.rev > here.rev => Outcome::Deletes,
        // Deleted here too; or at a tie, where full beats deleted; or of a newer app, which cannot be written anew above the
        // deletion.
        (Written::Deleted(_), _) | (Written::Newer(_), Body::Deleted(_)) => Outcome::Unseen,
        (Written::Full(session), Body::Full(known)) if session == known => Outcome::Same,
        (Written::Newer(newer), Body::Newer(known)) if newer == known => Outcome::Same,
        (Written::Newer(_), _) | (_, Body::Newer(_)) => match revision.rev.cmp(&here.rev) {
            std::cmp::Ordering::Greater => Outcome::Newer,
            std::cmp::Ordering::Less => Outcome::Older,
            std::cmp::Ordering::Equal => Outcome::Conflict,
        },
        (Written::Full(session), Body::Full(known)) => match revision.rev.cmp(&here.rev) {
            std::cmp::Ordering::Greater => Outcome::Newer,
            std::cmp::Ordering::Less => Outcome::Older,
            std::cmp::Ordering::Equal => match (is_torn(session), is_torn(known)) {
                (true, false) => Outcome::Older,
                (false, true) => Outcome::Newer,
                (true, true) | (false, false) => Outcome::Conflict,
            },
        },
    }
}

/// A deleted session comes back by a revision above all that is known, which says what the highest full one says.
fn brought_back(rev: u32, session: &Arc<Session>, model: &Model) -> Entry {
    let here = model.history.get(session.id);
    let known = here.and_then(|entry| entry.full.as_ref()).filter(|(known, _)| *known > rev);
    let session = known.map_or(session, |(_, session)| session);
    let above = rev.max(here.map_or(0, |entry| entry.rev)).saturating_add(1);
    entry(above, Body::Full(session.clone()))
}

/// Whether it is the beginning of a session only, as a file had it that was made while it ran.
fn is_torn(session: &Session) -> bool {
    session.build == BUILD
}

/// Whether every session here that ended before the file was made is in the file: then who has brought it has a copy of
/// all that is older than it.
pub fn covers(backup: &Backup, model: &Model) -> bool {
    model.history.entries().all(|(id, entry)| {
        let is_live = |live: &Revision| live.id == id && !is_stale(live, backup, model);
        let is_later = match &entry.body {
            Body::Full(session) => session.end_unix_ms > backup.made_unix_ms,
            Body::Newer(_) => false,
            Body::Deleted(_) => true,
        };
        is_later || find(backup, id).is_some() || backup.live.as_ref().is_some_and(is_live)
    })
}

fn is_above(revision: &Revision, model: &Model) -> bool {
    model.history.get(revision.id).is_none_or(|here| revision.rev > here.rev)
}

fn entry(rev: u32, body: Body) -> Entry {
    let full = if let Body::Full(session) = &body { Some((rev, session.clone())) } else { None };
    Entry { rev, crc: 0, body, full, kept: SaveStatus::Nowhere }
}

/// Whether a session is under way here, was found, or runs in another tab, so that its end is still to come; or stands
/// in neither store, so that it could not stay as an older revision.
fn is_untouchable(model: &Model, id: SessionId) -> bool {
    let in_hand = match &model.sitting {
        SessionState::Idle | SessionState::Asking(_) => false,
        SessionState::Running(running) => running.id == id,
        SessionState::Found { live, .. } | SessionState::Elsewhere(live) => live.running.id == id,
    };
    in_hand || model.history.get(id).is_some_and(|here| here.kept == SaveStatus::Nowhere)
}
