//! Health claims that the app must not make, in any language.
//!
//! The type `i18n::health_sentence::HealthSentence` ensures that every health sentence names its source. The tests here
//! ensure that no phrase contains an unsupported claim, by the lists of words in each language file.

use eased::{domain::language::LANGUAGES, i18n};
use serde_json::{Map, Value};

use super::no_complaints;

/// Sentences with this source may use the forbidden words, because they deny the claim.
const DENYING_SOURCE: &str = "no-lengthen";

#[test]
fn no_phrase_makes_a_forbidden_claim() {
    let mut complaints = Vec::new();
    for language in LANGUAGES {
        let file = i18n::read_file(language.tag).unwrap_or_else(|error| panic!("{error}"));
        let list = ForbiddenWords::of(&file);
        for (key, value) in &file {
            if !i18n::TRANSLATOR_KEYS.contains(&key.as_str()) {
                list.check(value, &format!("{}.{key}", language.tag), &mut complaints);
            }
        }
    }
    no_complaints(&complaints);
}

/// An empty list would find nothing.
#[test]
fn every_language_has_a_list_of_forbidden_words() {
    for language in LANGUAGES {
        let list =
            ForbiddenWords::of(&i18n::read_file(language.tag).unwrap_or_else(|error| panic!("{error}")));
        assert!(
            list.always.len() >= 40 && !list.in_combination.is_empty(),
            "{}: {}",
            language.tag,
            list.always.len()
        );
    }
}

#[test]
fn every_language_has_its_own_list_of_forbidden_words() {
    let files: Vec<_> = LANGUAGES
        .iter()
        .map(|language| {
            (language.tag, i18n::read_file(language.tag).unwrap_or_else(|error| panic!("{error}")))
        })
        .collect();
    let mut complaints = Vec::new();
    for (at, (other_tag, other)) in files.iter().enumerate() {
        for (tag, file) in &files[..at] {
            let lists = i18n::untranslated_lists(file, other).into_iter();
            complaints.extend(
                lists.map(|list| format!("{other_tag}.{list}: most words are those of {tag}: translate")),
            );
        }
    }
    no_complaints(&complaints);
}

/// The forbidden words of a language, from its file. All of them are normalized.
struct ForbiddenWords {
    /// Words and phrases that are always forbidden.
    always: Vec<String>,
    /// Words that are forbidden in a sentence with one of the other words: "stretch" with "band".
    in_combination: Vec<[Vec<String>; 2]>,
}

impl ForbiddenWords {
    fn of(file: &Map<String, Value>) -> Self {
        let words = |value: &Value| -> Vec<String> {
            let all = value.as_array().map(Vec::as_slice).unwrap_or_default();
            all.iter().filter_map(Value::as_str).map(normalize).collect()
        };
        let pairs =
            file.get("never_together").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        Self {
            always: file.get("never_say").map(words).unwrap_or_default(),
            in_combination: pairs.iter().map(|pair| [words(&pair["words"]), words(&pair["near"])]).collect(),
        }
    }

    /// Adds a complaint for each phrase in the value that contains forbidden words.
    fn check(&self, value: &Value, path: &str, complaints: &mut Vec<String>) {
        match value {
            Value::String(text) => {
                if let Some(claim) = self.find(text) {
                    complaints.push(format!("{path}: {claim:?} in {text:?}"));
                }
            }
            Value::Object(map) if map.get("source").and_then(Value::as_str) == Some(DENYING_SOURCE) => {}
            Value::Object(map) => {
                map.iter().for_each(|(key, value)| self.check(value, &format!("{path}.{key}"), complaints));
            }
            Value::Array(all) => {
                (0..).zip(all).for_each(|(at, value): (usize, _)| {
                    self.check(value, &format!("{path}.{at}"), complaints);
                });
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    /// The first forbidden words of a sentence.
    fn find(&self, text: &str) -> Option<&str> {
        let text = normalize(text);
        let is_in_text = |words: &&String| text.contains(words.as_str());
        let combination = self.in_combination.iter().find_map(|[words, near]| {
            near.iter().find(is_in_text)?;
            words.iter().find(is_in_text)
        });
        self.always.iter().find(is_in_text).or(combination).map(|words| words.trim())
    }
}

/// In lower case, with one space between words and at both ends, without punctuation and soft hyphens. So a search for
/// normalized words finds whole words only.
fn normalize(text: &str) -> String {
    let lower = text.to_lowercase().replace('\u{ad}', "");
    // Arabic vowel signs are combining marks inside a word.
    let is_word_part = |c: char| c.is_alphanumeric() || ('\u{64b}'..='\u{65f}').contains(&c);
    let words = lower.split(|c: char| !is_word_part(c)).filter(|w| !w.is_empty());
    format!(" {} ", words.collect::<Vec<_>>().join(" "))
}

#[test]
fn forbidden_words_are_found_as_whole_words() {
    let count = |tag: &str, value: Value| {
        let mut complaints = Vec::new();
        let file = i18n::read_file(tag).unwrap_or_else(|error| panic!("{error}"));
        ForbiddenWords::of(&file).check(&value, "", &mut complaints);
        complaints.len()
    };
    assert_eq!(count("en", "Rolling releases the band.".into()), 1);
    assert_eq!(count("en", "It breaks up knots".into()), 1);
    assert_eq!(count("de", "Das Rollen löst Verklebungen.".into()), 1);
    assert_eq!(count("de", "Es verlängert das Band.".into()), 1);
    assert_eq!(count("de", "Verlängert den Countdown um 10 s.".into()), 0);
    assert_eq!(count("en", "Your health is secure; ask a healthy friend.".into()), 0);
    let sentence =
        |source: &str| serde_json::json!({ "source": source, "text": "It does not lengthen the band." });
    assert_eq!(count("en", sentence("no-lengthen")), 0);
    assert_eq!(count("en", sentence("weeks")), 1);
}
