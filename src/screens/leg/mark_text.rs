//! Short and spoken descriptions of a mark.

use super::coordinates;
use crate::{
    domain::spot::Spot,
    i18n::{Text, leg::LegText},
};

/// The distance from the top of the zone in centimetres, if the person's height is known.
pub fn cm(spot: &Spot, height_cm: Option<u8>) -> Option<u8> {
    Some(coordinates::cm_down(spot.position, height_cm?))
}

/// The short place: centimetres if the height is known, otherwise the fifth of the thigh.
pub fn place(text: &LegText, spot: &Spot, height_cm: Option<u8>) -> String {
    cm(spot, height_cm)
        .map_or_else(|| text.fifth(spot.position.percent()).to_owned(), |cm| text.centimetres_down(cm))
}

/// The place as a screen reader speaks it.
pub fn position_spoken(text: &Text, spot: &Spot, height_cm: Option<u8>) -> String {
    text.position_spoken(spot.position.percent(), cm(spot, height_cm))
}

/// The pain as a screen reader speaks it.
pub fn pain_spoken(text: &LegText, pain: Option<u8>) -> String {
    pain.map_or_else(|| text.not_rated.into(), |pain| text.pain_spoken.with_number(pain))
}
