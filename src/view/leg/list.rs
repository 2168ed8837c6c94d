//! The spots as an ordered list with native controls: everything that the diagram can, without it.

use leptos::{html, prelude::*};

use super::{
    crop::Crop,
    hand::{Hand, Wish},
    row::Row,
};
use crate::{
    domain::{Event, effect::Said, event::MarkEvent},
    view::{ctx::ctx, safety::Notices},
};

/// The list of the leg that is looked at, and what can be done with it as a whole.
#[component]
pub fn Spots(hand: Hand) -> impl IntoView {
    let ctx = ctx();
    let t = ctx.text.get_untracked();
    let ids = ctx.part(|m| m.draft.marks(m.draft.leg).iter().map(|mark| mark.id).collect::<Vec<_>>());
    let full = ctx.part(|m| !m.draft.has_room(m.draft.leg));
    view! {
        <section class="spots" aria-labelledby="spots-title">
            <Notices />
            <h2 id="spots-title" class="heard">
                {t.leg.spots}
            </h2>
            <Acts hand full />
            {move || full.get().then(|| view! {
                <p class="spots-full">{(t.session.said)(Said::LegFull)}</p>
            })}
            <ol>
                <For each=move || ids.get() key=|id| *id let(id)>
                    <Row id hand />
                </For>
            </ol>
            <Views hand />
        </section>
    }
}

/// The buttons above the rows. They stay within reach of the keyboard when they can do nothing, so that
/// nobody loses the place.
#[component]
fn Acts(hand: Hand, full: Memo<bool>) -> impl IntoView {
    let ctx = ctx();
    let t = ctx.text.get_untracked();
    let can_undo = ctx.part(|m| m.draft.can_undo());
    let node = NodeRef::<html::Button>::new();
    Effect::new(move || {
        if let Some(button) = node.get()
            && hand.fulfils(Wish::Add)
        {
            button.focus().ok();
        }
    });
    let add = move |_| {
        hand.past.set(None);
        ctx.send(Event::Mark(MarkEvent::Added));
        if !full.get_untracked() {
            hand.wish.set(ctx.model.with_untracked(|m| {
                let newest = m.draft.marks(m.draft.leg).iter().map(|mark| mark.id).max()?;
                Some(Wish::Place(newest))
            }));
        }
    };
    let undo = move |_| {
        hand.past.set(None);
        if can_undo.get_untracked() {
            ctx.send(Event::Mark(MarkEvent::Undone));
        }
    };
    view! {
        <div class="spots-acts">
            <button type="button" node_ref=node aria-disabled=move || full.get().then_some("true") on:click=add>
                {t.leg.add_spot}
            </button>
            <button type="button" aria-disabled=move || (!can_undo.get()).then_some("true") on:click=undo>
                {t.leg.undo}
            </button>
        </div>
    }
}

/// How much of the leg is shown.
#[component]
fn Views(hand: Hand) -> impl IntoView {
    let ctx = ctx();
    let t = ctx.text.get_untracked();
    let toggle = move |crop: Crop| {
        hand.crop.update(|shown| *shown = if *shown == crop { Crop::Thigh } else { crop });
    };
    let pressed = move |crop: Crop| if hand.crop.get() == crop { "true" } else { "false" };
    view! {
        <div class="spots-views">
            <button
                type="button"
                class="quiet"
                aria-pressed=move || pressed(Crop::Named)
                on:click=move |_| toggle(Crop::Named)
            >
                {t.leg.show_anatomy}
            </button>
            <button
                type="button"
                class="quiet"
                aria-pressed=move || pressed(Crop::Whole)
                on:click=move |_| toggle(Crop::Whole)
            >
                {t.leg.whole_leg}
            </button>
        </div>
    }
}
