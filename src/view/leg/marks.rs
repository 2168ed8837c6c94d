//! The marks on the plate: the numbered discs, the facts beside the leg, and what a finger takes hold of.

use leptos::prelude::*;

use super::{
    facts,
    hand::Hand,
    layout::{Layout, Placed, RADIUS},
    place,
};
use crate::{domain::leg::Leg, view::ctx::ctx};

/// Distance between a leader line and what it joins, pixels.
const AIR: f64 = 5.0;

/// One disc per mark, with its number.
#[component]
pub fn Marks(hand: Hand, layout: Memo<Option<Layout>>) -> impl IntoView {
    view! {
        <For each=move || ids(layout) key=|id| *id let:id>
            <Mark hand placed=placed(layout, id) />
        </For>
    }
}

#[component]
fn Mark(hand: Hand, placed: Memo<Option<Placed>>) -> impl IntoView {
    let id = placed.with_untracked(|p| p.map(|p| p.mark.id));
    let number = move || placed.get().map(|p| p.number);
    let percent = move || placed.get().map(|p| p.mark.spot.position.percent());
    let step = move || placed.get()?.mark.spot.pain.map(facts::step);
    let at = move || placed.get().map(|p| format!("translate({} {})", p.at[0], p.at[1]));
    let in_hand = move || hand.selected.get() == id || hand.dragged.get() == id;
    view! {
        <g class="mark" class:is-in-hand=in_hand data-spot=number data-position=percent data-step=step transform=at>
            <circle class="mark-focus-halo" r=RADIUS + 6.0></circle>
            <circle class="mark-focus" r=RADIUS + 5.0></circle>
            <circle class="mark-halo" r=RADIUS + 2.0></circle>
            <circle class="mark-body" r=RADIUS - 1.0></circle>
            <text class="mark-number">{number}</text>
        </g>
    }
}

/// A mark that has stepped aside keeps a line to its place. Below all marks, so that no number is covered.
#[component]
pub fn Homes(layout: Memo<Option<Layout>>) -> impl IntoView {
    view! {
        <For each=move || ids(layout) key=|id| *id let:id>
            <Home placed=placed(layout, id) />
        </For>
    }
}

#[component]
fn Home(placed: Memo<Option<Placed>>) -> impl IntoView {
    let home = move || placed.get().map(|p| p.band_x);
    let height = move || placed.get().map(|p| p.at[1]);
    let aside = move || placed.get().map(|p| p.at[0]);
    view! {
        <line class="leader" x1=home x2=aside y1=height y2=height></line>
        <circle class="mark-home" cx=home cy=height r="4"></circle>
    }
}

/// Beside the leg: how much it hurts and how far down it is, each with a line to its mark.
#[component]
pub fn Facts(layout: Memo<Option<Layout>>) -> impl IntoView {
    let ids = move || {
        let shown = layout.with(|l| l.as_ref().is_some_and(|l| l.lines > 0));
        if shown { ids(layout) } else { Vec::new() }
    };
    view! {
        <For each=ids key=|id| *id let:id>
            <Fact layout placed=placed(layout, id) />
        </For>
    }
}

#[component]
fn Fact(layout: Memo<Option<Layout>>, placed: Memo<Option<Placed>>) -> impl IntoView {
    let ctx = ctx();
    let leg = ctx.part(|m| m.draft.leg);
    let height = ctx.part(|m| m.settings.height_cm);
    let id = placed.with_untracked(|p| p.map(|p| p.mark.id));
    let pain = move || {
        let pain = placed.get()?.mark.spot.pain?;
        Some((ctx.t().leg.pain_fact)(pain.score()))
    };
    let lines = move || layout.with(|l| l.as_ref().map_or(0, |l| l.lines));
    let place = move || {
        let placed = placed.get()?;
        let fits = lines() > 1 || placed.mark.spot.pain.is_none();
        fits.then(|| facts::place(&ctx.t().leg, &placed.mark.spot, height.get()))
    };
    let x = move || layout.with(|l| l.as_ref().map(|l| l.facts_x));
    let y = move || placed.get().map(|p| p.facts_y);
    let both = move || lines() > 1 && placed.get().is_some_and(|p| p.mark.spot.pain.is_some());
    let leader = move || Some(leader(&placed.get()?, x()?, leg.get()));
    view! {
        <g class="fact" class:is-both=both class:is-left=move || leg.get() == Leg::Left data-facts=id>
            <path class="leader" d=leader></path>
            <text class="fact-pain" x=x y=y>
                {pain}
            </text>
            <text class="fact-place" x=x y=y>
                {place}
            </text>
        </g>
    }
}

/// What a finger takes hold of: plain boxes above the drawing, since not every engine heeds `touch-action`
/// inside an `svg`. They listen to nothing themselves.
#[component]
pub fn Grips(layout: Memo<Option<Layout>>) -> impl IntoView {
    view! {
        <For each=move || ids(layout) key=|id| *id let:id>
            <Grip placed=placed(layout, id) />
        </For>
    }
}

#[component]
fn Grip(placed: Memo<Option<Placed>>) -> impl IntoView {
    view! {
        <span
            class="grip"
            style:left=move || placed.get().map(|p| format!("{}px", p.at[0]))
            style:top=move || placed.get().map(|p| format!("{}px", p.at[1]))
        ></span>
    }
}

/// The place of the mark that is being moved, above the finger that hides it.
#[component]
pub fn Callout(hand: Hand, layout: Memo<Option<Layout>>) -> impl IntoView {
    let ctx = ctx();
    let height = ctx.part(|m| m.settings.height_cm);
    let moved = move || {
        let id = hand.dragged.get()?;
        layout.with(|l| l.as_ref()?.get(id).copied())
    };
    let words = move || {
        let spot = moved()?.mark.spot;
        Some((ctx.t().leg.beside_finger)(spot.position.percent(), facts::cm(&spot, height.get())))
    };
    view! {
        <Show when=move || moved().is_some()>
            <span
                class="callout"
                aria-hidden="true"
                style:left=move || moved().map(|p| format!("{}px", p.at[0]))
                style:top=move || moved().map(|p| format!("{}px", p.at[1]))
            >
                {words}
            </span>
        </Show>
    }
}

fn ids(layout: Memo<Option<Layout>>) -> Vec<u32> {
    layout.with(|l| l.iter().flat_map(|l| &l.marks).map(|m| m.mark.id).collect())
}

fn placed(layout: Memo<Option<Layout>>, id: u32) -> Memo<Option<Placed>> {
    Memo::new(move |_| layout.with(|l| l.as_ref()?.get(id).copied()))
}

/// From the edge of the disc to the facts.
fn leader(placed: &Placed, facts_x: f64, leg: Leg) -> String {
    let ahead = place::forward(leg);
    let end = [facts_x - ahead * AIR, placed.facts_y];
    let [dx, dy] = [end[0] - placed.at[0], end[1] - placed.at[1]];
    let share = (RADIUS + AIR) / dx.hypot(dy);
    let start = [placed.at[0] + dx * share, placed.at[1] + dy * share];
    format!("M{:.1} {:.1}L{:.1} {:.1}", start[0], start[1], end[0], end[1])
}
