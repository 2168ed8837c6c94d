//! Dates and times as the person's language and region write them.
//!
//! All formats take milliseconds shifted so that UTC reads as local time (`domain::history_list::local_ms`): a
//! session shows the day and hour of the place where it was recorded, wherever it is read.

use std::{cell::RefCell, rc::Rc};

use js_sys::{Array, Date, Function, Intl::DateTimeFormat, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::i18n::Text;

thread_local! {
    static CACHE: RefCell<Option<Rc<Formats>>> = const { RefCell::new(None) };
}

/// The `format` functions of one language's `Intl.DateTimeFormat`s: making one costs far more than using it.
struct Formats {
    language: &'static str,
    day: Function,
    day_and_year: Function,
    short: Function,
    month: Function,
    time: Function,
}

/// Weekday, day and month.
pub fn day(t: &Text, local_ms: i64) -> String {
    format(&formats(t).day, local_ms)
}

/// Day, month and year.
pub fn day_and_year(t: &Text, local_ms: i64) -> String {
    format(&formats(t).day_and_year, local_ms)
}

/// The same with a short month, where there is little room.
pub fn short(t: &Text, local_ms: i64) -> String {
    format(&formats(t).short, local_ms)
}

/// Month and year.
pub fn month(t: &Text, local_ms: i64) -> String {
    format(&formats(t).month, local_ms)
}

/// Hour and minute.
pub fn time(t: &Text, local_ms: i64) -> String {
    format(&formats(t).time, local_ms)
}

fn formats(t: &Text) -> Rc<Formats> {
    CACHE.with_borrow_mut(|cache| match cache {
        Some(formats) if formats.language == t.tag => formats.clone(),
        _ => cache.insert(Rc::new(Formats::new(t.tag))).clone(),
    })
}

impl Formats {
    fn new(language: &'static str) -> Self {
        let locales = Array::of1(&locale(language));
        let format = |parts: &[(&str, &str)]| {
            let options = Object::new();
            for (name, style) in parts.iter().chain(&[("timeZone", "UTC")]) {
                // Setting a property of a plain object cannot fail.
                Reflect::set(&options, &(*name).into(), &(*style).into()).ok();
            }
            DateTimeFormat::new(&locales, &options).format()
        };
        Self {
            language,
            day: format(&[("weekday", "short"), ("day", "numeric"), ("month", "short")]),
            day_and_year: format(&[("day", "numeric"), ("month", "long"), ("year", "numeric")]),
            short: format(&[("day", "numeric"), ("month", "short"), ("year", "numeric")]),
            month: format(&[("month", "long"), ("year", "numeric")]),
            time: format(&[("hour", "numeric"), ("minute", "2-digit")]),
        }
    }
}

/// "en" is not how a Briton writes a date: the browser's own locale is used where it is of the same language.
fn locale(language: &str) -> JsValue {
    let own = DateTimeFormat::new(&Array::new(), &Object::new()).resolved_options();
    Reflect::get(&own, &"locale".into())
        .ok()
        .filter(|own| own.as_string().is_some_and(|own| own.split('-').next() == Some(language)))
        .unwrap_or_else(|| language.into())
}

#[expect(clippy::cast_precision_loss, reason = "dates are far below 2^53 milliseconds")]
fn format(format: &Function, local_ms: i64) -> String {
    format
        .call1(&JsValue::UNDEFINED, &Date::new(&(local_ms as f64).into()))
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_default()
}
