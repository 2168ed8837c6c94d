//! The only place that asks the time.

#![expect(clippy::disallowed_methods, reason = "the clock is asked here, so that nobody else needs to")]

use js_sys::{Array, Date, Intl::DateTimeFormat, Object, Reflect};

use crate::{domain::Now, storage::time_zone::TimeZone};

/// The present moment by both clocks.
pub fn now() -> Now {
    let date = Date::new_0();
    Now { unix_ms: whole(date.get_time()), mono_ms: mono_ms(), utc_offset_min: offset_min_of(&date) }
}

/// Local time minus UTC at a moment, minutes: in summer another one than in winter.
#[expect(clippy::cast_precision_loss, reason = "dates are far below 2^53 milliseconds")]
pub fn utc_offset_min(unix_ms: i64) -> i16 {
    offset_min_of(&Date::new(&(unix_ms as f64).into()))
}

/// The browser counts minutes west of Greenwich.
fn offset_min_of(date: &Date) -> i16 {
    i16::try_from(-whole(date.get_timezone_offset())).unwrap_or(0)
}

/// The monotonic clock alone, milliseconds.
pub fn mono_ms() -> i64 {
    whole(web_sys::window().and_then(|w| w.performance()).map_or(0.0, |p| p.now()))
}

/// The time zone that the browser's clock is in; `None` where it does not tell.
pub fn time_zone() -> Option<TimeZone> {
    TimeZone::probe(time_zone_name()?, now().unix_ms, utc_offset_min)
}

/// Its IANA name: "Europe/Vienna".
pub fn time_zone_name() -> Option<String> {
    let options = DateTimeFormat::new(&Array::new(), &Object::new()).resolved_options();
    Reflect::get(&options, &"timeZone".into()).ok()?.as_string()
}

/// A browser's number as whole milliseconds; it is finite and far inside the range.
#[expect(clippy::cast_possible_truncation, reason = "`as` saturates, which is what is wanted")]
pub fn whole(number: f64) -> i64 {
    number.floor() as i64
}
