//! The safety overlays.

use crate::i18n::{
    claim::{
        Claim,
        Source::{AboutTheApp, RedFlags},
    },
    placeholders::{Count, Fill},
    safety::{CardText, NoticesText, SafetyText},
};

pub const SAFETY: SafetyText = SafetyText {
    close: "Schließen",
    card: CardText {
        title: "Wann du Hilfe brauchst",
        emergency: "Notfall",
        call: "Wähle sofort den Notruf.",
        call_number: Fill("{0} anrufen"),
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
            Claim::new(RedFlags, "Ungewollter Gewichtsverlust"),
            Claim::new(RedFlags, "Nach etwa vier Wochen nicht besser"),
        ],
        not_a_device: Claim::new(AboutTheApp, "Dies ist kein Medizinprodukt."),
    },
    notices: NoticesText {
        region: "Hinweise",
        set_aside: Count(
            "1 gespeicherter Eintrag war nicht lesbar. Er liegt unverändert beiseite und kommt mit in die Sicherung.|{0} gespeicherte Einträge waren nicht lesbar. Sie liegen unverändert beiseite und kommen mit in die Sicherung.",
        ),
        newer: "Hier lief schon eine neuere Version von Eased. Was diese nicht lesen kann, bleibt, wie es ist: Aktualisiere die App, um es zu sehen.",
        not_kept: Count(
            "1 Einheit konnte auf diesem Gerät nicht gespeichert werden. Eine Sicherung behält sie.|{0} Einheiten konnten auf diesem Gerät nicht gespeichert werden. Eine Sicherung behält sie.",
        ),
        export_backup: "Sicherung exportieren",
        update_waits: "Eine neue Version ist bereit.",
        update: "Jetzt aktualisieren",
    },
};
