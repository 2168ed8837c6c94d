//! Help for translators: what a language file still lacks, and pseudo-locales that show where a layout is too narrow for a
//! longer language or not ready for one that is written from right to left.

use std::fmt::Write as _;
use std::fs;

use eased::i18n;
use serde_json::{Map, Value, json};

use crate::site;

/// The file of which every other one is a translation.
const FIRST: &str = "en";

/// `eased-tools locale ...`: with a tag, what that language lacks; with `pseudo` and a tag, writes a pseudo-locale.
pub fn run(arguments: &[String]) -> Result<(), String> {
    match arguments {
        [pseudo, tag] if pseudo == "pseudo" => write_pseudo(tag, Direction::LeftToRight),
        [pseudo, tag, rtl] if pseudo == "pseudo" && rtl == "rtl" => write_pseudo(tag, Direction::RightToLeft),
        [tag] => {
            let [first, other] = [FIRST, tag].map(i18n::read_file);
            let lacks = lacking(&first?, &other?);
            print!("{lacks}");
            // What is left is said by serde: a phrase with other placeholders, a plural category that does not exist.
            i18n::load(tag)?;
            if lacks.is_empty() {
                println!("locales/{tag}.json is complete");
            }
            Ok(())
        }
        _ => Err("usage: eased-tools locale TAG | locale pseudo TAG [rtl]".to_owned()),
    }
}

/// What a language has not, has too much, and has still in English, one a line.
fn lacking(first: &Map<String, Value>, other: &Map<String, Value>) -> String {
    let mut lines = String::new();
    compare(&Value::Object(first.clone()), Some(&Value::Object(other.clone())), "", &mut lines);
    lines
}

fn compare(first: &Value, other: Option<&Value>, path: &str, lines: &mut String) {
    let Some(other) = other else {
        let _ = writeln!(lines, "missing:        {path} = {first}");
        return;
    };
    match (first, other) {
        // Notes for translators are theirs.
        _ if i18n::FOR_TRANSLATORS.contains(&path) => {}
        (Value::Object(first), Value::Object(other)) if !i18n::is_plural(first) => {
            for (key, value) in first {
                compare(value, other.get(key), &below(path, key), lines);
            }
            for key in other.keys().filter(|key| !first.contains_key(*key)) {
                let _ = writeln!(lines, "surplus:        {}", below(path, key));
            }
        }
        (Value::Array(first), Value::Array(other)) => {
            for (at, value) in first.iter().enumerate() {
                compare(value, other.get(at), &below(path, &at.to_string()), lines);
            }
            if other.len() > first.len() {
                let _ = writeln!(lines, "surplus:        items of {path}");
            }
        }
        (Value::Object(first), Value::Object(other)) => {
            for (category, value) in first.iter().filter(|(category, _)| other.contains_key(*category)) {
                compare(value, other.get(category), &below(path, category), lines);
            }
        }
        // Names, numbers and ids are alike in every language; a phrase of several words hardly is.
        (Value::String(first), Value::String(other)) if first == other && is_phrase(path, first) => {
            let _ = writeln!(lines, "not translated: {path} = {first:?}");
        }
        _ => {}
    }
}

fn below(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

fn is_phrase(path: &str, text: &str) -> bool {
    path.rsplit('.').next() != Some("who")
        && text.split_whitespace().filter(|word| word.chars().all(char::is_alphabetic)).count() > 2
}

/// How a pseudo-locale is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    LeftToRight,
    RightToLeft,
}

fn write_pseudo(tag: &str, direction: Direction) -> Result<(), String> {
    let text = serde_json::to_string_pretty(&pseudo(&i18n::read_file(FIRST)?, tag, direction))
        .map_err(|error| error.to_string())?;
    let path = site::root().join(format!("locales/{tag}.json"));
    fs::write(&path, text + "\n").map_err(|error| format!("{}: {error}", path.display()))?;
    println!("locales/{tag}.json is written; it needs a line in src/domain/language.rs");
    Ok(())
}

/// English with accents and 40 % longer, or from right to left.
fn pseudo(first: &Map<String, Value>, tag: &str, direction: Direction) -> Value {
    let mut all = Map::new();
    for (key, value) in first {
        let value = match key.as_str() {
            "tag" => tag.into(),
            "separator" => value.clone(),
            key if i18n::FOR_TRANSLATORS.contains(&key) => value.clone(),
            _ => changed(value, direction),
        };
        all.insert(key.clone(), value);
    }
    all["settings"]["not_reviewed"] = json!({ "note": "[not reviewed]", "link": "[English]" });
    Value::Object(all)
}

fn changed(value: &Value, direction: Direction) -> Value {
    match value {
        Value::String(text) => match direction {
            Direction::LeftToRight => longer(text).into(),
            Direction::RightToLeft => turned(text).into(),
        },
        Value::Object(map) => {
            // The id of a source, beside a sentence or a paper, is no phrase.
            let has_source = map.contains_key("text") || map.contains_key("who");
            let keep = |(key, value): (&String, &Value)| {
                let is_id = has_source && key == "source";
                (key.clone(), if is_id { value.clone() } else { changed(value, direction) })
            };
            Value::Object(map.iter().map(keep).collect())
        }
        Value::Array(all) => all.iter().map(|value| changed(value, direction)).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) => value.clone(),
    }
}

/// With accents, and two of five letters doubled: 40 % longer. Placeholders stay.
fn longer(text: &str) -> String {
    let mut letters = 0;
    pieces(text, |c| {
        letters += 1;
        let accented = accented(c);
        if letters % 5 < 2 { vec![accented, accented] } else { vec![accented] }
    })
}

/// Shown from right to left, letter by letter.
fn turned(text: &str) -> String {
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

/// Changes the letters outside placeholders.
fn pieces(text: &str, mut change: impl FnMut(char) -> Vec<char>) -> String {
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

    fn first() -> Map<String, Value> {
        i18n::read_file(FIRST).expect("reads")
    }

    #[test]
    fn a_pseudo_locale_can_be_read() {
        for (tag, direction) in [("en-XA", Direction::LeftToRight), ("en-XB", Direction::RightToLeft)] {
            let json = pseudo(&first(), tag, direction).to_string();
            let text = Text::from_json(json.leak()).expect("reads");
            assert_eq!(text.tag, tag);
        }
    }

    #[test]
    fn a_pseudo_locale_is_two_fifths_longer() {
        let length = |value: &Value| value.to_string().chars().count();
        let (plain, long) = (&first()["learn"], &pseudo(&first(), "en-XA", Direction::LeftToRight)["learn"]);
        let percent = 100 * length(long) / length(plain);
        // Keys, ids and marks are no longer.
        assert!((120..=140).contains(&percent), "{percent} %");
        assert_eq!(longer("{spot} rests"), "{spot} rréštšš");
    }

    #[test]
    fn what_a_language_lacks_is_listed() {
        let mut other = first();
        other["shell"].as_object_mut().expect("phrases").remove("start");
        other["shell"]["more"] = "surplus".into();
        let lacks = lacking(&first(), &other);
        assert!(lacks.contains("missing:        shell.start = \"Start\""), "{lacks}");
        assert!(lacks.contains("surplus:        shell.more"), "{lacks}");
        assert!(lacks.contains("not translated: shell.not_here"), "{lacks}");
        assert!(!lacks.contains("shell.left_leg"), "{lacks}");
    }
}
