//! The bar at the bottom edge of the leg screen: a summary of the coming session and the button that starts it.

use leptos::{ev::MouseEvent, prelude::*};
use web_sys::Element;

use super::ui_state::LegUiState;
use crate::{
    app::context::{AppRequest, LazyTask, use_app},
    components::{
        focus,
        resume_panel::{OtherTabPanel, ResumePanel},
    },
    domain::{Event, draft::Draft, leg::Leg, model::SessionState},
};

/// What the bar shows below the summary.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ActionBarContent {
    Start,
    BackToSession,
    OtherTab,
    Interrupted,
}

impl ActionBarContent {
    const fn of(state: &SessionState) -> Self {
        match state {
            SessionState::Idle | SessionState::GateOpen(_) => Self::Start,
            SessionState::Running(_) => Self::BackToSession,
            SessionState::InOtherTab(_) => Self::OtherTab,
            SessionState::Interrupted { .. } => Self::Interrupted,
        }
    }
}

/// The action bar.
#[component]
pub fn ActionBar(
    /// UI state of the leg screen.
    ui: LegUiState,
) -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let content = Memo::new(move |_| app.session_state.with(ActionBarContent::of));
    view! {
        <div class="action-bar">
            <LegSummary ui/>
            {move || match content.get() {
                ActionBarContent::Interrupted => view! { <ResumePanel/> }.into_any(),
                ActionBarContent::OtherTab => view! { <OtherTabPanel/> }.into_any(),
                ActionBarContent::Start => view! {
                    <PlanOffer/>
                    <StartButton label=t.shell.start/>
                }
                .into_any(),
                ActionBarContent::BackToSession => view! { <StartButton label=t.leg.back_to_session/> }.into_any(),
            }}
        </div>
    }
}

#[component]
fn StartButton(
    /// The label.
    label: &'static str,
) -> impl IntoView {
    let app = use_app();
    view! {
        <button type="button" class="action" on:click=move |_| app.request(AppRequest::RunTask(LazyTask::StartSession))>
            {label}
        </button>
    }
}

/// Offers today's plan while no spot is marked.
#[component]
fn PlanOffer() -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().leg;
    let is_loaded = Memo::new(move |_| app.is_lazy_part_loaded());
    let is_empty = Memo::new(move |_| app.draft.with(Draft::is_empty));
    // Planning reads the whole history, so the plan is computed only when the history has changed.
    let plan = Memo::new(move |_| {
        app.history_fingerprint.get();
        is_loaded.get();
        untrack(|| app.history.with(|history| app.planned_spots(history)))
    });
    let label = Memo::new(move |_| {
        let describe = || plan.with(|plan| t.plan_summary(plan.each_ref().map(Vec::len)));
        is_empty.get().then(describe).flatten()
    });
    let adopt = move |event: MouseEvent| {
        let bar: Element = event_target(&event);
        let bar = bar.closest(".action-bar").ok().flatten();
        let mut draft = app.draft.get_untracked();
        plan.with_untracked(|plan| draft.adopt_plan(plan));
        app.dispatch(Event::PlanAdopted(draft));
        // The button has been removed together with the focus.
        if let Some(bar) = bar {
            focus::focus_first(&bar, "button.action");
        }
    };
    move || {
        label.get().map(|label| {
            view! {
                <div class="plan-offer">
                    <p>{label}</p>
                    <button type="button" on:click=adopt>{t.use_plan}</button>
                </div>
            }
        })
    }
}

/// A summary of the diagram in words. It is also the accessible name of the diagram.
#[component]
fn LegSummary(
    /// UI state of the leg screen.
    ui: LegUiState,
) -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let mark_count = Memo::new(move |_| app.draft.with(selected_leg_mark_count));
    let note = move || match (ui.outside_zone.get(), mark_count.get()) {
        (Some(end), _) => t.session.announcements.outside_zone(end).to_owned(),
        (None, 0) => t.shell.no_spots_hint.to_owned(),
        (None, n) => t.leg.marked_spots_note.for_count(n),
    };
    let mark_count_text = move || {
        let mark_count = mark_count.get();
        if mark_count > 0 && ui.outside_zone.get().is_none() {
            t.leg.marked_spots.for_count(mark_count)
        } else {
            String::new()
        }
    };
    let leg_order = move || match app.draft.with(selected_leg_and_other_mark_count) {
        (Leg::Left, 0) => t.shell.left_first.to_owned(),
        (Leg::Right, 0) => t.shell.right_first.to_owned(),
        (leg, n) => t.leg.leg_order[leg.index()].for_count(n),
    };
    view! {
        <p class="leg-summary" id="leg-summary">
            <b>{move || mark_count_text()}</b>
            " "
            {move || note()}
            " "
            <span>{move || leg_order()}</span>
        </p>
    }
}

/// The number of marks on the selected leg.
fn selected_leg_mark_count(draft: &Draft) -> usize {
    draft.marks(draft.leg).len()
}

/// The selected leg, which is rolled first, and the number of marks on the other leg.
fn selected_leg_and_other_mark_count(draft: &Draft) -> (Leg, usize) {
    (draft.leg, draft.marks(draft.leg.other()).len())
}
