//! What was done in a session, leg by leg, and what may be corrected.

use super::{about::about, held::Held};
use crate::{
    domain::{
        Event, Model,
        event::Edit,
        leg::Leg,
        session::{Session, SessionId},
        spot::Placed,
    },
    text::history::span,
    view::{
        ctx::{Ask, Ctx, ctx},
        dom::{El, Els, el},
        files::Files,
    },
};

/// The session's legs, and the question about guessed places.
pub fn passes(id: SessionId) -> El {
    let ctx = ctx();
    // The first session is something to lose: from now on the browser is asked to keep it. Once only, since some
    // browsers ask the person.
    if ctx.peek(|m| m.history.entries().count()) == 1 {
        ctx.ask(Ask::Files(Files::Promise));
    }
    legs(ctx, id)
        .when(move || ctx.read(|m| has_guessed(m, id)), move || places_right(ctx, id))
        .child(about(ctx, id))
}

/// The legs with their holds. Which holds there are never changes, so that corrections keep what they stand
/// in.
fn legs(ctx: Ctx, id: SessionId) -> El {
    let of_pass = |session: &Session, pass: usize| {
        let holds = session.holds.iter().enumerate();
        holds.filter(|(_, h)| usize::from(h.pass) == pass).map(|(at, _)| at).collect::<Vec<_>>()
    };
    let holds = ctx.peek(|m| {
        let session = m.history.session(id)?;
        Some((0..session.passes.len()).map(|pass| of_pass(session, pass)).collect::<Vec<_>>())
    });
    let holds = holds.unwrap_or_default().into_iter().enumerate();
    let legs = el("div").class("summary-legs").children(holds.map(|(at, holds)| pass(ctx, id, at, holds)));
    el("div").child(legs)
}

/// One leg: its time beside the last one, and its holds.
fn pass(ctx: Ctx, id: SessionId, pass: usize, holds: Vec<usize>) -> El {
    let t = ctx.words();
    let times = move |m: &Model| {
        let session = m.history.session(id)?;
        let this = session.passes.get(pass)?;
        Some((this.leg, this.active_ms, last_time_ms(m, session, this.leg)))
    };
    let heading = move |times: Option<(Leg, u32, Option<u32>)>| {
        let Some((leg, active_ms, last_ms)) = times else { return Els::default() };
        let leg = [t.shell.left_leg, t.shell.right_leg][leg.index()];
        let title = el("h2").text(leg).text(" ").child(el("span").text(span(active_ms)));
        let last = last_ms.map(|ms| el("p").class("soft").text(t.mat.summary.last_time.words(&span(ms))));
        [title].into_iter().chain(last).collect::<Vec<_>>().into()
    };
    let none = holds.is_empty().then(|| el("p").class("soft").text(t.hold.none));
    let lines = holds.into_iter().zip(1..).map(|(hold, number)| Held { id, hold, number }.line(ctx));
    el("section")
        .class("pass")
        .switch(move || ctx.read(times), heading)
        .children(none)
        .child(el("ol").class("way").children(lines))
}

/// How long the same leg took in the session before this one.
fn last_time_ms(model: &Model, session: &Session, leg: Leg) -> Option<u32> {
    let earlier = |s: &&Session| s.id != session.id && s.start_unix_ms < session.start_unix_ms;
    let all = model.history.sessions();
    all.map(|s| &**s)
        .filter(earlier)
        .filter_map(|s| Some((s.start_unix_ms, s.passes.iter().find(|p| p.leg == leg)?.active_ms)))
        .max()
        .map(|(_, active_ms)| active_ms)
}

/// Whether the place of a hold was guessed from the pace.
fn has_guessed(model: &Model, id: SessionId) -> bool {
    model.history.session(id).is_some_and(|s| s.holds.iter().any(|h| h.placed == Placed::Paced))
}

/// Guessed places take no part in the map over weeks until somebody says that they are right.
fn places_right(ctx: Ctx, id: SessionId) -> El {
    let t = &ctx.words().mat.summary;
    let right = el("button")
        .attr("type", "button")
        .text(t.places_right)
        .click(move || ctx.send(Event::Edited(id, Edit::PlacesRight)));
    el("div").class("places-right").child(el("p").text(t.places_guessed)).child(right)
}
