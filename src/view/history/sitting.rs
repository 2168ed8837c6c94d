//! One session: a line that opens, or the line that says it was deleted.

use std::{cell::Cell, rc::Rc, sync::Arc};

use super::{details::details, list::List};
use crate::{
    domain::{
        Event,
        history::{Body, Kept},
        hold::spots,
        listing::local_ms,
        model::Model,
        session::{Pass, PassEnd, Session, SessionId},
    },
    text::history::span,
    view::{
        ctx::{Ctx, ctx},
        dom::{El, Els, Seen, el, soon},
        ui::when,
    },
};

/// Set by deleting and bringing back here, so that the focus stays where the line is.
type Touched = Rc<Cell<bool>>;

/// One session of the list.
pub fn sitting(list: Rc<List>, id: SessionId) -> El {
    let ctx = ctx();
    let touched = Touched::default();
    // A correction changes none of this, so that the line stays open on it.
    let shape =
        move || ctx.read(|m| session_of(m, id).map(|(s, there)| (there, s.holds.len(), s.end_unix_ms)));
    el("li").switch(shape, move |_| match ctx.peek(|m| session_of(m, id)) {
        Some((session, true)) => Els::from(line(session, list.clone(), touched.clone())),
        Some((session, false)) => Els::from(gone(&session, touched.clone())),
        None => Els::default(),
    })
}

/// The session, and whether it is still there; one that was deleted can be brought back.
fn session_of(model: &Model, id: SessionId) -> Option<(Arc<Session>, bool)> {
    let entry = model.history.get(id)?;
    match &entry.body {
        Body::Full(session) => Some((session.clone(), true)),
        Body::Deleted(_) => entry.full.as_ref().map(|(_, session)| (session.clone(), false)),
    }
}

/// The session as one line; its details are made when it is first opened.
fn line(session: Arc<Session>, list: Rc<List>, touched: Touched) -> El {
    let ctx = ctx();
    let t = ctx.words();
    let id = session.id;
    let open = list.begins_open(id);
    // There is nothing to count: it is of a type that others use as well, and each type weighs.
    let opened = Seen::new(open.then_some(1_u8));
    let opens = opened.clone();
    let not_kept = move || match ctx.read(|m| kept(m, id)) {
        Kept::One => Some(t.kept.one),
        Kept::Nowhere => Some(t.kept.nowhere),
        Kept::Pending | Kept::Both => None,
    };
    let summary = el("summary")
        .children(head(ctx, &session))
        .switch(not_kept, |words| words.map(|words| el("span").class("sitting-flag is-caution").text(words)));
    let (above, was_touched) = (summary.clone(), touched.clone());
    soon(move || {
        if list.takes_focus(id) || was_touched.get() {
            above.html().focus().ok();
        }
    });
    el("details")
        .class("sitting")
        .attr("open", open)
        .on("toggle", move |_: &web_sys::Event| opens.set(Some(1)))
        .child(summary)
        .when(
            move || opened.get().is_some(),
            move || {
                let touched = touched.clone();
                details(&session, move || {
                    touched.set(true);
                    ctx.send(Event::Deleted(id));
                })
            },
        )
}

/// Where a session is kept.
pub fn kept(model: &Model, id: SessionId) -> Kept {
    model.history.get(id).map_or(Kept::Pending, |entry| entry.kept)
}

/// Date, time of day, legs, and what did not go to the end.
fn head(ctx: Ctx, session: &Session) -> Vec<El> {
    let t = ctx.words();
    let at = local_ms(session.start_unix_ms, session.utc_offset_min);
    let when = el("span")
        .class("sitting-when")
        .child(el("b").text(when::day(t, at)))
        .text(" ")
        .child(el("span").text(when::time(t, at)));
    let leg =
        |pass: &Pass| el("span").text(t.history.sides[pass.leg.index()]).text(" ").text(span(pass.active_ms));
    let id = session.id;
    // A corrected place may make two spots of one, and the line stays as it is.
    let spots_held =
        move || ctx.read(|m| session_of(m, id).map(|(s, _)| t.history.spots_held(spots(&s.holds))));
    let legs = el("span")
        .class("sitting-legs")
        .children(session.passes.iter().map(leg))
        .text(" ")
        .child(el("span").text(spots_held));
    let ended = |end| session.passes.iter().any(|p| p.end == Some(end));
    let flag = if ended(PassEnd::Interrupted) {
        Some(t.history.interrupted)
    } else {
        ended(PassEnd::Stopped).then_some(t.history.stopped)
    };
    let flag = flag.map(|words| el("span").class("sitting-flag").text(words));
    [when, legs].into_iter().chain(flag).collect()
}

/// The line of a session that was deleted not long ago.
fn gone(session: &Session, touched: Touched) -> El {
    let ctx = ctx();
    let t = ctx.words();
    let id = session.id;
    let at = local_ms(session.start_unix_ms, session.utc_offset_min);
    let mut date = when::day(t, at);
    date.push_str(", ");
    date.push_str(&when::time(t, at));
    let was_touched = touched.clone();
    let undo = el("button").attr("type", "button").text(t.leg.undo).click(move || {
        touched.set(true);
        ctx.send(Event::BroughtBack(id));
    });
    let button = undo.clone();
    soon(move || {
        if was_touched.get() {
            button.html().focus().ok();
        }
    });
    el("div").class("gone").child(el("p").text(t.history.deleted.words(&date))).child(undo)
}
