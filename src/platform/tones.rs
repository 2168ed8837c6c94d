//! The notes of each tone, for sound and vibration.
//!
//! All notes are between 520 and 1600 Hz, where a phone's loudspeaker is strongest. Rising notes mean that something
//! begins, falling notes that something ends; the check-ins of a hold are counted with one, two and three notes.

use crate::domain::tone::Tone;

/// One note: its start after the start of the tone (ms), its frequency (Hz) and its duration (ms). The notes of a
/// tone do not overlap.
pub type Note = (u16, u16, u16);

/// The notes of a tone.
pub const fn notes(tone: Tone) -> &'static [Note] {
    match tone {
        Tone::Ready => &[(0, 659, 180), (200, 880, 350)],
        Tone::Count => &[(0, 1047, 90)],
        Tone::Roll => &[(0, 659, 120), (130, 880, 120), (260, 1109, 400)],
        Tone::AtMark => &[(0, 1319, 120), (150, 1319, 300)],
        Tone::Hold => &[(0, 784, 220), (230, 1175, 700)],
        Tone::FirstChime => &[(0, 988, 900)],
        Tone::SecondChime => &[(0, 988, 350), (400, 988, 900)],
        Tone::Cap => &[(0, 988, 350), (400, 988, 350), (800, 988, 900)],
        Tone::Limit => &[(0, 1175, 250), (260, 880, 250), (520, 587, 800)],
        Tone::Eased => &[(0, 1175, 120), (130, 1568, 450)],
        Tone::OffRoller => &[(0, 784, 220), (230, 523, 400), (700, 784, 220), (930, 523, 600)],
        Tone::Switch => &[(0, 659, 180), (190, 988, 180), (380, 659, 180), (570, 988, 400)],
        Tone::Done => &[(0, 784, 200), (210, 988, 200), (420, 1175, 200), (630, 1568, 900)],
    }
}
