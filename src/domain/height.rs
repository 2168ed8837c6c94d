//! Parses a person's height as typed.

use super::settings::Settings;

/// The result of parsing the height field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeightInput {
    /// Nothing was typed: the height is optional.
    Empty,
    /// Whole centimetres, within [`Settings::HEIGHT_CM`].
    Cm(u8),
    /// Not a height, or outside [`Settings::HEIGHT_CM`].
    Invalid,
}

/// Parses centimetres ("178", "178,5 cm"), metres ("1.78", "1,78 m", "1 m 78"), feet and inches ("5'10", "5 ft 10 in",
/// "70 in"), in the digits of several scripts.
///
/// Uses integer arithmetic only, so that the result does not depend on binary fractions.
pub fn parse_height(typed: &str) -> HeightInput {
    let typed: String = typed.trim().chars().map(normalize_char).flat_map(char::to_lowercase).collect();
    if typed.is_empty() {
        return HeightInput::Empty;
    }
    let typed = FEET_AND_INCHES.iter().fold(typed, |typed, (long, short)| typed.replace(long, short));
    let cm = if typed.contains([FOOT_SIGN, INCH_SIGN]) {
        parse_imperial_cm(&typed)
    } else {
        parse_metric_cm(&typed)
    };
    let cm = cm.and_then(|cm| u8::try_from(cm).ok()).filter(|cm| Settings::HEIGHT_CM.contains(cm));
    cm.map_or(HeightInput::Invalid, HeightInput::Cm)
}

const FOOT_SIGN: char = '\'';
const INCH_SIGN: char = '"';
/// Spellings of feet and inches, with the sign that replaces them. Longer spellings come first.
const FEET_AND_INCHES: [(&str, &str); 13] = [
    ("feet", "'"),
    ("foot", "'"),
    ("ft", "'"),
    ("inches", "\""),
    ("inch", "\""),
    ("in", "\""),
    ("′", "'"),
    ("’", "'"),
    ("‘", "'"),
    ("″", "\""),
    ("”", "\""),
    ("“", "\""),
    ("''", "\""),
];

/// The zero of each supported script with non-ASCII digits: Arabic, Persian, Devanagari, Bengali, fullwidth.
const SCRIPT_ZEROS: [char; 5] = ['\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{ff10}'];
/// U+066B ARABIC DECIMAL SEPARATOR.
const ARABIC_DECIMAL_SEPARATOR: char = '٫';

/// Converts digits to ASCII, and a decimal comma to a point.
fn normalize_char(c: char) -> char {
    let digit =
        |zero: &char| u32::from(c).checked_sub(u32::from(*zero)).and_then(|n| char::from_digit(n, 10));
    match c {
        ',' | ARABIC_DECIMAL_SEPARATOR => '.',
        c => SCRIPT_ZEROS.iter().find_map(digit).unwrap_or(c),
    }
}

/// Parses metres or centimetres; returns whole centimetres.
fn parse_metric_cm(typed: &str) -> Option<u16> {
    // 'm' becomes a decimal point ("1m78"). The point that "cm" leaves at the end is trimmed.
    let normalize_unit = |c| match c {
        'm' | 'م' => Some('.'),
        'c' | 'س' => None,
        c => (!c.is_whitespace()).then_some(c),
    };
    let compact: String = typed.chars().filter_map(normalize_unit).collect();
    let hundredths = parse_hundredths(compact.trim_end_matches('.'))?;
    // A number below 3 means metres, not centimetres.
    Some(if hundredths < 300 { hundredths } else { hundredths.saturating_add(50) / 100 })
}

/// Parses feet, then inches; either may be absent. Returns whole centimetres. Points after "ft." and "in." and a comma
/// between feet and inches are ignored.
fn parse_imperial_cm(typed: &str) -> Option<u16> {
    let bare: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    let (feet, inches) =
        bare.split_once(FOOT_SIGN).map_or((None, bare.as_str()), |(feet, inches)| (Some(feet), inches));
    let inches = inches.trim_matches('.');
    let inches = inches.strip_suffix(INCH_SIGN).unwrap_or(inches).trim_end_matches('.');
    let inches = if inches.is_empty() { 0 } else { parse_hundredths(inches)? };
    let feet = match feet {
        // After feet, inches must be below twelve.
        Some(_) if inches >= 1_200 => return None,
        Some(feet) => feet.parse::<u16>().ok().filter(|_| !feet.starts_with('+'))?,
        None => 0,
    };
    // Hundredths of an inch: one is 0.0254 cm.
    let inches = u32::from(feet) * 1_200 + u32::from(inches);
    u16::try_from((inches * 254 + 5_000) / 10_000).ok()
}

/// Parses a decimal number with at most three digits before the point, in hundredths; digits after the second decimal
/// place are ignored. `None` if there is any other character.
fn parse_hundredths(number: &str) -> Option<u16> {
    let (integer, fraction) = number.split_once('.').unwrap_or((number, ""));
    let is_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    // `parse` alone would accept a plus sign.
    if integer.len() > 3 || !is_digits(integer) || !is_digits(fraction) {
        return None;
    }
    let digit = |index: usize| fraction.as_bytes().get(index).map_or(0, |b| u16::from(b - b'0'));
    let hundredths = digit(0) * 10 + digit(1);
    // `None` above 655.35.
    integer.parse::<u16>().ok()?.checked_mul(100)?.checked_add(hundredths)
}
