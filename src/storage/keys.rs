//! The names under which things are kept. They are the same in both stores, and a promise: never change one.

use crate::domain::session::SessionId;

/// Every key of ours begins with this.
pub const OURS: &str = "eased.";
/// The running session.
pub const LIVE: &str = "eased.live";
/// Marks not yet rolled.
pub const DRAFT: &str = "eased.draft";
/// Choices.
pub const SETTINGS: &str = "eased.settings";
/// What is kept once: safety answer, last backup, dismissed cards.
pub const META: &str = "eased.meta";

/// What there is one of, the running session first.
pub const SINGLE: [&str; 4] = [LIVE, DRAFT, SETTINGS, META];

const REVISION: &str = "eased.s.";
/// What the keys of all texts that were set aside begin with.
pub const ASIDE: &str = "eased.q.";

/// The name of one revision of one session: `eased.s.<id>.<rev>.<crc>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RevisionKey {
    /// Which session.
    pub id: SessionId,
    /// Revision, from 1.
    pub rev: u32,
    /// CRC-32 of the value's bytes.
    pub crc: u32,
}

impl RevisionKey {
    /// As written: the revision in decimal, the checksum in eight lower-case hex digits.
    pub fn to_text(self) -> String {
        format!("{}{}.{:08x}", revisions_of(self.id), self.rev, self.crc)
    }

    /// `None` unless it is exactly what [`RevisionKey::to_text`] writes: two names for one revision
    /// would be two revisions.
    pub fn parse(key: &str) -> Option<Self> {
        let mut parts = key.strip_prefix(REVISION)?.split('.');
        let (id, rev, crc) = (parts.next()?, parts.next()?, parts.next()?);
        let plain_rev = rev.starts_with(|c: char| ('1'..='9').contains(&c));
        let plain_crc = crc.len() == 8 && crc.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        let nothing_more = parts.next().is_none();
        let parsed = Self {
            id: SessionId::parse(id)?,
            rev: rev.parse().ok()?,
            crc: u32::from_str_radix(crc, 16).ok()?,
        };
        (plain_rev && plain_crc && nothing_more).then_some(parsed)
    }
}

/// What a key promises to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A revision of a session; `None` when its name is no proper one.
    Revision(Option<RevisionKey>),
    /// The running session.
    SessionSnapshot,
    /// Marks not yet rolled.
    Draft,
    /// Choices.
    Settings,
    /// What is kept once.
    Meta,
    /// A text that could not be read and was set aside.
    Aside,
}

/// `None` for a key that is not ours to read.
pub fn kind(key: &str) -> Option<Kind> {
    Some(match key {
        LIVE => Kind::SessionSnapshot,
        DRAFT => Kind::Draft,
        SETTINGS => Kind::Settings,
        META => Kind::Meta,
        _ if key.starts_with(REVISION) => Kind::Revision(RevisionKey::parse(key)),
        _ if key.starts_with(ASIDE) => Kind::Aside,
        _ => return None,
    })
}

/// What the keys of all revisions of a session begin with.
pub fn revisions_of(id: SessionId) -> String {
    format!("{REVISION}{}.", id.as_str())
}

/// Where a text is set aside that stood under `key`: `eased.q.<unix ms>.<key>`.
pub fn aside(unix_ms: i64, key: &str) -> String {
    format!("{ASIDE}{unix_ms}.{key}")
}
