//! A backup that comes back: onto an empty device, onto one that knows other things, twice.

mod encodings;
mod hostile;
mod laid;
mod rescue;
mod slices;

use std::sync::Arc;

use eased::{
    domain::{
        Event, Model, Now,
        history::{Body, SaveStatus},
        import_preview::{Preview, Refusal, Wish},
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
    fakes::Fake,
    reconcile::{contents, unite},
};
use crate::sample;

const NOW: Now = Now { unix_ms: 1_795_363_200_000, mono_ms: 0, utc_offset_min: 60 };

/// A device: its memory and its two stores.
struct Device {
    model: Model,
    local: Fake,
    database: Fake,
}

impl Device {
    fn new() -> Self {
        Self { model: Model::new("test"), local: Fake::default(), database: Fake::default() }
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

    /// Lays both stores together, as after every start.
    fn restart(&mut self) {
        let union = unite(&self.local, &self.database, &self.model.history);
        update(&mut self.model, Event::Found(union.entries()), NOW);
    }

    fn delete(&mut self, id: SessionId) {
        update(&mut self.model, Event::Deleted(id), NOW);
        self.restart();
    }

    fn export(&self) -> String {
        let aside = |store: &Fake| {
            contents(store, false).aside.into_iter().map(|(key, text)| (key, text.expect("a text")))
        };
        let spoilt: Vec<_> = aside(&self.database).collect();
        backup::write(&self.model, &spoilt, NOW).text
    }

    fn preview(&self, text: &str) -> Preview {
        import::preview(&Self::read(text), &self.model)
    }

    fn preview_of(&self, backup: &Backup) -> Preview {
        import::preview(backup, &self.model)
    }

    fn read(text: &str) -> Backup {
        import::read(text).unwrap_or_else(|why| panic!("{why:?} in {text}"))
    }

    /// Does what the app does after the yes.
    fn import(&mut self, text: &str, bring_back: bool) {
        let backup = Self::read(text);
        let history = import::merged(&backup, &self.model, Wish { bring_back, settings: false });
        for (key, text) in &backup.aside {
            eased::storage::key_value_store::put(&self.database, key, text, NOW.unix_ms).expect("room");
        }
        let union = unite(&self.local, &self.database, &history);
        update(&mut self.model, Event::Found(union.entries()), NOW);
    }

    /// What the person sees.
    fn seen(&self) -> Vec<String> {
        let seen =
            |(id, e): (SessionId, &eased::domain::history::Entry)| format!("{id:?} {} {:?}", e.rev, e.body);
        self.model.history.entries().map(seen).collect()
    }

    /// All that stands in the stores.
    fn stands(&self) -> Vec<String> {
        let all =
            |store: &Fake| store.texts.borrow().iter().map(|(k, v)| format!("{k} {v}")).collect::<Vec<_>>();
        [all(&self.local), all(&self.database)].concat()
    }

    fn all_kept(&self) -> bool {
        self.model.history.entries().all(|(_, entry)| entry.kept == SaveStatus::Both)
    }
}

fn id(n: u8) -> SessionId {
    SessionId::from_random([n; 10])
}

/// A session with one hold at a place.
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

fn body(device: &Device, n: u8) -> Body {
    device.model.history.get(id(n)).expect("known").body.clone()
}

fn full(session: Session) -> Body {
    Body::Full(Arc::new(session))
}

fn refusal(text: &str) -> Refusal {
    import::read(text).expect_err("refused")
}
