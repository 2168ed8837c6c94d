//! Makes the browser match the model's subscriptions after each event: ticker, wake lock, scheduled sound, session
//! lock.

use super::{dispatcher::Dispatcher, session_lock, sound};
use crate::domain::{model::SessionState, subscriptions};

pub(super) fn reconcile(app: &Dispatcher) {
    let (should_run, is_running) =
        app.read(|m| (subscriptions(m), matches!(m.session_state, SessionState::Running(_))));
    app.0.ticker.schedule(should_run.tick_ms);
    app.0.wake_lock.set_wanted(should_run.keep_awake);
    // A pause may be forgotten: headphones are kept awake only as long as the screen is.
    sound::schedule(app, is_running && should_run.keep_awake);
    if !should_run.session_lock {
        // During a take-over the session starts only after the lock is held: it must not be released.
        if app.0.lock.is_held() && !app.status().is_taking_over {
            app.0.lock.release();
        }
    } else if is_running && app.0.lock.is_free() {
        session_lock::request_lock(app);
    }
}
