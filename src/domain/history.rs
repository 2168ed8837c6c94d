//! The finished sessions, each known by its highest revision.

use std::{cmp::Reverse, sync::Arc};

use super::{
    leg::Leg,
    order::sort_long_by_key,
    session::{Session, SessionId},
};

/// Where a record is known to be kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kept {
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
    pub kept: Kept,
}

impl Entry {
    /// Whether it is read instead of `other`: the higher revision; at a tie full beats deleted, then the
    /// greater checksum.
    pub fn beats(&self, other: &Self) -> bool {
        let rank = |e: &Self| (e.rev, matches!(e.body, Body::Full(_)), e.crc);
        rank(self) > rank(other)
    }
}

/// All sessions ever recorded here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// By id. A sorted list and not a tree, whose code would be ten times as much.
    entries: Vec<(SessionId, Entry)>,
}

impl History {
    /// One session's entry.
    pub fn get(&self, id: SessionId) -> Option<&Entry> {
        self.place(id).ok().map(|at| &self.entries[at].1)
    }

    /// The session, unless deleted or unknown.
    pub fn session(&self, id: SessionId) -> Option<&Arc<Session>> {
        match &self.get(id)?.body {
            Body::Full(session) => Some(session),
            Body::Deleted(_) => None,
        }
    }

    /// The number that the next revision of this session will have.
    pub fn next_rev(&self, id: SessionId) -> u32 {
        self.get(id).map_or(1, |e| e.rev.saturating_add(1))
    }

    /// Takes in a revision that was found; returns whether it is now the one that is read. A full
    /// revision below the one that is read is still kept for "bring back".
    pub fn merge(&mut self, id: SessionId, found: Entry) -> bool {
        let known = match self.place(id) {
            Ok(at) => &mut self.entries[at].1,
            Err(at) => {
                self.entries.insert(at, (id, found));
                return true;
            }
        };
        let full_rev = |e: &Entry| e.full.as_ref().map(|(rev, _)| *rev);
        let same = found.rev == known.rev && found.body == known.body;
        let wins = !same && found.beats(known);
        let mut lower = found;
        if same {
            known.crc = lower.crc;
            if lower.kept != Kept::Pending {
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
    pub fn set_kept(&mut self, id: SessionId, rev: u32, kept: Kept) {
        if let Ok(at) = self.place(id)
            && self.entries[at].1.rev == rev
        {
            self.entries[at].1.kept = kept;
        }
    }

    /// Every entry, by id.
    pub fn entries(&self) -> impl Iterator<Item = (SessionId, &Entry)> {
        self.entries.iter().map(|(id, entry)| (*id, entry))
    }

    /// The sessions that are not deleted, newest first.
    pub fn newest_first(&self) -> Vec<Arc<Session>> {
        let mut all: Vec<Arc<Session>> = self.sessions().cloned().collect();
        sort_long_by_key(&mut all, |s| Reverse((s.start_unix_ms, s.id)));
        all
    }

    /// The leg that the next session begins with: not the one that the last session began with. A clock
    /// that was set wrong changes this at most once.
    pub fn next_first_leg(&self) -> Leg {
        self.newest().and_then(|s| s.first_leg()).map_or(Leg::Right, Leg::other)
    }

    /// The session that began last, of those that are not deleted.
    pub fn newest(&self) -> Option<&Arc<Session>> {
        self.sessions().max_by_key(|s| (s.start_unix_ms, s.id))
    }

    /// The sessions that are not deleted, by id.
    pub fn sessions(&self) -> impl Iterator<Item = &Arc<Session>> {
        self.entries.iter().filter_map(|(_, entry)| match &entry.body {
            Body::Full(session) => Some(session),
            Body::Deleted(_) => None,
        })
    }

    /// Where a session stands among the entries, or would have to.
    fn place(&self, id: SessionId) -> Result<usize, usize> {
        self.entries.binary_search_by_key(&id, |(known, _)| *known)
    }
}
