//! The choices, and what the app says about itself.

use crate::i18n::{
    claim::{Claim, Source},
    placeholders::Fill,
    settings::SettingsText,
};

pub const SETTINGS: SettingsText = SettingsText {
    session: "Einheit",
    advance: "Wann endet das Halten?",
    until_eased: "Wenn es nachlässt",
    until_eased_note: "Du tippst irgendwohin, sobald die Stelle nachlässt.",
    by_itself: "Nach fester Zeit",
    by_itself_note: "Nach dem Start ist nichts mehr zu tun.",
    hold_seconds: "Zeit auf jeder Stelle",
    pacer: "Zeit von der Hüfte zum Knie",
    pacer_note: "So lange dauert der Weg ohne Halt. Langsam ist gut.",
    less: Fill("{0}: weniger"),
    more: Fill("{0}: mehr"),
    height: "Deine Größe in cm",
    height_note: "Freiwillig. Zeigt Abstände in cm.",
    height_wrong: "Bitte gib eine Größe von 100 bis 230 cm an oder lass das Feld leer.",
    look: "Sprache und Aussehen",
    language: "Sprache",
    needs_network: "Diese Sprache braucht einmal das Netz.",
    auto: "Auto",
    theme: "Farben",
    light: "Hell",
    dark: "Dunkel",
    data: "Deine Daten",
    data_loss: "Das kann keine App verhindern: Löschst du die Daten dieser Website, entfernst du die App oder verlierst du das Handy, ist auch dein Verlauf weg. Eine Sicherungsdatei an einem anderen Ort ist deine zweite Kopie.",
    about: "Über die App",
    medical: Claim::new(
        Source::AboutTheApp,
        "Eased ist kein Medizinprodukt. Die App untersucht dich nicht und ersetzt keine Fachperson.",
    ),
    privacy: "Nichts, was du eingibst, verlässt dieses Gerät. Es gibt kein Konto, keinen Server, der dich kennt, und kein Tracking.",
    offline: "Offline bereit: Alles, was die App braucht, liegt auf diesem Gerät.",
    not_offline: "Noch nicht offline bereit. Lass die App einen Moment offen, solange du verbunden bist.",
    space: Fill("Belegter Platz auf diesem Gerät: {0} MB."),
    version: Fill("Version {0}, Build {1}"),
};
