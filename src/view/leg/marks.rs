//! The marks on the plate: the numbered discs, the facts beside the leg, and what a finger takes hold of.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    decimal::decimal,
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
    each(layout, move |placed| view! { <Mark hand placed /> }.into_any())
}

#[component]
fn Mark(hand: Hand, placed: Memo<Option<Placed>>) -> impl IntoView {
    let id = placed.with_untracked(|p| p.map(|p| p.mark.id));
    let number = move || placed.get().map(|p| p.number);
    let percent = move || placed.get().map(|p| p.mark.spot.position.percent());
    let step = move || placed.get()?.mark.spot.pain.map(facts::step);
    let at = move || placed.get().map(|p| format!("translate({} {})", decimal(p.at[0]), decimal(p.at[1])));
    let in_hand = move || hand.selected.get() == id || hand.dragged.get() == id;
    view! {
        <g class="mark" class:is-in-hand=in_hand data-spot=number data-position=percent data-step=step transform=at>
            <circle class="mark-focus-halo" r=decimal(RADIUS + 6.0)></circle>
            <circle class="mark-focus" r=decimal(RADIUS + 5.0)></circle>
            <circle class="mark-halo" r=decimal(RADIUS + 2.0)></circle>
            <circle class="mark-body" r=decimal(RADIUS - 1.0)></circle>
            <text class="mark-number">{number}</text>
        </g>
    }
}

/// A mark that has stepped aside keeps a line to its place. Below all marks, so that no number is covered.
#[component]
pub fn Homes(layout: Memo<Option<Layout>>) -> impl IntoView {
    each(layout, |placed| view! { <Home placed /> }.into_any())
}

#[component]
fn Home(placed: Memo<Option<Placed>>) -> impl IntoView {
    let home = move || placed.get().map(|p| decimal(p.band_x));
    let height = move || placed.get().map(|p| decimal(p.at[1]));
    let aside = move || placed.get().map(|p| decimal(p.at[0]));
    view! {
        <line class="leader" x1=home x2=aside y1=height y2=height></line>
        <circle class="mark-home" cx=home cy=height r="4"></circle>
    }
}

/// Beside the leg: how much it hurts and how far down it is, each with a line to its mark.
#[component]
pub fn Facts(layout: Memo<Option<Layout>>) -> impl IntoView {
    let fits = Memo::new(move |_| layout.with(|l| l.as_ref().is_some_and(|l| l.lines > 0)));
    move || fits.get().then(|| each(layout, move |placed| view! { <Fact layout placed /> }.into_any()))
}

#[component]
fn Fact(layout: Memo<Option<Layout>>, placed: Memo<Option<Placed>>) -> impl IntoView {
    let ctx = ctx();
    let t = &ctx.text.get_untracked().leg;
    let leg = ctx.part(|m| m.draft.leg);
    let height = ctx.part(|m| m.settings.height_cm);
    let id = placed.with_untracked(|p| p.map(|p| p.mark.id));
    let pain = move || {
        let pain = placed.get()?.mark.spot.pain?;
        Some((t.pain_fact)(pain.score()))
    };
    let lines = move || layout.with(|l| l.as_ref().map_or(0, |l| l.lines));
    let place = move || {
        let placed = placed.get()?;
        let fits = lines() > 1 || placed.mark.spot.pain.is_none();
        fits.then(|| facts::place(t, &placed.mark.spot, height.get()))
    };
    let facts_x = move || layout.with(|l| l.as_ref().map(|l| l.facts_x));
    let x = move || facts_x().map(decimal);
    let y = move || placed.get().map(|p| decimal(p.facts_y));
    let both = move || lines() > 1 && placed.get().is_some_and(|p| p.mark.spot.pain.is_some());
    let leader = move || Some(leader(&placed.get()?, facts_x()?, leg.get()));
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
    each(layout, |placed| view! { <Grip placed /> }.into_any())
}

#[component]
fn Grip(placed: Memo<Option<Placed>>) -> impl IntoView {
    view! {
        <span
            class="grip"
            style:left=move || placed.get().map(|p| format!("{}px", decimal(p.at[0])))
            style:top=move || placed.get().map(|p| format!("{}px", decimal(p.at[1])))
        ></span>
    }
}

/// The place of the mark that is being moved, above the finger that hides it.
#[component]
pub fn Callout(hand: Hand, layout: Memo<Option<Layout>>) -> impl IntoView {
    let ctx = ctx();
    let t = &ctx.text.get_untracked().leg;
    let height = ctx.part(|m| m.settings.height_cm);
    let moved = move || {
        let id = hand.dragged.get()?;
        layout.with(|l| l.as_ref()?.get(id).copied())
    };
    let words = move || {
        let spot = moved()?.mark.spot;
        Some((t.beside_finger)(spot.position.percent(), facts::cm(&spot, height.get())))
    };
    view! {
        <span
            class="callout"
            aria-hidden="true"
            hidden=move || moved().is_none()
            style:left=move || moved().map(|p| format!("{}px", decimal(p.at[0])))
            style:top=move || moved().map(|p| format!("{}px", decimal(p.at[1])))
        >
            {words}
        </span>
    }
}

/// The same for every mark, kept by name while numbers change. One list for all kinds of views: a list of
/// its own for each would be compiled again for each.
fn each(
    layout: Memo<Option<Layout>>,
    one: impl Fn(Memo<Option<Placed>>) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let one: Arc<dyn Fn(Memo<Option<Placed>>) -> AnyView + Send + Sync> = Arc::new(one);
    rows(layout, one)
}

fn rows(
    layout: Memo<Option<Layout>>,
    one: Arc<dyn Fn(Memo<Option<Placed>>) -> AnyView + Send + Sync>,
) -> AnyView {
    let ids = move || layout.with(|l| l.iter().flat_map(|l| &l.marks).map(|m| m.mark.id).collect::<Vec<_>>());
    let placed = move |id: u32| Memo::new(move |_| layout.with(|l| l.as_ref()?.get(id).copied()));
    view! { <For each=ids key=|id| *id children=move |id| one(placed(id)) /> }.into_any()
}

/// From the edge of the disc to the facts.
fn leader(placed: &Placed, facts_x: f64, leg: Leg) -> String {
    let ahead = place::forward(leg);
    let end = [facts_x - ahead * AIR, placed.facts_y];
    let [dx, dy] = [end[0] - placed.at[0], end[1] - placed.at[1]];
    let share = (RADIUS + AIR) / dx.hypot(dy);
    let start = [placed.at[0] + dx * share, placed.at[1] + dy * share];
    format!("M{} {}L{} {}", decimal(start[0]), decimal(start[1]), decimal(end[0]), decimal(end[1]))
}
