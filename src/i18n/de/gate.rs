//! The safety gate.

use crate::i18n::{
    claim::{
        Claim,
        Source::{Gate, HipStrength, RedFlags, SideHip},
    },
    gate::GateText,
    placeholders::Count,
};

pub const GATE: GateText = GateText {
    title: "Bevor du rollst",
    lead: "Trifft heute etwas davon auf dich zu?",
    do_not_roll: "Nicht rollen, heute noch Hilfe holen",
    not_there: "Dort nicht rollen",
    clinician_first: "Erst ärztlichen Rat einholen",
    side_of_hip: "Tut die Hüfte seitlich weh, wenn du darauf liegst?",
    concerns: [
        Claim::new(
            RedFlags,
            "Verdacht auf Thrombose: Wade oder Oberschenkel geschwollen, heiß und schmerzhaft",
        ),
        Claim::new(Gate, "Verdacht auf einen Knochenbruch"),
        Claim::new(Gate, "Eine Infektion dort, mit Fieber"),
        Claim::new(Gate, "Eine offene Wunde, wo die Rolle hinkommt"),
        Claim::new(Gate, "Blutverdünner oder gestörte Blutgerinnung"),
        Claim::new(Gate, "Osteoporose"),
        Claim::new(Gate, "Entzündung an der Stelle"),
        Claim::new(Gate, "Eine Knocheninfektion, oder Knochen im Muskel nach einer Prellung"),
        Claim::new(Gate, "Nervenausfälle, zum Beispiel durch Diabetes"),
        Claim::new(Gate, "Eine Operation vor Kurzem"),
        Claim::new(Gate, "Schwangerschaft mit Schwellungen"),
        Claim::new(SideHip, "Linke Seite"),
        Claim::new(SideHip, "Rechte Seite"),
    ],
    clot_emergency: Claim::new(
        RedFlags,
        "Mit Brustschmerz oder Atemnot ist es ein Notfall: Wähle sofort den Notruf.",
    ),
    help_today: Claim::new(Gate, "Nicht rollen. Hol dir heute noch ärztliche Hilfe."),
    keep_off_wound: Claim::new(Gate, "Rolle nicht über eine offene Wunde."),
    asked_again: "Beim nächsten Start fragt die App wieder.",
    ask_first: Claim::new(Gate, "Frag erst ärztlich nach, bevor du rollst."),
    left_out: [
        Claim::new(SideHip, "Leg dich nicht auf die linke Seite. Das linke Bein lassen wir heute aus."),
        Claim::new(SideHip, "Leg dich nicht auf die rechte Seite. Das rechte Bein lassen wir heute aus."),
    ],
    left_out_why: Claim::new(SideHip, "Das Liegen auf dieser Seite drückt auf die schmerzende Stelle."),
    no_leg_left: Claim::new(
        SideHip,
        "Leg dich heute auf keine der beiden Seiten: Das drückt auf die schmerzenden Stellen. Lass das Rollen für heute.",
    ),
    instead: Claim::new(
        HipStrength,
        "Besser belegt sind eine kräftigere Hüfte und eine angepasste Trainingsbelastung.",
    ),
    more_to_read: Count("Noch 1 Punkt lesen|Noch {0} Punkte lesen"),
    none_of_these: "Nichts davon",
    i_have_asked: "Ist abgeklärt",
    other_leg: ["Weiter mit dem linken Bein", "Weiter mit dem rechten Bein"],
};
