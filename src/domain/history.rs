//! The history: all finished sessions, each represented by its highest revision.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, btree_map},
    sync::Arc,
};

use super::{
    leg::Leg,
    session::{Session, SessionId},
};

/// In which of the two stores (localStorage and IndexedDB) a record is saved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SaveStatus {
    /// Not known yet.
    #[default]
    Pending,
    /// In both stores.
    InBothStores,
    /// In one store.
    InOneStore,
    /// In no store, only in memory.
    NotSaved,
}

/// The content of a revision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RevisionBody {
    /// The session.
    Full(Arc<Session>),
    /// The session was deleted at this time, unix milliseconds.
    Deleted(i64),
    /// A newer version of the app wrote it in a format that this version cannot read: it is stored and exported
    /// unchanged.
    Newer(Arc<NewerRevision>),
}

/// A revision that a newer version of the app wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewerRevision {
    /// When the session began, unix milliseconds, and its UTC offset, minutes; `None` if that cannot be read.
    pub start: Option<(i64, i16)>,
    /// Its stored text.
    pub text: String,
}

/// The highest revision of one session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionEntry {
    /// Revision number, from 1.
    pub rev: u32,
    /// CRC-32 of the stored text, 0 before it is written. It decides between different revisions with the same number.
    pub crc: u32,
    /// Its content.
    pub body: RevisionBody,
    /// The highest full revision and its number; restoring a deleted session brings this one back.
    pub newest_full: Option<(u32, Arc<Session>)>,
    /// Where it is saved.
    pub save_status: SaveStatus,
}

impl SessionEntry {
    /// Whether this entry replaces `other`: the higher revision number wins, then one that is not deleted, then the
    /// greater checksum.
    pub fn takes_precedence_over(&self, other: &Self) -> bool {
        let rank = |e: &Self| (e.rev, !matches!(e.body, RevisionBody::Deleted(_)), e.crc);
        rank(self) > rank(other)
    }
}

/// Whether [`History::merge_entry`] with `found` would leave `known` unchanged.
fn is_redundant(known: &SessionEntry, found: &SessionEntry) -> bool {
    let full_rev = |e: &SessionEntry| e.newest_full.as_ref().map(|(rev, _)| *rev);
    let is_same = found.rev == known.rev && found.body == known.body;
    let is_unchanged = found.crc == known.crc
        && (found.save_status == SaveStatus::Pending || found.save_status == known.save_status);
    let changes_entry = if is_same { !is_unchanged } else { found.takes_precedence_over(known) };
    !changes_entry && full_rev(found) <= full_rev(known)
}

/// All recorded sessions. Cloning takes constant time: clones share the entries until one of them changes
/// (copy-on-write).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    entries: Arc<BTreeMap<SessionId, SessionEntry>>,
}

impl History {
    /// Whether both share the same allocation, which implies that they are equal. The reverse does not hold.
    pub fn ptr_eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.entries, &other.entries)
    }

    /// The entry of a session.
    pub fn get(&self, id: SessionId) -> Option<&SessionEntry> {
        self.entries.get(&id)
    }

    /// The session, unless it is deleted, unknown, or of a newer version.
    pub fn session(&self, id: SessionId) -> Option<&Arc<Session>> {
        match &self.get(id)?.body {
            RevisionBody::Full(session) => Some(session),
            RevisionBody::Deleted(_) | RevisionBody::Newer(_) => None,
        }
    }

    /// The number of the next revision of this session.
    pub fn next_rev(&self, id: SessionId) -> u32 {
        self.get(id).map_or(1, |e| e.rev.saturating_add(1))
    }

    /// Merges a revision; returns whether it replaces the known entry. A full revision that does not replace it may
    /// still become its `newest_full`.
    pub fn merge_entry(&mut self, id: SessionId, found: SessionEntry) -> bool {
        let full_rev = |e: &SessionEntry| e.newest_full.as_ref().map(|(rev, _)| *rev);
        if self.get(id).is_some_and(|known| is_redundant(known, &found)) {
            return false;
        }
        let known = match Arc::make_mut(&mut self.entries).entry(id) {
            btree_map::Entry::Occupied(entry) => entry.into_mut(),
            btree_map::Entry::Vacant(entry) => {
                entry.insert(found);
                return true;
            }
        };
        let is_same = found.rev == known.rev && found.body == known.body;
        let replaces_known = !is_same && found.takes_precedence_over(known);
        let mut superseded = found;
        if is_same {
            known.crc = superseded.crc;
            if superseded.save_status != SaveStatus::Pending {
                known.save_status = superseded.save_status;
            }
        } else if replaces_known {
            std::mem::swap(known, &mut superseded);
        }
        if full_rev(&superseded) > full_rev(known) {
            known.newest_full = superseded.newest_full;
        }
        replaces_known
    }

    /// Records where a revision is saved.
    pub fn set_save_status(&mut self, id: SessionId, rev: u32, save_status: SaveStatus) {
        if self.get(id).is_some_and(|entry| entry.rev == rev && entry.save_status != save_status)
            && let Some(entry) = Arc::make_mut(&mut self.entries).get_mut(&id)
        {
            entry.save_status = save_status;
        }
    }

    /// All entries, ordered by id.
    pub fn entries(&self) -> impl Iterator<Item = (SessionId, &SessionEntry)> {
        self.entries.iter().map(|(id, entry)| (*id, entry))
    }

    /// The sessions that are not deleted, newest first.
    pub fn sessions_newest_first(&self) -> Vec<Arc<Session>> {
        let mut sessions: Vec<Arc<Session>> = self.sessions().cloned().collect();
        sessions.sort_unstable_by_key(|s| Reverse((s.start_unix_ms, s.id)));
        sessions
    }

    /// The leg that the next session begins with: the other one than in the newest session.
    pub fn next_first_leg(&self, now_unix_ms: i64) -> Leg {
        self.newest_session(now_unix_ms).and_then(|s| s.first_leg()).map_or(Leg::Right, Leg::other)
    }

    /// The session that began last, of those that are not deleted. Sessions dated in the future come from a clock that
    /// was ahead; one is returned only if there are no others, because it would otherwise stay the newest forever.
    pub fn newest_session(&self, now_unix_ms: i64) -> Option<&Arc<Session>> {
        self.sessions().max_by_key(|s| (s.start_unix_ms <= now_unix_ms, s.start_unix_ms, s.id))
    }

    /// The sessions that are not deleted, ordered by id.
    pub fn sessions(&self) -> impl Iterator<Item = &Arc<Session>> {
        self.entries.values().filter_map(|entry| match &entry.body {
            RevisionBody::Full(session) => Some(session),
            RevisionBody::Deleted(_) | RevisionBody::Newer(_) => None,
        })
    }
}
