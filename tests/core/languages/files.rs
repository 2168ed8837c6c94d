//! Tests of the language files: complete, well formed, with the plural categories of Unicode CLDR.

use std::collections::BTreeSet;

use eased::{
    domain::language::{LANGUAGES, Language},
    i18n,
};
use serde_json::{Map, Value};

use super::{category, rules};

fn file(tag: &str) -> Map<String, Value> {
    i18n::read_file(tag).unwrap_or_else(|error| panic!("{error}"))
}

/// All phrases of a language with their paths. Each plural form counts as a phrase.
fn phrases(tag: &str) -> Vec<(String, String)> {
    fn collect(value: &Value, path: &str, found: &mut Vec<(String, String)>) {
        match value {
            Value::String(phrase) => found.push((path.to_owned(), phrase.clone())),
            Value::Object(map) => {
                map.iter().for_each(|(key, value)| collect(value, &format!("{path}.{key}"), found));
            }
            Value::Array(all) => {
                (0..)
                    .zip(all)
                    .for_each(|(at, value): (usize, _)| collect(value, &format!("{path}.{at}"), found));
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
    let mut found = Vec::new();
    let mut all = file(tag);
    for key in i18n::TRANSLATOR_KEYS {
        all.remove(key);
    }
    collect(&Value::Object(all), "", &mut found);
    found
}

/// The placeholders of a phrase, without duplicates.
fn placeholders(phrase: &str) -> BTreeSet<&str> {
    phrase.split('{').skip(1).filter_map(|part| Some(part.split_once('}')?.0)).collect()
}

fn is_plural(value: &Value) -> bool {
    value.as_object().is_some_and(i18n::is_plural)
}

/// The placeholders of all forms of a phrase.
fn all_placeholders(phrase: &Value) -> BTreeSet<&str> {
    match phrase {
        Value::Object(forms) => forms.values().flat_map(all_placeholders).collect(),
        phrase => placeholders(phrase.as_str().unwrap_or_default()),
    }
}

#[test]
fn every_language_file_is_listed_in_languages() {
    let folder = std::fs::read_dir("locales").expect("the folder of the language files");
    let mut files: Vec<String> =
        folder.map(|entry| entry.expect("a file").file_name().into_string().expect("UTF-8")).collect();
    let mut listed: Vec<String> = LANGUAGES.iter().map(|language| format!("{}.json", language.tag)).collect();
    files.sort();
    listed.sort();
    assert_eq!(files, listed);
}

/// No missing or additional keys, the same placeholders, the same sources.
#[test]
fn every_language_file_has_the_structure_of_the_english_file() {
    fn compare(first: &Value, other: &Value, path: &str, tag: &str, wrong: &mut Vec<String>) {
        let mut complain = |what: &str| wrong.push(format!("{tag}{path}: {what}"));
        match (first, other) {
            // One language may need plural categories where another one does not.
            _ if is_plural(first) || is_plural(other) => {
                if all_placeholders(first) != all_placeholders(other) {
                    complain("other placeholders");
                }
            }
            (Value::Object(first), Value::Object(other)) => {
                let [has, wants] = [other, first].map(|map| map.keys().collect::<BTreeSet<_>>());
                wants.difference(&has).for_each(|key| complain(&format!("{key} is missing")));
                has.difference(&wants).for_each(|key| complain(&format!("{key} is not in the English file")));
                for (key, value) in first {
                    if let Some(other) = other.get(key) {
                        compare(value, other, &format!("{path}.{key}"), tag, wrong);
                    }
                }
            }
            (Value::Array(first), Value::Array(other)) if first.len() == other.len() => {
                for (at, (first, other)) in first.iter().zip(other).enumerate() {
                    compare(first, other, &format!("{path}.{at}"), tag, wrong);
                }
            }
            (Value::String(first), Value::String(other)) => {
                if placeholders(first) != placeholders(other) {
                    complain(&format!("other placeholders in {other:?}"));
                }
                if path.ends_with(".source") && first != other {
                    complain("another source");
                }
            }
            // Only unreviewed translations have this note.
            (Value::Null, Value::Object(_) | Value::Null) if path == ".settings.not_reviewed" => {}
            _ => complain("another kind of value"),
        }
    }
    let mut wrong = Vec::new();
    let all = LANGUAGES.iter().map(|language| {
        let mut all = file(language.tag);
        for key in i18n::TRANSLATOR_KEYS {
            all.remove(key).expect(key);
        }
        (language.tag, Value::Object(all))
    });
    let all: Vec<(&str, Value)> = all.collect();
    for (tag, other) in &all[1..] {
        compare(&all[0].1, other, "", tag, &mut wrong);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_language_has_the_plural_categories_of_cldr() {
    fn check(value: &Value, path: &str, wanted: &BTreeSet<&str>, wrong: &mut Vec<String>) {
        match value {
            Value::Object(map) if i18n::is_plural(map) => {
                let has: BTreeSet<&str> = map.keys().map(String::as_str).collect();
                if has != *wanted {
                    wrong.push(format!("{path}: {has:?}, not {wanted:?}"));
                }
                let names = |form: &Value| placeholders(form.as_str().unwrap_or_default()).contains("count");
                // Only the forms for 0, 1 and 2 may leave the number out.
                let has_count = map.values().any(names);
                for (category, form) in map {
                    if has_count && !names(form) && matches!(category.as_str(), "few" | "many" | "other") {
                        wrong.push(format!("{path}.{category}: does not contain {{count}}"));
                    }
                }
            }
            Value::Object(map) => {
                map.iter().for_each(|(key, value)| check(value, &format!("{path}.{key}"), wanted, wrong));
            }
            Value::Array(all) => {
                (0..)
                    .zip(all)
                    .for_each(|(at, value): (usize, _)| check(value, &format!("{path}.{at}"), wanted, wrong));
            }
            Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
    let mut wrong = Vec::new();
    for Language { tag, .. } in LANGUAGES {
        let wanted = rules(tag).categories().map(|found| category(found).name()).collect();
        check(&Value::Object(file(tag)), tag, &wanted, &mut wrong);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_phrase_is_one_non_empty_line_without_escapes() {
    for Language { tag, .. } in LANGUAGES {
        for (path, phrase) in phrases(tag) {
            // Phrases are borrowed from the file, so they must not need escapes.
            assert!(
                !phrase.trim().is_empty() && !phrase.contains(['\n', '\r', '"', '\\']),
                "{tag}{path}: {phrase:?}"
            );
            assert_eq!(phrase.matches('{').count(), phrase.matches('}').count(), "{tag}{path}: {phrase:?}");
        }
    }
}

/// A formatted time may end with a full stop: "Sek.".
#[test]
fn no_full_stop_follows_a_time() {
    for Language { tag, .. } in LANGUAGES {
        for (path, phrase) in phrases(tag) {
            assert!(!phrase.contains("{time}."), "{tag}{path}: {phrase:?}");
        }
    }
}

/// Languages that do not need `settings.not_reviewed`: the original texts, and translations whose health sentences a
/// clinician has reviewed.
const REVIEWED: [&str; 2] = ["en", "de"];

#[test]
fn every_unreviewed_translation_says_so() {
    for Language { tag, .. } in LANGUAGES {
        let note = &file(tag)["settings"]["not_reviewed"];
        if REVIEWED.contains(tag) {
            assert!(
                note.is_null(),
                "{tag}: settings.not_reviewed must be null, because {tag} is in REVIEWED"
            );
        } else {
            assert!(
                ["note", "link"].iter().all(|key| note[key].is_string()),
                "{tag}: settings.not_reviewed must be {{ \"note\": \"...\", \"link\": \"...\" }} until a clinician \
                 has reviewed the health sentences and {tag} is in REVIEWED"
            );
        }
    }
}

#[test]
fn the_browsers_languages_select_a_locale() {
    let selected = |preferred: &str| Language::best_match(preferred).map(|language| language.tag);
    assert_eq!(selected("de-AT"), Some("de"));
    assert_eq!(selected("pt-BR"), Some("pt-BR"));
    assert_eq!(selected("pt-PT"), Some("pt-BR"));
    assert_eq!(selected("AR-eg"), Some("ar"));
    assert_eq!(selected("tlh"), None);
    assert_eq!(selected(""), None);
}
