//! Decides whether a stored text may be overwritten, for both stores, so that no write loses data.

use super::{
    codec::{self, ReadResult},
    item::{self, StoredItem},
    keys::{self, KeyKind},
};
use crate::domain::session::SessionId;

/// What to do about a write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OverwriteDecision {
    /// Write the text.
    Write,
    /// Do not write: the text or a later one is stored.
    AlreadyStored,
    /// Copy the corrupt stored text to quarantine first.
    Quarantine,
    /// A snapshot of another session is stored. Copy it to quarantine first, unless that session has been saved.
    OtherSession(SessionId),
    /// Do not write: another tab has taken over the session.
    LostLock,
    /// Do not write: a newer app wrote the stored value.
    Newer,
}

/// Decides about writing `new` under `key` with the current text `stored`.
pub fn check_overwrite(key: &str, stored: Option<&str>, new: &str) -> OverwriteDecision {
    let Some(stored) = stored else {
        return OverwriteDecision::Write;
    };
    if stored == new {
        return OverwriteDecision::AlreadyStored;
    }
    match item::read(key, stored) {
        Some(ReadResult::Newer) => OverwriteDecision::Newer,
        // `None`: a quarantined text, which must not be overwritten by another text.
        None | Some(ReadResult::Corrupt) => OverwriteDecision::Quarantine,
        Some(ReadResult::Valid(StoredItem::SessionSnapshot(snapshot))) => match codec::snapshot::read(new) {
            ReadResult::Valid(new) => {
                let (old, new) = (&snapshot.running, &new.running);
                if old.id != new.id {
                    OverwriteDecision::OtherSession(old.id)
                } else if old.epoch > new.epoch {
                    OverwriteDecision::LostLock
                } else if old.epoch == new.epoch && old.seq > new.seq {
                    OverwriteDecision::AlreadyStored
                } else {
                    OverwriteDecision::Write
                }
            }
            ReadResult::Corrupt | ReadResult::Newer => OverwriteDecision::Write,
        },
        // Written later, by an app that had read this value.
        Some(ReadResult::Valid(item))
            if item.singleton().is_some_and(|(_, known)| item::write_number(key, new) < Some(known)) =>
        {
            OverwriteDecision::AlreadyStored
        }
        Some(ReadResult::Valid(_)) if matches!(keys::kind(key), Some(KeyKind::Revision(_))) => {
            // Two texts with one checksum: the valid stored one stays.
            OverwriteDecision::AlreadyStored
        }
        Some(ReadResult::Valid(_)) => OverwriteDecision::Write,
    }
}
