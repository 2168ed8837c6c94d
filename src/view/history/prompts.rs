//! What in the history asks for a clinician's look. It is said until it was read, and then not again.

use super::{
    to_heading,
    weeks::{legs, place},
};
use crate::{
    domain::{
        Event,
        prompt::{Prompt, prompts as found},
    },
    view::{
        ctx::{Ctx, ctx},
        dom::{El, el},
    },
};

/// The place of the prompts, and the prompts when there are any.
pub fn prompts() -> El {
    let ctx = ctx();
    let changed = move || (ctx.print(), ctx.read(|m| m.meta.prompts_read_unix_ms));
    el("div").switch(changed, move |(_, read)| {
        let found = ctx.peek(|m| found(&m.history, read));
        (!found.is_empty()).then(|| said(ctx, &found))
    })
}

fn said(ctx: Ctx, found: &[Prompt]) -> El {
    let t = ctx.words();
    let words = &t.history.weeks.prompt;
    let reason = |prompt: &Prompt| {
        el("li").text(match prompt {
            Prompt::NotEased(leg, position) => {
                let place = place(*position, t);
                words.not_eased.with(&[legs(t)[leg.index()].into(), place.as_str().into()])
            }
            Prompt::Knee => words.knee.to_owned(),
        })
    };
    let read = el("button").attr("type", "button").text(words.read);
    let near = read.clone();
    let read = read.click(move || {
        // The button goes now, and would take the focus with it.
        to_heading(&near);
        ctx.send(Event::PromptsRead);
    });
    el("section")
        .class("prompt")
        .child(el("h2").text(words.title))
        .child(el("ul").children(found.iter().map(reason)))
        .child(el("p").text(words.see.text))
        .child(read)
}
