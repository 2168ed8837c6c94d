//! The buttons of a pause: going on, what is seldom needed, and the two questions.

use leptos::prelude::*;

use super::{
    control::{Control, Words},
    controls::Card,
    sight::{self, Stand},
};
use crate::{
    domain::{
        Event,
        hold::{Ending, Reason},
    },
    view::ctx::ctx,
};

/// The reasons for "This feels wrong", with their words.
const REASONS: [(Reason, Words); 4] = [
    (Reason::Sharp, |t| t.reasons[0]),
    (Reason::Numb, |t| t.reasons[1]),
    (Reason::Tingling, |t| t.reasons[2]),
    (Reason::Other, |t| t.reasons[3]),
];

/// The buttons of a pause.
#[component]
pub fn Paused(stand: Memo<Stand>) -> impl IntoView {
    let asks_stop = Memo::new(move |_| stand.get().asks_stop);
    let asks_reason = Memo::new(move |_| stand.get().asks_reason);
    let can_add_ten = Memo::new(move |_| stand.get().can_add_ten);
    move || {
        if asks_stop.get() {
            return view! { <StopQuestion /> }.into_any();
        }
        view! {
            {move || asks_reason.get().then(|| view! { <Reasons /> })}
            <Control class="is-resume" words=|t| t.resume event=Event::Resumed main=true first=true />
            <Control class="is-stop" words=|t| t.stop event=Event::StopAsked />
            <Control class="is-turn" words=|t| t.turn event=Event::Turned />
            {move || {
                can_add_ten
                    .get()
                    .then(|| view! { <Control class="is-ten" words=|t| t.ten_more event=Event::TenAdded /> })
            }}
            <Card />
        }
        .into_any()
    }
}

/// "Stop now?", so that no elbow ends a session.
#[component]
fn StopQuestion() -> impl IntoView {
    let ctx = ctx();
    view! {
        <div class="stop-question" role="group" aria-labelledby="stop-question">
            <p class="mat-question" id="stop-question">{move || ctx.t().session.stop_ask}</p>
            <Control class="is-stop-now" words=|t| t.stop_now event=Event::Stopped />
            <Control class="is-resume" words=|t| t.resume event=Event::StopWithdrawn main=true first=true />
        </div>
    }
}

/// What felt wrong. Leaving it out is as good an answer.
#[component]
fn Reasons() -> impl IntoView {
    let ctx = ctx();
    let given = sight::part(|r| match r.course.holds.last()?.ending {
        Ending::Stopped(reason) => reason,
        Ending::Eased | Ending::MovedOn | Ending::Limit | Ending::Timed | Ending::Interrupted => None,
    });
    view! {
        <div class="reasons" role="group" aria-labelledby="reason-question">
            <p class="mat-question" id="reason-question">{move || ctx.t().session.reason_ask}</p>
            {REASONS
                .into_iter()
                .map(|(reason, words)| {
                    let pressed = Signal::derive(move || given.get().flatten() == Some(reason));
                    view! { <Control words=words event=Event::ReasonGiven(reason) pressed /> }
                })
                .collect_view()}
        </div>
    }
}
