//! The session screen: selects the view for the stage of the session, and lays out a session in progress.

use leptos::{html::Div, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, MouseEvent};

use super::{
    big_tap::BigTap,
    control::Control,
    controls::Controls,
    felt_wrong::FeltWrong,
    instructions::Instructions,
    keyboard,
    mini_leg::MiniLeg,
    pain_question::PainQuestion,
    summary::SessionSummary,
    text_width,
    timer_dial::TimerDial,
    view_model::{SessionView, use_session_view},
};
use crate::{
    app::context::use_app,
    components::{
        focus,
        leg_attribute::leg_attribute,
        resume_panel::{OtherTabPanel, ResumePanel},
        session_stage::SessionStage,
    },
    domain::{
        Event,
        phase::{PhaseName, PressureAdvice},
        running::RunningSession,
    },
};

/// The view for the current stage of the session. The app mounts it again when the [`SessionStage`] changes.
#[component]
pub fn SessionScreen() -> impl IntoView {
    let app = use_app();
    keyboard::listen(app);
    match app.session_state.with_untracked(SessionStage::of) {
        SessionStage::InProgress => view! { <SessionInProgress/> }.into_any(),
        SessionStage::EndNotice => view! { <EndNotice/> }.into_any(),
        SessionStage::Summary => app
            .with_running_untracked(|running| (running.id, running.progress.leg))
            .map(|(id, leg)| view! { <SessionSummary id leg/> })
            .into_any(),
        SessionStage::Interrupted => view! { <PanelPage><ResumePanel/></PanelPage> }.into_any(),
        SessionStage::OtherTab => view! { <PanelPage><OtherTabPanel/></PanelPage> }.into_any(),
        // The app navigates away from this screen immediately.
        SessionStage::NoSession => view! { <main></main> }.into_any(),
    }
}

/// A page around a panel that replaces the session.
#[component]
fn PanelPage(
    /// The panel.
    children: Children,
) -> impl IntoView {
    view! {
        <main class="panel-page">
            <header class="masthead">
                <h1 class="wordmark" translate="no" tabindex="-1">"Eased"</h1>
            </header>
            {children()}
        </main>
    }
}

/// A session in progress: side and phase, number or leg, instructions and buttons. After "This feels wrong" a
/// notice replaces all of it.
#[component]
fn SessionInProgress() -> impl IntoView {
    let session = SessionView::provide();
    let layout = NodeRef::<Div>::new();
    let felt_wrong = Memo::new(move |_| session.get().felt_wrong_step());
    focus_main_control(session, layout);
    view! {
        <main
            class="session"
            class:is-rotated=move || session.get().is_rotated
            class:is-hold-start=move || session.get().is_hold_start
            class:is-at-spot=move || session.get().waiting_at_spot.is_some()
            class:is-resting=move || session.get().rest_reason.is_some()
            class:is-off-roller=move || session.get().is_off_roller
            class:is-leave-advised=move || session.get().advice == Some(PressureAdvice::LeaveSpot)
            data-phase=move || phase_attribute(session.get().phase)
            data-leg=move || leg_attribute(session.get().leg)
            data-side=move || leg_attribute(session.get().shown_leg)
            translate="no"
            on:contextmenu=|event| event.prevent_default()
            on:click=|event| release_focus(&event)
        >
            <div class="session-rotation" node_ref=layout>
                {move || match felt_wrong.get() {
                    Some(step) => view! { <FeltWrong step/> }.into_any(),
                    None => view! { <SessionLayout/> }.into_any(),
                }}
            </div>
        </main>
    }
}

/// The layout of a phase.
#[component]
fn SessionLayout() -> impl IntoView {
    let session = use_session_view();
    // While rolling the large leg is shown instead; while changing legs neither leg is the current one.
    let shows_leg = Memo::new(move |_| matches!(session.get().phase, PhaseName::Hold | PhaseName::Paused));
    view! {
        <div class="session-layout">
            <SideAndPhase/>
            {move || shows_leg.get().then(|| view! { <MiniLeg/> })}
            <TimerDial/>
            <Instructions/>
            <BigTap/>
            <PainQuestion/>
            <Controls/>
        </div>
    }
}

