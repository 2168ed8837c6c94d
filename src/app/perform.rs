//! Carries out the orders that come out of a step.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::App;
use crate::{
    domain::{Effect, Event},
    effect::{lock::Answer, page, shelf::LiveSaved},
};

impl App {
    pub(super) fn perform(&self, effect: Effect) {
        let inner = &self.0;
        match effect {
            Effect::SaveLive => self.save_live(),
            Effect::DropLive(id) => inner.shelves.drop_live(id),
            Effect::SaveSession { rev, session } => {
                let (app, id) = (self.clone(), session.id);
                let told = move |kept| app.send(Event::SessionKept(id, rev, kept));
                inner.shelves.save_session(rev, &session, told);
            }
            Effect::SaveTombstone { id, rev, unix_ms } => {
                let app = self.clone();
                let told = move |kept| app.send(Event::SessionKept(id, rev, kept));
                inner.shelves.save_tombstone(id, rev, unix_ms, told);
            }
            Effect::SaveDraft => self.read(|m| inner.shelves.save_draft(&m.draft)),
            Effect::SaveSettings => self.read(|m| inner.shelves.save_settings(&m.settings)),
            Effect::SaveMeta => self.read(|m| inner.shelves.save_meta(&m.meta)),
            Effect::Play(tone) => {
                if self.read(|m| m.settings.chimes) {
                    inner.audio.play(tone);
                }
            }
            Effect::Say(said) => inner.said.update(|(count, last)| {
                *count = count.wrapping_add(1);
                *last = Some(said);
            }),
            Effect::Show(screen) => page::go(screen),
            Effect::StealLock => self.steal(),
        }
    }

    fn save_live(&self) {
        let Some(live) = self.live() else { return };
        let (app, seq) = (self.clone(), live.running.seq);
        self.0.shelves.save_live(&live, move |saved| match saved {
            LiveSaved::Kept(kept) => app.send(Event::LiveKept(seq, kept)),
            LiveSaved::LostLock => app.lost_lock(),
        });
    }

    /// Takes the session over from the tab that runs it.
    fn steal(&self) {
        let app = self.clone();
        self.0.lock.request(true, move |answer| match answer {
            Answer::Granted => {
                let app = app.clone();
                app.0.taking_over.set(true);
                spawn_local(async move {
                    let found = app.0.shelves.read_live().await;
                    app.0.taking_over.set(false);
                    app.send(found.map_or(Event::GoneElsewhere, Event::TookOver));
                });
            }
            Answer::Refused => {}
            Answer::Lost => app.lost_lock(),
        });
    }
}
