//! Merging a backup into a history.

use eased::{
    domain::{Event, history::RevisionBody, update},
    storage::import::{self, Backup},
};

use super::{Device, NOW, body, full, id, session_at};
use crate::script::play;

#[test]
fn an_empty_device_gets_the_exported_history() {
    let mut old = Device::with([(1, session_at(1, 10)), (3, session_at(2, 20)), (1, session_at(3, 30))]);
    old.delete(id(3));
    let file = old.export();
    let mut new = Device::new();
    let preview = new.preview(&file);
    assert_eq!((preview.new, preview.created_unix_ms), (2, NOW.unix_ms));
    new.import(&file, false);
    assert_eq!(new.visible_history(), old.visible_history());
    assert!(new.is_all_saved());
    assert_eq!(new.export(), file);
    let after = new.preview(&file);
    assert!(after.changes_nothing() && after.identical == 2, "{after:?}");
}

#[test]
fn the_higher_revision_counts_and_the_other_one_stays() {
    let mut other_device = Device::with([(2, session_at(1, 11)), (1, session_at(2, 20))]);
    let mut device = Device::with([(1, session_at(1, 10)), (2, session_at(2, 22))]);
    let files = [other_device.export(), device.export()];
    let preview = device.preview(&files[0]);
    assert_eq!((preview.newer, preview.older, preview.new, preview.identical), (1, 1, 0, 0));
    device.import(&files[0], false);
    other_device.import(&files[1], false);
    assert_eq!(device.visible_history(), other_device.visible_history());
    assert_eq!(body(&device, 1), full(session_at(1, 11)));
    assert_eq!(body(&device, 2), full(session_at(2, 22)));
    for device in [&device, &other_device] {
        // The database store has both revisions of both.
        assert_eq!(device.database.texts.borrow().len(), 4, "{:?}", device.stored());
    }
}

#[test]
fn conflicting_revisions_are_both_kept_and_resolved_alike() {
    let mut other_device = Device::with([(2, session_at(1, 11))]);
    let mut device = Device::with([(2, session_at(1, 12))]);
    let files = [other_device.export(), device.export()];
    assert_eq!(device.preview(&files[0]).conflicts, 1);
    device.import(&files[0], false);
    other_device.import(&files[1], false);
    assert_eq!(device.visible_history(), other_device.visible_history());
    for device in [&device, &other_device] {
        assert_eq!(device.database.texts.borrow().len(), 2, "{:?}", device.stored());
    }
}

#[test]
fn a_session_deleted_here_is_restored_only_on_request() {
    let other_device = Device::with([(5, session_at(1, 10))]);
    let file = other_device.export();
    let mut device = Device::with([(1, session_at(1, 10))]);
    device.delete(id(1));
    assert_eq!(device.preview(&file).deleted_locally, 1);
    let before = (device.visible_history(), device.stored());
    device.import(&file, false);
    assert_eq!(
        (device.visible_history(), device.stored()),
        before,
        "not without confirmation, even if the file's revision is higher"
    );
    device.import(&file, true);
    assert_eq!(body(&device, 1), full(session_at(1, 10)));
    let rev = device.model.history.get(id(1)).map(|entry| entry.rev);
    assert_eq!(rev, Some(6), "a new revision");
    assert!(device.is_all_saved());
    let before = (device.visible_history(), device.stored());
    device.import(&file, true);
    assert_eq!((device.visible_history(), device.stored()), before);
}

#[test]
fn the_highest_known_revision_is_restored() {
    let file = Device::with([(1, session_at(1, 10))]).export();
    let mut device = Device::with([(1, session_at(1, 10)), (2, session_at(1, 12))]);
    device.delete(id(1));
    device.import(&file, true);
    assert_eq!(body(&device, 1), full(session_at(1, 12)));
    assert_eq!(device.model.history.get(id(1)).map(|entry| entry.rev), Some(4));
}

