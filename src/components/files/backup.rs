//! The age of the last backup, with buttons for export and import.

use leptos::prelude::*;

use super::ImportBackup;
use crate::{
    app::context::{AppRequest, ExportStatus, FilesRequest, use_app},
    components::live_region::distinct_announcement,
    domain::{
        backup_reminder::{BackupReminder, backup_reminder},
        model::{ReadStatus, SessionState},
    },
    i18n::leg,
};

/// The age of the last backup, with the buttons Export and Import.
#[component]
pub fn BackupLine(
    /// See [`use_backup_reminder`].
    reminder: Memo<BackupReminder>,
) -> impl IntoView {
    let app = use_app();
    app.request(AppRequest::Files(FilesRequest::Prepare));
    let read = move || app.storage_health.get().read;
    let is_known = move || reminder.get().is_known(read());
    let age = move || {
        let (t, reminder) = (app.text.get(), reminder.get());
        match reminder.days_since_backup {
            _ if !is_known() && read() == ReadStatus::Pending => t.files.reading_data.to_owned(),
            _ if !is_known() => t.files.last_backup_unavailable.to_owned(),
            None => t.history.no_backup_summary(reminder.sessions_since_backup),
            Some(days) => t.history.last_backup_summary(days, reminder.sessions_since_backup),
        }
    };
    let due =
        move || if reminder.get().is_known_to_be_due(read()) { app.text.get().files.backup_due } else { "" };
    let low_space_warning = move || {
        let percent = app.files().storage_usage.get().low_space_percent;
        percent
            .map(|percent| app.text.get().files.storage_nearly_full.with_text(&leg::percent(percent)))
            .unwrap_or_default()
    };
    view! {
        <div class="backup">
            <p>
                {age}
                " "
                <b class="is-caution">{due}</b>
            </p>
            <button type="button" on:click=move |_| app.request(AppRequest::Files(FilesRequest::ExportBackup))>
                {app.phrase(|t| t.safety.notices.export_backup)}
            </button>
            <ImportBackup/>
            <p class="backup-status">{low_space_warning}</p>
            <FileResultLine/>
        </div>
    }
}

/// A memo with the age of the last backup, for [`BackupLine`] and the screens that place it.
pub fn use_backup_reminder() -> Memo<BackupReminder> {
    let app = use_app();
    // A running session changes with every tick; the whole history is read only when this memo changes.
    let in_session = Memo::new(move |_| {
        app.session_state
            .with(|session| matches!(session, SessionState::Running(_) | SessionState::InOtherTab(_)))
    });
    Memo::new(move |_| {
        let last = app.meta.with(|meta| meta.last_backup_unix_ms).map(|last| app.moment(last));
        app.history.with(|history| backup_reminder(last, history, in_session.get(), app.now.get()))
    })
}

/// The result of the last file operation, for people who do not see the browser save it.
#[component]
pub fn FileResultLine() -> impl IntoView {
    let app = use_app();
    // A result from another screen is outdated.
    app.files().export_status.set(ExportStatus::Idle);
    let number = StoredValue::new(0_u32);
    let words = move || match app.files().export_status.get() {
        ExportStatus::Idle => "",
        ExportStatus::Preparing => app.text.get().shell.loading,
        ExportStatus::WaitingForShareSheet => app.text.get().files.share_pending,
        ExportStatus::Saved => app.text.get().files.file_handed_over,
        ExportStatus::SavedIncomplete => app.text.get().files.file_incomplete,
        ExportStatus::NotSaved => app.text.get().files.no_file_saved,
    };
    view! {
        <p class="backup-status" role="status" translate="no">
            {move || {
                number.update_value(|number| *number = number.wrapping_add(1));
                distinct_announcement(number.get_value(), words())
            }}
        </p>
    }
}
