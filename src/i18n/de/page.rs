//! Without the app.

use crate::i18n::page::PageText;

pub const PAGE: PageText = PageText {
    description: "Führt dich durch das Rollen der Oberschenkel-Außenseite auf der Faszienrolle, freihändig und offline.",
    shortcut: "Das Bein für heute",
    shot_leg: "Tippe auf dem Bein an, wo es spannt",
    shot_session: "Ein Halt: aus einem Meter zu lesen",
    shot_history: "Was bleibt, und nur auf diesem Handy",
    fail_panic: "Etwas ist schiefgegangen, die App wurde angehalten.",
    fail_load: "Ein Teil der App ist nicht angekommen.",
    fail_old: "Dieser Browser ist zu alt für die App.",
    fail_script: "Die App braucht JavaScript, das hier abgeschaltet ist. Was gespeichert war, liegt weiter auf diesem Gerät: Erlaube JavaScript für diese Seite und lade sie neu.",
    fail_safe: "Was gespeichert war, liegt weiter auf diesem Gerät.",
    reload: "Neu laden",
    save_raw: "Rohdaten als Datei sichern",
    save_raw_failed: "Die Datei konnte nicht erstellt werden.",
    lost: "Eased lässt sich diesmal nicht ohne Internet öffnen: Etwas Gespeichertes fehlt oder ist beschädigt. Was aufgezeichnet war, liegt weiter auf diesem Gerät. Verbinde dich mit dem Internet und öffne Eased noch einmal.",
};
