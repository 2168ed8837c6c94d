//! The question that a pause may ask.

use leptos::prelude::*;

use super::{control::Control, resume_button::Resume};
use crate::{app::context::use_app, domain::Event};

/// "End this session?", so that no elbow ends one.
#[component]
pub fn StopQuestion() -> impl IntoView {
    let t = &use_app().text.get_untracked().session_screen;
    view! {
        <div class="stop-question" role="group" aria-labelledby="stop-question">
            <p class="mat-question" id="stop-question">{t.stop_ask}</p>
            <Control class="control is-stop-now" words=t.stop_now event=Event::Stopped/>
            <Resume event=Event::StopWithdrawn/>
        </div>
    }
}
