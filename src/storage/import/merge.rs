//! Compares a backup with the history: the preview of the changes, and the merge.

use std::sync::Arc;

use super::{
    contents::{Backup, ImportedRevision},
    snapshot::INTERRUPTED_BUILD,
};
use crate::domain::{
    Model,
    history::{History, RevisionBody, SaveStatus, SessionEntry},
    import_preview::{ImportOptions, ImportPreview},
    model::SessionState,
    session::{Session, SessionId},
};

/// What importing a revision changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// The session is unknown here.
    New,
    /// The history has the same session.
    Identical,
    /// It replaces the one here, which stays as an older revision.
    Newer,
    /// The one here is newer.
    Older,
    /// Equal revisions with different content.
    Conflict,
    /// The session was deleted here.
    DeletedLocally,
    /// It deletes the session here.
    Deletion,
    /// No visible change.
    NoVisibleChange,
}

/// Number of revisions per step.
const REVISIONS_PER_STEP: usize = 200;

/// Previews a whole import at once.
pub fn preview(backup: &Backup, model: &Model) -> ImportPreview {
    let (mut preview, mut next) = (ImportPreview::default(), Some(0));
    while let Some(from) = next {
        next = preview_step(backup, model, from, &mut preview);
    }
    preview
}

/// Adds some revisions to a preview, starting at index `from`. Returns the index for the next step, if any.
pub fn preview_step(
    backup: &Backup,
    model: &Model,
    from: usize,
    preview: &mut ImportPreview,
) -> Option<usize> {
    preview.created_unix_ms = backup.created_unix_ms;
    preview.quarantined = backup.corrupt_texts.len();
    preview.settings_differ = backup.settings.as_ref().is_some_and(|settings| *settings != model.settings);
    preview.is_incomplete = model.storage_health.read.is_waiting();
    let interrupted = backup.interrupted.as_ref().filter(|session| !is_stale(session, backup, model));
    let interrupted_id = interrupted.map(|session| session.id);
    let batch = backup.revisions.iter().skip(from).take(REVISIONS_PER_STEP);
    // A session that was finished and continued is in the file twice: the continued one counts.
    let counted_revisions = batch.filter(|revision| interrupted_id != Some(revision.id));
    let interrupted = interrupted.filter(|_| from == 0);
    for revision in counted_revisions.chain(interrupted) {
        let count = match outcome(revision, model) {
            Outcome::New => &mut preview.new,
            Outcome::Identical => &mut preview.identical,
            Outcome::Newer => &mut preview.newer,
            Outcome::Older => &mut preview.older,
            Outcome::Conflict => &mut preview.conflicts,
            Outcome::DeletedLocally => &mut preview.deleted_locally,
            Outcome::Deletion => &mut preview.deletions,
            Outcome::NoVisibleChange => continue,
        };
        *count += 1;
    }
    next_index(backup, from)
}

/// Returns the revisions to import as a history, to be reconciled with both stores. Conflicting revisions that do not
/// count are stored as older revisions.
pub fn merge(backup: &Backup, model: &Model, options: ImportOptions) -> History {
    let (mut history, mut next) = (History::default(), Some(0));
    while let Some(from) = next {
        next = merge_step(backup, model, options, from, &mut history);
    }
    history
}

/// Merges some revisions into a history, starting at index `from`. Returns the index for the next step, if any.
pub fn merge_step(
    backup: &Backup,
    model: &Model,
    options: ImportOptions,
    from: usize,
    history: &mut History,
) -> Option<usize> {
    let interrupted =
        backup.interrupted.as_ref().filter(|session| from == 0 && !is_stale(session, backup, model));
    for revision in backup.revisions.iter().skip(from).take(REVISIONS_PER_STEP).chain(interrupted) {
        if let Some(entry) = merged_entry(revision, model, options) {
            history.merge_entry(revision.id, entry);
        }
    }
    next_index(backup, from)
}

fn next_index(backup: &Backup, from: usize) -> Option<usize> {
    Some(from + REVISIONS_PER_STEP).filter(|next| *next < backup.revisions.len())
}

/// The entry that results from a revision of the file, if any.
fn merged_entry(revision: &ImportedRevision, model: &Model, options: ImportOptions) -> Option<SessionEntry> {
    match (outcome(revision, model), &revision.body) {
        (Outcome::DeletedLocally, RevisionBody::Full(session)) if options.restore_deleted => {
            Some(restored_entry(revision.rev, session, model))
        }
        (Outcome::DeletedLocally, _) | (Outcome::NoVisibleChange, RevisionBody::Newer(_)) => None,
        // A complete session wins over an incomplete one of the same revision. It is saved one revision higher,
        // because at equal revisions the greater checksum would decide.
        (Outcome::Older, RevisionBody::Full(session))
            if is_incomplete(session) && !has_higher_revision(revision, model) =>
        {
            None
        }
        (Outcome::Newer, RevisionBody::Full(session)) if !has_higher_revision(revision, model) => {
            let local_rev = model.history.get(revision.id).map_or(0, |entry| entry.rev);
            Some(entry(local_rev.saturating_add(1), RevisionBody::Full(session.clone())))
        }
        // The history has it under an equal or higher revision.
        (Outcome::Identical, _) if !has_higher_revision(revision, model) => None,
        _ if must_stay_unchanged(model, revision.id) => None,
        (_, RevisionBody::Full(session)) => Some(entry(revision.rev, RevisionBody::Full(session.clone()))),
        (_, RevisionBody::Deleted(unix_ms)) => Some(entry(revision.rev, RevisionBody::Deleted(*unix_ms))),
        (_, RevisionBody::Newer(newer)) => Some(entry(revision.rev, RevisionBody::Newer(newer.clone()))),
    }
}

