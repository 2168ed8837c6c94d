//! What may be said, and what counts, before everything stored has been read.

use eased::{
    domain::{
        Event, Model, Now,
        backup_reminder::BackupReminder,
        model::{
            ReadStatus::{self, Complete, Pending, Refused, Unanswered},
            Trouble,
        },
        update,
    },
    storage::{
        backup,
        import::{self, Backup},
    },
};

const NOW: Now = Now { unix_ms: 1_767_225_600_000, mono_ms: 0, utc_offset_min: 60 };

fn found(model: &mut Model, read: ReadStatus) {
    update(model, Event::TroubleFound(Trouble { read, ..Trouble::default() }), NOW);
}

fn model(read: ReadStatus) -> Model {
    let mut model = Model::new("test");
    found(&mut model, read);
    model
}

#[test]
fn at_first_nothing_is_known_to_be_read() {
    assert_eq!(Model::new("test").trouble.read, Pending);
}

#[test]
fn a_store_that_is_asked_again_is_waited_for_again() {
    let mut model = model(Unanswered);
    for read in [Pending, Refused, Pending, Unanswered, Complete] {
        found(&mut model, read);
        assert_eq!(model.trouble.read, read);
    }
}

#[test]
fn what_was_read_once_stays_known_when_a_store_falls_silent() {
    for read in [Pending, Unanswered, Refused] {
        let mut model = model(Complete);
        update(&mut model, Event::TroubleFound(Trouble { set_aside: 2, newer: true, read }), NOW);
        assert_eq!(model.trouble, Trouble { set_aside: 2, newer: true, read: Complete });
    }
}

#[test]
fn a_file_without_what_a_silent_store_has_is_no_backup() {
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
    // An empty file, because the store that has the sessions cannot be used now.
    assert_eq!(backed_up(Refused, None), None);
    // Where a store can never be used, the person is not asked for a backup for ever.
    let mut model = model(Refused);
    model.history = crate::tracks::history([crate::tracks::session(1, Vec::new())]);
    update(&mut model, Event::BackedUp(None), NOW);
    assert_eq!(model.meta.last_backup_unix_ms, Some(NOW.unix_ms));
}

#[test]
fn that_there_is_no_backup_or_nothing_new_is_said_only_when_all_is_read() {
    let told = |days, since| {
        let reminder = BackupReminder { days, since, is_due: false };
        [Pending, Unanswered, Refused, Complete].map(|read| reminder.is_known(read))
    };
    assert_eq!(told(None, 0), [false, false, false, true], "no backup, no session");
    assert_eq!(told(None, 3), [false, false, false, true], "no backup");
    assert_eq!(told(Some(2), 0), [false, false, false, true], "nothing new");
    assert_eq!(told(Some(2), 3), [true; 4]);
}

#[test]
fn an_import_says_that_it_was_compared_with_a_part_only() {
    let file = backup::write(&Model::new("test"), &[], NOW);
    let file: Backup = import::read(&file.text).expect("a backup of our own");
    let unanswered = |read| import::preview(&file, &model(read)).unanswered;
    assert_eq!([Pending, Unanswered, Refused, Complete].map(unanswered), [true, true, false, false]);
}
