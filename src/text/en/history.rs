//! The finished sessions.

use crate::text::{
    fill::{Count, Fill},
    history::{EditText, FilterText, HistoryText},
};

use super::weeks::WEEKS;

pub const HISTORY: HistoryText = HistoryText {
    sessions: Count("1 session|{0} sessions"),
    empty: "Nothing here yet",
    empty_what: "Every session writes itself down here when it ends: the day, both legs, each spot, how long you stayed on it and how that ended. The first one will be here after your first session.",
    empty_go: "To the leg",
    last_backup: Fill("Last backup: {0}. Nothing new since."),
    backup_since: Fill("Last backup: {0}. {1} since."),
    no_backup: Fill("Last backup: none. {0} only on this device."),
    sides: ["Left", "Right"],
    no_spots: "no spots",
    spots: Count("1 spot|{0} spots"),
    eased: Fill("{0} of {1} eased"),
    stopped: "Stopped",
    interrupted: "Interrupted",
    to_bottom: "Rolled to just above the knee",
    to_knee: "Ended with “At the knee”",
    stopped_before: "Stopped before the knee",
    rest_unknown: "Interrupted, the rest is not known",
    until_eased: "Each spot held until eased",
    by_itself: Fill("By itself, {0}\u{a0}s on each spot"),
    about: "About this session",
    tag_ask: "When was it?",
    sport_ask: "Which workout?",
    roller_ask: "Which roller? A short word of your own",
    knee_ask: "How is the knee now? 0 is no pain, 10 the worst",
    unsaid: "Not said",
    tags: ["Before a workout", "After a workout", "Rest day"],
    sports: ["run", "ride", "other sport"],
    knee_before: Fill("Knee {0} of 10, {1}\u{a0}min before the start"),
    knee_at: Fill("Knee {0} of 10 at the start"),
    knee_after: Fill("Knee {0} of 10, {1}\u{a0}min after the start"),
    delete: "Delete session",
    deleted: Fill("Deleted: {0}"),
    weeks: WEEKS,
    filter: FilterText {
        leg: "Leg",
        both: "Both",
        tag: "Tag",
        all: "All",
        none: "No session is like that.",
        clear: "Show all sessions",
    },
    edit: EditText { begin: "Correct this session", end: "Finish correcting" },
    more: Fill("Show more ({0} older)"),
};