/// The heading: the side, and the phase in one word.
#[component]
fn SideAndPhase() -> impl IntoView {
    let t = &use_app().text.get_untracked().session_screen;
    let session = use_session_view();
    let side = move || t.sides[session.get().shown_leg.index()];
    let word = move || {
        let session = session.get();
        match (session.waiting_at_spot, session.rest_reason) {
            _ if session.phase == PhaseName::Paused => t.phase_words.paused,
            (Some(_), _) => t.stop_here,
            (None, Some(_)) => t.wait,
            (None, None) => t.phase_words.of(session.phase),
        }
    };
    let is_changing_legs = Memo::new(move |_| session.get().phase_to_resume == PhaseName::Switch);
    view! {
        <h1
            class="session-heading"
            class:is-changing=move || is_changing_legs.get()
            style=("--side-ems", move || text_width::line_ems(side()))
            style=("--word-ems", move || text_width::line_ems(word()))
        >
            <span class="session-side">{move || side()}</span>
            " "
            <span class="session-phase">{move || word()}</span>
        </h1>
    }
}

/// The end before the summary: tells the person to come off the roller first.
#[component]
fn EndNotice() -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().session_screen;
    let leg = app.with_running_untracked(|running| running.progress.leg);
    let is_rotated = leg.is_some_and(|leg| app.settings.with_untracked(|settings| settings.is_rotated(leg)));
    let both = app.with_running_untracked(|running| running.progress.did_both_legs()) == Some(true);
    let can_undo = Memo::new(move |_| app.with_running(RunningSession::can_undo).unwrap_or_default());
    let [off, both_done, over] = t.session_end;
    view! {
        <main
            class="session"
            class:is-rotated=is_rotated
            data-phase=phase_attribute(PhaseName::Done)
            data-leg=leg.map(leg_attribute)
            translate="no"
        >
            <div class="session-rotation">
                <div class="session-notice is-end-notice">
                    <h1 class="session-notice-title">{off}</h1>
                    <p class="session-notice-lead">{if both { both_done } else { over }}</p>
                    <div class="session-notice-buttons">
                        {move || can_undo.get().then(|| view! {
                            <Control class="control is-undo" label=t.undo event=Event::Undone/>
                        })}
                    </div>
                </div>
            </div>
        </main>
    }
}

/// Focuses the main control of the phase when the focused control is gone.
fn focus_main_control(session: Memo<SessionView>, layout: NodeRef<Div>) {
    let app = use_app();
    Effect::new(move |_| {
        session.get();
        app.safety_page_open.track();
        let Some(layout) = layout.get() else { return };
        // One frame later the controls of the phase are in the DOM.
        request_animation_frame(move || {
            let main_control = layout.query_selector("[data-first]").ok().flatten();
            if let Some(main_control) = main_control.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
                focus::focus_if_none(&main_control);
            }
        });
    });
}

/// Blurs a control that was pressed by pointer, so that the next key press is the big tap. A dialog that was
/// opened by the press keeps its focus.
fn release_focus(event: &MouseEvent) {
    // Clicks from a key or a screen reader have `detail` 0.
    let by_pointer = event.detail() > 0;
    let pressed = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    let Some(pressed) = pressed.filter(|_| by_pointer) else { return };
    let screen = pressed.closest(".session").ok().flatten();
    if let (Some(screen), Some(focused)) = (screen, focus::focused_element(&pressed))
        && screen.contains(Some(&focused))
    {
        focused.blur().ok();
    }
}

/// The value of the `data-phase` attribute.
const fn phase_attribute(name: PhaseName) -> &'static str {
    match name {
        PhaseName::Position => "position",
        PhaseName::Roll => "roll",
        PhaseName::Hold => "hold",
        PhaseName::Switch => "switch",
        PhaseName::Paused => "paused",
        PhaseName::Done => "done",
    }
}
