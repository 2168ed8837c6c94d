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
    empty: "Nothing here yet",
    empty_what: "Every session writes itself down here when it ends: the day, both legs, each spot, how long you stayed on it and how that ended. The first one will be here after your first session.",
    empty_go: "To the leg",
    last_backup: |date, since| match since {
        0 => format!("Last backup: {date}. Nothing new since."),
        n => format!("Last backup: {date}. {} since.", sessions(n)),
    },
    no_backup: |n| format!("Last backup: none. {} only on this device.", sessions(n)),
    sides: ["Left", "Right"],
    spots: |n| match n {
        0 => "no spots".to_owned(),
        1 => "1 spot".to_owned(),
        n => format!("{n} spots"),
    },
    eased: |eased, held| format!("{eased} of {held} eased"),
    stopped: "Stopped",
    interrupted: "Interrupted",
    guessed: "place guessed",
    ending: |ending| match ending {
        Ending::Eased => "eased",
        Ending::MovedOn => "moved on, not eased",
        Ending::Limit => "120 s limit, not eased",
        Ending::Timed => "fixed time ran out",
        Ending::Stopped(None) => "stopped, it felt wrong",
        Ending::Stopped(Some(Reason::Sharp)) => "stopped: sharp pain",
        Ending::Stopped(Some(Reason::Numb)) => "stopped: numbness",
        Ending::Stopped(Some(Reason::Tingling)) => "stopped: tingling",
        Ending::Stopped(Some(Reason::Other)) => "stopped: something felt wrong",
        Ending::Stopped(Some(Reason::StopButton)) => "stopped with the Stop button",
        Ending::Interrupted => "interrupted, the end is not known",
    },
    edited: "changed by you",
    pain_ease: |n| format!("then {n}"),
    no_holds: "No spot held on this leg.",
    pass_end: |end| match end {
        PassEnd::Bottom => "Rolled to just above the knee",
        PassEnd::Knee => "Ended with “At the knee”",
        PassEnd::Stopped => "Stopped before the knee",
        PassEnd::Interrupted => "Interrupted, the rest is not known",
    },
    advance: |advance| match advance {
        Advance::UntilEased => "Each spot held until eased".to_owned(),
        Advance::ByItself(seconds) => format!("By itself, {}\u{a0}s on each spot", seconds.get()),
    },
    tag: |tag| match tag {
        Tag::Before => "Before a workout",
        Tag::After => "After a workout",
        Tag::Rest => "Rest day",
    },
    sport: |sport| match sport {
        Sport::Run => "run",
        Sport::Ride => "ride",
        Sport::Other => "other sport",
    },
    knee: |pain, minutes| match minutes {
        ..0 => format!("Knee {pain} of 10, {}\u{a0}min before the start", -minutes),
        0 => format!("Knee {pain} of 10 at the start"),
        1.. => format!("Knee {pain} of 10, {minutes}\u{a0}min after the start"),
    },
    kept_both: "Saved",
    kept_one: "Kept in one place",
    kept_one_why: "Only one of this browser’s two stores has it. A backup file is the second copy.",
    kept_nowhere: "Not kept",
    kept_nowhere_why: "This browser did not take it: it is gone when the app closes. Export a backup now.",
    delete: "Delete session",
    deleted: |date| format!("Deleted: {date}"),
    more: |older| format!("Show more ({older} older)"),
};

fn sessions(n: usize) -> String {
    match n {
        1 => "1 session".to_owned(),
        n => format!("{n} sessions"),
    }
}
