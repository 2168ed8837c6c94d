//! How to roll, and what is known about it.

use crate::i18n::{
    claim::{Claim, Source},
    learn::{LearnText, Line, Paper, Part, Steps},
    placeholders::Count,
};

const fn say(text: &'static str) -> Line {
    Line::Say(text)
}

const fn claim(source: Source, text: &'static str) -> Line {
    Line::Claim(Claim::new(source, text))
}

const fn paper(source: Source, who: &'static str, found: &'static str) -> Paper {
    Paper { source, who, found }
}

pub const LEARN: LearnText = LearnText {
    title: "So rollst du",
    lead: "Eine Rolle, eine Matte, dein eigenes Tempo. In der Einheit sagt dir die App jeden Schritt noch einmal.",
    why: Part {
        title: "Warum gerade hier",
        lines: [
            say(
                "Außen am Oberschenkel verläuft ein breites, festes Band von der Hüfte bis kurz unter das Knie. Zwei Hüftmuskeln ziehen daran: Tensor fasciae latae und Gluteus maximus. Zusammen geben sie Hüfte und Knie Halt.",
            ),
            claim(
                Source::Hold90,
                "Auf einer empfindlichen Stelle zu bleiben kann sie für eine Weile weniger empfindlich machen.",
            ),
            claim(
                Source::Minutes,
                "Rechne nicht damit, dass das anhält: In einer Studie am Band war es nach fünf Minuten vorbei.",
            ),
            claim(
                Source::NoLengthen,
                "Das Band selbst bleibt, wie es ist. Rollen änderte seine Steifigkeit nicht.",
            ),
            claim(
                Source::HipStrength,
                "Besser belegt ist, die Hüfte zu kräftigen und das Trainingspensum anzupassen.",
            ),
            claim(Source::AboutTheApp, "Dein eigener Verlauf zeigt dir, ob du weniger Zeit brauchst."),
        ],
    },
    steps: Steps {
        place: Part {
            title: "Rolle hinlegen",
            lines: [say(
                "Leg dich auf die Seite des Beins, das du rollen willst. Die Rolle liegt quer darunter, knapp unter dem Hüftknochen und nicht auf ihm.",
            )],
        },
        position: Part {
            title: "In Position kommen",
            lines: [say(
                "Stütz dich auf den Unterarm. Stell den Fuß des anderen Beins vor dir flach auf den Boden: Mit ihm bestimmst du, wie viel Gewicht auf der Rolle liegt.",
            )],
        },
        roll: Part {
            title: "Langsam rollen",
            lines: [say("Lass die Rolle langsam Richtung Knie wandern. Wo es spannt oder wehtut, halt an.")],
        },
        hold: Part {
            title: "Halten, bis es nachlässt",
            lines: [
                say(
                    "Bleib auf der Stelle und atme. Wenn der Schmerz nachlässt, roll ein Stück weiter und halte die nächste.",
                ),
                claim(Source::Pressure, "Peile einen Schmerz von 3 bis 5 von 10 an."),
                claim(
                    Source::Dose,
                    "Eine Übersichtsarbeit nennt ein bis drei Runden von 30 bis 120 Sekunden.",
                ),
                say(
                    "Bei 30 und 60 Sekunden erklingt ein Ton, bei 90 sagt die App, dass es genug ist, bei 120 beendet sie den Halt.",
                ),
            ],
        },
        pressure: Part {
            title: "Zu viel Druck?",
            lines: [
                claim(
                    Source::Pressure,
                    "Ab 6: Stell den vorderen Fuß auf und drück dich hoch, bis es erträglich ist. Ab 7 hörst du hier am besten auf.",
                ),
                claim(
                    Source::PainCeiling,
                    "Fester zu rollen bringt nichts: Leichter, mittlerer und starker Schmerz ergaben die gleiche Beweglichkeit.",
                ),
            ],
        },
        knee: Part {
            title: "Über dem Knie aufhören",
            lines: [say(
                "Die Strecke endet kurz über dem Knie, dort hält die App dich an. Spar das Knie und den Knochen an der Hüfte aus.",
            )],
        },
        other_leg: Part {
            title: "Das andere Bein",
            lines: [
                say("Dreh dich um und mach dort dasselbe. Jedes Bein hat seine eigenen Stellen und Zeiten."),
                claim(
                    Source::Crossover,
                    "In einer Studie wurde durch das Rollen eines Beins auch das andere weniger empfindlich. Ein Vergleich der beiden sagt wenig.",
                ),
            ],
        },
    },
    workout: Part {
        title: "Vor oder nach dem Training?",
        lines: [
            say("Beides ist in Ordnung. Nimm, was in deinen Tag passt."),
            claim(
                Source::BeforeAfter,
                "Davor fanden Studien etwa 4\u{a0}% mehr Beweglichkeit und einen um 0,7\u{a0}% schnelleren Sprint, danach etwa 6\u{a0}% weniger Schmerz.",
            ),
        ],
    },
    stop: Part {
        title: "Wann aufhören und zu wem",
        lines: [
            claim(
                Source::RedFlags,
                "Stechender Schmerz, Taubheit oder Kribbeln: Hör auf und drück „Tut nicht gut“.",
            ),
            claim(
                Source::SideHip,
                "Tut die Seite deiner Hüfte weh, wenn du darauf liegst, dann leg dich heute nicht auf diese Seite.",
            ),
            claim(
                Source::Gate,
                "Frag vorher eine Fachperson, wenn du Blutverdünner nimmst, Osteoporose oder einen Nervenschaden hast oder vor Kurzem operiert wurdest. Die ganze Liste fragt die App vor deiner ersten Einheit ab.",
            ),
            claim(Source::AboutTheApp, "Eased ist kein Medizinprodukt."),
        ],
    },
    sources: Count("Quelle|Quellen"),
    source: "Quelle",
    papers: [
        paper(
            Source::Hold90,
            "Wilke 2018, PMC6358529",
            "50 Personen, Wade: Nach 90 Sekunden auf der empfindlichsten Stelle tat erst mehr Druck weh. Zwischen den Gruppen gab es keinen Unterschied.",
        ),
        paper(
            Source::Minutes,
            "Vaughan 2014",
            "Fünf Minuten nach drei Minuten Rollen war der Gewinn am Band vorbei.",
        ),
        paper(
            Source::NoLengthen,
            "Pepper 2021; Chaudhry 2008",
            "30 Personen, mit Elastografie gemessen: Steifigkeit nach Rollen oder Dehnen unverändert. Laut Berechnung braucht schon 1\u{a0}% Stauchung Kräfte, die im Körper nicht vorkommen.",
        ),
        paper(
            Source::HipStrength,
            "Opara & Kozinc 2023; Beers 2008",
            "Für Hüftkräftigung und angepasste Belastung bei Schmerz außen am Knie sprechen Studien.",
        ),
        paper(Source::Pressure, "Grabow 2018", "Mehr Schmerz brachte nichts."),
        paper(Source::Dose, "Behm 2020", "Übersichtsarbeit: 1 bis 3 Sätze von 30 bis 120 Sekunden."),
        paper(
            Source::PainCeiling,
            "Grabow 2018",
            "Rollen bei 3,9, 6,2 und 8,2 von 10 ergab die gleiche Beweglichkeit.",
        ),
        paper(
            Source::Crossover,
            "Aboodarda 2015",
            "Das Rollen eines Beins hob auch am anderen den Druck, der erst wehtat: 21\u{a0}% gegenüber 24\u{a0}%.",
        ),
        paper(
            Source::BeforeAfter,
            "Wiewelhove 2019",
            "Metaanalyse. Davor: Sprint +0,7\u{a0}%, Beweglichkeit +4\u{a0}%. Danach: Schmerz −6\u{a0}%.",
        ),
        paper(
            Source::RedFlags,
            "NHS (Großbritannien)",
            "Seiten über Knieschmerz und über tiefe Beinvenenthrombose.",
        ),
        paper(
            Source::SideHip,
            "Mersey Care NHS; Pan Am Clinic",
            "Seiten über Schmerz am großen Rollhügel: nicht auf dieser Seite liegen und nicht darauf drücken.",
        ),
        paper(
            Source::Gate,
            "Bartsch 2021",
            "37 Fachleute waren sich einig: Ein Knochenbruch oder eine offene Wunde spricht gegen das Rollen, andere Zustände mahnen zur Vorsicht. Die Liste der App geht darüber hinaus.",
        ),
    ],
};
