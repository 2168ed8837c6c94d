//! The finished sessions.

use crate::{
    domain::{
        hold::{Ending, Reason},
        session::{PassEnd, Sport, Tag},
        settings::Advance,
    },
    text::history::HistoryText,
};

pub const HISTORY: HistoryText = HistoryText {
    sessions,
    empty: "Noch nichts hier",
    empty_what: "Jede Übung schreibt sich am Ende von selbst hier auf: der Tag, beide Beine, jede Stelle, wie lange du darauf geblieben bist und wie es ausging. Die erste steht hier nach deiner ersten Übung.",
    empty_go: "Zum Bein",
    last_backup: |date, since| match since {
        0 => format!("Letzte Sicherung: {date}. Seitdem nichts Neues."),
        n => format!("Letzte Sicherung: {date}. Seitdem {}.", sessions(n)),
    },
    no_backup: |n| format!("Letzte Sicherung: keine. {} nur auf diesem Gerät.", sessions(n)),
    sides: ["Links", "Rechts"],
    spots: |n| match n {
        0 => "keine Stelle".to_owned(),
        1 => "1 Stelle".to_owned(),
        n => format!("{n} Stellen"),
    },
    eased: |eased, held| format!("{eased} von {held} nachgelassen"),
    stopped: "Abgebrochen",
    interrupted: "Unterbrochen",
    guessed: "Stelle geschätzt",
    ending: |ending| match ending {
        Ending::Eased => "nachgelassen",
        Ending::MovedOn => "weitergerollt, nicht nachgelassen",
        Ending::Limit => "Grenze von 120 s, nicht nachgelassen",
        Ending::Timed => "feste Zeit abgelaufen",
        Ending::Stopped(None) => "abgebrochen, fühlte sich falsch an",
        Ending::Stopped(Some(Reason::Sharp)) => "abgebrochen: stechender Schmerz",
        Ending::Stopped(Some(Reason::Numb)) => "abgebrochen: Taubheit",
        Ending::Stopped(Some(Reason::Tingling)) => "abgebrochen: Kribbeln",
        Ending::Stopped(Some(Reason::Other)) => "abgebrochen: etwas fühlte sich falsch an",
        Ending::Stopped(Some(Reason::StopButton)) => "mit der Stopp-Taste abgebrochen",
        Ending::Interrupted => "unterbrochen, das Ende ist unbekannt",
    },
    edited: "von dir geändert",
    pain_ease: |n| format!("danach {n}"),
    no_holds: "Auf diesem Bein keine Stelle gehalten.",
    pass_end: |end| match end {
        PassEnd::Bottom => "Bis kurz über das Knie gerollt",
        PassEnd::Knee => "Mit „Am Knie“ beendet",
        PassEnd::Stopped => "Vor dem Knie abgebrochen",
        PassEnd::Interrupted => "Unterbrochen, der Rest ist unbekannt",
    },
    advance: |advance| match advance {
        Advance::UntilEased => "Jede Stelle gehalten, bis es nachließ".to_owned(),
        Advance::ByItself(seconds) => format!("Von selbst, {}\u{a0}s auf jeder Stelle", seconds.get()),
    },
    tag: |tag| match tag {
        Tag::Before => "Vor dem Training",
        Tag::After => "Nach dem Training",
        Tag::Rest => "Ruhetag",
    },
    sport: |sport| match sport {
        Sport::Run => "Laufen",
        Sport::Ride => "Radfahren",
        Sport::Other => "anderer Sport",
    },
    knee: |pain, minutes| match minutes {
        ..0 => format!("Knie {pain} von 10, {}\u{a0}min vor dem Start", -minutes),
        0 => format!("Knie {pain} von 10 beim Start"),
        1.. => format!("Knie {pain} von 10, {minutes}\u{a0}min nach dem Start"),
    },
    kept_both: "Gespeichert",
    kept_one: "Nur an einem Ort gespeichert",
    kept_one_why: "Nur einer der beiden Speicher dieses Browsers hat sie. Eine Sicherungsdatei ist die zweite Kopie.",
    kept_nowhere: "Nicht gespeichert",
    kept_nowhere_why: "Dieser Browser hat sie nicht angenommen: Sie ist weg, sobald die App schließt. Exportiere jetzt eine Sicherung.",
    delete: "Übung löschen",
    deleted: |date| format!("Gelöscht: {date}"),
    more: |older| format!("Mehr zeigen ({older} ältere)"),
};

fn sessions(n: usize) -> String {
    match n {
        1 => "1 Übung".to_owned(),
        n => format!("{n} Übungen"),
    }
}
