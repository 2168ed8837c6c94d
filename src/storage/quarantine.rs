//! Lists of corrupt texts: sorted, without duplicates, and packed so that a backup has a limited number of them.

use super::{codec::to_ascii_json, keys};

/// Key and text of a value that cannot be read.
pub type CorruptText = (String, String);

/// Maximum number of corrupt texts in a backup. If a device has more, they are packed.
pub const MAX_IN_BACKUP: usize = 300;

/// Sorts the texts by key and removes duplicates.
pub fn sorted_distinct(mut texts: Vec<CorruptText>) -> Vec<CorruptText> {
    texts.sort_unstable();
    texts.dedup();
    texts
}

/// The texts that are not in `known`.
pub fn without_known(texts: Vec<CorruptText>, known: &[CorruptText]) -> Vec<CorruptText> {
    let known = sorted_distinct(known.to_vec());
    sorted_distinct(texts).into_iter().filter(|text| known.binary_search(text).is_err()).collect()
}

/// Approximate maximum size of a pack in the file, bytes: JSON within a JSON string.
const MAX_PACK_BYTES: usize = 1 << 20;

/// If there are more than `max` texts, combines all but the first `max / 2` into packs, each a JSON list of texts.
pub fn pack(texts: Vec<CorruptText>, max: usize, unix_ms: i64) -> Vec<CorruptText> {
    let mut distinct = sorted_distinct(texts);
    if distinct.len() <= max {
        return distinct;
    }
    let (mut packs, mut bytes) = (Vec::new(), MAX_PACK_BYTES);
    for text in distinct.split_off(max / 2) {
        if bytes >= MAX_PACK_BYTES {
            packs.push(Vec::new());
            bytes = 0;
        }
        // Escaped twice: in the pack and in the file.
        bytes += to_ascii_json(&to_json_list(std::slice::from_ref(&text))).len();
        packs.last_mut().into_iter().for_each(|pack: &mut Vec<CorruptText>| pack.push(text.clone()));
    }
    distinct.extend(
        (unix_ms..)
            .zip(&packs)
            .map(|(ms, pack)| (keys::quarantine_key(ms, "eased.more"), to_json_list(pack))),
    );
    distinct
}

/// The time of quarantine in unix milliseconds and the original key. A corrupt text that could not be moved to
/// quarantine still has its original key, and no time.
pub fn parse_quarantine_key(key: &str) -> (Option<i64>, &str) {
    let parts = key.strip_prefix(keys::QUARANTINE_PREFIX).and_then(|rest| rest.split_once('.'));
    parts.and_then(|(ms, key)| Some((Some(ms.parse().ok()?), key))).unwrap_or((None, key))
}

/// Writes the texts as a JSON list of `[key, text]`.
pub fn to_json_list(texts: &[CorruptText]) -> String {
    // Strings always serialize.
    serde_json::to_string(texts).unwrap_or_default()
}
