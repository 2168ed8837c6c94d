//! The buttons of each phase, each in a fixed place, so that a second press never hits a button that ends
//! something.

use leptos::prelude::*;

use super::{
    control::Control,
    resume_button::ResumeButton,
    stop_question::StopQuestion,
    view_model::{SessionView, use_session_view},
};
use crate::{
    app::context::use_app,
    domain::{Event, phase::PhaseName, phase::PressureAdvice},
};

/// A button of a phase besides Undo and Pause.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum ControlKind {
    FeelsWrong,
    AtKnee,
    TooMuchPressure,
    MoveOn,
    StopQuestion,
    Resume,
    Stop,
    TurnScreen,
    AddTenSeconds,
    Safety,
}

/// The sets of buttons. The same button in another set is a different element.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum ControlSet {
    Countdown,
    Roll,
    Hold,
    StopQuestion,
    Paused,
    Done,
}

/// The buttons of the phase, then Undo and Pause.
///
/// A button that two phases share is created again, so that it does not keep the focus. Undo and Pause are
/// outside of the keyed list, which would move them in the DOM when it changes; browsers blur moved elements.
#[component]
pub fn Controls() -> impl IntoView {
    let t = &use_app().text.get_untracked().session_screen;
    let session = use_session_view();
    let controls = Memo::new(move |_| session.with(controls));
    let shows_undo = Memo::new(move |_| session.with(|s| s.can_undo && !s.is_confirming_stop));
    let shows_pause = Memo::new(move |_| session.get().phase != PhaseName::Paused);
    view! {
        <div class="controls">
            <For each=move || controls.get() key=|control| *control children=|(_, kind)| control_view(kind)/>
            {move || shows_undo.get().then(|| view! {
                <Control class="control is-undo" label=t.undo event=Event::Undone/>
            })}
            {move || shows_pause.get().then(|| view! {
                <Control class="control is-pause" label=t.pause event=Event::Paused/>
            })}
        </div>
    }
}

/// The visible buttons in order, each with its set.
fn controls(session: &SessionView) -> Vec<(ControlSet, ControlKind)> {
    let (set, controls): (ControlSet, &[ControlKind]) = match session.phase {
        PhaseName::Position | PhaseName::Switch => (ControlSet::Countdown, &[]),
        PhaseName::Roll => {
            (ControlSet::Roll, &[ControlKind::FeelsWrong, ControlKind::AtKnee, ControlKind::MoveOn])
        }
        PhaseName::Hold => {
            (ControlSet::Hold, &[ControlKind::FeelsWrong, ControlKind::TooMuchPressure, ControlKind::MoveOn])
        }
        PhaseName::Paused if session.is_confirming_stop => {
            (ControlSet::StopQuestion, &[ControlKind::StopQuestion])
        }
        PhaseName::Paused => (
            ControlSet::Paused,
            &[
                ControlKind::Safety,
                ControlKind::TurnScreen,
                ControlKind::Stop,
                ControlKind::AddTenSeconds,
                ControlKind::Resume,
            ],
        ),
        PhaseName::Done => (ControlSet::Done, &[]),
    };
    let is_shown = |kind: &ControlKind| match kind {
        ControlKind::MoveOn => session.can_move_on,
        ControlKind::AddTenSeconds => session.can_add_ten_seconds,
        ControlKind::FeelsWrong
        | ControlKind::AtKnee
        | ControlKind::TooMuchPressure
        | ControlKind::StopQuestion
        | ControlKind::Resume
        | ControlKind::Stop
        | ControlKind::TurnScreen
        | ControlKind::Safety => true,
    };
    controls.iter().copied().filter(is_shown).map(|kind| (set, kind)).collect()
}

fn control_view(kind: ControlKind) -> AnyView {
    let t = &use_app().text.get_untracked().session_screen;
    let (class, label, event) = match kind {
        ControlKind::StopQuestion => return view! { <StopQuestion/> }.into_any(),
        ControlKind::MoveOn => return view! { <MoveOn/> }.into_any(),
        ControlKind::Resume => return view! { <ResumeButton event=Event::Resumed/> }.into_any(),
        ControlKind::FeelsWrong => ("control is-feels-wrong", t.feels_wrong, Event::FeltWrong),
        ControlKind::Safety => ("control is-safety", t.safety, Event::SafetyPageToggled(true)),
        ControlKind::AtKnee => ("control is-knee", t.at_knee, Event::AtKnee),
        ControlKind::TooMuchPressure => ("control is-too-much", t.too_much, Event::TooMuchPressed),
        ControlKind::Stop => ("control is-stop", t.stop, Event::StopPressed),
        ControlKind::TurnScreen => ("control is-turn", t.turn_screen, Event::LayoutRotated),
        ControlKind::AddTenSeconds => ("control is-add-ten", t.ten_seconds_more, Event::TenSecondsAdded),
    };
    view! { <Control class label event/> }.into_any()
}

/// Ends a hold without marking it as eased, or skips the next mark. It is the main control once the spot was
/// held long enough or hurts so much that it should be left.
#[component]
fn MoveOn() -> impl IntoView {
    let t = &use_app().text.get_untracked().session_screen;
    let session = use_session_view();
    let is_main = Signal::derive(move || {
        let session = session.get();
        session.phase == PhaseName::Hold
            && (session.is_past_cap || session.advice == Some(PressureAdvice::LeaveSpot))
    });
    view! { <Control class="control is-move-on" label=t.move_on event=Event::MovedOn is_main/> }
}
