//! The choices, and what the app says about itself.

use crate::i18n::{
    claim::{Claim, Source},
    placeholders::Fill,
    settings::SettingsText,
};

pub const SETTINGS: SettingsText = SettingsText {
    session: "Session",
    advance: "When does a hold end?",
    until_eased: "Until eased",
    until_eased_note: "You tap anywhere when the spot has eased.",
    by_itself: "After a set time",
    by_itself_note: "Nothing to touch after Start.",
    hold_seconds: "Time on each spot",
    pacer: "Time from hip to knee",
    pacer_note: "How long hip to knee takes without stops. Slow is good.",
    less: Fill("{0}: less"),
    more: Fill("{0}: more"),
    height: "Your height in cm",
    height_note: "Optional. Shows distances in cm.",
    height_wrong: "Please give a height from 100 to 230 cm, or leave it empty.",
    look: "Language and look",
    language: "Language",
    needs_network: "This language needs the network once.",
    auto: "Auto",
    theme: "Colours",
    light: "Light",
    dark: "Dark",
    data: "Your data",
    data_loss: "No app can prevent this: clearing this site’s data, removing the app or losing the phone takes your history with it. A backup file, kept somewhere else, is your second copy.",
    about: "About",
    medical: Claim::new(
        Source::AboutTheApp,
        "Eased is not a medical device. It does not examine you and does not replace a clinician.",
    ),
    privacy: "Nothing you enter leaves this device. There is no account, no server that knows you, and no tracking.",
    offline: "Ready for offline: all the app needs is stored here.",
    not_offline: "Not ready for offline yet. Keep the app open for a moment while connected.",
    space: Fill("Space used on this device: {0} MB."),
    version: Fill("Version {0}, build {1}"),
};
