//! The leg screen: the plate with its marks, the same as a list, and the way into a session.

mod anatomy;
mod bar;
mod crop;
pub mod decimal;
mod diagram;
pub mod facts;
mod hand;
mod layout;
mod list;
mod marks;
mod pain;
pub mod place;
#[rustfmt::skip] // Generated, and compared with what the generator writes.
pub mod plate;
mod room;
mod row;
mod touch;
mod watch;

use leptos::prelude::*;

use self::{bar::Bar, diagram::Diagram, hand::Hand, list::Spots};
use super::ctx::ctx;
use crate::domain::{Event, event::MarkEvent, history::Body, leg::Leg};

/// The leg screen. What it looks like before the app runs stands in `index.html`: keep the two alike.
#[component]
pub fn LegScreen() -> impl IntoView {
    let ctx = ctx();
    let leg = ctx.part(|m| m.draft.leg);
    let hand = Hand::new();
    // What a tap went past is of that moment only.
    Effect::new(move || {
        leg.track();
        hand.past.set(None);
    });
    view! {
        <main class="leg" data-side=move || diagram::side(leg.get())>
            <Masthead />
            <Legs leg />
            <Diagram hand />
            <Spots hand />
            <Bar hand />
        </main>
    }
}

#[component]
fn Masthead() -> impl IntoView {
    let ctx = ctx();
    let last = ctx.part(|m| {
        let any = m.history.entries().any(|(_, entry)| matches!(entry.body, Body::Full(_)));
        // The next first leg is the one that was not first the last time.
        any.then(|| m.history.next_first_leg().other())
    });
    let t = &ctx.text.get_untracked().leg;
    let words = move || last.get().map(|leg| t.last_first[leg.index()]);
    view! {
        <header class="masthead">
            <h1 class="wordmark" tabindex="-1">
                "Eased"
            </h1>
            <p class="masthead-note">{words}</p>
        </header>
    }
}

#[component]
fn Legs(leg: Memo<Leg>) -> impl IntoView {
    let ctx = ctx();
    let t = &ctx.text.get_untracked().shell;
    let radio = move |this: Leg| {
        let chosen = move || leg.get() == this;
        let word = match this {
            Leg::Left => t.left_leg,
            Leg::Right => t.right_leg,
        };
        view! {
            <label>
                <input
                    type="radio"
                    name="leg"
                    prop:checked=chosen
                    on:change=move |_| ctx.send(Event::Mark(MarkEvent::LegChosen(this)))
                />
                <span id=move || chosen().then_some("leg-which")>{word}</span>
            </label>
        }
    };
    view! {
        <fieldset class="legs">
            <legend class="heard">{t.which_leg}</legend>
            {radio(Leg::Left)}
            {radio(Leg::Right)}
        </fieldset>
    }
}
