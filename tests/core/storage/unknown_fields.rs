//! Unknown fields of newer versions are kept, and new fields do not prevent older versions from reading.

use eased::{
    domain::{
        Event, Model, Now,
        event::Edit,
        history::{RevisionBody, SaveStatus, SessionEntry},
        leg::{Leg, Position},
        model::SessionState,
        session::Session,
        spot::{Pain, PositionSource},
        update,
    },
    storage::{
        codec::{ReadResult, session, singletons, snapshot},
        item::{self, StoredItem},
    },
};
use proptest::prelude::*;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{arbitrary, arbitrary_snapshot, config};

/// Adds an unknown field to each object of a record, except in phases and spots, which are replaced as a whole.
fn with_unknown_fields(text: &str) -> String {
    fn grow(value: &mut Value) {
        match value {
            Value::Object(fields) => {
                fields
                    .iter_mut()
                    .filter(|(name, _)| !matches!(name.as_str(), "phase" | "spot"))
                    .for_each(|(_, field)| grow(field));
                fields.insert("x_future".into(), json!({ "cue": ["a", 1.25, null] }));
            }
            Value::Array(items) => items.iter_mut().for_each(grow),
            _ => {}
        }
    }
    let mut value = serde_json::from_str(text).expect("JSON");
    grow(&mut value);
    value.to_string()
}

/// The number of objects that have the field.
fn count(text: &str) -> usize {
    text.matches("\"x_future\":{\"cue\":[\"a\",1.25,null]}").count()
}

const NOW: Now = Now { unix_ms: 1_795_363_200_000, mono_ms: 0, utc_offset_min: 60 };

fn model_with(session: Session) -> Model {
    let mut model = Model::new("test");
    let id = session.id;
    let session = std::sync::Arc::new(session);
    let body = RevisionBody::Full(session.clone());
    model.history.merge_entry(
        id,
        SessionEntry {
            rev: 1,
            crc: 0,
            body,
            newest_full: Some((1, session)),
            save_status: SaveStatus::InBothStores,
        },
    );
    model
}

proptest! {
    #![proptest_config(config(32))]

    #[test]
    fn a_session_keeps_unknown_fields_when_edited(session in arbitrary::session()) {
        let text = with_unknown_fields(&session::to_json(1, &session));
        let ReadResult::Valid((id, 1, RevisionBody::Full(read))) = session::read_without_key(&text) else { panic!("{text}") };
        let mut model = model_with(Session::clone(&read));
        update(&mut model, Event::SessionEdited(id, Edit::Roller("blau".into())), NOW);
        let entry = model.history.get(id).expect("known");
        let RevisionBody::Full(corrected) = &entry.body else { panic!() };
        prop_assert_eq!((entry.rev, corrected.roller.as_str()), (2, "blau"));
        let again = session::to_json(entry.rev, corrected);
        prop_assert_eq!(count(&again), count(&text), "{}", again);
    }

    #[test]
    fn a_running_session_keeps_unknown_fields_to_its_end(snapshot in arbitrary_snapshot::snapshot()) {
        let text = with_unknown_fields(&snapshot::write(&snapshot));
        let ReadResult::Valid(read) = snapshot::read(&text) else { panic!("{text}") };
        let again = snapshot::write(&read);
        prop_assert_eq!(count(&again), count(&text), "{}", again);

        let id = read.running.id;
        let mut model = Model::new("test");
        model.session_state = SessionState::Interrupted { snapshot: Box::new(read), is_confirming_discard: false };
        update(&mut model, Event::InterruptedKept, NOW);
        if let Some(entry) = model.history.get(id) {
            let RevisionBody::Full(session) = &entry.body else { panic!() };
            let text = session::to_json(entry.rev, session);
            prop_assert!(count(&text) > snapshot.running.progress.passes.len(), "{}", text);
        }
    }

    #[test]
    fn draft_settings_and_metadata_keep_unknown_fields_when_changed(
        draft in arbitrary::draft(), settings in arbitrary::settings(), meta in arbitrary::meta()
    ) {
        let text = with_unknown_fields(&singletons::write_draft(1, &draft));
        let mut draft = singletons::read_draft(&text).valid().expect("reads").value;
        for leg in Leg::BOTH {
            if let Some(id) = draft.marks(leg).first().map(|mark| mark.id) {
                draft.change(leg, id, false, |spot| {
                    spot.position = Position::clamped(50);
                    spot.position_source = PositionSource::List;
                });
            }
        }
        prop_assert_eq!(count(&singletons::write_draft(2, &draft)), count(&text));

        let text = with_unknown_fields(&singletons::write_settings(1, &settings));
        let mut settings = singletons::read_settings(&text).valid().expect("reads").value;
        settings.vibrates = !settings.vibrates;
        prop_assert_eq!(count(&singletons::write_settings(2, &settings)), count(&text));

        let text = with_unknown_fields(&singletons::write_meta(1, &meta));
        let mut meta = singletons::read_meta(&text).valid().expect("reads").value;
        meta.welcomed = !meta.welcomed;
        prop_assert_eq!(count(&singletons::write_meta(2, &meta)), count(&text));
    }

    /// The frozen reader of version 1 reads records with additional fields.
    #[test]
    fn the_reader_of_version_1_reads_extended_records(session in arbitrary::session(), draft in arbitrary::draft()) {
        let text = with_unknown_fields(&session::to_json(7, &session));
        let Ok(read) = serde_json::from_str::<OldRevision>(&text) else { panic!("{text}") };
        prop_assert_eq!((read.v, read.r, read.id.as_str()), (1, 7, session.id.as_str()));
        prop_assert_eq!((read.s, read.e, read.o), (session.start_unix_ms, session.end_unix_ms, session.utc_offset_min));
        prop_assert_eq!((read.p.len(), &read.f.unwrap_or_default()), (session.passes.len(), &session.roller));
        for (old, hold) in read.h.iter().zip(&session.holds) {
            let pains = (hold.pain_at_press.map(Pain::score), hold.pain_at_ease.map(Pain::score));
            prop_assert_eq!((old.p.unwrap_or(0), old.x, old.h, (old.a, old.b)), (hold.pass, hold.position.percent(), hold.held_ms, pains));
            prop_assert_eq!((old.q.unwrap_or(0), old.g.unwrap_or(0), old.s), (hold.paused_ms, hold.gap_ms, hold.start_ms));
            prop_assert!(["t", "l", "p", "r", "g", "c", "m"].contains(&old.w.as_str()));
            prop_assert!(["e", "m", "l", "t", "i", "s", "sp", "sn", "st", "so", "sb"].contains(&old.e.as_str()));
        }
        let text = with_unknown_fields(&singletons::write_draft(3, &draft));
        let Ok(read) = serde_json::from_str::<OldDraft>(&text) else { panic!("{text}") };
        prop_assert_eq!((read.v, read.n, read.left.len()), (1, 3, draft.marks(Leg::Left).len()));
    }
}

