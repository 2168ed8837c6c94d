//! What an import makes of a history.

use eased::{
    domain::{Event, history::Body, import_preview::Wish, update},
    storage::{
        import::{self, Backup},
        keys::RevisionKey,
    },
};
use proptest::{collection::vec, prelude::*};

use super::{
    super::{any, config},
    Device, NOW, body, full, id, session_at,
};
use crate::script::play;

#[test]
fn an_empty_device_is_as_the_one_that_made_the_backup() {
    let mut old = Device::with([(1, session_at(1, 10)), (3, session_at(2, 20)), (1, session_at(3, 30))]);
    old.delete(id(3));
    let file = old.export();
    let mut new = Device::new();
    let preview = new.preview(&file);
    assert_eq!((preview.new, preview.made_unix_ms), (2, NOW.unix_ms));
    new.import(&file, false);
    assert_eq!(new.seen(), old.seen());
    assert!(new.all_kept());
    assert_eq!(new.export(), file);
    let after = new.preview(&file);
    assert!(after.is_nothing() && after.same == 2, "{after:?}");
}

#[test]
fn the_later_revision_is_read_and_the_other_one_stays() {
    let mut there = Device::with([(2, session_at(1, 11)), (1, session_at(2, 20))]);
    let mut here = Device::with([(1, session_at(1, 10)), (2, session_at(2, 22))]);
    let files = [there.export(), here.export()];
    let preview = here.preview(&files[0]);
    assert_eq!((preview.newer, preview.older, preview.new, preview.same), (1, 1, 0, 0));
    here.import(&files[0], false);
    there.import(&files[1], false);
    assert_eq!(here.seen(), there.seen());
    assert_eq!(body(&here, 1), full(session_at(1, 11)));
    assert_eq!(body(&here, 2), full(session_at(2, 22)));
    for device in [&here, &there] {
        // The database store has both revisions of both.
        assert_eq!(device.database.texts.borrow().len(), 4, "{:?}", device.stands());
    }
}

#[test]
fn what_was_changed_on_both_sides_is_kept_twice_and_read_alike() {
    let mut there = Device::with([(2, session_at(1, 11))]);
    let mut here = Device::with([(2, session_at(1, 12))]);
    let files = [there.export(), here.export()];
    assert_eq!(here.preview(&files[0]).conflicts, 1);
    here.import(&files[0], false);
    there.import(&files[1], false);
    assert_eq!(here.seen(), there.seen());
    for device in [&here, &there] {
        assert_eq!(device.database.texts.borrow().len(), 2, "{:?}", device.stands());
    }
}

#[test]
fn what_was_deleted_here_comes_back_only_when_asked_for() {
    let there = Device::with([(5, session_at(1, 10))]);
    let file = there.export();
    let mut here = Device::with([(1, session_at(1, 10))]);
    here.delete(id(1));
    assert_eq!(here.preview(&file).deleted_here, 1);
    let before = (here.seen(), here.stands());
    here.import(&file, false);
    assert_eq!((here.seen(), here.stands()), before, "not without a yes, however high the file's revision");
    here.import(&file, true);
    assert_eq!(body(&here, 1), full(session_at(1, 10)));
    let rev = here.model.history.get(id(1)).map(|entry| entry.rev);
    assert_eq!(rev, Some(6), "a new revision");
    assert!(here.all_kept());
    let before = (here.seen(), here.stands());
    here.import(&file, true);
    assert_eq!((here.seen(), here.stands()), before);
}

#[test]
fn the_highest_that_is_known_comes_back() {
    let file = Device::with([(1, session_at(1, 10))]).export();
    let mut here = Device::with([(1, session_at(1, 10)), (2, session_at(1, 12))]);
    here.delete(id(1));
    here.import(&file, true);
    assert_eq!(body(&here, 1), full(session_at(1, 12)));
    assert_eq!(here.model.history.get(id(1)).map(|entry| entry.rev), Some(4));
}

#[test]
fn what_the_file_deletes_is_told_and_goes() {
    let mut there = Device::with([(1, session_at(1, 10))]);
    there.delete(id(1));
    let file = there.export();
    let mut here = Device::with([(1, session_at(1, 10)), (2, session_at(1, 10))]);
    assert_eq!(here.preview(&file).deletes, 0, "at a tie it stays");
    here = Device::with([(1, session_at(1, 10))]);
    assert_eq!(here.preview(&file).deletes, 1);
    here.import(&file, false);
    assert!(matches!(body(&here, 1), Body::Deleted(_)));
    update(&mut here.model, Event::BroughtBack(id(1)), NOW);
    assert_eq!(body(&here, 1), full(session_at(1, 10)), "the full revision is still known");
}

