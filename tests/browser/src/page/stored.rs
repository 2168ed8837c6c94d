//! The stored data, read without the app's code: every `eased.` key of localStorage and IndexedDB.

use crate::browser::{Browser, wait_until};
use crate::failure::{Outcome, ensure, fail};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Reads every record of every IndexedDB database, as [store, key, value as text].
const READ_ALL_RECORDS: &str = "const done = arguments[arguments.length - 1]; (async () => {\
    const out = [];\
    for (const { name } of await indexedDB.databases()) {\
        const db = await new Promise((yes, no) => { const ask = indexedDB.open(name); ask.onsuccess = () => yes(ask.result); ask.onerror = no; });\
        for (const store of db.objectStoreNames) {\
            const s = db.transaction(store).objectStore(store);\
            const [keys, values] = await Promise.all([s.getAllKeys(), s.getAll()].map((ask) => new Promise((yes, no) => { ask.onsuccess = () => yes(ask.result); ask.onerror = no; })));\
            keys.forEach((key, i) => out.push([name, store, String(key), typeof values[i] === 'string' ? values[i] : JSON.stringify(values[i])]));\
        }\
        db.close();\
    }\
    return out; })().then(done, () => done([]));";

/// Overwrites the text of every record whose key is given.
const OVERWRITE_RECORDS: &str = "const [texts, done] = [arguments[0], arguments[arguments.length - 1]]; (async () => {\
    for (const { name } of await indexedDB.databases()) {\
        const db = await new Promise((yes, no) => { const ask = indexedDB.open(name); ask.onsuccess = () => yes(ask.result); ask.onerror = no; });\
        for (const store of db.objectStoreNames) {\
            const t = db.transaction(store, 'readwrite'), s = t.objectStore(store);\
            const walk = s.openCursor();\
            walk.onsuccess = () => { const c = walk.result; if (!c) return; const text = texts[String(c.key)];\
                if (text !== undefined) c.update(typeof c.value === 'string' ? text\
                    : Object.fromEntries(Object.entries(c.value).map(([k, v]) => [k, typeof v === 'string' && k !== s.keyPath ? text : v])));\
                c.continue(); };\
            await new Promise((yes, no) => { t.oncomplete = yes; t.onabort = no; t.onerror = no; });\
        }\
        db.close();\
    }\
    return true; })().then(done, (e) => done(String(e)));";

/// Stored texts by key.
pub type StoredTexts = BTreeMap<String, String>;

/// How a hold ended, by the first letter of its stored code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// The person tapped "Eased".
    Eased,
    /// Moved on.
    MovedOn,
    /// At 120 s.
    Limit,
    /// After the fixed seconds.
    Timed,
    /// By "This feels wrong" or Stop.
    Stopped,
    /// The page ended during the hold.
    Interrupted,
}

/// A hold as it is stored.
#[derive(Debug, Clone)]
pub struct Hold {
    /// Index of its pass.
    pub pass: i64,
    /// Whole percent down the zone.
    pub position: i64,
    /// Counted milliseconds.
    pub held_ms: i64,
    /// Paused milliseconds within it.
    pub paused_ms: i64,
    /// The part of the counted milliseconds in which the page did not run.
    pub gap_ms: i64,
    /// Pain at press and at ease, where it was rated.
    pub pains: [Option<i64>; 2],
    /// How it ended.
    pub ending: Ending,
    /// Letter of the reason, empty for none: `n` for numbness, `b` for the Stop button.
    pub reason: String,
}

/// A session as it is stored.
#[derive(Debug, Clone)]
pub struct Session {
    /// Its revision.
    pub revision: i64,
    /// Its start and its end, unix milliseconds.
    pub span: [i64; 2],
    /// Its passes in the order of their start, as stored.
    pub passes: Vec<Value>,
    /// The stored reasons of "This feels wrong" while rolling.
    pub felt_wrong: Vec<String>,
    /// Its holds.
    pub holds: Vec<Hold>,
}

impl Session {
    /// Reads the stored object; nothing for a tombstone.
    fn read(text: &str) -> Outcome<Option<Self>> {
        let record: Value = serde_json::from_str(text)?;
        if !record["deleted"].is_null() {
            return Ok(None);
        }
        let (Some(passes), Some(holds)) = (record["p"].as_array(), record["h"].as_array()) else {
            fail!("a session is stored as {text}")
        };
        let holds = holds.iter().map(Hold::read).collect::<Outcome<_>>()?;
        let number = |name: &str| record[name].as_i64().unwrap_or_default();
        let span = [number("s"), number("e")];
        let felt_wrong = passes.iter().filter_map(|pass| pass["w"].as_array()).flatten();
        let felt_wrong = felt_wrong.map(|reason| reason.as_str().unwrap_or_default().to_owned()).collect();
        Ok(Some(Self { revision: number("r"), span, passes: passes.clone(), felt_wrong, holds }))
    }
}

impl Hold {
    fn read(hold: &Value) -> Outcome<Self> {
        let number = |name: &str| hold[name].as_i64().unwrap_or_default();
        let mut letters = hold["e"].as_str().unwrap_or_default().chars();
        let ending = match letters.next() {
            Some('e') => Ending::Eased,
            Some('m') => Ending::MovedOn,
            Some('l') => Ending::Limit,
            Some('t') => Ending::Timed,
            Some('s') => Ending::Stopped,
            Some('i') => Ending::Interrupted,
            _ => fail!("a hold is stored as {hold}"),
        };
        Ok(Self {
            pass: number("p"),
            position: number("x"),
            held_ms: number("h"),
            paused_ms: number("q"),
            gap_ms: number("g"),
            pains: [hold["a"].as_i64(), hold["b"].as_i64()],
            ending,
            reason: letters.collect(),
        })
    }
}

