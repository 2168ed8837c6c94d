//! A button of the session screen, large and with words that fit.

use super::fit;
use crate::{
    domain::Event,
    view::{
        ctx::Ctx,
        dom::{El, el},
    },
};

/// A button that says what happened. Its words are as large as the longest of them allows; where it stands
/// and how it looks is said by its classes, in `controls.css`.
pub fn control(ctx: Ctx, classes: &'static str, words: &'static str, event: fn() -> Event) -> El {
    el("button")
        .attr("type", "button")
        .class(classes)
        .style("--ems", fit::longest(words))
        .click(move || ctx.send(event()))
        .child(el("span").text(words))
}
