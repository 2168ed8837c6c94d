//! The safety overlays.

use crate::text::{
    claim::{
        Claim,
        Source::{AboutTheApp, Gate, HipStrength, RedFlags, SideHip},
    },
    fill::Count,
    safety::{CardText, GateText, NoticesText, SafetyText},
};

pub const SAFETY: SafetyText = SafetyText {
    close: "Schließen",
    gate: GateText {
        title: "Bevor du rollst",
        lead: "Trifft heute etwas davon auf dich zu?",
        do_not_roll: "Nicht rollen, heute noch Hilfe holen",
        not_there: "Dort nicht rollen",
        clinician_first: "Erst ärztlichen Rat einholen",
        side_of_hip: "Schmerz seitlich an der Hüfte beim Liegen darauf",
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
            Claim::new(Gate, "Eine Entzündung dort"),
            Claim::new(Gate, "Eine Knocheninfektion, oder Knochen im Muskel nach einer Prellung"),
            Claim::new(Gate, "Nervenausfälle, zum Beispiel durch Diabetes"),
            Claim::new(Gate, "Eine Operation vor Kurzem"),
            Claim::new(Gate, "Schwangerschaft mit Schwellungen"),
            Claim::new(SideHip, "Linke Seite"),
            Claim::new(SideHip, "Rechte Seite"),
        ],
        clot_emergency: Claim::new(
            RedFlags,
            "Mit Brustschmerz oder Atemnot ist es ein Notfall: Ruf sofort den Notruf.",
        ),
        help_today: Claim::new(Gate, "Nicht rollen. Hol dir heute noch ärztliche Hilfe."),
        keep_off_wound: Claim::new(Gate, "Rolle nicht über eine offene Wunde."),
        asked_again: "Beim nächsten Start fragt die App wieder.",
        ask_first: Claim::new(Gate, "Frag erst ärztlich nach, bevor du rollst."),
        left_out: [
            Claim::new(SideHip, "Leg dich heute nicht auf die linke Seite. Das linke Bein fällt aus."),
            Claim::new(SideHip, "Leg dich heute nicht auf die rechte Seite. Das rechte Bein fällt aus."),
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
        none_of_these: "Nichts davon",
        i_have_asked: "Ich habe gefragt",
        other_leg: ["Weiter mit dem linken Bein", "Weiter mit dem rechten Bein"],
    },
    card: CardText {
        title: "Rote Karte",
        emergency: "Notfall",
        call: "Ruf sofort den Notruf.",
        emergency_signs: [Claim::new(RedFlags, "Brustschmerz"), Claim::new(RedFlags, "Atemnot")],
        same_day: "Am selben Tag Hilfe holen",
        same_day_signs: [
            Claim::new(
                RedFlags,
                "Verdacht auf Thrombose: Wade oder Oberschenkel geschwollen, heiß und schmerzhaft",
            ),
            Claim::new(RedFlags, "Das Knie trägt dich nicht"),
            Claim::new(RedFlags, "Das Knie lässt sich nicht bewegen oder hat seine Form verändert"),
            Claim::new(RedFlags, "Das Knie ist stark geschwollen"),
            Claim::new(RedFlags, "Das Knie blockiert oder gibt nach"),
            Claim::new(RedFlags, "Das Knie ist heiß und rot, mit Fieber"),
        ],
        clinician: "Ärztlich abklären lassen",
        clinician_signs: [
            Claim::new(RedFlags, "Ständiger Schmerz oder Schmerz in der Nacht"),
            Claim::new(RedFlags, "Weniger Gefühl oder Kraft"),
            Claim::new(RedFlags, "Gewichtsverlust, den nichts erklärt"),
            Claim::new(RedFlags, "Nach etwa vier Wochen nicht besser"),
        ],
        not_a_device: Claim::new(AboutTheApp, "Dies ist kein Medizinprodukt."),
    },
    notices: NoticesText {
        region: "Hinweise",
        set_aside: Count(
            "1 gespeicherter Eintrag war nicht lesbar. Er liegt unverändert beiseite und kommt mit in die Sicherung.|{0} gespeicherte Einträge waren nicht lesbar. Sie liegen unverändert beiseite und kommen mit in die Sicherung.",
        ),
        newer: "Hier lief schon eine neuere Version von Eased. Diese liest nur, bis sie aktualisiert ist.",
        not_kept: Count(
            "1 Übung konnte auf diesem Gerät nicht gespeichert werden. Eine Sicherung behält sie.|{0} Übungen konnten auf diesem Gerät nicht gespeichert werden. Eine Sicherung behält sie.",
        ),
        export_backup: "Sicherung exportieren",
        update_waits: "Eine neue Version ist bereit.",
        update: "Jetzt aktualisieren",
    },
};
