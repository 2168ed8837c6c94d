//! What both pain scales share, [`super::pain_ramp`] and the question of a session: which score is at a point, and
//! which keys lower it. In right-to-left languages 0 is at the right end.

use crate::{domain::spot::Pain, i18n::formats};

/// The score at `x_px` pixels from the left edge of a scale that is `width_px` wide.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "`as` saturates, and the result is limited to the scale"
)]
pub fn score_at(x_px: f64, width_px: f64) -> Option<Pain> {
    let from_left = x_px / width_px.max(1.0);
    let fraction = if formats::current().is_rtl() { 1.0 - from_left } else { from_left };
    let steps = Pain::MAX + 1;
    Pain::new(((fraction * f64::from(steps)) as u8).min(Pain::MAX))
}

/// Whether a key lowers the value of a range input, or sets it to its minimum.
pub fn is_decreasing_key(key: &str) -> bool {
    let toward_zero = if formats::current().is_rtl() { "ArrowRight" } else { "ArrowLeft" };
    key == toward_zero || matches!(key, "Home" | "ArrowDown" | "PageDown")
}
