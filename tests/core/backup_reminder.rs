//! When a backup is asked for.

use eased::domain::{
    Event, Model,
    backup_reminder::{BackupReminder, backup_reminder},
    history::{Body, Entry, History, SaveStatus},
    model::{Meta, ReadStatus, Screen, SessionState},
    safety::GateAnswer,
    session::SessionId,
    time::{DAY_MS, Moment, Now},
    update,
};

use crate::{sample, script::play};

/// A device on which sessions began so many days ago, and the last backup was made so many days ago.
fn reminder_for(sessions: &[i64], backup: Option<i64>) -> BackupReminder {
    reminder(&model(sessions, backup))
}

fn reminder(model: &Model) -> BackupReminder {
    let in_session = matches!(model.sitting, SessionState::Running(_) | SessionState::Elsewhere(_));
    let utc_offset_min = model.now.utc_offset_min;
    let last = model.meta.last_backup_unix_ms.map(|unix_ms| Moment { unix_ms, utc_offset_min });
    backup_reminder(last, &model.history, in_session, model.now)
}

fn model(sessions: &[i64], backup: Option<i64>) -> Model {
    let now = 20_000 * DAY_MS + 12 * 3_600_000;
    let mut model = Model::new("test");
    model.now = Now { unix_ms: now, mono_ms: 0, utc_offset_min: 60 };
    model.meta.last_backup_unix_ms = backup.map(|ago| now - ago * DAY_MS);
    for (n, ago) in (0..).zip(sessions) {
        let mut session = sample::session(SessionId::from_random([n; 10]));
        session.start_unix_ms = now - ago * DAY_MS;
        session.end_unix_ms = session.start_unix_ms + 600_000;
        let session = std::sync::Arc::new(session);
        let body = Body::Full(session.clone());
        let entry = Entry { rev: 1, crc: 0, body, full: Some((1, session.clone())), kept: SaveStatus::Both };
        model.history.merge(session.id, entry);
    }
    model
}

#[test]
fn ten_sessions_or_fourteen_days_ask_for_one() {
    let expected = |days, since, is_due| BackupReminder { days, since, is_due };
    assert_eq!(reminder_for(&[], None), expected(None, 0, false));
    assert_eq!(reminder_for(&[], Some(400)), expected(Some(400), 0, false));
    assert_eq!(reminder_for(&[400], Some(399)), expected(Some(399), 0, false), "there is nothing new");
    assert_eq!(reminder_for(&[1], Some(12)), expected(Some(12), 1, false));
    assert_eq!(reminder_for(&[1], Some(14)), expected(Some(14), 1, true));
    assert_eq!(reminder_for(&[13], None), expected(None, 1, false));
    assert_eq!(reminder_for(&[1, 14], None), expected(None, 2, true));
    assert_eq!(reminder_for(&[1; 9], Some(2)), expected(Some(2), 9, false));
    assert_eq!(reminder_for(&[1; 10], Some(2)), expected(Some(2), 10, true));
}

/// The clock was ahead when the backup was made, or the sessions were recorded.
#[test]
fn what_is_dated_later_than_now_is_not_done_and_asks_for_nothing() {
    let expected = |days, since, is_due| BackupReminder { days, since, is_due };
    assert_eq!(reminder_for(&[1], Some(-3)), expected(None, 1, false), "no backup counts as made");
    assert_eq!(reminder_for(&[14], Some(-3)), expected(None, 1, true));
    assert_eq!(reminder_for(&[-400; 10], Some(0)), expected(Some(0), 0, false), "they would ask for ever");
    assert_eq!(reminder_for(&[-400; 10], Some(20)), expected(Some(20), 0, false));
    assert_eq!(reminder_for(&[-400, -400, 1], None), expected(None, 3, false), "all of them are here only");
    // The gate, the prompts and the backup alike, to the millisecond.
    let mut model = model(&[], Some(-1));
    let at = model.meta.last_backup_unix_ms.expect("a backup");
    model.meta.prompts_read_unix_ms = Some(at);
    let concerns = eased::domain::safety::Concerns::default();
    model.meta.gate = Some(GateAnswer { unix_ms: at, utc_offset_min: 0, concerns, asked: false });
    let none = Meta { welcomed: true, ..Meta::default() };
    model.meta.welcomed = true;
    assert_eq!(model.meta.as_of(at - 1), none);
    assert_eq!(model.meta.as_of(at), model.meta);
}

/// A file that is brought back is no older than what was done by a clock that was ahead.
#[test]
fn a_backup_replaces_one_that_is_dated_later_than_now() {
    let mut model = model(&[], Some(-3));
    let now = model.now;
    model.trouble.read = ReadStatus::Complete;
    update(&mut model, Event::BackedUp(Some(now.unix_ms - DAY_MS)), now);
    assert_eq!(model.meta.last_backup_unix_ms, Some(now.unix_ms - DAY_MS));
    model.meta.last_backup_unix_ms = Some(now.unix_ms + DAY_MS);
    update(&mut model, Event::BackedUp(None), now);
    assert_eq!(model.meta.last_backup_unix_ms, Some(now.unix_ms));
}

/// The app stays open: every event brings the present, and nothing that is shown is older.
#[test]
fn twenty_days_later_the_same_app_asks_for_a_backup() {
    let mut model = model(&[0], Some(0));
    model.meta.last_backup_unix_ms = model.meta.last_backup_unix_ms.map(|at| at - DAY_MS / 4);
    assert_eq!(reminder(&model), BackupReminder { days: Some(0), since: 0, is_due: false });
    let later = Now { unix_ms: model.now.unix_ms + 20 * DAY_MS, ..model.now };
    for event in [Event::Ticked, Event::Shown, Event::Went(Screen::History)] {
        let mut model = model.clone();
        update(&mut model, event, later);
        assert_eq!(reminder(&model), BackupReminder { days: Some(20), since: 1, is_due: true });
    }
}

#[test]
fn days_are_counted_between_calendars_of_each_offset() {
    let days = |last: (i64, i16), now: (i64, i16)| {
        let now = Now { unix_ms: now.0, mono_ms: 0, utc_offset_min: now.1 };
        let last = Moment { unix_ms: last.0, utc_offset_min: last.1 };
        backup_reminder(Some(last), &History::default(), false, now).days
    };
    // 16 July 2026 00:30 in Berlin, looked at on 16 November.
    assert_eq!(days((1_784_154_600_000, 120), (1_794_823_200_000, 60)), Some(123));
    // 15 January 23:30, looked at on 15 July.
    assert_eq!(days((1_768_516_200_000, 60), (1_784_109_600_000, 120)), Some(181));
    // Across the change itself: Saturday 24 October 23:30, looked at on Sunday at 23:30: yesterday.
    let saturday = 1_792_877_400_000;
    assert_eq!(days((saturday, 120), (saturday + 25 * 3_600_000, 60)), Some(1));
    // The last minute of a day and the first of the next.
    assert_eq!(days((saturday, 120), (saturday + 30 * 60_000, 120)), Some(1));
}

#[test]
fn nobody_is_asked_in_a_session() {
    let mut model = model(&[1; 10], None);
    assert!(reminder(&model).is_due);
    model.sitting = play("0 start\n9 tap").model.sitting;
    assert!(!reminder(&model).is_due);
}