#[test]
fn deletions_in_the_file_are_previewed_and_applied() {
    let mut other_device = Device::with([(1, session_at(1, 10))]);
    other_device.delete(id(1));
    let file = other_device.export();
    let mut device = Device::with([(1, session_at(1, 10)), (2, session_at(1, 10))]);
    assert_eq!(device.preview(&file).deletions, 0, "at equal revisions the session stays");
    device = Device::with([(1, session_at(1, 10))]);
    assert_eq!(device.preview(&file).deletions, 1);
    device.import(&file, false);
    assert!(matches!(body(&device, 1), RevisionBody::Deleted(_)));
    update(&mut device.model, Event::SessionUndeleted(id(1)), NOW);
    assert_eq!(body(&device, 1), full(session_at(1, 10)), "the full revision is still known");
}

#[test]
fn corrupt_texts_are_imported() {
    let mut other_device = Device::new();
    other_device
        .database
        .texts
        .borrow_mut()
        .insert("eased.q.5.eased.meta".into(), "ga\"rb\\age \u{1f9b5}".into());
    other_device.restart();
    let file = other_device.export();
    let mut device = Device::new();
    assert_eq!(device.preview(&file).quarantined, 1);
    device.import(&file, false);
    assert_eq!(device.database.text("eased.q.5.eased.meta").as_deref(), Some("ga\"rb\\age \u{1f9b5}"));
    let before = device.stored();
    device.import(&file, false);
    assert_eq!(device.stored(), before);
    // Another text under the same key is not overwritten.
    let mut other = Device::new();
    other.database.texts.borrow_mut().insert("eased.q.5.eased.meta".into(), "something else".into());
    other.import(&file, false);
    assert!(other.database.has("something else") && other.database.has("ga\"rb\\age \u{1f9b5}"));
    // A text that was not in quarantine when the file was made gets a quarantine key.
    let file = file.replace("eased.q.5.eased.meta", "eased.meta");
    device.import(&file, false);
    let name = format!("eased.q.{}.eased.meta", NOW.unix_ms);
    assert_eq!(device.database.text(&name).as_deref(), Some("ga\"rb\\age \u{1f9b5}"));
}

#[test]
fn a_running_session_is_imported_as_interrupted() {
    let app = play("marks right 40\n0 start\n8.5 tap\n30 tap\n60 tap");
    let mut other_device = Device::new();
    other_device.model = app.model;
    let file = other_device.export();
    let running = other_device.model.running().expect("a session").id;
    // While it is still running on this device, the import does not change it.
    assert!(other_device.preview(&file).changes_nothing());
    let mut device = Device::new();
    assert_eq!(device.preview(&file).new, 1);
    device.import(&file, false);
    let session = device.model.history.session(running).expect("kept").clone();
    assert_eq!(session.holds.len(), 2);
    assert_eq!(session.holds[1].ending, eased::domain::hold::Ending::Interrupted);
    let before = (device.visible_history(), device.stored());
    device.import(&file, false);
    assert_eq!((device.visible_history(), device.stored()), before);
    // If the finished session is known here, the file adds nothing.
    let mut ended =
        Device::with([(1, eased::domain::session::Session { end_unix_ms: 5, ..(*session).clone() })]);
    assert!(ended.preview(&file).changes_nothing());
    ended.import(&file, false);
    assert_eq!(ended.model.history.session(running).map(|s| s.end_unix_ms), Some(5));
}

/// A session exported while it was running, and the same session after its end.
fn incomplete_and_complete() -> [eased::domain::session::Session; 2] {
    let incomplete = eased::domain::session::Session { build: "backup".into(), ..session_at(1, 10) };
    [incomplete, eased::domain::session::Session { end_unix_ms: 1_795_363_200_001, ..session_at(1, 30) }]
}

#[test]
fn a_complete_session_wins_over_an_incomplete_one() {
    let [incomplete, ended] = incomplete_and_complete();
    let [with_incomplete, with_ended] =
        [incomplete.clone(), ended.clone()].map(|s| Device::with([(1, s)]).export());
    let mut device = Device::with([(1, incomplete)]);
    assert_eq!(device.preview(&with_ended).newer, 1);
    device.import(&with_ended, false);
    assert_eq!(body(&device, 1), full(ended.clone()));
    assert!(device.is_all_saved());
    let before = (device.visible_history(), device.stored());
    for file in [&with_ended, &with_incomplete] {
        device.import(file, false);
        assert_eq!((device.visible_history(), device.stored()), before);
    }
    let mut other_device = Device::with([(1, ended.clone())]);
    assert_eq!(other_device.preview(&with_incomplete).older, 1);
    other_device.import(&with_incomplete, false);
    assert_eq!(body(&other_device, 1), full(ended));
}

