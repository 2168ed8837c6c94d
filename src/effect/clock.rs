//! The only place that asks the time.

#![expect(clippy::disallowed_methods, reason = "the clock is asked here, so that nobody else needs to")]

use crate::domain::Now;

/// The present moment by both clocks.
pub fn now() -> Now {
    let date = js_sys::Date::new_0();
    Now {
        unix_ms: whole(date.get_time()),
        mono_ms: mono_ms(),
        // The browser counts minutes west of Greenwich.
        utc_offset_min: i16::try_from(-whole(date.get_timezone_offset())).unwrap_or(0),
    }
}

/// The monotonic clock alone, milliseconds.
pub fn mono_ms() -> i64 {
    whole(web_sys::window().and_then(|w| w.performance()).map_or(0.0, |p| p.now()))
}

/// A browser's number as whole milliseconds; it is finite and far inside the range.
#[expect(clippy::cast_possible_truncation, reason = "`as` saturates, which is what is wanted")]
pub fn whole(number: f64) -> i64 {
    number.floor() as i64
}
