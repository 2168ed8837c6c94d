//! Which of a device's voices speaks a language.

use super::language::primary;

/// A voice of the device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// What the system calls it, in the system's language.
    pub name: String,
    /// What identifies it (`voiceURI`); on some systems the name once more.
    pub id: String,
    /// Tag of its language; on some devices with an underscore.
    pub tag: String,
    /// Whether the device prefers it. Some devices say so of all their voices.
    pub is_preferred: bool,
}

/// How a voice sounds, as far as its name tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Quality {
    /// A voice that was made to read texts, in the system's better recording.
    Good,
    /// A voice that was made to read texts.
    Plain,
    /// It can be understood, and sounds like a machine.
    Poor,
    /// One of the hundred variants of such a voice.
    Variant,
    /// An effect, such as bells that sing: no voice for a person to follow.
    Novelty,
}

// The lists are facts of Apple's systems, as collected in the `novelty.json` and `veryLowQuality.json` of
// <https://github.com/HadrienGardeur/web-speech-recommended-voices> (later <https://github.com/readium/speech>) and in Apple's
// documentation of `NSSpeechSynthesizer`. A system in another language translates some of the names but no identifier.

/// Last part of the identifiers of effects; without spaces they are their names, too.
const NOVELTY: [&str; 18] = [
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
/// The same of voices that sound like machines: those of the 1990s, and those of "Eloquence". "Princess" is the identifier of the
/// effect "Superstar", and was a voice of the 1990s.
const POOR: [&str; 20] = [
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
/// What identifiers of these voices begin with.
const APPLE_OLD: &str = "com.apple.speech.synthesis.voice.";
const APPLE_ELOQUENCE: &str = "com.apple.eloquence.";

impl Voice {
    /// Longest identifier that is stored, in characters.
    const LONGEST_ID: usize = 200;

    /// Whether a text can be the identifier of a voice that is stored.
    pub fn is_id(id: &str) -> bool {
        (1..=Self::LONGEST_ID).contains(&id.chars().count()) && !id.chars().any(char::is_control)
    }

    fn quality(&self) -> Quality {
        let id = self.id.to_ascii_lowercase();
        let old = id.split_once(APPLE_OLD).map(|(_, end)| bare(end));
        // Without the language: "Grandma (Deutsch (Deutschland))".
        let name = bare(self.name.split('(').next().unwrap_or_default());
        let is_either = |list: &[&str]| {
            list.contains(&name.as_str()) || old.as_deref().is_some_and(|old| list.contains(&old))
        };
        if self.name.contains('+') {
            Quality::Variant
        } else if is_either(&NOVELTY) || old.as_deref() == Some("princess") {
            Quality::Novelty
        } else if is_either(&POOR) || id.contains(APPLE_ELOQUENCE) || is_espeak(&self.name, &id) {
            Quality::Poor
        } else if id.contains(".premium") || id.contains(".enhanced") {
            Quality::Good
        } else {
            Quality::Plain
        }
    }

    fn speaks(&self, tag: &str) -> bool {
        primary(&normal(&self.tag)) == primary(&normal(tag))
    }
}

/// eSpeak, on Linux and `ChromeOS`. A `+` in a name is one of its variants.
fn is_espeak(name: &str, id: &str) -> bool {
    name.to_ascii_lowercase().contains("espeak") || id.contains("espeak")
}

/// Small letters, without spaces, hyphens and the accents of "Grand-mère": `badnews` for "Bad News".
fn bare(name: &str) -> String {
    let letter = |c: char| match c {
        'è' | 'é' => Some('e'),
        ' ' | '-' => None,
        c => Some(c.to_ascii_lowercase()),
    };
    name.chars().filter_map(letter).collect()
}

/// The index of the voice that speaks; `None` where none is fit for the language.
///
/// `tag`: the language that is shown. `wishes`: the tags that the browser asks for, the first one first. `chosen`: the
/// identifier of the voice that the person chose; one of another language or device does not count.
///
/// A voice that reads well comes before one that sounds like a machine, and effects never speak. Then the voice of the
/// person's own region comes first, then the one of the tag, then any other of the same language; among equals the one that the
/// device prefers, then the better recording, then the first.
pub fn best_voice(voices: &[Voice], tag: &str, wishes: &[String], chosen: Option<&str>) -> Option<usize> {
    let usable = usable_voices(voices, tag);
    if let Some(chosen) = usable.iter().copied().find(|at| Some(voices[*at].id.as_str()) == chosen) {
        return Some(chosen);
    }
    let tag = normal(tag);
    let language = primary(&tag);
    let wish =
        wishes.iter().map(|wish| normal(wish)).find(|wish| primary(wish) == language && wish.contains('-'));
    let rank = |at: &usize| {
        let voice = &voices[*at];
        let quality = voice.quality();
        let of = normal(&voice.tag);
        // A better recording does not outweigh the region.
        (
            quality.max(Quality::Plain),
            Some(&of) != wish.as_ref(),
            of != tag,
            !voice.is_preferred,
            quality,
            *at,
        )
    };
    usable.into_iter().min_by_key(rank)
}

/// The indices of the voices that a person can choose for a language: all that speak it, but no effects.
pub fn usable_voices(voices: &[Voice], tag: &str) -> Vec<usize> {
    let is_usable =
        |voice: &Voice| voice.speaks(tag) && voice.quality() != Quality::Novelty && Voice::is_id(&voice.id);
    voices.iter().enumerate().filter(|(_, voice)| is_usable(voice)).map(|(at, _)| at).collect()
}

/// `en-gb` for `en-GB`, on some devices `en_GB`.
fn normal(tag: &str) -> String {
    tag.replace('_', "-").to_ascii_lowercase()
}
