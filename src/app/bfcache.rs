//! A page that the browser puts away whole, in its back/forward cache, and may show again as it was.
//!
//! In the meantime other pages of the app write, and nobody tells this one. So nothing moves in it until it is known that all
//! is as it was; if it is not, the page begins anew.

use super::dispatcher::Dispatcher;
use crate::{
    domain::{Effect, Event, phase::Name},
    platform::page,
};

impl Dispatcher {
    /// The page is about to be put away. What there is is written, and its lock given back: WebKit takes it from such a
    /// page, which would hear later that another tab has done so, and Chromium does not put away a page that has one.
    pub(super) fn put_away(&self) {
        self.0.storage.suspend_database();
        self.dispatch(Event::Hidden);
        self.0.lock.release();
        self.0.suspended.replace(Some(self.0.storage.fingerprint()));
    }

    /// The page is seen, after it was hidden or put away.
    pub(super) fn shown(&self) {
        let suspended = self.0.suspended.take();
        if let Some(then) = &suspended {
            if self.0.storage.fingerprint() != *then {
                // Its events wait for ever: it writes nothing more.
                self.0.suspended.replace(suspended);
                return page::reload();
            }
            self.0.storage.resume_database();
        }
        self.ask_sound_back();
        self.dispatch(Event::Shown);
        if suspended.is_some() {
            // What was written last stands in localStorage alone. A session that has ended has no record.
            if self.read(|m| m.running().is_some_and(|running| running.phase_name() != Name::Done)) {
                self.perform(Effect::SaveLive);
            }
            // The lock is asked for again, and what was written meanwhile goes into the other store too.
            self.ask_other_store();
            self.other_tab_wrote(None);
        }
    }
}
