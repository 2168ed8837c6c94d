//! The instructions below the number: what to do, which spot it is, and notes.

use leptos::prelude::*;

use super::view_model::{self, Instruction, SessionView, use_session_view};
use crate::{
    app::context::{AppStatus, use_app},
    domain::{
        history::SaveStatus,
        phase::{PauseReason, PhaseName, PressureAdvice},
        running::RunningSession,
        settings::Advance,
    },
    i18n::{Text, duration},
};

/// One instruction, with up to two lines of detail.
#[component]
pub fn Instructions() -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let session = use_session_view();
    let instruction = Memo::new(move |_| app.with_running(Instruction::of).flatten());
    let first = Memo::new(move |_| first_line(t, session.get(), instruction.get()?));
    let second = Memo::new(move |_| second_line(t, session.get(), instruction.get()?));
    let leg_time = Memo::new(move |_| {
        let seconds = app.with_running(leg_seconds)??;
        Some(t.session_screen.time_on_leg.with_text(&duration::clock(seconds)))
    });
    // Hidden while a question needs the space.
    let saved = Memo::new(move |_| {
        let (seq, status) = app.snapshot_save_status.get();
        let saved =
            app.with_running(|running| view_model::last_hold_save_status(running, seq, status)).flatten();
        saved.filter(|_| !session.get().is_confirming_stop)
    });
    let warning = Memo::new(move |_| warning_line(t, session.get(), app.status.get()));
    view! {
        <div class="instructions">
            {move || first.get().map(|(class, words)| view! { <p class=class>{words}</p> })}
            {move || second.get().map(|words| view! { <p class="instructions-second">{words}</p> })}
            {move || leg_time.get().map(|words| view! { <p class="instructions-second">{words}</p> })}
            {move || saved.get().and_then(|status| saved_line(t, status)).map(|(class, words)| view! {
                <p class=class>{words}</p>
            })}
            {move || warning.get().map(|words| view! { <p class="instructions-caution">{words}</p> })}
        </div>
    }
}

const FIRST_LINE_CLASS: &str = "instructions-first";

/// The class and text of the main instruction. While paused: the reason, unless the person asked for the pause.
fn first_line(t: &Text, session: SessionView, instruction: Instruction) -> Option<(&'static str, String)> {
    let words = match (session.pause_reason, instruction) {
        (Some(PauseReason::Asked | PauseReason::FeltWrong(_)), _) | (None, Instruction::Eased) => {
            return None;
        }
        (Some(PauseReason::Slept), _) => t.session_screen.paused_screen_off,
        (Some(PauseReason::Closed), _) => t.session_screen.paused_app_closed,
        (None, Instruction::LieDown { leg, .. }) => t.session_screen.lie_on_side[leg.index()],
        (None, Instruction::FindSpots) => t.session.tap_at_tight_spot,
        (None, Instruction::RollToKnee) => t.session_screen.roll_to_knee,
        (None, Instruction::NextSpot { number, total }) => {
            return Some((FIRST_LINE_CLASS, t.session.next_spot.with_values(&[number.into(), total.into()])));
        }
        (None, Instruction::TapToHold(n)) => {
            return Some((FIRST_LINE_CLASS, t.session_screen.tap_to_hold.with_number(n)));
        }
        (None, Instruction::WaitForHold(n)) => {
            return Some((FIRST_LINE_CLASS, t.session_screen.stay_here.with_number(n)));
        }
        (None, Instruction::WeightOff) => t.session_screen.take_weight_off,
        (None, Instruction::Hold { number, total, advance }) => {
            return Some(first_line_of_hold(t, session, advance, || t.session.spot_label(number, total)));
        }
        (None, Instruction::OffRoller) => t.session_screen.off_roller,
        (None, Instruction::NextLeg(_)) => t.session_screen.turn_over,
    };
    Some((FIRST_LINE_CLASS, words.to_owned()))
}

