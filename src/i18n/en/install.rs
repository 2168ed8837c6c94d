//! The way onto the Home Screen.

use crate::i18n::install::InstallText;

pub const INSTALL: InstallText = InstallText {
    title: "Onto the Home Screen",
    why: "From there Eased opens like any app: on the whole screen, at once, without a network. Your history comes along.",
    install: "Install",
    not_now: "Not now",
    menu_how: [
        "Open the browser’s menu, the three dots.",
        "Choose “Add app to Home screen”. Older versions say “Install”.",
        "Open Eased from the Home Screen.",
    ],
};
