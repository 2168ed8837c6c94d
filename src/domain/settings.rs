//! The settings, which apply to all sessions.

use std::sync::Arc;

use super::{leg::Leg, unknown_fields::UnknownFields};

/// Colour theme of the screens outside a session; a session is always dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Follows the device (`prefers-color-scheme`).
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// What a session sounds like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sound {
    /// Speech and tones.
    #[default]
    Voice,
    /// Tones only.
    Tones,
    /// Nothing.
    Silent,
}

/// What normally ends a hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Advance {
    /// A tap when the spot has eased.
    #[default]
    UntilEased,
    /// A set time.
    Timed(HoldSeconds),
}

/// The set time of a timed hold, 15 to 90 seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HoldSeconds(u8);

impl HoldSeconds {
    /// Allowed values, in seconds.
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

/// The time that the pacer takes for the whole zone, 30 to 120 seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PacerSeconds(u8);

impl PacerSeconds {
    /// Allowed values, in seconds.
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
#[expect(clippy::struct_excessive_bools, reason = "independent choices")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// BCP 47 tag of the app's language; `None` follows the browser. It may name a language that this version lacks.
    pub language: Option<Arc<str>>,
    /// Colour theme outside a session.
    pub theme: Theme,
    /// Whether holds end after a set time ([`Advance::Timed`]).
    pub timed_advance: bool,
    /// The set time.
    pub hold_seconds: HoldSeconds,
    /// The speed of the pacer.
    pub pacer_seconds: PacerSeconds,
    /// Body height in centimetres, 100 to 230, if given.
    pub height_cm: Option<u8>,
    /// What a session sounds like.
    pub sound: Sound,
    /// How loud, in percent, 10 to 100.
    pub volume: u8,
    /// Identifier of the voice that speaks; `None`: the one that suits best. It may be one that this device does not
    /// have.
    pub voice: Option<Arc<str>>,
    /// Whether an inaudible sound keeps a Bluetooth connection open, so that no tone loses its beginning.
    pub keeps_headphones_awake: bool,
    /// Whether sounds play on a muted phone too, which interrupts other apps' music.
    pub plays_when_muted: bool,
    /// Whether a screen reader is used: then the app itself does not speak.
    pub screen_reader: bool,
    /// Whether the device vibrates with the tones, if it can.
    pub vibrates: bool,
    /// Whether the session screen is rotated by 90 degrees, by [`Leg::index`].
    pub rotated: [bool; 2],
    /// Fields that a later version of the app added.
    pub unknown: UnknownFields,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: None,
            theme: Theme::Auto,
            timed_advance: false,
            hold_seconds: HoldSeconds::default(),
            pacer_seconds: PacerSeconds::default(),
            height_cm: None,
            sound: Sound::Voice,
            volume: 90,
            voice: None,
            keeps_headphones_awake: false,
            plays_when_muted: false,
            screen_reader: false,
            vibrates: true,
            rotated: [false; 2],
            unknown: UnknownFields::default(),
        }
    }
}

impl Settings {
    /// Allowed body heights, in centimetres.
    pub const HEIGHT_CM: std::ops::RangeInclusive<u8> = 100..=230;

    /// Allowed volumes, in percent. Below 10 % a phone on the floor could not be heard.
    pub const VOLUME: std::ops::RangeInclusive<u8> = 10..=100;

    /// Whether the app speaks.
    pub fn speaks(&self) -> bool {
        self.sound == Sound::Voice && !self.screen_reader
    }

    /// What normally ends a hold.
    pub fn advance(&self) -> Advance {
        if self.timed_advance { Advance::Timed(self.hold_seconds) } else { Advance::UntilEased }
    }

    /// Whether the session screen is rotated for this leg.
    pub fn is_rotated(&self, leg: Leg) -> bool {
        self.rotated[leg.index()]
    }
}
