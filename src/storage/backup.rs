//! The backup: everything the app knows, as one file that can be read without the app.

use super::{
    codec::{in_ascii, live, session, singletons},
    file::{File, file_name},
    set_aside,
};
use crate::domain::{
    Model, Now, history::Body, live::SessionSnapshot, model::SessionState, session::SessionId,
};

/// Version of the file's form.
const VERSION: u32 = 1;

/// Writes the backup. `spoilt` are the texts that could not be read, with the keys that they stand under.
pub fn write(model: &Model, spoilt: &[(String, String)], now: Now) -> File {
    let mut sessions = Vec::new();
    let mut deleted = Vec::new();
    for (id, entry) in model.history.entries() {
        match &entry.body {
            Body::Full(session) => sessions.push(session::text(entry.rev, session)),
            Body::Deleted(unix_ms) => deleted.push(tombstone(id, entry.rev, *unix_ms)),
            Body::Newer(newer) => sessions.push(newer.text.clone()),
        }
    }
    let spoilt: Vec<String> =
        set_aside::packed(spoilt.to_vec(), set_aside::MOST, now.unix_ms).iter().map(in_ascii).collect();
    let text = format!(
        concat!(
            "{{\"format\":\"eased-backup\",\"version\":{},\"exported_at\":{},\n",
            "\"sessions\":{},\n\"deleted\":{},\n\"spoilt\":{},\n\"live\":{},\n\"settings\":{}}}\n",
        ),
        VERSION,
        now.unix_ms,
        list(&sessions),
        list(&deleted),
        list(&spoilt),
        live_text(model, now).unwrap_or_else(|| "null".to_owned()),
        singletons::write_settings(0, &model.settings),
    );
    File { name: file_name("backup", "json", now), text }
}

fn tombstone(id: SessionId, rev: u32, unix_ms: i64) -> String {
    format!("[\"{}\",{rev},{unix_ms}]", id.as_str())
}

fn live_text(model: &Model, now: Now) -> Option<String> {
    match &model.sitting {
        SessionState::Idle | SessionState::Asking(_) => None,
        // Its end has been written as a session.
        SessionState::Running(running) if running.phase_name() == crate::domain::phase::Name::Done => None,
        SessionState::Running(running) => Some(live::write(&SessionSnapshot {
            running: running.as_ref().clone(),
            written_unix_ms: now.unix_ms,
        })),
        SessionState::Found { live, .. } | SessionState::Elsewhere(live) => Some(live::write(live)),
    }
}

/// One value a line, so that two backups can be compared by eye.
fn list(rows: &[String]) -> String {
    format!("[{}]", rows.join(",\n"))
}
