//! Carries out the effects that an update returns.

use wasm_bindgen_futures::spawn_local;

use super::dispatcher::Dispatcher;
use crate::{
    domain::{Effect, Event, history::SaveStatus, session::SessionId},
    platform::{
        device,
        lock::{LockAnswer, has_locks},
        storage::LiveSaved,
    },
};

impl Dispatcher {
    pub(super) fn perform(&self, effect: Effect) {
        let inner = &self.0;
        match effect {
            Effect::SaveLive => self.save_live(),
            Effect::DropLive(id) => inner.storage.remove_live(id),
            Effect::SaveSession { rev, session } => {
                inner.storage.save_session(rev, &session, self.kept(session.id, rev));
            }
            Effect::SaveTombstone { id, rev, unix_ms } => {
                inner.storage.save_tombstone(id, rev, unix_ms, self.kept(id, rev));
            }
            Effect::SaveDraft => self.read(|m| inner.storage.save_draft(&m.draft)),
            Effect::SaveSettings => self.read(|m| inner.storage.save_settings(&m.settings)),
            Effect::SaveMeta => self.read(|m| inner.storage.save_meta(&m.meta)),
            Effect::Play(tone) => self.play(tone),
            // Announced when all effects of the event are carried out: it is one announcement.
            Effect::Say(_) => {}
            Effect::Show(screen) => inner.page_history.go(screen),
            Effect::StealLock => self.steal(),
            Effect::ClaimFreeLock => self.claim_free_lock(),
        }
    }

    /// Reports where a revision of a session is stored.
    fn kept(&self, id: SessionId, rev: u32) -> impl Fn(SaveStatus) + use<> {
        let app = self.clone();
        move |kept| app.dispatch(Event::SessionKept(id, rev, kept))
    }

    fn save_live(&self) {
        let Some(live) = self.live() else { return };
        let (app, seq) = (self.clone(), live.running.seq);
        self.0.storage.save_live(&live, move |saved| match saved {
            LiveSaved::Kept(kept) => app.dispatch(Event::LiveKept(seq, kept)),
            LiveSaved::LostLock => app.lost_lock(),
        });
    }

    /// Takes the lock if the session that another tab ran is run by none any more, and offers what was left behind.
    ///
    /// Only where the page is seen: the tab that runs the session has no lock for a moment while it is loaded anew, and
    /// is then the one to go on. Without locks nothing tells the two cases apart.
    fn claim_free_lock(&self) {
        if !has_locks() || device::is_hidden() || !self.0.lock.is_free() {
            return;
        }
        let (app, answer) = (self.clone(), self.0.lock.request(false));
        spawn_local(async move {
            // A lock manager that does not answer grants nothing here: the session may still run.
            if answer.await == LockAnswer::Granted && app.0.lock.is_held() {
                app.ask_other_store();
            }
        });
    }

    /// Takes the session over from the tab that runs it.
    fn steal(&self) {
        let (app, answer) = (self.clone(), self.0.lock.request(true));
        self.update_device(|d| d.taking_over = true);
        spawn_local(async move {
            let is_granted = answer.await == LockAnswer::Granted;
            let live = if is_granted { app.0.storage.read_live().await.live } else { None };
            app.update_device(|d| d.taking_over = false);
            if is_granted {
                app.dispatch(live.map_or(Event::GoneElsewhere, Event::TookOver));
            }
        });
    }
}
