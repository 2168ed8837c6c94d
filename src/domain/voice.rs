//! Selects the speech synthesis voice for a language.

use super::language::primary_subtag;

/// A `SpeechSynthesisVoice` of the device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// Its name, in the system's language.
    pub name: String,
    /// Its identifier (`voiceURI`); on some systems the same as the name.
    pub id: String,
    /// BCP 47 tag of its language; on some devices with an underscore.
    pub language_tag: String,
    /// Whether it is the device's default (`default`). Some devices report this for all voices.
    pub is_preferred: bool,
}

/// The quality of a voice, derived from its name and identifier; best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Quality {
    /// A high-quality recording of a standard voice.
    Enhanced,
    /// A voice made for reading texts.
    Standard,
    /// Intelligible, but sounds like a machine.
    Robotic,
    /// One of the many variants of a robotic voice.
    Variant,
    /// A sound effect, such as singing bells: unsuitable for instructions.
    Novelty,
}

// The lists describe Apple's systems, according to `novelty.json` and `veryLowQuality.json` of
// <https://github.com/HadrienGardeur/web-speech-recommended-voices> (now <https://github.com/readium/speech>) and
// Apple's documentation of `NSSpeechSynthesizer`. The names are translated on some systems, the identifiers are not.

/// Novelty voices: last part of the identifier, which is also the normalized name.
const NOVELTY_VOICES: [&str; 18] = [
    "albert",
    "badnews",
    "bahh",
    "bells",
    "boing",
    "bubbles",
    "cellos",
    "deranged",
    "goodnews",
    "hysterical",
    "jester",
    "organ",
    "pipeorgan",
    "superstar",
    "trinoids",
    "whisper",
    "wobble",
    "zarvox",
];
/// Robotic voices, in the same form: those of the 1990s, and those of "Eloquence". "Princess" is the name of a
/// voice of the 1990s, and the identifier of the novelty voice "Superstar".
const ROBOTIC_VOICES: [&str; 20] = [
    "agnes",
    "bruce",
    "eddy",
    "flo",
    "fred",
    "grandma",
    "grandmere",
    "grandpa",
    "grandpere",
    "jacques",
    "junior",
    "kathy",
    "princess",
    "ralph",
    "reed",
    "rocko",
    "sandy",
    "shelley",
    "vicki",
    "victoria",
];
/// Prefixes of the identifiers of novelty and robotic voices.
const APPLE_CLASSIC_PREFIX: &str = "com.apple.speech.synthesis.voice.";
const APPLE_ELOQUENCE_PREFIX: &str = "com.apple.eloquence.";

impl Voice {
    /// Maximum length of a stored identifier, in characters.
    const MAX_ID_CHARS: usize = 200;

    /// Whether a text can be stored as the identifier of a voice.
    pub fn is_valid_id(id: &str) -> bool {
        (1..=Self::MAX_ID_CHARS).contains(&id.chars().count()) && !id.chars().any(char::is_control)
    }

    fn quality(&self) -> Quality {
        let id = self.id.to_ascii_lowercase();
        let classic_name = id.split_once(APPLE_CLASSIC_PREFIX).map(|(_, end)| normalize_name(end));
        // Removes the language from "Grandma (Deutsch (Deutschland))".
        let name = normalize_name(self.name.split('(').next().unwrap_or_default());
        let is_in_list = |list: &[&str]| {
            list.contains(&name.as_str()) || classic_name.as_deref().is_some_and(|name| list.contains(&name))
        };
        if self.name.contains('+') {
            Quality::Variant
        } else if is_in_list(&NOVELTY_VOICES) || classic_name.as_deref() == Some("princess") {
            Quality::Novelty
        } else if is_in_list(&ROBOTIC_VOICES)
            || id.contains(APPLE_ELOQUENCE_PREFIX)
            || is_espeak(&self.name, &id)
        {
            Quality::Robotic
        } else if id.contains(".premium") || id.contains(".enhanced") {
            Quality::Enhanced
        } else {
            Quality::Standard
        }
    }

    fn speaks_language(&self, tag: &str) -> bool {
        primary_subtag(&normalize_tag(&self.language_tag)) == primary_subtag(&normalize_tag(tag))
    }
}

/// Whether it is a voice of eSpeak (Linux, `ChromeOS`). A `+` in the name marks one of its variants.
fn is_espeak(name: &str, id: &str) -> bool {
    name.to_ascii_lowercase().contains("espeak") || id.contains("espeak")
}

/// The name in lower case, without spaces, hyphens and the accents of "Grand-mère": `badnews` for "Bad News".
fn normalize_name(name: &str) -> String {
    let letter = |c: char| match c {
        'è' | 'é' => Some('e'),
        ' ' | '-' => None,
        c => Some(c.to_ascii_lowercase()),
    };
    name.chars().filter_map(letter).collect()
}

/// The index of the voice to use; `None` if no voice is suitable for the language.
///
/// `tag`: the language of the app. `browser_tags`: `navigator.languages`. `chosen_id`: the identifier of the voice
/// that the person chose; it is ignored if it is not usable for this language on this device.
///
/// Standard voices come before robotic ones; novelty voices are never used. Among these, a voice of the region in
/// `browser_tags` comes first, then one with exactly `tag`, then any other of the same language; then the device's
/// default, then the better quality, then the first in the list.
pub fn best_voice(
    voices: &[Voice],
    tag: &str,
    browser_tags: &[String],
    chosen_id: Option<&str>,
) -> Option<usize> {
    let usable = usable_voices(voices, tag);
    if let Some(chosen) = usable.iter().copied().find(|index| Some(voices[*index].id.as_str()) == chosen_id) {
        return Some(chosen);
    }
    let tag = normalize_tag(tag);
    let language = primary_subtag(&tag);
    let regional_tag = browser_tags
        .iter()
        .map(|browser_tag| normalize_tag(browser_tag))
        .find(|browser_tag| primary_subtag(browser_tag) == language && browser_tag.contains('-'));
    let rank = |index: &usize| {
        let voice = &voices[*index];
        let quality = voice.quality();
        let voice_tag = normalize_tag(&voice.language_tag);
        // Enhanced and standard quality rank equally here, so that the region outweighs a better recording.
        (
            quality.max(Quality::Standard),
            Some(&voice_tag) != regional_tag.as_ref(),
            voice_tag != tag,
            !voice.is_preferred,
            quality,
            *index,
        )
    };
    usable.into_iter().min_by_key(rank)
}

/// The indices of the voices that the person can choose for a language: all that speak it, except novelty voices.
pub fn usable_voices(voices: &[Voice], tag: &str) -> Vec<usize> {
    let is_usable = |voice: &Voice| {
        voice.speaks_language(tag) && voice.quality() != Quality::Novelty && Voice::is_valid_id(&voice.id)
    };
    voices.iter().enumerate().filter(|(_, voice)| is_usable(voice)).map(|(index, _)| index).collect()
}

/// The tag in lower case with hyphens: `en-gb` for `en-GB` and `en_GB`.
fn normalize_tag(tag: &str) -> String {
    tag.replace('_', "-").to_ascii_lowercase()
}
