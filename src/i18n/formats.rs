//! Formats of numbers, plural categories, units, lists and dates for the person's region.
//!
//! `app::intl` implements them with the browser's `Intl`. The app shows one language at a time, so there is one current
//! implementation per thread.

use std::{cell::RefCell, rc::Rc};

/// A plural category of Unicode CLDR.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PluralCategory {
    /// Arabic: 0.
    Zero,
    /// 1, in some languages also 0.
    One,
    /// Arabic: 2.
    Two,
    /// Polish: 2 to 4; Arabic: 3 to 10.
    Few,
    /// Polish: 5 and more; Arabic: 11 and more; French: millions.
    Many,
    /// Everything else.
    Other,
}

impl PluralCategory {
    /// All categories, in the order of their discriminants.
    pub const ALL: [Self; 6] = [Self::Zero, Self::One, Self::Two, Self::Few, Self::Many, Self::Other];

    /// The category with this name, such as "one".
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|category| category.name() == name)
    }

    /// The name, such as "one".
    pub const fn name(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::One => "one",
            Self::Two => "two",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }
}

/// A unit of measurement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Seconds.
    Second,
    /// Minutes.
    Minute,
    /// Hours.
    Hour,
    /// Centimetres.
    Centimetre,
    /// Tenths of a megabyte, shown as megabytes.
    TenthMegabyte,
}

/// Which parts of a date are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateStyle {
    /// Weekday, day and month.
    Day,
    /// Day, month and year.
    DayAndYear,
    /// Day, short month and year.
    Short,
    /// Month and year.
    Month,
    /// Hour and minute.
    Time,
    /// The short weekday.
    Weekday,
}

/// Formats numbers and dates for a language and region.
pub trait Formats {
    /// The plural category of a whole number.
    fn plural(&self, n: u32) -> PluralCategory;
    /// A whole number.
    fn number(&self, n: u32) -> String;
    /// A whole number with at least two digits, for timers.
    fn two_digits(&self, n: u32) -> String;
    /// A number of tenths, as a decimal number.
    fn tenths(&self, n: u32) -> String;
    /// A whole percentage.
    fn percent(&self, n: u32) -> String;
    /// A number with its unit, abbreviated.
    fn unit(&self, n: u32, unit: Unit) -> String;
    /// Joins the parts of one measurement: "4 min 12 sec".
    fn units(&self, parts: &[String]) -> String;
    /// A list with "and" before the last item.
    fn list(&self, parts: &[String]) -> String;
    /// A date in local milliseconds: Unix time shifted by the UTC offset.
    fn date(&self, style: DateStyle, local_ms: i64) -> String;
    /// Separates the items of a list without "and".
    fn separator(&self) -> &'static str;
    /// Whether the language is written from right to left. If so, inserted text must be isolated.
    fn is_rtl(&self) -> bool;
}

thread_local! {
    static CURRENT: RefCell<Rc<dyn Formats>> = RefCell::new(Rc::new(PlainFormats));
}

/// The formats of the current language.
pub fn current() -> Rc<dyn Formats> {
    CURRENT.with_borrow(Rc::clone)
}

/// Sets the current formats. Call it whenever the language changes.
pub fn set(formats: Rc<dyn Formats>) {
    CURRENT.set(formats);
}

/// A number, formatted for the person's region.
pub fn number(n: usize) -> String {
    current().number(u32::try_from(n).unwrap_or(u32::MAX))
}

/// Joins facts with the separator of the language: "Left leg, 2 spots held, just now".
pub fn join_facts<S: AsRef<str>>(facts: &[S]) -> String {
    let facts: Vec<&str> = facts.iter().map(AsRef::as_ref).collect();
    facts.join(current().separator())
}

/// English numbers with international symbols: for tests, and before the formats of a language are set.
#[derive(Debug)]
pub struct PlainFormats;

impl Formats for PlainFormats {
    fn plural(&self, n: u32) -> PluralCategory {
        if n == 1 { PluralCategory::One } else { PluralCategory::Other }
    }

    fn number(&self, n: u32) -> String {
        n.to_string()
    }

    fn two_digits(&self, n: u32) -> String {
        format!("{n:02}")
    }

    fn tenths(&self, n: u32) -> String {
        [n / 10, n % 10].map(|digits| digits.to_string()).join(".")
    }

    fn percent(&self, n: u32) -> String {
        [&n.to_string(), "%"].concat()
    }

    fn unit(&self, n: u32, unit: Unit) -> String {
        let (n, symbol) = match unit {
            Unit::Second => (self.number(n), "s"),
            Unit::Minute => (self.number(n), "min"),
            Unit::Hour => (self.number(n), "h"),
            Unit::Centimetre => (self.number(n), "cm"),
            Unit::TenthMegabyte => (self.tenths(n), "MB"),
        };
        [&n, "\u{a0}", symbol].concat()
    }

    fn units(&self, parts: &[String]) -> String {
        parts.join(" ")
    }

    fn list(&self, parts: &[String]) -> String {
        parts.join(", ")
    }

    fn date(&self, style: DateStyle, local_ms: i64) -> String {
        format!("{style:?} of day {}", local_ms.div_euclid(86_400_000))
    }

    fn separator(&self) -> &'static str {
        ", "
    }

    fn is_rtl(&self) -> bool {
        false
    }
}
