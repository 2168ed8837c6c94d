//! The confirmation before a session is stopped.

use leptos::prelude::*;

use super::{control::Control, resume_button::ResumeButton};
use crate::{app::context::use_app, domain::Event};

/// Asks "End this session?", so that an accidental touch does not end it.
#[component]
pub fn StopQuestion() -> impl IntoView {
    let t = &use_app().text.get_untracked().session_screen;
    view! {
        <div class="stop-question" role="group" aria-labelledby="stop-question">
            <p class="stop-question-text" id="stop-question">{t.stop_question}</p>
            <Control class="control is-stop-now" label=t.stop_now event=Event::StopConfirmed/>
            <ResumeButton event=Event::StopCancelled/>
        </div>
    }
}
