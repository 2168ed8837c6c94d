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

/// Reads centimetres ("178", "178,5 cm") and metres ("1.78", "1,78 m", "1 m 78").
///
/// In whole numbers, so that nothing depends on how a fraction is rounded.
pub fn read_height(typed: &str) -> Height {
    // "cm" leaves a point at the end, which falls away.
    let meant = |c| match c {
        'm' | 'M' | 'م' | ',' | ARABIC_DECIMAL_SEPARATOR => Some('.'),
        // Arabic and Persian keyboards type digits of their own.
        '\u{660}'..='\u{669}' => ascii_digit(c, '\u{660}'),
        '\u{6f0}'..='\u{6f9}' => ascii_digit(c, '\u{6f0}'),
        'c' | 'C' | 'س' => None,
        c => (!c.is_whitespace()).then_some(c),
    };
    let bare: String = typed.chars().filter_map(meant).collect();
    let bare = bare.trim_end_matches('.');
    if bare.is_empty() && typed.trim().is_empty() {
        return Height::Unsaid;
    }
    let (whole, fraction) = bare.split_once('.').unwrap_or((bare, ""));
    // `parse` would take a plus sign.
    let whole = whole.parse::<u16>().ok().filter(|_| !whole.starts_with('+'));
    let (Some(whole), Some(hundredths)) = (whole, hundredths(fraction)) else {
        return Height::Unclear;
    };
    // Nobody is two centimetres tall: a number that small is metres.
    let cm = if whole < 3 { whole * 100 + hundredths } else { whole.saturating_add(hundredths / 50) };
    u8::try_from(cm).ok().filter(|cm| Settings::HEIGHT_CM.contains(cm)).map_or(Height::Unclear, Height::Cm)
}

/// U+066B.
const ARABIC_DECIMAL_SEPARATOR: char = '٫';

/// The ASCII digit for one of a script whose digits begin at `zero`.
fn ascii_digit(c: char, zero: char) -> Option<char> {
    char::from_digit(u32::from(c) - u32::from(zero), 10)
}

/// The first two digits after the point; `None` when there is anything but digits.
fn hundredths(fraction: &str) -> Option<u16> {
    let digit = |at: usize| fraction.as_bytes().get(at).map_or(0, |b| u16::from(b - b'0'));
    fraction.bytes().all(|b| b.is_ascii_digit()).then(|| digit(0) * 10 + digit(1))
}