/// An unknown field of a snapshot may have the name of a known field of a session.
#[test]
fn an_unknown_field_does_not_replace_a_known_one() {
    let running =
        crate::script::play("0 start\n8.5 tap\n30 tap\n60 tap").model.running().expect("a session").clone();
    let snapshot = eased::domain::session_snapshot::SessionSnapshot { running, written_unix_ms: NOW.unix_ms };
    let text = snapshot::write(&snapshot).replacen(
        "\"id\":",
        "\"b\":{},\"e\":\"calf\",\"v\":7,\"x_future\":1,\"id\":",
        1,
    );
    let read = snapshot::read(&text).valid().expect("reads");
    let id = read.running.id;
    let mut model = Model::new("test");
    model.session_state =
        SessionState::Interrupted { snapshot: Box::new(read), is_confirming_discard: false };
    update(&mut model, Event::InterruptedKept, NOW);
    let entry = model.history.get(id).expect("kept");
    let RevisionBody::Full(session) = &entry.body else { panic!() };
    let text = session::to_json(entry.rev, session);
    assert!(matches!(session::read_without_key(&text), ReadResult::Valid(_)), "{text}");
    assert!(text.contains("\"x_future\":1"), "{text}");
}

/// The reader of version 1, frozen: never edit.
#[derive(Deserialize)]
struct OldRevision {
    v: u32,
    id: String,
    r: u32,
    s: i64,
    e: i64,
    o: i16,
    f: Option<String>,
    p: Vec<OldPass>,
    h: Vec<OldHold>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "the test only checks that it can be read")]
struct OldPass {
    l: String,
    m: u32,
    q: Option<u32>,
    e: Option<String>,
}

#[derive(Deserialize)]
struct OldHold {
    p: Option<u8>,
    x: u8,
    w: String,
    e: String,
    s: u32,
    h: u32,
    q: Option<u32>,
    g: Option<u32>,
    a: Option<u8>,
    b: Option<u8>,
}

#[derive(Deserialize)]
struct OldDraft {
    v: u32,
    n: u32,
    left: Vec<OldMark>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "the test only checks that it can be read")]
struct OldMark {
    spot: OldSpot,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "the test only checks that it can be read")]
struct OldSpot {
    x: u8,
    w: String,
    a: Option<u8>,
    k: Option<String>,
}

/// A backup in the legacy row format.
#[test]
fn a_backup_of_legacy_rows_is_read() {
    let text = include_str!("../fixtures/rows/backup.json");
    let backup = eased::storage::import::read(text).expect("reads");
    let revisions: Vec<_> = backup.revisions.iter().map(|r| (r.id.as_str().to_owned(), r.rev)).collect();
    let expected = [("0000000000", 1), ("a1b2c3d4e5", 2), ("gone000000", 3), ("q9w8e7r6t5", 7)];
    assert_eq!(revisions, expected.map(|(id, rev)| (id.to_owned(), rev)));
    assert!(matches!(backup.interrupted.map(|snapshot| snapshot.body), Some(RevisionBody::Full(_))));
    assert_eq!(
        backup.corrupt_texts,
        [("eased.q.5.eased.meta".to_owned(), "ga\"rb\\a\u{1}ge ü 😀".to_owned())]
    );
    assert!(
        backup.settings.is_some_and(|settings| settings.timed_advance && settings.height_cm == Some(178))
    );
    // Equal to the frozen objects.
    let frozen = include_str!("../fixtures/v1/sessions.txt").lines().skip(5).take(2).collect::<Vec<_>>();
    let Some(ReadResult::Valid(StoredItem::Revision(body))) = item::read(frozen[0], frozen[1]) else {
        panic!("{frozen:?}")
    };
    assert_eq!(backup.revisions[1].body, body);
}
