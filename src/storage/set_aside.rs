//! Texts that could not be read and were set aside: how many a file may have, and how they are put in order.

use super::{codec::in_ascii, keys};

/// A text that could not be read, after the key under which it stands.
pub type Unreadable = (String, String);

/// Most of them in a backup. What a device has more of goes into the file in packs.
pub const MOST: usize = 300;

/// In order of their keys, each once.
pub fn distinct(mut texts: Vec<Unreadable>) -> Vec<Unreadable> {
    texts.sort_unstable();
    texts.dedup();
    texts
}

/// Those that are not among the ones that are here.
pub fn unknown(texts: Vec<Unreadable>, here: &[Unreadable]) -> Vec<Unreadable> {
    let here = distinct(here.to_vec());
    distinct(texts).into_iter().filter(|text| here.binary_search(text).is_err()).collect()
}

/// Longest text that others are packed into, bytes as it stands in the file: a JSON text within a JSON text.
const PACK: usize = 1 << 20;

/// If there are more than so many, all but half as many are put together into a few texts, each a list of them.
pub fn packed(texts: Vec<Unreadable>, most: usize, unix_ms: i64) -> Vec<Unreadable> {
    let mut all = distinct(texts);
    if all.len() <= most {
        return all;
    }
    let (mut packs, mut bytes) = (Vec::new(), PACK);
    for text in all.split_off(most / 2) {
        if bytes >= PACK {
            packs.push(Vec::new());
            bytes = 0;
        }
        // Escaped twice: once in the pack, once in the file.
        bytes += in_ascii(&as_list(std::slice::from_ref(&text))).len();
        packs.last_mut().into_iter().for_each(|pack: &mut Vec<Unreadable>| pack.push(text.clone()));
    }
    all.extend((unix_ms..).zip(&packs).map(|(ms, pack)| (keys::aside(ms, "eased.more"), as_list(pack))));
    all
}

/// When a text was set aside, unix milliseconds, and under which key it stood. Only the latter is known of one that has
/// found no room beside its own place.
pub fn origin(key: &str) -> (Option<i64>, &str) {
    let parts = key.strip_prefix(keys::ASIDE).and_then(|rest| rest.split_once('.'));
    parts.and_then(|(ms, key)| Some((Some(ms.parse().ok()?), key))).unwrap_or((None, key))
}

/// All of them as one text: a JSON list of `[key, text]`.
pub fn as_list(texts: &[Unreadable]) -> String {
    // Texts can always be written.
    serde_json::to_string(texts).unwrap_or_default()
}
