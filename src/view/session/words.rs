//! What to do, which spot it is, and what there is to know.

use super::sight::{self, Stand, Task};
use crate::{
    domain::{
        Model,
        history::Kept,
        phase::{Name, Why},
    },
    text::Text,
    view::{
        ctx::Ctx,
        dom::{El, Word, el},
    },
};

/// The words under the number: one instruction, and a line or two beside it.
pub fn words(ctx: Ctx) -> El {
    let t = ctx.words();
    let line = |class: &'static str| move |words: Option<Word>| words.map(|w| el("p").class(class).text(w));
    el("div")
        .class("words")
        .switch(move || ctx.read(|m| instruction(t, Stand::of(m), task(m)?)), line("words-first"))
        .switch(move || ctx.read(|m| detail(t, Stand::of(m), task(m)?)), line("words-second"))
        .switch(move || ctx.read(kept), move |kept| kept.and_then(|kept| saved_tick(t, kept)))
        .switch(move || ctx.read(|m| caution(ctx, Stand::of(m))), line("words-sleepy"))
}

fn task(model: &Model) -> Option<Task> {
    model.running().and_then(Task::of)
}

/// The one thing to do now; in a pause, why there is one unless it was asked for.
fn instruction(t: &Text, stand: Stand, task: Task) -> Option<Word> {
    Some(match (stand.why, task) {
        (Some(Why::Asked), _) => return None,
        (Some(Why::FeltWrong), _) => t.mat.felt_wrong.into(),
        (Some(Why::Slept), _) => t.mat.slept.into(),
        (Some(Why::Closed), _) => t.mat.closed.into(),
        (None, Task::LieDown(_, None)) => t.mat.then_roll.into(),
        (None, Task::LieDown(_, Some(n))) => t.session.then_hold.n(n).into(),
        (None, Task::Find) => t.session.find.into(),
        (None, Task::RollOn) => t.mat.roll_to_knee.into(),
        (None, Task::Next(n, of)) => t.session.next_spot.with(&[n.into(), of.into()]).into(),
        (None, Task::TapAt(n)) => t.mat.tap_to_hold.n(n).into(),
        (None, Task::StayAt(n)) => t.mat.stay_at.n(n).into(),
        (None, Task::Hold(..)) if stand.too_much && stand.best_stopped => t.session.best_stopped.text.into(),
        (None, Task::Hold(..)) if stand.too_much => t.session.less_weight.text.into(),
        (None, Task::Hold(..)) if stand.past_cap => t.session.enough.text.into(),
        (None, Task::Hold(.., Some(seconds))) => t.mat.until_seconds.n(seconds).into(),
        (None, Task::Hold(.., None)) => t.mat.until_eased.into(),
        (None, Task::OffRoller) => t.mat.off_roller.into(),
        (None, Task::NextLeg(leg)) => t.session.next_leg[leg.index()].into(),
    })
}

/// What stands below it; in a pause, what it goes back to.
fn detail(t: &Text, stand: Stand, task: Task) -> Option<Word> {
    let paused = stand.why.is_some();
    match task {
        _ if stand.asks_reason => None,
        Task::LieDown(leg, _) if !paused => Some(t.mat.lie_down[leg.index()].into()),
        Task::LieDown(_, Some(n)) => Some(t.session.then_hold.n(n).into()),
        Task::Hold(n, of, _) if paused || !stand.too_much => Some(t.session.which_spot(n, of).into()),
        Task::Next(n, of) if paused => Some(t.session.next_spot.with(&[n.into(), of.into()]).into()),
        _ if stand.long_leg && stand.name == Name::Roll => Some(t.session.long_leg.text.into()),
        Task::NextLeg(leg) if paused => Some(t.session.next_leg[leg.index()].into()),
        Task::LieDown(..)
        | Task::Hold(..)
        | Task::Find
        | Task::RollOn
        | Task::Next(..)
        | Task::TapAt(_)
        | Task::StayAt(_)
        | Task::OffRoller
        | Task::NextLeg(_) => None,
    }
}

/// Where the last hold is kept, while no question needs the room.
fn kept(model: &Model) -> Option<Kept> {
    let stand = Stand::of(model);
    sight::kept(model).filter(|_| !stand.asks_stop && !stand.asks_reason)
}

/// Where the last hold is kept. Silent while it is being written: that takes a moment.
fn saved_tick(t: &'static Text, kept: Kept) -> Option<El> {
    let (classes, words) = match kept {
        Kept::Pending => return None,
        Kept::Both => ("saved-tick is-both", t.mat.saved),
        Kept::One => ("saved-tick is-one", t.mat.saved_once),
        Kept::Nowhere => ("saved-tick is-nowhere", t.mat.not_saved),
    };
    Some(el("p").class(classes).text(words))
}

/// What the phone does not do: stay awake, which is said while there is a hand free for it, or sound. One
/// line, and none while a question needs the room.
fn caution(ctx: Ctx, stand: Stand) -> Option<Word> {
    let t = ctx.words();
    let device = ctx.device();
    let has_hand_free = matches!(stand.name, Name::Position | Name::Paused);
    if stand.asks_stop || stand.asks_reason {
        None
    } else if device.may_sleep && has_hand_free {
        Some(t.session.may_sleep.into())
    } else {
        device.sound_off.then(|| t.mat.sound_off.into())
    }
}
