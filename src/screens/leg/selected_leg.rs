//! The leg that the leg screen shows.

use leptos::prelude::*;

use crate::{app::context::AppContext, domain::leg::Leg};

/// The selected leg. Tracked.
pub fn selected_leg(app: AppContext) -> Leg {
    app.draft.with(|draft| draft.leg)
}
