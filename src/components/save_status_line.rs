//! Where a session is stored, in words, with a backup button if it is not in both stores.

use leptos::prelude::*;

use crate::{
    app::context::{AppRequest, LazyTask, use_app},
    domain::history::SaveStatus,
};

/// The line; nothing while the write is pending.
#[component]
pub fn SaveStatusLine(
    /// Where the session is stored.
    status: SaveStatus,
) -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let (words, why) = match status {
        SaveStatus::Pending => return ().into_any(),
        SaveStatus::InBothStores => {
            return view! { <p class="saved-note" translate="no">{t.save_status.saved}</p> }.into_any();
        }
        SaveStatus::InOneStore => (t.save_status.saved_in_one_store, t.save_status.saved_in_one_store_note),
        SaveStatus::NotSaved => (t.save_status.not_saved, t.save_status.not_saved_note),
    };
    view! {
        <div class="not-saved-note" translate="no">
            <p>
                <b>{words}</b>
                " "
                {why}
            </p>
            <button type="button" on:click=move |_| app.request(AppRequest::RunTask(LazyTask::ExportBackup))>
                {t.safety.notices.export_backup}
            </button>
        </div>
    }
    .into_any()
}