#[test]
fn what_could_not_be_read_comes_along() {
    let mut there = Device::new();
    there.database.texts.borrow_mut().insert("eased.q.5.eased.meta".into(), "ga\"rb\\age \u{1f9b5}".into());
    there.restart();
    let file = there.export();
    let mut here = Device::new();
    assert_eq!(here.preview(&file).set_aside, 1);
    here.import(&file, false);
    assert_eq!(here.database.text("eased.q.5.eased.meta").as_deref(), Some("ga\"rb\\age \u{1f9b5}"));
    let before = here.stands();
    here.import(&file, false);
    assert_eq!(here.stands(), before);
    // Another text of that name is not written over.
    let mut other = Device::new();
    other.database.texts.borrow_mut().insert("eased.q.5.eased.meta".into(), "something else".into());
    other.import(&file, false);
    assert!(other.database.has("something else") && other.database.has("ga\"rb\\age \u{1f9b5}"));
    // What was not set aside when the file was made gets a name of that kind.
    let file = file.replace("eased.q.5.eased.meta", "eased.meta");
    here.import(&file, false);
    let name = format!("eased.q.{}.eased.meta", NOW.unix_ms);
    assert_eq!(here.database.text(&name).as_deref(), Some("ga\"rb\\age \u{1f9b5}"));
}

#[test]
fn what_was_running_ended_there() {
    let world = play("marks right 40\n0 start\n8.5 tap\n30 tap\n60 tap");
    let mut there = Device::new();
    there.model = world.model;
    let file = there.export();
    let running = there.model.running().expect("a session").id;
    // In the same visit it is in hand, and nobody else's.
    assert!(there.preview(&file).is_nothing());
    let mut here = Device::new();
    assert_eq!(here.preview(&file).new, 1);
    here.import(&file, false);
    let session = here.model.history.session(running).expect("kept").clone();
    assert_eq!(session.holds.len(), 2);
    assert_eq!(session.holds[1].ending, eased::domain::hold::Ending::Interrupted);
    let before = (here.seen(), here.stands());
    here.import(&file, false);
    assert_eq!((here.seen(), here.stands()), before);
    // Where its end is known, the file tells nothing new.
    let mut ended =
        Device::with([(1, eased::domain::session::Session { end_unix_ms: 5, ..(*session).clone() })]);
    assert!(ended.preview(&file).is_nothing());
    ended.import(&file, false);
    assert_eq!(ended.model.history.session(running).map(|s| s.end_unix_ms), Some(5));
}

/// A session as a file had it that was made while it ran, and as it ended.
fn torn_and_ended() -> [eased::domain::session::Session; 2] {
    let torn = eased::domain::session::Session { build: "backup".into(), ..session_at(1, 10) };
    [torn, eased::domain::session::Session { end_unix_ms: 1_795_363_200_001, ..session_at(1, 30) }]
}

#[test]
fn the_end_of_a_session_counts_more_than_its_beginning_whatever_the_checksums() {
    let [torn, ended] = torn_and_ended();
    let [with_torn, with_ended] = [torn.clone(), ended.clone()].map(|s| Device::with([(1, s)]).export());
    let mut here = Device::with([(1, torn)]);
    assert_eq!(here.preview(&with_ended).newer, 1);
    here.import(&with_ended, false);
    assert_eq!(body(&here, 1), full(ended.clone()));
    assert!(here.all_kept());
    let before = (here.seen(), here.stands());
    for file in [&with_ended, &with_torn] {
        here.import(file, false);
        assert_eq!((here.seen(), here.stands()), before);
    }
    let mut there = Device::with([(1, ended.clone())]);
    assert_eq!(there.preview(&with_torn).older, 1);
    there.import(&with_torn, false);
    assert_eq!(body(&there, 1), full(ended));
}

#[test]
fn a_session_that_was_gone_on_with_counts_once() {
    let world = play("marks right 40\n0 start\n8.5 tap\n30 tap\n60 tap");
    let mut there = Device::new();
    there.model = world.model;
    let file = there.export();
    let mut backup = Device::read(&file);
    let live = backup.live.as_mut().expect("it was running");
    live.rev = 2;
    let first = eased::domain::session::Session { id: live.id, ..session_at(1, 10) };
    let earlier = import::Revision {
        id: live.id,
        rev: 1,
        written: eased::storage::codec::session::Written::Full(first.into()),
    };
    backup.revisions.push(earlier);
    let preview = Device::new().preview_of(&backup);
    assert_eq!((preview.new, preview.same + preview.older + preview.newer), (1, 0));
}

