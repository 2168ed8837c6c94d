//! How large and how deep a file is, found before it is read: reading takes memory for every value.

use super::{MOST_BYTES, MOST_VALUES};
use crate::{domain::bring::Refusal, store::json::DEPTH};

/// Looks over a text without understanding it.
///
/// # Errors
/// When it is larger, deeper, or of more values than any backup.
pub fn scan(text: &str) -> Result<(), Refusal> {
    if text.len() > MOST_BYTES {
        return Err(Refusal::TooLarge);
    }
    let (mut values, mut depth, mut quoted) = (0_usize, 0_usize, false);
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' => quoted = !quoted,
            b'\\' if quoted => drop(bytes.next()),
            _ if quoted => {}
            b'[' | b'{' => {
                values += 1;
                depth += 1;
            }
            b']' | b'}' => depth = depth.saturating_sub(1),
            b',' => values += 1,
            _ => {}
        }
        if depth > usize::from(DEPTH) {
            return Err(Refusal::TooDeep);
        }
    }
    if values > MOST_VALUES { Err(Refusal::TooMany) } else { Ok(()) }
}
