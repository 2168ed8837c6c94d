//! How this screen reads the finished sessions.

use leptos::prelude::*;

use crate::{app::context::AppContext, domain::history::History};

/// Reads the finished sessions. Tracked by what they say: where one is stored makes no difference.
pub fn with_sessions<T>(app: AppContext, read: impl FnOnce(&History) -> T) -> T {
    // Not `track()`, which does not compute a memo that was never read, and is then not notified.
    app.history_fingerprint.get();
    app.history.with_untracked(read)
}
