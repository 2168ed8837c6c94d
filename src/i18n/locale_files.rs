//! Reads the language files in `locales/`, for the build and the tests.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use serde_json::{Map, Value};

use super::{
    Text,
    formats::PluralCategory,
    page::PageText,
    reader::{ReadErrors, read_from_json},
};
use crate::domain::language::{LANGUAGES, Language, primary_subtag};

/// Keys that only translators and tests need.
pub const TRANSLATOR_KEYS: [&str; 3] = ["glossary", "never_say", "never_together"];

/// The lists of words that are forbidden in health claims.
const FORBIDDEN_WORDS_KEYS: [&str; 2] = ["never_say", "never_together"];

/// The phrases of the group `page` that scripts read at run time. The build writes the others into static files.
const READ_BY_SCRIPTS: [&str; 9] = [
    "fail_app_stopped",
    "fail_part_not_loaded",
    "fail_browser_too_old",
    "fail_wasm_blocked",
    "fail_data_is_kept",
    "reload",
    "save_raw_data",
    "save_raw_data_failed",
    "files_missing",
];

/// The path of a language file.
fn path(tag: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(format!("{tag}.json"))
}

/// A language file as JSON.
pub fn read(tag: &str) -> Result<Map<String, Value>, String> {
    let path = path(tag);
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))
}

/// A language file as the build writes it: without keys for translators, white space and escapes.
pub fn shipped(tag: &str) -> Result<String, String> {
    let mut phrases = read(tag)?;
    for key in TRANSLATOR_KEYS {
        phrases.remove(key);
    }
    if let Some(Value::Object(page)) = phrases.get_mut("page") {
        page.retain(|key, _| READ_BY_SCRIPTS.contains(&key.as_str()));
    }
    serde_json::to_string(&phrases).map_err(|error| error.to_string())
}

/// Loads the phrases of a language.
pub fn load(tag: &str) -> Result<Text, String> {
    let text = Text::from_json(shipped(tag)?.leak()).map_err(|errors| prefix_with_path(tag, &errors))?;
    if text.tag == tag { Ok(text) } else { Err(format!("locales/{tag}.json has the tag {}", text.tag)) }
}

/// The phrases of all languages, in the order of [`LANGUAGES`]. Loaded once.
///
/// # Panics
/// If a file is invalid.
pub fn all() -> &'static [Text] {
    static ALL: OnceLock<Vec<Text>> = OnceLock::new();
    ALL.get_or_init(|| {
        let load = |language: &Language| load(language.tag).unwrap_or_else(|error| panic!("{error}"));
        LANGUAGES.iter().map(load).collect()
    })
}

/// The group `page` of all languages, in the order of [`LANGUAGES`]. Loaded once.
pub fn all_pages() -> &'static [PageText] {
    static PAGES: OnceLock<Vec<PageText>> = OnceLock::new();
    PAGES.get_or_init(|| {
        let load = |language: &Language| load_page(language.tag).unwrap_or_else(|error| panic!("{error}"));
        LANGUAGES.iter().map(load).collect()
    })
}

fn load_page(tag: &str) -> Result<PageText, String> {
    let json = read(tag)?.get("page").map(ToString::to_string).unwrap_or_default();
    read_from_json(json.leak()).map_err(|errors| prefix_with_path(tag, &errors))
}

/// Errors with the name of the file.
fn prefix_with_path(tag: &str, errors: &ReadErrors) -> String {
    format!("locales/{tag}.json: {}", errors.0.join("; "))
}

/// Whether an object in a language file is a phrase with plural categories, not a group of phrases.
pub fn is_plural(value: &Map<String, Value>) -> bool {
    value.contains_key("other") && value.keys().all(|key| PluralCategory::from_name(key).is_some())
}

/// The keys of the lists of forbidden words that two language files share for the most part: one of them is not
/// translated. Related languages share up to a fifth; variants of one language, such as pseudo-locales, may share all.
pub fn untranslated_lists(first: &Map<String, Value>, other: &Map<String, Value>) -> Vec<&'static str> {
    fn collect<'a>(value: &'a Value, words: &mut BTreeSet<&'a str>) {
        match value {
            Value::String(word) => {
                words.insert(word);
            }
            Value::Array(all) => all.iter().for_each(|value| collect(value, words)),
            Value::Object(map) => map.values().for_each(|value| collect(value, words)),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
    let [first_language, other_language] = [first, other]
        .map(|file| primary_subtag(file.get("tag").and_then(Value::as_str).unwrap_or_default()));
    if first_language == other_language {
        return Vec::new();
    }
    let is_shared = |key: &&str| {
        let [first, other] = [first, other].map(|file| {
            let mut words = BTreeSet::new();
            file.get(*key).into_iter().for_each(|value| collect(value, &mut words));
            words
        });
        first.intersection(&other).count() * 2 > other.len()
    };
    FORBIDDEN_WORDS_KEYS.into_iter().filter(is_shared).collect()
}

/// The phrases of a language, loaded once.
///
/// # Panics
/// As [`all`], and if there is no such language.
pub fn by_tag(tag: &str) -> &'static Text {
    all().iter().find(|text| text.tag == tag).unwrap_or_else(|| panic!("no language {tag}"))
}
