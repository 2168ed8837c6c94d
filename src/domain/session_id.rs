//! The id of a session, shared by all of its revisions.

/// Ten characters of `[0-9a-z]`, random.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SessionId([u8; 10]);

impl SessionId {
    /// `None` unless it is ten characters of `[0-9a-z]`.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes: [u8; 10] = text.as_bytes().try_into().ok()?;
        bytes.iter().all(|b| b.is_ascii_digit() || b.is_ascii_lowercase()).then_some(Self(bytes))
    }

    /// From ten random bytes. 256 is no multiple of 36, so some characters are slightly more likely, which does no harm
    /// in an id.
    pub fn from_random(bytes: [u8; 10]) -> Self {
        const ALPHABET: [u8; 36] = *b"0123456789abcdefghijklmnopqrstuvwxyz";
        Self(bytes.map(|b| ALPHABET[usize::from(b) % ALPHABET.len()]))
    }

    /// The text form, as used in keys and files.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl std::fmt::Debug for SessionId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}
