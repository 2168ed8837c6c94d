//! Conversion between positions in the zone, plate units and centimetres.

use super::plate::{BAND, BAND_STEP, MIRROR_SUM, ZONE_BOTTOM, ZONE_TOP};
use crate::domain::leg::{Leg, Position};

/// The `viewBox` of the session screen's leg, from hip to knee. It is symmetrical, so that the mirrored left leg fits
/// too.
pub const SESSION_LEG_VIEW_BOX: &str = "37 96 360 664";

/// Length of the zone as a fraction of stature (measured: see the anatomy credits in the README).
const ZONE_OF_STATURE: f64 = 0.1755;

/// The y of a position, plate units.
pub fn position_y(position: Position) -> f64 {
    ZONE_TOP + (ZONE_BOTTOM - ZONE_TOP) * fraction(position)
}

/// Converts a fraction of the height of the zone, which may lie outside of it, to thousandths of a percent.
pub fn milli_percent(fraction: f64) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "`as` saturates, which is what is wanted")]
    let milli = (fraction * 100_000.0).round() as i32;
    milli
}

/// Converts a y in plate units to thousandths of a percent down the zone; outside of the zone the result is
/// below 0 or above 100,000.
pub fn zone_milli_percent(unit_y: f64) -> i32 {
    milli_percent((unit_y - ZONE_TOP) / (ZONE_BOTTOM - ZONE_TOP))
}

/// The x of the center of the band at a position, plate units.
pub fn band_center_x(leg: Leg, position: Position) -> f64 {
    let step = usize::from(BAND_STEP);
    let percent = usize::from(position.percent());
    let above = BAND[percent / step][0];
    let below = BAND[(percent / step + 1).min(BAND.len() - 1)][0];
    let between = f64::from(position.percent() % BAND_STEP) / f64::from(BAND_STEP);
    x_on_leg(leg, above + (below - above) * between)
}

/// The width of the band at a position, plate units.
pub fn band_width(position: Position) -> f64 {
    let step = usize::from(BAND_STEP);
    let percent = usize::from(position.percent());
    let above = BAND[percent / step][1];
    let below = BAND[(percent / step + 1).min(BAND.len() - 1)][1];
    let between = f64::from(position.percent() % BAND_STEP) / f64::from(BAND_STEP);
    above + (below - above) * between
}

/// Converts an x of the right leg to this leg: the left leg is the mirror image.
pub fn x_on_leg(leg: Leg, x: f64) -> f64 {
    match leg {
        Leg::Right => x,
        Leg::Left => MIRROR_SUM - x,
    }
}

/// The sign of x toward the front of this leg.
pub const fn front_direction(leg: Leg) -> f64 {
    match leg {
        Leg::Right => 1.0,
        Leg::Left => -1.0,
    }
}

/// The distance from the top of the zone in whole centimetres, for a person of this height.
pub fn cm_down(position: Position, height_cm: u8) -> u8 {
    let cm = f64::from(height_cm) * ZONE_OF_STATURE * fraction(position);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "0 to 41: the zone of the tallest person"
    )]
    let whole_cm = cm.round() as u8;
    whole_cm
}

/// Formats a number for SVG and CSS with three decimals.
///
/// The number is formatted as two integers: the float formatting of the standard library would add 13 kB to the
/// program, and nothing else needs it.
pub fn decimal(number: f64) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "`as` saturates, which is what is wanted")]
    let thousandths = (number * 1_000.0).round() as i64;
    let sign = if thousandths < 0 { "-" } else { "" };
    let size = thousandths.unsigned_abs();
    format!("{sign}{}.{:03}", size / 1_000, size % 1_000)
}

fn fraction(position: Position) -> f64 {
    f64::from(position.percent()) / 100.0
}