#[test]
fn a_file_is_a_copy_of_what_is_older_only_where_all_of_that_is_in_it() {
    let file = Device::with([(1, session_at(1, 10)), (1, session_at(2, 20))]).export();
    let mut backup = Device::read(&file);
    let ended = session_at(1, 10).end_unix_ms;
    let covers = |backup: &Backup, sessions: &[u8]| {
        import::covers(backup, &Device::with(sessions.iter().map(|n| (1, session_at(*n, 10)))).model)
    };
    backup.made_unix_ms = ended;
    assert!(covers(&backup, &[]) && covers(&backup, &[1, 2]));
    assert!(!covers(&backup, &[1, 2, 3]), "the third was there then, and is not in the file");
    backup.made_unix_ms = ended - 1;
    assert!(covers(&backup, &[1, 2, 3]), "the third came later");
}

#[test]
fn a_backup_that_was_brought_back_was_made_when_it_was_made() {
    let mut model = eased::domain::Model::new("test");
    model.trouble.read = eased::domain::model::ReadStatus::Complete;
    let at = |model: &eased::domain::Model| model.meta.last_backup_unix_ms;
    update(&mut model, Event::BackedUp(Some(5)), NOW);
    assert_eq!(at(&model), Some(5));
    update(&mut model, Event::BackedUp(Some(3)), NOW);
    assert_eq!(at(&model), Some(5), "an older one tells nothing new");
    update(&mut model, Event::BackedUp(Some(i64::MAX)), NOW);
    assert_eq!(at(&model), Some(NOW.unix_ms), "a clock that was wrong");
    update(&mut model, Event::BackedUp(None), NOW);
    assert_eq!(at(&model), Some(NOW.unix_ms));
}

#[test]
fn what_stands_in_neither_store_is_not_replaced() {
    let file = Device::with([(2, session_at(1, 11))]).export();
    let mut here = Device::new();
    let session = std::sync::Arc::new(session_at(1, 10));
    let (body_here, kept) = (Body::Full(session.clone()), eased::domain::history::SaveStatus::Nowhere);
    let entry =
        eased::domain::history::Entry { rev: 1, crc: 0, body: body_here, full: Some((1, session)), kept };
    here.model.history.merge(id(1), entry);
    assert_eq!(here.preview(&file).older, 1);
    here.import(&file, false);
    assert_eq!(body(&here, 1), full(session_at(1, 10)));
}

#[test]
fn choices_differ_or_not() {
    let mut there = Device::new();
    there.model.settings.volume = 35;
    let here = Device::new();
    let file = there.export();
    assert!(here.preview(&file).settings && !there.preview(&file).settings);
    assert_eq!(Device::read(&file).settings.map(|settings| settings.volume), Some(35));
}

fn devices() -> impl Strategy<Value = [Vec<(u32, eased::domain::session::Session, bool)>; 2]> {
    let one = (1..4u32, any::few_ids(), any::session(), any::<bool>())
        .prop_map(|(rev, id, session, deleted)| {
            (rev, eased::domain::session::Session { id, ..session }, deleted)
        })
        .boxed();
    let device = || vec(one.clone(), 0..6);
    (device(), device()).prop_map(|(here, there)| [here, there])
}

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn twice_is_once_and_nothing_here_is_lost(devices in devices(), bring_back in any::<bool>()) {
        let [mut here, there] = devices.map(|all| {
            let mut device = Device::with(all.iter().map(|(rev, session, _)| (*rev, session.clone())));
            for (_, session, deleted) in &all {
                if *deleted { device.delete(session.id); }
            }
            device
        });
        let file = there.export();
        let preview = here.preview(&file);
        let sessions = there.model.history.newest_first().len();
        prop_assert_eq!(
            preview.new + preview.same + preview.newer + preview.older + preview.conflicts + preview.deleted_here,
            sessions
        );
        let read: Vec<RevisionKey> =
            here.model.history.entries().map(|(id, e)| RevisionKey { id, rev: e.rev, crc: e.crc }).collect();
        here.import(&file, bring_back);
        prop_assert!(here.all_kept());
        // What was read here is read now, or stands in the database as an older revision.
        for key in read {
            let text = here.database.text(&key.to_text());
            prop_assert!(text.is_some(), "{} is gone: {:?}", key.to_text(), here.stands());
        }
        let once = (here.seen(), here.stands());
        here.import(&file, bring_back);
        prop_assert_eq!((here.seen(), here.stands()), once.clone());
        here.restart();
        prop_assert_eq!((here.seen(), here.stands()), once);
        let after = here.preview(&file);
        prop_assert_eq!((after.new, after.newer, after.deletes), (0, 0, 0));
        if bring_back { prop_assert_eq!(after.deleted_here, 0); }
    }

    #[test]
    fn a_wish_to_bring_back_changes_nothing_else(devices in devices()) {
        let [here, there] = devices.map(|all| Device::with(all.into_iter().map(|(rev, session, _)| (rev, session))));
        let backup = Device::read(&there.export());
        let merged = |bring_back| import::merged(&backup, &here.model, Wish { bring_back, settings: false });
        prop_assert_eq!(merged(true), merged(false));
    }
}
