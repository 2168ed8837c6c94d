//! The backup: everything the app knows, as one file that can be read without the app.

use super::{
    form::{live, session, single},
    json::{int_text, quoted},
};
use crate::domain::{
    Model, Now,
    digits::{digits, two_digits},
    history::Body,
    live::Live,
    model::Sitting,
    session::SessionId,
    time::{civil, local_day},
};

/// Version of the file's form.
const VERSION: u32 = 1;

/// A file to hand to the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// `eased-backup-YYYY-MM-DD.json`, the date by the person's own calendar.
    pub name: String,
    /// What is in it.
    pub text: String,
}

/// Writes the backup. `spoilt` are the texts that could not be read, with the keys that they stand under.
pub fn write(model: &Model, spoilt: &[(String, String)], now: Now) -> File {
    let mut sessions = Vec::new();
    let mut deleted = Vec::new();
    for (id, entry) in model.history.entries() {
        match &entry.body {
            Body::Full(session) => sessions.push(session::text(entry.rev, session)),
            Body::Deleted(unix_ms) => deleted.push(tombstone(id, entry.rev, *unix_ms)),
        }
    }
    let spoilt = spoilt.iter().map(|(key, text)| ["[", &quoted(key), ",", &quoted(text), "]"].concat());
    let text = [
        "{\"format\":\"eased-backup\",\"version\":",
        &digits(VERSION),
        ",\"exported_at\":",
        &int_text(now.unix_ms),
        ",\n\"sessions\":",
        &list(&sessions),
        ",\n\"deleted\":",
        &list(&deleted),
        ",\n\"spoilt\":",
        &list(&spoilt.collect::<Vec<_>>()),
        ",\n\"live\":",
        &live_text(model, now).unwrap_or_else(|| "null".to_owned()),
        ",\n\"settings\":",
        &single::write_settings(0, &model.settings),
        "}\n",
    ];
    let name = ["eased-backup-", &date(now), ".json"];
    File { name: name.concat(), text: text.concat() }
}

fn tombstone(id: SessionId, rev: u32, unix_ms: i64) -> String {
    ["[\"", id.as_str(), "\",", &digits(rev), ",", &int_text(unix_ms), "]"].concat()
}

/// The day by the person's own calendar.
pub fn date(now: Now) -> String {
    date_of(local_day(now.unix_ms, now.utc_offset_min), "-")
}

/// Year, month and day of a day since 1970.
pub fn date_of(day: i64, between: &str) -> String {
    let (year, month, day) = civil(day);
    [int_text(year), two_digits(month.unsigned_abs()), two_digits(day.unsigned_abs())].join(between)
}

fn live_text(model: &Model, now: Now) -> Option<String> {
    match &model.sitting {
        Sitting::Idle | Sitting::Asking(_) => None,
        // Its end has been written as a session.
        Sitting::Running(running) if running.phase_name() == crate::domain::phase::Name::Done => None,
        Sitting::Running(running) => {
            Some(live::write(&Live { running: running.as_ref().clone(), written_unix_ms: now.unix_ms }))
        }
        Sitting::Found { live, .. } | Sitting::Elsewhere(live) => Some(live::write(live)),
    }
}

/// One value a line, so that two backups can be compared by eye.
fn list(rows: &[String]) -> String {
    ["[", &rows.join(",\n"), "]"].concat()
}
