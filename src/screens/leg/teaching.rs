//! What the first opening shows on the plate: where a finger may go, where the roller starts and stops, how one lies.

use leptos::prelude::*;

use super::{crop::Crop, ui_state::LegUiState};
use crate::{
    app::context::{AppContext, use_app},
    components::pose::{Pose, WHOLE},
    domain::{draft::Draft, model::SessionState},
};

/// The person with the roller just under the bony part of the hip.
const UPPER: &str = r#"<use href="pose.svg#pose-upper"/>"#;

/// Whether the welcome has not been closed yet and no session is known. Tracked.
///
/// Nobody is new to a store that does not answer: it may know them.
pub fn is_new(app: AppContext) -> bool {
    !app.meta.with(|meta| meta.welcomed)
        && !app.trouble.get().is_silent()
        && app.history.with(|history| history.entries().next().is_none())
}

/// The teaching, until something is marked or the welcome is closed. `index.html` shows it too: keep the two alike.
#[component]
pub fn Teaching(
    /// The state of the screen.
    ui: LegUiState,
) -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().shell;
    let is_shown = Memo::new(move |_| {
        is_new(app)
            && app.draft.with(Draft::is_empty)
            && ui.crop.get() == Crop::Thigh
            && app.session.with(|session| matches!(session, SessionState::Idle | SessionState::Asking(_)))
    });
    move || {
        is_shown.get().then(|| {
            view! {
                <div class="teach">
                    <span class="teach-ring"></span>
                    <p class="plate-word is-start">{t.starts_here}</p>
                    <p class="plate-word is-tap">{t.tap_where}</p>
                    <p class="plate-word is-stop">{t.stop_here}</p>
                    <Pose class="teach-pose" view_box=WHOLE parts=UPPER/>
                </div>
            }
        })
    }
}
