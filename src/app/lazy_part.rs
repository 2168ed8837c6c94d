//! The interface of the lazy part: the functions that components may call once it is loaded.
//!
//! This file names no screen, so that nothing of the lazy part is linked into the module that is loaded first.

use std::cell::Cell;

use leptos::prelude::AnyView;

use crate::domain::{history::History, leg::Leg, screen::Screen, spot::Spot, track::Track};

/// Name of the lazy part: the base name of its files, and the value of `data-eased` on its style sheets in
/// `index.html`.
pub const NAME: &str = "session_and_history";

/// The functions of the lazy part that components call.
pub struct ComponentFunctions {
    /// The view of a screen.
    pub screen_view: fn(Screen) -> AnyView,
    /// The safety gate.
    pub gate_view: fn() -> AnyView,
    /// The tracks of a leg's earlier spots, newest first.
    pub recent_tracks: fn(&History, Leg) -> Vec<Track>,
    /// The spots of today's plan: left, then right.
    pub planned_spots: fn(&History) -> [Vec<Spot>; 2],
    /// The question for the knee score before a session.
    pub knee_score_view: fn() -> AnyView,
    /// The card that offers to install the app.
    pub install_card_view: fn() -> AnyView,
}

thread_local! {
    static COMPONENT_FUNCTIONS: Cell<Option<&'static ComponentFunctions>> = const { Cell::new(None) };
}

/// The functions of the lazy part. Panics if it is not loaded: check
/// [`AppContext::is_lazy_part_loaded`](super::context::AppContext::is_lazy_part_loaded) first.
pub fn component_functions() -> &'static ComponentFunctions {
    COMPONENT_FUNCTIONS.get().expect("the lazy part is loaded before anything of it is shown")
}

/// Makes the functions available to components.
pub fn set_component_functions(functions: &'static ComponentFunctions) {
    COMPONENT_FUNCTIONS.set(Some(functions));
}
