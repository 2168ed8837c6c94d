//! The interface of the lazy part: what components may call once it is loaded.
//!
//! This file names no screen, so that nothing of the part is linked into the program that is loaded first.

use std::cell::Cell;

use leptos::prelude::AnyView;

use crate::domain::{history::History, leg::Leg, model::Screen, spot::Spot, track::Track};

/// Name of the part: its files are called so, and its style sheets are marked so in `index.html`.
pub const NAME: &str = "session_and_history";

/// The functions of the part that components call.
pub struct LazyPart {
    /// One of its screens.
    pub screen: fn(Screen) -> AnyView,
    /// The safety gate.
    pub gate: fn() -> AnyView,
    /// The tracks of a leg's earlier spots, newest first.
    pub tracks: fn(&History, Leg) -> Vec<Track>,
    /// The spots of today's plan: left, then right.
    pub plan: fn(&History) -> [Vec<Spot>; 2],
    /// How the knee is before a session.
    pub knee_now: fn() -> AnyView,
    /// The card that offers installing.
    pub install_card: fn() -> AnyView,
}

thread_local! {
    static PART: Cell<Option<&'static LazyPart>> = const { Cell::new(None) };
}

/// The part. Only where it is known to be loaded.
pub fn part() -> &'static LazyPart {
    PART.get().expect("the lazy part is loaded before anything of it is shown")
}

/// Makes the part available.
pub fn set_loaded(part: &'static LazyPart) {
    PART.set(Some(part));
}
