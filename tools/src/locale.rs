//! Tools for translators: lists what is missing in a language file, and writes pseudo-locales.
//!
//! A pseudo-locale shows where a layout is too narrow for a longer language or wrong for a right-to-left script.

use std::fmt::Write as _;
use std::fs;

use eased::i18n;
use serde_json::{Map, Value, json};

use crate::site;

/// The tag of the source language: every other language file is a translation of this one.
const SOURCE_TAG: &str = "en";

/// `eased-tools locale TAG` lists what is missing in that language; `eased-tools locale pseudo TAG [rtl]` writes a
/// pseudo-locale.
pub fn run(arguments: &[String]) -> Result<(), String> {
    match arguments {
        [pseudo, tag] if pseudo == "pseudo" => write_pseudo(tag, Direction::LeftToRight),
        [pseudo, tag, rtl] if pseudo == "pseudo" && rtl == "rtl" => write_pseudo(tag, Direction::RightToLeft),
        [tag] => {
            let [source, other] = [SOURCE_TAG, tag].map(i18n::read_file);
            let report = report_missing(&source?, &other?);
            print!("{report}");
            // Loading reports the other errors: wrong placeholders, plural categories that do not exist.
            i18n::load(tag)?;
            if report.is_empty() {
                println!("locales/{tag}.json is complete");
            }
            Ok(())
        }
        _ => Err("usage: eased-tools locale TAG | locale pseudo TAG [rtl]".to_owned()),
    }
}

/// Lists missing, additional and untranslated phrases, one per line.
fn report_missing(source: &Map<String, Value>, other: &Map<String, Value>) -> String {
    let mut lines = String::new();
    compare(&Value::Object(source.clone()), Some(&Value::Object(other.clone())), "", &mut lines);
    for list in i18n::untranslated_lists(source, other) {
        let _ = writeln!(lines, "not translated: {list}");
    }
    lines
}

fn compare(source: &Value, other: Option<&Value>, path: &str, lines: &mut String) {
    let Some(other) = other else {
        let _ = writeln!(lines, "missing:        {path} = {source}");
        return;
    };
    match (source, other) {
        // Notes for translators may differ.
        _ if i18n::TRANSLATOR_KEYS.contains(&path) => {}
        (Value::Object(source), Value::Object(other)) if !i18n::is_plural(source) => {
            for (key, value) in source {
                compare(value, other.get(key), &join_path(path, key), lines);
            }
            for key in other.keys().filter(|key| !source.contains_key(*key)) {
                let _ = writeln!(lines, "surplus:        {}", join_path(path, key));
            }
        }
        (Value::Array(source), Value::Array(other)) => {
            for (at, value) in source.iter().enumerate() {
                compare(value, other.get(at), &join_path(path, &at.to_string()), lines);
            }
            if other.len() > source.len() {
                let _ = writeln!(lines, "surplus:        items of {path}");
            }
        }
        (Value::Object(source), Value::Object(other)) => {
            for (category, value) in source.iter().filter(|(category, _)| other.contains_key(*category)) {
                compare(value, other.get(category), &join_path(path, category), lines);
            }
        }
        // Names, numbers and ids may be the same in every language; a phrase of several words hardly ever is.
        (Value::String(source), Value::String(other)) if source == other && is_phrase(path, source) => {
            let _ = writeln!(lines, "not translated: {path} = {source:?}");
        }
        _ => {}
    }
}

fn join_path(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

fn is_phrase(path: &str, text: &str) -> bool {
    path.rsplit('.').next() != Some("authors")
        && text.split_whitespace().filter(|word| word.chars().all(char::is_alphabetic)).count() > 2
}

/// The writing direction of a pseudo-locale.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    LeftToRight,
    RightToLeft,
}

fn write_pseudo(tag: &str, direction: Direction) -> Result<(), String> {
    let text = serde_json::to_string_pretty(&pseudo(&i18n::read_file(SOURCE_TAG)?, tag, direction))
        .map_err(|error| error.to_string())?;
    let path = site::root().join(format!("locales/{tag}.json"));
    fs::write(&path, text + "\n").map_err(|error| format!("{}: {error}", path.display()))?;
    println!("locales/{tag}.json is written; it needs a line in src/domain/language.rs");
    Ok(())
}

/// A pseudo-locale: English with accents and 40 % longer, or from right to left.
fn pseudo(source: &Map<String, Value>, tag: &str, direction: Direction) -> Value {
    let mut all = Map::new();
    for (key, value) in source {
        let value = match key.as_str() {
            "tag" => tag.into(),
            "separator" => value.clone(),
            key if i18n::TRANSLATOR_KEYS.contains(&key) => value.clone(),
            _ => pseudo_value(value, direction),
        };
        all.insert(key.clone(), value);
    }
    all["settings"]["not_reviewed"] = json!({ "note": "[not reviewed]", "link": "[English]" });
    Value::Object(all)
}

