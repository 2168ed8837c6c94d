//! The summary: what was done, whether it is kept, and what may be corrected.

use super::mat::side;
use crate::{
    domain::{Event, Model, history::Kept, phase::Name, running::Running, session::SessionId},
    view::{
        ctx::Ctx,
        dom::{El, el, soon},
        rest::door::{kept::kept_line, passes::passes},
        ui::focus,
    },
};

/// The session that has just ended, as it is kept: edits show at once.
pub fn summary(ctx: Ctx, main: El) -> El {
    let Some((id, leg)) = ctx.peek(|m| m.running().map(|r| (r.id, r.course.leg))) else {
        return main;
    };
    let t = ctx.words();
    let title = el("h1").class("title").attr("tabindex", "-1").text(t.mat.words.of(Name::Done));
    let heading = title.clone();
    soon(move || focus::offer(heading.html()));
    main.class("summary")
        .attr("data-phase", "done")
        .attr("data-leg", side(leg))
        .child(el("header").class("masthead").child(title))
        .switch(move || ctx.read(|m| kept(m, id)), move |kept| what_is_kept(ctx, id, kept))
        .when(move || ctx.read(|m| m.history.session(id).is_some()), move || passes(id))
        .child(buttons(ctx))
}

/// Whether the session is kept; `None` where nothing was rolled, or where it was deleted in another window.
fn kept(model: &Model, id: SessionId) -> Option<Kept> {
    model.history.session(id)?;
    Some(model.history.get(id).map_or(Kept::Pending, |e| e.kept))
}

/// Whether the session is kept. It is written already, so nobody is asked.
fn what_is_kept(ctx: Ctx, id: SessionId, kept: Option<Kept>) -> Option<El> {
    let t = ctx.words();
    let words = &t.mat.summary;
    match kept {
        None if ctx.peek(|m| m.history.get(id).is_some()) => Some(el("p").text(t.session.told.deleted)),
        None => Some(el("p").text(words.nothing)),
        Some(Kept::Pending) => Some(el("p").class("soft").text(words.saving)),
        Some(kept) => kept_line(ctx, kept),
    }
}

/// The way on, and for a while the way back.
fn buttons(ctx: Ctx) -> El {
    let t = ctx.words();
    let undo = move || {
        el("button")
            .attr("type", "button")
            .class("summary-undo")
            .text(t.leg.undo)
            .click(move || ctx.send(Event::Undone))
    };
    let done = el("button")
        .attr("type", "button")
        .class("action")
        .text(t.mat.summary.done)
        .click(move || ctx.send(Event::Left));
    el("div")
        .class("action-bar summary-buttons")
        .when(move || ctx.read(|m| m.running().is_some_and(Running::can_undo)), undo)
        .child(done)
}
