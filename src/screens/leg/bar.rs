//! The bar within the thumb's reach: what the session will be, and the way into it.

use leptos::prelude::*;

use super::ui_state::{LegUiState, ZoneEnd};
use crate::{
    app::context::{AppRequest, Task, use_app},
    components::resume_panel::{ElsewherePanel, ResumePanel},
    domain::{draft::Draft, leg::Leg, model::SessionState},
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
                Offer::Start => view! { <StartButton words=t.shell.start/> }.into_any(),
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

/// The visible summary of the diagram, which also names it.
#[component]
fn LegSummary(ui: LegUiState) -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let here = Memo::new(move |_| app.draft.with(marks_here));
    let what = move || match (ui.past_end.get(), here.get()) {
        (Some(ZoneEnd::Hip), _) => t.session.told.above_zone.to_owned(),
        (Some(ZoneEnd::Knee), _) => t.session.told.below_zone.to_owned(),
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
