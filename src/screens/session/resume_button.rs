//! The button that leads out of a pause.

use leptos::prelude::*;

use super::control::Control;
use crate::{app::context::use_app, domain::Event};

/// The way back out of a pause, or of the question that it asks.
#[component]
pub fn Resume(
    /// What happens when it is pressed.
    event: Event,
) -> impl IntoView {
    let t = &use_app().text.get_untracked().session_screen;
    view! { <Control class="control is-resume" words=t.resume event takes_focus=true main=true/> }
}
