//! The ways into the rest of the program. To take one before it is here is a trap; none is inlined, or there would be
//! no door.

use super::super::{dom::El, history, learn, settings};
use crate::domain::{
    history::History,
    leg::Leg,
    model::Screen,
    track::{Track, recent},
};

/// One of its screens.
#[inline(never)]
pub fn screen(screen: Screen) -> El {
    match screen {
        Screen::Learn => learn::screen(),
        Screen::Settings => settings::screen(),
        _ => history::screen(),
    }
}

/// The tracks of a leg's earlier spots.
#[inline(never)]
pub fn tracks(history: &History, leg: Leg) -> Vec<Track> {
    recent(history, leg)
}
