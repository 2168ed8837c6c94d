//! The number of the timer and the phase's own shape.

use leptos::prelude::*;

use super::{
    pain::PainScale,
    shapes::{Arrows, Bars, Chevrons, LyingDown},
    view_model::{self, use_session_view},
};
use crate::{
    app::context::use_app,
    domain::{
        phase::{LIMIT_MS, Name},
        running::Running,
    },
};

/// The number, with its shape around or below it.
#[component]
pub fn TimerDial() -> impl IntoView {
    let app = use_app();
    let session = use_session_view();
    let seconds = Memo::new(move |_| app.running(Running::digits).flatten().unwrap_or_default());
    let holds = Memo::new(move |_| session.get().name == Name::Hold);
    let is_clock = move || seconds.get() >= 100;
    let is_long_clock = move || seconds.get() >= 600;
    let asks_pain = Memo::new(move |_| app.running(view_model::pain_asked).flatten().map(|(ask, _)| ask));
    view! {
        <div class="dial">
            {move || holds.get().then(|| view! { <HoldRing seconds/> })}
            <p
                class="digits"
                role="timer"
                class:is-clock=is_clock
                class:is-long-clock=is_long_clock
            >
                {move || view_model::clock(seconds.get())}
            </p>
            // A list of at most one: another question is another scale, and the focus does not stay on it.
            <For each=move || asks_pain.get() key=|ask| *ask children=|ask| view! { <PainScale ask/> }/>
            <PhaseShape seconds/>
        </div>
    }
}

/// The shape of the phase; in a hold it is the ring.
#[component]
fn PhaseShape(seconds: Memo<u32>) -> impl IntoView {
    let session = use_session_view();
    let phase = Memo::new(move |_| session.get().name);
    move || match phase.get() {
        Name::Position => view! { <LyingDown/> }.into_any(),
        Name::Roll => view! { <Chevrons seconds/> }.into_any(),
        Name::Switch => view! { <Arrows/> }.into_any(),
        Name::Paused => view! { <Bars/> }.into_any(),
        Name::Hold | Name::Done => ().into_any(),
    }
}

/// Fills while the spot is held, full when the hold ends by itself.
///
/// It changes together with the digits, so the two never show different times. It moves in steps: a smooth ring is
/// painted a dozen times a second, at six times the cost of the whole hold.
#[component]
fn HoldRing(seconds: Memo<u32>) -> impl IntoView {
    let app = use_app();
    let end_ms = Memo::new(move |_| app.running(hold_end_ms).flatten().unwrap_or(LIMIT_MS));
    let is_fixed = move || end_ms.get() < LIMIT_MS;
    let turn = move || format!("{}deg", (seconds.get() * 360_000 / end_ms.get().max(1)).min(360));
    view! {
        <div class="ring-room">
            <div
                class="hold-ring"
                class:is-fixed=is_fixed
                style=("--turn", turn)
            ></div>
        </div>
    }
}

/// When the hold ends by itself.
fn hold_end_ms(running: &Running) -> Option<u32> {
    running.course.phase.holding().map(|holding| holding.end_ms)
}
