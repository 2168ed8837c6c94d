//! Writes the backup: all data as one JSON file that can be read without the app.

use super::{
    codec::{session, singletons, snapshot, to_ascii_json},
    file::{ExportFile, file_name},
    quarantine,
};
use crate::domain::{
    Model, Now, history::RevisionBody, model::SessionState, session::SessionId,
    session_snapshot::SessionSnapshot,
};

/// Version of the file format.
const VERSION: u32 = 1;

/// Writes the backup. `corrupt_texts` are the unreadable texts with their keys.
pub fn write(model: &Model, corrupt_texts: &[(String, String)], now: Now) -> ExportFile {
    let mut sessions = Vec::new();
    let mut deleted = Vec::new();
    for (id, entry) in model.history.entries() {
        match &entry.body {
            RevisionBody::Full(session) => sessions.push(session::to_json(entry.rev, session)),
            RevisionBody::Deleted(unix_ms) => deleted.push(tombstone_json(id, entry.rev, *unix_ms)),
            RevisionBody::Newer(newer) => sessions.push(newer.text.clone()),
        }
    }
    let corrupt_texts: Vec<String> =
        quarantine::pack(corrupt_texts.to_vec(), quarantine::MAX_IN_BACKUP, now.unix_ms)
            .iter()
            .map(to_ascii_json)
            .collect();
    let text = format!(
        concat!(
            "{{\"format\":\"eased-backup\",\"version\":{},\"exported_at\":{},\n",
            "\"sessions\":{},\n\"deleted\":{},\n\"spoilt\":{},\n\"live\":{},\n\"settings\":{}}}\n",
        ),
        VERSION,
        now.unix_ms,
        json_list(&sessions),
        json_list(&deleted),
        json_list(&corrupt_texts),
        snapshot_json(model, now).unwrap_or_else(|| "null".to_owned()),
        singletons::write_settings(0, &model.settings),
    );
    ExportFile { name: file_name("backup", "json", now), text }
}

fn tombstone_json(id: SessionId, rev: u32, unix_ms: i64) -> String {
    format!("[\"{}\",{rev},{unix_ms}]", id.as_str())
}

fn snapshot_json(model: &Model, now: Now) -> Option<String> {
    match &model.session_state {
        SessionState::Idle | SessionState::GateOpen(_) => None,
        // It has been saved as a finished session.
        SessionState::Running(running) if running.phase_name() == crate::domain::phase::PhaseName::Done => {
            None
        }
        SessionState::Running(running) => Some(snapshot::write(&SessionSnapshot {
            running: running.as_ref().clone(),
            written_unix_ms: now.unix_ms,
        })),
        SessionState::Interrupted { snapshot, .. } | SessionState::InOtherTab(snapshot) => {
            Some(snapshot::write(snapshot))
        }
    }
}

/// A JSON list with one value per line, so that two backups can be compared with a text diff.
fn json_list(rows: &[String]) -> String {
    format!("[{}]", rows.join(",\n"))
}
