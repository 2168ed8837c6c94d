//! What the person has to know about the stores and the app, with what can be done about it.

use leptos::prelude::*;

use crate::{
    app::context::{AppContext, AppRequest, Task, use_app},
    domain::{
        history::{Body, Entry, SaveStatus},
        language::Language,
        model::SessionState,
    },
    i18n::safety::NoticesText,
};

/// Something to know, with the button that helps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Notice {
    NotStored(usize),
    Newer,
    LanguageMissing(&'static Language),
    Quarantined(u32),
    UpdateWaits,
}

/// The banners; none while there is nothing to say.
#[component]
pub fn Notices() -> impl IntoView {
    let app = use_app();
    // A session that runs changes with every tick: neither the history nor the banners follow that.
    let is_free = Memo::new(move |_| app.session.with(is_free));
    let not_stored = Memo::new(move |_| not_stored(app));
    let current = Memo::new(move |_| current(app, not_stored.get(), is_free.get()));
    // A landmark only while there is something in it.
    let region = move || (!current.get().0.is_empty()).then(|| app.text.get().safety.notices.region);
    // The place is always there, so that the banners come and go in it.
    view! {
        <div class="notices-place" translate="no" role=move || region().map(|_| "region") aria-label=region>
            {move || {
                let (notices, update_waits) = current.get();
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
fn Banner(notice: Notice, update_waits: bool, t: &'static NoticesText) -> impl IntoView {
    let app = use_app();
    let request = match notice {
        Notice::UpdateWaits => AppRequest::Update,
        Notice::Newer if update_waits => AppRequest::Update,
        Notice::LanguageMissing(_) => AppRequest::FetchLanguage,
        Notice::NotStored(_) | Notice::Newer | Notice::Quarantined(_) => AppRequest::Do(Task::Backup),
    };
    let button = match notice {
        Notice::LanguageMissing(_) => app.text.get_untracked().shell.try_again,
        _ if request == AppRequest::Update => t.update,
        _ => t.export_backup,
    };
    view! {
        <li class=if matches!(notice, Notice::NotStored(_)) { "notice is-grave" } else { "notice" }>
            <p>{words(t, notice)}</p>
            <button type="button" on:click=move |_| app.request(request)>{button}</button>
        </li>
    }
}

/// Whether no session is asked about or in progress, here or in another tab: only then is the app replaced by its new
/// version.
pub fn is_free(session: &SessionState) -> bool {
    matches!(session, SessionState::Idle | SessionState::Found { .. })
}

/// How many sessions are in neither store. Tracked.
fn not_stored(app: AppContext) -> usize {
    app.history.with(|history| {
        let lost = |(_, entry): &(_, &Entry)| {
            entry.kept == SaveStatus::Nowhere && matches!(entry.body, Body::Full(_))
        };
        history.entries().filter(lost).count()
    })
}

/// What there is to say, and whether a new version of the app waits. Tracked.
fn current(app: AppContext, not_stored: usize, is_free: bool) -> (Vec<Notice>, bool) {
    let update_waits = app.device.get().update_waits && is_free;
    let trouble = app.trouble.get();
    let notices = [
        (not_stored > 0).then_some(Notice::NotStored(not_stored)),
        trouble.newer.then_some(Notice::Newer),
        app.device.get().missing_language.map(Notice::LanguageMissing),
        (trouble.set_aside > 0).then_some(Notice::Quarantined(trouble.set_aside)),
        update_waits.then_some(Notice::UpdateWaits),
    ];
    (notices.into_iter().flatten().collect(), update_waits)
}

fn words(t: &NoticesText, notice: Notice) -> String {
    match notice {
        Notice::NotStored(n) => t.not_kept.of(n),
        Notice::Newer => t.newer.to_owned(),
        Notice::LanguageMissing(language) => t.language_missing.words(language.name),
        Notice::Quarantined(n) => t.set_aside.of(n),
        Notice::UpdateWaits => t.update_waits.to_owned(),
    }
}
