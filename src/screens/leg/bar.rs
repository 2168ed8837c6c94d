//! The bar within the thumb's reach: what the session will be, and the way into it.

use leptos::{ev::MouseEvent, prelude::*};
use web_sys::Element;

use super::ui_state::LegUiState;
use crate::{
    app::context::{AppRequest, Task, use_app},
    components::{
        focus,
        resume_panel::{ElsewherePanel, ResumePanel},
    },
    domain::{Event, draft::Draft, leg::Leg, model::SessionState},
};

/// What the bar offers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Offer {
    Start,
    BackToSession,
    Elsewhere,
    LeftBehind,
}

impl Offer {
    const fn of(session: &SessionState) -> Self {
        match session {
            SessionState::Idle | SessionState::Asking(_) => Self::Start,
            SessionState::Running(_) => Self::BackToSession,
            SessionState::Elsewhere(_) => Self::Elsewhere,
            SessionState::Found { .. } => Self::LeftBehind,
        }
    }
}

/// The bar.
#[component]
pub fn ActionBar(
    /// The state of the screen.
    ui: LegUiState,
) -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let offer = Memo::new(move |_| app.session.with(Offer::of));
    view! {
        <div class="action-bar">
            <LegSummary ui/>
            {move || match offer.get() {
                Offer::LeftBehind => view! { <ResumePanel/> }.into_any(),
                Offer::Elsewhere => view! { <ElsewherePanel/> }.into_any(),
                Offer::Start => view! {
                    <PlanOffer/>
                    <StartButton words=t.shell.start/>
                }
                .into_any(),
                Offer::BackToSession => view! { <StartButton words=t.leg.back_to_session/> }.into_any(),
            }}
        </div>
    }
}

#[component]
fn StartButton(words: &'static str) -> impl IntoView {
    let app = use_app();
    view! {
        <button type="button" class="action" on:click=move |_| app.request(AppRequest::Do(Task::Start))>
            {words}
        </button>
    }
}

/// Today's plan, for as long as nothing is marked.
#[component]
fn PlanOffer() -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().leg;
    let is_loaded = Memo::new(move |_| app.is_part_loaded());
    let is_empty = Memo::new(move |_| app.draft.with(Draft::is_empty));
    // The whole history is read for it, so only when it has changed.
    let plan = Memo::new(move |_| {
        app.history_fingerprint.get();
        is_loaded.get();
        untrack(|| app.history.with(|history| app.planned_spots(history)))
    });
    let words = Memo::new(move |_| {
        let words = || plan.with(|plan| t.plan_words(plan.each_ref().map(Vec::len)));
        is_empty.get().then(words).flatten()
    });
    let adopt = move |event: MouseEvent| {
        let bar: Element = event_target(&event);
        let bar = bar.closest(".action-bar").ok().flatten();
        let mut draft = app.draft.get_untracked();
        plan.with_untracked(|plan| draft.adopt(plan));
        app.dispatch(Event::PlanAdopted(draft));
        // The button is gone now, and the focus with it.
        if let Some(bar) = bar {
            focus::first(&bar, "button.action");
        }
    };
    move || {
        words.get().map(|words| {
            view! {
                <div class="plan-offer">
                    <p>{words}</p>
                    <button type="button" on:click=adopt>{t.use_plan}</button>
                </div>
            }
        })
    }
}

/// The visible summary of the diagram, which also names it.
#[component]
fn LegSummary(ui: LegUiState) -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let here = Memo::new(move |_| app.draft.with(marks_here));
    let what = move || match (ui.past_end.get(), here.get()) {
        (Some(end), _) => t.session.announcements.kept_off(end).to_owned(),
        (None, 0) => t.shell.no_spots.to_owned(),
        (None, n) => t.leg.led.of(n),
    };
    let marked = move || {
        let here = here.get();
        if here > 0 && ui.past_end.get().is_none() { t.leg.marked.of(here) } else { String::new() }
    };
    let order = move || match app.draft.with(leg_and_others) {
        (Leg::Left, 0) => t.shell.left_first.to_owned(),
        (Leg::Right, 0) => t.shell.right_first.to_owned(),
        (leg, n) => t.leg.order[leg.index()].of(n),
    };
    view! {
        <p class="leg-words" id="leg-words">
            <b>{move || marked()}</b>
            " "
            {move || what()}
            " "
            <span>{move || order()}</span>
        </p>
    }
}

/// Marks on the leg that is looked at.
fn marks_here(draft: &Draft) -> usize {
    draft.marks(draft.leg).len()
}

/// The first leg, and the number of marks on the other.
fn leg_and_others(draft: &Draft) -> (Leg, usize) {
    (draft.leg, draft.marks(draft.leg.other()).len())
}
