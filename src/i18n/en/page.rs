//! Without the app.

use crate::i18n::page::PageText;

pub const PAGE: PageText = PageText {
    description: "Guides you through rolling the outer side of your thigh on a foam roller, hands-free and offline.",
    shortcut: "Today’s leg",
    shot_leg: "Tap the tight spots on the leg",
    shot_session: "A hold: read from a metre away",
    shot_history: "What is kept, and only on this phone",
    fail_panic: "Something broke and the app has stopped.",
    fail_load: "A part of the app did not arrive.",
    fail_old: "This browser is too old to run the app.",
    fail_script: "The app needs JavaScript, which is switched off here. What was saved is still on this device: allow JavaScript for this page and reload it.",
    fail_safe: "What was saved is still on this device.",
    reload: "Reload",
    save_raw: "Save raw data as a file",
    save_raw_failed: "The file could not be made.",
    lost: "Eased cannot be opened without the internet this time: something stored is missing or damaged. What was saved is still on this device. Connect to the internet and open Eased again.",
};
