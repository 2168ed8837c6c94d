//! ASCII-only JSON: WebKit stores a value that has a character beyond Latin-1 with two bytes per character.

use std::fmt::Write as _;

use serde::Serialize;

/// Serializes a value as ASCII-only JSON.
pub fn to_ascii_json(value: &impl Serialize) -> String {
    // Records contain only strings, integers and lists of them, which always serialize.
    escape_non_ascii(serde_json::to_string(value).unwrap_or_default())
}

/// Replaces the characters beyond ASCII in a JSON text with `\uXXXX` escapes.
pub fn escape_non_ascii(json: String) -> String {
    if json.is_ascii() {
        return json;
    }
    let mut text = String::with_capacity(json.len());
    for c in json.chars() {
        if c.is_ascii() {
            text.push(c);
        } else {
            // JSON has such characters only within strings.
            for unit in c.encode_utf16(&mut [0; 2]) {
                // Writing to a `String` cannot fail.
                let _ = write!(text, "\\u{unit:04x}");
            }
        }
    }
    text
}
