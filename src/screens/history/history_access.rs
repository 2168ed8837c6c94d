//! Reactive access to the finished sessions for this screen.

use leptos::prelude::*;

use crate::{app::context::AppContext, domain::history::History};

/// Reads the finished sessions. Tracks their content, but not where they are stored.
pub fn with_sessions<T>(app: AppContext, read: impl FnOnce(&History) -> T) -> T {
    // Not `track()`: it does not compute a memo that was never read, so no notification would follow.
    app.history_fingerprint.get();
    app.history.with_untracked(read)
}
