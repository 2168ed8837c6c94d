//! What to do, which spot it is, and what there is to know.

use leptos::prelude::*;

use super::sight::{self, Stand, Task};
use crate::{
    domain::{
        history::Kept,
        phase::{Name, Why},
    },
    text::session::SessionText,
    view::ctx::ctx,
};

/// The words under the number: one instruction, and a line or two beside it.
#[component]
pub fn Words(stand: Memo<Stand>) -> impl IntoView {
    let ctx = ctx();
    let task = sight::part(Task::of);
    let first = move || {
        let task = task.get().flatten()?;
        instruction(&ctx.t().session, stand.get(), task)
    };
    let second = move || {
        let task = task.get().flatten()?;
        detail(&ctx.t().session, stand.get(), task)
    };
    view! {
        <div class="words">
            {move || first().map(|words| view! { <p class="words-first">{words}</p> })}
            {move || second().map(|words| view! { <p class="words-second">{words}</p> })}
            <SavedTick stand />
            <Sleepy stand />
        </div>
    }
}

/// The one thing to do now; in a pause, why there is one unless it was asked for.
fn instruction(t: &SessionText, stand: Stand, task: Task) -> Option<String> {
    Some(match (stand.why, task) {
        (Some(Why::Asked), _) => return None,
        (Some(Why::FeltWrong), _) => t.felt_wrong.to_owned(),
        (Some(Why::Slept), _) => t.slept.to_owned(),
        (Some(Why::Closed), _) => t.closed.to_owned(),
        (None, Task::LieDown(_, None)) => t.then_roll.to_owned(),
        (None, Task::LieDown(_, Some(n))) => (t.then_hold)(n),
        (None, Task::Find) => t.find.to_owned(),
        (None, Task::RollOn) => t.roll_to_knee.to_owned(),
        (None, Task::Next(n, of)) => (t.next_spot)(n, of),
        (None, Task::TapAt(n)) => (t.tap_to_hold)(n),
        (None, Task::StayAt(n)) => (t.stay_at)(n),
        (None, Task::Hold(..)) if stand.too_much => t.less_weight.text.to_owned(),
        (None, Task::Hold(..)) if stand.past_cap => t.enough.text.to_owned(),
        (None, Task::Hold(.., Some(seconds))) => (t.until_seconds)(seconds),
        (None, Task::Hold(.., None)) => t.until_eased.to_owned(),
        (None, Task::OffRoller) => t.off_roller.to_owned(),
        (None, Task::NextLeg(leg)) => t.next_leg[leg.index()].to_owned(),
    })
}

/// What stands below it; in a pause, what it goes back to.
fn detail(t: &SessionText, stand: Stand, task: Task) -> Option<String> {
    let paused = stand.why.is_some();
    match task {
        _ if stand.asks_reason => None,
        Task::LieDown(leg, _) if !paused => Some(t.lie_down[leg.index()].to_owned()),
        Task::LieDown(_, Some(n)) => Some((t.then_hold)(n)),
        Task::Hold(n, of, _) if paused || !stand.too_much => Some((t.spot)(n, of)),
        Task::Next(n, of) if paused => Some((t.next_spot)(n, of)),
        Task::NextLeg(leg) if paused => Some(t.next_leg[leg.index()].to_owned()),
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

/// Where the last hold is kept. Silent while it is being written: that takes a moment.
#[component]
fn SavedTick(stand: Memo<Stand>) -> impl IntoView {
    let ctx = ctx();
    let kept = ctx.part(sight::kept);
    move || {
        let t = &ctx.t().session;
        let asks = stand.get().asks_stop || stand.get().asks_reason;
        match kept.get()? {
            Kept::Pending => None,
            _ if asks => None,
            Kept::Both => Some(view! { <p class="saved-tick is-both">{t.saved}</p> }.into_any()),
            Kept::One => Some(view! { <p class="saved-tick is-one">{t.saved_once}</p> }.into_any()),
            Kept::Nowhere => Some(view! { <p class="saved-tick is-nowhere">{t.not_saved}</p> }.into_any()),
        }
    }
}

/// What to do where the screen cannot be kept awake, while there is a hand free for it.
#[component]
fn Sleepy(stand: Memo<Stand>) -> impl IntoView {
    let ctx = ctx();
    let shown = move || {
        let stand = stand.get();
        let free =
            matches!(stand.name, Name::Position | Name::Paused) && !stand.asks_stop && !stand.asks_reason;
        free && ctx.device.get().may_sleep
    };
    move || shown().then(|| view! { <p class="words-sleepy">{ctx.t().session.may_sleep}</p> })
}
