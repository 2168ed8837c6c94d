//! What is kept elsewhere.

use crate::text::{
    files::{FilesText, PreviewText, RefusedText, ReminderText},
    fill::{Count, Fill},
};

pub const FILES: FilesText = FilesText {
    due: "Zeit für eine Sicherung: Geht das Telefon verloren, ist das Neue mit weg.",
    crowded: Fill(
        "Etwa {0} % des Platzes, mit dem Eased in diesem Browser rechnen kann, sind belegt. Von selbst löscht es nie eine Übung; eine Sicherung behält sie alle.",
    ),
    import: "Sicherung importieren",
    table: "Tabelle speichern (CSV)",
    table_note: "Eine Zeile je Halten, für ein Tabellenprogramm.",
    handed: "Die Datei ist unterwegs dorthin, wo du sie haben willst.",
    not_handed: "Es wurde keine Datei gespeichert.",
    promised: "Dieser Browser hat versprochen, diese Daten zu behalten.",
    not_promised: "Dieser Browser hat nicht versprochen, diese Daten zu behalten. Bei wenig Platz kann er sie löschen.",
    ask_promise: "Um Behalten bitten",
    preview: PreviewText {
        title: "Diese Sicherung importieren?",
        made: Fill("Gemacht am {0}."),
        nothing: "Alles darin ist schon hier.",
        counts: [
            Count("1 Übung ist hier neu.|{0} Übungen sind hier neu."),
            Count("1 Übung ist schon hier.|{0} Übungen sind schon hier."),
            Count(
                "1 Übung wurde in der Datei später geändert: So siehst du sie dann. Deine bleibt als ältere Fassung.|{0} Übungen wurden in der Datei später geändert: So siehst du sie dann. Deine bleiben als ältere Fassungen.",
            ),
            Count(
                "1 Übung wurde hier später geändert: Sie bleibt, wie sie ist.|{0} Übungen wurden hier später geändert: Sie bleiben, wie sie sind.",
            ),
            Count(
                "1 Übung wurde hier und dort geändert: Du siehst eine Fassung, die andere bleibt dahinter erhalten.|{0} Übungen wurden hier und dort geändert: Du siehst je eine Fassung, die andere bleibt dahinter erhalten.",
            ),
            Count(
                "1 Übung wurde in der Datei gelöscht und wird hier gelöscht.|{0} Übungen wurden in der Datei gelöscht und werden hier gelöscht.",
            ),
            Count(
                "1 Text, der nicht lesbar war, kommt mit, wie er ist.|{0} Texte, die nicht lesbar waren, kommen mit, wie sie sind.",
            ),
        ],
        bring_back: Count(
            "1 hier gelöschte Übung zurückholen, sonst bleibt sie gelöscht|{0} hier gelöschte Übungen zurückholen, sonst bleiben sie gelöscht",
        ),
        settings: "Auch die Einstellungen aus der Datei nehmen",
        copy_note: "Die Übungen zweier Menschen lassen sich nicht mehr trennen, wenn sie einmal beisammen sind. Eine Kopie von vorher ist der Weg zurück.",
        copy: "Kopie vom jetzigen Stand speichern",
        copy_before: "Kopie von vorher speichern",
        go: "Importieren",
        cancel: "Abbrechen",
        taking: "Wird importiert …",
        done: "Importiert",
        all_kept: "Alles ist gespeichert.",
        not_all_kept: Count(
            "1 Übung konnte nicht an beiden Orten gespeichert werden.|{0} Übungen konnten nicht an beiden Orten gespeichert werden.",
        ),
        not_done: "Nicht alles konnte gespeichert werden",
        nowhere: Count(
            "1 Übung konnte auf diesem Gerät nicht gespeichert werden: Sie ist weg, sobald die App schließt. Behalte die Datei.|{0} Übungen konnten auf diesem Gerät nicht gespeichert werden: Sie sind weg, sobald die App schließt. Behalte die Datei.",
        ),
        close: "Schließen",
    },
    refused: RefusedText {
        title: "Diese Datei wurde nicht importiert",
        nothing_changed: "Hier hat sich nichts geändert.",
        whys: [
            "Dieser Browser konnte die Datei nicht lesen. Kopiere sie auf dieses Gerät und wähle sie noch einmal.",
            "Sie ist größer als 20 MB. Das ist keine Sicherung von Eased.",
            "Sie hat mehr Einträge als jede Sicherung von Eased.",
            "Sie ist tiefer verschachtelt als jede Sicherung von Eased.",
            "Sie ist keine Sicherung von Eased. Wähle eine, deren Name mit eased-backup beginnt.",
            "Sie ist eine Sicherung von Eased, aber beschädigt oder abgeschnitten. Hole sie noch einmal oder wähle eine ältere.",
            "Ein neueres Eased hat sie gemacht. Aktualisiere die App und importiere sie dann noch einmal.",
            "Ein neueres Eased hat hier geschrieben. Aktualisiere die App und importiere sie dann noch einmal.",
        ],
        entries: [
            Fill("Übung {0} der Datei"),
            Fill("Gelöschte Übung {0} der Datei"),
            Fill("Unlesbarer Text {0} der Datei"),
        ],
        live: "Die laufende Übung",
        settings: "Die Liste der Einstellungen",
        wrongs: [
            Fill("{0} ist nicht lesbar: Etwas darin fehlt, liegt außerhalb des Erlaubten oder ist zu viel."),
            Fill(
                "{0} stammt von einem neueren Eased. Aktualisiere die App und importiere sie dann noch einmal.",
            ),
            Fill("{0} betrifft dieselbe Übung wie ein anderer Eintrag."),
        ],
    },
    reminder: ReminderText {
        title: "Erinnerung",
        note: "Eine Datei für deinen Kalender. Der Eintrag heißt „Eased“ und sagt nichts über deine Gesundheit.",
        days: "Tage",
        names: "Mo Di Mi Do Fr Sa So",
        time: "Uhrzeit",
        save: "Kalenderdatei speichern",
        incomplete: "Wähle mindestens einen Tag und eine Uhrzeit.",
        description: "Wann es dir heute passt.",
    },
};
