//! The one place that announces what happened. It announces events, never seconds.

use gloo_timers::callback::Timeout;
use leptos::prelude::*;

use crate::app::context::use_app;

/// How long an announcement can be found and read again, milliseconds. What stands there for longer is of the past.
const STAYS_MS: u32 = 10_000;

/// A polite status region for screen readers only.
///
/// The same words twice in a row are two announcements: a no-break space at the end of every other one makes them
/// different for the screen reader and the same for the person.
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
        app.announcements.with(|(count, all)| {
            let mut words = t.all_said(all);
            if count % 2 == 1 {
                words.push('\u{a0}');
            }
            words
        })
    };
    view! { <p class="heard" role="status">{move || words()}</p> }
}
