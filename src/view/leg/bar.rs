//! The bar within the thumb's reach: what the session will be, and the way into it.

use super::hand::{Hand, Past};
use crate::{
    domain::{
        leg::Leg,
        model::{Model, Sitting},
    },
    view::{
        ctx::{Ask, Ctx},
        dom::{El, Els, el},
        found::{elsewhere_panel, found_panel},
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
pub fn bar(ctx: Ctx, hand: Hand) -> El {
    let t = ctx.words();
    let start = move |word: &'static str| {
        let button = el("button").attr("type", "button").class("action");
        Els::from(button.text(word).click(move || ctx.ask(Ask::Start)))
    };
    el("div").class("action-bar").child(words(ctx, hand)).switch(
        move || ctx.read(offer),
        move |offer| match offer {
            Offer::Found => found_panel().into(),
            Offer::Elsewhere => elsewhere_panel().into(),
            Offer::Start => start(t.shell.start),
            Offer::Back => start(t.leg.back_to_session),
        },
    )
}

/// The visible summary of the diagram, which also names it.
fn words(ctx: Ctx, hand: Hand) -> El {
    let t = ctx.words();
    let what = move || match (hand.get().past, ctx.read(here)) {
        (Some(Past::Hip), _) => t.session.told.above_zone.to_owned(),
        (Some(Past::Knee), _) => t.session.told.below_zone.to_owned(),
        (None, 0) => t.shell.no_spots.to_owned(),
        (None, n) => t.leg.led.of(n),
    };
    let marked = move || {
        let here = ctx.read(here);
        (here > 0 && hand.get().past.is_none()).then(|| t.leg.marked.of(here))
    };
    let order = move || match ctx.read(order) {
        (Leg::Left, 0) => t.shell.left_first.to_owned(),
        (Leg::Right, 0) => t.shell.right_first.to_owned(),
        (leg, n) => t.leg.order[leg.index()].of(n),
    };
    el("p")
        .class("leg-words")
        .attr("id", "leg-words")
        .child(el("b").text(marked))
        .text(" ")
        .text(what)
        .text(" ")
        .child(el("span").text(order))
}

const fn offer(model: &Model) -> Offer {
    match model.sitting {
        Sitting::Idle | Sitting::Asking(_) => Offer::Start,
        Sitting::Running(_) => Offer::Back,
        Sitting::Elsewhere(_) => Offer::Elsewhere,
        Sitting::Found { .. } => Offer::Found,
    }
}

/// Marks on the leg that is looked at.
fn here(model: &Model) -> usize {
    model.draft.marks(model.draft.leg).len()
}

/// The first leg, and the marks on the other.
fn order(model: &Model) -> (Leg, usize) {
    let leg = model.draft.leg;
    (leg, model.draft.marks(leg.other()).len())
}