/// Puts texts into the database that the app has created.
const PUT_RECORDS: &str = "const [texts, done] = arguments, ask = indexedDB.open('eased');\
    ask.onerror = () => done(false);\
    ask.onsuccess = () => {\
        const t = ask.result.transaction('kept', 'readwrite'), kept = t.objectStore('kept');\
        for (const [key, text] of Object.entries(texts)) kept.put(text, key);\
        t.oncomplete = () => { ask.result.close(); done(true); };\
        t.onabort = () => done(false);\
    };";

impl Browser {
    /// Every `eased.` entry of localStorage.
    pub async fn local_storage(&self) -> Outcome<StoredTexts> {
        let script = "return Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith('eased.')))";
        Ok(serde_json::from_value(self.js(script, vec![]).await?)?)
    }

    /// Every record of every IndexedDB database whose key starts with `eased.`.
    pub async fn indexed_db(&self) -> Outcome<StoredTexts> {
        let rows: Vec<(String, String, String, String)> =
            serde_json::from_value(self.js_async(READ_ALL_RECORDS, vec![]).await?)?;
        Ok(rows.into_iter().filter(|row| row.2.starts_with("eased.")).map(|row| (row.2, row.3)).collect())
    }

    /// The session records of localStorage and of IndexedDB.
    pub async fn session_records(&self) -> Outcome<[StoredTexts; 2]> {
        Ok([self.local_storage().await?, self.indexed_db().await?].map(only_sessions))
    }

    /// Writes texts into localStorage.
    pub async fn set_local_storage(&self, texts: &StoredTexts) -> Outcome {
        let script =
            "for (const [key, text] of Object.entries(arguments[0])) localStorage.setItem(key, text)";
        self.js(script, vec![json!(texts)]).await.map(|_| ())
    }

    /// Writes texts into IndexedDB, under new or existing keys.
    pub async fn put_indexed_db(&self, texts: &StoredTexts) -> Outcome {
        ensure!(
            self.js_async(PUT_RECORDS, vec![json!(texts)]).await? == true,
            "IndexedDB did not store the texts"
        );
        Ok(())
    }

    /// Overwrites the texts of existing IndexedDB records.
    pub async fn overwrite_indexed_db(&self, texts: &StoredTexts) -> Outcome {
        let done = self.js_async(OVERWRITE_RECORDS, vec![json!(texts)]).await?;
        if done != true {
            fail!("IndexedDB cannot be overwritten: {done}");
        }
        Ok(())
    }

    /// The endings of the holds of the only stored session.
    pub async fn hold_endings(&self) -> Outcome<Vec<Ending>> {
        let sessions = self.stored_sessions().await?;
        ensure!(sessions.len() == 1, "{} sessions are stored", sessions.len());
        Ok(sessions[0].holds.iter().map(|hold| hold.ending).collect())
    }

    /// The sessions of localStorage: the highest revision of each, without deleted ones.
    pub async fn stored_sessions(&self) -> Outcome<Vec<Session>> {
        let mut newest: BTreeMap<String, (i64, Option<Session>)> = BTreeMap::new();
        for (key, text) in self.local_storage().await? {
            let mut parts = key.split('.').skip(1);
            let (Some("s"), Some(id), Some(revision)) = (parts.next(), parts.next(), parts.next()) else {
                continue;
            };
            let revision = revision.parse().unwrap_or_default();
            if newest.get(id).is_none_or(|(known, _)| *known < revision) {
                newest.insert(id.to_owned(), (revision, Session::read(&text)?));
            }
        }
        Ok(newest.into_values().filter_map(|(_, session)| session).collect())
    }

    /// Waits until both stores have a record with this key.
    pub async fn wait_stored_in_both(&self, key: &str) -> Outcome {
        wait_until(format!("both stores to have {key}"), async || {
            let both =
                self.local_storage().await?.contains_key(key) && self.indexed_db().await?.contains_key(key);
            Ok(both.then_some(()))
        })
        .await
    }

    /// Waits until IndexedDB has every session and the session snapshot of localStorage, with the same text.
    pub async fn wait_until_both_stores_agree(&self) -> Outcome {
        wait_until("both stores to have the same texts", async || {
            let (local, indexed) = (self.local_storage().await?, self.indexed_db().await?);
            let promised = |key: &str| key.starts_with("eased.s.") || key == "eased.live";
            let same = |(key, text): (&String, &String)| {
                indexed
                    .get(key)
                    .is_some_and(|stored_text| stored_text.contains(text) || inner_text(stored_text) == *text)
            };
            Ok((local.keys().any(|key| promised(key))
                && local.iter().filter(|(key, _)| promised(key)).all(same))
            .then_some(()))
        })
        .await
    }
}

/// The session records among stored texts.
pub fn only_sessions(mut texts: StoredTexts) -> StoredTexts {
    texts.retain(|key, _| key.starts_with("eased.s."));
    texts
}

/// The text inside a record that wraps it in an object.
fn inner_text(record: &str) -> String {
    let parsed: Value = serde_json::from_str(record).unwrap_or_default();
    let texts = parsed.as_object().into_iter().flat_map(|object| object.values());
    texts.filter_map(Value::as_str).max_by_key(|text| text.len()).unwrap_or_default().to_owned()
}
