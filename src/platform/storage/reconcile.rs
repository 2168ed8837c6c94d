//! The two stores are reconciled once localStorage has been read, and each gets what it misses.

use std::future::Future;

use super::{
    database::DbFuture,
    db_request::{DbRequest, DbResult},
    stores::Storage,
};
use crate::{
    domain::{
        history::{Entry, History, SaveStatus},
        model::{ReadStatus, Trouble},
        session::SessionId,
    },
    platform::{clock, patience::TimedOut, time_slice::TimeSlice},
    storage::{
        item::Single,
        key_value_store::{PutOutcome, StoreError},
        keys,
        load::{self, Singles, StoreContents},
        reconcile::{Missing, Union},
        records::Records,
    },
};

/// How many texts go into one transaction: each costs the disk one visit, each must not take long.
const AT_ONCE: usize = 100;

/// What both stores know together.
#[derive(Clone, Debug)]
pub struct Reconciled {
    /// Every session by its highest revision, each with where it is kept now.
    pub entries: Vec<(SessionId, Entry)>,
    /// What localStorage had an earlier one of.
    pub later: Singles,
    /// A session is running, or was when the stores were read: ask [`Storage::read_live`] now.
    pub live: bool,
    /// What the person has to be told of the stores.
    pub trouble: Trouble,
    /// The database was waited for in vain. To be reconciled once more, when it answers.
    pub timed_out: bool,
}

/// How long the database is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wait {
    /// As long as a person waits.
    WithPatience,
    /// Until it answers: nobody waits.
    UntilItAnswers,
}

/// Reconciles both stores and `history`, gives each store what it misses, and returns what was found. To be called once
/// localStorage has been read, and again when the stores may have been cleared. What is saved after the call counts as
/// later than what the stores have; so does what was saved before, if the database has never been read.
pub fn reconcile(
    storage: &Storage,
    history: History,
    wait: Wait,
) -> impl Future<Output = Reconciled> + use<> {
    let storage = storage.clone();
    let saves = if storage.0.database_read.get() { storage.0.saves.get() } else { [0; 3] };
    let read = storage.0.database.run(DbRequest::Read(vec![keys::OURS.to_owned()]));
    async move {
        let read = answer(&storage, wait, read).await;
        let mut timed_out = read.is_err();
        let status = match &read {
            Ok(Ok(_)) => ReadStatus::Complete,
            Ok(Err(_)) => ReadStatus::Refused,
            Err(TimedOut) => ReadStatus::Unanswered,
        };
        let is_reachable = status == ReadStatus::Complete;
        let known = storage.0.known.take();
        let mut database = StoreContents {
            database: true,
            newer: storage.0.database.is_newer(),
            ..StoreContents::default()
        };
        let mut slice = TimeSlice::begin();
        for (key, text) in read.unwrap_or(Ok(DbResult::default())).unwrap_or_default().texts {
            database.add_beside(&known, key, text);
            slice.yield_if_over().await;
        }
        let mut union = compare(&storage, database, &known, saves, &history);
        union.trouble.read = status;
        if is_reachable {
            storage.0.database_read.set(true);
            timed_out = repair_database(&storage, &mut union, wait).await.is_err();
            storage.remove(&union.superseded(false), union.superseded(true));
        }
        let mut found = reconciled(&storage, union, saves);
        if status == ReadStatus::Unanswered {
            forget_where_kept(&mut found.entries, &history);
        }
        Reconciled { timed_out, ..found }
    }
}

/// Where a session stands that was not written just now, is not known: the database may have it.
fn forget_where_kept(entries: &mut [(SessionId, Entry)], history: &History) {
    let was_nowhere = |id| history.get(id).is_some_and(|entry| entry.kept == SaveStatus::Nowhere);
    for (_, entry) in entries.iter_mut().filter(|(id, _)| !was_nowhere(*id)) {
        entry.kept = SaveStatus::Pending;
    }
}

async fn answer(
    storage: &Storage,
    wait: Wait,
    mut result: DbFuture,
) -> Result<Result<DbResult, StoreError>, TimedOut> {
    match wait {
        Wait::WithPatience => storage.0.database.within_patience(&mut result).await,
        Wait::UntilItAnswers => Ok(result.await),
    }
}

/// Compares the stores, and gives localStorage what it misses.
fn compare(
    storage: &Storage,
    mut database: StoreContents,
    known: &Records,
    saves: [u32; 3],
    history: &History,
) -> Union {
    storage.take_numbers(&database);
    for ((single, was), is) in database.singles.iter_mut().zip(saves).zip(storage.0.saves.get()) {
        // It is earlier than what has been saved meanwhile.
        if was != is {
            *single = None;
        }
    }
    // Nothing is awaited between reading localStorage and writing it, so that a change made in the meantime is never
    // undone.
    let local = StoreContents::of(&storage.0.local, known);
    let (local_spoilt, database_spoilt) = (local.spoilt.clone(), database.spoilt.clone());
    let mut union = Union::of(local, database, history);
    load::clear_away(&storage.0.local, &local_spoilt, clock::now().unix_ms);
    repair_local(storage, &mut union);
    if !database_spoilt.is_empty() {
        storage.0.database.run_in_background(DbRequest::SetAside(database_spoilt));
    }
    union
}

fn repair_local(storage: &Storage, union: &mut Union) {
    for missing in std::mem::take(&mut union.local) {
        if storage.put_local(&missing.key, &missing.text) == Ok(PutOutcome::Stored) {
            union.stands(&missing, false);
        }
    }
}

/// Gives the database what it misses, some at a time.
async fn repair_database(storage: &Storage, union: &mut Union, wait: Wait) -> Result<(), TimedOut> {
    while !union.database.is_empty() {
        let some: Vec<Missing> = union.database.drain(..union.database.len().min(AT_ONCE)).collect();
        let texts = some.iter().map(|m| (m.key.clone(), m.text.clone())).collect();
        let result = answer(storage, wait, storage.0.database.run(DbRequest::Write(texts))).await?;
        let DbResult { written, .. } = result.unwrap_or_default();
        for (missing, outcome) in some.iter().zip(written) {
            if outcome == Ok(PutOutcome::Stored) {
                union.stands(missing, true);
            }
        }
    }
    Ok(())
}

fn reconciled(storage: &Storage, union: Union, saves: [u32; 3]) -> Reconciled {
    let now = storage.0.saves.get();
    let is_untouched = |single: Single| saves[single as usize] == now[single as usize];
    let entries = union.entries();
    let later = union.later;
    Reconciled {
        entries,
        later: Singles {
            draft: later.draft.filter(|_| is_untouched(Single::Draft)),
            settings: later.settings.filter(|_| is_untouched(Single::Settings)),
            meta: later.meta.filter(|_| is_untouched(Single::Meta)),
        },
        live: union.live.is_some(),
        trouble: union.trouble,
        timed_out: false,
    }
}
