//! Panels for an interrupted session and for a session in another tab, on the leg screen and on the session
//! screen.

use leptos::{html::Button, prelude::*};

use crate::{
    app::context::{AppRequest, LazyTask, use_app},
    domain::{
        Event, Now, hold::spot_count, leg::Leg, model::SessionState, phase::PhaseName, time::local_day,
    },
};

/// What the panel says about the interrupted session.
#[derive(Clone, Copy, PartialEq, Eq)]
struct InterruptedSession {
    leg: Leg,
    spots: usize,
    minutes_ago: i64,
    days_ago: i64,
    can_continue: bool,
}

impl InterruptedSession {
    fn of(state: &SessionState, now: Now) -> Option<Self> {
        let SessionState::Interrupted { snapshot, .. } = state else {
            return None;
        };
        Some(Self {
            leg: snapshot.running.progress.leg,
            spots: spot_count(&snapshot.running.progress.holds),
            minutes_ago: (now.unix_ms - snapshot.written_unix_ms) / 60_000,
            days_ago: now.local_day() - local_day(snapshot.written_unix_ms, snapshot.running.utc_offset_min),
            can_continue: snapshot.can_continue(now),
        })
    }
}

/// An interrupted session: continue it, keep it, or discard it. The panel is alone on the screen; the main
/// button is last, at the lower right within reach of the thumb.
#[component]
pub fn ResumePanel() -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().session.resume;
    let session_info =
        move || app.session_state.with(|session| InterruptedSession::of(session, app.now.get()));
    let description = move || {
        let describe =
            |info: InterruptedSession| t.summary(info.leg, info.spots, info.minutes_ago, info.days_ago);
        session_info().map(describe).unwrap_or_default()
    };
    let is_expired = Memo::new(move |_| session_info().is_some_and(|info| !info.can_continue));
    let is_confirming = Memo::new(move |_| {
        app.session_state
            .with(|session| matches!(session, SessionState::Interrupted { is_confirming_discard: true, .. }))
    });
    view! {
        <section class="panel" aria-labelledby="resume-title">
            <h2 id="resume-title">{t.interrupted_title}</h2>
            <p>{move || description()}</p>
            {move || is_expired.get().then(|| view! { <p>{t.too_long_ago}</p> })}
            {move || if is_confirming.get() {
                view! { <DiscardQuestion/> }.into_any()
            } else {
                view! { <ResumeButtons can_continue=!is_expired.get()/> }.into_any()
            }}
        </section>
    }
}

#[component]
fn ResumeButtons(
    /// Whether it is recent enough to be continued.
    can_continue: bool,
) -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().session.resume;
    view! {
        <div class="panel-buttons">
            <button type="button" on:click=move |_| app.dispatch(Event::DiscardPressed)>{t.discard}</button>
            <TaskButton label=t.keep_as_interrupted task=LazyTask::KeepInterrupted/>
            {can_continue.then(|| view! {
                <TaskButton class="action" label=t.continue_session task=LazyTask::ContinueInterrupted/>
            })}
        </div>
    }
}

/// Asks "Discard?". Cancel replaces Discard and has the focus, so that pressing twice discards nothing.
#[component]
fn DiscardQuestion() -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().session.resume;
    let cancel = NodeRef::<Button>::new();
    Effect::new(move |_| {
        if let Some(cancel) = cancel.get() {
            cancel.focus().ok();
        }
    });
    view! {
        <p class="panel-question">{t.discard_question}</p>
        <div class="panel-buttons">
            <button node_ref=cancel type="button" on:click=move |_| app.dispatch(Event::DiscardCancelled)>
                {t.cancel}
            </button>
            <button type="button" class="is-destructive" on:click=move |_| app.dispatch(Event::DiscardPressed)>
                {t.discard}
            </button>
        </div>
    }
}

/// A session in another tab: its phase, and a button that takes it over.
#[component]
pub fn OtherTabPanel() -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().session.resume;
    let words = move || {
        let phase = app.session_state.with(other_tab_phase);
        phase.map(|(leg, name)| t.phase_summary(leg, name)).unwrap_or_default()
    };
    view! {
        <section class="panel" aria-labelledby="other-tab-title">
            <h2 id="other-tab-title">{t.other_tab_title}</h2>
            <p>{move || words()}</p>
            <p role="status" translate="no">
                {move || if app.status.get().is_taking_over { app.text.get().shell.loading } else { t.take_over_note }}
            </p>
            <div class="panel-buttons">
                <TaskButton class="action" label=t.take_over task=LazyTask::TakeOverSession/>
            </div>
        </section>
    }
}

/// A button that requests a task.
#[component]
fn TaskButton(
    /// The classes of the button.
    #[prop(optional)]
    class: Option<&'static str>,
    /// The label.
    label: &'static str,
    /// The task that it requests.
    task: LazyTask,
) -> impl IntoView {
    let app = use_app();
    view! {
        <button type="button" class=class on:click=move |_| app.request(AppRequest::RunTask(task))>{label}</button>
    }
}

fn other_tab_phase(state: &SessionState) -> Option<(Leg, PhaseName)> {
    match state {
        SessionState::InOtherTab(snapshot) => {
            Some((snapshot.running.progress.leg, snapshot.running.phase_name()))
        }
        SessionState::Idle
        | SessionState::GateOpen(_)
        | SessionState::Running(_)
        | SessionState::Interrupted { .. } => None,
    }
}
