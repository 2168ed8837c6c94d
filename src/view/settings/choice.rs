//! A few choices of which one holds: native radio buttons.

use leptos::prelude::*;

use super::change;
use crate::{domain::settings::Settings, text::Text, view::ctx::ctx};

/// A phrase of the language in use.
pub type Phrase = fn(&'static Text) -> &'static str;

/// One of the choices.
pub struct Pick {
    /// Its name.
    pub label: Phrase,
    /// What it means, where the name does not say it.
    pub note: Option<Phrase>,
    /// The name's own language, where it is not the one in use.
    pub lang: Option<&'static str>,
    /// Whether it holds.
    pub is: fn(&Settings) -> bool,
    /// Makes it hold.
    pub set: fn(&mut Settings),
}

impl Pick {
    /// A choice whose name says it all.
    pub const fn plain(label: Phrase, is: fn(&Settings) -> bool, set: fn(&mut Settings)) -> Self {
        Self { label, note: None, lang: None, is, set }
    }
}

/// A group of choices.
#[component]
pub fn Choice(
    /// Tells the group's radio buttons from those of other groups.
    name: &'static str,
    legend: Phrase,
    picks: &'static [Pick],
    settings: Memo<Settings>,
) -> impl IntoView {
    let ctx = ctx();
    let row = move |pick: &'static Pick| {
        view! {
            <label class="pick">
                <input
                    type="radio"
                    name=name
                    prop:checked=move || settings.with(pick.is)
                    on:change=move |_| change(ctx, pick.set)
                />
                <span>
                    <b lang=pick.lang>{move || (pick.label)(ctx.t())}</b>
                    {pick.note.map(|note| view! { <small>{move || note(ctx.t())}</small> })}
                </span>
            </label>
        }
    };
    view! {
        <fieldset class="choice">
            <legend>{move || legend(ctx.t())}</legend>
            {picks.iter().map(row).collect::<Vec<_>>()}
        </fieldset>
    }
}
