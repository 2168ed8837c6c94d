//! The leg screen.

use crate::i18n::{
    leg::{LegText, PlaceText, Structures},
    placeholders::{Count, Fill},
};

pub const PLACES: PlaceText = PlaceText {
    stretches: [
        "Ober\u{ad}schenkel ganz oben",
        "Ober\u{ad}schenkel oben",
        "Mitte des Ober\u{ad}schenkels",
        "Ober\u{ad}schenkel unten",
        "Ober\u{ad}schenkel ganz unten",
    ],
    hands: [
        "knapp unter dem Hüftknochen",
        "etwa zwei Finger tiefer",
        "etwa eine halbe Handbreit tiefer",
        "etwa eine Handbreit tiefer",
        "etwa anderthalb Handbreit tiefer",
        "etwa zwei Handbreit tiefer",
        "etwa drei Handbreit tiefer",
    ],
};

pub const LEG: LegText = LegText {
    last_first: ["Zuletzt: links zuerst", "Zuletzt: rechts zuerst"],
    marked: Count("1 Stelle.|{0} Stellen."),
    led: Count("Eased führt dich hin und weiter bis zum Knie.|Eased führt dich von Stelle zu Stelle."),
    order: [
        Count("Linkes Bein zuerst, dann 1 Stelle rechts.|Linkes Bein zuerst, dann {0} Stellen rechts."),
        Count("Rechtes Bein zuerst, dann 1 Stelle links.|Rechtes Bein zuerst, dann {0} Stellen links."),
    ],
    plan: [
        Count("Heute: 1 Stelle links|Heute: {0} Stellen links"),
        Count("Heute: 1 Stelle rechts|Heute: {0} Stellen rechts"),
    ],
    plan_both: Fill("{0}, {1} rechts"),
    use_plan: "Plan übernehmen",
    back_to_session: "Zurück zur Einheit",

    spots: "Stellen",
    add_spot: "Neue Stelle",
    undo: "Rück\u{ad}gängig",
    place: "Position",
    pain: "Schmerz",
    more_of: Fill("Stelle {0}: mehr"),
    position_of: Fill("Stelle {0} Position"),
    pain_of: Fill("Stelle {0} Schmerz"),
    up_of: Fill("Stelle {0} nach oben"),
    down_of: Fill("Stelle {0} nach unten"),
    remove_of: Fill("Stelle {0} entfernen"),
    clear_of: Fill("Löschen: Schmerz der Stelle {0}"),
    earlier: "Frühere Stellen",
    add_earlier: Fill("Frühere Stelle hinzufügen, {0}"),

    places: PLACES,
    fifths: ["ganz oben", "oben", "Mitte", "unten", "ganz unten"],
    down: Fill("{0}\u{a0}cm tiefer"),
    place_and_percent: Fill("{0}, {1} Prozent"),
    not_rated: "nicht bewertet",
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
