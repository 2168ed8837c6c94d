//! What one entry of a file says, read from its text alone.

use super::contents::Revision;
use crate::{
    domain::{live::SessionSnapshot, session::SessionId, settings::Settings},
    storage::{
        codec::{
            Read, is_unix_ms, live as live_form,
            session::{self, Written},
            singletons,
        },
        keys::{self, Kind},
        legacy_rows,
        set_aside::Unreadable,
    },
};

/// No session was ever changed so often; above it there would soon be no number left to change or delete it with.
const MOST_REVISIONS: u32 = 1_000_000;
/// Longest name of a text that was set aside. Ours have at most 70 characters.
const LONGEST_KEY: usize = 200;
/// A text that could not be read may be anything, but its entry is no longer than this, bytes: reading one takes some
/// twenty milliseconds.
pub const LONGEST_TEXT: usize = 2 << 20;

/// A session. One of a newer app comes along as it is.
pub fn full(text: &str) -> Read<Revision> {
    match session::read_text(&legacy_rows::converted(text.trim(), legacy_rows::session)) {
        Read::Whole((id, rev, written @ (Written::Full(_) | Written::Newer(_)))) if rev <= MOST_REVISIONS => {
            Read::Whole(Revision { id, rev, written })
        }
        Read::Newer => Read::Newer,
        Read::Whole(_) | Read::Spoilt => Read::Spoilt,
    }
}

/// `[id, rev, unix ms]`.
pub fn tombstone(text: &str) -> Read<Revision> {
    let read = || {
        let (id, rev, at): (SessionId, u32, i64) = serde_json::from_str(text).ok()?;
        let is_sound = (1..=MOST_REVISIONS).contains(&rev) && is_unix_ms(at);
        is_sound.then_some(Revision { id, rev, written: Written::Deleted(at) })
    };
    read().map_or(Read::Spoilt, Read::Whole)
}

/// `[key, text]`. What was not set aside yet when the file was made gets a name of that kind.
pub fn set_aside(text: &str, made_unix_ms: i64) -> Read<Unreadable> {
    let read = || {
        let text = Some(text).filter(|text| text.len() <= LONGEST_TEXT)?;
        let (key, text): (String, String) = serde_json::from_str(text).ok()?;
        let is_ours = key.starts_with(keys::OURS) && key.len() <= LONGEST_KEY;
        let key = if keys::kind(&key) == Some(Kind::Aside) { key } else { keys::aside(made_unix_ms, &key) };
        is_ours.then_some((key, text))
    };
    read().map_or(Read::Spoilt, Read::Whole)
}

/// The session that was running.
pub fn live(text: &str) -> Read<SessionSnapshot> {
    live_form::read(&legacy_rows::converted(text.trim(), legacy_rows::live))
}

/// Choices.
pub fn settings(text: &str) -> Read<Settings> {
    singletons::read_settings(&legacy_rows::settings(text)).map(|settings| settings.value)
}