/// Changes every phrase in a value of the language file.
fn pseudo_value(value: &Value, direction: Direction) -> Value {
    match value {
        Value::String(text) => match direction {
            Direction::LeftToRight => lengthened(text).into(),
            Direction::RightToLeft => with_rtl_override(text).into(),
        },
        Value::Object(map) => {
            // `source` is an id, not a phrase, where it belongs to a sentence (`text`) or a paper (`authors`).
            let has_source = map.contains_key("text") || map.contains_key("authors");
            let keep = |(key, value): (&String, &Value)| {
                let is_id = has_source && key == "source";
                (key.clone(), if is_id { value.clone() } else { pseudo_value(value, direction) })
            };
            Value::Object(map.iter().map(keep).collect())
        }
        Value::Array(all) => all.iter().map(|value| pseudo_value(value, direction)).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) => value.clone(),
    }
}

/// Adds accents and doubles two of five letters, which makes the text 40 % longer. Placeholders are kept.
fn lengthened(text: &str) -> String {
    let mut letters = 0;
    map_letters(text, |c| {
        letters += 1;
        let accented = accented(c);
        if letters % 5 < 2 { vec![accented, accented] } else { vec![accented] }
    })
}

/// Wraps the text in right-to-left overrides (U+202E), so that it is shown from right to left. Placeholders are kept.
fn with_rtl_override(text: &str) -> String {
    const OVERRIDE: char = '\u{202e}';
    const END: char = '\u{202c}';
    let mut out = String::new();
    for part in text.split_inclusive('}') {
        let (words, placeholder) = part.find('{').map_or((part, ""), |at| part.split_at(at));
        if !words.is_empty() {
            out.extend([OVERRIDE]);
            out.push_str(words);
            out.extend([END]);
        }
        out.push_str(placeholder);
    }
    out
}

/// Replaces each ASCII letter outside of placeholders.
fn map_letters(text: &str, mut change: impl FnMut(char) -> Vec<char>) -> String {
    let mut inside = false;
    let letter = |c: char| {
        inside = (inside || c == '{') && c != '}';
        if inside || !c.is_ascii_alphabetic() { vec![c] } else { change(c) }
    };
    text.chars().flat_map(letter).collect()
}

fn accented(c: char) -> char {
    const PLAIN: &str = "aceinosuyzACEINOSUYZ";
    const ACCENTED: &str = "áçéîñöšüýžÁÇÉÎÑÖŠÜÝŽ";
    PLAIN.chars().zip(ACCENTED.chars()).find(|(plain, _)| *plain == c).map_or(c, |(_, accented)| accented)
}

#[cfg(test)]
mod tests {
    use super::*;
    use eased::i18n::Text;

    fn source_file() -> Map<String, Value> {
        i18n::read_file(SOURCE_TAG).expect("reads")
    }

    #[test]
    fn a_pseudo_locale_loads() {
        for (tag, direction) in [("en-XA", Direction::LeftToRight), ("en-XB", Direction::RightToLeft)] {
            let json = pseudo(&source_file(), tag, direction).to_string();
            let text = Text::from_json(json.leak()).expect("reads");
            assert_eq!(text.tag, tag);
        }
    }

    #[test]
    fn a_pseudo_locale_is_forty_percent_longer() {
        let length = |value: &Value| value.to_string().chars().count();
        let (plain, long) =
            (&source_file()["learn"], &pseudo(&source_file(), "en-XA", Direction::LeftToRight)["learn"]);
        let percent = 100 * length(long) / length(plain);
        // Keys, ids and punctuation keep their length.
        assert!((120..=140).contains(&percent), "{percent} %");
        assert_eq!(lengthened("{spot} rests"), "{spot} rréštšš");
    }

    #[test]
    fn missing_and_untranslated_phrases_are_listed() {
        let mut other = source_file();
        other["tag"] = "cs".into();
        other["shell"].as_object_mut().expect("phrases").remove("start");
        other["shell"]["more"] = "surplus".into();
        let report = report_missing(&source_file(), &other);
        assert!(report.contains("missing:        shell.start = \"Start\""), "{report}");
        assert!(report.contains("surplus:        shell.more"), "{report}");
        assert!(report.contains("not translated: shell.screen_not_stored"), "{report}");
        assert!(!report.contains("shell.left_leg"), "{report}");
        assert!(report.contains("not translated: never_say\n"), "{report}");
        assert!(report.contains("not translated: never_together\n"), "{report}");
    }
}
