//! The state of the device and the app that is not part of the model.

use super::{lazy_state::LazyState, requests::LazyTask};
use crate::domain::language::Language;

/// How the app can be installed (added to the Home Screen).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InstallMethod {
    /// It is installed already, or the browser's way is not known.
    #[default]
    Unavailable,
    /// The browser offers a dialog (`beforeinstallprompt`).
    Prompt,
    /// The menu of Firefox on Android.
    FirefoxMenu,
    /// The share sheet of an iPhone or iPad.
    ShareSheet,
}

/// The state of the device and the app that is not part of the model.
#[expect(clippy::struct_excessive_bools, reason = "independent facts")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AppStatus {
    /// A new version of the app is downloaded and waits for a reload.
    pub is_update_ready: bool,
    /// Everything needed offline is stored.
    pub is_offline_ready: bool,
    /// The chosen language, if its phrases could not be fetched.
    pub missing_language: Option<&'static Language>,
    /// The loading state of the lazy part.
    pub lazy_state: LazyState,
    /// The task that runs as soon as the lazy part is loaded.
    pub pending_task: Option<LazyTask>,
    /// The session is being taken over from another tab: first its lock, then its snapshot.
    pub is_taking_over: bool,
    /// The screen may turn off, because the wake lock was refused or is not supported.
    pub screen_may_sleep: bool,
    /// A session needs sound, but the browser does not play it.
    pub is_sound_blocked: bool,
    /// The device has no local voice for the language in use.
    pub has_no_voice: bool,
    /// Speech failed several times in a row.
    pub is_voice_failing: bool,
    /// Incremented when the device's voices, or the language that they speak, may have changed.
    pub voice_list_version: u32,
    /// The browser supports vibration.
    pub can_vibrate: bool,
    /// How the app can be installed.
    pub install_method: InstallMethod,
    /// This is a browser on an iPhone or iPad, and not the installed app.
    pub is_ios_browser: bool,
}
