//! What to do, which spot it is, and what there is to know.

use leptos::prelude::*;

use super::view_model::{self, Instruction, SessionView, use_session_view};
use crate::{
    app::context::{Device, use_app},
    domain::{
        history::SaveStatus,
        phase::{Name, Why},
    },
    i18n::Text,
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
    // None while a question needs the room.
    let saved = Memo::new(move |_| {
        let (seq, status) = app.snapshot_saved.get();
        let saved = app.running(|running| view_model::last_hold_saved(running, seq, status)).flatten();
        saved.filter(|_| !session.get().asks())
    });
    let caution = Memo::new(move |_| caution_line(t, session.get(), app.device.get()));
    view! {
        <div class="words">
            {move || first.get().map(|words| view! { <p class="words-first">{words}</p> })}
            {move || second.get().map(|words| view! { <p class="words-second">{words}</p> })}
            {move || saved.get().and_then(|status| saved_line(t, status)).map(|(class, words)| view! {
                <p class=class>{words}</p>
            })}
            {move || caution.get().map(|words| view! { <p class="words-sleepy">{words}</p> })}
        </div>
    }
}

/// The one thing to do now; in a pause, why there is one unless it was asked for.
fn first_line(t: &Text, session: SessionView, instruction: Instruction) -> Option<String> {
    let words = match (session.why, instruction) {
        (Some(Why::Asked), _) => return None,
        (Some(Why::FeltWrong), _) => t.mat.felt_wrong,
        (Some(Why::Slept), _) => t.mat.slept,
        (Some(Why::Closed), _) => t.mat.closed,
        (None, Instruction::LieDown(_, None)) => t.mat.then_roll,
        (None, Instruction::LieDown(_, Some(n))) => return Some(t.session.then_hold.n(n)),
        (None, Instruction::Find) => t.session.find,
        (None, Instruction::RollOn) => t.mat.roll_to_knee,
        (None, Instruction::Next(n, of)) => return Some(t.session.next_spot.with(&[n.into(), of.into()])),
        (None, Instruction::TapAt(n)) => return Some(t.mat.tap_to_hold.n(n)),
        (None, Instruction::StayAt(n)) => return Some(t.mat.stay_at.n(n)),
        (None, Instruction::Hold(..)) if session.too_much && session.best_stopped => {
            t.session.best_stopped.text
        }
        (None, Instruction::Hold(..)) if session.too_much => t.session.less_weight.text,
        (None, Instruction::Hold(..)) if session.past_cap => t.session.enough.text,
        (None, Instruction::Hold(.., Some(seconds))) => return Some(t.mat.until_seconds.n(seconds)),
        (None, Instruction::Hold(.., None)) => t.mat.until_eased,
        (None, Instruction::OffRoller) => t.mat.off_roller,
        (None, Instruction::NextLeg(leg)) => t.session.next_leg[leg.index()],
    };
    Some(words.to_owned())
}

/// What stands below it; in a pause, what it goes back to.
fn second_line(t: &Text, session: SessionView, instruction: Instruction) -> Option<String> {
    let paused = session.why.is_some();
    match instruction {
        _ if session.asks_reason => None,
        Instruction::LieDown(leg, _) if !paused => Some(t.mat.lie_down[leg.index()].to_owned()),
        Instruction::LieDown(_, Some(n)) => Some(t.session.then_hold.n(n)),
        Instruction::Hold(n, of, _) if paused || !session.too_much => Some(t.session.which_spot(n, of)),
        Instruction::Next(n, of) if paused => Some(t.session.next_spot.with(&[n.into(), of.into()])),
        _ if session.long_leg && session.name == Name::Roll => Some(t.session.long_leg.text.to_owned()),
        Instruction::NextLeg(leg) if paused => Some(t.session.next_leg[leg.index()].to_owned()),
        Instruction::LieDown(..)
        | Instruction::Hold(..)
        | Instruction::Find
        | Instruction::RollOn
        | Instruction::Next(..)
        | Instruction::TapAt(_)
        | Instruction::StayAt(_)
        | Instruction::OffRoller
        | Instruction::NextLeg(_) => None,
    }
}

/// Where the last hold is stored, as classes and words. Nothing while it is being written: that takes a moment.
const fn saved_line(t: &Text, status: SaveStatus) -> Option<(&'static str, &'static str)> {
    match status {
        SaveStatus::Pending => None,
        SaveStatus::Both => Some(("saved-tick is-both", t.mat.saved)),
        SaveStatus::One => Some(("saved-tick is-one", t.mat.saved_once)),
        SaveStatus::Nowhere => Some(("saved-tick is-nowhere", t.mat.not_saved)),
    }
}

/// What the phone does not do: stay awake, which is said while a hand is free for it, or sound. One line, and none
/// while a question needs the room.
fn caution_line(t: &Text, session: SessionView, device: Device) -> Option<&'static str> {
    let has_hand_free = matches!(session.name, Name::Position | Name::Paused);
    if session.asks() {
        None
    } else if device.may_sleep && has_hand_free {
        Some(t.session.may_sleep)
    } else {
        device.sound_off.then_some(t.mat.sound_off)
    }
}
