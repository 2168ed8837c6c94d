//! Long work, cut into slices between which the browser can paint and answer input.

use gloo_timers::future::TimeoutFuture;

use super::clock;

/// Longest slice, milliseconds: half a frame.
const SLICE_MS: i64 = 8;

/// The running slice.
pub struct TimeSlice {
    began_mono_ms: i64,
}

impl TimeSlice {
    /// A slice that begins now.
    pub fn begin() -> Self {
        Self { began_mono_ms: clock::mono_ms() }
    }

    /// Gives way to the browser if the slice has lasted long enough, and begins the next one.
    pub async fn yield_if_over(&mut self) {
        if clock::mono_ms() - self.began_mono_ms >= SLICE_MS {
            TimeoutFuture::new(0).await;
            *self = Self::begin();
        }
    }
}
