//! Dates and times as the person's language and region write them.

use js_sys::{Array, Date, Function, Intl::DateTimeFormat, Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use crate::view::ctx::ctx;

/// How dates are written in the language in use.
///
/// All formats take milliseconds shifted so that UTC reads as local time (`domain::listing::local_ms`): a
/// session shows the day and hour of the place where it was recorded, wherever it is read.
#[derive(Clone, Copy)]
pub struct When(Memo<StoredValue<Formats, LocalStorage>>);

/// Ready-made formats of one language: making one costs far more than using it.
struct Formats {
    day: Function,
    day_and_year: Function,
    month: Function,
    time: Function,
}

impl When {
    /// Follows the language in use.
    pub fn new() -> Self {
        let ctx = ctx();
        Self(Memo::new(move |_| StoredValue::new_local(Formats::of(ctx.t().tag))))
    }

    /// Weekday, day and month.
    pub fn day(self, local_ms: i64) -> String {
        self.0.get().with_value(|f| say(&f.day, local_ms))
    }

    /// Day, month and year.
    pub fn day_and_year(self, local_ms: i64) -> String {
        self.0.get().with_value(|f| say(&f.day_and_year, local_ms))
    }

    /// Month and year.
    pub fn month(self, local_ms: i64) -> String {
        self.0.get().with_value(|f| say(&f.month, local_ms))
    }

    /// Hour and minute.
    pub fn time(self, local_ms: i64) -> String {
        self.0.get().with_value(|f| say(&f.time, local_ms))
    }
}

impl Formats {
    fn of(tag: &str) -> Self {
        let locales = Array::of1(&locale(tag));
        let format = |parts: &[(&str, &str)]| {
            let options = Object::new();
            for (name, style) in parts.iter().chain(&[("timeZone", "UTC")]) {
                // Setting a property of a plain object cannot fail.
                Reflect::set(&options, &(*name).into(), &(*style).into()).ok();
            }
            DateTimeFormat::new(&locales, &options).format()
        };
        Self {
            day: format(&[("weekday", "short"), ("day", "numeric"), ("month", "short")]),
            day_and_year: format(&[("day", "numeric"), ("month", "long"), ("year", "numeric")]),
            month: format(&[("month", "long"), ("year", "numeric")]),
            time: format(&[("hour", "numeric"), ("minute", "2-digit")]),
        }
    }
}

/// "en" is not how a Briton writes a date: the browser's own locale is taken where it is of the language.
fn locale(tag: &str) -> JsValue {
    let own = DateTimeFormat::new(&Array::new(), &Object::new()).resolved_options();
    Reflect::get(&own, &"locale".into())
        .ok()
        .filter(|own| own.as_string().is_some_and(|own| own.split('-').next() == Some(tag)))
        .unwrap_or_else(|| tag.into())
}

#[expect(clippy::cast_precision_loss, reason = "dates are far below 2^53 milliseconds")]
fn say(format: &Function, local_ms: i64) -> String {
    format
        .call1(&JsValue::UNDEFINED, &Date::new(&(local_ms as f64).into()))
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_default()
}
