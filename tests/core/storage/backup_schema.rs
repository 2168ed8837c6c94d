//! The backup's JSON schema agrees with the writer and the reader.

use std::sync::LazyLock;

use eased::{
    domain::Model,
    storage::{codec::singletons::FIELD_NAMES, import},
};
use jsonschema::Validator;
use proptest::{collection::vec, prelude::*};
use serde_json::{Value, json};

use super::{arbitrary, arbitrary_snapshot, config};

static SCHEMA: LazyLock<Validator> =
    LazyLock::new(|| jsonschema::validator_for(&schema()).expect("a schema"));

fn schema() -> Value {
    serde_json::from_str(include_str!("../../../docs/backup.schema.json")).expect("JSON")
}

/// The draft and the app metadata are not part of a backup.
#[test]
fn every_stored_name_is_documented() {
    let document = include_str!("../../../docs/storage-format.md");
    let (_, section) = document.split_once("### 3.6 ").expect("the section about these records");
    let (section, _) = section.split_once("\n### ").expect("a next section");
    let (schema, mut missing) = (schema(), Vec::new());
    for (key, names) in FIELD_NAMES {
        let is_settings = key == "eased.settings";
        // The settings have a table, the others one line.
        let text: String = section
            .lines()
            .filter(|line| if is_settings { !line.starts_with("| `eased.") } else { line.contains(key) })
            .collect();
        for name in names {
            if !text.contains(&format!("`{name}`")) {
                missing.push(format!("{key}: add `{name}` to section 3.6 of docs/storage-format.md"));
            }
            if is_settings && !schema["$defs"]["settings"]["properties"][name].is_object() {
                missing.push(format!("{key}: add {name:?} to $defs.settings in docs/backup.schema.json"));
            }
        }
    }
    assert!(missing.is_empty(), "\n{}\n", missing.join("\n"));
}

fn model() -> impl Strategy<Value = Model> {
    (
        vec((arbitrary::session(), 1..9u32, any::<bool>()), 0..4),
        arbitrary::settings(),
        proptest::option::of(arbitrary_snapshot::snapshot()),
    )
        .prop_map(|(sessions, settings, snapshot)| {
            let mut model = Model::new("test");
            model.settings = settings;
            for (session, rev, deleted) in sessions {
                let (id, session) = (session.id, std::sync::Arc::new(session));
                let full = Some((rev, session.clone()));
                let body = if deleted {
                    eased::domain::history::RevisionBody::Deleted(session.end_unix_ms)
                } else {
                    eased::domain::history::RevisionBody::Full(session)
                };
                let save_status = eased::domain::history::SaveStatus::InBothStores;
                model.history.merge_entry(
                    id,
                    eased::domain::history::SessionEntry {
                        rev,
                        crc: 0,
                        body,
                        newest_full: full,
                        save_status,
                    },
                );
            }
            if let Some(snapshot) = snapshot {
                model.session_state = eased::domain::model::SessionState::InOtherTab(Box::new(snapshot));
            }
            model
        })
}

proptest! {
    #![proptest_config(config(48))]

    #[test]
    fn a_written_backup_matches_the_schema_and_can_be_read(model in model(), quarantined in vec(("eased\\.q\\.[0-9]{1,9}\\.eased\\.[a-z]{1,9}", any::<String>()), 0..3)) {
        let text = eased::storage::backup::write(&model, &quarantined, eased::domain::Now::default()).text;
        let value: Value = serde_json::from_str(&text).expect("JSON");
        prop_assert_eq!(SCHEMA.validate(&value).map_err(|why| why.to_string()), Ok(()));
        let read = import::read(&text);
        prop_assert!(read.is_ok(), "{:?} in {}", read, text);
        let quarantined: std::collections::BTreeSet<_> = quarantined.into_iter().collect();
        prop_assert_eq!(read.map(|backup| backup.corrupt_texts), Ok(quarantined.into_iter().collect()));
    }
}

#[test]
fn a_file_that_does_not_match_the_schema_is_rejected() {
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
    let body = eased::domain::history::RevisionBody::Full(session.clone());
    let save_status = eased::domain::history::SaveStatus::InBothStores;
    let entry = eased::domain::history::SessionEntry { rev: 1, crc: 0, body, newest_full: None, save_status };
    model.history.merge_entry(session.id, entry);
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
        assert!(import::read(&value.to_string()).is_err(), "{path} is accepted");
    }
}
