//! What is kept elsewhere.

use crate::i18n::{
    files::{AsideText, FilesText, PreviewText, RefusedText, ReminderText},
    placeholders::{Count, Fill},
};

pub const FILES: FilesText = FilesText {
    due: "Zeit für eine Sicherung: Geht das Handy verloren, ist das Neue mit weg.",
    crowded: Fill(
        "Etwa {0} % des Platzes, mit dem Eased in diesem Browser rechnen kann, sind belegt. Von selbst löscht es nie eine Einheit; eine Sicherung behält sie alle.",
    ),
    import: "Sicherung importieren",
    table: "Tabelle speichern (CSV)",
    table_note: "Eine Zeile je Halten, für ein Tabellenprogramm.",
    semicolons: "Strichpunkte zwischen den Spalten, für Tabellenprogramme, die 1,5 schreiben",
    handed: "Datei übergeben.",
    not_handed: "Es wurde keine Datei gespeichert.",
    handed_in_part: "Datei übergeben. Einer der beiden Speicher dieses Browsers hat nicht geantwortet: Was nur er hat, ist nicht in der Datei.",
    handed_waits: "Noch ist unbekannt, was beim Teilen aus der Datei wurde. Ist kein Fenster zum Teilen offen, drück den Knopf noch einmal.",
    reading: "Liest noch, was hier gespeichert ist …",
    unread: "Nicht alles, was hier gespeichert ist, lässt sich gerade lesen",
    unread_why: "Einer der beiden Speicher dieses Browsers antwortet nicht. Einheiten, die nur er hat, fehlen hier so lange; Eased hat nichts gelöscht. Schließe andere Fenster von Eased und versuche es noch einmal. Hilft das nicht, schließe auch dieses und öffne Eased neu.",
    backup_unread: "Letzte Sicherung: lässt sich gerade nicht lesen.",
    unread_on_paper: "Nicht alle gespeicherten Einheiten waren lesbar, als diese Seite entstand.",
    promised: "Dieser Browser hat versprochen, diese Daten zu behalten.",
    not_promised: "Bei wenig Speicher darf der Browser diese Daten löschen.",
    ask_promise: "Um Behalten bitten",
    promise_unanswered: "Der Browser hat noch nicht geantwortet.",
    preview: PreviewText {
        title: "Diese Sicherung importieren?",
        made: Fill("Gemacht am {0}."),
        unanswered: "Einer der beiden Speicher dieses Browsers antwortet gerade nicht: Was nur er hat, ist hier nicht mitgezählt. Was du importierst, kommt in den anderen, und in diesen, sobald er antwortet.",
        nothing: "Alles darin ist schon hier.",
        counts: [
            Count("1 Einheit ist hier neu.|{0} Einheiten sind hier neu."),
            Count("1 Einheit ist schon hier.|{0} Einheiten sind schon hier."),
            Count(
                "1 Einheit wurde in der Datei später geändert: So siehst du sie dann. Deine bleibt als ältere Fassung.|{0} Einheiten wurden in der Datei später geändert: So siehst du sie dann. Deine bleiben als ältere Fassungen.",
            ),
            Count(
                "1 Einheit wurde hier später geändert: Sie bleibt, wie sie ist.|{0} Einheiten wurden hier später geändert: Sie bleiben, wie sie sind.",
            ),
            Count(
                "1 Einheit wurde hier und dort geändert: Du siehst eine Fassung, die andere bleibt dahinter erhalten.|{0} Einheiten wurden hier und dort geändert: Du siehst je eine Fassung, die andere bleibt dahinter erhalten.",
            ),
            Count(
                "1 Einheit wurde in der Datei gelöscht und wird hier gelöscht.|{0} Einheiten wurden in der Datei gelöscht und werden hier gelöscht.",
            ),
            Count(
                "1 Text, der nicht lesbar war, kommt mit, wie er ist.|{0} Texte, die nicht lesbar waren, kommen mit, wie sie sind.",
            ),
        ],
        bring_back: Count(
            "1 hier gelöschte Einheit zurückholen, sonst bleibt sie gelöscht|{0} hier gelöschte Einheiten zurückholen, sonst bleiben sie gelöscht",
        ),
        settings: "Auch die Einstellungen aus der Datei nehmen",
        copy_note: "Zusammengeführtes lässt sich nicht mehr trennen. Sichere vorher eine Kopie.",
        copy: "Kopie vom jetzigen Stand speichern",
        copy_before: "Kopie von vorher speichern",
        go: "Importieren",
        cancel: "Abbrechen",
        taking: "Wird importiert …",
        done: "Importiert",
        all_kept: "Alles ist gespeichert.",
        not_all_kept: Count(
            "1 Einheit konnte nicht an beiden Orten gespeichert werden.|{0} Einheiten konnten nicht an beiden Orten gespeichert werden.",
        ),
        not_done: "Nicht alles konnte gespeichert werden",
        nowhere: Count(
            "1 Einheit konnte auf diesem Gerät nicht gespeichert werden: Sie ist weg, sobald die App schließt. Behalte die Datei.|{0} Einheiten konnten auf diesem Gerät nicht gespeichert werden: Sie sind weg, sobald die App schließt. Behalte die Datei.",
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
            "Sie hat mehr als 300 Texte, die nicht lesbar waren. So viele hat keine Sicherung von Eased.",
            "Sie ist tiefer verschachtelt als jede Sicherung von Eased.",
            "Sie ist in einer Zeichenkodierung gespeichert, die Eased nicht liest. Öffne sie im Editor, der sie geändert hat, sichere sie als UTF-8 und wähle sie noch einmal.",
            "Sie ist keine Sicherung von Eased. Wähle eine, deren Name mit eased-backup beginnt.",
            "Sie ist eine Sicherung von Eased, aber beschädigt oder abgeschnitten. Hole sie noch einmal oder wähle eine ältere.",
            "Ein neueres Eased hat sie gemacht. Aktualisiere die App und importiere sie dann noch einmal.",
            "Einer der beiden Speicher dieses Browsers antwortet nicht, und im anderen ist kein Platz für alles. Schließe andere Fenster von Eased und importiere sie dann noch einmal.",
        ],
        entries: [
            Fill("Einheit {0} der Datei"),
            Fill("Gelöschte Einheit {0} der Datei"),
            Fill("Unlesbarer Text {0} der Datei"),
        ],
        live: "Die laufende Einheit",
        settings: "Die Liste der Einstellungen",
        wrongs: [
            Fill("{0} ist nicht lesbar: Etwas darin fehlt, liegt außerhalb des Erlaubten oder ist zu viel."),
            Fill(
                "{0} stammt von einem neueren Eased. Aktualisiere die App und importiere sie dann noch einmal.",
            ),
            Fill("{0} betrifft dieselbe Einheit wie ein anderer Eintrag."),
        ],
    },
    aside: AsideText {
        title: Count("1 Eintrag, der nicht lesbar war|{0} Einträge, die nicht lesbar waren"),
        note: "Sie bleiben, wie sie sind, und jede Sicherung nimmt sie mit.",
        entry: Fill("{0}, {1}"),
        more: Count("1 weiterer ist hier nicht zu sehen.|{0} weitere sind hier nicht zu sehen."),
        save: "Als Datei sichern",
        save_all: "Alle als Datei sichern",
        delete: "Löschen",
        delete_all: "Alle löschen",
        ask: Count("Diesen Eintrag endgültig löschen?|Diese {0} Einträge endgültig löschen?"),
        warning: "Diese Kopie verschwindet von diesem Gerät, und nichts holt sie zurück. Wenn sie noch wichtig sein könnte, sichere sie vorher als Datei.",
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
