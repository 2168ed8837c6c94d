//! Suspends and resumes the app when the browser moves the page into its back/forward cache and back.
//!
//! Other pages of the app may write to the stores meanwhile, and this page gets no `storage` event. So its events are
//! queued until the stores are known to be unchanged; if they have changed, the page reloads.

use super::{dispatcher::Dispatcher, effect_runner, sound, stored_state};
use crate::{
    domain::{Effect, Event, phase::PhaseName},
    platform::page,
};

/// The page is about to enter the cache. Saves the state and releases the lock: WebKit steals the locks of a page in
/// the cache, which the page would later take for another tab's, and Chromium does not cache a page that holds a
/// lock.
pub(super) fn suspend(app: &Dispatcher) {
    app.0.storage.suspend_database();
    app.dispatch(Event::PageHidden);
    app.0.lock.release();
    app.0.suspended.replace(Some(app.0.storage.fingerprint()));
}

/// The page is visible, after it was hidden or in the cache.
pub(super) fn on_page_shown(app: &Dispatcher) {
    let suspended = app.0.suspended.take();
    if let Some(fingerprint) = &suspended {
        if app.0.storage.fingerprint() != *fingerprint {
            // The events stay queued, so that this page writes nothing more.
            app.0.suspended.replace(suspended);
            return page::reload();
        }
        app.0.storage.resume_database();
    }
    sound::resume(app);
    app.dispatch(Event::PageShown);
    if suspended.is_some() {
        // The last snapshot is only in localStorage. A session that is over has none.
        if app.read(|m| m.running().is_some_and(|running| running.phase_name() != PhaseName::Done)) {
            effect_runner::run(app, Effect::SaveSnapshot);
        }
        // Requests the lock again, and reconciles the stores.
        stored_state::read_snapshot_and_singletons(app);
        stored_state::read_key(app, None);
    }
}
