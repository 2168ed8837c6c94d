//! CSV export of all holds, and whether the browser has granted persistent storage.

use leptos::prelude::*;

use crate::app::context::{AppRequest, FilesRequest, use_app};

/// Both, as a part of Settings.
#[component]
pub fn CsvAndPersistence() -> impl IntoView {
    let app = use_app();
    // `None` if this browser has no such feature, or has not answered yet.
    let persisted = Memo::new(move |_| app.files().storage_usage.get().is_persisted);
    let unanswered = move || {
        let is_pending = app.files().storage_usage.get().is_request_pending;
        if is_pending { app.text.get().files.persistence_pending } else { "" }
    };
    view! {
        <div class="files-more">
            <button type="button" on:click=move |_| app.request(AppRequest::Files(FilesRequest::ExportCsv))>
                {app.phrase(|t| t.files.save_table)}
            </button>
            <label class="checkbox-row">
                <input
                    type="checkbox"
                    prop:checked=move || app.files().use_semicolons.get() == Some(true)
                    on:change:target=move |event| app.files().use_semicolons.set(Some(event.target().checked()))
                />
                <span>{app.phrase(|t| t.files.table_semicolons)}</span>
            </label>
            <p class="settings-text">{app.phrase(|t| t.files.save_table_note)}</p>
            <div class="persistence" role="status" translate="no">
                {move || persisted.get().map(|persisted| view! { <PersistentStorage persisted/> })}
                <p class="backup-status">{unanswered}</p>
            </div>
        </div>
    }
}

/// Whether storage is persistent, with a button that requests it if not.
#[component]
fn PersistentStorage(
    /// Whether the browser has granted it.
    persisted: bool,
) -> impl IntoView {
    let app = use_app();
    view! {
        <p>{app.phrase(if persisted { |t| t.files.storage_persistent } else { |t| t.files.storage_not_persistent })}</p>
        {(!persisted).then(|| view! {
            <button type="button" on:click=move |_| app.request(AppRequest::Files(FilesRequest::RequestPersistence))>
                {app.phrase(|t| t.files.request_persistence)}
            </button>
        })}
    }
}
