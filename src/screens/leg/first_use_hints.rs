//! Hints for the first use on the plate: where to tap, where the roller starts and stops, how to lie.

use leptos::prelude::*;

use super::{crop::Crop, ui_state::LegUiState};
use crate::{
    app::context::{AppContext, use_app},
    components::pose::{Pose, WHOLE},
    domain::{draft::Draft, model::SessionState},
};

/// A person whose roller is just under the bony part of the hip.
const UPPER: &str = r#"<use href="pose.svg#pose-upper"/>"#;

/// Whether the welcome has not been closed yet and no session is known. Tracked.
///
/// False while storage does not answer, because it may contain sessions.
pub fn is_first_use(app: AppContext) -> bool {
    !app.meta.with(|meta| meta.welcomed)
        && !app.storage_health.get().is_unanswered()
        && app.history.with(|history| history.entries().next().is_none())
}

/// The hints, until a spot is marked or the welcome is closed. `index.html` contains a static copy: keep the
/// two alike.
#[component]
pub fn FirstUseHints(
    /// UI state of the leg screen.
    ui: LegUiState,
) -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().shell;
    let is_shown = Memo::new(move |_| {
        is_first_use(app)
            && app.draft.with(Draft::is_empty)
            && ui.crop.get() == Crop::Thigh
            && app
                .session_state
                .with(|session| matches!(session, SessionState::Idle | SessionState::GateOpen(_)))
    });
    move || {
        is_shown.get().then(|| {
            view! {
                <div class="first-use-hints">
                    <span class="first-use-ring"></span>
                    <p class="plate-caption is-start">{t.roller_starts_here}</p>
                    <p class="plate-caption is-tap">{t.tap_where_tight}</p>
                    <p class="plate-caption is-stop">{t.stop_here}</p>
                    <Pose class="first-use-pose" view_box=WHOLE parts=UPPER/>
                </div>
            }
        })
    }
}
