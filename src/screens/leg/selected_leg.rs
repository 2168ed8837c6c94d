//! The leg that the screen shows.

use leptos::prelude::*;

use crate::{app::context::AppContext, domain::leg::Leg};

/// The leg that is shown. Tracked.
pub fn selected_leg(app: AppContext) -> Leg {
    app.draft.with(|draft| draft.leg)
}
