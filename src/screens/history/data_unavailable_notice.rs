//! A notice that stored data cannot be read now.

use leptos::prelude::*;

use super::heading_focus::focus_heading;
use crate::{
    app::context::{AppRequest, FilesRequest, use_app},
    domain::model::ReadStatus,
};

/// Says that a store does not answer and why, with a button that tries again. If it answers, the screen updates
/// automatically.
#[component]
pub fn DataUnavailableNotice(
    /// Whether no session is shown. If so, also says that the stores are still being read, or that one cannot be used.
    #[prop(optional)]
    is_alone: bool,
) -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let unread = move || {
        view! {
            <div class="not-saved-note">
                <p>
                    <b>{t.files.data_unavailable}</b>
                    " "
                    {t.files.data_unavailable_note}
                </p>
                <button
                    type="button"
                    on:click:target=move |event| {
                        // The button is about to be removed, which would lose the focus.
                        focus_heading(&event.target());
                        app.request(AppRequest::Files(FilesRequest::Reconcile));
                    }
                >
                    {t.shell.try_again}
                </button>
            </div>
        }
    };
    view! {
        <div role="status" translate="no">
            {move || match app.storage_health.get().read {
                ReadStatus::Pending if is_alone => view! { <p>{t.files.reading_data}</p> }.into_any(),
                ReadStatus::Unanswered => unread().into_any(),
                ReadStatus::Refused if is_alone => unread().into_any(),
                ReadStatus::Pending | ReadStatus::Refused | ReadStatus::Complete => ().into_any(),
            }}
        </div>
    }
}
