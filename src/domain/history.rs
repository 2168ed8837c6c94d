//! The finished sessions, each known by its highest revision.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, btree_map},
    sync::Arc,
};

use super::{
    leg::Leg,
    session::{Session, SessionId},
};

/// Where a record is known to be kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SaveStatus {
    /// Not known yet.
    #[default]
    Pending,
    /// In both places.
    Both,
    /// In one of the two.
    One,
    /// In neither: in memory only.
    Nowhere,
}

/// What the highest revision says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// The session.
    Full(Arc<Session>),
    /// It was deleted, at this unix millisecond.
    Deleted(i64),
    /// A newer app wrote it, in a form that this one cannot read: it is kept and exported as it is.
    Newer(Arc<NewerRevision>),
}

/// A revision of a newer app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewerRevision {
    /// When the session began, unix milliseconds, and local time minus UTC then, minutes; where that can be told.
    pub start: Option<(i64, i16)>,
    /// Its written form.
    pub text: String,
}

/// One session's highest revision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Revision, from 1.
    pub rev: u32,
    /// Checksum of its written form, where it has been written: it settles ties between equal revisions.
    pub crc: u32,
    /// What it says.
    pub body: Body,
    /// The highest full revision known, which "bring back" restores, and its number.
    pub full: Option<(u32, Arc<Session>)>,
    /// Where it is kept.
    pub kept: SaveStatus,
}

impl Entry {
    /// Whether it is read instead of `other`: the higher revision; at a tie anything beats deleted, then the
    /// greater checksum.
    pub fn beats(&self, other: &Self) -> bool {
        let rank = |e: &Self| (e.rev, !matches!(e.body, Body::Deleted(_)), e.crc);
        rank(self) > rank(other)
    }
}

/// Whether [`History::merge`] of `found` would leave `known` as it is.
fn adds_nothing(known: &Entry, found: &Entry) -> bool {
    let full_rev = |e: &Entry| e.full.as_ref().map(|(rev, _)| *rev);
    let is_same = found.rev == known.rev && found.body == known.body;
    let tells_nothing =
        found.crc == known.crc && (found.kept == SaveStatus::Pending || found.kept == known.kept);
    let changes_head = if is_same { !tells_nothing } else { found.beats(known) };
    !changes_head && full_rev(found) <= full_rev(known)
}

/// All sessions ever recorded here. A clone shares the entries until one of the two is changed, so it costs the same
/// however many there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    entries: Arc<BTreeMap<SessionId, Entry>>,
}

impl History {
    /// Whether both share their entries: then they are equal, which is known without a look at any entry. Two
    /// histories that do not share them may still be equal.
    pub fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.entries, &other.entries)
    }

    /// One session's entry.
    pub fn get(&self, id: SessionId) -> Option<&Entry> {
        self.entries.get(&id)
    }

    /// The session, unless deleted or unknown.
    pub fn session(&self, id: SessionId) -> Option<&Arc<Session>> {
        match &self.get(id)?.body {
            Body::Full(session) => Some(session),
            Body::Deleted(_) | Body::Newer(_) => None,
        }
    }

    /// The number that the next revision of this session will have.
    pub fn next_rev(&self, id: SessionId) -> u32 {
        self.get(id).map_or(1, |e| e.rev.saturating_add(1))
    }

    /// Takes in a revision that was found; returns whether it is now the one that is read. A full
    /// revision below the one that is read is still kept for "bring back".
    pub fn merge(&mut self, id: SessionId, found: Entry) -> bool {
        let full_rev = |e: &Entry| e.full.as_ref().map(|(rev, _)| *rev);
        if self.get(id).is_some_and(|known| adds_nothing(known, &found)) {
            return false;
        }
        let known = match Arc::make_mut(&mut self.entries).entry(id) {
            btree_map::Entry::Occupied(entry) => entry.into_mut(),
            btree_map::Entry::Vacant(entry) => {
                entry.insert(found);
                return true;
            }
        };
        let same = found.rev == known.rev && found.body == known.body;
        let wins = !same && found.beats(known);
        let mut lower = found;
        if same {
            known.crc = lower.crc;
            if lower.kept != SaveStatus::Pending {
                known.kept = lower.kept;
            }
        } else if wins {
            std::mem::swap(known, &mut lower);
        }
        if full_rev(&lower) > full_rev(known) {
            known.full = lower.full;
        }
        wins
    }

    /// Writes down where a revision is kept.
    pub fn set_kept(&mut self, id: SessionId, rev: u32, kept: SaveStatus) {
        if self.get(id).is_some_and(|entry| entry.rev == rev && entry.kept != kept)
            && let Some(entry) = Arc::make_mut(&mut self.entries).get_mut(&id)
        {
            entry.kept = kept;
        }
    }

    /// Every entry, by id.
    pub fn entries(&self) -> impl Iterator<Item = (SessionId, &Entry)> {
        self.entries.iter().map(|(id, entry)| (*id, entry))
    }

    /// The sessions that are not deleted, newest first.
    pub fn newest_first(&self) -> Vec<Arc<Session>> {
        let mut all: Vec<Arc<Session>> = self.sessions().cloned().collect();
        all.sort_unstable_by_key(|s| Reverse((s.start_unix_ms, s.id)));
        all
    }

    /// The leg that the next session begins with: not the one that the last session began with. A clock
    /// that was set wrong changes this at most once.
    pub fn next_first_leg(&self, now_unix_ms: i64) -> Leg {
        self.newest(now_unix_ms).and_then(|s| s.first_leg()).map_or(Leg::Right, Leg::other)
    }

    /// The session that began last, of those that are not deleted. One that is dated later than now, by a clock that
    /// was ahead, counts only where there is no other: it would be the last one for ever.
    pub fn newest(&self, now_unix_ms: i64) -> Option<&Arc<Session>> {
        self.sessions().max_by_key(|s| (s.start_unix_ms <= now_unix_ms, s.start_unix_ms, s.id))
    }

    /// The sessions that are not deleted, by id.
    pub fn sessions(&self) -> impl Iterator<Item = &Arc<Session>> {
        self.entries.values().filter_map(|entry| match &entry.body {
            Body::Full(session) => Some(session),
            Body::Deleted(_) | Body::Newer(_) => None,
        })
    }
}
