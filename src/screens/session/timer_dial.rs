//! The timer, and the picture of the phase beside it or in its place.

use leptos::prelude::*;

use super::{
    mini_leg::MiniLeg,
    phase_pictures::{LessPressurePose, LyingPose, PauseBars, TargetRings},
    view_model::{self, use_session_view},
};
use crate::{
    app::context::use_app,
    domain::{
        hold_cue::HoldCue,
        phase::{LIMIT_MS, PhaseName, PressureAdvice, RestReason},
        running::RunningSession,
        settings::Advance,
    },
};

/// The number, if the phase has one, and the picture of the phase.
#[component]
pub fn TimerDial() -> impl IntoView {
    let app = use_app();
    let session = use_session_view();
    let has_number =
        Memo::new(move |_| app.with_running(RunningSession::displayed_seconds).flatten().is_some());
    let is_holding = Memo::new(move |_| session.get().phase == PhaseName::Hold);
    view! {
        <div class="dial">
            {move || is_holding.get().then(|| view! { <HoldRing/> })}
            {move || has_number.get().then(|| view! { <Digits/> })}
            <PhasePicture/>
        </div>
    }
}

/// The number of seconds. Its accessible name says what it counts.
#[component]
fn Digits() -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().session_screen;
    let seconds =
        Memo::new(move |_| app.with_running(RunningSession::displayed_seconds).flatten().unwrap_or_default());
    let is_clock = move || seconds.get() >= 100;
    let is_long_clock = move || seconds.get() >= 600;
    let counts_up = Memo::new(move |_| app.with_running(counts_up).unwrap_or_default());
    view! {
        <p
            class="digits"
            role="timer"
            aria-label=move || t.timer_labels[usize::from(counts_up.get())]
            class:is-clock=is_clock
            class:is-long-clock=is_long_clock
        >
            {move || view_model::format_seconds(seconds.get())}
        </p>
    }
}

/// Whether the number counts up the time on the spot; otherwise it counts down the remaining time.
fn counts_up(running: &RunningSession) -> bool {
    running.progress.phase.open_hold().is_some() && running.advance == Advance::UntilEased
}

/// The picture beside the number, or in its place.
#[derive(Clone, Copy, PartialEq, Eq)]
enum DialPicture {
    LyingPose,
    Leg,
    LegAtSpot,
    LessPressurePose,
    PauseBars,
    Nothing,
}

/// The picture of the phase; a hold has the ring instead.
#[component]
fn PhasePicture() -> impl IntoView {
    let session = use_session_view();
    let shown = Memo::new(move |_| {
        let session = session.get();
        match session.phase {
            // The person is still on the other side.
            PhaseName::Switch if session.is_off_roller => DialPicture::Nothing,
            PhaseName::Position | PhaseName::Switch => DialPicture::LyingPose,
            PhaseName::Roll if session.rest_reason == Some(RestReason::Limit) => {
                DialPicture::LessPressurePose
            }
            PhaseName::Roll if session.waiting_at_spot.is_some() => DialPicture::LegAtSpot,
            PhaseName::Roll => DialPicture::Leg,
            PhaseName::Hold if session.advice == Some(PressureAdvice::LessWeight) => {
                DialPicture::LessPressurePose
            }
            PhaseName::Paused => DialPicture::PauseBars,
            PhaseName::Hold | PhaseName::Done => DialPicture::Nothing,
        }
    });
    move || match shown.get() {
        DialPicture::LyingPose => view! { <LyingPose/> }.into_any(),
        DialPicture::Leg => view! { <MiniLeg large=true/> }.into_any(),
        DialPicture::LegAtSpot => view! { <MiniLeg large=true/><TargetRings/> }.into_any(),
        DialPicture::LessPressurePose => view! { <LessPressurePose/> }.into_any(),
        DialPicture::PauseBars => view! { <PauseBars/> }.into_any(),
        DialPicture::Nothing => ().into_any(),
    }
}

/// A ring that fills during a hold and is full when the hold ends automatically, with a notch at each cue.
///
/// It changes together with the digits, so the two never disagree. It moves in steps: a smooth ring is painted
/// a dozen times a second, which costs six times as much as the whole hold does in steps.
#[component]
fn HoldRing() -> impl IntoView {
    let app = use_app();
    let progress =
        Memo::new(move |_| app.with_running(hold_ring_progress).flatten().unwrap_or((0, LIMIT_MS)));
    let is_timed = move || progress.get().1 < LIMIT_MS;
    let filled_angle = move || {
        let (seconds, end_ms) = progress.get();
        format!("{}deg", (seconds * 360_000 / end_ms.max(1)).min(360))
    };
    let notches = HoldCue::ALL.map(|cue| {
        let angle = format!("{}deg", cue.at_ms() * 360 / LIMIT_MS);
        view! { <i class="hold-notch" style=("--angle", angle)></i> }
    });
    view! {
        <div class="hold-ring" class:is-fixed=is_timed style=("--filled-angle", filled_angle)>
            {notches.collect_view()}
        </div>
    }
}

/// Whole seconds on the spot, and the time at which the hold ends automatically, milliseconds.
fn hold_ring_progress(running: &RunningSession) -> Option<(u32, u32)> {
    running.progress.phase.open_hold().map(|open_hold| (open_hold.held_ms / 1_000, open_hold.end_ms))
}
