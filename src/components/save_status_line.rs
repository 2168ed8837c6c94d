//! Where a session is stored, in words, and what can be done where that is not both places.

use leptos::prelude::*;

use crate::{
    app::context::{AppRequest, Task, use_app},
    domain::history::SaveStatus,
};

/// The line; nothing while the session is being written.
#[component]
pub fn SaveStatusLine(
    /// Where the session is stored.
    status: SaveStatus,
) -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let (words, why) = match status {
        SaveStatus::Pending => return ().into_any(),
        SaveStatus::Both => {
            return view! { <p class="kept" translate="no">{t.save_status.both}</p> }.into_any();
        }
        SaveStatus::One => (t.save_status.one, t.save_status.one_why),
        SaveStatus::Nowhere => (t.save_status.nowhere, t.save_status.nowhere_why),
    };
    view! {
        <div class="not-kept" translate="no">
            <p>
                <b>{words}</b>
                " "
                {why}
            </p>
            <button type="button" on:click=move |_| app.request(AppRequest::Do(Task::Backup))>
                {t.safety.notices.export_backup}
            </button>
        </div>
    }
    .into_any()
}
