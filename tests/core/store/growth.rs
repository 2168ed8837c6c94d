//! Records outlive versions: a field that this version does not know is kept, and what this version adds does not
//! keep an older one from reading.

use eased::{
    domain::{
        Event, Model, Now,
        event::Edit,
        history::{Body, Entry, SaveStatus},
        leg::{Leg, Position},
        model::SessionState,
        session::Session,
        spot::{Pain, Placed},
        update,
    },
    storage::{
        codec::{
            Read, live,
            session::{self, Written},
            singletons,
        },
        item::{self, Item},
    },
};
use proptest::prelude::*;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{any, any_live, config};

/// The record with a field more in each of its objects that may grow. A phase and a spot may not: they
/// are written anew as a whole.
fn grown(text: &str) -> String {
    fn grow(value: &mut Value) {
        match value {
            Value::Object(fields) => {
                fields
                    .iter_mut()
                    .filter(|(name, _)| !matches!(name.as_str(), "phase" | "spot"))
                    .for_each(|(_, field)| grow(field));
                fields.insert("later".into(), json!({ "cue": ["a", 1.25, null] }));
            }
            Value::Array(items) => items.iter_mut().for_each(grow),
            _ => {}
        }
    }
    let mut value = serde_json::from_str(text).expect("JSON");
    grow(&mut value);
    value.to_string()
}

/// How many objects have the field.
fn count(text: &str) -> usize {
    text.matches("\"later\":{\"cue\":[\"a\",1.25,null]}").count()
}

const NOW: Now = Now { unix_ms: 1_795_363_200_000, mono_ms: 0, utc_offset_min: 60 };

fn model_with(session: Session) -> Model {
    let mut model = Model::new("test");
    let id = session.id;
    let session = std::sync::Arc::new(session);
    let body = Body::Full(session.clone());
    model.history.merge(id, Entry { rev: 1, crc: 0, body, full: Some((1, session)), kept: SaveStatus::Both });
    model
}

proptest! {
    #![proptest_config(config(32))]

    #[test]
    fn a_session_keeps_through_a_correction_what_a_later_version_added(session in any::session()) {
        let text = grown(&session::text(1, &session));
        let Read::Whole((id, 1, Written::Full(read))) = session::read_text(&text) else { panic!("{text}") };
        let mut model = model_with(Session::clone(&read));
        update(&mut model, Event::Edited(id, Edit::Roller("blau".into())), NOW);
        let entry = model.history.get(id).expect("known");
        let Body::Full(corrected) = &entry.body else { panic!() };
        prop_assert_eq!((entry.rev, corrected.roller.as_str()), (2, "blau"));
        let again = session::text(entry.rev, corrected);
        prop_assert_eq!(count(&again), count(&text), "{}", again);
    }

    #[test]
    fn a_running_session_keeps_it_to_its_end(live in any_live::live()) {
        let text = grown(&live::write(&live));
        let Read::Whole(read) = live::read(&text) else { panic!("{text}") };
        let again = live::write(&read);
        prop_assert_eq!(count(&again), count(&text), "{}", again);

        let id = read.running.id;
        let mut model = Model::new("test");
        model.sitting = SessionState::Found { live: Box::new(read), asks_discard: false };
        update(&mut model, Event::KeptInterrupted, NOW);
        if let Some(entry) = model.history.get(id) {
            let Body::Full(session) = &entry.body else { panic!() };
            let text = session::text(entry.rev, session);
            prop_assert!(count(&text) > live.running.course.passes.len(), "{}", text);
        }
    }

    #[test]
    fn draft_settings_and_meta_keep_it_through_a_change(
        draft in any::draft(), settings in any::settings(), meta in any::meta()
    ) {
        let text = grown(&singletons::write_draft(1, &draft));
        let mut draft = singletons::read_draft(&text).whole().expect("reads").value;
        for leg in Leg::BOTH {
            if let Some(id) = draft.marks(leg).first().map(|mark| mark.id) {
                draft.change(leg, id, false, |spot| {
                    spot.position = Position::clamped(50);
                    spot.placed = Placed::List;
                });
            }
        }
        prop_assert_eq!(count(&singletons::write_draft(2, &draft)), count(&text));

        let text = grown(&singletons::write_settings(1, &settings));
        let mut settings = singletons::read_settings(&text).whole().expect("reads").value;
        settings.vibrates = !settings.vibrates;
        prop_assert_eq!(count(&singletons::write_settings(2, &settings)), count(&text));

        let text = grown(&singletons::write_meta(1, &meta));
        let mut meta = singletons::read_meta(&text).whole().expect("reads").value;
        meta.welcomed = !meta.welcomed;
        prop_assert_eq!(count(&singletons::write_meta(2, &meta)), count(&text));
    }

    /// What this version writes, with whatever a later one adds, can be read by the reader of version 1.
    #[test]
    fn the_reader_of_version_1_reads_what_has_grown(session in any::session(), draft in any::draft()) {
        let text = grown(&session::text(7, &session));
        let Ok(read) = serde_json::from_str::<OldRevision>(&text) else { panic!("{text}") };
        prop_assert_eq!((read.v, read.r, read.id.as_str()), (1, 7, session.id.as_str()));
        prop_assert_eq!((read.s, read.e, read.o), (session.start_unix_ms, session.end_unix_ms, session.utc_offset_min));
        prop_assert_eq!((read.p.len(), &read.f.unwrap_or_default()), (session.passes.len(), &session.roller));
        for (old, hold) in read.h.iter().zip(&session.holds) {
            let pains = (hold.pain_press.map(Pain::score), hold.pain_ease.map(Pain::score));
            prop_assert_eq!((old.p.unwrap_or(0), old.x, old.h, (old.a, old.b)), (hold.pass, hold.position.percent(), hold.held_ms, pains));
            prop_assert_eq!((old.q.unwrap_or(0), old.g.unwrap_or(0), old.s), (hold.paused_ms, hold.gap_ms, hold.start_ms));
            prop_assert!(["t", "l", "p", "r", "g", "c", "m"].contains(&old.w.as_str()));
            prop_assert!(["e", "m", "l", "t", "i", "s", "sp", "sn", "st", "so", "sb"].contains(&old.e.as_str()));
        }
        let text = grown(&singletons::write_draft(3, &draft));
        let Ok(read) = serde_json::from_str::<OldDraft>(&text) else { panic!("{text}") };
        prop_assert_eq!((read.v, read.n, read.left.len()), (1, 3, draft.marks(Leg::Left).len()));
    }
}

