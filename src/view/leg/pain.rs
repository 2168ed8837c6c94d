//! How much a spot hurts: a range that knows "not rated".

use web_sys::KeyboardEvent;

use super::{
    facts,
    hand::Hand,
    row::{known, numbered, share, take_focus, value},
};
use crate::{
    domain::{
        Event,
        digits::{digits, small},
        event::MarkEvent,
        spot::Pain,
    },
    view::{
        ctx::Ctx,
        dom::{El, el},
    },
};

/// The keys that lead to where "not rated" begins.
const DOWN: [&str; 4] = ["Home", "ArrowLeft", "ArrowDown", "PageDown"];

/// Pain from 0 to 10, or none: one tap rates, one clears.
pub fn pain_range(ctx: Ctx, hand: Hand, id: u32) -> El {
    let t = &ctx.words().leg;
    let shown = move || sliding(hand, id).or_else(|| known(ctx, id).1.pain.map(Pain::score));
    let words = move || shown().map_or_else(|| t.not_rated.to_owned(), digits);
    let range = range(ctx, hand, id);
    let slid = range.clone();
    let clear = el("button")
        .attr("type", "button")
        .class("quiet")
        .attr("hidden", move || shown().is_none())
        .attr("aria-label", move || t.clear_of.n(known(ctx, id).0))
        .text(t.clear)
        .click(move || {
            rate(ctx, hand, id, None);
            take_focus(&slid);
        });
    let rating =
        el("div").class("spot-rating").child(el("span").attr("aria-hidden", "true").text(words)).child(clear);
    el("div")
        .class("spot-pain")
        .class_if("is-unrated", move || shown().is_none())
        .child(el("label").class("spot-range").child(el("span").text(t.pain)).child(range))
        .child(rating)
}

fn range(ctx: Ctx, hand: Hand, id: u32) -> El {
    let t = &ctx.words().leg;
    let shown = move || sliding(hand, id).or_else(|| known(ctx, id).1.pain.map(Pain::score));
    let range = el("input").attr("type", "range").attr("min", "0").attr("max", "10").attr("step", "1");
    let [slid, let_go] = [range.clone(), range.clone()];
    range
        .attr("aria-label", move || t.pain_of.n(known(ctx, id).0))
        .attr("aria-valuetext", move || facts::pain_spoken(t, shown()))
        .prop("value", move || shown().unwrap_or(0))
        .style("--share", move || share(shown().unwrap_or(0) * 10))
        .on("input", move |_: &web_sys::Event| {
            let score = small(&value(&slid));
            hand.change(|held| held.rating = score.map(|score| (id, score)));
        })
        .on("change", move |_: &web_sys::Event| {
            rate(ctx, hand, id, small(&value(&let_go)).and_then(Pain::new));
        })
        .click(move || rate_zero(ctx, hand, id))
        .on("keydown", move |event: &KeyboardEvent| {
            if DOWN.contains(&event.key().as_str()) {
                rate_zero(ctx, hand, id);
            }
        })
}

/// Shown while the thumb is under the finger; each rating that is let go is one step of Undo.
fn sliding(hand: Hand, id: u32) -> Option<u8> {
    hand.get().rating.filter(|(of, _)| *of == id).map(|(_, score)| score)
}

fn rate(ctx: Ctx, hand: Hand, id: u32, pain: Option<Pain>) {
    hand.change(|held| held.rating = None);
    ctx.send(Event::Mark(MarkEvent::Rated(id, pain)));
}

/// A browser reports no change when the thumb stays at 0, which is where "not rated" begins.
fn rate_zero(ctx: Ctx, hand: Hand, id: u32) {
    let slides = hand.peek().rating.is_some_and(|(of, _)| of == id);
    if !slides && ctx.peek(|m| numbered(&m.draft, id)).1.pain.is_none() {
        rate(ctx, hand, id, Pain::new(0));
    }
}
