//! The leg screen.

use crate::text::leg::{LegText, Structures};

pub const LEG: LegText = LegText {
    last_first: ["Zuletzt: links zuerst", "Zuletzt: rechts zuerst"],
    marked: |n| if n == 1 { "1 Stelle.".into() } else { format!("{n} Stellen.") },
    led: |n| {
        if n == 1 {
            "Du wirst zu ihr geführt und weiter bis zum Knie."
        } else {
            "Du wirst von einer zur nächsten geführt."
        }
    },
    order: |first, n| {
        let (first, then) = [("Linkes", "rechts"), ("Rechtes", "links")][first];
        match n {
            1 => format!("{first} Bein zuerst, dann 1 Stelle {then}."),
            _ => format!("{first} Bein zuerst, dann {n} Stellen {then}."),
        }
    },
    back_to_session: "Zurück zur Übung",

    spots: "Stellen",
    add_spot: "Neue Stelle",
    undo: "Rück\u{ad}gängig",
    place: "Position",
    pain: "Schmerz",
    position_of: |n| format!("Stelle {n} Position"),
    pain_of: |n| format!("Stelle {n} Schmerz"),
    up_of: |n| format!("Stelle {n} um 5 Prozent nach oben"),
    down_of: |n| format!("Stelle {n} um 5 Prozent nach unten"),
    remove_of: |n| format!("Stelle {n} entfernen"),
    clear: "Löschen",
    clear_of: |n| format!("Löschen: Schmerz der Stelle {n}"),

    percent: |p| format!("{p}\u{a0}%"),
    stretch: |p| match p {
        0..=10 => "knapp unter dem Hüftknochen",
        11..=35 => "oberer Ober\u{ad}schenkel",
        36..=64 => "Mitte des Ober\u{ad}schenkels",
        65..=89 => "unterer Ober\u{ad}schenkel",
        _ => "knapp über dem Knie",
    },
    down: |cm| format!("{cm}\u{a0}cm tiefer"),
    beside_finger: |p, cm| match cm {
        Some(cm) => format!("{p}\u{a0}%, etwa {cm}\u{a0}cm tiefer"),
        None => format!("{p}\u{a0}%"),
    },
    place_spoken: |p, cm| match cm {
        Some(cm) => format!("{p} Prozent des Weges nach unten, etwa {cm} Zentimeter"),
        None => format!("{p} Prozent des Weges nach unten"),
    },
    not_rated: "ohne Wert",
    pain_fact: |pain| format!("Schmerz {pain}"),
    pain_spoken: |pain| format!("{pain} von 10"),

    show_anatomy: "Anatomie zeigen",
    whole_leg: "Ganzes Bein",
    structures: Structures {
        gluteus_medius: "Gluteus medius",
        gluteus_maximus: "Gluteus maximus",
        trochanter: "Trochanter major",
        biceps_femoris: "Biceps femoris",
        fibular_head: "Wadenbein\u{ad}kopf",
        tensor_fasciae_latae: "Tensor fasciae latae",
        rectus_femoris: "Rectus femoris",
        vastus_lateralis: "Vastus lateralis",
        band: "Tractus iliotibialis",
        patella: "Kniescheibe",
        gerdys_tubercle: "Gerdy-Höcker",
    },
};
