//! The one place that announces what happened. It announces events, never seconds.

use leptos::prelude::*;

use crate::app::context::use_app;

/// A polite status region for screen readers only.
///
/// The same words twice in a row are two announcements: a no-break space at the end of every other one makes them
/// different for the screen reader and the same for the person.
#[component]
pub fn LiveRegion() -> impl IntoView {
    let app = use_app();
    let words = move || {
        let t = app.text.get();
        app.announcements.with(|(count, all)| {
            let mut words = t.session.all_said(all);
            if count % 2 == 1 {
                words.push('\u{a0}');
            }
            words
        })
    };
    view! { <p class="heard" role="status">{move || words()}</p> }
}
