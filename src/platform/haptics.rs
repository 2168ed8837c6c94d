//! Vibration, if the browser supports it. Browsers on an iPhone do not.

use js_sys::{Array, Reflect};

use super::{device, tones::notes};
use crate::domain::tone::Tone;

/// The vibration of a note lasts as long as its sound, but at most this long, milliseconds.
const MAX_PULSE_MS: u16 = 250;

/// Whether the browser has the Vibration API. A tablet without a motor has it too.
pub fn can_vibrate() -> bool {
    device::navigator().is_some_and(|navigator| Reflect::has(&navigator, &"vibrate".into()).unwrap_or(false))
}

/// Vibrates in the rhythm of a tone.
pub fn vibrate(tone: Tone) {
    let Some(navigator) = device::navigator().filter(|_| can_vibrate()) else {
        return;
    };
    let pattern = Array::new();
    let mut pause_start_ms = 0;
    for (start_ms, _, duration_ms) in notes(tone) {
        if *start_ms > 0 {
            pattern.push(&(start_ms - pause_start_ms).into());
        }
        let pulse_ms = MAX_PULSE_MS.min(*duration_ms);
        pattern.push(&pulse_ms.into());
        pause_start_ms = start_ms + pulse_ms;
    }
    navigator.vibrate_with_pattern(&pattern);
}
