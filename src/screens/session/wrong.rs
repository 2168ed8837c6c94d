//! "This feels wrong": off the roller first, then what it was, then when to get help.

use leptos::prelude::*;

use super::{control::Control, shapes::EasingOff, view_model::use_session_view};
use crate::{
    app::context::use_app,
    domain::{Event, hold::Reason, phase::WrongStep, running::Running, session_display::CarryOn},
    screens::safety::HelpSigns,
};

/// The reasons, in the order of their phrases.
const REASONS: [Reason; 4] = [Reason::Sharp, Reason::Numb, Reason::Tingling, Reason::Other];

/// The step that it has come to, over the whole screen.
#[component]
pub fn FeltWrong(step: WrongStep) -> impl IntoView {
    match step {
        WrongStep::LeaveRoller => view! { <LeaveRoller/> }.into_any(),
        WrongStep::AskReason => view! { <AskReason/> }.into_any(),
        WrongStep::Advice => view! { <Advice/> }.into_any(),
    }
}

/// What to do first, with the picture.
#[component]
fn LeaveRoller() -> impl IntoView {
    let t = &use_app().text.get_untracked().session_screen;
    let session = use_session_view();
    let can_undo = Memo::new(move |_| session.get().can_undo);
    view! {
        <div class="wrong is-first">
            <h1 class="wrong-title">{t.leave_roller}</h1>
            <div class="wrong-picture"><EasingOff/></div>
            <div class="wrong-bar">
                // It stands where "This feels wrong" was: a second press on that must not hit Undo.
                <Control class="control" words=t.came_off event=Event::CameOff takes_focus=true main=true/>
                {move || can_undo.get().then(|| view! {
                    <Control class="control is-undo" words=t.undo event=Event::Undone/>
                })}
            </div>
        </div>
    }
}

/// What it was. It may be left unanswered.
#[component]
fn AskReason() -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().session_screen;
    let given = Memo::new(move |_| app.running(Running::wrong_reason).flatten());
    let button = move |(reason, words)| {
        let pressed = Signal::derive(move || given.get() == Some(reason));
        view! { <Control class="control" words event=Event::ReasonGiven(reason) pressed/> }
    };
    view! {
        <div class="wrong">
            <h1 class="wrong-title" id="reason-question" tabindex="-1" data-first="">{t.reason_ask}</h1>
            <div class="reasons" role="group" aria-labelledby="reason-question">
                {REASONS.into_iter().zip(t.reasons).map(button).collect_view()}
            </div>
            <div class="wrong-bar">
                {move || {
                    let has_reason = given.get().is_some();
                    let words = t.reason_done[usize::from(has_reason)];
                    view! { <Control class="control" words event=Event::ReasonDone main=has_reason/> }
                }}
            </div>
        </div>
    }
}

/// When to get help; to stop for today is the main way on.
#[component]
fn Advice() -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let carry_on = app.running_untracked(Running::carry_on).flatten();
    let carry_on = carry_on.map(|way| {
        t.session_screen.carry_on[match way {
            CarryOn::Roll => 0,
            CarryOn::NextSpot => 1,
            CarryOn::NextLeg => 2,
        }]
    });
    view! {
        <div class="wrong is-advice">
            <div class="wrong-card" tabindex="0" role="region" aria-labelledby="wrong-title" data-first="">
                <h1>{t.session_screen.felt_wrong}</h1>
                <h2 class="wrong-title" id="wrong-title">{t.safety.help.title}</h2>
                <HelpSigns/>
            </div>
            <div class="wrong-bar">
                <Control class="control is-stop-today" words=t.session_screen.stop_for_today event=Event::StoppedForToday/>
                {carry_on.map(|words| view! { <Control class="control" words event=Event::CarriedOn/> })}
            </div>
        </div>
    }
}
