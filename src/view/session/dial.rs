//! The number and the phase's own shape.

use leptos::prelude::*;

use super::{
    shapes::{Arrows, Bars, Chevrons, Lying},
    sight::{self, Stand},
};
use crate::domain::phase::{LIMIT_MS, Name};

/// The number, with its shape around or below it.
#[component]
pub fn Dial(stand: Memo<Stand>) -> impl IntoView {
    let seconds = sight::part(|r| r.digits().unwrap_or_default());
    let seconds = Memo::new(move |_| seconds.get().unwrap_or_default());
    let digits = move || sight::clock(seconds.get());
    let name = Memo::new(move |_| stand.get().name);
    view! {
        <div class="dial">
            {move || (name.get() == Name::Hold).then(|| view! { <Ring seconds /> })}
            <p
                class="digits"
                role="timer"
                class:is-clock=move || { seconds.get() >= 100 }
                class:is-long-clock=move || { seconds.get() >= 600 }
            >
                {digits}
            </p>
            {move || match name.get() {
                Name::Position => view! { <Lying /> }.into_any(),
                Name::Roll => view! { <Chevrons seconds /> }.into_any(),
                Name::Switch => view! { <Arrows /> }.into_any(),
                Name::Paused => view! { <Bars /> }.into_any(),
                Name::Hold | Name::Done => ().into_any(),
            }}
        </div>
    }
}

/// Fills while the spot is held, full when the hold ends by itself. It moves with the digits and so can
/// never tell another time than they do; the style sheet makes the step smooth.
#[component]
fn Ring(seconds: Memo<u32>) -> impl IntoView {
    let end_ms = sight::part(|r| r.course.phase.holding().map_or(LIMIT_MS, |h| h.end_ms));
    let end_ms = move || end_ms.get().unwrap_or(LIMIT_MS);
    let turn = move || {
        let mut turn = (seconds.get() * 360_000 / end_ms().max(1)).min(360).to_string();
        turn.push_str("deg");
        turn
    };
    view! {
        <div class="ring-room">
            <div class="ring" class:is-fixed=move || { end_ms() < LIMIT_MS } style=("--turn", turn)></div>
        </div>
    }
}
