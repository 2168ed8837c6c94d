//! Vibration, where the device has it: an iPhone does not.

use js_sys::{Array, Reflect};

use super::{device, tones::notes};
use crate::domain::effect::Tone;

/// A short note is felt as long as it sounds, a long one no longer than this, milliseconds.
const LONGEST_MS: u16 = 250;

/// Whether the browser can be asked at all; a tablet says yes and stays still.
pub fn can_vibrate() -> bool {
    device::navigator().is_some_and(|navigator| Reflect::has(&navigator, &"vibrate".into()).unwrap_or(false))
}

/// Lets the device shake in the rhythm of a tone.
pub fn buzz(tone: Tone) {
    let Some(navigator) = device::navigator().filter(|_| can_vibrate()) else {
        return;
    };
    let pattern = Array::new();
    let mut still_from = 0;
    for (after, _, long) in notes(tone) {
        if *after > 0 {
            pattern.push(&(after - still_from).into());
        }
        let felt = LONGEST_MS.min(*long);
        pattern.push(&felt.into());
        still_from = after + felt;
    }
    navigator.vibrate_with_pattern(&pattern);
}
