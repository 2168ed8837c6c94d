//! Which of a device's voices speaks a language.

use super::language::primary;

/// The index of the voice that suits best; `None` where no voice speaks the language.
///
/// `voices`: the language tag of each and whether the device prefers it. `tag`: the language that is shown. `wishes`: the tags
/// that the browser asks for, the first one first. The voice of the person's own region comes first, then the one of the tag,
/// then any other of the same language; among equals the one that the device prefers, then the first.
pub fn best_voice<'a>(
    voices: impl IntoIterator<Item = (&'a str, bool)>,
    tag: &str,
    wishes: &[String],
) -> Option<usize> {
    let tag = normal(tag);
    let language = primary(&tag);
    let wish =
        wishes.iter().map(|wish| normal(wish)).find(|wish| primary(wish) == language && wish.contains('-'));
    let rank = |(at, (voice, is_preferred)): (usize, (&str, bool))| {
        let voice = normal(voice);
        let is_same = primary(&voice) == language;
        is_same.then_some((Some(&voice) != wish.as_ref(), voice != tag, !is_preferred, at))
    };
    voices.into_iter().enumerate().filter_map(rank).min().map(|(.., at)| at)
}

/// `en-gb` for `en-GB`, on some devices `en_GB`.
fn normal(tag: &str) -> String {
    tag.replace('_', "-").to_ascii_lowercase()
}
