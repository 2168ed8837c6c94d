//! The schema of the backup says what is written, no less and no more.

use std::sync::LazyLock;

use eased::{domain::Model, storage::import};
use jsonschema::Validator;
use proptest::{collection::vec, prelude::*};
use serde_json::{Value, json};

use super::{any, any_live, config};

static SCHEMA: LazyLock<Validator> = LazyLock::new(|| {
    let schema = serde_json::from_str(include_str!("../../../docs/backup.schema.json")).expect("JSON");
    jsonschema::validator_for(&schema).expect("a schema")
});

fn model() -> impl Strategy<Value = Model> {
    (
        vec((any::session(), 1..9u32, any::<bool>()), 0..4),
        any::settings(),
        proptest::option::of(any_live::live()),
    )
        .prop_map(|(sessions, settings, live)| {
            let mut model = Model::new("test");
            model.settings = settings;
            for (session, rev, deleted) in sessions {
                let (id, session) = (session.id, std::sync::Arc::new(session));
                let full = Some((rev, session.clone()));
                let body = if deleted {
                    eased::domain::history::Body::Deleted(session.end_unix_ms)
                } else {
                    eased::domain::history::Body::Full(session)
                };
                let kept = eased::domain::history::SaveStatus::Both;
                model.history.merge(id, eased::domain::history::Entry { rev, crc: 0, body, full, kept });
            }
            if let Some(live) = live {
                model.sitting = eased::domain::model::SessionState::Elsewhere(Box::new(live));
            }
            model
        })
}

proptest! {
    #![proptest_config(config(48))]

    #[test]
    fn what_is_written_fits_and_is_read(model in model(), aside in vec(("eased\\.q\\.[0-9]{1,9}\\.eased\\.[a-z]{1,9}", any::<String>()), 0..3)) {
        let text = eased::storage::backup::write(&model, &aside, eased::domain::Now::default()).text;
        let value: Value = serde_json::from_str(&text).expect("JSON");
        prop_assert_eq!(SCHEMA.validate(&value).map_err(|why| why.to_string()), Ok(()));
        let read = import::read(&text);
        prop_assert!(read.is_ok(), "{:?} in {}", read, text);
        let aside: std::collections::BTreeSet<_> = aside.into_iter().collect();
        prop_assert_eq!(read.map(|backup| backup.aside), Ok(aside.into_iter().collect()));
    }
}

#[test]
fn what_does_not_fit_is_refused_as_well() {
    let mut model = Model::new("test");
    let mut session = crate::sample::session(eased::domain::session::SessionId::from_random([1; 10]));
    session.passes.push(eased::domain::session::Pass {
        leg: eased::domain::leg::Leg::Left,
        active_ms: 1,
        paused_ms: 0,
        end: None,
        felt_wrong: Vec::new(),
        unknown: eased::domain::unknown_fields::UnknownFields::NONE,
    });
    session.holds.push(crate::sample::hold(5));
    let session = std::sync::Arc::new(session);
    let body = eased::domain::history::Body::Full(session.clone());
    let kept = eased::domain::history::SaveStatus::Both;
    let entry = eased::domain::history::Entry { rev: 1, crc: 0, body, full: None, kept };
    model.history.merge(session.id, entry);
    let text = eased::storage::backup::write(&model, &[], eased::domain::Now::default()).text;
    let good: Value = serde_json::from_str(&text).expect("JSON");
    assert!(SCHEMA.is_valid(&good));
    for (path, wrong) in [
        ("/version", json!(2)),
        ("/format", json!("other")),
        ("/exported_at", json!("now")),
        ("/sessions/0/r", json!(0)),
        ("/sessions/0/o", json!(900)),
        ("/sessions/0/b", json!(";=1+1;")),
        ("/sessions/0/h/0/x", json!(101)),
        ("/sessions/0/h/0/e", json!("x")),
        ("/sessions/0/h/0/h", json!(120_001)),
        ("/deleted", json!([["1", 1, 1]])),
        ("/spoilt", json!([["other", "text"]])),
        ("/live", json!([1])),
        ("/settings/volume", json!(9)),
        ("/settings/lang", json!("XX")),
    ] {
        let mut value = good.clone();
        *value.pointer_mut(path).unwrap_or_else(|| panic!("no {path}")) = wrong;
        assert!(!SCHEMA.is_valid(&value), "{path} fits the schema");
        assert!(import::read(&value.to_string()).is_err(), "{path} is taken");
    }
}
