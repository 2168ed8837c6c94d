//! The buttons of each phase.

use leptos::prelude::*;

use super::{control::Control, pause::Paused, sight::Stand};
use crate::domain::{Event, phase::Name};

/// The buttons of the phase.
#[component]
pub fn Controls(stand: Memo<Stand>) -> impl IntoView {
    let name = Memo::new(move |_| stand.get().name);
    view! {
        <div class="controls">
            {move || match name.get() {
                Name::Position | Name::Switch => view! { <Card /> }.into_any(),
                Name::Roll => view! { <Rolling stand /> }.into_any(),
                Name::Hold => view! { <Holding stand /> }.into_any(),
                Name::Paused => view! { <Paused stand /> }.into_any(),
                Name::Done => ().into_any(),
            }}
            <Undo stand />
            {move || {
                (name.get() != Name::Paused)
                    .then(|| view! { <Control class="is-pause" words=|t| t.pause event=Event::Paused /> })
            }}
        </div>
    }
}

/// The buttons while rolling.
#[component]
fn Rolling(stand: Memo<Stand>) -> impl IntoView {
    let can_move_on = Memo::new(move |_| stand.get().can_move_on);
    view! {
        <Control class="is-wrong" words=|t| t.feels_wrong event=Event::FeltWrong />
        <Card />
        <Control class="is-knee" words=|t| t.at_knee event=Event::AtKnee />
        {move || {
            can_move_on.get().then(|| view! { <Control class="is-move-on" words=|t| t.move_on event=Event::MovedOn /> })
        }}
    }
}

/// The buttons while holding. "Move on" stands out once the spot has had enough.
#[component]
fn Holding(stand: Memo<Stand>) -> impl IntoView {
    let past_cap = Memo::new(move |_| stand.get().past_cap);
    view! {
        <Control class="is-wrong" words=|t| t.feels_wrong event=Event::FeltWrong />
        <Control class="is-too-much" words=|t| t.too_much event=Event::TooMuchAsked />
        <Control class="is-move-on" words=|t| t.move_on event=Event::MovedOn main=past_cap />
    }
}

/// Opens the red card.
#[component]
pub fn Card() -> impl IntoView {
    view! { <Control class="is-card" words=|t| t.red_card event=Event::RedCard(true) /> }
}

/// Undo, for as long as it can undo something.
#[component]
fn Undo(stand: Memo<Stand>) -> impl IntoView {
    let can_undo = Memo::new(move |_| stand.get().can_undo && !stand.get().asks_stop);
    move || can_undo.get().then(|| view! { <Control class="is-undo" words=|t| t.undo event=Event::Undone /> })
}
