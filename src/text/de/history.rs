//! The finished sessions.

use crate::text::{
    fill::{Count, Fill},
    history::{EditText, FilterText, HistoryText},
};

use super::weeks::WEEKS;

pub const HISTORY: HistoryText = HistoryText {
    sessions: Count("1 Übung|{0} Übungen"),
    empty: "Noch nichts hier",
    empty_what: "Jede Übung schreibt sich am Ende von selbst hier auf: der Tag, beide Beine, jede Stelle, wie lange du darauf geblieben bist und wie es ausging. Die erste steht hier nach deiner ersten Übung.",
    empty_go: "Zum Bein",
    last_backup: Fill("Letzte Sicherung: {0}. Seitdem nichts Neues."),
    backup_since: Fill("Letzte Sicherung: {0}. Seitdem {1}."),
    no_backup: Fill("Letzte Sicherung: keine. {0} nur auf diesem Gerät."),
    sides: ["Links", "Rechts"],
    no_spots: "keine Stelle",
    spots: Count("1 Stelle|{0} Stellen"),
    eased: Fill("{0} von {1} nachgelassen"),
    stopped: "Abgebrochen",
    interrupted: "Unterbrochen",
    to_bottom: "Bis kurz über das Knie gerollt",
    to_knee: "Mit „Am Knie“ beendet",
    stopped_before: "Vor dem Knie abgebrochen",
    rest_unknown: "Unterbrochen, der Rest ist unbekannt",
    until_eased: "Jede Stelle gehalten, bis es nachließ",
    by_itself: Fill("Von selbst, {0}\u{a0}s auf jeder Stelle"),
    about: "Zu dieser Übung",
    tag_ask: "Wann war das?",
    sport_ask: "Welches Training?",
    roller_ask: "Welche Rolle? Ein kurzes eigenes Wort",
    knee_ask: "Wie geht es dem Knie jetzt? 0 ist kein Schmerz, 10 der stärkste",
    unsaid: "Keine Angabe",
    tags: ["Vor dem Training", "Nach dem Training", "Ruhetag"],
    sports: ["Laufen", "Radfahren", "anderer Sport"],
    knee_before: Fill("Knie {0} von 10, {1}\u{a0}min vor dem Start"),
    knee_at: Fill("Knie {0} von 10 beim Start"),
    knee_after: Fill("Knie {0} von 10, {1}\u{a0}min nach dem Start"),
    delete: "Übung löschen",
    deleted: Fill("Gelöscht: {0}"),
    weeks: WEEKS,
    filter: FilterText {
        leg: "Bein",
        both: "Beide",
        tag: "Anlass",
        all: "Alle",
        none: "Keine Übung ist so.",
        clear: "Alle Übungen zeigen",
    },
    edit: EditText { begin: "Diese Übung korrigieren", end: "Korrektur beenden" },
    more: Fill("Mehr zeigen ({0} ältere)"),
};
