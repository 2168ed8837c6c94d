//! The table of holds, and whether the browser has promised to keep the data.

use leptos::prelude::*;

use crate::app::context::{AppRequest, FilesRequest, use_app};

/// Both, as a part of Settings.
#[component]
pub fn MoreFiles() -> impl IntoView {
    let app = use_app();
    // `None` where this browser makes no such promise, or has not answered yet.
    let persisted = Memo::new(move |_| app.files().storage.get().persisted);
    let unanswered = move || {
        let waits = app.files().storage.get().unanswered;
        if waits { app.text.get().files.promise_unanswered } else { "" }
    };
    view! {
        <div class="files-more">
            <button type="button" on:click=move |_| app.request(AppRequest::Files(FilesRequest::Table))>
                {app.phrase(|t| t.files.table)}
            </button>
            <label class="concern">
                <input
                    type="checkbox"
                    prop:checked=move || app.files().semicolons.get() == Some(true)
                    on:change:target=move |event| app.files().semicolons.set(Some(event.target().checked()))
                />
                <span>{app.phrase(|t| t.files.semicolons)}</span>
            </label>
            <p class="settings-words">{app.phrase(|t| t.files.table_note)}</p>
            <div class="promise" role="status" translate="no">
                {move || persisted.get().map(|persisted| view! { <StoragePromise persisted/> })}
                <p class="backup-told">{unanswered}</p>
            </div>
        </div>
    }
}

/// What the browser has promised, with a button that asks for the promise where there is none.
#[component]
fn StoragePromise(persisted: bool) -> impl IntoView {
    let app = use_app();
    view! {
        <p>{app.phrase(if persisted { |t| t.files.promised } else { |t| t.files.not_promised })}</p>
        {(!persisted).then(|| view! {
            <button type="button" on:click=move |_| app.request(AppRequest::Files(FilesRequest::Promise))>
                {app.phrase(|t| t.files.ask_promise)}
            </button>
        })}
    }
}
