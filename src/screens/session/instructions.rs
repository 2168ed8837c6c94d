//! What to do, which spot it is, and what there is to know.

use leptos::prelude::*;

use super::view_model::{self, Instruction, SessionView, use_session_view};
use crate::{
    app::context::{Device, use_app},
    domain::{
        history::SaveStatus,
        phase::{Name, PressureAdvice, Why},
        running::Running,
        settings::Advance,
    },
    i18n::{Text, duration},
};

/// The words under the number: one instruction, and a line or two beside it.
#[component]
pub fn Instructions() -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let session = use_session_view();
    let instruction = Memo::new(move |_| app.running(Instruction::of).flatten());
    let first = Memo::new(move |_| first_line(t, session.get(), instruction.get()?));
    let second = Memo::new(move |_| second_line(t, session.get(), instruction.get()?));
    let leg_time = Memo::new(move |_| {
        let seconds = app.running(leg_seconds)??;
        Some(t.session_screen.leg_time.words(&duration::clock(seconds)))
    });
    // None while a question needs the room.
    let saved = Memo::new(move |_| {
        let (seq, status) = app.snapshot_saved.get();
        let saved = app.running(|running| view_model::last_hold_saved(running, seq, status)).flatten();
        saved.filter(|_| !session.get().asks_stop)
    });
    let caution = Memo::new(move |_| caution_line(t, session.get(), app.device.get()));
    view! {
        <div class="words">
            {move || first.get().map(|(class, words)| view! { <p class=class>{words}</p> })}
            {move || second.get().map(|words| view! { <p class="words-second">{words}</p> })}
            {move || leg_time.get().map(|words| view! { <p class="words-second">{words}</p> })}
            {move || saved.get().and_then(|status| saved_line(t, status)).map(|(class, words)| view! {
                <p class=class>{words}</p>
            })}
            {move || caution.get().map(|words| view! { <p class="words-sleepy">{words}</p> })}
        </div>
    }
}

const FIRST: &str = "words-first";

/// The one thing to do now, with its class; in a pause, why there is one unless it was asked for.
fn first_line(t: &Text, session: SessionView, instruction: Instruction) -> Option<(&'static str, String)> {
    let words = match (session.why, instruction) {
        (Some(Why::Asked | Why::FeltWrong(_)), _) | (None, Instruction::Eased) => return None,
        (Some(Why::Slept), _) => t.session_screen.slept,
        (Some(Why::Closed), _) => t.session_screen.closed,
        (None, Instruction::LieDown(leg, _)) => t.session_screen.lie_down[leg.index()],
        (None, Instruction::Find) => t.session.find,
        (None, Instruction::RollOn) => t.session_screen.roll_to_knee,
        (None, Instruction::Next(n, of)) => {
            return Some((FIRST, t.session.next_spot.with(&[n.into(), of.into()])));
        }
        (None, Instruction::TapAt(n)) => return Some((FIRST, t.session_screen.tap_to_hold.n(n))),
        (None, Instruction::StayAt(n)) => return Some((FIRST, t.session_screen.stay_at.n(n))),
        (None, Instruction::WeightOff) => t.session_screen.weight_off,
        (None, Instruction::Hold(n, of, advance)) => {
            return Some(hold_line(t, session, advance, || t.session.which_spot(n, of)));
        }
        (None, Instruction::OffRoller) => t.session_screen.off_roller,
        (None, Instruction::NextLeg(_)) => t.session_screen.turn_over,
    };
    Some((FIRST, words.to_owned()))
}

/// The first line of a hold: advice before anything else, then that it is enough, then which spot it is.
fn hold_line(
    t: &Text,
    session: SessionView,
    advance: Advance,
    spot: impl Fn() -> String,
) -> (&'static str, String) {
    match (session.advice, advance) {
        (Some(PressureAdvice::LeaveSpot), _) => {
            ("words-first is-grave", t.session.leave_spot.text.to_owned())
        }
        (Some(PressureAdvice::LessWeight), _) => {
            ("words-first is-caution", t.session.less_weight.text.to_owned())
        }
        (None, _) if session.past_cap => (FIRST, t.session.enough.text.to_owned()),
        (None, Advance::ByItself(_)) => (FIRST, t.session_screen.stay_on.to_owned()),
        (None, Advance::UntilEased) => (FIRST, spot()),
    }
}

/// What stands below it; in a pause, what it goes back to.
fn second_line(t: &Text, session: SessionView, instruction: Instruction) -> Option<String> {
    let paused = session.why.is_some();
    match instruction {
        Instruction::LieDown(_, None) if !paused => Some(t.session_screen.roller_place.to_owned()),
        Instruction::LieDown(leg, None) => Some(t.session_screen.lie_down[leg.index()].to_owned()),
        Instruction::LieDown(_, Some(n)) => Some(t.session.then_hold.n(n)),
        Instruction::Hold(n, of, Advance::UntilEased) if paused || session.past_cap => {
            Some(t.session.which_spot(n, of))
        }
        Instruction::Hold(n, of, Advance::ByItself(_)) if paused || session.advice.is_none() => {
            Some(t.session.which_spot(n, of))
        }
        Instruction::Next(n, of) if paused => Some(t.session.next_spot.with(&[n.into(), of.into()])),
        _ if session.long_leg && session.name == Name::Roll && session.spot_here.is_none() => {
            Some(t.session.long_leg.text.to_owned())
        }
        Instruction::NextLeg(leg) if paused => Some(t.session.next_leg[leg.index()].to_owned()),
        Instruction::NextLeg(leg) => Some(t.session_screen.lie_down[leg.index()].to_owned()),
        Instruction::Hold(..)
        | Instruction::Find
        | Instruction::RollOn
        | Instruction::Next(..)
        | Instruction::TapAt(_)
        | Instruction::StayAt(_)
        | Instruction::Eased
        | Instruction::WeightOff
        | Instruction::OffRoller => None,
    }
}

/// In a pause, the seconds on the leg so far, if it has begun.
fn leg_seconds(running: &Running) -> Option<u32> {
    let shows = running.phase_name() == Name::Paused && running.course.leg_ms() > 0;
    shows.then(|| running.course.leg_ms() / 1_000)
}

/// Where the last hold is stored, as classes and words. Nothing while it is being written: that takes a moment.
fn saved_line(t: &Text, status: SaveStatus) -> Option<(&'static str, &'static str)> {
    match status {
        SaveStatus::Pending => None,
        SaveStatus::Both => Some(("saved-tick is-both", t.session_screen.saved)),
        SaveStatus::One => Some(("saved-tick is-one", t.session_screen.saved_once)),
        SaveStatus::Nowhere => Some(("saved-tick is-nowhere", t.session_screen.not_saved)),
    }
}

/// What the phone does not do: stay awake, which is said while a hand is free for it, or sound. One line, and none
/// while a question needs the room.
fn caution_line(t: &Text, session: SessionView, device: Device) -> Option<&'static str> {
    let has_hand_free = matches!(session.name, Name::Position | Name::Paused);
    if session.asks_stop {
        None
    } else if device.may_sleep && has_hand_free {
        Some(t.session.may_sleep)
    } else {
        let voice_fails = device.voice_fails.then_some(t.sound.voice_fails);
        device.sound_off.then_some(t.session_screen.sound_off).or(voice_fails)
    }
}
