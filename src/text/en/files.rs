//! What is kept elsewhere.

use crate::text::{
    files::{FilesText, PreviewText, RefusedText, ReminderText},
    fill::{Count, Fill},
};

pub const FILES: FilesText = FilesText {
    due: "Time for a backup: a lost phone takes what is new with it.",
    crowded: Fill(
        "About {0} % of the room that Eased can count on in this browser is used. It never deletes a session by itself; a backup keeps them all.",
    ),
    import: "Import backup",
    table: "Save table (CSV)",
    table_note: "One row per hold, for a spreadsheet.",
    handed: "The file is on its way to where you chose.",
    not_handed: "No file was saved.",
    promised: "This browser has promised to keep this data.",
    not_promised: "This browser has not promised to keep this data. It may clear it when space runs short.",
    ask_promise: "Ask it to keep the data",
    preview: PreviewText {
        title: "Import this backup?",
        made: Fill("Made on {0}."),
        nothing: "Everything in it is here already.",
        counts: [
            Count("1 session is new here.|{0} sessions are new here."),
            Count("1 session is here already.|{0} sessions are here already."),
            Count(
                "1 session was changed later in the file: that is what you will see. Yours is kept as an older version.|{0} sessions were changed later in the file: that is what you will see. Yours are kept as older versions.",
            ),
            Count(
                "1 session was changed later here: it stays as it is.|{0} sessions were changed later here: they stay as they are.",
            ),
            Count(
                "1 session was changed in both: you will see one version, the other one is kept behind it.|{0} sessions were changed in both: you will see one version of each, the other one is kept behind it.",
            ),
            Count(
                "1 session was deleted in the file and will be deleted here.|{0} sessions were deleted in the file and will be deleted here.",
            ),
            Count(
                "1 text that could not be read comes along as it is.|{0} texts that could not be read come along as they are.",
            ),
        ],
        bring_back: Count(
            "Bring back 1 session that was deleted here; otherwise it stays deleted|Bring back {0} sessions that were deleted here; otherwise they stay deleted",
        ),
        settings: "Use the settings from the file as well",
        copy_note: "Two people’s sessions cannot be told apart once they are together. A copy from before is the way back.",
        copy: "Save a copy of what is here now",
        copy_before: "Save the copy from before",
        go: "Import",
        cancel: "Cancel",
        taking: "Importing …",
        done: "Imported",
        all_kept: "Everything is saved.",
        not_all_kept: Count(
            "1 session could not be saved in both places.|{0} sessions could not be saved in both places.",
        ),
        not_done: "Not all of it could be saved",
        nowhere: Count(
            "1 session could not be saved on this device: it is gone when the app closes. Keep the file.|{0} sessions could not be saved on this device: they are gone when the app closes. Keep the file.",
        ),
        close: "Close",
    },
    refused: RefusedText {
        title: "This file was not imported",
        nothing_changed: "Nothing here has changed.",
        whys: [
            "This browser could not read the file. Copy it onto this device and choose it again.",
            "It is larger than 20 MB. No backup of Eased is.",
            "It has more entries than any backup of Eased.",
            "It is nested deeper than any backup of Eased.",
            "It is not a backup of Eased. Choose one whose name begins with eased-backup.",
            "It is a backup of Eased, but damaged or cut off. Fetch it once more, or choose an older one.",
            "A newer Eased made it. Update the app, then import it again.",
            "A newer Eased has written here. Update the app, then import it again.",
        ],
        entries: [
            Fill("Session {0} of the file"),
            Fill("Deleted session {0} of the file"),
            Fill("Unreadable text {0} of the file"),
        ],
        live: "The session that was running",
        settings: "The list of settings",
        wrongs: [
            Fill("{0} cannot be read: something in it is missing, out of range or too much."),
            Fill("{0} was written by a newer Eased. Update the app, then import it again."),
            Fill("{0} is about the same session as another entry."),
        ],
    },
    reminder: ReminderText {
        title: "Reminder",
        note: "A file for your calendar. The entry is called “Eased” and says nothing about your health.",
        days: "Days",
        names: "Mon Tue Wed Thu Fri Sat Sun",
        time: "Time",
        save: "Save calendar file",
        incomplete: "Choose at least one day, and a time.",
        description: "Whenever it suits you today.",
    },
};
