//! The way onto the Home Screen.

use crate::i18n::install::InstallText;

pub const INSTALL: InstallText = InstallText {
    title: "Auf den Startbildschirm",
    why: "Von dort öffnet Eased wie jede App: auf dem ganzen Bildschirm, sofort, ohne Netz. Dein Verlauf kommt mit.",
    install: "Installieren",
    not_now: "Jetzt nicht",
    menu_how: [
        "Öffne das Menü des Browsers, die drei Punkte.",
        "Wähle „App zum Startbildschirm hinzufügen“. In älteren Versionen heißt es „Installieren“.",
        "Öffne Eased vom Startbildschirm.",
    ],
};
