//! The ways into the rest of the program. To take one before it is here is a trap; none is inlined, or there would be
//! no door.

pub mod about;
mod gate;
pub mod held;
pub mod hold;
pub mod list;
mod passes;
mod sound_check;

use super::super::{ctx::ctx, dom::El, history, learn, settings};
use crate::domain::{
    history::History,
    leg::Leg,
    model::Screen,
    session::SessionId,
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

/// The safety gate.
#[inline(never)]
pub fn gate() -> El {
    gate::gate(ctx())
}

/// The tracks of a leg's earlier spots.
#[inline(never)]
pub fn tracks(history: &History, leg: Leg) -> Vec<Track> {
    recent(history, leg)
}

/// What was done in a session, and what may be corrected.
#[inline(never)]
pub fn passes(id: SessionId) -> El {
    passes::passes(id)
}

/// The sound check.
#[inline(never)]
pub fn sound_check() -> El {
    sound_check::sound_check(ctx())
}
