//! The first words: what this is and where the data lives.
//!
//! It never lies over the leg screen, which works before anything is read: a small button in the masthead
//! leads to a panel below everything else.

use super::{
    ctx::ctx,
    dom::{Els, el, svg},
    rest,
};
use crate::{
    domain::{
        Event,
        model::{Model, Screen},
    },
    text::Text,
};

/// Whether it is shown: on the leg screen, until it was read.
pub fn is_wanted(model: &Model) -> bool {
    !model.meta.welcomed && model.screen == Screen::Leg
}

/// The welcome.
pub fn welcome() -> Els {
    let ctx = ctx();
    // The device is known before anything is shown.
    let ios = ctx.device().ios_browser;
    let title = move || if ios { ctx.t().welcome.ios } else { ctx.t().welcome.title };
    let heading = el("h2").attr("id", "welcome").attr("tabindex", "-1").text(title);
    let below = heading.clone();
    let call = el("button")
        .attr("type", "button")
        .class("welcome-call")
        .class_if("is-caution", move || ios)
        .text(title)
        .click(move || {
            below.html().focus().ok();
        });
    let acts = el("div").class("welcome-acts").children([
        el("button")
            .attr("type", "button")
            .class("welcome-done")
            .text(ctx.phrase(|t| t.welcome.done))
            .click(move || ctx.send(Event::Welcomed)),
        el("a").class("button").attr("href", "#/learn").text(ctx.phrase(|t| t.welcome.learn)),
    ]);
    let panel = el("section")
        .class("welcome")
        .attr("aria-labelledby", "welcome")
        .child(heading)
        .switch(move || ctx.t(), move |t| if ios { home_screen(t) } else { Els::default() })
        .child(el("p").text(ctx.phrase(|t| t.welcome.what)))
        .child(el("p").text(ctx.phrase(|t| t.welcome.data)))
        .child(acts)
        // Last: it comes a moment later, and nothing may move then.
        .when(rest::is_here, rest::sound_check)
        // A place of its own from the start, so that a screen reader tells what comes into it.
        .child(
            el("p")
                .attr("role", "status")
                .text(move || ctx.device().offline_ready.then(|| ctx.t().welcome.offline)),
        );
    // Who has sessions is not new, and the masthead then says something else there.
    let new = ctx.peek(|m| m.history.entries().next().is_none());
    new.then_some(call).into_iter().chain([panel]).collect::<Vec<_>>().into()
}

/// Safari and the Home Screen app keep separate storage: what to do before anything is recorded.
fn home_screen(t: &'static Text) -> Els {
    // The sign on the button that the first step speaks of.
    let sign = svg("svg")
        .class("welcome-share")
        .attr("viewBox", "0 0 24 24")
        .attr("aria-hidden", "true")
        .child(svg("path").attr("d", "M9 10H6v11h12V10h-3M12 15V3M8 7l4-4 4 4"));
    let [share, add, open] = t.welcome.ios_how.map(|step| el("li").text(step));
    let steps = [share.child(sign), add, open];
    [el("p").text(t.welcome.ios_why), el("ol").class("welcome-steps").children(steps)].into()
}
