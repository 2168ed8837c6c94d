//! Numbers, plural categories, units and lists as the person's region writes them.
//!
//! The browser's `Intl` knows the rules; `app::intl` asks it. The app shows one language at a time, so the formats of
//! that language are kept in one place, beside the phrases that use them.

use std::{cell::RefCell, rc::Rc};

/// A plural category as Unicode CLDR names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Category {
    /// Arabic, for 0.
    Zero,
    /// For 1, in some languages for 0 as well.
    One,
    /// Arabic, for 2.
    Two,
    /// Polish: 2 to 4; Arabic: 3 to 10.
    Few,
    /// Polish: 5 and more; Arabic: 11 and more; French: millions.
    Many,
    /// Everything else.
    Other,
}

impl Category {
    /// All of them, in the order of their discriminants.
    pub const ALL: [Self; 6] = [Self::Zero, Self::One, Self::Two, Self::Few, Self::Many, Self::Other];

    /// The category of this name: "one".
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|category| category.name() == name)
    }

    /// Its name: "one".
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

/// What a number measures.
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
    /// Megabytes; the number is in tenths.
    TenthMegabyte,
}

/// Which parts of a date are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateStyle {
    /// Weekday, day and month.
    Day,
    /// Day, month and year.
    DayAndYear,
    /// The same with a short month.
    Short,
    /// Month and year.
    Month,
    /// Hour and minute.
    Time,
    /// The weekday alone.
    Weekday,
}

/// How a language, in a region, writes numbers and dates.
pub trait Formats {
    /// The plural category of a whole number.
    fn plural(&self, n: u32) -> Category;
    /// A whole number.
    fn number(&self, n: u32) -> String;
    /// A whole number of at least two digits, for clocks.
    fn two_digits(&self, n: u32) -> String;
    /// Tenths, as a decimal number.
    fn tenths(&self, n: u32) -> String;
    /// Whole percent.
    fn percent(&self, n: u32) -> String;
    /// A measure with its unit, in short.
    fn unit(&self, n: u32, unit: Unit) -> String;
    /// Measures that are one together: "4 min 12 sec".
    fn units(&self, parts: &[String]) -> String;
    /// A list with its "and".
    fn list(&self, parts: &[String]) -> String;
    /// A date, from milliseconds shifted so that UTC reads as local time.
    fn date(&self, style: DateStyle, local_ms: i64) -> String;
    /// What stands between facts that follow one another.
    fn separator(&self) -> &'static str;
    /// Whether the language is written from right to left. Text that is inserted has to be isolated then.
    fn is_rtl(&self) -> bool;
}

thread_local! {
    static CURRENT: RefCell<Rc<dyn Formats>> = RefCell::new(Rc::new(Plain));
}

/// The formats of the language that is shown.
pub fn current() -> Rc<dyn Formats> {
    CURRENT.with_borrow(Rc::clone)
}

/// Changes them, together with the phrases that are shown.
pub fn set(formats: Rc<dyn Formats>) {
    CURRENT.set(formats);
}

/// A number as the person's region writes it. Nothing here is counted in billions.
pub fn number(n: usize) -> String {
    current().number(u32::try_from(n).unwrap_or(u32::MAX))
}

/// Facts in a row: "Left leg, 2 spots held, just now".
pub fn facts<S: AsRef<str>>(facts: &[S]) -> String {
    let facts: Vec<&str> = facts.iter().map(AsRef::as_ref).collect();
    facts.join(current().separator())
}

/// English numbers with international symbols: for tests, and until the formats of a language are set.
#[derive(Debug)]
pub struct Plain;

impl Formats for Plain {
    fn plural(&self, n: u32) -> Category {
        if n == 1 { Category::One } else { Category::Other }
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
