//! Many revisions of many sessions, brought down to what the history reads and what each store keeps.
//!
//! localStorage is called "local" here, IndexedDB "the database".

use std::{cmp::Reverse, sync::Arc};

use super::{
    codec::session::{self, Written},
    keys::RevisionKey,
};
use crate::domain::{
    history::{Body, Entry, History, SaveStatus},
    session::{Session, SessionId},
};

/// One revision of one session, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Its name.
    pub key: RevisionKey,
    /// What it says.
    pub written: Written,
    /// Its text.
    pub text: String,
    /// It stands in localStorage.
    pub local: bool,
    /// It stands in the database.
    pub database: bool,
}

impl Record {
    /// Where it is kept.
    pub fn kept(&self) -> SaveStatus {
        match (self.local, self.database) {
            (true, true) => SaveStatus::Both,
            (true, false) | (false, true) => SaveStatus::One,
            (false, false) => SaveStatus::Nowhere,
        }
    }

    fn full(&self) -> Option<&Arc<Session>> {
        match &self.written {
            Written::Full(session) => Some(session),
            Written::Deleted(_) | Written::Newer(_) => None,
        }
    }
}

/// Revisions in order: by session, and of each session the one that is read first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Records(Vec<Record>);

impl Records {
    /// Puts records in order: the highest revision of a session comes first; at a tie anything beats a
    /// tombstone, then the greater checksum. One that comes twice stands wherever it stood before.
    pub fn of(mut records: Vec<Record>) -> Self {
        let is_kept = |r: &Record| !matches!(r.written, Written::Deleted(_));
        let rank = |r: &Record| (r.key.id, Reverse((r.key.rev, is_kept(r), r.key.crc)));
        records.sort_unstable_by_key(rank);
        records.dedup_by(|again, first| {
            let same = again.key == first.key;
            if same {
                first.local |= again.local;
                first.database |= again.database;
            }
            same
        });
        Self(records)
    }

    /// A record by its place.
    pub fn get(&self, at: usize) -> Option<&Record> {
        self.0.get(at)
    }

    /// A record by its name.
    pub fn find(&self, key: RevisionKey) -> Option<&Record> {
        let from = self.0.partition_point(|record| record.key.id < key.id);
        self.0[from..].iter().take_while(|record| record.key.id == key.id).find(|record| record.key == key)
    }

    /// Takes note that a record stands in a store now.
    pub fn stands(&mut self, at: usize, database: bool) {
        if let Some(record) = self.0.get_mut(at) {
            record.local |= !database;
            record.database |= database;
        }
    }

    /// What the history reads of each session, by id. `kept` says where the revision that is read is kept.
    pub fn entries(&self, kept: fn(&Record) -> SaveStatus) -> Vec<(SessionId, Entry)> {
        let entry = |ranked: &[Record]| {
            let newest = ranked.first()?;
            let full = ranked.iter().find_map(|r| Some((r.key.rev, r.full()?.clone())));
            let body = match &newest.written {
                Written::Full(session) => Body::Full(session.clone()),
                Written::Deleted(unix_ms) => Body::Deleted(*unix_ms),
                Written::Newer(newer) => Body::Newer(newer.clone()),
            };
            let (rev, crc) = (newest.key.rev, newest.key.crc);
            Some((newest.key.id, Entry { rev, crc, body, full, kept: kept(newest) }))
        };
        self.sessions().filter_map(|(_, ranked)| entry(ranked)).collect()
    }

    /// The places of what a store misses: localStorage keeps the newest revision of a session, the database
    /// also the one before it and the newest that is not a tombstone.
    pub fn missing(&self, database: bool) -> Vec<usize> {
        let mut found = Vec::new();
        for (from, ranked) in self.sessions() {
            for (at, record) in ranked.iter().enumerate() {
                let missing = if database {
                    is_wanted_in_database(ranked, at) && !record.database
                } else {
                    at == 0 && !record.local
                };
                if missing {
                    found.push(from + at);
                }
            }
        }
        found
    }

    /// The names of what a store may let go: only what is superseded, only once the newest revision
    /// stands in both stores, and only once the database has all that it should keep.
    pub fn superseded(&self, database: bool) -> Vec<String> {
        let mut found = Vec::new();
        for (_, ranked) in self.sessions() {
            let numbered = || ranked.iter().enumerate();
            let safe = ranked.first().is_some_and(|newest| newest.local)
                && numbered().all(|(at, record)| record.database || !is_wanted_in_database(ranked, at));
            for (at, record) in numbered() {
                let gone = if database {
                    !is_wanted_in_database(ranked, at) && record.database
                } else {
                    at > 0 && record.local
                };
                if safe && gone {
                    found.push(record.key.to_text());
                }
            }
        }
        found
    }

    /// The revisions of each session, and the place of the first.
    fn sessions(&self) -> impl Iterator<Item = (usize, &[Record])> {
        let mut next = 0;
        self.0.chunk_by(|a, b| a.key.id == b.key.id).map(move |ranked| {
            let from = next;
            next += ranked.len();
            (from, ranked)
        })
    }
}

/// The written forms of what the history knows only from memory.
pub fn unwritten(history: &History) -> Vec<Record> {
    let is_unwritten = |entry: &Entry| entry.crc == 0 || entry.kept == SaveStatus::Nowhere;
    history.entries().filter(|(_, entry)| is_unwritten(entry)).map(|(id, entry)| written(id, entry)).collect()
}

/// The written form of what is known of a session; it stands nowhere yet.
pub fn written(id: SessionId, entry: &Entry) -> Record {
    let ((key, text), written) = match &entry.body {
        Body::Full(session) => (session::write(entry.rev, session), Written::Full(session.clone())),
        Body::Deleted(unix_ms) => {
            (session::write_tombstone(id, entry.rev, *unix_ms), Written::Deleted(*unix_ms))
        }
        Body::Newer(newer) => (session::write_newer(id, entry.rev, newer), Written::Newer(newer.clone())),
    };
    Record { key, written, text, local: false, database: false }
}

/// Whether the database keeps a revision of a session by its rank.
fn is_wanted_in_database(ranked: &[Record], at: usize) -> bool {
    at < 2 || ranked.iter().position(|record| record.full().is_some()) == Some(at)
}
