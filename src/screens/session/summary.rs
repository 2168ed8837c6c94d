//! The summary of a session: what was done, whether it is stored, and corrections.

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
        running::RunningSession,
        session::SessionId,
    },
};

/// The session that has just ended, as stored: edits are visible immediately.
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
            focus::focus_if_none(&title);
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

/// Whether the session is stored. It is saved automatically, so nothing is asked.
#[component]
fn SaveStatusOfSession(
    /// The session.
    id: SessionId,
) -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let words = &t.session_screen.summary;
    let status = Memo::new(move |_| app.history.with(|history| unsaved_status(history, id)));
    let was_deleted = move || app.history.with_untracked(|history| history.get(id).is_some());
    move || match status.get() {
        None if was_deleted() => view! { <p>{t.session.announcements.session_deleted}</p> }.into_any(),
        None => view! { <p>{words.nothing_saved}</p> }.into_any(),
        Some(SaveStatus::Pending) => view! { <p class="secondary-text">{words.saving}</p> }.into_any(),
        Some(status) => view! { <SaveStatusLine status/> }.into_any(),
    }
}

/// `None` if nothing was rolled, or if the session was deleted in another window.
fn unsaved_status(history: &History, id: SessionId) -> Option<SaveStatus> {
    history.session(id)?;
    Some(history.get(id).map_or(SaveStatus::Pending, |entry| entry.save_status))
}

/// Done, and Undo while it is available.
#[component]
fn SummaryButtons() -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let can_undo = Memo::new(move |_| app.with_running(RunningSession::can_undo).unwrap_or_default());
    view! {
        <div class="action-bar summary-buttons">
            {move || can_undo.get().then(|| view! {
                <button type="button" class="summary-undo" on:click=move |_| app.dispatch(Event::Undone)>
                    {t.leg.undo}
                </button>
            })}
            <button type="button" class="action" on:click=move |_| app.dispatch(Event::SummaryClosed)>
                {t.session_screen.summary.done}
            </button>
        </div>
    }
}
