//! What a backup says, once all of it has been understood.

use crate::{
    domain::{session::SessionId, settings::Settings},
    storage::codec::session::Written,
};

/// What one entry says of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// Which session.
    pub id: SessionId,
    /// Revision, from 1.
    pub rev: u32,
    /// What it says.
    pub written: Written,
}

/// A backup, all of it understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// When it was made, unix milliseconds.
    pub made_unix_ms: i64,
    /// By session, each once.
    pub revisions: Vec<Revision>,
    /// The session that was running, as one that was interrupted there.
    pub live: Option<Revision>,
    /// Texts that could not be read where it was made, each with a key under which it may be set aside.
    pub aside: Vec<(String, String)>,
    /// Choices; `None` where the file does not tell.
    pub settings: Option<Settings>,
}
