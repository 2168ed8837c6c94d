//! The spots as an ordered list with native controls: everything that the diagram can, without it.

use super::{
    anatomy,
    crop::Crop,
    drawing::Naming,
    hand::{Hand, Wish},
    rings::{Rings, earlier},
    row::{row, take_focus},
};
use crate::{
    domain::{Event, effect::Said, event::MarkEvent, model::Model},
    view::{
        ctx::Ctx,
        dom::{El, el},
        safety::notices,
    },
};

/// The list of the leg that is looked at, and what can be done with it as a whole.
pub fn spots(ctx: Ctx, hand: Hand, rings: Rings) -> El {
    let t = ctx.words();
    el("section")
        .class("spots")
        .attr("aria-labelledby", "spots-title")
        .when(move || anatomy::naming(hand) == Some(Naming::Letters), move || anatomy::key(&t.leg.structures))
        .child(notices())
        .child(el("h2").attr("id", "spots-title").class("heard").text(t.leg.spots))
        .child(acts(ctx, hand))
        .when(
            move || ctx.read(is_full),
            move || el("p").class("spots-full").text(t.session.said(Said::LegFull)),
        )
        .child(el("ol").each(move || ctx.read(ids), move |id| row(ctx, hand, id)))
        .child(earlier(ctx, hand, rings))
        .child(views(ctx, hand))
}

/// The buttons above the rows. They stay within reach of the keyboard when they can do nothing, so that
/// nobody loses the place.
fn acts(ctx: Ctx, hand: Hand) -> El {
    let t = &ctx.words().leg;
    let add = move || {
        hand.change(|held| held.past = None);
        ctx.send(Event::Mark(MarkEvent::Added));
        if !ctx.peek(is_full) {
            let newest = ctx.peek(|m| ids(m).into_iter().max());
            hand.change(|held| held.wish = newest.map(Wish::Place));
        }
    };
    let undo = move || {
        hand.change(|held| held.past = None);
        if ctx.peek(|m| m.draft.can_undo()) {
            ctx.send(Event::Mark(MarkEvent::Undone));
        }
    };
    let add = el("button")
        .attr("type", "button")
        .attr("aria-disabled", move || ctx.read(is_full).then_some("true"))
        .text(t.add_spot)
        .click(add);
    hand.fulfil(Wish::Add, take_focus, &add);
    let undo = el("button")
        .attr("type", "button")
        .attr("aria-disabled", move || (!ctx.read(|m| m.draft.can_undo())).then_some("true"))
        .text(t.undo)
        .click(undo);
    el("div").class("spots-acts").child(add).child(undo)
}

/// How much of the leg is shown.
fn views(ctx: Ctx, hand: Hand) -> El {
    let t = &ctx.words().leg;
    let view = move |crop: Crop, word: &'static str| {
        let toggle =
            move || hand.change(|held| held.crop = if held.crop == crop { Crop::Thigh } else { crop });
        let pressed = move || if hand.get().crop == crop { "true" } else { "false" };
        let button = el("button").attr("type", "button").class("quiet");
        button.attr("aria-pressed", pressed).text(word).click(toggle)
    };
    el("div")
        .class("spots-views")
        .when(move || ctx.read(|m| !ids(m).is_empty()), move || copy(ctx))
        .child(view(Crop::Named, t.show_anatomy))
        .child(view(Crop::Whole, t.whole_leg))
}

/// The other leg is often tight at the same places.
fn copy(ctx: Ctx) -> El {
    let t = &ctx.words().leg;
    el("button")
        .attr("type", "button")
        .class("quiet")
        .attr("aria-disabled", move || (!ctx.read(|m| m.draft.can_copy(m.draft.leg))).then_some("true"))
        .text(move || t.copy_to[ctx.read(|m| m.draft.leg.other().index())])
        .click(move || ctx.send(Event::Mark(MarkEvent::Copied)))
}

/// The names of the marks of the leg that is looked at, in the order of their numbers.
fn ids(model: &Model) -> Vec<u32> {
    model.draft.marks(model.draft.leg).iter().map(|mark| mark.id).collect()
}

fn is_full(model: &Model) -> bool {
    !model.draft.has_room(model.draft.leg)
}
