//! When a backup is asked for.

use eased::domain::{
    Model,
    history::{Body, Entry, Kept},
    second_copy::{SecondCopy, second_copy},
    session::SessionId,
    time::{DAY_MS, Now},
};

use crate::{sample, script::play};

/// A device on which sessions began so many days ago, and the last backup was made so many days ago.
fn told(sessions: &[i64], backup: Option<i64>) -> SecondCopy {
    second_copy(&model(sessions, backup))
}

fn model(sessions: &[i64], backup: Option<i64>) -> Model {
    let now = 20_000 * DAY_MS + 12 * 3_600_000;
    let mut model = Model::new("test");
    model.opened = Now { unix_ms: now, mono_ms: 0, utc_offset_min: 60 };
    model.meta.last_backup_unix_ms = backup.map(|ago| now - ago * DAY_MS);
    for (n, ago) in (0..).zip(sessions) {
        let mut session = sample::session(SessionId::from_random([n; 10]));
        session.start_unix_ms = now - ago * DAY_MS;
        session.end_unix_ms = session.start_unix_ms + 600_000;
        let session = std::sync::Arc::new(session);
        let body = Body::Full(session.clone());
        let entry = Entry { rev: 1, crc: 0, body, full: Some((1, session.clone())), kept: Kept::Both };
        model.history.merge(session.id, entry);
    }
    model
}

#[test]
fn ten_sessions_or_fourteen_days_ask_for_one() {
    let copy = |days, since, is_due| SecondCopy { days, since, is_due };
    assert_eq!(told(&[], None), copy(None, 0, false));
    assert_eq!(told(&[], Some(400)), copy(Some(400), 0, false));
    assert_eq!(told(&[400], Some(399)), copy(Some(399), 0, false), "there is nothing new");
    assert_eq!(told(&[1], Some(12)), copy(Some(12), 1, false));
    assert_eq!(told(&[1], Some(14)), copy(Some(14), 1, true));
    assert_eq!(told(&[13], None), copy(None, 1, false));
    assert_eq!(told(&[1, 14], None), copy(None, 2, true));
    assert_eq!(told(&[1; 9], Some(2)), copy(Some(2), 9, false));
    assert_eq!(told(&[1; 10], Some(2)), copy(Some(2), 10, true));
    assert_eq!(told(&[1], Some(-3)), copy(Some(0), 0, false), "a clock that was set back");
}

#[test]
fn nobody_is_asked_in_a_session() {
    let mut model = model(&[1; 10], None);
    assert!(second_copy(&model).is_due);
    model.sitting = play("0 start\n9 tap").model.sitting;
    assert!(!second_copy(&model).is_due);
}
