//! What is written can be read again, and says the same.

use eased::{
    domain::{
        history::Body,
        hold::{Ending, Hold},
        leg::Leg,
        live::SessionSnapshot,
        session::{Session, SessionId},
        spot::Placed,
        time::Now,
    },
    storage::{
        codec::{
            Read, live,
            session::{self, Written},
            singletons::{self, Numbered},
        },
        keys::RevisionKey,
    },
};
use proptest::prelude::*;

use super::{any, any_live, config};
use crate::{
    properties::beats::{beats, days},
    sample,
};

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn a_session_reads_back(rev in 1..=u32::MAX, session in any::session()) {
        let (key, text) = session::write(rev, &session);
        prop_assert!(text.is_ascii());
        prop_assert_eq!(session::read(key, &text), Read::Whole(Written::Full(session.into())), "{}", text);
        prop_assert_eq!(RevisionKey::parse(&key.to_text()), Some(key));
    }

    #[test]
    fn a_tombstone_reads_back(rev in 1..=u32::MAX, id in any::id(), unix_ms in 0..=1i64 << 50) {
        let (key, text) = session::write_tombstone(id, rev, unix_ms);
        prop_assert_eq!(session::read(key, &text), Read::Whole(Written::Deleted(unix_ms)));
    }

    #[test]
    fn a_live_record_reads_back(live in any_live::live()) {
        let text = live::write(&live);
        prop_assert!(text.is_ascii());
        prop_assert_eq!(live::read(&text), Read::Whole(live), "{}", text);
    }

    #[test]
    fn a_draft_reads_back(number in any::<u32>(), draft in any::draft()) {
        let text = singletons::write_draft(number, &draft);
        prop_assert_eq!(singletons::read_draft(&text), Read::Whole(Numbered { number, value: draft }));
    }

    #[test]
    fn settings_read_back(number in any::<u32>(), settings in any::settings()) {
        let text = singletons::write_settings(number, &settings);
        prop_assert_eq!(singletons::read_settings(&text), Read::Whole(Numbered { number, value: settings }));
    }

    #[test]
    fn meta_reads_back(number in any::<u32>(), meta in any::meta()) {
        let text = singletons::write_meta(number, &meta);
        prop_assert_eq!(singletons::read_meta(&text), Read::Whole(Numbered { number, value: meta }));
    }

    /// The ranges of the forms are those of the machine: whatever a day brings can be read back.
    #[test]
    fn whatever_a_day_brings_reads_back(day in days(), beats in beats(60)) {
        let mut day = day;
        for beat in &beats {
            day.pass(&beat.pass);
            let event = day.event(&beat.act);
            day.update(event);
            if let Some(running) = day.model.running() {
                let live = as_read(SessionSnapshot { running: running.clone(), written_unix_ms: running.seen.unix_ms });
                prop_assert_eq!(live::read(&live::write(&live)), Read::Whole(live));
            }
            for (id, entry) in day.model.history.entries() {
                let (key, text, written) = match &entry.body {
                    Body::Full(full) => {
                        let (key, text) = session::write(entry.rev, full);
                        (key, text, Written::Full(full.clone()))
                    }
                    Body::Deleted(unix_ms) => {
                        let (key, text) = session::write_tombstone(id, entry.rev, *unix_ms);
                        (key, text, Written::Deleted(*unix_ms))
                    }
                    Body::Newer(newer) => unreachable!("{newer:?}"),
                };
                prop_assert_eq!(session::read(key, &text), Read::Whole(written));
            }
        }
    }
}

/// A live record as it comes back: without the undo stack and the clock of a page that is gone.
fn as_read(mut live: SessionSnapshot) -> SessionSnapshot {
    live.running.undo.clear();
    live.running.seen =
        Now { unix_ms: live.written_unix_ms, mono_ms: 0, utc_offset_min: live.running.utc_offset_min };
    live.running.hidden = false;
    live.running.phase_began_mono_ms = 0;
    live
}

/// A letter is a promise: this list only ever grows.
#[test]
fn letters_keep_their_meaning() {
    let code = |placed: Placed, ending: Ending, edited: bool| {
        let text = session::text(1, &with_hold(placed, ending, edited));
        let record: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        let hold = &record["h"][0];
        format!("{} {} {}", hold["w"], hold["e"], hold["d"])
    };
    let placed = any::PLACED.map(|placed| format!("{placed:?} {}", code(placed, Ending::Eased, false)));
    let ended = any::ENDINGS.map(|ending| format!("{ending:?} {}", code(Placed::Tapped, ending, false)));
    let edited = Ending::EDITABLE.map(|ending| format!("{ending:?} {}", code(Placed::Tapped, ending, true)));
    expect_test::expect![[r#"
        Tapped "t" "e" null
        List "l" "e" null
        Plan "p" "e" null
        Ring "r" "e" null
        Paced "g" "e" null
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
    .assert_eq(&format!("{}\n\n{}\n\n{}\n", placed.join("\n"), ended.join("\n"), edited.join("\n")));
}

fn with_hold(placed: Placed, ending: Ending, edited: bool) -> Session {
    Session {
        build: "test".to_owned(),
        passes: vec![sample::pass(Leg::Right)],
        holds: vec![Hold { placed, ending, edited, ..sample::hold(50) }],
        ..sample::session(SessionId::parse("a1b2c3d4e5").expect("a name"))
    }
}

#[test]
fn what_does_not_fit_is_written_so_that_it_can_be_read() {
    let mut session = with_hold(Placed::Tapped, Ending::Eased, false);
    session.build = "a \"build\" ü with\\more".to_owned();
    session.roller = "Große Rolle".to_owned();
    session.start_unix_ms = i64::MAX;
    session.utc_offset_min = i16::MIN;
    let (key, text) = session::write(1, &session);
    assert!(matches!(session::read(key, &text), Read::Whole(_)), "{text}");
}
