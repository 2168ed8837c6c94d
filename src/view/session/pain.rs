//! How much it hurts: a scale on the mat that one tap answers, and anything else leaves unanswered.

use wasm_bindgen::JsCast;
use web_sys::{Event as DomEvent, HtmlInputElement, PointerEvent};

use super::sight::{self, PainAsk};
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
/// inside is for the keyboard and for screen readers.
pub fn scale(ctx: Ctx, ask: PainAsk) -> El {
    let t = &ctx.words().mat;
    let question = t.pain_asks[ask as usize];
    let score = move || ctx.read(sight::pain_asked).and_then(|(_, pain)| pain).map(Pain::score);
    let said = move || score().map_or_else(|| ctx.words().leg.not_rated.to_owned(), |n| t.pain_of_ten.n(n));
    let range = el("input").attr("type", "range").attr("min", "0").attr("max", "10").attr("step", "1");
    let field = range.clone();
    let range = range
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
    scale
        .on("pointerup", move |event: &PointerEvent| {
            // Counted along the scale, also where the screen is turned.
            let share = f64::from(event.offset_x()) / f64::from(hit.client_width().max(1));
            rate(ctx, ask, Some(step_at(share)));
        })
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
