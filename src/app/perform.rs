//! Carries out the orders that come out of a step.

use std::rc::Rc;

use super::App;
use crate::{
    domain::{Effect, Event, history::Kept, live::Live, session::SessionId},
    effect::{lock::Answer, page, shelf::LiveSaved},
    view::ctx,
};

impl App {
    pub(super) fn perform(&self, effect: Effect) {
        let inner = &self.0;
        match effect {
            Effect::SaveLive => self.save_live(),
            Effect::DropLive(id) => inner.shelves.drop_live(id),
            Effect::SaveSession { rev, session } => {
                inner.shelves.save_session(rev, &session, self.kept(session.id, rev));
            }
            Effect::SaveTombstone { id, rev, unix_ms } => {
                inner.shelves.save_tombstone(id, rev, unix_ms, self.kept(id, rev));
            }
            Effect::SaveDraft => ctx().peek(|m| inner.shelves.save_draft(&m.draft)),
            Effect::SaveSettings => ctx().peek(|m| inner.shelves.save_settings(&m.settings)),
            Effect::SaveMeta => ctx().peek(|m| inner.shelves.save_meta(&m.meta)),
            Effect::Play(tone) => self.play(tone),
            // Told once all of the step is done: it is one announcement.
            Effect::Say(_) => {}
            Effect::Show(screen) => page::go(screen),
            Effect::StealLock => self.steal(),
        }
    }

    /// Passes on where a revision of a session is kept.
    fn kept(&self, id: SessionId, rev: u32) -> Box<dyn Fn(Kept)> {
        let app = self.clone();
        Box::new(move |kept| app.send(Event::SessionKept(id, rev, kept)))
    }

    fn save_live(&self) {
        let Some(live) = Self::live() else { return };
        let (app, seq) = (self.clone(), live.running.seq);
        let told = move |saved| match saved {
            LiveSaved::Kept(kept) => app.send(Event::LiveKept(seq, kept)),
            LiveSaved::LostLock => app.lost_lock(),
        };
        self.0.shelves.save_live(&live, Box::new(told));
    }

    /// Takes the session over from the tab that runs it.
    fn steal(&self) {
        let app = self.clone();
        let answered = move |answer| match answer {
            Answer::Granted => {
                let taking = app.clone();
                app.0.taking_over.set(true);
                let read = move |found: Option<Box<Live>>, _| {
                    taking.0.taking_over.set(false);
                    taking.send(found.map_or(Event::GoneElsewhere, Event::TookOver));
                };
                app.0.shelves.read_live(Box::new(read));
            }
            Answer::Refused => {}
            Answer::Lost => app.lost_lock(),
        };
        self.0.lock.request(true, Rc::new(answered));
    }
}
