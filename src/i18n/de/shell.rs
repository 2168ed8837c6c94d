//! Before the app.

use crate::i18n::shell::Shell;

pub const SHELL: Shell = Shell {
    which_leg: "Welches Bein",
    left_leg: "Linkes Bein",
    right_leg: "Rechtes Bein",
    back: "hinten",
    front: "vorn",
    hip_keep_off: "Nicht auf den Hüft\u{ad}knochen",
    knee_keep_off: "Nicht aufs Knie",
    tap_where: "Tippe, wo es spannt",
    starts_here: "ab hier",
    stop_here: "bis hier",
    no_spots: "Tippe an, wo es spannt. Oder leg los und finde die Stellen beim Rollen.",
    left_first: "Linkes Bein zuerst.",
    right_first: "Rechtes Bein zuerst.",
    safety: "Sicherheit",
    start: "Start",
    nav: "Ansichten",
    nav_leg: "Bein",
    nav_history: "Verlauf",
    nav_learn: "Wissen",
    nav_settings: "Optionen",
    coming: "Einen Moment …",
    not_here: "Diese Seite ist auf diesem Handy noch nicht gespeichert. Verbinde dich einmal mit dem Internet, danach öffnet sie auch ohne. Alles Aufgezeichnete ist sicher.",
    try_again: "Noch einmal versuchen",
};
