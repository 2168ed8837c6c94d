//! Formats numbers, plural categories, units, lists and dates with the browser's `Intl`, for the person's region.
//!
//! In `app`, because it implements a trait of `i18n`, which `platform` may not use.

use std::cell::OnceCell;

use js_sys::{
    Array, Date, Function,
    Intl::{DateTimeFormat, ListFormat, NumberFormat, PluralRules},
    Object, Reflect,
};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::{
    domain::language::{Language, primary_subtag},
    i18n::{
        Text,
        formats::{DateStyle, Formats, PluralCategory, Unit},
    },
    platform::device,
};

/// Options of an `Intl` constructor: names and values. `Intl` converts strings to numbers.
type Options = &'static [(&'static str, &'static str)];

/// The formatters of one language. Creating one is far more expensive than using it, so each is created once, on
/// first use.
pub struct IntlFormats {
    tag: &'static str,
    locales: Array,
    plural_rules: OnceCell<PluralRules>,
    numbers: [OnceCell<Function>; NumberStyle::Megabytes as usize + 1],
    dates: [OnceCell<Function>; DateStyle::Weekday as usize + 1],
    units: OnceCell<ListFormat>,
    list: OnceCell<ListFormat>,
    separator: &'static str,
    is_rtl: bool,
}

/// The format of a number.
#[derive(Clone, Copy)]
enum NumberStyle {
    Whole,
    TwoDigits,
    Tenths,
    Percent,
    Seconds,
    Minutes,
    Hours,
    Centimetres,
    Megabytes,
}

impl NumberStyle {
    const fn options(self) -> Options {
        match self {
            Self::Whole => &[],
            Self::TwoDigits => &[("minimumIntegerDigits", "2")],
            Self::Tenths => &[("minimumFractionDigits", "1"), ("maximumFractionDigits", "1")],
            Self::Percent => &[("style", "percent")],
            Self::Seconds => &[("style", "unit"), ("unit", "second")],
            Self::Minutes => &[("style", "unit"), ("unit", "minute")],
            Self::Hours => &[("style", "unit"), ("unit", "hour")],
            Self::Centimetres => &[("style", "unit"), ("unit", "centimeter")],
            Self::Megabytes => &[("style", "unit"), ("unit", "megabyte"), ("minimumFractionDigits", "1")],
        }
    }
}

/// The options for a date. The formatters use UTC, because the timestamps are shifted to local time.
const fn date_options(style: DateStyle) -> Options {
    const UTC: (&str, &str) = ("timeZone", "UTC");
    match style {
        DateStyle::Day => &[UTC, ("weekday", "short"), ("day", "numeric"), ("month", "short")],
        DateStyle::DayAndYear => &[UTC, ("day", "numeric"), ("month", "long"), ("year", "numeric")],
        DateStyle::Short => &[UTC, ("day", "numeric"), ("month", "short"), ("year", "numeric")],
        DateStyle::Month => &[UTC, ("month", "long"), ("year", "numeric")],
        DateStyle::Time => &[UTC, ("hour", "numeric"), ("minute", "2-digit")],
        DateStyle::Weekday => &[UTC, ("weekday", "short")],
    }
}

impl IntlFormats {
    /// The formatters of a language in the person's region.
    pub fn new(text: &Text) -> Self {
        Self {
            tag: text.tag,
            locales: Array::of1(&locale(text.tag)),
            plural_rules: OnceCell::new(),
            numbers: Default::default(),
            dates: Default::default(),
            units: OnceCell::new(),
            list: OnceCell::new(),
            separator: text.separator,
            is_rtl: Language::find(text.tag).is_some_and(|language| language.is_rtl),
        }
    }

    fn format(&self, style: NumberStyle, n: f64) -> String {
        let format = self.numbers[style as usize]
            .get_or_init(|| NumberFormat::new(&self.locales, &object(style.options())).format());
        call(format, &n.into()).unwrap_or_else(|| n.to_string())
    }

    fn join(&self, format: &OnceCell<ListFormat>, options: Options, parts: &[String]) -> String {
        let list: Array = parts.iter().map(JsValue::from).collect();
        format.get_or_init(|| ListFormat::new(&self.locales, &object(options))).format(&list).into()
    }
}

