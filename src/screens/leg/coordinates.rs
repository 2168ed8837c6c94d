//! Where a position lies on the plate, in plate units and in centimetres.

use super::plate::{BAND, BAND_STEP, MIRROR_SUM, ZONE_BOTTOM, ZONE_TOP};
use crate::domain::leg::{Leg, Position};

/// The `viewBox` of the small leg from hip to knee. It is symmetrical, so that the left leg, a mirror image, stays inside.
pub const SMALL_LEG_VIEW_BOX: &str = "37 96 360 664";

/// The zone's length as a share of stature (measured: see the anatomy credits in the README).
const ZONE_OF_STATURE: f64 = 0.1755;

/// Height on the plate.
pub fn y(position: Position) -> f64 {
    ZONE_TOP + (ZONE_BOTTOM - ZONE_TOP) * share(position)
}

/// Thousandths of a percent at this share of the zone's height, which may lie outside it.
pub fn milli(share: f64) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "`as` saturates, which is what is wanted")]
    let milli = (share * 100_000.0).round() as i32;
    milli
}

/// A height on the plate as thousandths of a percent down the zone; outside the zone it is below 0 or above 100,000.
pub fn zone_milli(unit_y: f64) -> i32 {
    milli((unit_y - ZONE_TOP) / (ZONE_BOTTOM - ZONE_TOP))
}

/// The middle of the band at this height.
pub fn x(leg: Leg, position: Position) -> f64 {
    let step = usize::from(BAND_STEP);
    let percent = usize::from(position.percent());
    let above = BAND[percent / step][0];
    let below = BAND[(percent / step + 1).min(BAND.len() - 1)][0];
    let between = f64::from(position.percent() % BAND_STEP) / f64::from(BAND_STEP);
    on_side(leg, above + (below - above) * between)
}

/// Width of the band at this height.
pub fn band_width(position: Position) -> f64 {
    let step = usize::from(BAND_STEP);
    let percent = usize::from(position.percent());
    let above = BAND[percent / step][1];
    let below = BAND[(percent / step + 1).min(BAND.len() - 1)][1];
    let between = f64::from(position.percent() % BAND_STEP) / f64::from(BAND_STEP);
    above + (below - above) * between
}

/// An x of the right leg, on this leg.
pub fn on_side(leg: Leg, x: f64) -> f64 {
    match leg {
        Leg::Right => x,
        Leg::Left => MIRROR_SUM - x,
    }
}

/// Toward the front, in the direction of x.
pub const fn forward(leg: Leg) -> f64 {
    match leg {
        Leg::Right => 1.0,
        Leg::Left => -1.0,
    }
}

/// Whole centimetres below the top of the zone, for a person of this height.
pub fn cm_down(position: Position, height_cm: u8) -> u8 {
    let cm = f64::from(height_cm) * ZONE_OF_STATURE * share(position);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "0 to 41: the zone of the tallest person"
    )]
    let whole = cm.round() as u8;
    whole
}

/// A number as drawings and styles write it: to a thousandth, which is less than any eye sees.
///
/// Written as two whole numbers: how the standard library writes fractions exactly takes 13 kB of the program, and
/// nothing else in it needs that.
pub fn decimal(number: f64) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "`as` saturates, which is what is wanted")]
    let thousandths = (number * 1_000.0).round() as i64;
    let sign = if thousandths < 0 { "-" } else { "" };
    let size = thousandths.unsigned_abs();
    format!("{sign}{}.{:03}", size / 1_000, size % 1_000)
}

fn share(position: Position) -> f64 {
    f64::from(position.percent()) / 100.0
}
