//! What is known of the device and of the running app beside the model.

use super::{lazy_state::LazyState, requests::Task};
use crate::domain::language::Language;

/// How the app can be put on the Home Screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Install {
    /// It is there already, or nothing is known about it.
    #[default]
    Nothing,
    /// The browser offers it.
    Offer,
    /// By the menu of Firefox on Android.
    Menu,
    /// By the share sheet of an iPhone or iPad.
    Share,
}

/// What is known of the device and of the running app beside the model.
#[expect(clippy::struct_excessive_bools, reason = "facts that have nothing to do with each other")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Device {
    /// A new version of the app waits.
    pub update_waits: bool,
    /// Everything needed offline is stored.
    pub offline_ready: bool,
    /// The phrases of the chosen language are not here and could not be fetched.
    pub missing_language: Option<&'static Language>,
    /// Where the lazy part is.
    pub lazy: LazyState,
    /// The task that is carried out as soon as the lazy part is loaded.
    pub waits: Option<Task>,
    /// The session is being taken over from another tab: its lock, then its record.
    pub taking_over: bool,
    /// The screen may go dark: keeping it awake was refused or is not possible.
    pub may_sleep: bool,
    /// A session is in progress and its tones cannot be heard.
    pub sound_off: bool,
    /// The device has no voice of its own for the language in use.
    pub no_voice: bool,
    /// The voice failed several times in a row.
    pub voice_fails: bool,
    /// How often the device's voices, or the language that they are to speak, may have changed.
    pub voice_lists: u32,
    /// The browser can vibrate the device.
    pub can_vibrate: bool,
    /// How the app can be put on the Home Screen.
    pub install: Install,
    /// This is the browser of an iPhone or iPad, and the app is not on its Home Screen.
    pub ios_browser: bool,
}
