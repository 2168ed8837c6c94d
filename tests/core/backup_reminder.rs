//! When the backup reminder is due.

use eased::domain::{
    Event, Model,
    backup_reminder::{BackupReminder, backup_reminder},
    history::{History, RevisionBody, SaveStatus, SessionEntry},
    model::{Meta, ReadStatus, SessionState},
    safety::GateAnswer,
    screen::Screen,
    session::SessionId,
    time::{DAY_MS, Moment, Now},
    update,
};

use crate::{sample, script::play};

/// The reminder on a device with sessions and a last backup of these ages, in days.
fn reminder_of_ages(sessions: &[i64], backup: Option<i64>) -> BackupReminder {
    reminder(&model(sessions, backup))
}

fn reminder(model: &Model) -> BackupReminder {
    let in_session = matches!(model.session_state, SessionState::Running(_) | SessionState::InOtherTab(_));
    let utc_offset_min = model.now.utc_offset_min;
    let last = model.meta.last_backup_unix_ms.map(|unix_ms| Moment { unix_ms, utc_offset_min });
    backup_reminder(last, &model.history, in_session, model.now)
}

/// A model with sessions and a last backup of these ages, in days.
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
        let body = RevisionBody::Full(session.clone());
        let entry = SessionEntry {
            rev: 1,
            crc: 0,
            body,
            newest_full: Some((1, session.clone())),
            save_status: SaveStatus::InBothStores,
        };
        model.history.merge_entry(session.id, entry);
    }
    model
}

#[test]
fn ten_sessions_or_fourteen_days_make_the_reminder_due() {
    let expected = |days, since, is_due| BackupReminder {
        days_since_backup: days,
        sessions_since_backup: since,
        is_due,
    };
    assert_eq!(reminder_of_ages(&[], None), expected(None, 0, false));
    assert_eq!(reminder_of_ages(&[], Some(400)), expected(Some(400), 0, false));
    assert_eq!(reminder_of_ages(&[400], Some(399)), expected(Some(399), 0, false), "no new session");
    assert_eq!(reminder_of_ages(&[1], Some(12)), expected(Some(12), 1, false));
    assert_eq!(reminder_of_ages(&[1], Some(14)), expected(Some(14), 1, true));
    assert_eq!(reminder_of_ages(&[13], None), expected(None, 1, false));
    assert_eq!(reminder_of_ages(&[1, 14], None), expected(None, 2, true));
    assert_eq!(reminder_of_ages(&[1; 9], Some(2)), expected(Some(2), 9, false));
    assert_eq!(reminder_of_ages(&[1; 10], Some(2)), expected(Some(2), 10, true));
}

/// The clock was ahead when the backup was made, or when the sessions were recorded.
#[test]
fn timestamps_in_the_future_are_ignored() {
    let expected = |days, since, is_due| BackupReminder {
        days_since_backup: days,
        sessions_since_backup: since,
        is_due,
    };
    assert_eq!(reminder_of_ages(&[1], Some(-3)), expected(None, 1, false), "the backup does not count");
    assert_eq!(reminder_of_ages(&[14], Some(-3)), expected(None, 1, true));
    assert_eq!(
        reminder_of_ages(&[-400; 10], Some(0)),
        expected(Some(0), 0, false),
        "the reminder would be due forever"
    );
    assert_eq!(reminder_of_ages(&[-400; 10], Some(20)), expected(Some(20), 0, false));
    assert_eq!(
        reminder_of_ages(&[-400, -400, 1], None),
        expected(None, 3, false),
        "without a backup, all sessions count"
    );
    // The gate, the referrals and the backup are exact to the millisecond.
    let mut model = model(&[], Some(-1));
    let at = model.meta.last_backup_unix_ms.expect("a backup");
    model.meta.referral_read_unix_ms = Some(at);
    let concerns = eased::domain::safety::Concerns::default();
    model.meta.gate = Some(GateAnswer { unix_ms: at, utc_offset_min: 0, concerns, clinician_asked: false });
    let none = Meta { welcomed: true, ..Meta::default() };
    model.meta.welcomed = true;
    assert_eq!(model.meta.as_of(at - 1), none);
    assert_eq!(model.meta.as_of(at), model.meta);
}

/// The clock was ahead when the last backup was made.
#[test]
fn a_backup_replaces_one_dated_in_the_future() {
    let mut model = model(&[], Some(-3));
    let now = model.now;
    model.storage_health.read = ReadStatus::Complete;
    update(&mut model, Event::BackedUp(Some(now.unix_ms - DAY_MS)), now);
    assert_eq!(model.meta.last_backup_unix_ms, Some(now.unix_ms - DAY_MS));
    model.meta.last_backup_unix_ms = Some(now.unix_ms + DAY_MS);
    update(&mut model, Event::BackedUp(None), now);
    assert_eq!(model.meta.last_backup_unix_ms, Some(now.unix_ms));
}

/// The app stays open for days: every event updates the current time.
#[test]
fn the_reminder_becomes_due_without_a_reload() {
    let mut model = model(&[0], Some(0));
    model.meta.last_backup_unix_ms = model.meta.last_backup_unix_ms.map(|at| at - DAY_MS / 4);
    assert_eq!(
        reminder(&model),
        BackupReminder { days_since_backup: Some(0), sessions_since_backup: 0, is_due: false }
    );
    let later = Now { unix_ms: model.now.unix_ms + 20 * DAY_MS, ..model.now };
    for event in [Event::Ticked, Event::PageShown, Event::Navigated(Screen::History)] {
        let mut model = model.clone();
        update(&mut model, event, later);
        assert_eq!(
            reminder(&model),
            BackupReminder { days_since_backup: Some(20), sessions_since_backup: 1, is_due: true }
        );
    }
}

#[test]
fn days_are_calendar_days_in_the_offset_of_each_moment() {
    let days = |last: (i64, i16), now: (i64, i16)| {
        let now = Now { unix_ms: now.0, mono_ms: 0, utc_offset_min: now.1 };
        let last = Moment { unix_ms: last.0, utc_offset_min: last.1 };
        backup_reminder(Some(last), &History::default(), false, now).days_since_backup
    };
    // Backup: 16 July 2026 00:30 in Berlin; now: 16 November.
    assert_eq!(days((1_784_154_600_000, 120), (1_794_823_200_000, 60)), Some(123));
    // Backup: 15 January 23:30; now: 15 July.
    assert_eq!(days((1_768_516_200_000, 60), (1_784_109_600_000, 120)), Some(181));
    // Across the change from daylight saving time: Saturday 24 October 23:30, 25 hours before Sunday 23:30.
    let saturday = 1_792_877_400_000;
    assert_eq!(days((saturday, 120), (saturday + 25 * 3_600_000, 60)), Some(1));
    // The last minute of a day and the first of the next.
    assert_eq!(days((saturday, 120), (saturday + 30 * 60_000, 120)), Some(1));
}

#[test]
fn the_reminder_is_not_due_during_a_session() {
    let mut model = model(&[1; 10], None);
    assert!(reminder(&model).is_due);
    model.session_state = play("0 start\n9 tap").model.session_state;
    assert!(!reminder(&model).is_due);
}
