//! What is said about a mark, short and spoken.

use super::coordinates;
use crate::{
    domain::spot::Spot,
    i18n::{Text, leg::LegText},
};

/// Centimetres down the zone, where the person's height is known.
pub fn cm(spot: &Spot, height_cm: Option<u8>) -> Option<u8> {
    Some(coordinates::cm_down(spot.position, height_cm?))
}

/// The place in a few letters: centimetres where the height is known, else which fifth of the thigh.
pub fn place(text: &LegText, spot: &Spot, height_cm: Option<u8>) -> String {
    cm(spot, height_cm).map_or_else(|| text.fifth(spot.position.percent()).to_owned(), |cm| text.distance(cm))
}

/// The place as it is spoken.
pub fn place_spoken(text: &Text, spot: &Spot, height_cm: Option<u8>) -> String {
    text.place_spoken(spot.position.percent(), cm(spot, height_cm))
}

/// The pain as it is spoken.
pub fn pain_spoken(text: &LegText, pain: Option<u8>) -> String {
    pain.map_or_else(|| text.not_rated.into(), |pain| text.pain_spoken.n(pain))
}
