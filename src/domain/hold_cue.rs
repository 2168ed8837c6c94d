//! The cues that a hold gives by its time: when each is due, how it sounds and what it says.

use super::tone::Tone;

macro_rules! define_hold_cues {
    ($($(#[$attribute:meta])* $cue:ident, $at_ms:literal, $tone:path;)*) => {
        /// A moment of a hold at which the app plays a sound and speaks. All of them are before the limit of a hold
        /// ([`LIMIT_MS`](super::phase::LIMIT_MS)); a timed hold gives only those that are due before its end.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum HoldCue {
            $($(#[$attribute])* $cue,)*
        }

        impl HoldCue {
            /// All, in the order of their times.
            pub const ALL: [Self; [$($at_ms),*].len()] = [$(Self::$cue),*];

            /// When it is due, milliseconds on the spot. What is scheduled, played, announced and saved follows from
            /// this.
            pub const fn at_ms(self) -> u32 {
                match self {
                    $(Self::$cue => $at_ms,)*
                }
            }

            /// Its sound.
            pub const fn tone(self) -> Tone {
                match self {
                    $(Self::$cue => $tone,)*
                }
            }
        }
    };
}

// The one list of cues: name, time in milliseconds, sound. What a new cue says is asked for by the compiler.
define_hold_cues! {
    /// The first check-in.
    FirstChime, 30_000, Tone::FirstChime;
    /// The second check-in.
    SecondChime, 60_000, Tone::SecondChime;
    /// That is enough for this spot.
    Cap, 90_000, Tone::Cap;
}

impl HoldCue {
    /// How long the hold has lasted then, in seconds.
    pub const fn at_seconds(self) -> u32 {
        self.at_ms() / 1_000
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
