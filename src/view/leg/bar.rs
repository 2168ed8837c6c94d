//! The bar within the thumb's reach: what the session will be, and the way into it.

use leptos::prelude::*;

use super::hand::{Hand, Past};
use crate::{
    domain::{effect::Said, leg::Leg, model::Sitting},
    view::{
        ctx::{Ask, ctx},
        session::{ElsewherePanel, FoundPanel},
    },
};

/// What the bar offers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Offer {
    Start,
    Back,
    Elsewhere,
    Found,
}

/// The bar.
#[component]
pub fn Bar(hand: Hand) -> impl IntoView {
    let ctx = ctx();
    let offer = ctx.part(|m| match m.sitting {
        Sitting::Idle | Sitting::Asking(_) => Offer::Start,
        Sitting::Running(_) => Offer::Back,
        Sitting::Elsewhere(_) => Offer::Elsewhere,
        Sitting::Found { .. } => Offer::Found,
    });
    let start = move |word: &'static str| {
        view! {
            <button type="button" class="action" on:click=move |_| ctx.ask(Ask::Start)>
                {word}
            </button>
        }
    };
    view! {
        <div class="action-bar">
            <Words hand />
            {move || match offer.get() {
                Offer::Found => view! { <FoundPanel /> }.into_any(),
                Offer::Elsewhere => view! { <ElsewherePanel /> }.into_any(),
                Offer::Start => start(ctx.t().shell.start).into_any(),
                Offer::Back => start(ctx.t().leg.back_to_session).into_any(),
            }}
        </div>
    }
}

/// The visible summary of the diagram, which also names it.
#[component]
fn Words(hand: Hand) -> impl IntoView {
    let ctx = ctx();
    let t = ctx.text.get_untracked();
    let state = ctx.part(|m| {
        let leg = m.draft.leg;
        (leg, m.draft.marks(leg).len(), m.draft.marks(leg.other()).len())
    });
    let what = move || {
        let (_, here, _) = state.get();
        match (hand.past.get(), here) {
            (Some(Past::Hip), _) => (t.session.said)(Said::AboveZone),
            (Some(Past::Knee), _) => (t.session.said)(Said::BelowZone),
            (None, 0) => t.shell.no_spots.to_owned(),
            (None, n) => (t.leg.led)(n).to_owned(),
        }
    };
    let marked = move || {
        let (_, here, _) = state.get();
        (here > 0 && hand.past.get().is_none()).then(|| (t.leg.marked)(here))
    };
    let order = move || {
        let (leg, _, there) = state.get();
        match (leg, there) {
            (Leg::Left, 0) => t.shell.left_first.to_owned(),
            (Leg::Right, 0) => t.shell.right_first.to_owned(),
            (leg, n) => (t.leg.order)(leg.index(), n),
        }
    };
    view! {
        <p class="leg-words" id="leg-words">
            <b>{marked}</b>
            " "
            {what}
            " "
            <span>{order}</span>
        </p>
    }
}
