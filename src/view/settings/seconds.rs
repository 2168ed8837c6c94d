//! A number of seconds: a native slider with a button at either end.

use std::ops::RangeInclusive;

use leptos::prelude::*;

use super::{change, choice::Phrase};
use crate::{domain::settings::Settings, text::Text, view::ctx::ctx};

/// Seconds that one press of a button or key adds.
const STEP: u8 = 5;

/// Which seconds, and how they are read and written.
#[derive(Clone)]
pub struct Span {
    /// Its name.
    pub label: Phrase,
    /// What it means, where the name does not say it.
    pub note: Option<Phrase>,
    /// Shortest and longest.
    pub range: RangeInclusive<u8>,
    /// Reads it.
    pub get: fn(&Settings) -> u8,
    /// Writes it.
    pub set: fn(&mut Settings, u8),
}

/// The slider with its name, its value and its buttons.
#[component]
pub fn Seconds(id: &'static str, span: Span, settings: Memo<Settings>) -> impl IntoView {
    let ctx = ctx();
    let Span { label, note, range, get, set } = span;
    let (shortest, longest) = range.into_inner();
    let kept = Memo::new(move |_| settings.with(get));
    // What the slider shows while it is held; only where it comes to rest is it a choice.
    let shown = RwSignal::new(kept.get_untracked());
    Effect::new(move || shown.set(kept.get()));
    let choose = move |seconds: u8| change(ctx, |s| set(s, seconds.clamp(shortest, longest)));
    let read = |ev: leptos::ev::Event| event_target_value(&ev).parse::<u8>();
    let words = move |seconds| (ctx.t().settings.seconds)(seconds);
    let name = move |of: fn(&Text) -> fn(&str) -> String| of(ctx.t())(label(ctx.t()));
    view! {
        <div class="seconds">
            <label for=id>{move || label(ctx.t())}</label>
            <output for=id aria-hidden="true">{move || words(shown.get())}</output>
            <button
                type="button"
                aria-label=move || name(|t| t.settings.less)
                on:click=move |_| choose(kept.get_untracked().saturating_sub(STEP))
            >
                "−"
            </button>
            <input
                type="range"
                id=id
                min=shortest
                max=longest
                step=STEP
                aria-valuetext=move || words(shown.get())
                prop:value=move || shown.get()
                on:input=move |ev| if let Ok(seconds) = read(ev) { shown.set(seconds) }
                on:change=move |ev| if let Ok(seconds) = read(ev) { choose(seconds) }
            />
            <button
                type="button"
                aria-label=move || name(|t| t.settings.more)
                on:click=move |_| choose(kept.get_untracked().saturating_add(STEP))
            >
                "+"
            </button>
            {note.map(|note| view! { <small>{move || note(ctx.t())}</small> })}
        </div>
    }
}
