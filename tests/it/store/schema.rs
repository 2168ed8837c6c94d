//! The schema of the backup says what is written, no less and no more.

use eased::{domain::Model, store::import};
use proptest::{collection::vec, prelude::*};
use serde_json::{Value, json};

use super::{any, config};

fn schema() -> Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/backup.schema.json");
    serde_json::from_str(&std::fs::read_to_string(path).expect("docs")).expect("JSON")
}

/// As much of JSON Schema as ours uses: why a value does not fit. A word that is not known here is a complaint.
fn check(root: &Value, schema: &Value, value: &Value) -> Result<(), String> {
    let fits = |schema: &Value, value: &Value| check(root, schema, value);
    let list = value.as_array();
    let count = || list.map(|list| list.len() as u64);
    for (word, rule) in schema.as_object().expect("a schema") {
        let holds = match word.as_str() {
            "$schema" | "$defs" | "title" | "description" => true,
            "$ref" => {
                let name =
                    rule.as_str().and_then(|path| path.strip_prefix("#/$defs/")).expect("a local name");
                fits(&root["$defs"][name], value)?;
                true
            }
            "type" => match rule.as_str() {
                Some("integer") => value.is_i64() || value.is_u64(),
                Some("string") => value.is_string(),
                Some("array") => value.is_array(),
                Some("object") => value.is_object(),
                Some("null") => value.is_null(),
                _ => false,
            },
            "const" => value == rule,
            "enum" => rule.as_array().expect("a list").contains(value),
            "oneOf" => {
                rule.as_array().expect("a list").iter().filter(|one| fits(one, value).is_ok()).count() == 1
            }
            "minimum" => value.as_i64() >= rule.as_i64(),
            "maximum" => value.as_i64() <= rule.as_i64(),
            "minItems" => count() >= rule.as_u64(),
            "maxItems" => count() <= rule.as_u64(),
            "pattern" => matches(rule.as_str().expect("a text"), value.as_str().unwrap_or_default()),
            "prefixItems" => {
                for (one, value) in rule.as_array().expect("a list").iter().zip(list.into_iter().flatten()) {
                    fits(one, value)?;
                }
                true
            }
            "items" => {
                for value in list.into_iter().flatten() {
                    fits(rule, value)?;
                }
                true
            }
            "properties" => {
                for (name, one) in rule.as_object().expect("names") {
                    fits(one, &value[name])?;
                }
                true
            }
            "required" => rule
                .as_array()
                .expect("names")
                .iter()
                .all(|name| value.get(name.as_str().unwrap_or("")).is_some()),
            "additionalProperties" => {
                let known = schema["properties"].as_object().expect("names");
                value.as_object().is_some_and(|value| value.keys().all(|name| known.contains_key(name)))
            }
            _ => false,
        };
        if !holds {
            return Err(format!("{word}: {rule} does not hold for {value}"));
        }
    }
    Ok(())
}

/// The few patterns, by hand.
fn matches(pattern: &str, text: &str) -> bool {
    let all = |text: &str, of: fn(char) -> bool, least: usize, most: usize| {
        (least..=most).contains(&text.len()) && text.chars().all(of)
    };
    let code = |c: char| c.is_ascii_digit() || c.is_ascii_lowercase();
    let first = |of: &str| text.starts_with(|c| of.contains(c));
    match pattern {
        "^[0-9a-z]{10}$" => all(text, code, 10, 10),
        "^[0-9a-z]{0,8}$" => all(text, code, 0, 8),
        "^[!#-\\[\\]-~]{0,7}$" => all(text, |c| c.is_ascii_graphic() && c != '"' && c != '\\', 0, 7),
        "^[lr]{1,2}$" => all(text, |c| c == 'l' || c == 'r', 1, 2),
        "^[lr][bksi]?$" => first("lr") && all(&text[1..], |c| "bksi".contains(c), 0, 1),
        "^[tlprgcm][ahs]?$" => first("tlprgcm") && all(&text[1..], |c| "ahs".contains(c), 0, 1),
        "^eased\\." => text.starts_with("eased."),
        "^([0-9a-z]{10}(0|[1-9][0-9]{0,2}))?$" => {
            let place = text.get(10..).unwrap_or_default();
            text.is_empty()
                || (all(&text[..10], code, 10, 10)
                    && place.parse::<u16>().is_ok_and(|n| n.to_string() == place))
        }
        "^[tlprgcm]([eEmMlLtTi]|[sS][pntob]?)$" => {
            let rest = text.get(1..).unwrap_or_default();
            let stopped =
                rest.strip_prefix(['s', 'S']).is_some_and(|why| all(why, |c| "pntob".contains(c), 0, 1));
            first("tlprgcm") && (stopped || all(rest, |c| "eEmMlLtTiI".contains(c), 1, 1))
        }
        _ => panic!("{pattern} is not known here"),
    }
}

