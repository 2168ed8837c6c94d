//! Selects the quarantined copies that are deleted when a store is full: never a session, never the only copy of a
//! text.

use std::collections::HashSet;

use super::keys;

/// Minimum number of characters to free at once, about thirty sessions, so that the next writes fit as well.
pub const MIN_FREED_CHARS: usize = 16_384;

/// Key and text of a quarantined copy; `None` if the value is not a string.
pub type QuarantinedCopy = (String, Option<String>);

/// The keys of the `copies` to delete, oldest first, until `needed` and [`MIN_FREED_CHARS`] characters are free. Only
/// copies with the same key and text in `safe` (IndexedDB, or a backup that was made) are selected.
pub fn keys_to_evict(copies: &[QuarantinedCopy], safe: &[QuarantinedCopy], needed: usize) -> Vec<String> {
    let safe: HashSet<&QuarantinedCopy> = safe.iter().collect();
    let mut candidates: Vec<(&str, usize)> = Vec::new();
    for copy in copies {
        let (key, text) = copy;
        // Reading replaces unpaired surrogates, so two such texts may look equal and differ.
        if let Some(text) = text.as_ref().filter(|text| !text.contains('\u{fffd}'))
            && key.starts_with(keys::QUARANTINE_PREFIX)
            && safe.contains(copy)
        {
            candidates.push((key, key.len() + text.len()));
        }
    }
    candidates.sort_unstable_by(|(a, _), (b, _)| age_order(a).cmp(&age_order(b)));
    let mut free = 0;
    let enough = needed.max(MIN_FREED_CHARS);
    let evicted = candidates.iter().take_while(|(_, size)| {
        let is_needed = free < enough;
        free += size;
        is_needed
    });
    evicted.map(|(key, _)| String::from(*key)).collect()
}

/// Sort key: older copies first. Of two decimal numbers the longer one is the greater.
fn age_order(key: &str) -> (usize, &str) {
    let when = key.strip_prefix(keys::QUARANTINE_PREFIX).unwrap_or(key);
    (when.find('.').unwrap_or(when.len()), when)
}

/// Characters that localStorage can hold in every browser: 5 MB at two bytes per character.
pub const LOCAL_STORAGE_BUDGET_CHARS: u32 = 2_500_000;
/// Usage from which the person is warned, percent.
pub const WARNING_PERCENT: u8 = 60;

/// Usage in percent, if the person is to be warned: the greater of the used share of localStorage's budget and of the
/// browser's quota (`bytes`: usage and quota as reported by `StorageManager.estimate`).
pub fn usage_warning_percent(characters: u32, bytes: Option<[f64; 2]>) -> Option<u8> {
    let share = |[used, quota]: [f64; 2]| if quota > 0.0 { used / quota } else { 0.0 };
    let used_share =
        share([characters.into(), LOCAL_STORAGE_BUDGET_CHARS.into()]).max(bytes.map_or(0.0, share));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 100")]
    let percent = (used_share * 100.0).clamp(0.0, 100.0) as u8;
    (percent >= WARNING_PERCENT).then_some(percent)
}
