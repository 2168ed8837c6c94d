//! Importing backups: to an empty device, to one with other data, and twice.

mod encoding;
mod invalid_files;
mod merge;
mod merge_properties;
mod raw_export;
mod reader;

use std::sync::Arc;

use eased::{
    domain::{
        Event, Model, Now,
        history::{RevisionBody, SaveStatus},
        import_preview::{ImportError, ImportOptions, ImportPreview},
        session::{Session, SessionId},
        update,
    },
    storage::{
        backup,
        codec::session,
        import::{self, Backup},
        key_value_store::KeyValueStore,
    },
};

use super::{
    fake_store::FakeStore,
    reconcile::{contents, reconcile},
};
use crate::sample;

const NOW: Now = Now { unix_ms: 1_795_363_200_000, mono_ms: 0, utc_offset_min: 60 };

/// A device: its model and both stores.
struct Device {
    model: Model,
    local: FakeStore,
    database: FakeStore,
}

impl Device {
    fn new() -> Self {
        Self { model: Model::new("test"), local: FakeStore::default(), database: FakeStore::default() }
    }

    fn with(revisions: impl IntoIterator<Item = (u32, Session)>) -> Self {
        let mut device = Self::new();
        for (rev, session) in revisions {
            let (key, text) = session::write(rev, &session);
            device.local.set(&key.to_text(), &text).expect("room");
        }
        device.restart();
        device
    }

    /// Reconciles both stores, as after every start.
    fn restart(&mut self) {
        let reconciliation = reconcile(&self.local, &self.database, &self.model.history);
        update(&mut self.model, Event::SessionsFound(reconciliation.entries()), NOW);
    }

    fn delete(&mut self, id: SessionId) {
        update(&mut self.model, Event::SessionDeleted(id), NOW);
        self.restart();
    }

    fn export(&self) -> String {
        let quarantined = |store: &FakeStore| {
            contents(store, false).quarantined.into_iter().map(|(key, text)| (key, text.expect("a text")))
        };
        let corrupt_texts: Vec<_> = quarantined(&self.database).collect();
        backup::write(&self.model, &corrupt_texts, NOW).text
    }

    fn preview(&self, text: &str) -> ImportPreview {
        import::preview(&Self::read(text), &self.model)
    }

    fn preview_of(&self, backup: &Backup) -> ImportPreview {
        import::preview(backup, &self.model)
    }

    fn read(text: &str) -> Backup {
        import::read(text).unwrap_or_else(|why| panic!("{why:?} in {text}"))
    }

    /// Imports like the app after confirmation.
    fn import(&mut self, text: &str, restore_deleted: bool) {
        let backup = Self::read(text);
        let history =
            import::merge(&backup, &self.model, ImportOptions { restore_deleted, replace_settings: false });
        for (key, text) in &backup.corrupt_texts {
            eased::storage::key_value_store::put(&self.database, key, text, NOW.unix_ms).expect("room");
        }
        let reconciliation = reconcile(&self.local, &self.database, &history);
        update(&mut self.model, Event::SessionsFound(reconciliation.entries()), NOW);
    }

    /// The visible history.
    fn visible_history(&self) -> Vec<String> {
        let describe = |(id, e): (SessionId, &eased::domain::history::SessionEntry)| {
            format!("{id:?} {} {:?}", e.rev, e.body)
        };
        self.model.history.entries().map(describe).collect()
    }

    /// All stored keys and texts.
    fn stored(&self) -> Vec<String> {
        let entries_of = |store: &FakeStore| {
            store.texts.borrow().iter().map(|(k, v)| format!("{k} {v}")).collect::<Vec<_>>()
        };
        [entries_of(&self.local), entries_of(&self.database)].concat()
    }

    fn is_all_saved(&self) -> bool {
        self.model.history.entries().all(|(_, entry)| entry.save_status == SaveStatus::InBothStores)
    }
}

fn id(n: u8) -> SessionId {
    SessionId::from_random([n; 10])
}

/// A session with one hold at a position.
fn session_at(n: u8, percent: i32) -> Session {
    let mut session = sample::session(id(n));
    session.passes.push(eased::domain::session::Pass {
        leg: eased::domain::leg::Leg::Left,
        active_ms: 60_000,
        paused_ms: 0,
        end: Some(eased::domain::session::PassEnd::Bottom),
        felt_wrong: Vec::new(),
        unknown: eased::domain::unknown_fields::UnknownFields::NONE,
    });
    session.holds.push(sample::hold(percent));
    session
}

fn body(device: &Device, n: u8) -> RevisionBody {
    device.model.history.get(id(n)).expect("known").body.clone()
}

fn full(session: Session) -> RevisionBody {
    RevisionBody::Full(Arc::new(session))
}

fn refusal(text: &str) -> ImportError {
    import::read(text).expect_err("refused")
}
