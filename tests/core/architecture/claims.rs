//! Claims about health that the app never makes, in any language.
//!
//! That each sentence about health names its source is the type's doing (`i18n::claim::Claim`). That no sentence says what
//! nothing supports is tested here, by the lists of words that each language file carries.

use eased::{domain::language::LANGUAGES, i18n};
use serde_json::{Map, Value};

use super::no_complaints;

/// The one source that may use the words, to deny them.
const DENIES: &str = "no-lengthen";

#[test]
fn no_language_claims_what_nothing_supports() {
    let mut complaints = Vec::new();
    for language in LANGUAGES {
        let file = i18n::read_file(language.tag).unwrap_or_else(|error| panic!("{error}"));
        let list = Forbidden::of(&file);
        for (key, value) in &file {
            if !i18n::FOR_TRANSLATORS.contains(&key.as_str()) {
                list.look_through(value, &format!("{}.{key}", language.tag), &mut complaints);
            }
        }
    }
    no_complaints(&complaints);
}

/// A list that has been emptied would find nothing.
#[test]
fn every_language_has_its_list() {
    for language in LANGUAGES {
        let list = Forbidden::of(&i18n::read_file(language.tag).unwrap_or_else(|error| panic!("{error}")));
        assert!(
            list.never.len() >= 40 && !list.together.is_empty(),
            "{}: {}",
            language.tag,
            list.never.len()
        );
    }
}

/// What a language never says.
struct Forbidden {
    /// Words and phrases, padded.
    never: Vec<String>,
    /// Harmless alone, a claim beside the thing that it is said to change.
    together: Vec<[Vec<String>; 2]>,
}

impl Forbidden {
    fn of(file: &Map<String, Value>) -> Self {
        let words = |value: &Value| -> Vec<String> {
            let all = value.as_array().map(Vec::as_slice).unwrap_or_default();
            all.iter().filter_map(Value::as_str).map(padded).collect()
        };
        let pairs =
            file.get("never_together").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        Self {
            never: file.get("never_say").map(words).unwrap_or_default(),
            together: pairs.iter().map(|pair| [words(&pair["words"]), words(&pair["near"])]).collect(),
        }
    }

    fn look_through(&self, value: &Value, path: &str, complaints: &mut Vec<String>) {
        match value {
            Value::String(text) => {
                if let Some(claim) = self.find(text) {
                    complaints.push(format!("{path}: {claim:?} in {text:?}"));
                }
            }
            Value::Object(map) if map.get("source").and_then(Value::as_str) == Some(DENIES) => {}
            Value::Object(map) => {
                map.iter()
                    .for_each(|(key, value)| self.look_through(value, &format!("{path}.{key}"), complaints));
            }
            Value::Array(all) => {
                (0..).zip(all).for_each(|(at, value): (usize, _)| {
                    self.look_through(value, &format!("{path}.{at}"), complaints);
                });
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    /// The forbidden words of a sentence.
    fn find(&self, text: &str) -> Option<&str> {
        let said = padded(text);
        let says = |words: &&String| said.contains(words.as_str());
        let together = self.together.iter().find_map(|[words, near]| {
            near.iter().find(says)?;
            words.iter().find(says)
        });
        self.never.iter().find(says).or(together).map(|words| words.trim())
    }
}

/// Lower case, one space between words and at both ends. Soft hyphens are none.
fn padded(text: &str) -> String {
    let lower = text.to_lowercase().replace('\u{ad}', "");
    // Marks over and under Arabic letters belong to their word.
    let is_part = |c: char| c.is_alphanumeric() || ('\u{64b}'..='\u{65f}').contains(&c);
    let words = lower.split(|c: char| !is_part(c)).filter(|w| !w.is_empty());
    format!(" {} ", words.collect::<Vec<_>>().join(" "))
}

#[test]
fn claims_are_found_as_whole_words() {
    let count = |tag: &str, value: Value| {
        let mut complaints = Vec::new();
        let file = i18n::read_file(tag).unwrap_or_else(|error| panic!("{error}"));
        Forbidden::of(&file).look_through(&value, "", &mut complaints);
        complaints.len()
    };
    assert_eq!(count("en", "Rolling releases the band.".into()), 1);
    assert_eq!(count("en", "It breaks up knots".into()), 1);
    assert_eq!(count("de", "Das Rollen löst Verklebungen.".into()), 1);
    assert_eq!(count("de", "Es verlängert das Band.".into()), 1);
    assert_eq!(count("de", "Verlängert den Countdown um 10 s.".into()), 0);
    assert_eq!(count("en", "Your health is secure; ask a healthy friend.".into()), 0);
    let claim =
        |source: &str| serde_json::json!({ "source": source, "text": "It does not lengthen the band." });
    assert_eq!(count("en", claim("no-lengthen")), 0);
    assert_eq!(count("en", claim("weeks")), 1);
}
