//! Estimated text widths, from which the style sheets compute font sizes that fill the available space.

/// The width of the longest unbreakable part in em, as the value of a custom property.
///
/// The estimate is on the wide side: it has to hold for the system fonts of all devices, without measuring on
/// the page.
pub fn longest_word_ems(words: &str) -> String {
    let parts = words.split([' ', '\u{ad}']);
    format_ems(parts.map(width_centi_ems).max().unwrap_or_default())
}

/// The width of the whole text on one line in em, as the value of a custom property.
pub fn line_ems(words: &str) -> String {
    format_ems(width_centi_ems(words))
}

/// The estimated width in hundredths of an em.
fn width_centi_ems(words: &str) -> u32 {
    let letter = |c| match c {
        // Soft hyphens, and Arabic vowel signs, which are above or below letters.
        '\u{ad}' | '\u{64b}'..='\u{65f}' | '\u{670}' => 0,
        // Arabic letters are joined, and narrower than Latin letters on average.
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

fn format_ems(centi_ems: u32) -> String {
    format!("{}.{:02}", centi_ems / 100, centi_ems % 100)
}
