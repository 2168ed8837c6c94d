//! The file of the failure page: both stores as they are, `[key, value]` by `[key, value]`. What of it can be read comes
//! back like a backup, what cannot comes along as it is: for that the file was made.

use serde::de::IgnoredAny;

use super::{
    contents::{Backup, Revision},
    entries::LONGEST_TEXT,
    live::ended,
};
use crate::{
    domain::{
        history::{Body, Entry, History, SaveStatus},
        import_preview::Refusal,
        live::SessionSnapshot,
        settings::Settings,
    },
    storage::{
        codec::{Read, session::Written, singletons::Numbered},
        item::{self, Item},
        keys::{self, Kind},
        live::later_live,
        set_aside::{self, Unreadable},
    },
};

/// What has been read so far.
#[derive(Default)]
pub struct Rescue {
    history: History,
    live: Option<Box<SessionSnapshot>>,
    settings: Option<Numbered<Settings>>,
    aside: Vec<Unreadable>,
}

impl Rescue {
    /// Takes in one entry of a store.
    ///
    /// # Errors
    /// [`Refusal::Broken`] when it is no entry.
    pub fn take(&mut self, entry: &str, made_unix_ms: i64) -> Result<(), Refusal> {
        // The whole database could not be read.
        if entry.trim() == "null" {
            return Ok(());
        }
        if entry.len() > LONGEST_TEXT {
            return Err(Refusal::Broken);
        }
        let (key, text): (String, String) = serde_json::from_str(entry)
            // Not even a text: as it stands in the file.
            .or_else(|_| {
                serde_json::from_str::<(String, IgnoredAny)>(entry).map(|(key, _)| (key, entry.to_owned()))
            })
            .ok()
            .ok_or(Refusal::Broken)?;
        match (keys::kind(&key), item::read(&key, &text)) {
            (Some(Kind::Aside), _) => self.aside.push((key, text)),
            (Some(Kind::Revision(Some(name))), Some(Read::Whole(Item::Revision(written)))) => {
                let (body, full) = match written {
                    Written::Full(session) => (Body::Full(session.clone()), Some((name.rev, session))),
                    Written::Deleted(unix_ms) => (Body::Deleted(unix_ms), None),
                    Written::Newer(newer) => (Body::Newer(newer), None),
                };
                let entry = Entry { rev: name.rev, crc: name.crc, body, full, kept: SaveStatus::Pending };
                self.history.merge(name.id, entry);
            }
            (_, Some(Read::Whole(Item::SessionSnapshot(live)))) => {
                self.live = later_live(self.live.take(), Some(live), &[]);
            }
            (_, Some(Read::Whole(Item::Settings(settings)))) => {
                if self.settings.as_ref().is_none_or(|known| known.number < settings.number) {
                    self.settings = Some(settings);
                }
            }
            (Some(_), Some(Read::Newer | Read::Spoilt) | None) => {
                self.aside.push((keys::aside(made_unix_ms, &key), text));
            }
            // Not ours; or what no backup has.
            (None, _) | (_, Some(Read::Whole(Item::Revision(_) | Item::Draft(_) | Item::Meta(_)))) => {}
        }
        Ok(())
    }

    /// What it would have been as a backup.
    pub fn into_backup(self, made_unix_ms: i64) -> Backup {
        let revision = |(id, entry): (_, &Entry)| {
            let written = match &entry.body {
                Body::Full(session) => Written::Full(session.clone()),
                Body::Deleted(unix_ms) => Written::Deleted(*unix_ms),
                Body::Newer(newer) => Written::Newer(newer.clone()),
            };
            Revision { id, rev: entry.rev, written }
        };
        Backup {
            made_unix_ms,
            revisions: self.history.entries().map(revision).collect(),
            live: self.live.and_then(|live| ended(*live)),
            aside: set_aside::packed(self.aside, set_aside::MOST, made_unix_ms),
            settings: self.settings.map(|settings| settings.value),
        }
    }
}
