//! SHA-256 in the three spellings the site needs.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// As the service worker's list and a content security policy write it.
pub fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(Sha256::digest(bytes))
}

/// The first 16 hex digits: enough for a file name that changes with its content.
pub fn short(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    let mut hex = String::with_capacity(16);
    for byte in &Sha256::digest(bytes)[..8] {
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

/// A source of a content security policy.
pub fn csp_source(text: &str) -> String {
    format!("'sha256-{}'", base64(text.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_the_empty_text() {
        assert_eq!(base64(b""), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
        assert_eq!(short(b""), "e3b0c44298fc1c14");
    }
}
