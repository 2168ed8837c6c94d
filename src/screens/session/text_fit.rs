//! How wide words are, roughly: what the style sheet needs to make them as large as their place allows.

/// Width of the longest part that cannot be broken, in em, as a custom property's value.
///
/// An estimate on the wide side: it has to hold for the system typefaces of all devices, and no letter
/// is measured on the page.
pub fn longest(words: &str) -> String {
    let parts = words.split([' ', '\u{ad}']);
    as_em(parts.map(width).max().unwrap_or_default())
}

/// Width of all the words on one line, in em, as a custom property's value.
pub fn whole(words: &str) -> String {
    as_em(width(words))
}

/// Hundredths of an em.
fn width(words: &str) -> u32 {
    let letter = |c| match c {
        // Soft hyphens, and the vowel signs that Arabic puts over and under its letters.
        '\u{ad}' | '\u{64b}'..='\u{65f}' | '\u{670}' => 0,
        // Arabic letters are joined, and narrower than Latin ones on the whole.
        '\u{600}'..='\u{6ff}' => 55,
        'i' | 'j' | 'l' | 'I' => 31,
        'f' | 'r' | 't' | ' ' | '.' | ':' => 42,
        'm' | 'w' | 'M' | 'W' => 98,
        'C' | 'E' | 'F' | 'L' | 'P' | 'S' | 'T' | 'Z' => 66,
        c if c.is_uppercase() => 77,
        _ => 63,
    };
    words.chars().map(letter).sum::<u32>().max(31)
}

fn as_em(hundredths: u32) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}