/// A later version adds to the running session what this one calls otherwise in a finished one.
#[test]
fn a_field_that_is_known_elsewhere_does_not_spoil_where_it_goes() {
    let running =
        crate::script::play("0 start\n8.5 tap\n30 tap\n60 tap").model.running().expect("a session").clone();
    let live = eased::domain::live::SessionSnapshot { running, written_unix_ms: NOW.unix_ms };
    let text =
        live::write(&live).replacen("\"id\":", "\"b\":{},\"e\":\"calf\",\"v\":7,\"later\":1,\"id\":", 1);
    let read = live::read(&text).whole().expect("reads");
    let id = read.running.id;
    let mut model = Model::new("test");
    model.sitting = SessionState::Found { live: Box::new(read), asks_discard: false };
    update(&mut model, Event::KeptInterrupted, NOW);
    let entry = model.history.get(id).expect("kept");
    let Body::Full(session) = &entry.body else { panic!() };
    let text = session::text(entry.rev, session);
    assert!(matches!(session::read_text(&text), Read::Whole(_)), "{text}");
    assert!(text.contains("\"later\":1"), "{text}");
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
#[expect(dead_code, reason = "that it can be read is what is tested")]
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
#[expect(dead_code, reason = "that it can be read is what is tested")]
struct OldMark {
    spot: OldSpot,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "that it can be read is what is tested")]
struct OldSpot {
    x: u8,
    w: String,
    a: Option<u8>,
    k: Option<String>,
}

/// A backup as builds before the first release wrote it, in rows.
#[test]
fn a_backup_of_rows_is_read() {
    let text = include_str!("../fixtures/rows/backup.json");
    let backup = eased::storage::import::read(text).expect("reads");
    let told: Vec<_> = backup.revisions.iter().map(|r| (r.id.as_str().to_owned(), r.rev)).collect();
    let expected = [("0000000000", 1), ("a1b2c3d4e5", 2), ("gone000000", 3), ("q9w8e7r6t5", 7)];
    assert_eq!(told, expected.map(|(id, rev)| (id.to_owned(), rev)));
    assert!(matches!(backup.live.map(|live| live.written), Some(Written::Full(_))));
    assert_eq!(backup.aside, [("eased.q.5.eased.meta".to_owned(), "ga\"rb\\a\u{1}ge ü 😀".to_owned())]);
    assert!(backup.settings.is_some_and(|settings| settings.by_itself && settings.height_cm == Some(178)));
    // They say what the frozen objects say.
    let frozen = include_str!("../fixtures/v1/sessions.txt").lines().skip(5).take(2).collect::<Vec<_>>();
    let Some(Read::Whole(Item::Revision(written))) = item::read(frozen[0], frozen[1]) else {
        panic!("{frozen:?}")
    };
    assert_eq!(backup.revisions[1].written, written);
}
