//! A backup laid beside what is here: what it would change, and what it brings.

use std::sync::Arc;

use super::{Backup, Revision, live::BUILD};
use crate::{
    domain::{
        Model,
        bring::{Preview, Wish},
        history::{Body, Entry, History, Kept},
        model::Sitting,
        session::{Session, SessionId},
    },
    store::form::session::Written,
};

/// What becomes of one revision of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
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

/// What a backup would bring.
pub fn preview(backup: &Backup, model: &Model) -> Preview {
    let mut preview = Preview {
        made_unix_ms: backup.made_unix_ms,
        set_aside: backup.aside.len(),
        settings: backup.settings != model.settings,
        ..Preview::default()
    };
    let live = backup.live.as_ref().map(|live| live.id);
    let counted: Vec<&Revision> = all(backup, model).collect();
    for (at, revision) in counted.iter().enumerate() {
        // A session that was finished and gone on with stands there twice: what it became counts.
        if live == Some(revision.id) && counted[at + 1..].iter().any(|later| later.id == revision.id) {
            continue;
        }
        let count = match fate(revision, model) {
            Fate::New => &mut preview.new,
            Fate::Same => &mut preview.same,
            Fate::Newer => &mut preview.newer,
            Fate::Older => &mut preview.older,
            Fate::Conflict => &mut preview.conflicts,
            Fate::DeletedHere => &mut preview.deleted_here,
            Fate::Deletes => &mut preview.deletes,
            Fate::Unseen => continue,
        };
        *count += 1;
    }
    preview
}

/// The revisions that the backup brings, as a history of its own that knows nothing of where it is kept: to be laid
/// together with both stores, which then get what they miss, the losers of a merge as older revisions too.
pub fn merged(backup: &Backup, model: &Model, wish: Wish) -> History {
    let mut history = History::default();
    for revision in all(backup, model) {
        let fate = fate(revision, model);
        let brought = match (fate, &revision.written) {
            (Fate::DeletedHere, Written::Full(session)) if wish.bring_back => {
                brought_back(revision.rev, session, model)
            }
            (Fate::DeletedHere, _) => continue,
            // What was still running there when the file was made, or when it was brought from another one, is no match
            // for its end; and its end comes above it, or the greater checksum would decide.
            (Fate::Older, Written::Full(session)) if is_torn(session) && !is_above(revision, model) => {
                continue;
            }
            (Fate::Newer, Written::Full(session)) if !is_above(revision, model) => {
                let here = model.history.get(revision.id).map_or(0, |entry| entry.rev);
                entry(here.saturating_add(1), Body::Full(session.clone()))
            }
            // It is here under a higher number already, and needs no other.
            (Fate::Same, _) if !is_above(revision, model) => continue,
            _ if is_untouchable(model, revision.id) => continue,
            (_, Written::Full(session)) => entry(revision.rev, Body::Full(session.clone())),
            (_, Written::Deleted(unix_ms)) => entry(revision.rev, Body::Deleted(*unix_ms)),
        };
        history.merge(revision.id, brought);
    }
    history
}

/// Every revision that counts. What was running when the file was made does only while nothing later is known of it,
/// as with any running session.
fn all<'a>(backup: &'a Backup, model: &Model) -> impl Iterator<Item = &'a Revision> {
    let stale = |live: &Revision| {
        let in_file = backup.revisions.iter().find(|known| known.id == live.id);
        let is_later = |rev: u32, full: bool| rev >= live.rev || !full;
        in_file.is_some_and(|known| is_later(known.rev, matches!(known.written, Written::Full(_))))
            || model
                .history
                .get(live.id)
                .is_some_and(|here| is_later(here.rev, matches!(here.body, Body::Full(_))))
    };
    let live = backup.live.as_ref().filter(|live| !stale(live));
    backup.revisions.iter().chain(live)
}

fn fate(revision: &Revision, model: &Model) -> Fate {
    if is_untouchable(model, revision.id) {
        return Fate::Older;
    }
    let Some(here) = model.history.get(revision.id) else {
        return if matches!(revision.written, Written::Full(_)) { Fate::New } else { Fate::Unseen };
    };
    match (&revision.written, &here.body) {
        (Written::Full(_), Body::Deleted(_)) => Fate::DeletedHere,
        (Written::Deleted(_), Body::Full(_)) if revision.rev > here.rev => Fate::Deletes,
        // Deleted here too; or at a tie, where full beats deleted.
        (Written::Deleted(_), _) => Fate::Unseen,
        (Written::Full(session), Body::Full(known)) if session == known => Fate::Same,
        (Written::Full(session), Body::Full(known)) => match revision.rev.cmp(&here.rev) {
            std::cmp::Ordering::Greater => Fate::Newer,
            std::cmp::Ordering::Less => Fate::Older,
            std::cmp::Ordering::Equal => match (is_torn(session), is_torn(known)) {
                (true, false) => Fate::Older,
                (false, true) => Fate::Newer,
                (true, true) | (false, false) => Fate::Conflict,
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
    model.history.newest_first().iter().all(|session| {
        session.end_unix_ms > backup.made_unix_ms || all(backup, model).any(|known| known.id == session.id)
    })
}

fn is_above(revision: &Revision, model: &Model) -> bool {
    model.history.get(revision.id).is_none_or(|here| revision.rev > here.rev)
}

fn entry(rev: u32, body: Body) -> Entry {
    let full = if let Body::Full(session) = &body { Some((rev, session.clone())) } else { None };
    Entry { rev, crc: 0, body, full, kept: Kept::Nowhere }
}

/// Whether a session is under way here, was found, or runs in another tab, so that its end is still to come; or stands
/// in neither store, so that it could not stay as an older revision.
fn is_untouchable(model: &Model, id: SessionId) -> bool {
    let in_hand = match &model.sitting {
        Sitting::Idle | Sitting::Asking(_) => false,
        Sitting::Running(running) => running.id == id,
        Sitting::Found { live, .. } | Sitting::Elsewhere(live) => live.running.id == id,
    };
    in_hand || model.history.get(id).is_some_and(|here| here.kept == Kept::Nowhere)
}
