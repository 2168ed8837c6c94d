//! JSON in ASCII: WebKit counts two bytes for every character of a stored value that has one outside Latin-1.

use std::fmt::Write as _;

use serde::Serialize;

/// A value as JSON.
pub fn in_ascii(value: &impl Serialize) -> String {
    // Strings, integers and lists of them: nothing in a record can fail to be written.
    escaped(serde_json::to_string(value).unwrap_or_default())
}

/// The same JSON with escapes for what is not ASCII.
pub fn escaped(json: String) -> String {
    if json.is_ascii() {
        return json;
    }
    let mut text = String::with_capacity(json.len());
    for c in json.chars() {
        if c.is_ascii() {
            text.push(c);
        } else {
            // Such characters stand only within strings.
            for unit in c.encode_utf16(&mut [0; 2]) {
                // Writing to a `String` cannot fail.
                let _ = write!(text, "\\u{unit:04x}");
            }
        }
    }
    text
}
