//! The session screen.

use crate::{
    domain::{
        effect::Said,
        leg::Leg,
        phase::{Name, Why},
    },
    text::{
        claim::{
            Claim,
            Source::{Dose, Pressure},
        },
        session::{FoundText, SessionText, SummaryText},
    },
};

const ENOUGH: Claim = Claim::new(Dose, "Das reicht für diese Stelle.");
const LESS_WEIGHT: Claim = Claim::new(Pressure, "Stell den vorderen Fuß auf und nimm Gewicht weg.");

pub const SESSION: SessionText = SessionText {
    said,

    sides: ["LINKS", "RECHTS"],
    word: |name| match name {
        Name::Position => "BEREIT",
        Name::Roll => "ROLLEN",
        Name::Hold => "HALTEN",
        Name::Switch => "WECHSEL",
        Name::Paused => "PAUSE",
        Name::Done => "Geschafft",
    },
    big_tap: |name| match name {
        Name::Position => Some("Bin bereit"),
        Name::Roll => Some("Hier"),
        Name::Hold => Some("Nachgelassen"),
        Name::Switch => Some("Jetzt wechseln"),
        Name::Paused | Name::Done => None,
    },

    lie_down: [
        "Leg dich auf die linke Seite, die Rolle knapp unter dem Hüftknochen.",
        "Leg dich auf die rechte Seite, die Rolle knapp unter dem Hüftknochen.",
    ],
    then_roll: "Dann langsam rollen.",
    then_hold: |n| format!("Dann Stelle {n} halten."),
    find: "Tippe, wo es spannt",
    roll_to_knee: "Langsam bis zum Knie",
    next_spot: |n, of| format!("Nächste: Stelle {n} von {of}"),
    tap_to_hold: |n| format!("Stelle {n} ist hier: tippen"),
    stay_at: |n| format!("Stelle {n}: hier bleiben"),
    spot: |n, of| match of {
        Some(of) => format!("Stelle {n} von {of}"),
        None => format!("Stelle {n}"),
    },
    until_eased: "Tippe, wenn es nachlässt",
    until_seconds: |s| format!("Bis {s} s"),
    enough: ENOUGH,
    less_weight: LESS_WEIGHT,
    off_roller: "Runter von der Rolle",
    next_leg: ["Jetzt die linke Seite", "Jetzt die rechte Seite"],

    felt_wrong: "Es fühlte sich falsch an.",
    slept: "Das Telefon hat geschlafen.",
    closed: "Die App war zu.",
    may_sleep: "Stell die automatische Sperre auf „Nie“.",
    saved: "Gespeichert",
    saved_once: "Nur an einem Ort",
    not_saved: "Nicht auf diesem Telefon: am Ende als Datei sichern.",

    move_on: "Weiter",
    at_knee: "Am Knie",
    too_much: "Zu viel?",
    feels_wrong: "Tut nicht gut",
    red_card: "Rote Karte",
    pause: "Pause",
    undo: "Rück\u{ad}gängig",
    resume: "Fortsetzen",
    ten_more: "+10 s",
    turn: "Drehen",
    stop: "Stopp",
    stop_ask: "Für heute aufhören?",
    stop_now: "Jetzt aufhören",
    reason_ask: "Was war es?",
    reasons: ["Stechen", "Taubheit", "Kribbeln", "Anderes"],

    summary: SummaryText {
        nothing: "Es wurde nichts gerollt, also wird nichts gespeichert.",
        last_time: |time| format!("zuletzt {time}"),
        correct: |n| format!("Stelle {n} berichtigen"),
        ending_of: |n| format!("Wie Stelle {n} endete"),
        places_right: "Alle Stellen stimmen",
        places_guessed: "Manche Stellen sind beim Rollen geschätzt. Stimmen sie?",
        saving: "Wird gespeichert",
        done: "Fertig",
    },
    found: FoundText {
        left_behind: "Du warst mitten in einer Übung",
        what: |leg, holds| {
            let leg = match leg {
                Leg::Left => "Linkes Bein",
                Leg::Right => "Rechtes Bein",
            };
            match holds {
                0 => format!("{leg}, noch keine Stelle gehalten"),
                1 => format!("{leg}, 1 Stelle gehalten"),
                n => format!("{leg}, {n} Stellen gehalten"),
            }
        },
        ago: |minutes| match minutes {
            ..1 => "gerade eben".to_owned(),
            1 => "vor 1 Minute".to_owned(),
            2..120 => format!("vor {minutes} Minuten"),
            120..2_880 => format!("vor {} Stunden", minutes / 60),
            2_880.. => format!("vor {} Tagen", minutes / 1_440),
        },
        too_late: "Das ist zu lange her, um sie fortzusetzen.",
        carry_on: "Fortsetzen",
        keep: "Als unterbrochen behalten",
        discard: "Verwerfen",
        discard_ask: "Verwerfen? Was du darin gemacht hast, ist dann weg.",
        cancel: "Abbrechen",
        elsewhere: "In einem anderen Tab läuft eine Übung",
        phase_there: |leg, name| {
            let leg = match leg {
                Leg::Left => "Linkes Bein",
                Leg::Right => "Rechtes Bein",
            };
            let phase = match name {
                Name::Position => "macht sich bereit",
                Name::Roll => "rollt",
                Name::Hold => "hält eine Stelle",
                Name::Switch => "wechselt das Bein",
                Name::Paused => "pausiert",
                Name::Done => "fertig",
            };
            format!("{leg}, {phase}")
        },
        take_over_what: "Übernehmen hält sie dort an und holt sie hierher.",
        take_over: "Übernehmen",
    },
};

