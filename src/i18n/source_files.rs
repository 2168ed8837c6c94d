//! The language files as they stand in `locales/`, for the build and the tests.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use serde_json::{Map, Value};

use super::{
    Text,
    formats::Category,
    page::PageText,
    read::{Faults, read_whole},
};
use crate::domain::language::{LANGUAGES, Language};

/// What translators and tests need and the app does not.
pub const FOR_TRANSLATORS: [&str; 3] = ["glossary", "never_say", "never_together"];

/// The phrases of the group `page` that a script reads; the build writes the others into files of their own.
const READ_BY_SCRIPTS: [&str; 9] = [
    "fail_panic",
    "fail_load",
    "fail_old",
    "fail_blocked",
    "fail_safe",
    "reload",
    "save_raw",
    "save_raw_failed",
    "lost",
];

/// The file of a language.
fn path(tag: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(format!("{tag}.json"))
}

/// The file of a language as JSON.
pub fn read(tag: &str) -> Result<Map<String, Value>, String> {
    let path = path(tag);
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))
}

/// The file of a language as the build ships it: without what only translators need, without white space and escapes.
pub fn shipped(tag: &str) -> Result<String, String> {
    let mut phrases = read(tag)?;
    for key in FOR_TRANSLATORS {
        phrases.remove(key);
    }
    if let Some(Value::Object(page)) = phrases.get_mut("page") {
        page.retain(|key, _| READ_BY_SCRIPTS.contains(&key.as_str()));
    }
    serde_json::to_string(&phrases).map_err(|error| error.to_string())
}

/// The phrases of a language, read from its file.
pub fn load(tag: &str) -> Result<Text, String> {
    let text = Text::from_json(shipped(tag)?.leak()).map_err(|faults| with_file(tag, &faults))?;
    if text.tag == tag { Ok(text) } else { Err(format!("locales/{tag}.json says that it is {}", text.tag)) }
}

/// Every language with its phrases, in the order of [`LANGUAGES`].
///
/// # Panics
/// If a file cannot be read: the build and the tests cannot go on then.
pub fn all() -> &'static [Text] {
    static ALL: OnceLock<Vec<Text>> = OnceLock::new();
    ALL.get_or_init(|| {
        let load = |language: &Language| load(language.tag).unwrap_or_else(|error| panic!("{error}"));
        LANGUAGES.iter().map(load).collect()
    })
}

/// What is shown without the app, in the order of [`LANGUAGES`].
pub fn pages() -> &'static [PageText] {
    static PAGES: OnceLock<Vec<PageText>> = OnceLock::new();
    PAGES.get_or_init(|| {
        let load = |language: &Language| load_page(language.tag).unwrap_or_else(|error| panic!("{error}"));
        LANGUAGES.iter().map(load).collect()
    })
}

fn load_page(tag: &str) -> Result<PageText, String> {
    let json = read(tag)?.get("page").map(ToString::to_string).unwrap_or_default();
    read_whole(json.leak()).map_err(|faults| with_file(tag, &faults))
}

/// What is wrong, with the file in which it is.
fn with_file(tag: &str, faults: &Faults) -> String {
    format!("locales/{tag}.json: {}", faults.0.join("; "))
}

/// Whether a value of a language file is a phrase for each plural category, and not a group.
pub fn is_plural(value: &Map<String, Value>) -> bool {
    value.contains_key("other") && value.keys().all(|key| Category::named(key).is_some())
}

/// The phrases of a language, loaded once.
///
/// # Panics
/// As [`all`], and if there is no such language.
pub fn of(tag: &str) -> &'static Text {
    all().iter().find(|text| text.tag == tag).unwrap_or_else(|| panic!("no language {tag}"))
}
