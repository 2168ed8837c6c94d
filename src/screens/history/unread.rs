//! That not everything stored has been read: no reason to say that there is nothing.

use leptos::prelude::*;

use super::heading_focus::focus_heading;
use crate::{
    app::context::{AppRequest, FilesRequest, use_app},
    domain::model::ReadStatus,
};

/// That a store does not answer, why, and a button that asks it again. Whatever it brings is shown by itself.
#[component]
pub fn UnreadNotice(
    /// No session is shown: then it also says that the stores are still being read, or that one of them cannot be used.
    #[prop(optional)]
    is_alone: bool,
) -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let unread = move || {
        view! {
            <div class="not-kept">
                <p>
                    <b>{t.files.unread}</b>
                    " "
                    {t.files.unread_why}
                </p>
                <button
                    type="button"
                    on:click:target=move |event| {
                        // The button goes away now, and would take the focus with it.
                        focus_heading(&event.target());
                        app.request(AppRequest::Files(FilesRequest::Unite));
                    }
                >
                    {t.shell.try_again}
                </button>
            </div>
        }
    };
    view! {
        <div role="status" translate="no">
            {move || match app.trouble.get().read {
                ReadStatus::Pending if is_alone => view! { <p>{t.files.reading}</p> }.into_any(),
                ReadStatus::Unanswered => unread().into_any(),
                ReadStatus::Refused if is_alone => unread().into_any(),
                ReadStatus::Pending | ReadStatus::Refused | ReadStatus::Complete => ().into_any(),
            }}
        </div>
    }
}
