//! Whole numbers as text and back: the few lines that are needed of it, instead of the standard library's machinery
//! for writing and reading anything in any way.

/// A number as people write it.
pub fn digits(number: impl Into<u64>) -> String {
    let mut text = String::new();
    push_digits(&mut text, number.into());
    text
}

/// The same with at least two digits, for dates and fractions.
pub fn two_digits(number: impl Into<u64>) -> String {
    let number = number.into();
    let mut text = String::from(if number < 10 { "0" } else { "" });
    push_digits(&mut text, number);
    text
}

/// A number at the end of a text.
pub fn push_digits(text: &mut String, number: u64) {
    let mut place: u64 = 1;
    while number / place >= 10 {
        place *= 10;
    }
    while place > 0 {
        let digit = number / place % 10;
        text.extend(u8::try_from(digit).ok().map(|digit| char::from(b'0' + digit)));
        place /= 10;
    }
}

/// A number of nothing but digits; `None` for anything else, and for what is too large.
pub fn number(text: &str) -> Option<u32> {
    u32::try_from(whole(text)?).ok().filter(|_| !text.starts_with('-'))
}

/// The same for what fits into a byte, as percents and seconds do.
pub fn small(text: &str) -> Option<u8> {
    u8::try_from(number(text)?).ok()
}

/// A whole number with or without a minus; `None` for anything else, and for what is too large.
pub fn whole(text: &str) -> Option<i64> {
    let bare = text.strip_prefix('-');
    let digits = bare.unwrap_or(text);
    // Below nought there is room for one more.
    let mut number = 0_i64;
    for byte in digits.bytes() {
        let digit = byte.checked_sub(b'0').filter(|digit| *digit < 10)?;
        number = number.checked_mul(10)?.checked_sub(digit.into())?;
    }
    let signed = if bare.is_some() { Some(number) } else { number.checked_neg() };
    signed.filter(|_| !digits.is_empty())
}

/// A number of at most eight hexadecimal digits, large or small.
pub fn hexadecimal(text: &str) -> Option<u32> {
    let mut number = 0;
    for letter in text.chars() {
        number = number << 4 | letter.to_digit(16)?;
    }
    matches!(text.len(), 1..=8).then_some(number)
}
