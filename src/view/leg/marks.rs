//! The marks on the plate: the numbered discs, the facts beside the leg, and what a finger takes hold of.

use super::{decimal::measure, drawing, facts, hand::Hand, sheet::Sheet};
use crate::view::{
    ctx::Ctx,
    dom::{El, el, svg},
};

/// One disc per mark, with its number. Each is an element that stays while the mark does, not part of the
/// markup of the whole, and comes without a movement: one would be laid out and painted in every frame, four fifths as
/// much work as all the rest of a tap.
pub fn marks(inside: El, hand: Hand, sheet: &Sheet) -> El {
    let (all, sheet) = (sheet.clone(), sheet.clone());
    inside.each(move || all.ids(), move |id| mark(hand, &sheet, id))
}

fn mark(hand: Hand, sheet: &Sheet, id: u32) -> El {
    let [number, percent, step, at] = [(); 4].map(|()| {
        let sheet = sheet.clone();
        move || sheet.placed(id)
    });
    let in_hand = move || {
        let held = hand.get();
        held.selected == Some(id) || held.dragged == Some(id)
    };
    let numbered = number.clone();
    svg("g")
        .class_if("is-in-hand", in_hand)
        .attr("data-spot", move || number().map(|p| p.number))
        .attr("data-position", move || percent().map(|p| p.mark.spot.position.percent()))
        .attr("data-step", move || step()?.mark.spot.pain.map(facts::step))
        .attr("transform", move || at().map(|p| drawing::translated(p.at)))
        .markup(drawing::disc())
        .child(svg("text").class("mark-number").text(move || numbered().map(|p| p.number)))
}

/// What is drawn beside and below the discs.
pub fn beside(ctx: Ctx, sheet: Sheet) -> El {
    let t = &ctx.words().leg;
    svg("g").markup(move || {
        let height_cm = ctx.read(|m| m.settings.height_cm);
        Some(drawing::beside(&*sheet.get()?, t, height_cm))
    })
}

/// What a finger takes hold of: plain boxes above the drawing, since not every engine heeds `touch-action`
/// inside an `svg`. They listen to nothing themselves.
pub fn grips(inside: El, sheet: &Sheet) -> El {
    let (all, sheet) = (sheet.clone(), sheet.clone());
    inside.each(
        move || all.ids(),
        move |id| {
            let sheet = sheet.clone();
            standing(el("span").class("grip"), move || sheet.placed(id).map(|p| p.at))
        },
    )
}

/// The place of the mark that is being moved, above the finger that hides it.
pub fn callout(ctx: Ctx, hand: Hand, sheet: Sheet) -> El {
    let t = &ctx.words().leg;
    let moved = move || sheet.placed(hand.get().dragged?);
    let (shown, said) = (moved.clone(), moved.clone());
    let words = move || {
        let spot = said()?.mark.spot;
        let height_cm = ctx.read(|m| m.settings.height_cm);
        Some(t.beside_finger(spot.position.percent(), facts::cm(&spot, height_cm)))
    };
    let callout =
        el("span").class("callout").attr("aria-hidden", "true").attr("hidden", move || shown().is_none());
    standing(callout, move || moved().map(|p| p.at)).text(words)
}

/// With its reference point at a place on the plate.
fn standing(el: El, at: impl Fn() -> Option<[f64; 2]> + Clone + 'static) -> El {
    let left = at.clone();
    el.style("left", move || left().map(|at| measure(at[0], "px")))
        .style("top", move || at().map(|at| measure(at[1], "px")))
}
