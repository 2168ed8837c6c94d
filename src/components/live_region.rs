//! The live region that announces events to screen readers; it never announces seconds.

use gloo_timers::callback::Timeout;
use leptos::prelude::*;

use crate::app::context::use_app;

/// How long an announcement stays readable before it is cleared as outdated, milliseconds.
const ANNOUNCEMENT_LIFETIME_MS: u32 = 10_000;

/// The text of the announcement with this number. Screen readers stay silent if the text does not change, so
/// every other announcement ends with a no-break space: equal texts differ technically but look and sound the
/// same.
pub fn distinct_announcement(number: u32, words: &str) -> String {
    let end = if number % 2 == 1 && !words.is_empty() { "\u{a0}" } else { "" };
    [words, end].concat()
}

/// A polite status region that is visually hidden.
#[component]
pub fn LiveRegion() -> impl IntoView {
    let app = use_app();
    let is_past = RwSignal::new(false);
    let timeout = StoredValue::new_local(None);
    Effect::new(move || {
        app.announcements.track();
        is_past.set(false);
        timeout.set_value(Some(Timeout::new(ANNOUNCEMENT_LIFETIME_MS, move || is_past.set(true))));
    });
    let words = move || {
        if is_past.get() {
            return String::new();
        }
        let t = app.text.get();
        app.announcements
            .with(|(count, announcements)| distinct_announcement(*count, &t.announcements(announcements)))
    };
    view! { <p class="visually-hidden" role="status" translate="no">{move || words()}</p> }
}
