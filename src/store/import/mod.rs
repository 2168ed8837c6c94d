//! A backup comes back: read as a whole or not at all, laid beside what is here, and merged by the order of
//! revisions. Nothing of it is guessed, and to do it twice is to do it once.

mod lay;
mod live;
mod scan;

use super::{
    form::{
        Read, live as live_form,
        session::{self, Written},
        single,
    },
    json::Json,
    keys::{self, Kind},
};
use crate::domain::{
    bring::{Part, Refusal, Wrong},
    order::sort_long_by_key,
    session::SessionId,
    settings::Settings,
};

pub use self::lay::{covers, merged, preview};

/// Largest file, bytes: a hundred years of daily use.
pub const MOST_BYTES: usize = 20 << 20;
/// Most values in it, of whatever kind: what reading it may take up is known before it is read.
const MOST_VALUES: usize = 3_000_000;
/// Most entries of a list.
const MOST_ENTRIES: usize = 40_000;
/// Longest name of a text that was set aside. Ours have at most 70 characters.
const LONGEST_KEY: usize = 200;
/// Version of the file's form.
const VERSION: i64 = 1;
/// What a backup calls itself.
const FORMAT: &str = "eased-backup";
/// The names that it has, each once.
const NAMES: [&str; 8] =
    ["format", "version", "exported_at", "sessions", "deleted", "spoilt", "live", "settings"];

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
    /// Choices.
    pub settings: Settings,
}

/// Reads a file.
///
/// # Errors
/// When any of it is not as it should be. There is no backup in parts: what is left out of one that is merged
/// looks like something that never was.
pub fn read(text: &str) -> Result<Backup, Refusal> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    scan::scan(text)?;
    let Some(file) = Json::parse(text) else {
        // Ours begin with their name, so that what was cut off can be told from what is something else.
        let ours = text.as_bytes().windows(FORMAT.len()).take(64).any(|part| part == FORMAT.as_bytes());
        return Err(if ours { Refusal::Broken } else { Refusal::NotOurs });
    };
    if file.get("format").and_then(Json::text) != Some(FORMAT) {
        return Err(Refusal::NotOurs);
    }
    match file.get("version").and_then(Json::int) {
        Some(VERSION) => {}
        Some(newer) if newer > VERSION => return Err(Refusal::Newer),
        Some(_) | None => return Err(Refusal::Broken),
    }
    // As many as there are names, so none is unknown and none stands there twice.
    let Json::Object(fields) = &file else { return Err(Refusal::NotOurs) };
    if fields.len() != NAMES.len() || NAMES.iter().any(|name| file.get(name).is_none()) {
        return Err(Refusal::Broken);
    }
    let made_unix_ms = file.get("exported_at").and_then(unix_ms).ok_or(Refusal::Broken)?;
    let settings = match file.get("settings").map(single::read_settings_value) {
        Some(Read::Whole(settings)) => settings.value,
        other => return Err(Refusal::Entry(Part::Settings, 1, wrong(other.as_ref()))),
    };
    let mut revisions = entries(&file, "sessions", Part::Sessions, full)?;
    let deleted = entries(&file, "deleted", Part::Deleted, tombstone)?;
    let aside = entries(&file, "spoilt", Part::SetAside, |row| set_aside(row, made_unix_ms))?;
    let sessions = revisions.len();
    revisions.extend(deleted);
    once_each(&revisions, sessions)?;
    let live = match file.get("live") {
        None | Some(Json::Other) => None,
        Some(live) => match live_form::read_value(live) {
            Read::Whole(live) => live::ended(live),
            other => return Err(Refusal::Entry(Part::Live, 1, wrong(Some(&other)))),
        },
    };
    sort_long_by_key(&mut revisions, |revision| revision.id);
    Ok(Backup { made_unix_ms, revisions, live, aside, settings })
}

fn entries<T>(
    file: &Json,
    name: &str,
    part: Part,
    read: impl Fn(&Json) -> Read<T>,
) -> Result<Vec<T>, Refusal> {
    let rows = file.get(name).and_then(Json::list).ok_or(Refusal::Broken)?;
    if rows.len() > MOST_ENTRIES {
        return Err(Refusal::TooMany);
    }
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        match read(row) {
            Read::Whole(entry) => all.push(entry),
            other => return Err(Refusal::Entry(part, all.len() + 1, wrong(Some(&other)))),
        }
    }
    Ok(all)
}

fn wrong<T>(read: Option<&Read<T>>) -> Wrong {
    if let Some(Read::Newer) = read { Wrong::Newer } else { Wrong::Unreadable }
}

/// No session was ever changed so often; above it there would soon be no number left to change or delete it with.
const MOST_REVISIONS: u32 = 1_000_000;

fn full(row: &Json) -> Read<Revision> {
    match session::read_value(row) {
        Read::Whole((id, rev, written @ Written::Full(_))) if rev <= MOST_REVISIONS => {
            Read::Whole(Revision { id, rev, written })
        }
        Read::Newer => Read::Newer,
        Read::Whole(_) | Read::Spoilt => Read::Spoilt,
    }
}

/// `[id, rev, unix ms]`.
fn tombstone(row: &Json) -> Read<Revision> {
    let read = || {
        let [id, rev, at] = row.list()? else { return None };
        let (id, at) = (SessionId::parse(id.text()?)?, unix_ms(at)?);
        let rev = u32::try_from(rev.int()?).ok().filter(|rev| (1..=MOST_REVISIONS).contains(rev))?;
        Some(Revision { id, rev, written: Written::Deleted(at) })
    };
    read().map_or(Read::Spoilt, Read::Whole)
}

/// `[key, text]`. What was not set aside yet when the file was made gets a name of that kind.
fn set_aside(row: &Json, made_unix_ms: i64) -> Read<(String, String)> {
    let read = || {
        let [key, text] = row.list()? else { return None };
        let (key, text) = (key.text()?, text.text()?);
        let ours = key.starts_with(keys::OURS) && key.len() <= LONGEST_KEY;
        let key = if keys::kind(key) == Some(Kind::Aside) {
            key.to_owned()
        } else {
            keys::aside(made_unix_ms, key)
        };
        ours.then(|| (key, text.to_owned()))
    };
    read().map_or(Read::Spoilt, Read::Whole)
}

/// No session may stand there twice: which of the two would be meant?
fn once_each(revisions: &[Revision], sessions: usize) -> Result<(), Refusal> {
    let mut order: Vec<(SessionId, usize)> = revisions.iter().map(|r| r.id).zip(0..).collect();
    sort_long_by_key(&mut order, |entry| *entry);
    let twice = order.windows(2).filter(|pair| pair[0].0 == pair[1].0).map(|pair| pair[1].1).min();
    match twice {
        None => Ok(()),
        Some(at) if at < sessions => Err(Refusal::Entry(Part::Sessions, at + 1, Wrong::Twice)),
        Some(at) => Err(Refusal::Entry(Part::Deleted, at - sessions + 1, Wrong::Twice)),
    }
}

fn unix_ms(value: &Json) -> Option<i64> {
    value.int().filter(|ms| (-8_640_000_000_000_000..=8_640_000_000_000_000).contains(ms))
}
