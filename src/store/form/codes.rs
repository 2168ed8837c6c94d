//! One letter for each choice. A letter is never given to another meaning; one that is not here is
//! unreadable, not guessed.

use crate::domain::{
    hold::{Ending, Reason},
    leg::Leg,
    phase::Why,
    running::Fate,
    session::{PassEnd, Sport, Tag},
    settings::{Language, Sound, Theme},
    spot::Placed,
};

/// Writes both directions from one list, so that they cannot disagree: a missing value does not compile,
/// a code used twice is warned of.
macro_rules! codes {
    ($write:ident -> $out:ty, $read:ident($in:ty): $value:ty { $($code:literal $meaning:path),+ $(,)? }) => {
        pub const fn $write(value: $value) -> $out {
            match value { $($meaning => $code),+ }
        }

        pub fn $read(code: $in) -> Option<$value> {
            match code {
                $($code => Some($meaning),)+
                _ => None,
            }
        }
    };
}

codes!(leg_code -> char, leg(char): Leg { 'l' Leg::Left, 'r' Leg::Right });

codes!(placed_code -> char, placed(char): Placed {
    't' Placed::Tapped,
    'l' Placed::List,
    'p' Placed::Plan,
    'r' Placed::Ring,
    'g' Placed::Paced,
    'c' Placed::Confirmed,
    'm' Placed::Corrected,
});

codes!(reason_code -> char, reason(char): Reason {
    'p' Reason::Sharp,
    'n' Reason::Numb,
    't' Reason::Tingling,
    'o' Reason::Other,
    'b' Reason::StopButton,
});

codes!(pass_end_code -> char, pass_end(char): PassEnd {
    'b' PassEnd::Bottom,
    'k' PassEnd::Knee,
    's' PassEnd::Stopped,
    'i' PassEnd::Interrupted,
});

codes!(tag_code -> char, tag(char): Tag { 'b' Tag::Before, 'a' Tag::After, 'r' Tag::Rest });

codes!(sport_code -> char, sport(char): Sport { 'r' Sport::Run, 'c' Sport::Ride, 'o' Sport::Other });

codes!(fate_code -> char, fate(char): Fate { 'a' Fate::Ahead, 'h' Fate::Held, 's' Fate::Skipped });

codes!(why_code -> char, why(char): Why {
    'a' Why::Asked,
    'w' Why::FeltWrong,
    's' Why::Slept,
    'c' Why::Closed,
});

// Whole words where a script in index.html reads them before the wasm is there.
codes!(language_code -> &'static str, language(&str): Language {
    "auto" Language::Auto,
    "en" Language::English,
    "de" Language::German,
});

codes!(theme_code -> &'static str, theme(&str): Theme {
    "auto" Theme::Auto,
    "light" Theme::Light,
    "dark" Theme::Dark,
});

codes!(sound_code -> &'static str, sound(&str): Sound {
    "voice" Sound::Voice,
    "tones" Sound::Tones,
    "silent" Sound::Silent,
});

/// An ending, upper case when it was changed afterwards, with its reason after it.
pub fn push_ending(text: &mut String, ending: Ending, edited: bool) {
    let (letter, why) = match ending {
        Ending::Eased => ('e', None),
        Ending::MovedOn => ('m', None),
        Ending::Limit => ('l', None),
        Ending::Timed => ('t', None),
        Ending::Stopped(why) => ('s', why),
        Ending::Interrupted => ('i', None),
    };
    text.push(if edited { letter.to_ascii_uppercase() } else { letter });
    text.extend(why.map(reason_code));
}

/// An ending and whether it was changed afterwards.
pub fn ending(letters: &str) -> Option<(Ending, bool)> {
    let mut letters = letters.chars();
    let letter = letters.next()?;
    let why = match letters.next() {
        Some(letter) => Some(reason(letter)?),
        None => None,
    };
    let ending = match (letter.to_ascii_lowercase(), why) {
        ('e', None) => Ending::Eased,
        ('m', None) => Ending::MovedOn,
        ('l', None) => Ending::Limit,
        ('t', None) => Ending::Timed,
        ('s', why) => Ending::Stopped(why),
        ('i', None) => Ending::Interrupted,
        _ => return None,
    };
    letters.next().is_none().then_some((ending, letter.is_ascii_uppercase()))
}

/// Exactly two letters.
pub fn pair(text: &str) -> Option<(char, char)> {
    let mut letters = text.chars();
    let both = (letters.next()?, letters.next()?);
    letters.next().is_none().then_some(both)
}

/// Exactly one letter.
pub fn single(text: &str) -> Option<char> {
    let mut letters = text.chars();
    let letter = letters.next()?;
    letters.next().is_none().then_some(letter)
}
