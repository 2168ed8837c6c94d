//! The first words: what this is and where the data lives.
//!
//! It never lies over the leg screen, which works before anything is read: a small button in the masthead
//! leads to a panel below everything else.

use leptos::{html, prelude::*};

use super::ctx::{Ctx, ctx};
use crate::{
    domain::{Event, model::Screen},
    text::Text,
};

/// The welcome, on the leg screen until it was read.
#[component]
pub fn Welcome() -> impl IntoView {
    let ctx = ctx();
    let wanted = ctx.part(|m| !m.meta.welcomed && m.screen == Screen::Leg);
    move || wanted.get().then(|| view! { <Panel /> })
}

#[component]
fn Panel() -> impl IntoView {
    let ctx = ctx();
    let ios = Memo::new(move |_| ctx.device.get().ios_browser);
    let heading = NodeRef::<html::H2>::new();
    let go = move |_| {
        if let Some(heading) = heading.get_untracked() {
            heading.focus().ok();
        }
    };
    // Who has sessions is not new, and the masthead then says something else there.
    let new = ctx.part(|m| m.history.entries().next().is_none());
    view! {
        {move || new.get().then(|| view! {
            <button type="button" class="welcome-call" class:is-caution=ios on:click=go>
                {move || title(ctx, ios.get())}
            </button>
        })}
        <section class="welcome" aria-labelledby="welcome">
            <h2 id="welcome" tabindex="-1" node_ref=heading>{move || title(ctx, ios.get())}</h2>
            {move || ios.get().then(|| home_screen(ctx.t()))}
            <p>{move || ctx.t().welcome.what}</p>
            <p>{move || ctx.t().welcome.data}</p>
            <div class="welcome-acts">
                <button type="button" class="welcome-done" on:click=move |_| ctx.send(Event::Welcomed)>
                    {move || ctx.t().welcome.done}
                </button>
                <a class="button" href="#/learn">{move || ctx.t().welcome.learn}</a>
            </div>
        </section>
    }
}

fn title(ctx: Ctx, ios: bool) -> &'static str {
    let words = &ctx.t().welcome;
    if ios { words.ios } else { words.title }
}

/// Safari and the Home Screen app keep separate storage: what to do before anything is recorded.
fn home_screen(t: &'static Text) -> impl IntoView {
    view! {
        <p>{t.welcome.ios_why}</p>
        <ol class="welcome-steps">{t.welcome.ios_how.map(|step| view! { <li>{step}</li> })}</ol>
    }
}
