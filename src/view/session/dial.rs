//! The number and the phase's own shape.

use super::{
    pain::scale,
    shapes::{arrows, bars, chevrons, lying},
    sight::{self, stand},
};
use crate::{
    domain::{
        Model,
        digits::digits,
        phase::{LIMIT_MS, Name},
    },
    view::{
        ctx::Ctx,
        dom::{El, el},
    },
};

/// The number, with its shape around or below it.
pub fn dial(ctx: Ctx) -> El {
    let seconds = move || ctx.read(sight::seconds);
    let digits = el("p")
        .class("digits")
        .attr("role", "timer")
        .class_if("is-clock", move || seconds() >= 100)
        .class_if("is-long-clock", move || seconds() >= 600)
        .text(move || sight::clock(seconds()));
    el("div")
        .class("dial")
        .when(move || stand(ctx).name == Name::Hold, move || ring(ctx))
        .child(digits)
        .switch(
            move || ctx.read(sight::pain_asked).map(|(ask, _)| ask),
            move |ask| ask.map(|ask| scale(ctx, ask)),
        )
        .switch(
            move || stand(ctx).name,
            move |name| match name {
                Name::Position => Some(lying()),
                Name::Roll => Some(chevrons(ctx)),
                Name::Switch => Some(arrows()),
                Name::Paused => Some(bars()),
                Name::Hold | Name::Done => None,
            },
        )
}

/// Fills while the spot is held, full when the hold ends by itself. It moves with the digits and so can
/// never tell another time than they do. Step by step: a smooth one is painted a dozen times a second, at six times
/// the cost of the whole hold.
fn ring(ctx: Ctx) -> El {
    let turn = move || {
        let (seconds, end_ms) = ctx.read(|m| (sight::seconds(m), end_ms(m)));
        let mut turn = digits((seconds * 360_000 / end_ms.max(1)).min(360));
        turn.push_str("deg");
        turn
    };
    let ring = el("div")
        .class("hold-ring")
        .class_if("is-fixed", move || ctx.read(end_ms) < LIMIT_MS)
        .style("--turn", turn);
    el("div").class("ring-room").child(ring)
}

/// When the hold ends by itself.
fn end_ms(model: &Model) -> u32 {
    model.running().and_then(|r| r.course.phase.holding()).map_or(LIMIT_MS, |h| h.end_ms)
}