/// The first line of a hold: pressure advice, otherwise that the hold was long enough, otherwise which spot it
/// is.
fn first_line_of_hold(
    t: &Text,
    session: SessionView,
    advance: Advance,
    spot: impl Fn() -> String,
) -> (&'static str, String) {
    match (session.advice, advance) {
        (Some(PressureAdvice::LeaveSpot), _) => {
            ("instructions-first is-severe", t.session.leave_spot.text.to_owned())
        }
        (Some(PressureAdvice::LessWeight), _) => {
            ("instructions-first is-caution", t.session.less_weight.text.to_owned())
        }
        (None, _) if session.is_past_cap => (FIRST_LINE_CLASS, t.session.enough_for_spot.text.to_owned()),
        (None, Advance::Timed(_)) => (FIRST_LINE_CLASS, t.session_screen.stay_on_spot.to_owned()),
        (None, Advance::UntilEased) => (FIRST_LINE_CLASS, spot()),
    }
}

/// The second line; while paused, what the session returns to.
fn second_line(t: &Text, session: SessionView, instruction: Instruction) -> Option<String> {
    let paused = session.pause_reason.is_some();
    match instruction {
        Instruction::LieDown { next_spot: Some(number), .. } => {
            Some(t.session.then_hold_spot.with_number(number))
        }
        Instruction::LieDown { next_spot: None, .. } if !paused => {
            Some(t.session_screen.roller_position.to_owned())
        }
        Instruction::LieDown { leg, next_spot: None } => {
            Some(t.session_screen.lie_on_side[leg.index()].to_owned())
        }
        Instruction::Hold { number, total, advance: Advance::UntilEased }
            if paused || session.is_past_cap =>
        {
            Some(t.session.spot_label(number, total))
        }
        Instruction::Hold { number, total, advance: Advance::Timed(_) }
            if paused || session.advice.is_none() =>
        {
            Some(t.session.spot_label(number, total))
        }
        Instruction::NextSpot { number, total } if paused => {
            Some(t.session.next_spot.with_values(&[number.into(), total.into()]))
        }
        _ if session.is_long_on_leg
            && session.phase == PhaseName::Roll
            && session.waiting_at_spot.is_none() =>
        {
            Some(t.session.five_minutes_on_leg.text.to_owned())
        }
        Instruction::NextLeg(leg) if paused => Some(t.session.next_leg[leg.index()].to_owned()),
        Instruction::NextLeg(leg) => Some(t.session_screen.lie_on_side[leg.index()].to_owned()),
        Instruction::Hold { .. }
        | Instruction::FindSpots
        | Instruction::RollToKnee
        | Instruction::NextSpot { .. }
        | Instruction::TapToHold(_)
        | Instruction::WaitForHold(_)
        | Instruction::Eased
        | Instruction::WeightOff
        | Instruction::OffRoller => None,
    }
}

/// While paused: the seconds on the leg so far, if any.
fn leg_seconds(running: &RunningSession) -> Option<u32> {
    let shows = running.phase_name() == PhaseName::Paused && running.progress.leg_ms() > 0;
    shows.then(|| running.progress.leg_ms() / 1_000)
}

/// The class and text for where the last hold is stored. Nothing while the write is pending, which is short.
fn saved_line(t: &Text, status: SaveStatus) -> Option<(&'static str, &'static str)> {
    match status {
        SaveStatus::Pending => None,
        SaveStatus::InBothStores => Some(("saved-tick is-both", t.session_screen.saved)),
        SaveStatus::InOneStore => Some(("saved-tick is-one", t.session_screen.saved_in_one_store)),
        SaveStatus::NotSaved => Some(("saved-tick is-nowhere", t.session_screen.not_saved)),
    }
}

/// A warning: the screen may turn off, which is shown while the person has a free hand, or sound is
/// unavailable. At most one line, none while a question needs the space.
fn warning_line(t: &Text, session: SessionView, status: AppStatus) -> Option<&'static str> {
    let has_free_hand = matches!(session.phase, PhaseName::Position | PhaseName::Paused);
    if session.is_confirming_stop {
        None
    } else if status.screen_may_sleep && has_free_hand {
        Some(t.session.phone_may_lock)
    } else {
        let voice_fails = status.is_voice_failing.then_some(t.sound.voice_fails);
        status.is_sound_blocked.then_some(t.session_screen.tap_for_sound).or(voice_fails)
    }
}
