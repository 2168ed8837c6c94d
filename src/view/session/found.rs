//! A session that the app was closed on, and one that another tab runs. Shown here and on the leg screen.

use leptos::{html, prelude::*};

use crate::{
    domain::{Event, Model, leg::Leg, model::Sitting},
    view::ctx::ctx,
};

/// What is known of the session that was left behind.
#[derive(Clone, Copy, PartialEq, Eq)]
struct LeftBehind {
    leg: Leg,
    holds: usize,
    minutes_ago: i64,
    can_continue: bool,
}

impl LeftBehind {
    fn of(model: &Model) -> Option<Self> {
        let Sitting::Found { live, .. } = &model.sitting else {
            return None;
        };
        Some(Self {
            leg: live.running.course.leg,
            holds: live.running.course.holds.len(),
            minutes_ago: (model.opened.unix_ms - live.written_unix_ms) / 60_000,
            can_continue: live.can_continue(model.opened),
        })
    }
}

/// A session that the app was closed on: go on, keep what there is, or discard it.
#[component]
pub fn FoundPanel() -> impl IntoView {
    let ctx = ctx();
    let found = ctx.part(LeftBehind::of);
    let asks = ctx.part(|m| matches!(m.sitting, Sitting::Found { asks_discard: true, .. }));
    let facts = move || {
        let found = found.get()?;
        let t = &ctx.t().session.found;
        let too_late = (!found.can_continue).then(|| view! { <p>{t.too_late}</p> });
        Some(view! {
            <p>{(t.what)(found.leg, found.holds)} ", " {(t.ago)(found.minutes_ago)}</p>
            {too_late}
        })
    };
    let can_continue = move || found.get().is_some_and(|f| f.can_continue);
    view! {
        <section class="panel" aria-labelledby="found-title">
            <h2 id="found-title">{move || ctx.t().session.found.left_behind}</h2>
            {facts}
            {move || {
                if asks.get() {
                    view! { <DiscardQuestion /> }.into_any()
                } else {
                    view! { <FoundButtons can_continue=can_continue() /> }.into_any()
                }
            }}
        </section>
    }
}

#[component]
fn FoundButtons(can_continue: bool) -> impl IntoView {
    let ctx = ctx();
    let go_on = can_continue.then(|| {
        view! {
            <button type="button" class="action" on:click=move |_| ctx.send(Event::Continued)>
                {move || ctx.t().session.found.carry_on}
            </button>
        }
    });
    view! {
        <div class="panel-buttons">
            {go_on}
            <button type="button" on:click=move |_| ctx.send(Event::KeptInterrupted)>
                {move || ctx.t().session.found.keep}
            </button>
            <button type="button" on:click=move |_| ctx.send(Event::Discarded)>
                {move || ctx.t().session.found.discard}
            </button>
        </div>
    }
}

/// "Discard?" Cancel stands where Discard stood and has the focus: pressing twice discards nothing.
#[component]
fn DiscardQuestion() -> impl IntoView {
    let ctx = ctx();
    let cancel = NodeRef::<html::Button>::new();
    cancel.on_load(|cancel| {
        cancel.focus().ok();
    });
    view! {
        <p class="panel-question">{move || ctx.t().session.found.discard_ask}</p>
        <div class="panel-buttons">
            <button type="button" class="is-final" on:click=move |_| ctx.send(Event::Discarded)>
                {move || ctx.t().session.found.discard}
            </button>
            <button type="button" node_ref=cancel on:click=move |_| ctx.send(Event::DiscardWithdrawn)>
                {move || ctx.t().session.found.cancel}
            </button>
        </div>
    }
}

/// A session in another tab: what it does, and the way to bring it here.
#[component]
pub fn ElsewherePanel() -> impl IntoView {
    let ctx = ctx();
    let there = ctx.part(|m| match &m.sitting {
        Sitting::Elsewhere(live) => Some((live.running.course.leg, live.running.phase_name())),
        Sitting::Idle | Sitting::Asking(_) | Sitting::Running(_) | Sitting::Found { .. } => None,
    });
    let words = move || there.get().map(|(leg, name)| (ctx.t().session.found.phase_there)(leg, name));
    view! {
        <section class="panel" aria-labelledby="elsewhere-title">
            <h2 id="elsewhere-title">{move || ctx.t().session.found.elsewhere}</h2>
            <p>{words}</p>
            <p>{move || ctx.t().session.found.take_over_what}</p>
            <div class="panel-buttons">
                <button type="button" class="action" on:click=move |_| ctx.send(Event::TakeOverAsked)>
                    {move || ctx.t().session.found.take_over}
                </button>
            </div>
        </section>
    }
}
