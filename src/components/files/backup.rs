//! When the last backup was made, and the buttons that make one and import one.

use leptos::prelude::*;

use super::ImportBackup;
use crate::{
    app::context::{AppRequest, FileResult, FilesRequest, use_app},
    components::live_region::told_again,
    domain::{
        backup_reminder::{BackupReminder, backup_reminder},
        model::{ReadStatus, SessionState},
    },
    i18n::leg,
};

/// The age of the last backup, with the buttons to export and to import one.
#[component]
pub fn BackupLine(
    /// See [`use_backup_reminder`].
    reminder: Memo<BackupReminder>,
) -> impl IntoView {
    let app = use_app();
    app.request(AppRequest::Files(FilesRequest::Prepare));
    let read = move || app.trouble.get().read;
    let is_known = move || reminder.get().is_known(read());
    let age = move || {
        let (t, reminder) = (app.text.get(), reminder.get());
        match reminder.days {
            _ if !is_known() && read() == ReadStatus::Pending => t.files.reading.to_owned(),
            _ if !is_known() => t.files.backup_unread.to_owned(),
            None => t.history.never_backed_up(reminder.since),
            Some(days) => t.history.backed_up(days, reminder.since),
        }
    };
    let due = move || if reminder.get().is_known_to_be_due(read()) { app.text.get().files.due } else { "" };
    let crowded = move || {
        let percent = app.files().storage.get().crowded;
        percent.map(|percent| app.text.get().files.crowded.words(&leg::percent(percent))).unwrap_or_default()
    };
    view! {
        <div class="backup">
            <p>
                {age}
                " "
                <b class="is-caution">{due}</b>
            </p>
            <button type="button" on:click=move |_| app.request(AppRequest::Files(FilesRequest::Backup))>
                {app.phrase(|t| t.safety.notices.export_backup)}
            </button>
            <ImportBackup/>
            <p class="backup-told">{crowded}</p>
            <FileResultLine/>
        </div>
    }
}

/// How old the last backup is, for [`BackupLine`] and for whoever places it.
pub fn use_backup_reminder() -> Memo<BackupReminder> {
    let app = use_app();
    // A session that runs changes with every tick; the whole history is looked at only when this answer changes.
    let in_session = Memo::new(move |_| {
        app.session.with(|session| matches!(session, SessionState::Running(_) | SessionState::Elsewhere(_)))
    });
    Memo::new(move |_| {
        let last = app.meta.with(|meta| meta.last_backup_unix_ms).map(|last| app.moment(last));
        app.history.with(|history| backup_reminder(last, history, in_session.get(), app.now.get()))
    })
}

/// What became of the last file, for who does not see the browser save it.
#[component]
pub fn FileResultLine() -> impl IntoView {
    let app = use_app();
    // What became of a file on another screen is old.
    app.files().result.set(FileResult::Nothing);
    let number = StoredValue::new(0_u32);
    let words = move || match app.files().result.get() {
        FileResult::Nothing => "",
        FileResult::Preparing => app.text.get().shell.coming,
        FileResult::Waiting => app.text.get().files.handed_waits,
        FileResult::Saved => app.text.get().files.handed,
        FileResult::SavedInPart => app.text.get().files.handed_in_part,
        FileResult::NotSaved => app.text.get().files.not_handed,
    };
    view! {
        <p class="backup-told" role="status" translate="no">
            {move || {
                number.update_value(|number| *number = number.wrapping_add(1));
                told_again(number.get_value(), words())
            }}
        </p>
    }
}
