//! Numbers as drawings write them.

use crate::domain::digits::digits;

/// To a thousandth, which is less than any eye sees.
///
/// Not by `Display` or a precision: the standard library's way of writing fractions exactly would be the
/// only thing in the app that needs it, and weighs 13 kB.
pub fn decimal(number: f64) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "`as` saturates, which is what is wanted")]
    let thousandths = (number * 1_000.0).round() as i64;
    let (sign, size) = (if thousandths < 0 { "-" } else { "" }, thousandths.unsigned_abs());
    // The leading one keeps the noughts after the point.
    let fraction = digits(1_000 + size % 1_000);
    [sign, &digits(size / 1_000), ".", fraction.get(1..).unwrap_or_default()].concat()
}

/// With its unit.
pub fn measure(number: f64, unit: &str) -> String {
    decimal(number) + unit
}
