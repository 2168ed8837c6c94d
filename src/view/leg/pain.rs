//! How much a spot hurts: a range that knows "not rated".

use leptos::{ev, html, prelude::*};

use super::facts;
use crate::{
    domain::{
        Event,
        event::MarkEvent,
        spot::{Pain, Spot},
    },
    view::ctx::ctx,
};

/// Pain from 0 to 10, or none: one tap rates, one clears.
#[component]
pub fn PainRange(id: u32, number: Memo<usize>, spot: Memo<Spot>) -> impl IntoView {
    let ctx = ctx();
    let t = &ctx.text.get_untracked().leg;
    let node = NodeRef::<html::Input>::new();
    // Shown while the thumb is under the finger; each rating that is let go is one step of Undo.
    let sliding = RwSignal::new(None::<u8>);
    let shown = move || sliding.get().or_else(|| spot.get().pain.map(Pain::score));
    let rate = move |pain: Option<Pain>| {
        sliding.set(None);
        ctx.send(Event::Mark(MarkEvent::Rated(id, pain)));
    };
    let change = move |event: ev::Event| rate(event_target_value(&event).parse().ok().and_then(Pain::new));
    // A browser reports no change when the thumb stays at 0, which is where "not rated" begins.
    let rate_zero = move || {
        if spot.get_untracked().pain.is_none() && sliding.get_untracked().is_none() {
            rate(Pain::new(0));
        }
    };
    let key = move |event: ev::KeyboardEvent| {
        if ["Home", "ArrowLeft", "ArrowDown", "PageDown"].contains(&event.key().as_str()) {
            rate_zero();
        }
    };
    let clear = move |_| {
        rate(None);
        if let Some(range) = node.get_untracked() {
            range.focus().ok();
        }
    };
    view! {
        <div class="spot-pain" class:is-unrated=move || shown().is_none()>
            <label class="spot-range">
                <span>{t.pain}</span>
                <input
                    type="range"
                    min="0"
                    max="10"
                    step="1"
                    node_ref=node
                    aria-label=move || (t.pain_of)(number.get())
                    aria-valuetext=move || facts::pain_spoken(t, shown())
                    prop:value=move || shown().unwrap_or(0).to_string()
                    style:--share=move || format!("{}%", u32::from(shown().unwrap_or(0)) * 10)
                    on:input=move |e| sliding.set(event_target_value(&e).parse().ok())
                    on:change=change
                    on:click=move |_| rate_zero()
                    on:keydown=key
                />
            </label>
            <div class="spot-rating">
                <span aria-hidden="true">
                    {move || shown().map_or_else(|| t.not_rated.to_owned(), |pain| pain.to_string())}
                </span>
                <button
                    type="button"
                    class="quiet"
                    hidden=move || shown().is_none()
                    aria-label=move || (t.clear_of)(number.get())
                    on:click=clear
                >
                    {t.clear}
                </button>
            </div>
        </div>
    }
}
