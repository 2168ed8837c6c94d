//! Splits long work into time slices, so that the browser can paint and handle input in between.

use gloo_timers::future::TimeoutFuture;

use super::clock;

/// The duration of a slice, milliseconds: half a frame.
const SLICE_MS: i64 = 8;

/// The current slice.
pub struct TimeSlice {
    start_mono_ms: i64,
}

impl TimeSlice {
    /// Starts a slice.
    pub fn begin() -> Self {
        Self { start_mono_ms: clock::mono_ms() }
    }

    /// If the slice is over, yields to the browser and starts the next slice.
    pub async fn yield_if_over(&mut self) {
        if clock::mono_ms() - self.start_mono_ms >= SLICE_MS {
            TimeoutFuture::new(0).await;
            *self = Self::begin();
        }
    }
}
