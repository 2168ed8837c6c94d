//! One hold in the summary: a line that opens for corrections.

use leptos::prelude::*;

use crate::{
    domain::{
        Event,
        event::Edit,
        hold::{Ending, Hold},
        leg::Position,
        session::SessionId,
    },
    view::{ctx::ctx, ui::hold::hold_line},
};

/// A hold by its index in the session, with its number on the leg.
#[component]
pub fn Held(id: SessionId, hold: usize, number: usize) -> impl IntoView {
    let ctx = ctx();
    let of = ctx.part(move |m| m.history.session(id)?.holds.get(hold).copied());
    let line = move || of.get().map(|held| hold_line(number, &held, ctx.t()));
    let editable = Memo::new(move |_| of.get().is_some_and(|h| h.ending.editable()));
    view! {
        <li>
            {line}
            <details class="correct">
                <summary>{move || (ctx.t().session.summary.correct)(number)}</summary>
                <Place id hold number of />
                {move || editable.get().then(|| view! { <HowEnded id hold number of /> })}
            </details>
        </li>
    }
}

/// Where it was. While the slider moves only the number beside it follows; letting go is the correction.
#[component]
fn Place(id: SessionId, hold: usize, number: usize, of: Memo<Option<Hold>>) -> impl IntoView {
    let ctx = ctx();
    let kept = Memo::new(move |_| of.get().map_or(Position::TOP, |h| h.position));
    let moving = RwSignal::new(None::<Position>);
    let shown = move || moving.get().unwrap_or(kept.get()).percent();
    let spoken = move || (ctx.t().leg.place_spoken)(shown(), None);
    let settle = move |value: String| {
        moving.set(None);
        if let Some(position) = position(&value) {
            ctx.send(Event::Edited(id, Edit::Place(hold, position)));
        }
    };
    view! {
        <label class="correct-field">
            <span>{move || (ctx.t().leg.position_of)(number)}</span>
            <input
                type="range"
                min="0"
                max="100"
                prop:value=move || shown().to_string()
                aria-valuetext=spoken
                on:input=move |event| moving.set(position(&event_target_value(&event)))
                on:change=move |event| settle(event_target_value(&event))
            />
            <output>{move || (ctx.t().leg.percent)(shown())}</output>
        </label>
    }
}

fn position(value: &str) -> Option<Position> {
    Position::new(value.parse().ok()?)
}

/// How it ended, among the endings that one may choose afterwards.
#[component]
fn HowEnded(id: SessionId, hold: usize, number: usize, of: Memo<Option<Hold>>) -> impl IntoView {
    let ctx = ctx();
    let ending = Memo::new(move |_| of.get().map(|h| h.ending));
    let choose = move |value: String| {
        if let Some(ending) = value.parse().ok().and_then(|i: usize| Ending::EDITABLE.get(i).copied()) {
            ctx.send(Event::Edited(id, Edit::Ending(hold, ending)));
        }
    };
    view! {
        <label class="correct-field">
            <span>{move || (ctx.t().session.summary.ending_of)(number)}</span>
            <select on:change=move |event| choose(event_target_value(&event))>
                {Ending::EDITABLE
                    .into_iter()
                    .enumerate()
                    .map(|(i, choice)| {
                        view! {
                            <option value=i.to_string() prop:selected=move || ending.get() == Some(choice)>
                                {move || (ctx.t().history.ending)(choice)}
                            </option>
                        }
                    })
                    .collect_view()}
            </select>
        </label>
    }
}
