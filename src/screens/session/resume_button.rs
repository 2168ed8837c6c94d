//! The button Resume.

use leptos::prelude::*;

use super::control::Control;
use crate::{app::context::use_app, domain::Event};

/// Ends the pause, or withdraws the question that it asks.
#[component]
pub fn ResumeButton(
    /// The event that is dispatched on click.
    event: Event,
) -> impl IntoView {
    let t = &use_app().text.get_untracked().session_screen;
    view! { <Control class="control is-resume" label=t.resume event takes_focus=true is_main=true/> }
}
