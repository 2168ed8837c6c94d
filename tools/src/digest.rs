//! SHA-256 digests in the three encodings that the site needs.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// Base64, as in the service worker's file lists and in a content security policy.
pub fn sha256_base64(bytes: &[u8]) -> String {
    STANDARD.encode(Sha256::digest(bytes))
}

/// The first 16 hex digits: enough for a file name that changes with the content.
pub fn short_hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    let mut hex = String::with_capacity(16);
    for byte in &Sha256::digest(bytes)[..8] {
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

/// A hash source for a content security policy.
pub fn csp_hash(text: &str) -> String {
    format!("'sha256-{}'", sha256_base64(text.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digests_of_the_empty_text_are_known() {
        assert_eq!(sha256_base64(b""), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
        assert_eq!(short_hex(b""), "e3b0c44298fc1c14");
    }
}
