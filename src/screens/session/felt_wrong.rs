//! The steps after "This feels wrong": come off the roller, give the reason, read when to get help.

use leptos::prelude::*;

use super::{control::Control, phase_pictures::LessPressurePose, view_model::use_session_view};
use crate::{
    app::context::use_app,
    domain::{
        Event, hold::StopReason, phase::FeltWrongStep, running::RunningSession, session_display::CarryOn,
    },
    screens::safety::HelpSigns,
};

/// The reasons that are offered, in this order.
const REASONS: [StopReason; 4] =
    [StopReason::Sharp, StopReason::Numb, StopReason::Tingling, StopReason::Other];

/// The current step, which covers the whole screen.
#[component]
pub fn FeltWrong(
    /// The current step.
    step: FeltWrongStep,
) -> impl IntoView {
    match step {
        FeltWrongStep::LeaveRoller => view! { <LeaveRoller/> }.into_any(),
        FeltWrongStep::AskReason => view! { <AskReason/> }.into_any(),
        FeltWrongStep::Advice => view! { <Advice/> }.into_any(),
    }
}

/// The first step: come off the roller, with a picture.
#[component]
fn LeaveRoller() -> impl IntoView {
    let t = &use_app().text.get_untracked().session_screen;
    let session = use_session_view();
    let can_undo = Memo::new(move |_| session.get().can_undo);
    view! {
        <div class="session-notice is-leave-roller">
            <h1 class="session-notice-title">{t.come_off_roller}</h1>
            <div class="session-notice-picture"><LessPressurePose/></div>
            <div class="session-notice-buttons">
                // Placed where "This feels wrong" was: a second press must not hit Undo.
                <Control
                    class="control"
                    label=t.i_am_off_roller
                    event=Event::CameOffRoller
                    takes_focus=true
                    is_main=true
                />
                {move || can_undo.get().then(|| view! {
                    <Control class="control is-undo" label=t.undo event=Event::Undone/>
                })}
            </div>
        </div>
    }
}

/// Asks for the reason, which is optional.
#[component]
fn AskReason() -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().session_screen;
    let reason_given = Memo::new(move |_| app.with_running(RunningSession::felt_wrong_reason).flatten());
    let button = move |reason| {
        let is_pressed = Signal::derive(move || reason_given.get() == Some(reason));
        let label = t.reason(reason)?;
        Some(view! { <Control class="control" label event=Event::ReasonGiven(reason) is_pressed/> })
    };
    view! {
        <div class="session-notice">
            <h1 class="session-notice-title" id="reason-question" tabindex="-1" data-first="">{t.reason_question}</h1>
            <div class="reasons" role="group" aria-labelledby="reason-question">
                {REASONS.into_iter().filter_map(button).collect_view()}
            </div>
            <div class="session-notice-buttons">
                {move || {
                    let has_reason = reason_given.get().is_some();
                    let label = t.reason_buttons[usize::from(has_reason)];
                    view! { <Control class="control" label event=Event::ReasonStepFinished is_main=has_reason/> }
                }}
            </div>
        </div>
    }
}

/// When to get help. "Stop for today" is the main action.
#[component]
fn Advice() -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let carry_on = app.with_running_untracked(RunningSession::carry_on_target).flatten();
    let carry_on = carry_on.map(|carry_on| {
        t.session_screen.carry_on[match carry_on {
            CarryOn::Roll => 0,
            CarryOn::NextSpot => 1,
            CarryOn::NextLeg => 2,
        }]
    });
    view! {
        <div class="session-notice is-advice">
            <div
                class="session-notice-text"
                tabindex="0"
                role="region"
                aria-labelledby="session-notice-title"
                data-first=""
            >
                <h1>{t.session_screen.paused_felt_wrong}</h1>
                <h2 class="session-notice-title" id="session-notice-title">{t.safety.page.title}</h2>
                <HelpSigns/>
            </div>
            <div class="session-notice-buttons">
                <Control
                    class="control is-stop-for-today"
                    label=t.session_screen.stop_for_today
                    event=Event::StoppedForToday
                />
                {carry_on.map(|label| view! { <Control class="control" label event=Event::CarriedOn/> })}
            </div>
        </div>
    }
}
