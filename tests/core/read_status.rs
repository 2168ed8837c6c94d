//! What may be shown, and what counts, before all stored data has been read.

use eased::{
    domain::{
        Event, Model, Now,
        backup_reminder::BackupReminder,
        model::{
            ReadStatus::{self, Complete, Pending, Refused, Unanswered},
            StorageHealth,
        },
        update,
    },
    storage::{
        backup,
        import::{self, Backup},
    },
};

const NOW: Now = Now { unix_ms: 1_767_225_600_000, mono_ms: 0, utc_offset_min: 60 };

fn update_read_status(model: &mut Model, read: ReadStatus) {
    update(model, Event::StorageHealthChanged(StorageHealth { read, ..StorageHealth::default() }), NOW);
}

fn model(read: ReadStatus) -> Model {
    let mut model = Model::new("test");
    update_read_status(&mut model, read);
    model
}

#[test]
fn the_read_status_is_pending_at_first() {
    assert_eq!(Model::new("test").storage_health.read, Pending);
}

#[test]
fn the_read_status_follows_each_retry() {
    let mut model = model(Unanswered);
    for read in [Pending, Refused, Pending, Unanswered, Complete] {
        update_read_status(&mut model, read);
        assert_eq!(model.storage_health.read, read);
    }
}

#[test]
fn a_complete_read_stays_complete_if_a_store_stops_answering() {
    for read in [Pending, Unanswered, Refused] {
        let mut model = model(Complete);
        update(
            &mut model,
            Event::StorageHealthChanged(StorageHealth { quarantined: 2, has_newer: true, read }),
            NOW,
        );
        assert_eq!(model.storage_health, StorageHealth { quarantined: 2, has_newer: true, read: Complete });
    }
}

#[test]
fn a_file_without_the_data_of_an_unanswering_store_is_no_backup() {
    let backed_up = |read, at| {
        let mut model = model(read);
        let effects = update(&mut model, Event::BackedUp(at), NOW);
        assert_eq!(effects.is_empty(), model.meta.last_backup_unix_ms.is_none());
        model.meta.last_backup_unix_ms
    };
    for read in [Pending, Unanswered] {
        assert_eq!(backed_up(read, None), None, "{read:?}");
        assert_eq!(backed_up(read, Some(5)), None, "{read:?}");
    }
    assert_eq!(backed_up(Complete, None), Some(NOW.unix_ms));
    assert_eq!(backed_up(Complete, Some(5)), Some(5));
    // The file is empty because the store with the sessions is unavailable.
    assert_eq!(backed_up(Refused, None), None);
    // If a store is never available, the reminder must not stay due forever.
    let mut model = model(Refused);
    model.history = crate::track::history([crate::track::session(1, Vec::new())]);
    update(&mut model, Event::BackedUp(None), NOW);
    assert_eq!(model.meta.last_backup_unix_ms, Some(NOW.unix_ms));
}

#[test]
fn no_backup_or_nothing_new_is_known_only_after_a_complete_read() {
    let is_known = |days, since| {
        let reminder =
            BackupReminder { days_since_backup: days, sessions_since_backup: since, is_due: false };
        [Pending, Unanswered, Refused, Complete].map(|read| reminder.is_known(read))
    };
    assert_eq!(is_known(None, 0), [false, false, false, true], "no backup, no session");
    assert_eq!(is_known(None, 3), [false, false, false, true], "no backup");
    assert_eq!(is_known(Some(2), 0), [false, false, false, true], "no new session");
    assert_eq!(is_known(Some(2), 3), [true; 4]);
}

#[test]
fn a_preview_is_incomplete_until_all_stores_have_answered() {
    let file = backup::write(&Model::new("test"), &[], NOW);
    let file: Backup = import::read(&file.text).expect("a valid backup");
    let unanswered = |read| import::preview(&file, &model(read)).is_incomplete;
    assert_eq!([Pending, Unanswered, Refused, Complete].map(unanswered), [true, true, false, false]);
}
