//! What each tone sounds like, as a table: for the ear and for the hand.
//!
//! Between 520 and 1600 Hz, where the loudspeaker of a phone is strongest. Rising says begin, falling says
//! end, and the half minutes on a spot are counted: one bell, two, three.

use crate::domain::effect::Tone;

/// One note: when it begins after the tone (ms), its pitch (Hz) and how long it rings (ms). The notes of a
/// tone follow one another.
pub type Note = (u16, u16, u16);

/// The notes of a tone.
pub const fn notes(tone: Tone) -> &'static [Note] {
    match tone {
        Tone::Ready => &[(0, 659, 180), (200, 880, 350)],
        Tone::Count => &[(0, 1047, 90)],
        Tone::Roll => &[(0, 659, 120), (130, 880, 120), (260, 1109, 400)],
        Tone::Here => &[(0, 1319, 120), (150, 1319, 300)],
        Tone::Hold => &[(0, 784, 220), (230, 1175, 700)],
        Tone::Half => &[(0, 988, 900)],
        Tone::Minute => &[(0, 988, 350), (400, 988, 900)],
        Tone::Cap => &[(0, 988, 350), (400, 988, 350), (800, 988, 900)],
        Tone::Limit => &[(0, 1175, 250), (260, 880, 250), (520, 587, 800)],
        Tone::Eased => &[(0, 1175, 120), (130, 1568, 450)],
        Tone::OffRoller => &[(0, 784, 220), (230, 523, 400), (700, 784, 220), (930, 523, 600)],
        Tone::Switch => &[(0, 659, 180), (190, 988, 180), (380, 659, 180), (570, 988, 400)],
        Tone::Done => &[(0, 784, 200), (210, 988, 200), (420, 1175, 200), (630, 1568, 900)],
    }
}
