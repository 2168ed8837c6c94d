//! The summary: what was done, whether it is kept, and what may be corrected.

use super::mat::side;
use crate::{
    domain::{Event, Model, history::Kept, phase::Name, running::Running, session::SessionId},
    view::{
        ctx::{Ask, Ctx, Task},
        dom::{El, el, soon},
        rest::door::passes::passes,
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
        .switch(move || ctx.read(|m| kept(m, id)), move |kept| kept_line(ctx, kept))
        .when(move || ctx.read(|m| m.history.session(id).is_some()), move || passes(id))
        .child(buttons(ctx))
}

/// Whether the session is kept; `None` where nothing was rolled.
fn kept(model: &Model, id: SessionId) -> Option<Kept> {
    model.history.session(id)?;
    Some(model.history.get(id).map_or(Kept::Pending, |e| e.kept))
}

/// Whether the session is kept. It is written already, so nobody is asked.
fn kept_line(ctx: Ctx, kept: Option<Kept>) -> El {
    let t = ctx.words();
    let h = &t.kept;
    let (words, why) = match kept {
        None => return el("p").text(t.mat.summary.nothing),
        Some(Kept::Pending) => return el("p").class("soft").text(t.mat.summary.saving),
        Some(Kept::Both) => return el("p").class("kept").text(h.both),
        Some(Kept::One) => (h.one, h.one_why),
        Some(Kept::Nowhere) => (h.nowhere, h.nowhere_why),
    };
    let export = el("button")
        .attr("type", "button")
        .text(t.safety.notices.export_backup)
        .click(move || ctx.ask(Ask::Do(Task::Backup)));
    el("div").class("not-kept").child(el("p").child(el("b").text(words)).text(" ").text(why)).child(export)
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
