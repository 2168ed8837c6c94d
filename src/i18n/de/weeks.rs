//! What the sessions tell over weeks.

use crate::i18n::{
    claim::{
        Claim,
        Source::{Crossover, RedFlags},
    },
    placeholders::{Count, Fill},
    weeks::{KneeText, MapText, PlanText, PromptText, SheetText, SpotsText, WeeksText},
};

pub const WEEKS: WeeksText = WeeksText {
    parts: ["Übungen", "Über Wochen"],
    which_part: "Was gezeigt wird",
    none: "–",
    plan: PlanText {
        title: "Plan für heute",
        empty: "Nach einer Übung mit einer Stelle, die du markiert oder bestätigt hast, stehen hier die nächsten Stellen, jede mit ihrem Grund. Geratene Stellen zählen nicht.",
        not_eased: Fill("ließ in {0} der letzten {1} Übungen, die das zeigen können, nicht nach"),
        longest: "braucht im Plan dieses Beins voraussichtlich am längsten",
        held: Fill("gehalten in {0} der letzten {1} Übungen dieses Beins"),
        about: Fill("etwa {0}"),
        adopt: "Plan auf das Bein setzen",
    },
    spots: SpotsText {
        title: "Zeit bis zum Nachlassen",
        empty: "Sobald eine Stelle in zwei Übungen gehalten wurde, bis sie nachließ, du weitergingst oder die Grenze kam, stehen hier ihre Zeiten: ein Punkt für jede, die nichts gestört hat. Ab 8 solchen Zeiten über mindestens 4 Wochen steht dabei, ob sie weniger Zeit braucht.",
        verdicts: ["Noch nicht genug", "Keine klare Änderung", "Weniger Zeit", "Mehr Zeit"],
        from_to: Fill("von etwa {0} auf etwa {1}"),
        so_far: Count(
            "bisher 1 Übung mit einer Zeit; nötig sind 8 über mindestens 4 Wochen|bisher {0} Übungen mit einer Zeit; nötig sind 8 über mindestens 4 Wochen",
        ),
        median: Fill("Median {0}."),
        half: Fill("Mittlere Hälfte {0} bis {1}."),
        eased: Fill("Nachgelassen {0} von {1}."),
        older: Count("1 ältere Übung ist nicht verglichen.|{0} ältere Übungen sind nicht verglichen."),
        signs: ["nachgelassen", "bis dahin nicht", "dieses Bein kam als zweites", "andere Rolle"],
        table: "Als Tabelle",
        heads: ["Datum", "Zeit", "Ende", "Bein"],
        order: ["erstes", "zweites"],
        endings: ["nachgelassen", "nicht nachgelassen"],
        longer: Fill("über {0}"),
        others: Count(
            "1 andere Stelle hat zu wenige solche Übungen für ein Diagramm oder nicht mehr als diese.|{0} andere Stellen haben zu wenige solche Übungen für ein Diagramm oder nicht mehr als diese.",
        ),
        sides: "Links neben rechts",
        sides_not_yet: Fill(
            "Vergleichbar nach je 3 Übungen in beiden Reihenfolgen der Beine. Bisher links zuerst: {0}, rechts zuerst: {1}.",
        ),
        sides_why: Claim::new(
            Crossover,
            "Wer ein Bein rollt, kann auch das andere weniger empfindlich machen; darum steht jede Reihenfolge für sich.",
        ),
        first: [Fill("Links zuerst, {0}×"), Fill("Rechts zuerst, {0}×")],
    },
    map: MapText {
        title: "Wo und wie lange",
        since: "Wie weit zurück",
        spans: ["4 Wochen", "3 Monate", "Alles"],
        told: Fill("{0} gehalten, am meisten um {1}"),
        nothing: "nichts an einer bekannten Stelle gehalten",
        key: Fill(
            "Je breiter und kräftiger, desto mehr Zeit: an der breitesten Stelle {0} auf 5 % des Wegs. Geratene Stellen zählen nicht.",
        ),
        table: "Als Tabelle",
        place: "Stelle",
        band: Fill("{0}–{1} %"),
    },
    knee: KneeText {
        title: "Das Knie",
        empty: "Wenn du dein Knie vor oder nach einer Übung bewertest, stehen die Werte hier mit ihrer Zeit.",
        when: ["Vorher", "Nachher"],
        before: Fill("{0} von 10, {1} min vor dem Start"),
        at: Fill("{0} von 10, beim Start"),
        after: Fill("{0} von 10, {1} min nach dem Start"),
        told: Fill("Vor der Übung bewertet: {0} von 10 in der ersten gezeigten, {1} in der letzten"),
    },
    prompt: PromptText {
        title: "Zeig das jemandem",
        not_eased: Fill(
            "{0}, {1}: ließ in mindestens 4 der letzten 5 Übungen, die das zeigen können, nicht nach.",
        ),
        knee: "Deine Werte von vor den Übungen sind nicht besser als vier Wochen davor.",
        see: Claim::new(
            RedFlags,
            "Geh mit Schmerzen, die nach etwa vier Wochen nicht besser sind, zu einer Fachperson, und früher, wenn etwas von der roten Karte zutrifft.",
        ),
        read: "Ich habe das gelesen",
    },
    sheet: SheetText {
        print: "Für die Praxis drucken",
        title: "Rollen der Oberschenkelaußenseite",
        range: Fill("{0} bis {1}"),
        not_a_diagnosis: "Von der Person selbst aufgezeichnet, keine Diagnose.",
        heads: ["Bein", "Stelle", "Nachgelassen", "Median", "Mittlere Hälfte", "Zeit bis zum Nachlassen"],
        note: "Stelle: Prozent des Wegs von kurz unter dem Hüftknochen (0) bis kurz über das Knie (100). Median und mittlere Hälfte: der Zeiten bis zum Nachlassen, alles Halten einer Stelle in einer Übung zusammen, ohne Gestörtes und Korrigiertes. Eine Änderung wird nur genannt, wo der Zufall sie kaum brächte.",
        stops: "Abgebrochene Stellen",
        no_stops: "Keine Stelle wurde abgebrochen.",
        of: Fill("{0} von {1}"),
        newest: Fill("Gezeigt sind die neuesten {0}."),
    },
};
