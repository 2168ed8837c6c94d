//! A person's height, read from whatever they typed.

use super::settings::Settings;

/// What was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Height {
    /// Nothing: the height is not to be known.
    Unsaid,
    /// Whole centimetres in [`Settings::HEIGHT_CM`].
    Cm(u8),
    /// No height, or one outside the range.
    Unclear,
}

/// Reads centimetres ("178", "178,5 cm"), metres ("1.78", "1,78 m", "1 m 78"), feet and inches ("5'10", "5 ft 10 in", "70 in"), in the
/// digits of several scripts.
///
/// In whole numbers, so that nothing depends on how a fraction is rounded.
pub fn read_height(typed: &str) -> Height {
    let typed: String = typed.trim().chars().map(plain).flat_map(char::to_lowercase).collect();
    if typed.is_empty() {
        return Height::Unsaid;
    }
    let typed = FEET_AND_INCHES.iter().fold(typed, |typed, (long, short)| typed.replace(long, short));
    let cm = if typed.contains([FOOT, INCH]) { imperial(&typed) } else { metric(&typed) };
    let cm = cm.and_then(|cm| u8::try_from(cm).ok()).filter(|cm| Settings::HEIGHT_CM.contains(cm));
    cm.map_or(Height::Unclear, Height::Cm)
}

const FOOT: char = '\'';
const INCH: char = '"';
/// Words and signs for feet and inches; the longer ones first.
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

/// Zeros of scripts whose keyboards type digits of their own: Arabic, Persian, Devanagari, Bengali, full width.
const ZEROS: [char; 5] = ['\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{ff10}'];
/// U+066B.
const ARABIC_DECIMAL_SEPARATOR: char = '٫';

/// ASCII digits, and a point where a fraction begins.
fn plain(c: char) -> char {
    let digit =
        |zero: &char| u32::from(c).checked_sub(u32::from(*zero)).and_then(|n| char::from_digit(n, 10));
    match c {
        ',' | ARABIC_DECIMAL_SEPARATOR => '.',
        c => ZEROS.iter().find_map(digit).unwrap_or(c),
    }
}

/// Whole centimetres.
fn metric(typed: &str) -> Option<u16> {
    // "cm" leaves a point at the end, which falls away.
    let meant = |c| match c {
        'm' | 'م' => Some('.'),
        'c' | 'س' => None,
        c => (!c.is_whitespace()).then_some(c),
    };
    let bare: String = typed.chars().filter_map(meant).collect();
    let hundredths = hundredths(bare.trim_end_matches('.'))?;
    // Nobody is two centimetres tall: a number that small is metres.
    Some(if hundredths < 300 { hundredths } else { hundredths.saturating_add(50) / 100 })
}

/// Feet, then inches; either may be left out. Points after "ft." and "in." and a comma between them mean nothing.
fn imperial(typed: &str) -> Option<u16> {
    let bare: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    let (feet, inches) =
        bare.split_once(FOOT).map_or((None, bare.as_str()), |(feet, inches)| (Some(feet), inches));
    let inches = inches.trim_matches('.');
    let inches = inches.strip_suffix(INCH).unwrap_or(inches).trim_end_matches('.');
    let inches = if inches.is_empty() { 0 } else { hundredths(inches)? };
    let feet = match feet {
        // Twelve inches are a foot, and nobody writes a part of a foot in tenths.
        Some(_) if inches >= 1_200 => return None,
        Some(feet) => feet.parse::<u16>().ok().filter(|_| !feet.starts_with('+'))?,
        None => 0,
    };
    // In hundredths of an inch, of which one is 0.0254 cm.
    let all = u32::from(feet) * 1_200 + u32::from(inches);
    u16::try_from((all * 254 + 5_000) / 10_000).ok()
}

/// Hundredths of a number with at most three digits before the point; `None` where there is anything but digits.
fn hundredths(number: &str) -> Option<u16> {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let is_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    // `parse` would take a plus sign.
    if whole.len() > 3 || !is_digits(whole) || !is_digits(fraction) {
        return None;
    }
    let digit = |at: usize| fraction.as_bytes().get(at).map_or(0, |b| u16::from(b - b'0'));
    let hundredths = digit(0) * 10 + digit(1);
    // 655.35 is the most; nobody is as tall.
    whole.parse::<u16>().ok()?.checked_mul(100)?.checked_add(hundredths)
}
