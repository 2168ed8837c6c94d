//! The plate with its words, and the size that it has come out at.

use leptos::{html, prelude::*};

use super::{
    anatomy::{Leaders, Names},
    crop::Crop,
    decimal::decimal,
    hand::Hand,
    layout::{Layout, Size},
    marks::{Callout, Facts, Grips, Homes, Marks},
    place, plate, touch,
    watch::watch_size,
};
use crate::{domain::leg::Leg, view::ctx::ctx};

/// The leg that is looked at, with its marks. The list below says and does the same.
#[component]
pub fn Diagram(hand: Hand) -> impl IntoView {
    let ctx = ctx();
    let leg = ctx.part(|m| m.draft.leg);
    let layout = Memo::new(move |_| {
        let size = hand.size.get()?;
        let in_hand = hand.dragged.get().or(hand.selected.get());
        let crop = hand.crop.get();
        Some(ctx.model.with(|m| Layout::new(&m.draft, crop, size, in_hand)))
    });
    let (sheet, word, zone) = (NodeRef::<html::Div>::new(), NodeRef::<html::Span>::new(), NodeRef::new());
    watch_size(sheet, word, move |sheet| {
        let line = word.get_untracked().map_or(0.0, |word| f64::from(word.offset_height()));
        let width = f64::from(sheet.client_width());
        let scale = width / hand.crop.get_untracked().frame()[2];
        hand.size.set((width > 0.0).then_some(Size { scale, line }));
    });
    let touch = touch::Touch::new(hand, layout, sheet, zone);
    let t = &ctx.text.get_untracked().shell;
    let named = move || hand.crop.get() == Crop::Named;
    view! {
        <div
            class="plate"
            data-crop=move || hand.crop.get().name()
            node_ref=sheet
            on:pointerdown=move |e| touch.down(&e)
            on:pointermove=move |e| touch.moved(&e)
            on:pointerup=move |e| touch.up(&e)
            on:pointercancel=move |e| touch.cancelled(&e)
        >
            <svg
                viewBox=move || hand.crop.get().view_box()
                role="img"
                aria-labelledby="leg-which leg-words"
                data-diagram=move || side(leg.get())
            >
                <g mask=move || hand.crop.get().mask() transform=move || mirror(leg.get())>
                    <use href="#leg-plate"></use>
                </g>
                {move || named().then(|| view! { <Leaders leg /> })}
                <rect
                    node_ref=zone
                    data-zone=""
                    fill="none"
                    x=move || zone_left(leg.get())
                    y=decimal(plate::ZONE[1])
                    width=decimal(plate::ZONE[2])
                    height=decimal(plate::ZONE[3])
                ></rect>
                <g transform=move || in_pixels(hand.crop.get(), hand.size.get())>
                    <Homes layout />
                    <Facts layout />
                    <Marks hand layout />
                </g>
            </svg>
            <span class="plate-word is-back">{t.back}</span>
            <span class="plate-word is-front" node_ref=word>
                {t.front}
            </span>
            <span class="plate-word is-hip">{t.hip_keep_off}</span>
            <span class="plate-word is-knee">{t.knee_keep_off}</span>
            {move || named().then(|| view! { <Names leg /> })}
            <Grips layout />
            <Callout hand layout />
        </div>
    }
}

/// A leg's name in attributes.
pub const fn side(leg: Leg) -> &'static str {
    match leg {
        Leg::Left => "left",
        Leg::Right => "right",
    }
}

const fn mirror(leg: Leg) -> Option<&'static str> {
    match leg {
        Leg::Left => Some(plate::MIRROR),
        Leg::Right => None,
    }
}

fn zone_left(leg: Leg) -> String {
    let [left, _, width, _] = plate::ZONE;
    let right = left + width;
    decimal(place::on_side(leg, left).min(place::on_side(leg, right)))
}

/// Inside this group a unit is a pixel, however large the plate is: marks and text keep their size.
fn in_pixels(crop: Crop, size: Option<Size>) -> String {
    let [left, top, ..] = crop.frame();
    let scale = size.map_or(1.0, |size| 1.0 / size.scale);
    format!("translate({} {}) scale({})", decimal(left), decimal(top), decimal(scale))
}
