//! Today's plan, and the button that puts it on the leg.

use super::weeks::{legs, place, section};
use crate::{
    domain::{
        Event,
        leg::Leg,
        plan::{Planned, plan as planned},
    },
    text::{Text, weeks::short},
    view::{
        ctx::Ctx,
        dom::{El, el},
    },
};

/// The plan for both legs.
pub fn plan(ctx: Ctx) -> El {
    let t = ctx.words();
    let words = &t.history.weeks.plan;
    let plan = Leg::BOTH.map(|leg| ctx.peek(|m| planned(&m.history, leg)));
    let part = section(words.title);
    if plan.iter().all(Vec::is_empty) {
        return part.child(el("p").class("soft").text(words.empty));
    }
    let spots = plan.each_ref().map(|of| of.iter().map(Planned::spot).collect::<Vec<_>>());
    let adopt = move || {
        let mut draft = ctx.peek(|m| m.draft.clone());
        draft.adopt(&spots);
        ctx.send(Event::PlanAdopted(draft));
    };
    let legs = plan.iter().zip(legs(t)).filter(|(of, _)| !of.is_empty()).map(|(of, name)| {
        let lines = of.iter().enumerate().map(|(at, planned)| line(at + 1, planned, t));
        el("section").class("pass").child(el("h3").text(name)).child(el("ol").class("way").children(lines))
    });
    part.child(el("div").class("sitting-passes").children(legs))
        .child(el("button").attr("type", "button").class("weeks-adopt").text(words.adopt).click(adopt))
}

fn line(number: usize, planned: &Planned, t: &'static Text) -> El {
    let words = &t.history.weeks.plan;
    el("li").children([
        el("span").class("way-mark").text(number),
        el("span").class("way-place").text(place(planned.position, t)),
        el("span").class("way-time").text(words.about.words(&short(planned.expected_ms))),
        el("span").class("way-how").text(words.why(planned.why)),
    ])
}