fn said(said: Said) -> String {
    let words = match said {
        Said::GetIntoPlace(Leg::Left) => {
            "Geh in Position: auf die linke Seite, die Rolle knapp unter dem Hüftknochen."
        }
        Said::GetIntoPlace(Leg::Right) => {
            "Geh in Position: auf die rechte Seite, die Rolle knapp unter dem Hüftknochen."
        }
        Said::LeftOut(Leg::Left) => "Das linke Bein fällt heute aus.",
        Said::LeftOut(Leg::Right) => "Das rechte Bein fällt heute aus.",
        Said::Roll => "Roll langsam zum Knie.",
        Said::AtSpot(n) => return format!("Hier ist Stelle {n}. Nicht weiterrollen."),
        Said::HoldBegan(n) => return format!("Stelle {n}. Bleib darauf."),
        Said::Slipped => "Zu kurz, das zählt nicht. Roll langsam weiter.",
        Said::Eased => "Nachgelassen. Roll langsam weiter.",
        Said::MovedOn => "Weiter. Roll langsam.",
        Said::Chime(..45) => "Eine halbe Minute. Bleib darauf.",
        Said::Chime(_) => "Eine Minute. Bleib darauf.",
        Said::Cap => ENOUGH.text,
        Said::Limit => "Zwei Minuten. Nimm das Gewicht weg und roll langsam weiter.",
        Said::Timed => "Das war diese Stelle. Roll langsam weiter.",
        Said::TooMuch => LESS_WEIGHT.text,
        Said::OffRoller => "Knapp über dem Knie: hier ist Schluss. Runter von der Rolle.",
        Said::Paused(Why::Asked) => "Pause.",
        Said::Paused(Why::FeltWrong) => "Angehalten. Lies die rote Karte.",
        Said::Paused(Why::Slept) => "Das Telefon hat geschlafen. Pause.",
        Said::Paused(Why::Closed) => "Die App war zu. Pause.",
        Said::Resumed => "Es geht weiter.",
        Said::Undone => "Rückgängig gemacht.",
        Said::Done => "Die Übung ist zu Ende. Runter von der Rolle.",
        Said::MarkAdded(n, percent) => {
            return format!("Stelle {n} gesetzt, {percent} Prozent des Weges nach unten.");
        }
        Said::MarkRemoved(n) => return format!("Stelle {n} entfernt."),
        Said::LegFull => "Mehr als acht Stellen passen nicht auf ein Bein.",
        Said::AboveZone => "Das ist über dem Bereich zum Rollen: Den Hüftknochen aussparen.",
        Said::BelowZone => "Das ist unter dem Bereich zum Rollen: Das Knie aussparen.",
        Said::Deleted => "Übung gelöscht.",
        Said::BroughtBack => "Übung zurückgeholt.",
    };
    words.to_owned()
}