fn model() -> impl Strategy<Value = Model> {
    (vec((any::session(), 1..9u32, any::<bool>()), 0..4), any::settings(), proptest::option::of(any::live()))
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
                let kept = eased::domain::history::Kept::Both;
                model.history.merge(id, eased::domain::history::Entry { rev, crc: 0, body, full, kept });
            }
            if let Some(live) = live {
                model.sitting = eased::domain::model::Sitting::Elsewhere(Box::new(live));
            }
            model
        })
}

proptest! {
    #![proptest_config(config(48))]

    #[test]
    fn what_is_written_fits_and_is_read(model in model(), aside in vec(("eased\\.q\\.[0-9]{1,9}\\.eased\\.[a-z]{1,9}", any::<String>()), 0..3)) {
        let text = eased::store::backup::write(&model, &aside, eased::domain::Now::default()).text;
        let value: Value = serde_json::from_str(&text).expect("JSON");
        let schema = schema();
        prop_assert_eq!(check(&schema, &schema, &value), Ok(()));
        let read = import::read(&text);
        prop_assert!(read.is_ok(), "{:?} in {}", read, text);
        prop_assert_eq!(read.map(|backup| backup.aside), Ok(aside));
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
    });
    session.holds.push(crate::sample::hold(5));
    let session = std::sync::Arc::new(session);
    let body = eased::domain::history::Body::Full(session.clone());
    let kept = eased::domain::history::Kept::Both;
    let entry = eased::domain::history::Entry { rev: 1, crc: 0, body, full: None, kept };
    model.history.merge(session.id, entry);
    let text = eased::store::backup::write(&model, &[], eased::domain::Now::default()).text;
    let good: Value = serde_json::from_str(&text).expect("JSON");
    let schema = schema();
    assert_eq!(check(&schema, &schema, &good), Ok(()));
    for (path, wrong) in [
        ("/version", json!(2)),
        ("/format", json!("other")),
        ("/exported_at", json!("now")),
        ("/sessions/0/2", json!(0)),
        ("/sessions/0/5", json!(900)),
        ("/sessions/0/9", json!("z")),
        ("/sessions/0/12", json!([11, 0])),
        ("/sessions/0/15/0/1", json!(101)),
        ("/sessions/0/15/0/2", json!("tx")),
        ("/sessions/0/15/0/4", json!(120_001)),
        ("/deleted", json!([["1", 1, 1]])),
        ("/spoilt", json!([["other", "text"]])),
        ("/live", json!([1])),
        ("/settings/volume", json!(9)),
        ("/settings/lang", json!("xx")),
    ] {
        let mut value = good.clone();
        *value.pointer_mut(path).unwrap_or_else(|| panic!("no {path}")) = wrong;
        assert!(check(&schema, &schema, &value).is_err(), "{path} fits the schema");
        assert!(import::read(&value.to_string()).is_err(), "{path} is taken");
    }
}