/// Finds the revision of a session in the file.
fn find(backup: &Backup, id: SessionId) -> Option<&ImportedRevision> {
    let index = backup.revisions.binary_search_by_key(&id, |revision| revision.id).ok()?;
    backup.revisions.get(index)
}

/// Whether the session that was running is stale: the file or the history has a later revision or a tombstone of it.
fn is_stale(interrupted: &ImportedRevision, backup: &Backup, model: &Model) -> bool {
    let is_later = |rev: u32, deleted: bool| rev >= interrupted.rev || deleted;
    let in_file = find(backup, interrupted.id);
    in_file.is_some_and(|backup_revision| {
        is_later(backup_revision.rev, matches!(backup_revision.body, RevisionBody::Deleted(_)))
    }) || model.history.get(interrupted.id).is_some_and(|local_entry| {
        is_later(local_entry.rev, matches!(local_entry.body, RevisionBody::Deleted(_)))
    })
}

fn outcome(revision: &ImportedRevision, model: &Model) -> Outcome {
    if must_stay_unchanged(model, revision.id) {
        return Outcome::Older;
    }
    let Some(local_entry) = model.history.get(revision.id) else {
        return match revision.body {
            RevisionBody::Full(_) | RevisionBody::Newer(_) => Outcome::New,
            RevisionBody::Deleted(_) => Outcome::NoVisibleChange,
        };
    };
    match (&revision.body, &local_entry.body) {
        (RevisionBody::Full(_), RevisionBody::Deleted(_)) => Outcome::DeletedLocally,
        (RevisionBody::Deleted(_), RevisionBody::Full(_) | RevisionBody::Newer(_))
            if revision.rev > local_entry.rev =>
        {
            Outcome::Deletion
        }
        // Deleted here as well, or a tombstone that does not win, or a session of a newer app, which cannot be
        // restored above the tombstone.
        (RevisionBody::Deleted(_), _) | (RevisionBody::Newer(_), RevisionBody::Deleted(_)) => {
            Outcome::NoVisibleChange
        }
        (RevisionBody::Full(session), RevisionBody::Full(local_session)) if session == local_session => {
            Outcome::Identical
        }
        (RevisionBody::Newer(newer), RevisionBody::Newer(local_session)) if newer == local_session => {
            Outcome::Identical
        }
        (RevisionBody::Newer(_), _) | (_, RevisionBody::Newer(_)) => match revision.rev.cmp(&local_entry.rev)
        {
            std::cmp::Ordering::Greater => Outcome::Newer,
            std::cmp::Ordering::Less => Outcome::Older,
            std::cmp::Ordering::Equal => Outcome::Conflict,
        },
        (RevisionBody::Full(session), RevisionBody::Full(local_session)) => {
            match revision.rev.cmp(&local_entry.rev) {
                std::cmp::Ordering::Greater => Outcome::Newer,
                std::cmp::Ordering::Less => Outcome::Older,
                std::cmp::Ordering::Equal => match (is_incomplete(session), is_incomplete(local_session)) {
                    (true, false) => Outcome::Older,
                    (false, true) => Outcome::Newer,
                    (true, true) | (false, false) => Outcome::Conflict,
                },
            }
        }
    }
}

/// Restores a deleted session: the highest full revision, with a revision number above all known ones.
fn restored_entry(rev: u32, session: &Arc<Session>, model: &Model) -> SessionEntry {
    let local_entry = model.history.get(session.id);
    let newer_full =
        local_entry.and_then(|entry| entry.newest_full.as_ref()).filter(|(newer_full, _)| *newer_full > rev);
    let session = newer_full.map_or(session, |(_, session)| session);
    let next_rev = rev.max(local_entry.map_or(0, |entry| entry.rev)).saturating_add(1);
    entry(next_rev, RevisionBody::Full(session.clone()))
}

/// Whether a session is incomplete: imported from a backup that was made while it was running.
fn is_incomplete(session: &Session) -> bool {
    session.build == INTERRUPTED_BUILD
}

/// Whether the file has every session here that ended before it was made, so that it counts as a backup of them.
pub fn covers_history(backup: &Backup, model: &Model) -> bool {
    model.history.entries().all(|(id, entry)| {
        let is_interrupted =
            |interrupted: &ImportedRevision| interrupted.id == id && !is_stale(interrupted, backup, model);
        let is_later = match &entry.body {
            RevisionBody::Full(session) => session.end_unix_ms > backup.created_unix_ms,
            RevisionBody::Newer(_) => false,
            RevisionBody::Deleted(_) => true,
        };
        is_later || find(backup, id).is_some() || backup.interrupted.as_ref().is_some_and(is_interrupted)
    })
}

fn has_higher_revision(revision: &ImportedRevision, model: &Model) -> bool {
    model.history.get(revision.id).is_none_or(|local_entry| revision.rev > local_entry.rev)
}

fn entry(rev: u32, body: RevisionBody) -> SessionEntry {
    let full = if let RevisionBody::Full(session) = &body { Some((rev, session.clone())) } else { None };
    SessionEntry { rev, crc: 0, body, newest_full: full, save_status: SaveStatus::NotSaved }
}

/// Whether a session must not be changed: it is running or interrupted here or in another tab, or it is in neither
/// store, so that it could not be kept as an older revision.
fn must_stay_unchanged(model: &Model, id: SessionId) -> bool {
    let is_active = match &model.session_state {
        SessionState::Idle | SessionState::GateOpen(_) => false,
        SessionState::Running(running) => running.id == id,
        SessionState::Interrupted { snapshot, .. } | SessionState::InOtherTab(snapshot) => {
            snapshot.running.id == id
        }
    };
    is_active || model.history.get(id).is_some_and(|entry| entry.save_status == SaveStatus::NotSaved)
}
