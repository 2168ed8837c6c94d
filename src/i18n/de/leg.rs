//! The leg screen.

use crate::i18n::{
    leg::{LegText, Structures},
    placeholders::{Count, Fill},
};

pub const LEG: LegText = LegText {
    last_first: ["Zuletzt: links zuerst", "Zuletzt: rechts zuerst"],
    marked: Count("1 Stelle.|{0} Stellen."),
    led: Count("Du wirst zu ihr geführt und weiter bis zum Knie.|Du wirst von einer zur nächsten geführt."),
    order: [
        Count("Linkes Bein zuerst, dann 1 Stelle rechts.|Linkes Bein zuerst, dann {0} Stellen rechts."),
        Count("Rechtes Bein zuerst, dann 1 Stelle links.|Rechtes Bein zuerst, dann {0} Stellen links."),
    ],
    back_to_session: "Zurück zur Übung",

    spots: "Stellen",
    add_spot: "Neue Stelle",
    undo: "Rück\u{ad}gängig",
    place: "Position",
    pain: "Schmerz",
    position_of: Fill("Stelle {0} Position"),
    pain_of: Fill("Stelle {0} Schmerz"),
    up_of: Fill("Stelle {0} um 5 Prozent nach oben"),
    down_of: Fill("Stelle {0} um 5 Prozent nach unten"),
    remove_of: Fill("Stelle {0} entfernen"),
    clear: "Löschen",
    clear_of: Fill("Löschen: Schmerz der Stelle {0}"),
    earlier: "Frühere Stellen",
    add_earlier: Fill("Frühere Stelle hinzufügen, {0}"),

    stretches: [
        "knapp unter dem Hüftknochen",
        "oberer Ober\u{ad}schenkel",
        "Mitte des Ober\u{ad}schenkels",
        "unterer Ober\u{ad}schenkel",
        "knapp über dem Knie",
    ],
    down: Fill("{0}\u{a0}cm tiefer"),
    percent_and_cm: Fill("{0}\u{a0}%, etwa {1}\u{a0}cm tiefer"),
    percent_spoken: Fill("{0} Prozent des Weges nach unten"),
    percent_and_cm_spoken: Fill("{0} Prozent des Weges nach unten, etwa {1} Zentimeter"),
    not_rated: "ohne Wert",
    pain_fact: Fill("Schmerz {0}"),
    pain_spoken: Fill("{0} von 10"),

    copy_to: ["Auf linkes Bein kopieren", "Auf rechtes Bein kopieren"],
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
