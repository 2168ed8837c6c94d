//! Our own JSON, held against `serde_json`.

use eased::store::json::{Json, quoted};
use proptest::{collection::vec, prelude::*, sample::select};
use serde_json::Value;

use super::config;

/// The same value, as far as ours tells it.
fn alike(ours: &Json, theirs: &Value) -> bool {
    match (ours, theirs) {
        (Json::Int(number), Value::Number(_)) => theirs.as_i64() == Some(*number),
        (Json::Text(text), Value::String(their)) => text == their,
        (Json::List(list), Value::Array(their)) => {
            list.len() == their.len() && list.iter().zip(their).all(|(a, b)| alike(a, b))
        }
        (Json::Object(fields), Value::Object(their)) => {
            // Of a name that stands there twice theirs keeps the last.
            their.iter().all(|(name, value)| {
                let last = fields.iter().rev().find(|(key, _)| key == name);
                last.is_some_and(|(_, mine)| alike(mine, value))
            }) && fields.iter().all(|(name, _)| their.contains_key(name.as_ref()))
        }
        (Json::Other, Value::Null | Value::Bool(_)) => true,
        (Json::Other, Value::Number(number)) => number.as_i64().is_none(),
        _ => false,
    }
}

fn check(text: &str) {
    match (Json::parse(text), serde_json::from_str::<Value>(text)) {
        (Some(ours), Ok(theirs)) => assert!(alike(&ours, &theirs), "{text:?}: {ours:?}"),
        // Theirs stops at a number that no floating-point value reaches, whatever follows.
        (_, Err(error)) if error.to_string().starts_with("number out of range") => {}
        (ours, theirs) => assert_eq!(ours.is_some(), theirs.is_ok(), "{text:?}: {theirs:?}"),
    }
}

proptest! {
    #![proptest_config(config(512))]

    #[test]
    fn ours_and_theirs_agree(pieces in vec(select(PIECES), 0..12), chars in ".{0,6}") {
        let text = pieces.concat();
        check(&text);
        check(&format!("[{text}]"));
        check(&format!("\"{text}{chars}\""));
        check(&format!("[\"{chars}\",{text}]"));
        check(&format!("{{\"a\":{text}}}"));
    }

    #[test]
    fn what_is_quoted_is_read_back(text in any::<String>()) {
        let quoted = quoted(&text);
        prop_assert!(quoted.is_ascii());
        prop_assert_eq!(Json::parse(&quoted), Some(Json::Text(text.clone().into())));
        prop_assert_eq!(serde_json::from_str::<String>(&quoted).ok(), Some(text));
    }
}

const PIECES: &[&str] = &[
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    "\"",
    "\"a\"",
    "\"a\":",
    "1",
    "0",
    "-",
    "-0",
    "00",
    "1.",
    ".5",
    "1.5",
    "1e",
    "1e3",
    "1E+2",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "null",
    "true",
    "false",
    "nul",
    " ",
    "\n",
    "\t",
    "\u{b}",
    "\\",
    "\\n",
    "\\u00e9",
    "\\ud83d",
    "\\ude00",
    "\\ud83d\\ude00",
    "\\u12",
    "\\x",
    "\\u+123",
    "é",
    "\u{feff}",
    "/",
    "\\/",
    "1e999",
];
