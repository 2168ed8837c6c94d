//! A session that the app was closed on, and one that another tab runs. Shown on the leg screen and on the session
//! screen.

use leptos::{html::Button, prelude::*};

use crate::{
    app::context::{AppRequest, Task, use_app},
    domain::{Event, Now, hold::spots, leg::Leg, model::SessionState, phase::Name, time::local_day},
};

/// What is known of the session that was left behind.
#[derive(Clone, Copy, PartialEq, Eq)]
struct LeftBehind {
    leg: Leg,
    spots: usize,
    minutes_ago: i64,
    days_ago: i64,
    can_continue: bool,
}

impl LeftBehind {
    fn of(session: &SessionState, now: Now) -> Option<Self> {
        let SessionState::Found { live, .. } = session else {
            return None;
        };
        Some(Self {
            leg: live.running.course.leg,
            spots: spots(&live.running.course.holds),
            minutes_ago: (now.unix_ms - live.written_unix_ms) / 60_000,
            days_ago: now.local_day() - local_day(live.written_unix_ms, live.running.utc_offset_min),
            can_continue: live.can_continue(now),
        })
    }
}

/// A session that the app was closed on: continue it, keep what there is, or discard it. It stands alone on the screen,
/// the main answer last: at the lower right, within the thumb's reach.
#[component]
pub fn ResumePanel() -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().session.resume;
    let found = move || app.session.with(|session| LeftBehind::of(session, app.now.get()));
    let what = move || {
        let what = |found: LeftBehind| t.what(found.leg, found.spots, found.minutes_ago, found.days_ago);
        found().map(what).unwrap_or_default()
    };
    let too_late = Memo::new(move |_| found().is_some_and(|found| !found.can_continue));
    let asks = Memo::new(move |_| {
        app.session.with(|session| matches!(session, SessionState::Found { asks_discard: true, .. }))
    });
    view! {
        <section class="panel" aria-labelledby="found-title">
            <h2 id="found-title">{t.left_behind}</h2>
            <p>{move || what()}</p>
            {move || too_late.get().then(|| view! { <p>{t.too_late}</p> })}
            {move || if asks.get() {
                view! { <DiscardQuestion/> }.into_any()
            } else {
                view! { <ResumeButtons can_continue=!too_late.get()/> }.into_any()
            }}
        </section>
    }
}

#[component]
fn ResumeButtons(can_continue: bool) -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().session.resume;
    view! {
        <div class="panel-buttons">
            <button type="button" on:click=move |_| app.dispatch(Event::Discarded)>{t.discard}</button>
            <TaskButton words=t.keep task=Task::Keep/>
            {can_continue.then(|| view! {
                <TaskButton class="action" words=t.carry_on task=Task::Continue/>
            })}
        </div>
    }
}

/// "Discard?" Cancel stands where Discard stood and has the focus: pressing twice discards nothing.
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
        <p class="panel-question">{t.discard_ask}</p>
        <div class="panel-buttons">
            <button node_ref=cancel type="button" on:click=move |_| app.dispatch(Event::DiscardWithdrawn)>
                {t.cancel}
            </button>
            <button type="button" class="is-final" on:click=move |_| app.dispatch(Event::Discarded)>
                {t.discard}
            </button>
        </div>
    }
}

/// A session in another tab: what it does, and the way to bring it here.
#[component]
pub fn ElsewherePanel() -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().session.resume;
    let words = move || {
        let there = app.session.with(phase_there);
        there.map(|(leg, name)| t.phase_there(leg, name)).unwrap_or_default()
    };
    view! {
        <section class="panel" aria-labelledby="elsewhere-title">
            <h2 id="elsewhere-title">{t.elsewhere}</h2>
            <p>{move || words()}</p>
            <p role="status" translate="no">
                {move || if app.device.get().taking_over { app.text.get().shell.coming } else { t.take_over_what }}
            </p>
            <div class="panel-buttons">
                <TaskButton class="action" words=t.take_over task=Task::TakeOver/>
            </div>
        </section>
    }
}

/// A button for what needs the session screen, or all that was recorded.
#[component]
fn TaskButton(
    #[prop(optional)] class: Option<&'static str>,
    words: &'static str,
    task: Task,
) -> impl IntoView {
    let app = use_app();
    view! {
        <button type="button" class=class on:click=move |_| app.request(AppRequest::Do(task))>{words}</button>
    }
}

fn phase_there(session: &SessionState) -> Option<(Leg, Name)> {
    match session {
        SessionState::Elsewhere(live) => Some((live.running.course.leg, live.running.phase_name())),
        SessionState::Idle
        | SessionState::Asking(_)
        | SessionState::Running(_)
        | SessionState::Found { .. } => None,
    }
}
