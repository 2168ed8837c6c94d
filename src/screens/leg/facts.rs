//! What is said about a mark, short and spoken.

use super::coordinates;
use crate::{
    domain::spot::{Pain, Spot},
    i18n::leg::{self, LegText},
};

/// Which of the five ordered colours a pain has, from 1; the number beside it says it exactly.
pub const fn step(pain: Pain) -> u8 {
    match pain.score() {
        0..=2 => 1,
        3..=4 => 2,
        5..=6 => 3,
        7..=8 => 4,
        _ => 5,
    }
}

/// Centimetres down the zone, where the person's height is known.
pub fn cm(spot: &Spot, height_cm: Option<u8>) -> Option<u8> {
    Some(coordinates::cm_down(spot.position, height_cm?))
}

/// The place in a few letters: centimetres where the height is known, else percent.
pub fn place(text: &LegText, spot: &Spot, height_cm: Option<u8>) -> String {
    match cm(spot, height_cm) {
        Some(cm) => text.down.n(cm),
        None => leg::percent(spot.position.percent()),
    }
}

/// The place as it is spoken.
pub fn place_spoken(text: &LegText, spot: &Spot, height_cm: Option<u8>) -> String {
    let percent = spot.position.percent();
    text.place_spoken(percent, cm(spot, height_cm)) + ", " + text.stretch(percent)
}

/// The pain as it is spoken.
pub fn pain_spoken(text: &LegText, pain: Option<u8>) -> String {
    pain.map_or_else(|| text.not_rated.into(), |pain| text.pain_spoken.n(pain))
}
