//! Properties of merging a backup, for arbitrary histories of two devices.

use eased::{
    domain::import_preview::ImportOptions,
    storage::{import, keys::RevisionKey},
};
use proptest::{collection::vec, prelude::*};

use super::{
    super::{arbitrary, config},
    Device,
};

fn devices() -> impl Strategy<Value = [Vec<(u32, eased::domain::session::Session, bool)>; 2]> {
    let one = (1..4u32, arbitrary::few_ids(), arbitrary::session(), any::<bool>())
        .prop_map(|(rev, id, session, deleted)| {
            (rev, eased::domain::session::Session { id, ..session }, deleted)
        })
        .boxed();
    let device = || vec(one.clone(), 0..6);
    (device(), device()).prop_map(|(device, other_device)| [device, other_device])
}

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn importing_is_idempotent_and_loses_nothing(devices in devices(), restore_deleted in any::<bool>()) {
        let [mut device, other_device] = devices.map(|all| {
            let mut device = Device::with(all.iter().map(|(rev, session, _)| (*rev, session.clone())));
            for (_, session, deleted) in &all {
                if *deleted { device.delete(session.id); }
            }
            device
        });
        let file = other_device.export();
        let preview = device.preview(&file);
        let sessions = other_device.model.history.sessions_newest_first().len();
        prop_assert_eq!(
            preview.new + preview.identical + preview.newer + preview.older + preview.conflicts + preview.deleted_locally,
            sessions
        );
        let read: Vec<RevisionKey> =
            device.model.history.entries().map(|(id, e)| RevisionKey { id, rev: e.rev, crc: e.crc }).collect();
        device.import(&file, restore_deleted);
        prop_assert!(device.is_all_saved());
        // Every revision that was known before is still in the database.
        for key in read {
            let text = device.database.text(&key.to_text());
            prop_assert!(text.is_some(), "{} is gone: {:?}", key.to_text(), device.stored());
        }
        let once = (device.visible_history(), device.stored());
        device.import(&file, restore_deleted);
        prop_assert_eq!((device.visible_history(), device.stored()), once.clone());
        device.restart();
        prop_assert_eq!((device.visible_history(), device.stored()), once);
        let after = device.preview(&file);
        prop_assert_eq!((after.new, after.newer, after.deletions), (0, 0, 0));
        if restore_deleted { prop_assert_eq!(after.deleted_locally, 0); }
    }

    #[test]
    fn restoring_deleted_sessions_changes_nothing_else(devices in devices()) {
        let [device, other_device] = devices.map(|all| Device::with(all.into_iter().map(|(rev, session, _)| (rev, session))));
        let backup = Device::read(&other_device.export());
        let merged = |restore_deleted| import::merge(&backup, &device.model, ImportOptions { restore_deleted, replace_settings: false });
        prop_assert_eq!(merged(true), merged(false));
    }
}
