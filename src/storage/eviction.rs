//! Which set-aside copies go when a store is full. Never a session, never the only copy of anything.

use std::collections::HashSet;

use super::keys;

/// At least so many characters are freed at once, some thirty sessions: the next writes find room, too.
pub const AT_LEAST: usize = 16_384;

/// A copy's key, and its text; `None` for what is not even a text.
pub type Copy = (String, Option<String>);

/// The keys of the copies `here` that may go, oldest first, until so many characters and [`AT_LEAST`] are free or
/// there are no more: those whose very text stands under the same key in `safe` too, in IndexedDB or in a backup that
/// was taken.
pub fn spare(here: &[Copy], safe: &[Copy], needed: usize) -> Vec<String> {
    let safe: HashSet<&Copy> = safe.iter().collect();
    let mut copies: Vec<(&str, usize)> = Vec::new();
    for copy in here {
        let (key, text) = copy;
        // Broken UTF-16 is changed by reading it: two such texts that look alike need not be.
        if let Some(text) = text.as_ref().filter(|text| !text.contains('\u{fffd}'))
            && key.starts_with(keys::ASIDE)
            && safe.contains(copy)
        {
            copies.push((key, key.len() + text.len()));
        }
    }
    copies.sort_unstable_by(|(a, _), (b, _)| age(a).cmp(&age(b)));
    let mut free = 0;
    let enough = needed.max(AT_LEAST);
    let takes = copies.iter().take_while(|(_, size)| {
        let more = free < enough;
        free += size;
        more
    });
    takes.map(|(key, _)| String::from(*key)).collect()
}

/// The older, the less: of two numbers of milliseconds the longer is the later.
fn age(key: &str) -> (usize, &str) {
    let when = key.strip_prefix(keys::ASIDE).unwrap_or(key);
    (when.find('.').unwrap_or(when.len()), when)
}

/// So many characters of localStorage can be counted on in every browser: one counts two bytes for each.
pub const PLAN: u32 = 2_500_000;
/// From so many percent on it is told.
pub const CROWDED: u8 = 60;

/// How many percent of the room are used, where it is time to tell: of localStorage's planned characters, or of what
/// the browser says that it gives all of the stores, used and in all.
pub fn crowded(characters: u32, bytes: Option<[f64; 2]>) -> Option<u8> {
    let share = |[used, all]: [f64; 2]| if all > 0.0 { used / all } else { 0.0 };
    let most = share([characters.into(), PLAN.into()]).max(bytes.map_or(0.0, share));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 100")]
    let percent = (most * 100.0).clamp(0.0, 100.0) as u8;
    (percent >= CROWDED).then_some(percent)
}
