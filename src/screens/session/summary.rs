//! The summary: what was done, whether it is stored, and what may be corrected.

use leptos::{html::H1, prelude::*};

use crate::{
    app::context::use_app,
    components::{
        files::FileResultLine, focus, leg_attribute::leg_attribute, leg_results::LegResults,
        save_status_line::SaveStatusLine,
    },
    domain::{
        Event,
        history::{History, SaveStatus},
        leg::Leg,
        running::Running,
        session::SessionId,
    },
};

/// The session that has just ended, as it is stored: edits show at once.
#[component]
pub fn SessionSummary(
    /// The session.
    id: SessionId,
    /// The leg that was rolled last.
    leg: Leg,
) -> impl IntoView {
    let app = use_app();
    let title = NodeRef::<H1>::new();
    let is_stored = Memo::new(move |_| app.history.with(|history| history.session(id).is_some()));
    Effect::new(move |_| {
        if let Some(title) = title.get() {
            focus::offer(&title);
        }
    });
    view! {
        <main class="summary" data-phase="done" data-leg=leg_attribute(leg)>
            <header class="masthead">
                <h1 class="title" tabindex="-1" node_ref=title>
                    {app.text.get_untracked().session_screen.summary.title}
                </h1>
            </header>
            <SaveStatusOfSession id/>
            <FileResultLine/>
            {move || is_stored.get().then(|| view! { <LegResults id/> })}
            <SummaryButtons/>
        </main>
    }
}

/// Whether the session is stored. It is written already, so nobody is asked.
#[component]
fn SaveStatusOfSession(id: SessionId) -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let words = &t.session_screen.summary;
    let status = Memo::new(move |_| app.history.with(|history| save_status(history, id)));
    let was_deleted = move || app.history.with_untracked(|history| history.get(id).is_some());
    move || match status.get() {
        None if was_deleted() => view! { <p>{t.session.announcements.deleted}</p> }.into_any(),
        None => view! { <p>{words.nothing}</p> }.into_any(),
        Some(SaveStatus::Pending) => view! { <p class="soft">{words.saving}</p> }.into_any(),
        Some(status) => view! { <SaveStatusLine status/> }.into_any(),
    }
}

/// `None` where nothing was rolled, or where the session was deleted in another window.
fn save_status(history: &History, id: SessionId) -> Option<SaveStatus> {
    history.session(id)?;
    Some(history.get(id).map_or(SaveStatus::Pending, |entry| entry.kept))
}

/// Done, and Undo for a while.
#[component]
fn SummaryButtons() -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let can_undo = Memo::new(move |_| app.running(Running::can_undo).unwrap_or_default());
    view! {
        <div class="action-bar summary-buttons">
            {move || can_undo.get().then(|| view! {
                <button type="button" class="summary-undo" on:click=move |_| app.dispatch(Event::Undone)>
                    {t.leg.undo}
                </button>
            })}
            <button type="button" class="action" on:click=move |_| app.dispatch(Event::Left)>
                {t.session_screen.summary.done}
            </button>
        </div>
    }
}
