//! The leg screen: the plate with its marks, the same as a list, and the way into a session.

mod anatomy;
mod bar;
mod crop;
pub mod decimal;
mod diagram;
mod drawing;
pub mod facts;
mod hand;
mod layout;
mod list;
mod marks;
mod pain;
pub mod place;
#[rustfmt::skip] // Generated, and compared with what the generator writes.
pub mod plate;
mod rings;
mod room;
mod row;
mod sheet;
mod touch;
mod watch;

use self::{hand::Hand, rings::Rings};
use super::{
    ctx::{Ctx, ctx},
    dom::{El, el},
};
use crate::domain::{Event, event::MarkEvent, history::Body, leg::Leg, model::Model};

/// The leg screen. What it looks like before the app runs stands in `index.html`: keep the two alike.
pub fn screen() -> El {
    let ctx = ctx();
    let hand = Hand::new();
    let rings = Rings::new(ctx);
    el("main")
        .class("leg")
        .attr("data-side", move || side(ctx.read(|m| m.draft.leg)))
        .child(masthead(ctx))
        .child(legs(ctx, hand))
        .child(diagram::diagram(ctx, hand, &rings))
        .child(list::spots(ctx, hand, rings))
        .child(bar::bar(ctx, hand))
}

fn masthead(ctx: Ctx) -> El {
    let t = &ctx.words().leg;
    let words = move || ctx.read(last_first).map(|leg| t.last_first[leg.index()]);
    el("header")
        .class("masthead")
        .child(el("h1").class("wordmark").attr("tabindex", "-1").text("Eased"))
        .child(el("p").class("masthead-note").text(words))
}

/// The leg that was first the last time: the next first one is the other.
fn last_first(model: &Model) -> Option<Leg> {
    let any = model.history.entries().any(|(_, entry)| matches!(entry.body, Body::Full(_)));
    any.then(|| model.history.next_first_leg().other())
}

fn legs(ctx: Ctx, hand: Hand) -> El {
    let t = &ctx.words().shell;
    let radio = move |this: Leg, word: &'static str| {
        let chosen = move || ctx.read(|m| m.draft.leg == this);
        let choose = move |_: &web_sys::Event| {
            // What a tap went past is of that moment only.
            hand.change(|held| held.past = None);
            ctx.send(Event::Mark(MarkEvent::LegChosen(this)));
        };
        let input = el("input").attr("type", "radio").attr("name", "leg").flag("checked", chosen);
        let which = move || chosen().then_some("leg-which");
        el("label").child(input.on("change", choose)).child(el("span").attr("id", which).text(word))
    };
    el("fieldset")
        .class("legs")
        .child(el("legend").class("heard").text(t.which_leg))
        .child(radio(Leg::Left, t.left_leg))
        .child(radio(Leg::Right, t.right_leg))
}

/// A leg's name in attributes.
const fn side(leg: Leg) -> &'static str {
    match leg {
        Leg::Left => "left",
        Leg::Right => "right",
    }
}
