//! Before and without the app.

use crate::text::shell::Shell;

pub const SHELL: Shell = Shell {
    description: "Führt dich durch das Rollen der Oberschenkel-Außenseite auf der Faszienrolle, freihändig und offline.",
    shortcut: "Das Bein für heute",
    which_leg: "Welches Bein",
    left_leg: "Linkes Bein",
    right_leg: "Rechtes Bein",
    back: "hinten",
    front: "vorn",
    hip_keep_off: "Hüft\u{ad}knochen: aus\u{ad}sparen",
    knee_keep_off: "Knie: aus\u{ad}sparen",
    no_spots: "Tippe, wo es spannt, oder drück Start und finde die Stellen beim Rollen.",
    left_first: "Linkes Bein zuerst.",
    right_first: "Rechtes Bein zuerst.",
    red_card: "Rote Karte",
    start: "Start",
    nav_leg: "Bein",
    nav_history: "Verlauf",
    nav_learn: "Wissen",
    nav_settings: "Optionen",
    fail_panic: "Etwas ist schiefgegangen, die App wurde angehalten.",
    fail_load: "Ein Teil der App ist nicht angekommen.",
    fail_old: "Dieser Browser ist zu alt für die App.",
    fail_script: "Die App braucht JavaScript, das hier abgeschaltet ist.",
    fail_safe: "Was gespeichert war, liegt weiter auf diesem Gerät.",
    reload: "Neu laden",
    save_raw: "Rohdaten als Datei sichern",
    save_raw_failed: "Die Datei konnte nicht erstellt werden.",
};
