//! What the person chose once and for all sessions.

use std::sync::Arc;

use super::{leg::Leg, unknown_fields::UnknownFields};

/// Day or night colours outside a session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device says.
    #[default]
    Auto,
    /// Ink on paper.
    Light,
    /// Warm white on near-black.
    Dark,
}

/// What a session sounds like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sound {
    /// A voice and tones.
    #[default]
    Voice,
    /// Tones.
    Tones,
    /// Nothing.
    Silent,
}

/// How a hold ends when nobody says anything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Advance {
    /// The person says that it eased.
    #[default]
    UntilEased,
    /// After fixed seconds.
    ByItself(HoldSeconds),
}

/// Fixed seconds of a hold, 15 to 90.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HoldSeconds(u8);

impl HoldSeconds {
    /// Shortest and longest, in seconds.
    pub const RANGE: std::ops::RangeInclusive<u8> = 15..=90;

    /// `None` outside the range.
    pub fn new(seconds: u8) -> Option<Self> {
        Self::RANGE.contains(&seconds).then_some(Self(seconds))
    }

    /// In seconds.
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl Default for HoldSeconds {
    fn default() -> Self {
        Self(45)
    }
}

/// Seconds that the pacer takes for the whole zone, 30 to 120.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PacerSeconds(u8);

impl PacerSeconds {
    /// Quickest and slowest, in seconds.
    pub const RANGE: std::ops::RangeInclusive<u8> = 30..=120;

    /// `None` outside the range.
    pub fn new(seconds: u8) -> Option<Self> {
        Self::RANGE.contains(&seconds).then_some(Self(seconds))
    }

    /// In seconds.
    pub const fn get(self) -> u8 {
        self.0
    }

    /// In milliseconds.
    pub fn ms(self) -> u32 {
        u32::from(self.0) * 1_000
    }
}

impl Default for PacerSeconds {
    fn default() -> Self {
        Self(60)
    }
}

/// Everything on the Settings page.
#[expect(clippy::struct_excessive_bools, reason = "choices that have nothing to do with each other")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Tag of the app's language; `None`: as the browser says. It may be one that this version does not have.
    pub language: Option<Arc<str>>,
    /// Colours outside a session.
    pub theme: Theme,
    /// Whether holds end by themselves.
    pub by_itself: bool,
    /// After how many seconds they then end.
    pub hold_seconds: HoldSeconds,
    /// How slowly the pacer goes.
    pub pacer: PacerSeconds,
    /// Body height in centimetres, 100 to 230, where given.
    pub height_cm: Option<u8>,
    /// What a session sounds like.
    pub sound: Sound,
    /// How loud, in percent, 10 to 100.
    pub volume: u8,
    /// Identifier of the voice that speaks; `None`: the one that suits best. It may be one that this device does not have.
    pub voice: Option<Arc<str>>,
    /// Whether a quiet sound holds a Bluetooth connection open, so that no tone loses its beginning.
    pub keeps_headphones_awake: bool,
    /// Whether it sounds on a muted phone too, which stops the person's music.
    pub even_muted: bool,
    /// Whether a screen reader reads the app: then it has no voice of its own.
    pub screen_reader: bool,
    /// Whether the device shakes with the tones, where it can.
    pub vibrates: bool,
    /// Whether the session screen is turned by 90 degrees, by leg as [`Leg::index`].
    pub turned: [bool; 2],
    /// What a later version of the app added.
    pub unknown: UnknownFields,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: None,
            theme: Theme::Auto,
            by_itself: false,
            hold_seconds: HoldSeconds::default(),
            pacer: PacerSeconds::default(),
            height_cm: None,
            sound: Sound::Voice,
            volume: 90,
            voice: None,
            keeps_headphones_awake: false,
            even_muted: false,
            screen_reader: false,
            vibrates: true,
            turned: [false; 2],
            unknown: UnknownFields::default(),
        }
    }
}

impl Settings {
    /// Lowest and highest body height, in centimetres.
    pub const HEIGHT_CM: std::ops::RangeInclusive<u8> = 100..=230;

    /// Softest and loudest, in percent; softer than that would be silent from the floor.
    pub const VOLUME: std::ops::RangeInclusive<u8> = 10..=100;

    /// Whether the app speaks.
    pub fn speaks(&self) -> bool {
        self.sound == Sound::Voice && !self.screen_reader
    }

    /// How a hold ends by default.
    pub fn advance(&self) -> Advance {
        if self.by_itself { Advance::ByItself(self.hold_seconds) } else { Advance::UntilEased }
    }

    /// Whether the session screen is turned for this leg.
    pub fn turned(&self, leg: Leg) -> bool {
        self.turned[leg.index()]
    }
}