#[test]
fn a_continued_session_counts_once() {
    let app = play("marks right 40\n0 start\n8.5 tap\n30 tap\n60 tap");
    let mut other_device = Device::new();
    other_device.model = app.model;
    let file = other_device.export();
    let mut backup = Device::read(&file);
    let interrupted = backup.interrupted.as_mut().expect("it was running");
    interrupted.rev = 2;
    let first = eased::domain::session::Session { id: interrupted.id, ..session_at(1, 10) };
    let earlier = import::ImportedRevision {
        id: interrupted.id,
        rev: 1,
        body: eased::domain::history::RevisionBody::Full(first.into()),
    };
    backup.revisions.push(earlier);
    let preview = Device::new().preview_of(&backup);
    assert_eq!((preview.new, preview.identical + preview.older + preview.newer), (1, 0));
}

#[test]
fn a_file_counts_as_backup_only_if_it_has_every_older_session() {
    let file = Device::with([(1, session_at(1, 10)), (1, session_at(2, 20))]).export();
    let mut backup = Device::read(&file);
    let ended = session_at(1, 10).end_unix_ms;
    let covers = |backup: &Backup, sessions: &[u8]| {
        import::covers_history(backup, &Device::with(sessions.iter().map(|n| (1, session_at(*n, 10)))).model)
    };
    backup.created_unix_ms = ended;
    assert!(covers(&backup, &[]) && covers(&backup, &[1, 2]));
    assert!(!covers(&backup, &[1, 2, 3]), "the third had ended by then and is not in the file");
    backup.created_unix_ms = ended - 1;
    assert!(covers(&backup, &[1, 2, 3]), "the third ended later");
}

#[test]
fn an_imported_backup_keeps_its_date() {
    let mut model = eased::domain::Model::new("test");
    model.storage_health.read = eased::domain::model::ReadStatus::Complete;
    let last_backup = |model: &eased::domain::Model| model.meta.last_backup_unix_ms;
    update(&mut model, Event::BackedUp(Some(5)), NOW);
    assert_eq!(last_backup(&model), Some(5));
    update(&mut model, Event::BackedUp(Some(3)), NOW);
    assert_eq!(last_backup(&model), Some(5), "an older backup changes nothing");
    update(&mut model, Event::BackedUp(Some(i64::MAX)), NOW);
    assert_eq!(last_backup(&model), Some(NOW.unix_ms), "a date in the future counts as now");
    update(&mut model, Event::BackedUp(None), NOW);
    assert_eq!(last_backup(&model), Some(NOW.unix_ms));
}

#[test]
fn an_unsaved_session_is_not_replaced() {
    let file = Device::with([(2, session_at(1, 11))]).export();
    let mut device = Device::new();
    let session = std::sync::Arc::new(session_at(1, 10));
    let (stored_body, save_status) =
        (RevisionBody::Full(session.clone()), eased::domain::history::SaveStatus::NotSaved);
    let entry = eased::domain::history::SessionEntry {
        rev: 1,
        crc: 0,
        body: stored_body,
        newest_full: Some((1, session)),
        save_status,
    };
    device.model.history.merge_entry(id(1), entry);
    assert_eq!(device.preview(&file).older, 1);
    device.import(&file, false);
    assert_eq!(body(&device, 1), full(session_at(1, 10)));
}

#[test]
fn different_settings_are_previewed() {
    let mut other_device = Device::new();
    other_device.model.settings.volume = 35;
    let device = Device::new();
    let file = other_device.export();
    assert!(device.preview(&file).settings_differ && !other_device.preview(&file).settings_differ);
    assert_eq!(Device::read(&file).settings.map(|settings| settings.volume), Some(35));
}
