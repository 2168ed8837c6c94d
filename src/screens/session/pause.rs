//! The two questions that a pause may ask.

use leptos::prelude::*;

use super::{control::Control, resume_button::Resume};
use crate::{
    app::context::use_app,
    domain::{
        Event,
        hold::{Ending, Reason},
        running::Running,
    },
};

/// The reasons for "This feels wrong", in the order of their phrases.
const REASONS: [Reason; 4] = [Reason::Sharp, Reason::Numb, Reason::Tingling, Reason::Other];

/// "Stop now?", so that no elbow ends a session.
#[component]
pub fn StopQuestion() -> impl IntoView {
    let t = &use_app().text.get_untracked().mat;
    view! {
        <Question class="stop-question" id="stop-question" words=t.stop_ask>
            <Control class="control is-stop-now" words=t.stop_now event=Event::Stopped/>
            <Resume event=Event::StopWithdrawn/>
        </Question>
    }
}

/// What felt wrong. It may be left unanswered.
#[component]
pub fn Reasons() -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().mat;
    let given = Memo::new(move |_| app.running(given_reason).flatten());
    let button = move |(reason, words)| {
        let pressed = Signal::derive(move || given.get() == Some(reason));
        view! { <Control class="control" words event=Event::ReasonGiven(reason) pressed/> }
    };
    view! {
        <Question class="reasons" id="reason-question" words=t.reason_ask>
            {REASONS.into_iter().zip(t.reasons).map(button).collect_view()}
        </Question>
    }
}

/// The reason that was given for the last hold.
fn given_reason(running: &Running) -> Option<Reason> {
    match running.course.holds.last()?.ending {
        Ending::Stopped(reason) => reason,
        Ending::Eased | Ending::MovedOn | Ending::Limit | Ending::Timed | Ending::Interrupted => None,
    }
}

/// A group of buttons, named by the question that they answer.
#[component]
fn Question(
    class: &'static str,
    /// The id of the question.
    id: &'static str,
    words: &'static str,
    children: Children,
) -> impl IntoView {
    view! {
        <div class=class role="group" aria-labelledby=id>
            <p class="mat-question" id=id>{words}</p>
            {children()}
        </div>
    }
}
