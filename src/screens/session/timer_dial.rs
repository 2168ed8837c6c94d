//! The number of the timer, and what each phase shows with it or in its place.

use leptos::prelude::*;

use super::{
    mini_leg::MiniLeg,
    shapes::{Bars, EasingOff, LyingDown, Target},
    view_model::{self, use_session_view},
};
use crate::{
    app::context::use_app,
    domain::{
        phase::{LIMIT_MS, Name, PressureAdvice, RestReason},
        running::Running,
        settings::Advance,
    },
};

/// The number, where one steers the phase, and the phase's own shape.
#[component]
pub fn TimerDial() -> impl IntoView {
    let app = use_app();
    let session = use_session_view();
    let has_number = Memo::new(move |_| app.running(Running::digits).flatten().is_some());
    let holds = Memo::new(move |_| session.get().name == Name::Hold);
    view! {
        <div class="dial">
            {move || holds.get().then(|| view! { <HoldRing/> })}
            {move || has_number.get().then(|| view! { <Digits/> })}
            <PhaseShape/>
        </div>
    }
}

/// The number. Its name says what it counts.
#[component]
fn Digits() -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().session_screen;
    let seconds = Memo::new(move |_| app.running(Running::digits).flatten().unwrap_or_default());
    let is_clock = move || seconds.get() >= 100;
    let is_long_clock = move || seconds.get() >= 600;
    let counts_up = Memo::new(move |_| app.running(counts_up).unwrap_or_default());
    view! {
        <p
            class="digits"
            role="timer"
            aria-label=move || t.timers[usize::from(counts_up.get())]
            class:is-clock=is_clock
            class:is-long-clock=is_long_clock
        >
            {move || view_model::clock(seconds.get())}
        </p>
    }
}

/// Whether the number is the time on the spot: else it is the time that is left.
fn counts_up(running: &Running) -> bool {
    running.course.phase.holding().is_some() && running.advance == Advance::UntilEased
}

/// What a phase shows beside the number, or in its place.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    LyingDown,
    Leg,
    LegAtSpot,
    EasingOff,
    Bars,
    Nothing,
}

/// The shape of the phase; in a hold it is the ring.
#[component]
fn PhaseShape() -> impl IntoView {
    let session = use_session_view();
    let shown = Memo::new(move |_| {
        let session = session.get();
        match session.name {
            // Who lies there now is on the other side.
            Name::Switch if session.off_roller => Shown::Nothing,
            Name::Position | Name::Switch => Shown::LyingDown,
            Name::Roll if session.rest == Some(RestReason::Limit) => Shown::EasingOff,
            Name::Roll if session.spot_here.is_some() => Shown::LegAtSpot,
            Name::Roll => Shown::Leg,
            Name::Hold if session.advice == Some(PressureAdvice::LessWeight) => Shown::EasingOff,
            Name::Paused => Shown::Bars,
            Name::Hold | Name::Done => Shown::Nothing,
        }
    });
    move || match shown.get() {
        Shown::LyingDown => view! { <LyingDown/> }.into_any(),
        Shown::Leg => view! { <MiniLeg large=true/> }.into_any(),
        Shown::LegAtSpot => view! { <MiniLeg large=true/><Target/> }.into_any(),
        Shown::EasingOff => view! { <EasingOff/> }.into_any(),
        Shown::Bars => view! { <Bars/> }.into_any(),
        Shown::Nothing => ().into_any(),
    }
}

/// Fills while the spot is held, full when the hold ends by itself.
///
/// It changes together with the digits, so the two never show different times. It moves in steps: a smooth ring is
/// painted a dozen times a second, at six times the cost of the whole hold.
#[component]
fn HoldRing() -> impl IntoView {
    let app = use_app();
    let ring = Memo::new(move |_| app.running(ring).flatten().unwrap_or((0, LIMIT_MS)));
    let is_fixed = move || ring.get().1 < LIMIT_MS;
    let turn = move || {
        let (seconds, end_ms) = ring.get();
        format!("{}deg", (seconds * 360_000 / end_ms.max(1)).min(360))
    };
    view! { <div class="hold-ring" class:is-fixed=is_fixed style=("--turn", turn)></div> }
}

/// Whole seconds on the spot, and when the hold ends by itself, milliseconds.
fn ring(running: &Running) -> Option<(u32, u32)> {
    running.course.phase.holding().map(|holding| (holding.held_ms / 1_000, holding.end_ms))
}
