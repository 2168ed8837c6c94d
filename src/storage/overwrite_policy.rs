//! What may be written over what: nothing is lost by a write, whichever store it goes to.

use super::{
    codec::{self, Read},
    item::{self, Item},
    keys::{self, Kind},
};
use crate::domain::session::SessionId;

/// What has to be done before a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing.
    Write,
    /// It stands there already, or something later does: there is nothing to write.
    There,
    /// What stands there cannot be read: a copy of it comes first.
    SetAside,
    /// The record of another session stands there. Unless that session has been written, a copy of the
    /// record comes first.
    OtherSession(SessionId),
    /// Another tab has taken the session over.
    LostLock,
    /// A newer app wrote there: hands off.
    Newer,
}

/// Judges a write of `new` under `key`, where `stored` stands now.
pub fn before_writing(key: &str, stored: Option<&str>, new: &str) -> Verdict {
    let Some(stored) = stored else {
        return Verdict::Write;
    };
    if stored == new {
        return Verdict::There;
    }
    match item::read(key, stored) {
        Some(Read::Newer) => Verdict::Newer,
        // Nor may another text take the name of a copy that was set aside.
        None | Some(Read::Spoilt) => Verdict::SetAside,
        Some(Read::Whole(Item::SessionSnapshot(live))) => match codec::live::read(new) {
            Read::Whole(new) => {
                let (old, new) = (&live.running, &new.running);
                if old.id != new.id {
                    Verdict::OtherSession(old.id)
                } else if old.epoch > new.epoch {
                    Verdict::LostLock
                } else if old.epoch == new.epoch && old.seq > new.seq {
                    Verdict::There
                } else {
                    Verdict::Write
                }
            }
            Read::Spoilt | Read::Newer => Verdict::Write,
        },
        // It was written later, by who knew more: this app has not read it.
        Some(Read::Whole(item))
            if item.single().is_some_and(|(_, known)| item::number(key, new) < Some(known)) =>
        {
            Verdict::There
        }
        Some(Read::Whole(_)) if matches!(keys::kind(key), Some(Kind::Revision(_))) => {
            // Two texts with one checksum: the one that is there is whole, and stays.
            Verdict::There
        }
        Some(Read::Whole(_)) => Verdict::Write,
    }
}
