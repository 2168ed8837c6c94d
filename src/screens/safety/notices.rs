//! Notices about storage and the app, each with a button that helps.

use leptos::prelude::*;

use crate::{
    app::context::{AppContext, AppRequest, LazyTask, use_app},
    domain::{
        history::{RevisionBody, SaveStatus, SessionEntry},
        language::Language,
        model::SessionState,
    },
    i18n::safety::NoticesText,
};

/// A notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Notice {
    NotSaved(usize),
    NewerData,
    LanguageMissing(&'static Language),
    Quarantined(u32),
    UpdateWaits,
}

/// The banners; nothing if there are no notices.
#[component]
pub fn Notices() -> impl IntoView {
    let app = use_app();
    // A running session changes with every tick: memos keep the history and the banners from being computed
    // again.
    let may_update = Memo::new(move |_| app.session_state.with(may_update_app));
    let unsaved_count = Memo::new(move |_| unsaved_count(app));
    let current_notices = Memo::new(move |_| current_notices(app, unsaved_count.get(), may_update.get()));
    // A landmark only if it is not empty.
    let region =
        move || (!current_notices.get().0.is_empty()).then(|| app.text.get().safety.notices.region_label);
    // The container is always present, so that the banners are inserted into it.
    view! {
        <div class="notices-place" translate="no" role=move || region().map(|_| "region") aria-label=region>
            {move || {
                let (notices, update_waits) = current_notices.get();
                let t = &app.text.get().safety.notices;
                (!notices.is_empty()).then(|| view! {
                    <ul class="notices">
                        {notices.into_iter().map(|notice| view! { <Banner notice update_waits t/> }).collect_view()}
                    </ul>
                })
            }}
        </div>
    }
}

#[component]
fn Banner(
    /// The notice.
    notice: Notice,
    /// Whether an update of the app is ready.
    update_waits: bool,
    /// The phrases.
    t: &'static NoticesText,
) -> impl IntoView {
    let app = use_app();
    let request = match notice {
        Notice::UpdateWaits => AppRequest::ApplyUpdate,
        Notice::NewerData if update_waits => AppRequest::ApplyUpdate,
        Notice::LanguageMissing(_) => AppRequest::RetryLanguage,
        Notice::NotSaved(_) | Notice::NewerData | Notice::Quarantined(_) => {
            AppRequest::RunTask(LazyTask::ExportBackup)
        }
    };
    let button = match notice {
        Notice::LanguageMissing(_) => app.text.get_untracked().shell.try_again,
        _ if request == AppRequest::ApplyUpdate => t.update_now,
        _ => t.export_backup,
    };
    view! {
        <li class=if matches!(notice, Notice::NotSaved(_)) { "notice is-severe" } else { "notice" }>
            <p>{notice_text(t, notice)}</p>
            <button type="button" on:click=move |_| app.request(request)>{button}</button>
        </li>
    }
}

/// Whether the app may be replaced by its new version: no session is being started or in progress, here or in
/// another tab.
pub fn may_update_app(state: &SessionState) -> bool {
    matches!(state, SessionState::Idle | SessionState::Interrupted { .. })
}

/// The number of sessions that are in neither store. Tracked.
fn unsaved_count(app: AppContext) -> usize {
    app.history.with(|history| {
        let lost = |(_, entry): &(_, &SessionEntry)| {
            entry.save_status == SaveStatus::NotSaved && matches!(entry.body, RevisionBody::Full(_))
        };
        history.entries().filter(lost).count()
    })
}

/// The current notices, and whether an update of the app is ready. Tracked.
fn current_notices(app: AppContext, unsaved_count: usize, may_update: bool) -> (Vec<Notice>, bool) {
    let update_waits = app.status.get().is_update_ready && may_update;
    let health = app.storage_health.get();
    let notices = [
        (unsaved_count > 0).then_some(Notice::NotSaved(unsaved_count)),
        health.has_newer.then_some(Notice::NewerData),
        app.status.get().missing_language.map(Notice::LanguageMissing),
        (health.quarantined > 0).then_some(Notice::Quarantined(health.quarantined)),
        update_waits.then_some(Notice::UpdateWaits),
    ];
    (notices.into_iter().flatten().collect(), update_waits)
}

fn notice_text(t: &NoticesText, notice: Notice) -> String {
    match notice {
        Notice::NotSaved(n) => t.not_saved.for_count(n),
        Notice::NewerData => t.newer_version_data.to_owned(),
        Notice::LanguageMissing(language) => t.language_not_stored.with_text(language.name),
        Notice::Quarantined(n) => t.quarantined.for_count(n),
        Notice::UpdateWaits => t.update_ready.to_owned(),
    }
}
