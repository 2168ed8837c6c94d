//! The clocks. All other code gets the time as [`Now`].

#![expect(clippy::disallowed_methods, reason = "the clocks are read only here")]

use js_sys::{Array, Date, Intl::DateTimeFormat, Object, Reflect};

use crate::{domain::Now, storage::time_zone::TimeZone};

/// The current time of both clocks.
pub fn now() -> Now {
    let date = Date::new_0();
    Now { unix_ms: floor_to_i64(date.get_time()), mono_ms: mono_ms(), utc_offset_min: offset_min_of(&date) }
}

/// Local time minus UTC at a moment, minutes. Depends on the moment because of daylight saving time.
#[expect(clippy::cast_precision_loss, reason = "dates are far below 2^53 milliseconds")]
pub fn utc_offset_min(unix_ms: i64) -> i16 {
    offset_min_of(&Date::new(&(unix_ms as f64).into()))
}

/// `getTimezoneOffset` has the opposite sign.
fn offset_min_of(date: &Date) -> i16 {
    i16::try_from(-floor_to_i64(date.get_timezone_offset())).unwrap_or(0)
}

/// The monotonic clock alone, milliseconds.
pub fn mono_ms() -> i64 {
    floor_to_i64(web_sys::window().and_then(|w| w.performance()).map_or(0.0, |p| p.now()))
}

/// The browser's time zone; `None` if it is not known.
pub fn time_zone() -> Option<TimeZone> {
    TimeZone::probe(time_zone_name()?, now().unix_ms, utc_offset_min)
}

/// The IANA name of the browser's time zone, such as "Europe/Vienna".
pub fn time_zone_name() -> Option<String> {
    let options = DateTimeFormat::new(&Array::new(), &Object::new()).resolved_options();
    Reflect::get(&options, &"timeZone".into()).ok()?.as_string()
}

/// Rounds a number of the browser down to an integer. It is finite and far inside the range.
#[expect(clippy::cast_possible_truncation, reason = "`as` saturates")]
pub fn floor_to_i64(number: f64) -> i64 {
    number.floor() as i64
}
