//! The cues that a hold gives by its time: when each is due, how it sounds and what it says.

use super::tone::Tone;

/// A moment of a hold at which the app plays a sound and speaks. All of them are before the limit of a hold
/// ([`LIMIT_MS`](super::phase::LIMIT_MS)); a timed hold gives only those that are due before its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HoldCue {
    /// The first check-in.
    FirstChime,
    /// The second check-in.
    SecondChime,
    /// That is enough for this spot.
    Cap,
}

impl HoldCue {
    /// All, in the order of their times.
    pub const ALL: [Self; 3] = [Self::FirstChime, Self::SecondChime, Self::Cap];

    /// When it is due, milliseconds on the spot. What is scheduled, played, announced and saved follows from this.
    pub const fn at_ms(self) -> u32 {
        match self {
            Self::FirstChime => 30_000,
            Self::SecondChime => 60_000,
            Self::Cap => 90_000,
        }
    }

    /// How long the hold has lasted then, in seconds.
    pub const fn at_seconds(self) -> u32 {
        self.at_ms() / 1_000
    }

    /// Its sound.
    pub const fn tone(self) -> Tone {
        match self {
            Self::FirstChime => Tone::FirstChime,
            Self::SecondChime => Tone::SecondChime,
            Self::Cap => Tone::Cap,
        }
    }

    /// The cue that is due at exactly this time of a hold.
    pub fn due_at(held_ms: u32) -> Option<Self> {
        Self::ALL.into_iter().find(|cue| cue.at_ms() == held_ms)
    }

    /// The cues that are still to come at this time of a hold.
    pub fn after(held_ms: u32) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |cue| cue.at_ms() > held_ms)
    }
}
