//! The language files: complete, well formed, and with the plural categories that Unicode CLDR gives the language.

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

/// Every phrase of a language with its path. A phrase with plural categories comes once for each.
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
    for key in i18n::FOR_TRANSLATORS {
        all.remove(key);
    }
    collect(&Value::Object(all), "", &mut found);
    found
}

/// The placeholders of a phrase, each once.
fn placeholders(phrase: &str) -> BTreeSet<&str> {
    phrase.split('{').skip(1).filter_map(|part| Some(part.split_once('}')?.0)).collect()
}

fn is_counted(value: &Value) -> bool {
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
fn every_language_file_has_a_line_in_the_list() {
    let folder = std::fs::read_dir("locales").expect("the folder of the language files");
    let mut files: Vec<String> =
        folder.map(|entry| entry.expect("a file").file_name().into_string().expect("UTF-8")).collect();
    let mut listed: Vec<String> = LANGUAGES.iter().map(|language| format!("{}.json", language.tag)).collect();
    files.sort();
    listed.sort();
    assert_eq!(files, listed);
}

/// Nothing missing, nothing surplus, the same placeholders, the same sources.
#[test]
fn every_language_has_what_the_first_one_has() {
    fn compare(first: &Value, other: &Value, path: &str, tag: &str, wrong: &mut Vec<String>) {
        let mut complain = |what: &str| wrong.push(format!("{tag}{path}: {what}"));
        match (first, other) {
            // A language may need categories where the first one does not, and the other way round.
            _ if is_counted(first) || is_counted(other) => {
                if all_placeholders(first) != all_placeholders(other) {
                    complain("other placeholders");
                }
            }
            (Value::Object(first), Value::Object(other)) => {
                let [has, wants] = [other, first].map(|map| map.keys().collect::<BTreeSet<_>>());
                wants.difference(&has).for_each(|key| complain(&format!("{key} is missing")));
                has.difference(&wants).for_each(|key| complain(&format!("{key} is surplus")));
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
                if path.ends_with(".source") && path != ".learn.source" && first != other {
                    complain("another source");
                }
            }
            // What a translation says of its review, and a reviewed language does not.
            (Value::Null, Value::Object(_) | Value::Null) if path == ".settings.not_reviewed" => {}
            _ => complain("another kind of value"),
        }
    }
    let mut wrong = Vec::new();
    let all = LANGUAGES.iter().map(|language| {
        let mut all = file(language.tag);
        for key in i18n::FOR_TRANSLATORS {
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
                // Only what stands for one number, or for 0 to 2, may leave the number out.
                let says = map.values().any(names);
                for (category, form) in map {
                    if says && !names(form) && matches!(category.as_str(), "few" | "many" | "other") {
                        wrong.push(format!("{path}.{category}: without the number"));
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
fn a_phrase_is_one_line_that_says_something() {
    for Language { tag, .. } in LANGUAGES {
        for (path, phrase) in phrases(tag) {
            // The app borrows phrases from the file, so none may need an escape.
            assert!(
                !phrase.trim().is_empty() && !phrase.contains(['\n', '\r', '"', '\\']),
                "{tag}{path}: {phrase:?}"
            );
            assert_eq!(phrase.matches('{').count(), phrase.matches('}').count(), "{tag}{path}: {phrase:?}");
        }
    }
}

/// A time may end with a full stop: "Sek.".
#[test]
fn no_full_stop_follows_a_time() {
    for Language { tag, .. } in LANGUAGES {
        for (path, phrase) in phrases(tag) {
            assert!(!phrase.contains("{time}."), "{tag}{path}: {phrase:?}");
        }
    }
}

/// Translations say that no clinician has reviewed them. English and German were written here.
#[test]
fn a_translation_says_that_it_was_not_reviewed() {
    for text in i18n::all() {
        let is_original = matches!(text.tag, "en" | "de");
        assert_eq!(text.settings.not_reviewed.is_none(), is_original, "{}", text.tag);
    }
}

#[test]
fn a_browsers_wish_finds_a_language() {
    let found = |wish: &str| Language::for_wish(wish).map(|language| language.tag);
    assert_eq!(found("de-AT"), Some("de"));
    assert_eq!(found("pt-BR"), Some("pt-BR"));
    assert_eq!(found("pt-PT"), Some("pt-BR"));
    assert_eq!(found("AR-eg"), Some("ar"));
    assert_eq!(found("tlh"), None);
    assert_eq!(found(""), None);
}
