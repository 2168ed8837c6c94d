//! A page that the browser puts away whole, in its back/forward cache, and may show again as it was.
//!
//! In the meantime other pages of the app write, and nobody tells this one. So nothing moves in it until it is known that all
//! is as it was; if it is not, the page begins anew.

use super::App;
use crate::{
    domain::{Effect, Event, phase::Name},
    effect::page,
    view::ctx,
};

impl App {
    /// The page is about to be put away. What there is is written, and its lock given back: WebKit takes it from such a
    /// page, which would hear later that another tab has done so, and Chromium does not put away a page that has one.
    pub(super) fn put_away(&self) {
        self.0.shelves.put_away();
        self.send(Event::Hidden);
        self.0.lock.release();
        self.0.away.replace(Some(self.0.shelves.glance()));
    }

    /// The page is seen, after it was hidden or put away.
    pub(super) fn shown(&self) {
        let away = self.0.away.take();
        if let Some(then) = &away {
            if self.0.shelves.glance() != *then {
                // Its events wait for ever: it writes nothing more.
                self.0.away.replace(away);
                return page::reload();
            }
            self.0.shelves.take_up();
        }
        self.ask_sound_back();
        self.send(Event::Shown);
        if away.is_some() {
            // What was written last stands in localStorage alone. A session that has ended has no record.
            if ctx().peek(|m| m.running().is_some_and(|running| running.phase_name() != Name::Done)) {
                self.perform(Effect::SaveLive);
            }
            // The lock is asked for again, and what was written meanwhile goes into the other store too.
            self.ask_other_store();
            self.other_tab_wrote(None);
        }
    }
}
