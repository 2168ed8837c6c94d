//! The keys of stored values, the same in both stores. Keys of released versions must not change.

use crate::domain::session::SessionId;

/// Prefix of all keys of the app.
pub const APP_PREFIX: &str = "eased.";
/// The snapshot of the running session.
pub const SNAPSHOT: &str = "eased.live";
/// Marks not yet rolled.
pub const DRAFT: &str = "eased.draft";
/// Settings.
pub const SETTINGS: &str = "eased.settings";
/// App metadata: safety answer, last backup, dismissed cards.
pub const META: &str = "eased.meta";

/// The keys that exist once.
pub const UNIQUE_KEYS: [&str; 4] = [SNAPSHOT, DRAFT, SETTINGS, META];

const REVISION_PREFIX: &str = "eased.s.";
/// Prefix of the keys of quarantined texts.
pub const QUARANTINE_PREFIX: &str = "eased.q.";

/// The key of a revision of a session: `eased.s.<id>.<rev>.<crc>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RevisionKey {
    /// The session.
    pub id: SessionId,
    /// Revision, from 1.
    pub rev: u32,
    /// CRC-32 of the value's bytes.
    pub crc: u32,
}

impl RevisionKey {
    /// The stored key: the revision in decimal, the checksum in eight lower-case hex digits.
    pub fn to_text(self) -> String {
        format!("{}{}.{:08x}", revision_prefix(self.id), self.rev, self.crc)
    }

    /// `None` unless it has exactly the form of [`RevisionKey::to_text`], so that a revision has only one key.
    pub fn parse(key: &str) -> Option<Self> {
        let mut parts = key.strip_prefix(REVISION_PREFIX)?.split('.');
        let (id, rev, crc) = (parts.next()?, parts.next()?, parts.next()?);
        let is_canonical_rev = rev.starts_with(|c: char| ('1'..='9').contains(&c));
        let is_canonical_crc = crc.len() == 8 && crc.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        let is_complete = parts.next().is_none();
        let parsed = Self {
            id: SessionId::parse(id)?,
            rev: rev.parse().ok()?,
            crc: u32::from_str_radix(crc, 16).ok()?,
        };
        (is_canonical_rev && is_canonical_crc && is_complete).then_some(parsed)
    }
}

/// The kind of value of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyKind {
    /// A revision of a session; `None` if the key is malformed.
    Revision(Option<RevisionKey>),
    /// The snapshot of the running session.
    SessionSnapshot,
    /// Marks not yet rolled.
    Draft,
    /// Settings.
    Settings,
    /// App metadata.
    Meta,
    /// A quarantined text.
    Quarantined,
}

/// The kind of a key. `None` for keys that are not the app's.
pub fn kind(key: &str) -> Option<KeyKind> {
    Some(match key {
        SNAPSHOT => KeyKind::SessionSnapshot,
        DRAFT => KeyKind::Draft,
        SETTINGS => KeyKind::Settings,
        META => KeyKind::Meta,
        _ if key.starts_with(REVISION_PREFIX) => KeyKind::Revision(RevisionKey::parse(key)),
        _ if key.starts_with(QUARANTINE_PREFIX) => KeyKind::Quarantined,
        _ => return None,
    })
}

/// Prefix of the keys of all revisions of a session.
pub fn revision_prefix(id: SessionId) -> String {
    format!("{REVISION_PREFIX}{}.", id.as_str())
}

/// The quarantine key of a text with this original key: `eased.q.<unix ms>.<key>`.
pub fn quarantine_key(unix_ms: i64, key: &str) -> String {
    format!("{QUARANTINE_PREFIX}{unix_ms}.{key}")
}
