//! What goes into a backup beside the history, and what a backup brings: that goes into both stores as everything does
//! that one of them misses.

use super::{
    db_request::{DbRequest, DbResult},
    reconcile::{Reconciled, Wait, reconcile},
    stores::Storage,
};
use crate::{
    domain::{
        history::{Entry, History, SaveStatus},
        model::Trouble,
        session::SessionId,
    },
    platform::{clock, time_slice::TimeSlice},
    storage::{
        key_value_store::{AllOrNone, KeyValueStore as _},
        keys,
        load::{Singles, StoreContents},
        records,
        set_aside::{self, Unreadable},
    },
};

/// How many revisions go into one transaction.
const AT_ONCE: usize = 100;

/// Takes in revisions, and texts that could not be read where they come from, under the names that they are set
/// aside by. Returns the revisions, and where each is kept; `None` if nothing was taken in. `here` is what is known here,
/// and `trouble` what is told of the stores.
///
/// The texts go to IndexedDB, so that localStorage has room for the sessions; only if they cannot be kept there, to
/// localStorage. An IndexedDB that does not answer gets everything when it does: until then localStorage has either all of
/// it or, where there is no room, nothing.
pub async fn import(
    storage: &Storage,
    history: History,
    aside: Vec<Unreadable>,
    here: &History,
    trouble: Trouble,
) -> Option<Reconciled> {
    let database = &storage.0.database;
    let mut probe = database.run(DbRequest::Read(vec![keys::META.to_owned()]));
    let timed_out = database.within_patience(&mut probe).await.is_err();
    if timed_out {
        let revisions =
            records::unwritten(&history).into_iter().map(|record| (record.key.to_text(), record.text));
        let (mut local, mut slice) = (AllOrNone::of(&storage.0.local), TimeSlice::begin());
        for (key, text) in revisions.chain(aside.iter().cloned()) {
            local.put(&key, &text, clock::now().unix_ms).ok()?;
            slice.yield_if_over().await;
        }
        return Some(reconcile(storage, history, Wait::WithPatience).await);
    }
    // The sessions first: what cannot be read may find no room.
    let (entries, has_failed) = write(storage, &history, here).await;
    let mut kept = aside.len();
    if kept > 0 && database.ask(DbRequest::Write(aside.clone())).await.is_err() {
        kept = aside.iter().filter(|(key, text)| storage.put_local(key, text).is_ok()).count();
    }
    let set_aside = trouble.set_aside.saturating_add(u32::try_from(kept).unwrap_or(u32::MAX));
    let trouble = Trouble { set_aside, ..trouble };
    Some(Reconciled { entries, later: Singles::default(), live: false, trouble, timed_out: has_failed })
}

/// Writes revisions into both stores, some at a time. Returns where each is kept now, after what was known of the same
/// sessions, and whether the database has not taken all of them.
///
/// Not by [`reconcile`], which reads and compares all that there is at once. What is superseded by them goes at the next
/// start, as ever.
async fn write(storage: &Storage, history: &History, here: &History) -> (Vec<(SessionId, Entry)>, bool) {
    let (mut known, mut entries): (Vec<_>, Vec<(SessionId, Entry)>) = (Vec::new(), Vec::new());
    let (mut has_failed, mut slice) = (false, TimeSlice::begin());
    let mut left = history.entries();
    loop {
        let (mut texts, from) = (Vec::new(), entries.len());
        for (id, entry) in left.by_ref().take(AT_ONCE) {
            let record = records::written(id, entry);
            let mut entry = Entry { crc: record.key.crc, ..entry.clone() };
            let key = record.key.to_text();
            // What was written since the app was opened has no checksum in memory, which settles a tie.
            let here =
                here.get(id).map(|here| Entry { crc: records::written(id, here).key.crc, ..here.clone() });
            // localStorage keeps the newest only.
            let is_older = here.as_ref().is_some_and(|here| !entry.beats(here));
            let in_local = !is_older && storage.put_local(&key, &record.text).is_ok();
            entry.kept = if in_local { SaveStatus::One } else { SaveStatus::Nowhere };
            known.extend(here.map(|here| (id, here)));
            entries.push((id, entry));
            texts.push((key, record.text));
            slice.yield_if_over().await;
        }
        if texts.is_empty() {
            known.extend(entries);
            return (known, has_failed);
        }
        let written = storage.0.database.ask(DbRequest::Write(texts)).await.unwrap_or_default().written;
        has_failed |= written.len() < entries.len() - from;
        for ((_, entry), outcome) in entries[from..].iter_mut().zip(written) {
            let in_local = entry.kept == SaveStatus::One;
            entry.kept = match (in_local, outcome.is_ok()) {
                (true, true) => SaveStatus::Both,
                (true, false) | (false, true) => SaveStatus::One,
                (false, false) => SaveStatus::Nowhere,
            };
        }
    }
}

/// Every text that could not be read, with the key under which it stands, for the backup; and whether IndexedDB has
/// answered: else there may be more. What is not a text at all is left out.
pub async fn unreadable(storage: &Storage) -> (Vec<Unreadable>, bool) {
    let read = DbRequest::Read(vec![keys::ASIDE.to_owned()]);
    let in_database = storage.0.database.within_patience(&mut storage.0.database.run(read)).await;
    let has_answered = in_database.is_ok();
    let in_database = in_database.unwrap_or(Ok(DbResult::default())).unwrap_or_default().texts;
    let local = &storage.0.local;
    let (mut contents, mut slice) = (StoreContents::default(), TimeSlice::begin());
    for key in local.keys().unwrap_or_default() {
        contents.take(local, key);
        slice.yield_if_over().await;
    }
    let spoilt = contents.spoilt.into_iter().map(|key| (local.get(&key).ok().flatten(), key));
    let all = spoilt.map(|(text, key)| (key, text)).chain(contents.aside).chain(in_database);
    (set_aside::distinct(all.filter_map(|(key, text)| Some((key, text?))).collect()), has_answered)
}

/// Deletes these texts, wherever they still stand under their keys. The person has said yes to that.
pub async fn delete_set_aside(storage: &Storage, texts: Vec<Unreadable>) {
    let local = &storage.0.local;
    let mut slice = TimeSlice::begin();
    for (key, text) in &texts {
        if local.get(key).is_ok_and(|known| known.as_ref() == Some(text)) {
            local.remove(key).ok();
        }
        slice.yield_if_over().await;
    }
    storage.0.database.ask(DbRequest::RemoveSame(texts)).await.ok();
}

/// How many characters of localStorage are used, whoever uses them.
pub fn used(storage: &Storage) -> u32 {
    let local = &storage.0.local;
    let keys = local.keys().unwrap_or_default();
    let of_key =
        |key: &String| local.length(key).saturating_add(u32::try_from(key.len()).unwrap_or(u32::MAX));
    keys.iter().map(of_key).fold(0, u32::saturating_add)
}
