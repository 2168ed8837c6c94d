//! The one place that announces what happened. It announces events, never seconds.

use gloo_timers::callback::Timeout;
use leptos::prelude::*;

use crate::app::context::use_app;

/// How long an announcement can be found and read again, milliseconds. What stands there for longer is of the past.
const STAYS_MS: u32 = 10_000;

/// The words of the message with this number. The same words twice in a row are two messages, but a screen reader is silent
/// where nothing has changed: a no-break space at the end of every other one makes them different for it, and the same for
/// the person.
pub fn told_again(number: u32, words: &str) -> String {
    let end = if number % 2 == 1 && !words.is_empty() { "\u{a0}" } else { "" };
    [words, end].concat()
}

/// A polite status region for screen readers only.
#[component]
pub fn LiveRegion() -> impl IntoView {
    let app = use_app();
    let is_past = RwSignal::new(false);
    let timeout = StoredValue::new_local(None);
    Effect::new(move || {
        app.announcements.track();
        is_past.set(false);
        timeout.set_value(Some(Timeout::new(STAYS_MS, move || is_past.set(true))));
    });
    let words = move || {
        if is_past.get() {
            return String::new();
        }
        let t = app.text.get();
        app.announcements.with(|(count, all)| told_again(*count, &t.all_said(all)))
    };
    view! { <p class="heard" role="status" translate="no">{move || words()}</p> }
}
