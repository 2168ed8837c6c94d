//! Values that are written read back equal.

use eased::{
    domain::{
        history::RevisionBody,
        hold::{Ending, Hold},
        leg::Leg,
        session::{Session, SessionId},
        session_snapshot::SessionSnapshot,
        spot::PositionSource,
        time::Now,
    },
    storage::{
        codec::{
            ReadResult, session,
            singletons::{self, Numbered},
            snapshot,
        },
        keys::RevisionKey,
    },
};
use proptest::prelude::*;

use super::{arbitrary, arbitrary_snapshot, config};
use crate::{
    properties::steps::{devices, steps},
    sample,
};

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn a_session_can_be_read_back(rev in 1..=u32::MAX, session in arbitrary::session()) {
        let (key, text) = session::write(rev, &session);
        prop_assert!(text.is_ascii());
        prop_assert_eq!(session::read(key, &text), ReadResult::Valid(RevisionBody::Full(session.into())), "{}", text);
        prop_assert_eq!(RevisionKey::parse(&key.to_text()), Some(key));
    }

    #[test]
    fn a_tombstone_can_be_read_back(rev in 1..=u32::MAX, id in arbitrary::id(), unix_ms in 0..=1i64 << 50) {
        let (key, text) = session::write_tombstone(id, rev, unix_ms);
        prop_assert_eq!(session::read(key, &text), ReadResult::Valid(RevisionBody::Deleted(unix_ms)));
    }

    #[test]
    fn a_snapshot_can_be_read_back(snapshot in arbitrary_snapshot::snapshot()) {
        let text = snapshot::write(&snapshot);
        prop_assert!(text.is_ascii());
        prop_assert_eq!(snapshot::read(&text), ReadResult::Valid(snapshot), "{}", text);
    }

    #[test]
    fn a_draft_can_be_read_back(write_number in any::<u32>(), draft in arbitrary::draft()) {
        let text = singletons::write_draft(write_number, &draft);
        prop_assert_eq!(singletons::read_draft(&text), ReadResult::Valid(Numbered { write_number, value: draft }));
    }

    #[test]
    fn settings_can_be_read_back(write_number in any::<u32>(), settings in arbitrary::settings()) {
        let text = singletons::write_settings(write_number, &settings);
        prop_assert_eq!(singletons::read_settings(&text), ReadResult::Valid(Numbered { write_number, value: settings }));
    }

    #[test]
    fn metadata_can_be_read_back(write_number in any::<u32>(), meta in arbitrary::meta()) {
        let text = singletons::write_meta(write_number, &meta);
        prop_assert_eq!(singletons::read_meta(&text), ReadResult::Valid(Numbered { write_number, value: meta }));
    }

    /// The codec accepts whatever the machine produces.
    #[test]
    fn whatever_the_machine_produces_can_be_read_back(device in devices(), steps in steps(60)) {
        let mut device = device;
        for step in &steps {
            device.let_time_pass(&step.wait);
            let event = device.event(&step.action);
            device.update(event);
            if let Some(running) = device.model.running() {
                let snapshot = as_read(SessionSnapshot { running: running.clone(), written_unix_ms: running.last_event_at.unix_ms });
                prop_assert_eq!(snapshot::read(&snapshot::write(&snapshot)), ReadResult::Valid(snapshot));
            }
            for (id, entry) in device.model.history.entries() {
                let (key, text, written) = match &entry.body {
                    RevisionBody::Full(full) => {
                        let (key, text) = session::write(entry.rev, full);
                        (key, text, RevisionBody::Full(full.clone()))
                    }
                    RevisionBody::Deleted(unix_ms) => {
                        let (key, text) = session::write_tombstone(id, entry.rev, *unix_ms);
                        (key, text, RevisionBody::Deleted(*unix_ms))
                    }
                    RevisionBody::Newer(newer) => unreachable!("{newer:?}"),
                };
                prop_assert_eq!(session::read(key, &text), ReadResult::Valid(written));
            }
        }
    }
}

/// A snapshot as it is read back: without undo stack and monotonic clock.
fn as_read(mut snapshot: SessionSnapshot) -> SessionSnapshot {
    snapshot.running.undo.clear();
    snapshot.running.last_event_at = Now {
        unix_ms: snapshot.written_unix_ms,
        mono_ms: 0,
        utc_offset_min: snapshot.running.utc_offset_min,
    };
    snapshot.running.is_hidden = false;
    snapshot.running.phase_began_mono_ms = 0;
    snapshot
}

/// Codes of released versions must not change: this list may only grow.
#[test]
fn codes_keep_their_meaning() {
    let code = |position_source: PositionSource, ending: Ending, edited: bool| {
        let text = session::to_json(1, &with_hold(position_source, ending, edited));
        let record: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        let hold = &record["h"][0];
        format!("{} {} {}", hold["w"], hold["e"], hold["d"])
    };
    let position_source = arbitrary::POSITION_SOURCES.map(|position_source| {
        format!("{position_source:?} {}", code(position_source, Ending::Eased, false))
    });
    let ended = arbitrary::ENDINGS
        .map(|ending| format!("{ending:?} {}", code(PositionSource::Tapped, ending, false)));
    let edited =
        Ending::EDITABLE.map(|ending| format!("{ending:?} {}", code(PositionSource::Tapped, ending, true)));
    expect_test::expect![[r#"
        Tapped "t" "e" null
        List "l" "e" null
        Plan "p" "e" null
        EarlierSpot "r" "e" null
        Estimated "g" "e" null
        Confirmed "c" "e" null
        Corrected "m" "e" null

        Eased "t" "e" null
        MovedOn "t" "m" null
        Limit "t" "l" null
        Timed "t" "t" null
        Stopped(None) "t" "s" null
        Stopped(Some(Sharp)) "t" "sp" null
        Stopped(Some(Numb)) "t" "sn" null
        Stopped(Some(Tingling)) "t" "st" null
        Stopped(Some(Other)) "t" "so" null
        Stopped(Some(StopButton)) "t" "sb" null
        Interrupted "t" "i" null

        Eased "t" "e" 1
        MovedOn "t" "m" 1
        Limit "t" "l" 1
        Timed "t" "t" 1
    "#]]
    .assert_eq(&format!("{}\n\n{}\n\n{}\n", position_source.join("\n"), ended.join("\n"), edited.join("\n")));
}

fn with_hold(position_source: PositionSource, ending: Ending, edited: bool) -> Session {
    Session {
        build: "test".to_owned(),
        passes: vec![sample::pass(Leg::Right)],
        holds: vec![Hold { position_source, ending, edited, ..sample::hold(50) }],
        ..sample::session(SessionId::parse("a1b2c3d4e5").expect("a session id"))
    }
}

#[test]
fn values_out_of_range_are_written_in_a_form_that_can_be_read() {
    let mut session = with_hold(PositionSource::Tapped, Ending::Eased, false);
    session.build = "a \"build\" ü with\\more".to_owned();
    session.roller = "Große Rolle".to_owned();
    session.start_unix_ms = i64::MAX;
    session.utc_offset_min = i16::MIN;
    let (key, text) = session::write(1, &session);
    assert!(matches!(session::read(key, &text), ReadResult::Valid(_)), "{text}");
}