impl Formats for IntlFormats {
    fn plural(&self, n: u32) -> PluralCategory {
        // For the language without the region: its file has the plural categories of that language.
        let locales = || Array::of1(&self.tag.into());
        let rules = self.plural_rules.get_or_init(|| PluralRules::new(&locales(), &Object::new()));
        let name = rules.select(n.into()).as_string().unwrap_or_default();
        PluralCategory::from_name(&name).unwrap_or(PluralCategory::Other)
    }

    fn number(&self, n: u32) -> String {
        self.format(NumberStyle::Whole, n.into())
    }

    fn two_digits(&self, n: u32) -> String {
        self.format(NumberStyle::TwoDigits, n.into())
    }

    fn tenths(&self, n: u32) -> String {
        self.format(NumberStyle::Tenths, f64::from(n) / 10.0)
    }

    fn percent(&self, n: u32) -> String {
        self.format(NumberStyle::Percent, f64::from(n) / 100.0)
    }

    fn unit(&self, n: u32, unit: Unit) -> String {
        let n = f64::from(n);
        match unit {
            Unit::Second => self.format(NumberStyle::Seconds, n),
            Unit::Minute => self.format(NumberStyle::Minutes, n),
            Unit::Hour => self.format(NumberStyle::Hours, n),
            Unit::Centimetre => self.format(NumberStyle::Centimetres, n),
            Unit::TenthMegabyte => self.format(NumberStyle::Megabytes, n / 10.0),
        }
    }

    fn units(&self, parts: &[String]) -> String {
        self.join(&self.units, &[("type", "unit"), ("style", "narrow")], parts)
    }

    fn list(&self, parts: &[String]) -> String {
        self.join(&self.list, &[("type", "conjunction")], parts)
    }

    #[expect(clippy::cast_precision_loss, reason = "dates are far below 2^53 milliseconds")]
    fn date(&self, style: DateStyle, local_ms: i64) -> String {
        let format = self.dates[style as usize]
            .get_or_init(|| DateTimeFormat::new(&self.locales, &object(date_options(style))).format());
        call(format, &Date::new(&(local_ms as f64).into())).unwrap_or_default()
    }

    fn separator(&self) -> &'static str {
        self.separator
    }

    fn is_rtl(&self) -> bool {
        self.is_rtl
    }
}

/// The locale for a language in the person's region: "en" alone would not format a date for a British person.
///
/// Uses the first of the browser's languages that is the same language and has a region. Digits are Western in all
/// languages, because phrases, clocks and inputs have them too, and "٧ of 10" would mix two kinds.
fn locale(tag: &str) -> JsValue {
    let resolved_options = DateTimeFormat::new(&Array::new(), &Object::new()).resolved_options();
    let resolved_options = Reflect::get(&resolved_options, &"locale".into())
        .ok()
        .and_then(|resolved_options| resolved_options.as_string());
    let mut tags: Vec<String> = device::language_tags()
        .chain(resolved_options)
        .filter(|known| primary_subtag(known) == primary_subtag(tag))
        .collect();
    // A stable sort: tags without a region come last.
    tags.sort_by_key(|tag| !tag.contains('-'));
    tags.push(tag.to_owned());
    // Some systems report invalid tags, such as "en-US@posix", for which every constructor would throw.
    let western = |tag: &String| canonical_locales(&[tag, "-u-nu-latn"].concat().into()).ok();
    let plain = |tag: &String| canonical_locales(&tag.as_str().into()).ok();
    let valid = tags.iter().find_map(|tag| western(tag).or_else(|| plain(tag)));
    valid.map_or_else(|| tag.into(), |valid| valid.get(0))
}

#[wasm_bindgen]
extern "C" {
    /// Throws if a tag is malformed.
    #[wasm_bindgen(js_namespace = Intl, js_name = getCanonicalLocales, catch)]
    fn canonical_locales(tag: &JsValue) -> Result<Array, JsValue>;
}

fn object(options: Options) -> Object {
    let object = Object::new();
    for (name, value) in options {
        // Setting a property of a plain object cannot fail.
        Reflect::set(&object, &(*name).into(), &(*value).into()).ok();
    }
    object
}

fn call(format: &Function, value: &JsValue) -> Option<String> {
    format.call1(&JsValue::UNDEFINED, value).ok()?.as_string()
}
