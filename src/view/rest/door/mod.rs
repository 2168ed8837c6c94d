//! The ways into the rest of the program. To take one before it is here is a trap; none is inlined, or there would be
//! no door.

pub mod about;
mod gate;
pub mod held;
pub mod hold;
pub mod install;
pub mod kept;
pub mod list;
pub mod passes;
mod sound_check;

use super::super::{
    ctx::ctx,
    dom::{El, Els},
    history, learn, session, settings, welcome,
};
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
        Screen::Session => session::screen(),
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

/// How the knee is before a session.
#[inline(never)]
pub fn knee_now() -> El {
    about::knee_now(ctx())
}

/// The card that offers installing.
#[inline(never)]
pub fn install() -> El {
    install::card(ctx())
}

/// The sound check.
#[inline(never)]
pub fn sound_check() -> El {
    sound_check::sound_check(ctx())
}

/// The first words.
#[inline(never)]
pub fn welcome() -> Els {
    welcome::welcome(ctx())
}
