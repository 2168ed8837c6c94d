//! How much it hurts: a scale on the mat that one tap answers, and anything else leaves unanswered.

use std::{cell::Cell, rc::Rc};

use wasm_bindgen::JsCast;
use web_sys::{Event as DomEvent, HtmlInputElement, KeyboardEvent, PointerEvent};

use super::{
    big_tap::whole_ms,
    sight::{self, PainAsk},
};
use crate::{
    domain::{Event, digits::small, spot::Pain},
    view::{
        ctx::Ctx,
        dom::{El, el},
    },
};

/// Steps from no pain to the worst.
const STEPS: u8 = Pain::MAX + 1;

/// The scale. All of it is one target, so that it can be hit from the mat without looking for a number; the range
/// inside is for the keyboard and for screen readers. To leave it alone is to skip it.
pub fn scale(ctx: Ctx, ask: PainAsk) -> El {
    let t = &ctx.words().mat;
    let question = t.pain_asks[ask as usize];
    let score = move || ctx.read(sight::pain_asked).and_then(|(_, pain)| pain).map(Pain::score);
    let said = move || score().map_or_else(|| ctx.words().leg.not_rated.to_owned(), |n| t.pain_of_ten.n(n));
    let range = el("input").attr("type", "range").attr("min", "0").attr("max", "10").attr("step", "1");
    let field = range.clone();
    let range = range
        .on("keydown", move |event: &KeyboardEvent| match event.key().as_str() {
            // A browser reports no change at 0, which is where "not rated" begins.
            "Home" | "ArrowLeft" | "ArrowDown" if score().is_none() => rate(ctx, ask, Some(0)),
            "Delete" | "Backspace" => rate(ctx, ask, None),
            _ => {}
        })
        .attr("aria-label", question)
        .attr("aria-valuetext", said)
        .prop("value", move || score().unwrap_or(0))
        .on("change", move |_: &DomEvent| {
            rate(ctx, ask, small(&field.unchecked_ref::<HtmlInputElement>().value()));
        });
    let step = |n: u8| el("i").style("--n", n).class_if("is-said", move || score() == Some(n));
    let steps = el("span").class("pain-steps").attr("aria-hidden", "true").children((0..STEPS).map(step));
    let words = move || score().map_or_else(|| question.to_owned(), |n| t.pain_of_ten.n(n));
    let scale = el("div").class("pain");
    let hit = scale.clone();
    let down = Rc::new(Cell::new(None));
    let began = down.clone();
    scale
        .on("pointerdown", move |event: &PointerEvent| {
            // A second finger takes back what the first began.
            began.set(event.is_primary().then(|| whole_ms(event.time_stamp())));
        })
        .on("pointerup", move |event: &PointerEvent| {
            let Some(down_ms) = down.take() else { return };
            let up_ms = whole_ms(event.time_stamp());
            if ctx.peek(|m| m.running().is_some_and(|running| running.is_meant(down_ms, up_ms))) {
                // Counted along the scale, also where the screen is turned.
                let share = f64::from(event.offset_x()) / f64::from(hit.client_width().max(1));
                let step = step_at(share);
                // The same step again takes it back.
                rate(ctx, ask, (score() != Some(step)).then_some(step));
            }
        })
        // The advice that a rating brings moves the scale away: the browser's click would hit what came in its place.
        .on("touchend", move |event: &DomEvent| event.prevent_default())
        .child(el("b").attr("aria-hidden", "true").text(words))
        .child(steps)
        .child(range)
}

/// The step at a share of the scale.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "`as` saturates, which is wanted"
)]
fn step_at(share: f64) -> u8 {
    ((share * f64::from(STEPS)) as u8).min(Pain::MAX)
}

fn rate(ctx: Ctx, ask: PainAsk, score: Option<u8>) {
    let pain = score.and_then(Pain::new);
    ctx.send(match ask {
        PainAsk::Press => Event::PressRated(pain),
        PainAsk::Ease => Event::EaseRated(pain),
    });
}
